// Observations in PostgreSQL: readings and vessel states by COPY into day partitions, the latest of
// each in memory. The port's promise: appendReadings resolves after COMMIT, and not before.

import type { ObservationStore, Reading, VesselState } from '@anlan/domain';
import type { PgPool } from '../pool.ts';
import { isoOf } from '../memory/rows.ts';
import { createIngestQueue } from './ingest-queue.ts';
import type { Latest } from './latest.ts';
import { createLatest } from './latest.ts';
import type { Partitions } from './partitions.ts';
import { createPartitions } from './partitions.ts';
import type { ReadingRow, VesselRow } from './rows.ts';
import { READING_COLUMNS, VESSEL_COLUMNS, rowToReading, rowToVesselState, vesselStateText } from './rows.ts';

export interface PgObservations extends ObservationStore, Pick<Partitions, 'sealClosed' | 'dropBefore'> {
  /** Rows accepted and not yet answered. */
  queuedCount(): number;
  /** Writes the latest values now. */
  flushLatest(): Promise<void>;
  /** Answers what was accepted, writes the latest values, stops the timer. */
  close(): Promise<void>;
}

export async function createPgObservations(options: {
  readonly pool: PgPool;
  readonly queueLimitCount?: number;
  readonly flushIntervalMs?: number;
  /** Told when a timed flush fails; it is tried again at the next tick. */
  readonly onFlushFailure?: (error: unknown) => void;
}): Promise<PgObservations> {
  const { pool } = options;
  const latestReadings = createLatest<Reading>({ keyOf: (r) => r.sensorId, limitCount: SENSOR_LIMIT_COUNT, write: (items) => writeReadings(pool, items) });
  const latestVessels = createLatest<VesselState>({ keyOf: (s) => s.mmsi, limitCount: VESSEL_LIMIT_COUNT, write: (items) => writeVessels(pool, items) });
  await warmLoad(pool, latestReadings, latestVessels);
  const partitions = createPartitions(pool);
  const queue = createIngestQueue({
    pool, partitions, limitCount: options.queueLimitCount ?? QUEUE_LIMIT_COUNT,
    onCommitted: (readings, states) => { latestReadings.take(readings); latestVessels.take(states); },
  });
  let flushing: Promise<void> = Promise.resolve();
  const flushLatest = (): Promise<void> => {
    const next = flushing.then(async () => { await latestReadings.flush(); await latestVessels.flush(); });
    flushing = next.catch(() => undefined); // The caller of this flush gets the error; later ones start fresh.
    return next;
  };
  const timer = setInterval(() => { flushLatest().catch((error: unknown) => options.onFlushFailure?.(error)); }, options.flushIntervalMs ?? FLUSH_INTERVAL_MS);
  timer.unref();
  return {
    ...createQueries(pool, latestReadings, latestVessels),
    appendReadings: (readings) => queue.submit(readings, []),
    appendVesselStates: async (states) => void (await queue.submit([], states)),
    sealClosed: (now) => partitions.sealClosed(now),
    dropBefore: (beforeAt) => partitions.dropBefore(beforeAt),
    queuedCount: () => queue.queuedCount(),
    flushLatest,
    async close() {
      clearInterval(timer);
      await queue.drain();
      await flushLatest();
    },
  };
}

function createQueries(
  pool: PgPool, readings: Latest<Reading>, vessels: Latest<VesselState>,
): Omit<ObservationStore, 'appendReadings' | 'appendVesselStates'> {
  return {
    latestReadings: () => Promise.resolve(readings.values()),
    latestVesselStates({ sinceAt, limitCount }) {
      const fresh = vessels.values().filter((state) => state.observedAt >= sinceAt);
      return Promise.resolve(fresh.sort((a, b) => b.observedAt - a.observedAt || (a.mmsi < b.mmsi ? -1 : 1)).slice(0, limitCount));
    },
    async readingSeries({ sensorId, fromAt, toAt, limitCount }) {
      const rows = await pool.query<ReadingRow>(
        `SELECT ${READING_COLUMNS} FROM reading WHERE sensor_id = $1 AND observed_at >= $2 AND observed_at <= $3
          ORDER BY observed_at DESC, received_at DESC LIMIT $4`,
        [sensorId, isoOf(fromAt), isoOf(toAt), limitCount],
      );
      return rows.reverse().map(rowToReading);
    },
    async vesselTrack({ mmsi, fromAt, toAt, limitCount }) {
      // A ship's particulars are sent apart from its position; one point per time of observation.
      const rows = await pool.query<VesselRow>(
        `SELECT DISTINCT ON (observed_at) ${VESSEL_COLUMNS} FROM vessel_state WHERE mmsi = $1 AND observed_at >= $2 AND observed_at <= $3
          ORDER BY observed_at DESC, received_at DESC LIMIT $4`,
        [mmsi, isoOf(fromAt), isoOf(toAt), limitCount],
      );
      return rows.reverse().map(rowToVesselState);
    },
    async countReadings() {
      return Number((await pool.query<{ n: string }>('SELECT count(*) AS n FROM reading'))[0]?.n ?? 0);
    },
  };
}

