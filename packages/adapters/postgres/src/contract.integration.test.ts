// PostgreSQL keeps the same contracts as the fakes.
import type { EventEnvelope, Folds } from '@anlan/domain';
import type { MemoryHarness } from '@anlan/testkit';
import { describeAccountContract, describeArtefactContract, describeHoldingContract, describeMemoryContract, describeObservationContract, describeTamperContract } from '@anlan/testkit';
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
    async tamperLog(change) {
      const events = change(await stores.memory.readAll({ afterPositionIndex: 0, limitCount: 1000 }));
      await stores.pool.transaction(async (client) => {
        await client.query('ALTER TABLE event DISABLE TRIGGER USER');
        await client.query('DELETE FROM event');
        for (const event of events) await client.query(INSERT_EVENT, rowOf(event));
        await client.query('ALTER TABLE event ENABLE TRIGGER USER');
      });
    },
    async tamperHolding({ realm, holdingId, onHandValue, heldValue }) {
      await stores.pool.query('UPDATE holding SET on_hand = $3, held = $4 WHERE realm = $1 AND holding_id = $2', [realm, holdingId, onHandValue, heldValue]);
    },
    close: () => stores.close(),
  };
}

const INSERT_EVENT = `INSERT INTO event (position, realm, stream, stream_version, type, payload, happened_at, recorded_at, actor, basis, moves, prev_hash, hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

function rowOf(event: EventEnvelope): unknown[] {
  const { positionIndex, realm, stream, streamVersion, type, payload, happenedAt, recordedAt, actor, basis, moves, prevHash, hash } = event;
  const at = (ms: number): string => new Date(ms).toISOString();
  return [
    positionIndex, realm, stream, streamVersion, type, JSON.stringify(payload), at(happenedAt), at(recordedAt), JSON.stringify(actor), JSON.stringify(basis),
    moves === undefined ? null : JSON.stringify(moves), prevHash, hash,
  ];
}

describeMemoryContract('PostgreSQL', createHarness);
describeHoldingContract('PostgreSQL', createHarness);
describeTamperContract('PostgreSQL', createHarness);
describeObservationContract('PostgreSQL', async () => {
  const stores = await cluster.openStores({});
  return { store: stores.observations, close: () => stores.close() };
});
describeArtefactContract('PostgreSQL', async () => {
  const stores = await cluster.openStores({});
  return { store: stores.artefacts, close: () => stores.close() };
});
describeAccountContract('PostgreSQL', async () => {
  const stores = await cluster.openStores({});
  return { accounts: stores.accounts, deviceTokens: stores.deviceTokens, close: () => stores.close() };
});
