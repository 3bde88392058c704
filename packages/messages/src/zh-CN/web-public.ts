// Web: public.
import type { Messages } from '../types.ts';

export const webPublic = {
} as const satisfies Messages;