/** The tables of latest values, and on top what was committed after their last write. */
async function warmLoad(pool: PgPool, readings: Latest<Reading>, vessels: Latest<VesselState>): Promise<void> {
  readings.take((await pool.query<ReadingRow>(`SELECT ${READING_COLUMNS} FROM reading_latest`)).map(rowToReading));
  readings.take((await pool.query<ReadingRow>(
    `SELECT DISTINCT ON (sensor_id) ${READING_COLUMNS} FROM reading
      WHERE received_at >= coalesce((SELECT max(received_at) FROM reading_latest), '-infinity') - interval '${TAIL_S} seconds'
      ORDER BY sensor_id, observed_at DESC, received_at DESC`,
  )).map(rowToReading));
  const kept = await pool.query<VesselRow>(`SELECT ${VESSEL_COLUMNS} FROM vessel_latest ORDER BY observed_at DESC LIMIT $1`, [VESSEL_LIMIT_COUNT]);
  vessels.take(kept.map(rowToVesselState));
  vessels.take((await pool.query<VesselRow>(
    `SELECT DISTINCT ON (mmsi) ${VESSEL_COLUMNS} FROM vessel_state
      WHERE received_at >= coalesce((SELECT max(received_at) FROM vessel_latest), '-infinity') - interval '${TAIL_S} seconds'
      ORDER BY mmsi, observed_at DESC, received_at DESC`,
  )).map(rowToVesselState));
}

async function writeReadings(pool: PgPool, items: readonly Reading[]): Promise<void> {
  await pool.query(
    `INSERT INTO reading_latest (sensor_id, observed_at, received_at, reading_value, source_id, simulated)
     SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::double precision[], $5::text[], $6::boolean[])
     ON CONFLICT (sensor_id) DO UPDATE SET observed_at = excluded.observed_at, received_at = excluded.received_at,
       reading_value = excluded.reading_value, source_id = excluded.source_id, simulated = excluded.simulated
      WHERE (excluded.observed_at, excluded.received_at) >= (reading_latest.observed_at, reading_latest.received_at)`,
    [
      items.map((r) => r.sensorId), items.map((r) => isoOf(r.observedAt)), items.map((r) => isoOf(r.receivedAt)),
      items.map((r) => r.readingValue), items.map((r) => r.sourceId), items.map((r) => r.simulated),
    ],
  );
}

async function writeVessels(pool: PgPool, items: readonly VesselState[]): Promise<void> {
  await pool.query(
    `INSERT INTO vessel_latest (mmsi, observed_at, received_at, state)
     SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::text[])
     ON CONFLICT (mmsi) DO UPDATE SET observed_at = excluded.observed_at, received_at = excluded.received_at, state = excluded.state
      WHERE (excluded.observed_at, excluded.received_at) >= (vessel_latest.observed_at, vessel_latest.received_at)`,
    [items.map((s) => s.mmsi), items.map((s) => isoOf(s.observedAt)), items.map((s) => isoOf(s.receivedAt)), items.map(vesselStateText)],
  );
}

const QUEUE_LIMIT_COUNT = 200_000;
const SENSOR_LIMIT_COUNT = 1_000_000;
const VESSEL_LIMIT_COUNT = 100_000;
const FLUSH_INTERVAL_MS = 1_000;
/** Doors may disagree about the time of receipt by this much. */
const TAIL_S = 60;
