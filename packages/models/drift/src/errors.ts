// Refusals of the drift model. A refusal means: no forecast was made, and this is why.

import type { ErrorCatalogue } from '@anlan/kernel';

export const driftErrors = {
  DRIFT_INPUT_OUT_OF_RANGE: { kind: 'refusal', httpStatus: 400, params: ['name', 'value', 'min', 'max'] },
  DRIFT_STEPS_UNEVEN: { kind: 'refusal', httpStatus: 400, params: ['name', 'seconds', 'stepS'] },
  DRIFT_OIL_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['oilId'] },
  DRIFT_OIL_SINKS: { kind: 'refusal', httpStatus: 422, params: ['oilName', 'densityKgPerM3', 'waterDensityKgPerM3'] },
  DRIFT_CURRENT_MISSING: { kind: 'refusal', httpStatus: 422, params: [] },
  DRIFT_WIND_MISSING: { kind: 'refusal', httpStatus: 422, params: [] },
  DRIFT_COAST_MISSING: { kind: 'refusal', httpStatus: 422, params: [] },
  DRIFT_FIELD_MALFORMED: { kind: 'refusal', httpStatus: 422, params: ['field', 'what'] },
  DRIFT_FIELD_NOT_FINITE: { kind: 'refusal', httpStatus: 422, params: ['field', 'timeIso', 'lonDeg', 'latDeg'] },
  DRIFT_FORCING_TOO_FAST: { kind: 'refusal', httpStatus: 422, params: ['field', 'speedMps', 'maxMps', 'timeIso', 'lonDeg', 'latDeg'] },
  DRIFT_CURRENT_TIME_GAP: { kind: 'refusal', httpStatus: 422, params: ['fromIso', 'toIso'] },
  DRIFT_WIND_TIME_GAP: { kind: 'refusal', httpStatus: 422, params: ['fromIso', 'toIso'] },
  DRIFT_RELEASE_ON_LAND: { kind: 'refusal', httpStatus: 422, params: ['lonDeg', 'latDeg', 'nearestWaterM'] },
  DRIFT_RELEASE_OUTSIDE_CURRENT: { kind: 'refusal', httpStatus: 422, params: ['lonDeg', 'latDeg'] },
  DRIFT_RELEASE_OUTSIDE_WIND: { kind: 'refusal', httpStatus: 422, params: ['lonDeg', 'latDeg'] },
  DRIFT_SITE_MALFORMED: { kind: 'refusal', httpStatus: 400, params: ['siteId', 'what'] },
  DRIFT_CANCELLED: { kind: 'refusal', httpStatus: 409, params: ['stepIndex', 'stepCount'] },
} as const satisfies ErrorCatalogue;
