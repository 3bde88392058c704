// How fast signals come in, and whether they all arrive: AIS lines decoded on one core, readings
// and ship states acknowledged after COMMIT through the real store on an embedded PostgreSQL, and
// events appended to the log. Every row checks its result; a wrong count fails the run.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAisDecoder, encodeAisSentences } from '@anlan/adapter-ais';
import type { PgStores } from '@anlan/adapter-postgres';
import { launchEmbeddedPostgres, openPgStores } from '@anlan/adapter-postgres';
import type { NewEvent, Reading, VesselState } from '@anlan/domain';
import { addMs, instant } from '@anlan/kernel';
import type { BenchRow, BenchSuite } from '../scripts/lib/bench-suite.ts';

export const suite: BenchSuite = { id: 'ingest', run };

async function run(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [decodeRow()];
  const dataDir = mkdtempSync(join(tmpdir(), 'anlan-bench-'));
  const server = await launchEmbeddedPostgres({ dataDir });
  try {
    const stores = await openPgStores({ server, databaseName: 'bench', folds: {} });
    await appendReadings(stores, 2000, 10); // The first transactions make partitions and fill caches.
    rows.push(await readingsRow(stores, 2000, 100), await readingsRow(stores, 100, 1000), await vesselsRow(stores), await eventsRow(stores));
    await stores.close();
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return rows;
}

function decodeRow(): BenchRow {
  const shipCount = 500;
  const lines = Array.from({ length: shipCount }, (_unused, i) => linesOfShip(i)).flat();
  const bytes = new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
  const roundCount = 200;
  let decoded: VesselState[] = [];
  let acceptedCount = 0;
  for (let round = 0; round < WARM_UP_ROUND_COUNT; round++) createAisDecoder({ sourceId: 'warm' }).push(bytes, START_AT);
  const measured = measure(() => {
    for (let round = 0; round < roundCount; round++) {
      const decoder = createAisDecoder({ sourceId: 'bench', simulated: true });
      decoded = decoder.push(bytes, START_AT);
      acceptedCount += decoder.counts().acceptedCount;
    }
  });
  const wantedCount = roundCount * shipCount * 3;
  const last = decoded.at(-1);
  const ok = acceptedCount === wantedCount && last?.name === 'SHIP 499' && last.speedMps !== undefined;
  return row('AIS lines decoded and joined, one core', lines.length * roundCount, measured, { acceptedCount, wantedCount, limitPerS: 300_000, ok });
}

function linesOfShip(index: number): readonly string[] {
  const mmsi = String(412_000_000 + index);
  const tag = { source: 'SIM-BENCH', at: START_AT };
  return [
    ...encodeAisSentences({ typeCode: 5, mmsi, name: `SHIP ${index}`, shipTypeCode: 80, lengthM: 180, beamM: 30 }, { sequenceIndex: index }),
    ...encodeAisSentences({ typeCode: 1, mmsi, position: [122 + index / 1000, 30], speedMps: 6, courseDegTrue: 90 }, { tag }),
    ...encodeAisSentences({ typeCode: 18, mmsi, position: [122 + index / 1000, 30.001], speedMps: 6 }),
  ];
}

async function readingsRow(stores: PgStores, batchCount: number, batchesCount: number): Promise<BenchRow> {
  const before = await stores.observations.countReadings();
  const measured = await measureAsync(() => appendReadings(stores, batchCount, batchesCount));
  const wantedCount = batchCount * batchesCount;
  const acceptedCount = (await stores.observations.countReadings()) - before;
  return row(`readings acknowledged after COMMIT, ${batchCount} a batch`, wantedCount, measured, { acceptedCount, wantedCount, ok: acceptedCount === wantedCount });
}

/** Sixteen senders, each waiting for its acknowledgement before the next batch. */
async function appendReadings(stores: PgStores, batchCount: number, batchesCount: number): Promise<void> {
  let sentCount = 0;
  const fromIndex = nextIndex;
  nextIndex += batchCount * batchesCount;
  const send = async (): Promise<void> => {
    while (sentCount < batchesCount) {
      const batchIndex = sentCount++;
      await stores.observations.appendReadings(Array.from({ length: batchCount }, (_unused, i) => readingOf(fromIndex + batchIndex * batchCount + i)));
    }
  };
  await Promise.all(Array.from({ length: 16 }, () => send()));
}

/** Every reading of the run is about another instant: one sent twice would be known, and be no work. */
let nextIndex = 0;

function readingOf(index: number): Reading {
  const observedAt = addMs(START_AT, index);
  return { sensorId: `sensor-${index % 1000}`, readingValue: index / 7, observedAt, receivedAt: observedAt, sourceId: 'bench', simulated: true };
}

async function vesselsRow(stores: PgStores): Promise<BenchRow> {
  const [batchCount, batchesCount] = [500, 60];
  const measured = await measureAsync(async () => {
    for (let batch = 0; batch < batchesCount; batch++) {
      const observedAt = addMs(START_AT, batch * 1000);
      await stores.observations.appendVesselStates(Array.from({ length: batchCount }, (_unused, i) => ({
        mmsi: String(412_000_000 + i), name: `SHIP ${i}`, position: [122 + i / 1000, 30 + batch / 1000] as const, speedMps: 6, courseDegTrue: 90,
        observedAt, receivedAt: observedAt, sourceId: 'bench', simulated: true,
      })));
    }
  });
  const track = await stores.observations.vesselTrack({ mmsi: '412000007', fromAt: START_AT, toAt: addMs(START_AT, 60_000), limitCount: 100 });
  const wantedCount = batchCount * batchesCount;
  return row('ship states acknowledged after COMMIT, 500 a batch', wantedCount, measured, { acceptedCount: track.length * batchCount, wantedCount, ok: track.length === batchesCount });
}

async function eventsRow(stores: PgStores): Promise<BenchRow> {
  const wantedCount = 300;
  const event: NewEvent = {
    type: 'bench.noted', payload: { text: '码头溢油，开始围控', position: [122.2, 30] }, happenedAt: START_AT, basis: [],
    actor: { kind: 'system', id: 'bench', name: 'bench', roles: [], organisationId: 'bench' },
  };
  const measured = await measureAsync(async () => {
    for (let i = 0; i < wantedCount; i++) {
      const done = await stores.memory.append({ realm: 'real', recordedAt: START_AT, appends: [{ stream: `incident:${i}`, expectedVersion: 0, events: [event] }] });
      if (!done.ok) throw new Error(done.refusal.code);
    }
  });
  const { eventCount, brokenAtPositionIndex } = await stores.memory.verify('real');
  return row('events appended one by one, chained', wantedCount, measured, { acceptedCount: eventCount, wantedCount, ok: eventCount === wantedCount && brokenAtPositionIndex === undefined });
}

interface Measured {
  readonly timeMs: number;
  /** Of this process alone; the database's own work is not in it. */
  readonly cpuMs: number;
}

function row(name: string, itemCount: number, measured: Measured, about: BenchRow): BenchRow {
  const perS = Math.round(itemCount / (measured.timeMs / 1000));
  const limitPerS = about['limitPerS'];
  const fastEnough = typeof limitPerS !== 'number' || itemCount / (measured.cpuMs / 1000) >= limitPerS;
  return { case: name, itemCount, timeMs: Math.round(measured.timeMs), itemsPerS: perS, cpuUsPerItem: (measured.cpuMs * 1000) / itemCount, ...about, ok: about['ok'] === true && fastEnough };
}

function measure(work: () => void): Measured {
  const cpu = process.cpuUsage();
  const startedMs = performance.now();
  work();
  return since(startedMs, cpu);
}

async function measureAsync(work: () => Promise<void>): Promise<Measured> {
  const cpu = process.cpuUsage();
  const startedMs = performance.now();
  await work();
  return since(startedMs, cpu);
}

function since(startedMs: number, cpu: NodeJS.CpuUsage): Measured {
  const used = process.cpuUsage(cpu);
  return { timeMs: performance.now() - startedMs, cpuMs: (used.user + used.system) / 1000 };
}

/** A door decodes for months; the engine's first look at the code is not what counts. */
const WARM_UP_ROUND_COUNT = 100;
const START_AT = instant('2026-11-23T09:00:00.000Z');
