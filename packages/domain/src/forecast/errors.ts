// Refusals of the forecast stage. What the model itself refuses keeps the model's code.

import type { ErrorCatalogue } from '@anlan/kernel';

export const forecastErrors = {
  FORECAST_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  FORECAST_INCIDENT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  FORECAST_INCIDENT_OVER: { kind: 'refusal', httpStatus: 409, params: ['incidentId', 'state'] },
  FORECAST_SPILL_INCOMPLETE: { kind: 'refusal', httpStatus: 422, params: ['missing'] },
  FORECAST_POSITION_ON_LAND: { kind: 'refusal', httpStatus: 422, params: ['lonDeg', 'latDeg'] },
  FORECAST_INPUT_OUT_OF_RANGE: { kind: 'refusal', httpStatus: 422, params: ['name', 'given', 'min', 'max'] },
  FORECAST_STARTS_TOO_LATE: { kind: 'refusal', httpStatus: 422, params: ['startAt', 'latestAt'] },
  FORECAST_STARTS_TOO_EARLY: { kind: 'refusal', httpStatus: 422, params: ['startAt', 'earliestAt', 'limitHours'] },
  FORCING_FORMAT_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['format', 'expected'] },
  FORCING_MEMBER_WRONG: { kind: 'refusal', httpStatus: 422, params: ['where'] },
  FORCING_AXIS_UNEVEN: { kind: 'refusal', httpStatus: 422, params: ['axis'] },
  FORCING_VALUE_WRONG: { kind: 'refusal', httpStatus: 422, params: ['where', 'given', 'maxMps'] },
  FORCING_TOO_LARGE: { kind: 'refusal', httpStatus: 413, params: ['valueCount', 'valueCountMax'] },
  FORCING_TOO_MANY: { kind: 'refusal', httpStatus: 409, params: ['countMax'] },
  FORCING_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  FORECAST_NOT_WAITING: { kind: 'refusal', httpStatus: 409, params: ['id', 'state'] },
  FORECAST_REASON_MISSING: { kind: 'refusal', httpStatus: 400, params: ['id'] },
  FORECAST_RUN_DIED: { kind: 'refusal', httpStatus: 500, params: ['name'] },
} as const satisfies ErrorCatalogue;
