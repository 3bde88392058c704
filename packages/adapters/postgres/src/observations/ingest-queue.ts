// Group commit: one COPY transaction in flight; what arrives meanwhile forms the next group. A
// submission is answered only after COMMIT. The queue is bounded and says so (POSTGRES_INGEST_BUSY):
// the sender keeps what was refused, nothing is dropped here. Readings go through a staging table,
// because COPY cannot pass over what is known: (instant, sensor, value) is stored once.

import type { Reading, VesselState } from '@anlan/domain';
import { AdapterError } from '@anlan/kernel';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { postgresError } from '../failures.ts';
import type { PgPool } from '../pool.ts';
import type { Partitions } from './partitions.ts';
import type { ReadingRow } from './rows.ts';
import { READING_COLUMNS, VESSEL_COLUMNS, checkStorable, encodeReadings, encodeVesselStates, rowToReading } from './rows.ts';

export interface IngestQueue {
  /** Resolves after COMMIT with the readings that were known before; rejects with AdapterError when nothing of it was kept. */
  submit(readings: readonly Reading[], states: readonly VesselState[]): Promise<readonly Reading[]>;
  queuedCount(): number;
  /** Resolves when everything that was accepted has been answered. */
  drain(): Promise<void>;
}

export function createIngestQueue(options: {
  readonly pool: PgPool;
  readonly partitions: Partitions;
  readonly limitCount: number;
  /** Told after each COMMIT, before the submitters are. */
  readonly onCommitted: (readings: readonly Reading[], states: readonly VesselState[]) => void;
}): IngestQueue {
  const pending: Submission[] = [];
  let queuedCount = 0;
  let pump: Promise<void> | undefined;
  const settle = async (group: readonly Submission[]): Promise<void> => {
    let known: ReadonlySet<Reading>;
    try {
      known = await commitGroup(options.pool, options.partitions, group);
    } catch (error) {
      // One submission that the database will never take must not take its neighbours with it.
      const alone = group.length === 1 || (error instanceof AdapterError && error.retryable);
      if (!alone) return void (await Promise.all(group.map((one) => settle([one]))));
      for (const one of group) one.reject(error);
      return;
    }
    for (const one of group) {
      const again = known.size === 0 ? [] : one.readings.filter((reading) => known.has(reading));
      options.onCommitted(again.length === 0 ? one.readings : one.readings.filter((reading) => !known.has(reading)), one.states);
      one.resolve(again);
    }
  };
  const run = async (): Promise<void> => {
    while (pending.length > 0) {
      const group = takeGroup(pending);
      await settle(group);
      for (const one of group) queuedCount -= one.rowCount;
    }
    pump = undefined;
  };
  return {
    submit(readings, states) {
      const rowCount = readings.length + states.length;
      if (rowCount === 0) return Promise.resolve([]);
      return new Promise((resolve, reject) => {
        checkStorable(readings, states);
        if (queuedCount > 0 && queuedCount + rowCount > options.limitCount) {
          throw postgresError('POSTGRES_INGEST_BUSY', { queuedCount, limitCount: options.limitCount }, { retryable: true });
        }
        queuedCount += rowCount;
        pending.push({ readings, states, rowCount, resolve, reject });
        pump ??= run();
      });
    },
    queuedCount: () => queuedCount,
    async drain() {
      while (pump !== undefined) await pump;
    },
  };
}

interface Submission {
  readonly readings: readonly Reading[];
  readonly states: readonly VesselState[];
  readonly rowCount: number;
  readonly resolve: (known: readonly Reading[]) => void;
  readonly reject: (error: unknown) => void;
}

function takeGroup(pending: Submission[]): Submission[] {
  let rowCount = 0;
  let takenCount = 0;
  while (takenCount < pending.length && rowCount < GROUP_LIMIT_COUNT) rowCount += pending[takenCount++]?.rowCount ?? 0;
  return pending.splice(0, takenCount);
}

/** Answers the readings that were known before, or stand twice in the group. */
async function commitGroup(pool: PgPool, partitions: Partitions, group: readonly Submission[]): Promise<ReadonlySet<Reading>> {
  const readings = group.length === 1 ? (group[0]?.readings ?? []) : group.flatMap((one) => one.readings);
  const states = group.length === 1 ? (group[0]?.states ?? []) : group.flatMap((one) => one.states);
  const { first, again } = firstOfEach(readings);
  await partitions.ensure('reading', first);
  await partitions.ensure('vessel_state', states);
  return pool.transaction(async (client) => {
    const known = first.length === 0 ? [] : await insertReadings(client, first);
    if (states.length > 0) await copyInto(client, `vessel_state (${VESSEL_COLUMNS})`, encodeVesselStates(states));
    return new Set([...again, ...known]);
  });
}

/** Several senders may say the same at once; the first of them is stored. */
function firstOfEach(readings: readonly Reading[]): { readonly first: readonly Reading[]; readonly again: readonly Reading[] } {
  const seen = new Set<string>();
  const first: Reading[] = [];
  const again: Reading[] = [];
  for (const reading of readings) {
    const sizeBefore = seen.size;
    seen.add(keyOf(reading));
    (seen.size > sizeBefore ? first : again).push(reading);
  }
  return { first, again };
}

/** Answers those that the table held before. */
async function insertReadings(client: pg.PoolClient, readings: readonly Reading[]): Promise<readonly Reading[]> {
  await client.query(STAGING_SQL);
  await copyInto(client, `reading_staging (${READING_COLUMNS})`, encodeReadings(readings));
  const { rows } = await client.query<ReadingRow>(INSERT_SQL);
  if (rows.length === 0) return [];
  const known = new Set(rows.map(rowToReading).map(keyOf));
  return readings.filter((reading) => known.has(keyOf(reading)));
}

/** What makes a reading the same reading, through whichever door it came. */
function keyOf({ observedAt, readingValue, sensorId }: Reading): string {
  return `${observedAt} ${readingValue} ${sensorId}`;
}

function copyInto(client: pg.PoolClient, target: string, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = client.query(copyFrom(`COPY ${target} FROM STDIN BINARY`));
    stream.once('error', reject);
    stream.once('finish', () => resolve());
    stream.end(body);
  });
}

/** Rows of one transaction: large enough to hide the fsync, small enough for memory and latency. */
const GROUP_LIMIT_COUNT = 20_000;
const STAGING_SQL = 'CREATE TEMP TABLE IF NOT EXISTS reading_staging (LIKE reading) ON COMMIT DELETE ROWS';
/** One statement stores what is new and answers the rest. */
const INSERT_SQL = `
WITH stored AS (INSERT INTO reading (${READING_COLUMNS}) SELECT ${READING_COLUMNS} FROM reading_staging ON CONFLICT DO NOTHING RETURNING observed_at, sensor_id, reading_value)
SELECT ${READING_COLUMNS} FROM reading_staging s
 WHERE NOT EXISTS (SELECT FROM stored r WHERE r.observed_at = s.observed_at AND r.sensor_id = s.sensor_id AND r.reading_value = s.reading_value)`;
