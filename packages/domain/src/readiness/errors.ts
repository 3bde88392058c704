// Refusals of readiness: rules of its registers, and of the three reserves. Codes that say why a
// supply does not count are also used as the reason of a plan.

import type { ErrorCatalogue } from '@anlan/kernel';

export const readinessErrors = {
  READINESS_CLEAR_VALUE_UNSAFE: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  READINESS_RANGE_REVERSED: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  READINESS_VALIDITY_REVERSED: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  READINESS_INSPECTION_UNDATED: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  READINESS_RAMP_UNORDERED: { kind: 'refusal', httpStatus: 422, params: ['field'] },
  READINESS_SUPPLY_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['registerId', 'id'] },
  READINESS_SUPPLY_ARCHIVED: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  READINESS_SUPPLY_NOT_READY: { kind: 'refusal', httpStatus: 409, params: ['id', 'state'] },
  READINESS_LOT_EXPIRED: { kind: 'refusal', httpStatus: 409, params: ['id', 'expiredAt'] },
  READINESS_LOT_INSPECTION_FAILED: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  READINESS_LOT_NOT_INSPECTED: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  READINESS_LOT_INSPECTION_LAPSED: { kind: 'refusal', httpStatus: 409, params: ['id', 'lapsedAt'] },
  READINESS_CONTRACT_NOT_VALID: { kind: 'refusal', httpStatus: 409, params: ['id', 'fromAt', 'untilAt'] },
  READINESS_CALL_UP_OVER_AGREED: { kind: 'refusal', httpStatus: 409, params: ['id', 'wanted', 'available'] },
  READINESS_STOCK_EDIT_FORBIDDEN: { kind: 'refusal', httpStatus: 403, params: ['id'] },
  READINESS_QUANTITY_NOT_POSITIVE: { kind: 'refusal', httpStatus: 422, params: ['id', 'quantity'] },
  READINESS_QUANTITY_TOO_FINE: { kind: 'refusal', httpStatus: 422, params: ['id', 'quantity'] },
  READINESS_COUNT_NOT_WAITING: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  READINESS_COUNT_WAITING: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  READINESS_COUNT_SAME_PERSON: { kind: 'refusal', httpStatus: 403, params: ['id'] },
  READINESS_COUNT_OUTDATED: { kind: 'refusal', httpStatus: 409, params: ['id', 'book', 'onHand'] },
  READINESS_TRANSFER_OTHER_KIND: { kind: 'refusal', httpStatus: 422, params: ['fromId', 'toId'] },
  READINESS_NOTE_MISSING: { kind: 'refusal', httpStatus: 400, params: ['id'] },
} as const satisfies ErrorCatalogue;
