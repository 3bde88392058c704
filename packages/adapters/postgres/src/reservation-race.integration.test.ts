// No overselling: many at once over one lot, by several processes, with connections cut and a process
// killed in between. What was acknowledged stands, what was not can be asked again, nothing is held twice.
import { AdapterError, createIdSource, createRng, instant } from '@anlan/kernel';
import { folds, handleExpireHolds, handleHold, recordKey, recordStream } from '@anlan/domain';
import type { Actor, Context, ReservationSlip } from '@anlan/domain';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOG_LOCK } from './memory/append.ts';
import { createPgMemory } from './memory/memory.ts';
import type { PgStores } from './open.ts';
import { openPgStores } from './open.ts';
import { createPgPool } from './pool.ts';
import type { TestCluster } from './test-cluster.ts';
import { startTestCluster } from './test-cluster.ts';

let cluster: TestCluster;
beforeAll(async () => { cluster = await startTestCluster(); });
afterAll(async () => { await cluster.stop(); });

const now = instant('2026-11-24T01:00:00Z');
const by = (id: string): Context => ({ realm: 'real', actor: { kind: 'person', id, name: id, roles: ['reserve'], organisationId: 'org-a' }, now });
const HOLDING = recordKey('stock-lots', 'lot-1');
let databaseCount = 0;

/** One database with one lot, opened by several stores, as several servers would. */
async function openRace(storeCount: number, openingValue: number): Promise<{ readonly stores: readonly PgStores[]; readonly url: string; close(): Promise<void> }> {
  databaseCount += 1;
  const databaseName = `anlan_race_${process.pid}_${databaseCount}`;
  const stores: PgStores[] = [];
  for (let i = 0; i < storeCount; i += 1) stores.push(await openPgStores({ server: cluster.server, databaseName, folds }));
  const values = {
    lotNumber: 'L1', itemKindId: 'boom', organisationId: 'org-a', facilityId: 'depot-1', position: [122.1, 29.9], openingValue, floorValue: null, producedOn: null, expiresAt: null, inspectedAt: now,
    inspectionCode: 'passed', inspectionValidUntilAt: instant('2027-11-24T00:00:00Z'), documentId: null, sourceText: null,
  };
  const created = { type: 'record.created', payload: { registerId: 'stock-lots', id: 'lot-1', values, state: 'ready', seedHash: null }, happenedAt: now, actor: by('keeper').actor, basis: [] };
  const moves = [{ holdingId: HOLDING, move: 'open', quantityValue: openingValue }] as const;
  await stores[0]?.memory.append({ realm: 'real', recordedAt: now, appends: [{ stream: recordStream('stock-lots', 'lot-1'), expectedVersion: 0, events: [{ ...created, moves }] }] });
  return {
    stores, url: cluster.server.connectionString(databaseName),
    async close() {
      for (const store of stores) await store.close();
      await cluster.server.dropDatabase(databaseName);
    },
  };
}

const depsOf = (store: PgStores, seed: number) => ({ log: store.memory, views: store.memory, ids: createIdSource(createRng(seed)) });
const heldSlips = async (store: PgStores) => (await store.memory.list<ReservationSlip>({ realm: 'real', kind: 'slip', idPrefix: 'reservation/', where: { state: 'held' } })).map(({ body }) => body);
const sumOf = (slips: readonly ReservationSlip[]) => slips.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.quantityValue, 0);

