// Failures and refusals of the database and of its launcher.
import type { ErrorCatalogue } from '@anlan/kernel';

export const postgresErrors = {
  POSTGRES_UNAVAILABLE: { kind: 'failure', httpStatus: 503, params: ['detail'] },
  POSTGRES_BUSY: { kind: 'failure', httpStatus: 503, params: ['detail'] },
  POSTGRES_INGEST_BUSY: { kind: 'failure', httpStatus: 503, params: ['queuedCount', 'limitCount'] },
  POSTGRES_DISK_FULL: { kind: 'failure', httpStatus: 507, params: ['detail'] },
  POSTGRES_FAILED: { kind: 'failure', httpStatus: 500, params: ['sqlState', 'detail'] },
  POSTGRES_VALUE_UNSTORABLE: { kind: 'failure', httpStatus: 400, params: ['field', 'detail'] },
  POSTGRES_CLOSED: { kind: 'failure', httpStatus: 503, params: [] },
  POSTGRES_ARTEFACT_TOO_LARGE: { kind: 'failure', httpStatus: 413, params: ['sizeBytes', 'limitBytes'] },
  POSTGRES_VERSION_TOO_OLD: { kind: 'failure', httpStatus: 500, params: ['found', 'needed'] },
  POSTGRES_MIGRATION_CHANGED: { kind: 'failure', httpStatus: 500, params: ['version', 'name'] },
  POSTGRES_MIGRATION_NEWER: { kind: 'failure', httpStatus: 500, params: ['found', 'known'] },
  POSTGRES_MOVES_OUTSIDE_LOG: { kind: 'failure', httpStatus: 500, params: [] },
  POSTGRES_PLATFORM_UNSUPPORTED: { kind: 'failure', httpStatus: 500, params: ['platform', 'arch'] },
  POSTGRES_INIT_FAILED: { kind: 'failure', httpStatus: 500, params: ['detail'] },
  POSTGRES_START_FAILED: { kind: 'failure', httpStatus: 500, params: ['detail'] },
  POSTGRES_ALREADY_RUNNING: { kind: 'failure', httpStatus: 409, params: ['dataDir', 'holder'] },
  POSTGRES_NOT_RUNNING: { kind: 'failure', httpStatus: 503, params: ['dataDir'] },
  POSTGRES_CLUSTER_MAJOR: { kind: 'failure', httpStatus: 500, params: ['clusterMajor', 'binaryMajor', 'dataDir'] },
  POSTGRES_DIRECTORY_UNREACHABLE: { kind: 'failure', httpStatus: 500, params: ['path', 'user'] },
  POSTGRES_USER_FAILED: { kind: 'failure', httpStatus: 500, params: ['user', 'detail'] },
} as const satisfies ErrorCatalogue;

export type PostgresErrorCode = keyof typeof postgresErrors;
