// Fifty desks at once, on two connections to one real database, want the same boom: what is there
// is sold once, whoever is first, and the log, the views and the holdings agree afterwards.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseServer } from '@anlan/adapter-postgres';
import { launchEmbeddedPostgres, openPgStores } from '@anlan/adapter-postgres';
import type { PgStores } from '@anlan/adapter-postgres';
import { folds, handleIssueOrder, handleOrderStep, handleSeedRecords, registers } from '@anlan/domain';
import type { Context, OrderBody, OrderStepName, Role } from '@anlan/domain';
import { addS, createIdSource, createRng, instant } from '@anlan/kernel';
import type { LonLat } from '@anlan/kernel';

const NOW = instant('2026-11-24T02:00:00Z');
const BERTH: LonLat = [122.158, 29.943];
const context = (role: Role): Context => ({ realm: 'real', now: NOW, actor: { kind: 'person', id: role, name: role, roles: [role], organisationId: 'org-a' } });
const LOT = 'stock-lots/lot-boom';

const seed = [
  { registerId: 'organisations', records: [{ id: 'org-a', values: { name: { zh: '甲', en: 'A' }, kindCode: 'rescue-service' } }] },
  { registerId: 'item-kinds', records: [{ id: 'boom', values: { name: { zh: '围油栏', en: 'Boom' }, capabilityCode: 'boom-open', unitCode: 'm', massKgPerUnit: 12, handlingDurationS: 1800 } }] },
  {
    registerId: 'stock-lots',
    records: [{ id: 'lot-boom', values: { lotNumber: 'L-1', itemKindId: 'boom', organisationId: 'org-a', position: BERTH, openingValue: 1000, inspectionCode: 'passed', inspectionValidUntilAt: '2027-06-01T00:00:00Z' } }],
  },
  {
    registerId: 'vessels',
    records: [{ id: 'boat-1', values: { name: { zh: '海清一号', en: 'Haiqing 1' }, kindCode: 'boom-boat', organisationId: 'org-a', position: BERTH, draughtM: 2, airDraughtM: 8, serviceSpeedMps: 6, musterDurationS: 900, waveHeightMMax: 2, windSpeedMpsMax: 17, payloadKg: 40_000 } }],
  },
];

let dataDir: string;
let server: DatabaseServer & { stop(): Promise<void> };
let stores: readonly PgStores[];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'anlan-orders-'));
  server = await launchEmbeddedPostgres({ dataDir });
  const first = await openPgStores({ server, databaseName: 'orders', folds });
  stores = [first, await openPgStores({ server, databaseName: 'orders', folds })];
  const deps = { log: first.memory, views: first.memory, ids: createIdSource(createRng(1)), registers };
  const seeded = await handleSeedRecords(deps, seed, context('admin'));
  expect(seeded).toMatchObject({ ok: true, value: { createdCount: 4 } });
  const opened = { type: 'incident.opened', payload: { id: 'incident-1' }, happenedAt: NOW, actor: context('duty').actor, basis: [] };
  await first.memory.append({ realm: 'real', recordedAt: NOW, appends: [{ stream: 'incident:incident-1', expectedVersion: 0, events: [opened] }] });
});

