// Turns what the driver throws into AdapterError with a code that callers can act on: retry,
// free the disk, or report a fault of ours. SQLSTATE classes: PostgreSQL manual, appendix A.

import { AdapterError, AssertionFailure } from '@anlan/kernel';
import type { PostgresErrorCode } from './errors.ts';

export function postgresError(
  code: PostgresErrorCode,
  params: Readonly<Record<string, string | number>>,
  options: { readonly retryable: boolean; readonly cause?: unknown },
): AdapterError {
  return new AdapterError(code, { params, retryable: options.retryable, cause: options.cause });
}

/** Any thrown value of the driver as an AdapterError; our own errors pass through unchanged. */
export function asAdapterError(error: unknown): Error {
  if (error instanceof AdapterError || error instanceof AssertionFailure) return error;
  const detail = error instanceof Error ? error.message : String(error);
  const sqlState = codeOf(error);
  if (isDiskFull(sqlState)) return postgresError('POSTGRES_DISK_FULL', { detail }, { retryable: true, cause: error });
  if (isUnavailable(sqlState, detail)) return postgresError('POSTGRES_UNAVAILABLE', { detail }, { retryable: true, cause: error });
  if (BUSY.has(sqlState)) return postgresError('POSTGRES_BUSY', { detail }, { retryable: true, cause: error });
  if (sqlState === MOVES_OUTSIDE_LOG) return postgresError('POSTGRES_MOVES_OUTSIDE_LOG', {}, { retryable: false, cause: error });
  return postgresError('POSTGRES_FAILED', { sqlState: sqlState === '' ? 'none' : sqlState, detail }, { retryable: false, cause: error });
}

/** Runs `work` and throws only AdapterError (or AssertionFailure). */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asAdapterError(error);
  }
}

/** SQLSTATE of a server error or the system's code of a socket error; empty when there is none. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

function isDiskFull(code: string): boolean {
  return code === '53100' || code === 'ENOSPC';
}

function isUnavailable(code: string, detail: string): boolean {
  return code.startsWith('08') || UNAVAILABLE.has(code) || DRIVER_LOST.test(detail);
}

/** admin_shutdown, crash_shutdown, cannot_connect_now, database_dropped, and sockets that break. */
const UNAVAILABLE = new Set([
  '57P01', '57P02', '57P03', '57P04',
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN',
]);
/** lock_not_available, query_canceled by a time limit, too_many_connections, serialization, deadlock. */
const BUSY = new Set(['55P03', '57014', '53300', '40001', '40P01']);
/** Raised by migration 7. */
const MOVES_OUTSIDE_LOG = 'AN002';
/** What the `pg` driver says, without a code, when a connection is lost or cannot be had. */
const DRIVER_LOST = /Connection terminated|connection is closed|not queryable|timeout exceeded when trying to connect|Client was closed/i;
