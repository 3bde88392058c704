// What a routing server can do to us, and what we refuse to ask of it.

import type { ErrorCatalogue } from '@anlan/kernel';

export const routingErrors = {
  ROUTING_UNREACHABLE: { kind: 'failure', httpStatus: 502, params: ['engine', 'detail'] },
  ROUTING_TIMEOUT: { kind: 'failure', httpStatus: 504, params: ['engine', 'timeoutMs'] },
  ROUTING_ANSWER_UNREADABLE: { kind: 'failure', httpStatus: 502, params: ['engine', 'detail'] },
  ROUTING_SERVER_REFUSED: { kind: 'failure', httpStatus: 502, params: ['engine', 'detail'] },
  ROUTING_FERRY_NOT_EXCLUDED: { kind: 'failure', httpStatus: 502, params: ['engine', 'detail'] },
  ROUTING_CLOSURES_NOT_SUPPORTED: { kind: 'refusal', httpStatus: 422, params: ['engine', 'names'] },
  ROUTING_TOO_MANY_PLACES: { kind: 'refusal', httpStatus: 413, params: ['placeCount', 'placeCountMax'] },
} as const satisfies ErrorCatalogue;
