// Refusals of the planning sums for forces. What cannot be placed or served is no refusal: it is the result.

import type { ErrorCatalogue } from '@anlan/kernel';

export const forcesPlanErrors = {
  FORCES_COUNT_NOT_WHOLE: { kind: 'refusal', httpStatus: 400, params: ['id', 'given'] },
  FORCES_CURVE_WRONG: { kind: 'refusal', httpStatus: 400, params: ['id'] },
} as const satisfies ErrorCatalogue;
