// Web: map.
import type { Messages } from '../types.ts';

export const webMap = {
} as const satisfies Messages;