afterAll(async () => {
  for (const store of stores) await store.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('S-447: fifty orders at once on one lot, in PostgreSQL', () => {
  const orderIds: string[] = [];

  it('S-447: 33 orders of 30 m share 1000 m, 17 are refused, nothing is sold twice', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => {
      const store = stores[i % stores.length] as PgStores;
      const deps = { log: store.memory, views: store.memory, ids: createIdSource(createRng(100 + i)) };
      const items = [{ supplyRegisterId: 'stock-lots', supplyId: 'lot-boom', quantityValue: 30 }];
      return handleIssueOrder(deps, { incidentId: 'incident-1', items, unitRegisterId: null, unitId: null, toPosition: BERTH, departDueAt: addS(NOW, 600), arriveDueAt: addS(NOW, 3600) }, context('dispatcher'));
    }));
    orderIds.push(...answers.flatMap((answer) => (answer.ok ? answer.value.orderIds : [])));
    expect(orderIds).toHaveLength(33);
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'LOG_HOLDING_SHORT')).toHaveLength(17);
    expect(await stores[0]?.memory.findHolding('real', LOT)).toMatchObject({ onHandValue: 1000, heldValue: 990 });
  });

  it('S-447: departures draw and cancellations release, all at once, and the sum stays right', async () => {
    const steps = await Promise.all(orderIds.map(async (orderId, i) => {
      const store = stores[i % stores.length] as PgStores;
      const deps = { log: store.memory, views: store.memory };
      if (i % 3 === 0) return handleOrderStep(deps, { orderId, step: 'cancel', note: '改由他处调运' }, context('dispatcher'));
      await handleOrderStep(deps, { orderId, step: 'accept', note: '' }, context('responder'));
      return handleOrderStep(deps, { orderId, step: 'depart', note: '' }, context('responder'));
    }));
    expect(steps.every((step) => step.ok)).toBe(true);
    expect(await stores[1]?.memory.findHolding('real', LOT)).toMatchObject({ onHandValue: 1000 - 22 * 30, heldValue: 0 });
  });

  it('S-447: two desks press the same step: one is recorded, the other is told', async () => {
    const orderId = orderIds[1] ?? '';
    const both = await Promise.all(stores.map((store) => handleOrderStep({ log: store.memory, views: store.memory }, { orderId, step: 'arrive', note: '' }, context('dispatcher'))));
    const codes = both.map((answer) => (answer.ok ? 'recorded' : answer.refusal.code)).toSorted();
    expect([['LOG_VERSION_CONFLICT', 'recorded'], ['DISPATCH_STEP_ILLEGAL', 'recorded']]).toContainEqual(codes);
  });

  it('50 desks at once want one vessel, for two incidents: exactly one has it, the others are told which order and incident', async () => {
    const first = stores[0] as PgStores;
    const opened = { type: 'incident.opened', payload: { id: 'incident-2' }, happenedAt: NOW, actor: context('duty').actor, basis: [] };
    await first.memory.append({ realm: 'real', recordedAt: NOW, appends: [{ stream: 'incident:incident-2', expectedVersion: 0, events: [opened] }] });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => {
      const store = stores[i % stores.length] as PgStores;
      const deps = { log: store.memory, views: store.memory, ids: createIdSource(createRng(500 + i)) };
      return handleIssueOrder(deps, { incidentId: `incident-${1 + (i % 2)}`, items: [], unitRegisterId: 'vessels', unitId: 'boat-1', toPosition: BERTH, departDueAt: addS(NOW, 600), arriveDueAt: addS(NOW, 3600) }, context('dispatcher'));
    }));
    const [orderId] = answers.flatMap((answer) => (answer.ok ? answer.value.orderIds : []));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
    const winner = await first.memory.find<OrderBody>('real', 'order', orderId ?? '');
    expect(refusals).toEqual(Array.from({ length: 49 }, () => ({ code: 'DISPATCH_UNIT_HELD', params: { id: 'boat-1', orderId, incidentId: winner?.body.incidentId } })));
    expect(await first.memory.findHolding('real', 'vessels/boat-1')).toMatchObject({ onHandValue: 1, heldValue: 1 });
  });

  it('property: orders, steps and rebuilds in any mixture, on two connections, leave the table as the sum of the log', async () => {
    const at = (i: number) => stores[i % stores.length] as PgStores;
    const press = fc.record({ orderIndex: fc.nat(9), step: fc.constantFrom('accept', 'depart', 'arrive', 'complete', 'block', 'cancel', 'issue', 'rebuild') });
    let drawn = 9000;
    await fc.assert(fc.asyncProperty(fc.array(fc.array(press, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (rounds) => {
      for (const round of rounds) {
        await Promise.all(round.map(async ({ orderIndex, step }, i) => {
          const { memory } = at(i);
          const deps = { log: memory, views: memory, ids: createIdSource(createRng((drawn += 1))) };
          if (step === 'rebuild') return memory.rebuild();
          if (step !== 'issue') return handleOrderStep(deps, { orderId: orderIds[orderIndex] ?? '', step: step as OrderStepName, note: '核对' }, context('dispatcher'));
          const issued = await handleIssueOrder(deps, { incidentId: 'incident-1', items: [{ supplyRegisterId: 'stock-lots', supplyId: 'lot-boom', quantityValue: 0.1 }], unitRegisterId: null, unitId: null, toPosition: BERTH, departDueAt: addS(NOW, 600), arriveDueAt: addS(NOW, 3600) }, context('dispatcher'));
          if (issued.ok) orderIds.unshift(...issued.value.orderIds);
          return issued;
        }));
      }
      expect(await at(0).memory.verify('real')).toMatchObject({ brokenAtPositionIndex: undefined, holdingDifferences: [] });
    }), { numRuns: 12 });
  });

  it('the log verifies, and a rebuild gives the same orders', async () => {
    const memory = (stores[0] as PgStores).memory;
    const before = await memory.list<OrderBody>({ realm: 'real', kind: 'order' });
    expect((await memory.verify('real')).brokenAtPositionIndex).toBeUndefined();
    const holdings = await memory.listHoldings('real');
    expect((await memory.rebuild()).holdingCount).toBe(holdings.length);
    expect(await memory.listHoldings('real')).toEqual(holdings);
    expect((await memory.verify('real')).holdingDifferences).toEqual([]);
    const after = await memory.list<OrderBody>({ realm: 'real', kind: 'order' });
    const byId = (views: typeof before) => views.map((view) => view.body).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(after)).toEqual(byId(before));
  });
});
