// Brings a database to the schema this code knows, under a lock, each step in its own transaction.
// A step changed after release, or a database newer than the code, stops the start with a code.

import { createHash } from 'node:crypto';
import type pg from 'pg';
import { postgresError } from './failures.ts';
import type { Migration } from './migrations.ts';
import { MIGRATIONS } from './migrations.ts';
import type { PgPool } from './pool.ts';

/** Returns the versions that were applied now. */
export async function migrate(pool: PgPool, migrations: readonly Migration[] = MIGRATIONS): Promise<readonly number[]> {
  return pool.withClient(async (client) => {
    await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    try {
      return await applyMissing(client, migrations);
    } finally {
      // A connection that broke has let its locks go already.
      await client.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`).catch(() => undefined);
    }
  });
}

async function applyMissing(client: pg.PoolClient, migrations: readonly Migration[]): Promise<number[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS migration (
    version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  const { rows } = await client.query<{ version: number; checksum: string }>('SELECT version, checksum FROM migration ORDER BY version');
  const done = new Map(rows.map((row) => [row.version, row.checksum]));
  const known = Math.max(0, ...migrations.map((migration) => migration.version));
  const found = Math.max(0, ...done.keys());
  if (found > known) throw postgresError('POSTGRES_MIGRATION_NEWER', { found, known }, { retryable: false });
  const applied: number[] = [];
  for (const migration of migrations) {
    const checksum = createHash('sha256').update(migration.sql).digest('hex');
    const seen = done.get(migration.version);
    if (seen === checksum) continue;
    if (seen !== undefined) {
      throw postgresError('POSTGRES_MIGRATION_CHANGED', { version: migration.version, name: migration.name }, { retryable: false });
    }
    await apply(client, migration, checksum);
    applied.push(migration.version);
  }
  return applied;
}

async function apply(client: pg.PoolClient, migration: Migration, checksum: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query('INSERT INTO migration (version, name, checksum) VALUES ($1, $2, $3)', [migration.version, migration.name, checksum]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined); // The first error is the one to report.
    throw error;
  }
}

const MIGRATION_LOCK = 7_262_002;
