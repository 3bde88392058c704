// Refusals of the memory.
import type { ErrorCatalogue } from '@anlan/kernel';

export const logErrors = {
  LOG_VERSION_CONFLICT: { kind: 'refusal', httpStatus: 409, params: ['stream', 'expectedVersion', 'actualVersion'] },
  LOG_HOLDING_SHORT: { kind: 'refusal', httpStatus: 409, params: ['holdingId', 'wanted', 'available'] },
  LOG_HOLDING_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['holdingId'] },
  LOG_DRILL_CANNOT_LEAVE: { kind: 'refusal', httpStatus: 403, params: ['realm'] },
} as const satisfies ErrorCatalogue;
