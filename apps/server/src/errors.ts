// Refusals of the server's own doors: before a command reaches the domain.
import type { ErrorCatalogue } from '@anlan/kernel';

export const serverErrors = {
  HTTP_BODY_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['detail'] },
  HTTP_INPUT_INVALID: { kind: 'refusal', httpStatus: 400, params: ['where', 'detail'] },
  HTTP_BODY_TOO_LARGE: { kind: 'refusal', httpStatus: 413, params: ['limitBytes'] },
  HTTP_ROUTE_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['method', 'path'] },
  HTTP_SESSION_MISSING: { kind: 'refusal', httpStatus: 401, params: [] },
  HTTP_LOGIN_REFUSED: { kind: 'refusal', httpStatus: 401, params: [] },
  HTTP_LOGIN_WAIT: { kind: 'refusal', httpStatus: 429, params: ['retryAfterS'] },
  HTTP_DEVICE_TOKEN_REFUSED: { kind: 'refusal', httpStatus: 401, params: [] },
  SERVER_MODE_MISMATCH: { kind: 'failure', httpStatus: 500, params: ['found', 'wanted'] },
  HTTP_TOO_MANY: { kind: 'refusal', httpStatus: 429, params: ['retryAfterS'] },
  HTTP_ORIGIN_REFUSED: { kind: 'refusal', httpStatus: 403, params: ['origin'] },
  HTTP_MEDIA_REFUSED: { kind: 'refusal', httpStatus: 415, params: ['mediaType'] },
  HTTP_ARTEFACT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  HTTP_TIDE_STATION_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['stationId'] },
  SERVER_FAILED: { kind: 'failure', httpStatus: 500, params: [] },
  SERVER_CONFIG_INVALID: { kind: 'failure', httpStatus: 500, params: ['name', 'value', 'expected'] },
  SERVER_STOPPING: { kind: 'failure', httpStatus: 503, params: [] },
  SERVER_PORT_TAKEN: { kind: 'failure', httpStatus: 500, params: ['port'] },
} as const satisfies ErrorCatalogue;
