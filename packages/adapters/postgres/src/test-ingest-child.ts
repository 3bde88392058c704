// A process that ingests until it is killed; for the kill -9 test. It prints how many readings are
// acknowledged, and the print comes after the acknowledgement, never before.

import type { Reading } from '@anlan/domain';
import { addMs, instant } from '@anlan/kernel';
import { writeSync } from 'node:fs';
import { launchEmbeddedPostgres } from './embedded/launch.ts';
import { openPgStores } from './open.ts';

const [dataDir = ''] = process.argv.slice(2);
const server = await launchEmbeddedPostgres({ dataDir });
const stores = await openPgStores({ server, databaseName: 'anlan', folds: {} });
let sentCount = 0;
let ackedCount = 0;

async function sendForEver(): Promise<void> {
  for (;;) {
    const batch = Array.from({ length: BATCH_COUNT }, () => nextReading());
    await stores.observations.appendReadings(batch);
    ackedCount += batch.length;
    writeSync(1, `${ackedCount}\n`);
  }
}

function nextReading(): Reading {
  const observedAt = addMs(START_AT, ++sentCount);
  return { sensorId: `sensor-${sentCount % 50}`, readingValue: sentCount, observedAt, receivedAt: observedAt, sourceId: 'child', simulated: true };
}

const BATCH_COUNT = 100;
const START_AT = instant('2026-11-23T09:00:00.000Z');
await Promise.all(Array.from({ length: 8 }, () => sendForEver()));
