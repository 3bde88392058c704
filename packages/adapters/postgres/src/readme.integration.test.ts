import { instant } from '@anlan/kernel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { launchEmbeddedPostgres, openPgStores } from './index.ts';

it('the example of the README holds', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'anlan-readme-'));
  const server = await launchEmbeddedPostgres({ dataDir });
  const stores = await openPgStores({ server, databaseName: 'anlan', folds: {} });
  const at = instant('2026-11-23T09:39:05Z');
  await stores.observations.appendReadings([
    { sensorId: 'tank-1-level', readingValue: 8.4, observedAt: at, receivedAt: at, sourceId: 'http', simulated: false },
  ]);
  expect(await stores.observations.countReadings()).toBe(1);
  await stores.close();
  await server.stop();
  rmSync(dataDir, { recursive: true });
});
