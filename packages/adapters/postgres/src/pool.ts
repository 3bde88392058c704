// The pool of connections to one database, and transactions on it. A broken connection is thrown
// away and the next caller gets a new one, so work goes on by itself when the database is back.

import pg from 'pg';
import { asAdapterError, guarded, postgresError } from './failures.ts';

export interface PgPoolOptions {
  readonly connectionString: string;
  readonly maxCount?: number;
  readonly applicationName?: string;
}

/** One migrated database, shared by event log, views, observations and artefacts. */
export interface PgPool {
  /** One statement outside a transaction. */
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs `work` on one connection between BEGIN and COMMIT; anything thrown rolls back. */
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  /** One connection, for COPY and for locks that outlive a transaction. */
  withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createPgPool(options: PgPoolOptions): PgPool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.maxCount ?? DEFAULT_MAX_COUNT,
    application_name: options.applicationName ?? 'anlan',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    options: `-c timezone=UTC -c lock_timeout=${LOCK_TIMEOUT_MS}`,
  });
  pool.on('error', () => undefined); // An idle connection broke; the pool has already dropped it.
  // For the whole life of a connection: one that is thrown away may still say that it was cut, and an
  // error that nobody hears ends the process. The running query rejects with the same error.
  pool.on('connect', (client) => client.on('error', () => undefined));
  let closed = false;
  const withClient = <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
    guarded(async () => {
      if (closed) throw postgresError('POSTGRES_CLOSED', {}, { retryable: false });
      const client = await pool.connect();
      let failure: Error | undefined;
      try {
        return await work(client);
      } catch (error) {
        failure = asAdapterError(error);
        throw failure;
      } finally {
        client.release(failure !== undefined && isLost(failure));
      }
    });
  return {
    withClient,
    query: <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      withClient(async (client) => (await client.query<Row>(text, [...values])).rows),
    transaction: (work) => withClient((client) => inTransaction(client, work)),
    async close() {
      if (closed) return;
      closed = true;
      await pool.end();
    },
  };
}

async function inTransaction<T>(client: pg.PoolClient, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const value = await work(client);
    await client.query('COMMIT');
    return value;
  } catch (error) {
    // When ROLLBACK fails too the connection is gone, and with it the transaction.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** A connection in an unknown state is never given to anybody again. */
function isLost(error: Error): boolean {
  return (error as { code?: string }).code !== 'POSTGRES_BUSY';
}

const DEFAULT_MAX_COUNT = 12;
const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_TIMEOUT_MS = 30_000;
const LOCK_TIMEOUT_MS = 15_000;