describe('S-447: reservations over one lot', () => {
  it('50 at once through five stores: as many as there is for, and not one more', async () => {
    const race = await openRace(5, 100);
    const tries = Array.from({ length: 50 }, (_, i) => {
      const store = race.stores[i % race.stores.length] as PgStores;
      return handleHold(depsOf(store, i + 1), { wanted: { itemKindId: 'boom', facilityId: null, quantityValue: 7, usedAt: now }, purposeText: 'race', holdForS: 600 }, by(`p-${i}`));
    });
    const results = await Promise.all(tries);
    const [store] = race.stores as [PgStores];
    expect(results.filter((one) => one.ok).length).toBe(14);
    expect(new Set(results.flatMap((one) => (one.ok ? [] : [one.refusal.code])))).toEqual(new Set(['READINESS_RESERVE_SHORT']));
    expect(await store.memory.findHolding('real', HOLDING)).toMatchObject({ onHandValue: 100, heldValue: 98 });
    expect(sumOf(await heldSlips(store))).toBe(98);
    await race.close();
  });

  it('connections cut and a process killed in between: acknowledged holds stand, repeated ones count once, the chain holds', async () => {
    const race = await openRace(4, 400);
    const [observer] = race.stores as [PgStores];
    const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./test-hold-child.ts', import.meta.url)), race.url, 'c'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const died = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    const acked = new Set<string>();
    child.stdout.on('data', (chunk: Buffer) => { for (const line of chunk.toString('utf8').split('\n')) if (line !== '') acked.add(line); });
    const deadlineMs = performance.now() + 60_000;
    while (acked.size < 20 && performance.now() < deadlineMs) await sleep(10);
    const hold = (i: number) => handleHold(depsOf(race.stores[1 + (i % 3)] as PgStores, i + 1), { wanted: { lines: [{ registerId: 'stock-lots', supplyId: 'lot-1', quantityValue: 3 }] }, purposeText: 'race', holdForS: 600, requestKey: `k${i}` }, by('p'));
    // Everybody is made to wait for the log, then the ones that wait are cut: surely in the middle of an append.
    const attempts = await observer.pool.transaction(async (client) => {
      await client.query(`SELECT pg_advisory_xact_lock(${LOG_LOCK})`);
      const asked = Array.from({ length: 50 }, (_, i) => hold(i).catch((error: unknown) => error));
      const waiting = `FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while ((await observer.pool.query<{ n: number }>(`SELECT count(*)::int AS n ${waiting}`))[0]?.n !== 4) await sleep(10);
      await observer.pool.query(`SELECT pg_terminate_backend(pid) ${waiting}`);
      return asked;
    });
    child.kill('SIGKILL');
    const first = await Promise.all(attempts);
    expect(await died).toBe('SIGKILL');
    expect(first.some((one) => one instanceof AdapterError)).toBe(true);
    for (const one of first) if (one instanceof Error) expect(one).toMatchObject({ retryable: true });
    // Whoever got no answer asks again with the same key.
    const again = [];
    for (let i = 0; i < 50; i += 1) again.push(await withRetry(() => hold(i)));
    const slips = await heldSlips(observer);
    const ids = slips.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of acked) expect(ids).toContain(id);
    for (const one of first) if (!(one instanceof Error)) expect(again).toContainEqual(expect.objectContaining({ ok: (one as { ok: boolean }).ok }));
    expect(ids.filter((id) => id.startsWith('p-k')).length).toBe(again.filter((one) => one.ok).length);
    const holding = await observer.memory.findHolding('real', HOLDING);
    expect(holding?.heldValue).toBe(sumOf(slips));
    expect(holding?.heldValue).toBeLessThanOrEqual(400);
    const verified = await observer.memory.verify('real');
    expect([verified.brokenAtPositionIndex, verified.holdingDifferences]).toEqual([undefined, []]);
    await race.close();
  });

  it('a wait for the log that takes too long is told as busy, and its connection is clean for the next', async () => {
    const race = await openRace(1, 10);
    const [store] = race.stores as [PgStores];
    const url = new URL(race.url);
    url.searchParams.set('application_name', 'one');
    const pool = createPgPool({ connectionString: url.href, maxCount: 1 });
    const memory = createPgMemory({ pool, folds });
    await pool.query("SET lock_timeout = '200ms'");
    const deps = { log: memory, views: memory, ids: createIdSource(createRng(9)) };
    const hold = () => handleHold(deps, { wanted: { lines: [{ registerId: 'stock-lots', supplyId: 'lot-1', quantityValue: 1 }] }, purposeText: 'race', holdForS: 600 }, by('p'));
    await store.pool.transaction(async (client) => {
      await client.query(`SELECT pg_advisory_xact_lock(${LOG_LOCK})`);
      await expect(hold()).rejects.toMatchObject({ code: 'POSTGRES_BUSY', retryable: true });
    });
    expect((await hold()).ok).toBe(true);
    await pool.close();
    await race.close();
  });

  it('two sweeps of the clock at once give a hold back once, and a rebuild says the same', async () => {
    const race = await openRace(2, 10);
    const [a, b] = race.stores as [PgStores, PgStores];
    await handleHold(depsOf(a, 1), { wanted: { lines: [{ registerId: 'stock-lots', supplyId: 'lot-1', quantityValue: 10 }] }, purposeText: 'race', holdForS: 60 }, by('p'));
    const system: Actor = { kind: 'system', id: 'anlan', name: 'anlan', roles: [], organisationId: '' };
    const late = { realm: 'real', actor: system, now: instant('2026-11-24T01:01:00Z') } as const;
    const swept = await Promise.all([handleExpireHolds(depsOf(a, 2), late), handleExpireHolds(depsOf(b, 3), late)]);
    expect(swept.reduce((sum, one) => sum + (one.ok ? one.value.expiredCount : 100), 0)).toBe(1);
    expect(await a.memory.findHolding('real', HOLDING)).toMatchObject({ onHandValue: 10, heldValue: 0 });
    await a.memory.rebuild();
    expect(await a.memory.findHolding('real', HOLDING)).toMatchObject({ onHandValue: 10, heldValue: 0 });
    const moves = await a.memory.listMoves('real', { holdingIdPrefix: HOLDING, fromAt: now, toAt: instant('2026-11-24T02:00:00Z') });
    expect(moves.map(({ move, quantityValue, eventType, actorName }) => [move, quantityValue, eventType, actorName])).toEqual([
      ['open', 10, 'record.created', 'keeper'], ['hold', 10, 'slip.opened', 'p'], ['release', 10, 'slip.expired', 'anlan'],
    ]);
    await race.close();
  });
});

async function withRetry<T>(work: () => Promise<T>): Promise<T> {
  for (let i = 0; i < 20; i += 1) {
    try { return await work(); } catch (error) { if (!(error instanceof AdapterError && error.retryable)) throw error; }
    await sleep(20);
  }
  return work();
}
