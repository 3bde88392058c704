// Refusals of the plan stage. A shortage is no refusal: it is what the plan says.

import type { ErrorCatalogue } from '@anlan/kernel';

export const planErrors = {
  PLAN_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  PLAN_FORECAST_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  PLAN_NO_FORECAST: { kind: 'refusal', httpStatus: 409, params: ['incidentId'] },
  PLAN_FORECAST_NOT_READY: { kind: 'refusal', httpStatus: 409, params: ['id', 'state'] },
  PLAN_INCIDENT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  PLAN_INCIDENT_OVER: { kind: 'refusal', httpStatus: 409, params: ['incidentId', 'state'] },
  PLAN_NO_RESERVES: { kind: 'refusal', httpStatus: 422, params: ['incidentId'] },
  PLAN_CHECK_FAILED: { kind: 'refusal', httpStatus: 500, params: ['optionId', 'fault'] },
  PLAN_OPTION_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['planId', 'optionId'] },
  PLAN_ALREADY_CHOSEN: { kind: 'refusal', httpStatus: 409, params: ['planId', 'optionId'] },
} as const satisfies ErrorCatalogue;
