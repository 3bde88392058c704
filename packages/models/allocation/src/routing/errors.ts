// Refusals of routing. A customer that is not served is not a refusal: it is in the plan with its reason.

import type { ErrorCatalogue } from '@anlan/kernel';

export const routingErrors = {
  TRIP_TEXT_WRONG: { kind: 'refusal', httpStatus: 400, params: ['what', 'given'] },
  TRIP_INPUT_WRONG: { kind: 'refusal', httpStatus: 400, params: ['name', 'given'] },
  TRIP_PINNED_IMPOSSIBLE: { kind: 'refusal', httpStatus: 422, params: ['vehicleId', 'jobId'] },
} as const satisfies ErrorCatalogue;
