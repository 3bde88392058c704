// Refusals of the memory, and what a verification may find.
import type { ErrorCatalogue } from '@anlan/kernel';

export const logErrors = {
  LOG_VERSION_CONFLICT: { kind: 'refusal', httpStatus: 409, params: ['stream', 'expectedVersion', 'actualVersion'] },
  LOG_HOLDING_SHORT: { kind: 'refusal', httpStatus: 409, params: ['holdingId', 'wanted', 'available'] },
  LOG_HOLDING_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['holdingId'] },
  LOG_CHAIN_BROKEN: { kind: 'failure', httpStatus: 500, params: ['realm', 'positionIndex', 'eventCount'] },
  LOG_TAIL_CUT: { kind: 'failure', httpStatus: 500, params: ['realm', 'checkpointCount', 'eventCount', 'hash', 'at'] },
  LOG_REWRITTEN: { kind: 'failure', httpStatus: 500, params: ['realm', 'checkpointCount', 'eventCount', 'hash', 'at'] },
  LOG_HEAD_NOT_FOUND: { kind: 'failure', httpStatus: 500, params: ['hash'] },
  LOG_HOLDING_DIFFERS: { kind: 'failure', httpStatus: 500, params: ['realm', 'holdingId', 'logged', 'kept'] },
  LOG_CHECKPOINT_UNREADABLE: { kind: 'failure', httpStatus: 500, params: ['path', 'lineIndex'] },
  LOG_DRILL_CANNOT_LEAVE: { kind: 'refusal', httpStatus: 403, params: ['realm'] },
} as const satisfies ErrorCatalogue;
