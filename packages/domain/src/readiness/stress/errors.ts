// Refusals of the readiness stress test. A gap is no refusal: it is what the run says.

import type { ErrorCatalogue } from '@anlan/kernel';

export const stressErrors = {
  STRESS_RUN_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  STRESS_SCENARIO_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  STRESS_NOTHING_ASKED: { kind: 'refusal', httpStatus: 422, params: [] },
  STRESS_TOO_MANY_CASES: { kind: 'refusal', httpStatus: 422, params: ['given', 'limit'] },
  STRESS_FIGURE_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['familyId', 'name'] },
  STRESS_FIGURE_OUT_OF_RANGE: { kind: 'refusal', httpStatus: 422, params: ['name', 'given', 'low', 'high'] },
  STRESS_PLACES_MISSING: { kind: 'refusal', httpStatus: 422, params: ['familyId'] },
  STRESS_PHASES_WRONG: { kind: 'refusal', httpStatus: 422, params: ['id'] },
  STRESS_WEIGHTS_WRONG: { kind: 'refusal', httpStatus: 500, params: ['sum'] },
  STRESS_ID_TWICE: { kind: 'refusal', httpStatus: 422, params: ['id'] },
  STRESS_PLANNER_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['id'] },
  STRESS_PLANNER_NO_KITS: { kind: 'refusal', httpStatus: 422, params: ['supplyId'] },
  STRESS_PLAN_CHECK_FAILED: { kind: 'refusal', httpStatus: 500, params: ['scenarioId', 'stateId', 'fault'] },
  STRESS_CANCELLED: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  STRESS_NOT_RUNNING: { kind: 'refusal', httpStatus: 409, params: ['id', 'state'] },
  STRESS_NOT_COMPLETED: { kind: 'refusal', httpStatus: 409, params: ['id', 'state'] },
  STRESS_RUN_DIED: { kind: 'refusal', httpStatus: 500, params: ['name'] },
  STRESS_REACH_HOURS: { kind: 'refusal', httpStatus: 422, params: ['given', 'low', 'high'] },
  STRESS_REACH_UNIT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
} as const satisfies ErrorCatalogue;
