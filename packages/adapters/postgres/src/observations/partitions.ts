// Day partitions of the observation tables, made when a day first occurs. Days far from the time
// of receipt, and days of which rows already lie in the default partition, stay in the default
// partition: nothing is refused for its date here, and nobody can make us create a table per day
// of ten thousand years. A partition that has closed gets the index that would be too dear while hot.

import type { Instant } from '@anlan/kernel';
import { codeOf } from '../failures.ts';
import type { PgPool } from '../pool.ts';

export type PartitionedTable = 'reading' | 'vessel_state';

export interface Partitions {
  /** Makes the missing day partitions for these observations. */
  ensure(table: PartitionedTable, observations: readonly { readonly observedAt: Instant; readonly receivedAt: Instant }[]): Promise<void>;
  /** Adds the (sensor, time) index to reading partitions of days before `now` − 1 day; returns their names. */
  sealClosed(now: Instant): Promise<readonly string[]>;
  /** Drops whole days before `beforeAt`; returns the names of dropped partitions. */
  dropBefore(beforeAt: Instant): Promise<readonly string[]>;
}

export function createPartitions(pool: PgPool): Partitions {
  const settled: Readonly<Record<PartitionedTable, Set<number>>> = { reading: new Set(), vessel_state: new Set() };
  return {
    async ensure(table, observations) {
      for (const { observedAt, receivedAt } of observations) {
        const dayIndex = Math.floor(observedAt / DAY_MS);
        if (settled[table].has(dayIndex)) continue;
        if (observedAt < receivedAt - PAST_WINDOW_MS || observedAt > receivedAt + FUTURE_WINDOW_MS) continue;
        await createDay(pool, table, dayIndex);
        settled[table].add(dayIndex);
      }
    },
    async sealClosed(now) {
      const closedBefore = Math.floor(now / DAY_MS) - 1;
      const names = (await listDays(pool, 'reading')).filter((day) => day.dayIndex < closedBefore && !day.sealed).map((day) => day.name);
      for (const name of names) await pool.query(`CREATE INDEX IF NOT EXISTS ${name}_sensor ON ${name} (sensor_id, observed_at)`);
      return names;
    },
    async dropBefore(beforeAt) {
      const dropped: string[] = [];
      for (const table of ['reading', 'vessel_state'] as const) {
        for (const day of await listDays(pool, table)) {
          if ((day.dayIndex + 1) * DAY_MS > beforeAt) continue;
          await pool.query(`DROP TABLE ${day.name}`);
          settled[table].delete(day.dayIndex);
          dropped.push(day.name);
        }
      }
      return dropped;
    },
  };
}

async function createDay(pool: PgPool, table: PartitionedTable, dayIndex: number): Promise<void> {
  const fromIso = new Date(dayIndex * DAY_MS).toISOString();
  const toIso = new Date((dayIndex + 1) * DAY_MS).toISOString();
  const name = `${table}_${fromIso.slice(0, 10).replaceAll('-', '')}`;
  try {
    await pool.transaction(async (client) => {
      await client.query(`SELECT pg_advisory_xact_lock(${PARTITION_LOCK})`);
      await client.query(`CREATE TABLE IF NOT EXISTS ${name} PARTITION OF ${table} FOR VALUES FROM ('${fromIso}') TO ('${toIso}')`);
    });
  } catch (error) {
    // check_violation: rows of this day already lie in the default partition; they stay together.
    if (codeOf((error as Error).cause) !== CHECK_VIOLATION) throw error;
  }
}

async function listDays(pool: PgPool, table: PartitionedTable): Promise<{ name: string; dayIndex: number; sealed: boolean }[]> {
  const rows = await pool.query<{ name: string; sealed: boolean }>(
    `SELECT c.relname AS name, to_regclass(c.relname || '_sensor') IS NOT NULL AS sealed
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = $1::regclass ORDER BY c.relname`,
    [table],
  );
  return rows.flatMap((row) => {
    const digits = /_(\d{4})(\d{2})(\d{2})$/.exec(row.name);
    if (digits === null) return [];
    return [{ ...row, dayIndex: Date.UTC(Number(digits[1]), Number(digits[2]) - 1, Number(digits[3])) / DAY_MS }];
  });
}

const DAY_MS = 86_400_000;
/** A replayed archive of about a year still gets days of its own. */
const PAST_WINDOW_MS = 400 * DAY_MS;
const FUTURE_WINDOW_MS = 2 * DAY_MS;
const PARTITION_LOCK = 7_262_004;
const CHECK_VIOLATION = '23514';
