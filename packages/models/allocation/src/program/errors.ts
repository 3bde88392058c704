// Refusals of the optimising planner: what is wrong with the problem. Unmet needs are no refusal: they are the result.

import type { ErrorCatalogue } from '@anlan/kernel';

export const allocateErrors = {
  ALLOCATE_NUMBER_WRONG: { kind: 'refusal', httpStatus: 400, params: ['place', 'name', 'given', 'expected'] },
  ALLOCATE_ID_TWICE: { kind: 'refusal', httpStatus: 400, params: ['list', 'id'] },
  ALLOCATE_REFERENCE_MISSING: { kind: 'refusal', httpStatus: 400, params: ['place', 'name', 'id'] },
  ALLOCATE_BUCKETS_WRONG: { kind: 'refusal', httpStatus: 400, params: ['given'] },
  ALLOCATE_LENGTH_WRONG: { kind: 'refusal', httpStatus: 400, params: ['place', 'name', 'given', 'expected'] },
  ALLOCATE_DEMAND_FALLS: { kind: 'refusal', httpStatus: 400, params: ['needId'] },
  ALLOCATE_DEADLINE_OFF: { kind: 'refusal', httpStatus: 400, params: ['needId', 'given', 'expected'] },
  ALLOCATE_UNIT_DIFFERS: { kind: 'refusal', httpStatus: 400, params: ['place', 'given', 'expected'] },
  ALLOCATE_DUTY_TOO_LONG: { kind: 'refusal', httpStatus: 400, params: ['itemId', 'given'] },
  ALLOCATE_PINNED_IMPOSSIBLE: { kind: 'refusal', httpStatus: 422, params: ['orderId', 'given', 'possible'] },
} as const satisfies ErrorCatalogue;
