// A database server we may use: the embedded one or any PostgreSQL from 15 on by DATABASE_URL.
// Databases go by name, so that a play and each test have their own beside the real one.

import pg from 'pg';
import { guarded, postgresError } from './failures.ts';

export interface DatabaseServer {
  /** Connection string for one database of this server. */
  connectionString(databaseName: string): string;
  /** True when it was made; false when it was there. */
  createDatabase(databaseName: string): Promise<boolean>;
  /** Ends its sessions and drops it; true when it was there. */
  dropDatabase(databaseName: string): Promise<boolean>;
  listDatabases(): Promise<readonly string[]>;
  /** Clients connected to a database now. */
  countSessions(databaseName: string): Promise<number>;
}

/** `maintenanceDatabase` is the one to connect to for making and dropping others. */
export function createDatabaseServer(serverUrl: string, maintenanceDatabase: string): DatabaseServer {
  const connectionString = (databaseName: string): string => {
    const url = new URL(serverUrl);
    url.pathname = `/${encodeURIComponent(databaseName)}`;
    return url.href;
  };
  const ask = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> =>
    guarded(async () => {
      const client = new pg.Client({ connectionString: connectionString(maintenanceDatabase), connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
      client.on('error', () => undefined); // The pending query rejects with the same error.
      await client.connect();
      try {
        return (await client.query<Row>(text, values)).rows;
      } finally {
        await client.end().catch(() => undefined);
      }
    });
  const exists = async (name: string): Promise<boolean> =>
    (await ask('SELECT 1 FROM pg_database WHERE datname = $1', [name])).length > 0;
  return {
    connectionString,
    async createDatabase(name) {
      if (await exists(name)) return false;
      await ask(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8'`);
      return true;
    },
    async dropDatabase(name) {
      if (!(await exists(name))) return false;
      await ask(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
      return true;
    },
    async listDatabases() {
      const rows = await ask<{ datname: string }>('SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY datname');
      return rows.map((row) => row.datname);
    },
    async countSessions(name) {
      const rows = await ask<{ n: string }>(`SELECT count(*) AS n FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`, [name]);
      return Number(rows[0]?.n ?? 0);
    },
  };
}

export interface ExternalDatabase extends DatabaseServer {
  /** The database that the URL itself names. */
  readonly databaseName: string;
}

/** The DATABASE_URL path. Refuses servers older than PostgreSQL 15. */
export async function connectDatabaseUrl(databaseUrl: string): Promise<ExternalDatabase> {
  const databaseName = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => undefined); // The pending query rejects with the same error.
  const version = await guarded(async () => {
    await client.connect();
    try {
      return Number((await client.query<{ v: string }>(`SELECT current_setting('server_version_num') AS v`)).rows[0]?.v);
    } finally {
      await client.end().catch(() => undefined);
    }
  });
  if (version < OLDEST_VERSION_NUM) {
    throw postgresError('POSTGRES_VERSION_TOO_OLD', { found: Math.floor(version / 10_000), needed: OLDEST_VERSION_NUM / 10_000 }, { retryable: false });
  }
  return { ...createDatabaseServer(databaseUrl, databaseName), databaseName };
}

const OLDEST_VERSION_NUM = 150_000;
const CONNECT_TIMEOUT_MS = 5_000;
