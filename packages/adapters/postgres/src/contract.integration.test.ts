// PostgreSQL keeps the same contracts as the fakes.
import type { Folds } from '@anlan/domain';
import type { MemoryHarness } from '@anlan/testkit';
import { describeArtefactContract, describeHoldingContract, describeMemoryContract, describeObservationContract } from '@anlan/testkit';
import { afterAll, beforeAll } from 'vitest';
import type { TestCluster } from './test-cluster.ts';
import { startTestCluster } from './test-cluster.ts';

let cluster: TestCluster;
beforeAll(async () => { cluster = await startTestCluster(); });
afterAll(async () => { await cluster.stop(); });

async function createHarness(folds: Folds): Promise<MemoryHarness> {
  const stores = await cluster.openStores(folds);
  return {
    memory: stores.memory,
    async tamper(positionIndex, payload) {
      await stores.pool.transaction(async (client) => {
        await client.query('ALTER TABLE event DISABLE TRIGGER USER');
        await client.query('UPDATE event SET payload = $2 WHERE position = $1', [positionIndex, JSON.stringify(payload)]);
        await client.query('ALTER TABLE event ENABLE TRIGGER USER');
      });
    },
    close: () => stores.close(),
  };
}

describeMemoryContract('PostgreSQL', createHarness);
describeHoldingContract('PostgreSQL', createHarness);
describeObservationContract('PostgreSQL', async () => {
  const stores = await cluster.openStores({});
  return { store: stores.observations, close: () => stores.close() };
});
describeArtefactContract('PostgreSQL', async () => {
  const stores = await cluster.openStores({});
  return { store: stores.artefacts, close: () => stores.close() };
});
