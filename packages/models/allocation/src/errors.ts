// Refusals of this package. An unmet need is not a refusal: it is the result.

import type { ErrorCatalogue } from '@anlan/kernel';

export const allocationErrors = {
  ALLOCATION_INPUT_OUT_OF_RANGE: { kind: 'refusal', httpStatus: 400, params: ['name', 'given', 'low', 'high'] },
  ALLOCATION_ID_TWICE: { kind: 'refusal', httpStatus: 400, params: ['id'] },
  ALLOCATION_NEED_WRONG: { kind: 'refusal', httpStatus: 400, params: ['demandId'] },
  ALLOCATION_RAMP_WRONG: { kind: 'refusal', httpStatus: 400, params: ['supplyId'] },
  ALLOCATION_LOT_WRONG: { kind: 'refusal', httpStatus: 400, params: ['given'] },
  ALLOCATION_TRAVEL_MISSING: { kind: 'refusal', httpStatus: 400, params: ['originId', 'sceneId'] },
  ALLOCATION_EVAPORATION_MISSING: { kind: 'refusal', httpStatus: 422, params: [] },
  ALLOCATION_BERTH_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['sceneName'] },
} as const satisfies ErrorCatalogue;
