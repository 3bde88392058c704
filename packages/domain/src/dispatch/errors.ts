// Refusals of the dispatch stage.

import type { ErrorCatalogue } from '@anlan/kernel';

export const dispatchErrors = {
  DISPATCH_ORDER_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  DISPATCH_INCIDENT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  DISPATCH_INCIDENT_NOT_OPEN: { kind: 'refusal', httpStatus: 409, params: ['id', 'state'] },
  DISPATCH_PLAN_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  DISPATCH_OPTION_NOT_CHOSEN: { kind: 'refusal', httpStatus: 409, params: ['planId'] },
  DISPATCH_LINE_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['lineId'] },
  DISPATCH_LINE_ALREADY_ISSUED: { kind: 'refusal', httpStatus: 409, params: ['lineId', 'orderId'] },
  DISPATCH_NOTHING_TO_ISSUE: { kind: 'refusal', httpStatus: 409, params: ['planId'] },
  DISPATCH_UNIT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['registerId', 'id'] },
  DISPATCH_UNIT_NOT_READY: { kind: 'refusal', httpStatus: 409, params: ['id', 'state'] },
  DISPATCH_UNIT_HELD: { kind: 'refusal', httpStatus: 409, params: ['id', 'orderId', 'incidentId'] },
  DISPATCH_QUANTITY_NOT_POSITIVE: { kind: 'refusal', httpStatus: 422, params: ['id', 'quantity'] },
  DISPATCH_QUANTITY_TOO_FINE: { kind: 'refusal', httpStatus: 422, params: ['id', 'quantity'] },
  DISPATCH_ORDER_EMPTY: { kind: 'refusal', httpStatus: 422, params: ['incidentId'] },
  DISPATCH_DUE_REVERSED: { kind: 'refusal', httpStatus: 422, params: ['departDueAt', 'arriveDueAt'] },
  DISPATCH_STEP_ILLEGAL: { kind: 'refusal', httpStatus: 409, params: ['id', 'from', 'step'] },
  DISPATCH_TIME_OUT_OF_ORDER: { kind: 'refusal', httpStatus: 422, params: ['id', 'at'] },
  DISPATCH_REASON_MISSING: { kind: 'refusal', httpStatus: 400, params: ['id'] },
} as const satisfies ErrorCatalogue;
