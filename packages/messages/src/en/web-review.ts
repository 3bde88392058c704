// Web: review.
import type { Messages } from '../types.ts';

export const webReview = {
} as const satisfies Messages;
