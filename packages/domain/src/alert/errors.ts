// Refusals of the alert stage.
import type { ErrorCatalogue } from '@anlan/kernel';

export const alertErrors = {
  ALERT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  ALERT_ANSWERED: { kind: 'refusal', httpStatus: 409, params: ['id', 'state', 'by'] },
  ALERT_REASON_MISSING: { kind: 'refusal', httpStatus: 400, params: ['id'] },
  ALERT_RULE_CONTRADICTS: { kind: 'refusal', httpStatus: 422, params: ['ruleId', 'thresholdValue', 'clearValue'] },
} as const satisfies ErrorCatalogue;
