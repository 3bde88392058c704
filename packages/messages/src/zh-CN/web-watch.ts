// Web: watch.
import type { Messages } from '../types.ts';

export const webWatch = {
} as const satisfies Messages;
