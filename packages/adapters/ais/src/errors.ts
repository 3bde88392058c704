// Why a line was not taken, and failures of the transports. Lines are counted by code per door.
import type { ErrorCatalogue } from '@anlan/kernel';

export const aisErrors = {
  AIS_SENTENCE_MALFORMED: { kind: 'refusal', httpStatus: 400, params: [] },
  AIS_SENTENCE_OTHER: { kind: 'refusal', httpStatus: 400, params: [] },
  AIS_CHECKSUM_WRONG: { kind: 'refusal', httpStatus: 400, params: [] },
  AIS_LINE_TOO_LONG: { kind: 'refusal', httpStatus: 400, params: [] },
  AIS_PART_MISSING: { kind: 'refusal', httpStatus: 400, params: [] },
  AIS_TYPE_UNSUPPORTED: { kind: 'refusal', httpStatus: 400, params: [] },
  AIS_MESSAGE_SHORT: { kind: 'refusal', httpStatus: 400, params: [] },
  AIS_MMSI_IMPOSSIBLE: { kind: 'refusal', httpStatus: 400, params: [] },
  AIS_POSITION_IMPOSSIBLE: { kind: 'refusal', httpStatus: 400, params: [] },
  AIS_TIME_IMPOSSIBLE: { kind: 'refusal', httpStatus: 400, params: [] },
  AIS_CONNECTIONS_FULL: { kind: 'refusal', httpStatus: 503, params: ['limitCount'] },
  AIS_CONNECTION_SILENT: { kind: 'refusal', httpStatus: 408, params: [] },
  AIS_DATAGRAMS_DROPPED: { kind: 'failure', httpStatus: 503, params: [] },
  AIS_DATAGRAM_LOSS_UNKNOWN: { kind: 'failure', httpStatus: 500, params: [] },
  AIS_STORE_FAILED: { kind: 'failure', httpStatus: 503, params: ['detail'] },
  AIS_PORT_UNAVAILABLE: { kind: 'failure', httpStatus: 500, params: ['port', 'detail'] },
  AIS_FILE_UNREADABLE: { kind: 'failure', httpStatus: 500, params: ['path', 'detail'] },
} as const satisfies ErrorCatalogue;

export type AisCode = keyof typeof aisErrors;
