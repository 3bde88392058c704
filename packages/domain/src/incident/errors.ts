// Refusals of the incident stage.
import type { ErrorCatalogue } from '@anlan/kernel';

export const incidentErrors = {
  INCIDENT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  INCIDENT_KIND_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['kindCode'] },
  INCIDENT_TEXT_MISSING: { kind: 'refusal', httpStatus: 400, params: ['field'] },
  INCIDENT_TIME_IN_FUTURE: { kind: 'refusal', httpStatus: 422, params: ['at'] },
  INCIDENT_OVER: { kind: 'refusal', httpStatus: 409, params: ['id', 'state'] },
  INCIDENT_STATE_WRONG: { kind: 'refusal', httpStatus: 409, params: ['state', 'command'] },
  INCIDENT_FACT_CODE_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['code'] },
  INCIDENT_FACT_EMPTY: { kind: 'refusal', httpStatus: 422, params: ['code'] },
  INCIDENT_FACT_UNIT_WRONG: { kind: 'refusal', httpStatus: 422, params: ['code', 'unitCode', 'expectedUnitCode'] },
  INCIDENT_FACT_VALUE_WRONG: { kind: 'refusal', httpStatus: 422, params: ['code', 'text', 'min', 'max', 'unitCode'] },
  INCIDENT_FACT_TO_CORRECT_UNKNOWN: { kind: 'refusal', httpStatus: 409, params: ['factId'] },
  INCIDENT_FACT_VERIFY_FORBIDDEN: { kind: 'refusal', httpStatus: 403, params: ['code', 'actorName'] },
  INCIDENT_FACT_VERIFIED_STANDS: { kind: 'refusal', httpStatus: 403, params: ['code', 'factId', 'actorName'] },
  INCIDENT_LEVEL_UNREADABLE: { kind: 'refusal', httpStatus: 422, params: ['levelIndex'] },
  INCIDENT_LEVEL_SAME: { kind: 'refusal', httpStatus: 409, params: ['levelIndex'] },
  INCIDENT_OWNER_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['organisationId'] },
  INCIDENT_OWNER_SAME: { kind: 'refusal', httpStatus: 409, params: ['organisationId'] },
  INCIDENT_CLOCK_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['clockId'] },
  INCIDENT_CLOCK_ANSWERED: { kind: 'refusal', httpStatus: 409, params: ['clockId', 'by'] },
  INCIDENT_CLOCK_ANSWER_TOO_EARLY: { kind: 'refusal', httpStatus: 422, params: ['startAt'] },
  INCIDENT_CLOCK_REPLACED: { kind: 'refusal', httpStatus: 409, params: ['clockId', 'replacedByClockId'] },
  INCIDENT_CONDITIONS_MISSING: { kind: 'refusal', httpStatus: 409, params: ['missing', 'missingCount'] },
  INCIDENT_CLOSE_REFUSED: { kind: 'refusal', httpStatus: 409, params: ['orderCount', 'clockCount', 'holdingCount', 'alertCount', 'reviewState'] },
} as const satisfies ErrorCatalogue;
