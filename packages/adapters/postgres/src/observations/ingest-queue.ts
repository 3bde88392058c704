// Group commit: one COPY transaction in flight; what arrives meanwhile forms the next group. A
// submission is answered only after COMMIT. The queue is bounded and says so (POSTGRES_INGEST_BUSY):
// the sender keeps what was refused, nothing is dropped here.

import type { Reading, VesselState } from '@anlan/domain';
import { AdapterError } from '@anlan/kernel';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { postgresError } from '../failures.ts';
import type { PgPool } from '../pool.ts';
import type { Partitions } from './partitions.ts';
import { READING_COLUMNS, VESSEL_COLUMNS, checkStorable, encodeReadings, encodeVesselStates } from './rows.ts';

export interface IngestQueue {
  /** Resolves after COMMIT; rejects with AdapterError when nothing of it was kept. */
  submit(readings: readonly Reading[], states: readonly VesselState[]): Promise<void>;
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
    try {
      await commitGroup(options.pool, options.partitions, group);
    } catch (error) {
      // One submission that the database will never take must not take its neighbours with it.
      const alone = group.length === 1 || (error instanceof AdapterError && error.retryable);
      if (!alone) return void (await Promise.all(group.map((one) => settle([one]))));
      for (const one of group) one.reject(error);
      return;
    }
    for (const one of group) {
      options.onCommitted(one.readings, one.states);
      one.resolve();
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
      if (rowCount === 0) return Promise.resolve();
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
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

function takeGroup(pending: Submission[]): Submission[] {
  let rowCount = 0;
  let takenCount = 0;
  while (takenCount < pending.length && rowCount < GROUP_LIMIT_COUNT) rowCount += pending[takenCount++]?.rowCount ?? 0;
  return pending.splice(0, takenCount);
}

async function commitGroup(pool: PgPool, partitions: Partitions, group: readonly Submission[]): Promise<void> {
  const readings = group.length === 1 ? (group[0]?.readings ?? []) : group.flatMap((one) => one.readings);
  const states = group.length === 1 ? (group[0]?.states ?? []) : group.flatMap((one) => one.states);
  await partitions.ensure('reading', readings);
  await partitions.ensure('vessel_state', states);
  await pool.transaction(async (client) => {
    if (readings.length > 0) await copyInto(client, `reading (${READING_COLUMNS})`, encodeReadings(readings));
    if (states.length > 0) await copyInto(client, `vessel_state (${VESSEL_COLUMNS})`, encodeVesselStates(states));
  });
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
