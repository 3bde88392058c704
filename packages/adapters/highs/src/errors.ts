// Failures of the solver: it could not be started, it broke, or it was ended by the caller.

import type { ErrorCatalogue } from '@anlan/kernel';

export const highsErrors = {
  HIGHS_SOLVER_FAILED: { kind: 'failure', httpStatus: 500, params: ['detail'] },
  HIGHS_SOLVE_CANCELLED: { kind: 'failure', httpStatus: 503, params: [] },
} as const satisfies ErrorCatalogue;
