// What every store of conserved quantities must keep: never negative, never sold twice, and moved
// in the same moment as the events that say so.

import type { AppendRequest, HoldingMove } from '@anlan/domain';
import { addS } from '@anlan/kernel';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_AT, sampleEvent, sampleFolds } from '../samples.ts';
import type { MemoryHarness } from './memory.ts';
import { request } from './memory.ts';

export function describeHoldingContract(name: string, create: (folds: typeof sampleFolds) => Promise<MemoryHarness>): void {
  describe(`holding contract: ${name}`, () => {
    let harness: MemoryHarness;
    beforeEach(async () => { harness = await create(sampleFolds); });
    afterEach(async () => { await harness.close(); });
    declareMoves(() => harness);
    declareRaces(() => harness);
    declareSums(() => harness);
  });
}

let lastRecord = 0;

/** Each in an event of a stream of its own: a holding moves only with an event that says so. */
function moves(...given: HoldingMove[]): AppendRequest {
  lastRecord += 1;
  return request([{ stream: `record:stock/${lastRecord}`, expectedVersion: 0, events: [{ ...sampleEvent('sample.opened', {}), moves: given }] }]);
}

function order(id: number, given: readonly HoldingMove[]): AppendRequest {
  return request([{ stream: `order:${id}`, expectedVersion: 0, events: [{ ...sampleEvent('sample.opened', { title: `调度 ${id}` }), moves: given }] }]);
}

function declareMoves(harness: () => MemoryHarness): void {
  it('S-447: open, hold, release, draw and receive keep on hand ≥ held ≥ 0', async () => {
    const { memory } = harness();
    const state = async (): Promise<unknown> => memory.findHolding('real', 'boom-1');
    await memory.append(moves({ holdingId: 'boom-1', move: 'open', quantityValue: 600 }));
    await memory.append(moves({ holdingId: 'boom-1', move: 'hold', quantityValue: 400 }));
    expect(await state()).toEqual({ holdingId: 'boom-1', realm: 'real', onHandValue: 600, heldValue: 400 });
    await memory.append(moves({ holdingId: 'boom-1', move: 'release', quantityValue: 100 }, { holdingId: 'boom-1', move: 'draw', quantityValue: 250 }));
    await memory.append(moves({ holdingId: 'boom-1', move: 'receive', quantityValue: 50 }));
    expect(await state()).toEqual({ holdingId: 'boom-1', realm: 'real', onHandValue: 400, heldValue: 50 });
    expect(await memory.findHolding('drill-1', 'boom-1')).toBeUndefined();
    expect(await memory.listHoldings('real')).toHaveLength(1);
  });

  it('S-447: what is not there is refused with what is available', async () => {
    const { memory } = harness();
    await memory.append(moves({ holdingId: 'boom-1', move: 'open', quantityValue: 10 }, { holdingId: 'boom-1', move: 'hold', quantityValue: 4 }));
    const refusalOf = async (move: HoldingMove): Promise<unknown> => {
      const result = await memory.append(moves(move));
      return result.ok ? undefined : result.refusal;
    };
    expect(await refusalOf({ holdingId: 'boom-1', move: 'hold', quantityValue: 7 })).toEqual({ code: 'LOG_HOLDING_SHORT', params: { holdingId: 'boom-1', wanted: 7, available: 6 } });
    expect(await refusalOf({ holdingId: 'boom-1', move: 'draw', quantityValue: 5 })).toEqual({ code: 'LOG_HOLDING_SHORT', params: { holdingId: 'boom-1', wanted: 5, available: 4 } });
    expect(await refusalOf({ holdingId: 'boom-1', move: 'release', quantityValue: 5 })).toMatchObject({ code: 'LOG_HOLDING_SHORT' });
    expect(await refusalOf({ holdingId: 'none', move: 'receive', quantityValue: 1 })).toEqual({ code: 'LOG_HOLDING_UNKNOWN', params: { holdingId: 'none' } });
  });

  it('tenths add up: 0.3 gives 0.1 three times and no more', async () => {
    const { memory } = harness();
    await memory.append(moves({ holdingId: 'dispersant', move: 'open', quantityValue: 0.3 }));
    const hold = () => memory.append(moves({ holdingId: 'dispersant', move: 'hold', quantityValue: 0.1 }));
    const results = [await hold(), await hold(), await hold(), await hold()];
    expect(results.map((result) => result.ok)).toEqual([true, true, true, false]);
  });

  it('S-447: events and holdings are one: a short holding keeps none of the streams and none of the moves', async () => {
    const { memory } = harness();
    await memory.append(moves({ holdingId: 'boom-1', move: 'open', quantityValue: 10 }, { holdingId: 'skimmer-1', move: 'open', quantityValue: 1 }));
    const refused = await memory.append(order(1, [{ holdingId: 'boom-1', move: 'hold', quantityValue: 5 }, { holdingId: 'skimmer-1', move: 'hold', quantityValue: 2 }]));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'LOG_HOLDING_SHORT', params: { holdingId: 'skimmer-1' } } });
    expect(await memory.findHolding('real', 'boom-1')).toMatchObject({ heldValue: 0 });
    expect(await memory.readStream('real', 'order:1')).toEqual([]);
    expect(await memory.find('real', 'order', '1')).toBeUndefined();
    expect((await memory.append(order(1, [{ holdingId: 'boom-1', move: 'hold', quantityValue: 5 }]))).ok).toBe(true);
  });
}

function declareRaces(harness: () => MemoryHarness): void {
  it('S-447: 50 orders at once for one holding of 20 give exactly 20 holds', async () => {
    const { memory } = harness();
    await memory.append(moves({ holdingId: 'boom-1', move: 'open', quantityValue: 20 }));
    const results = await Promise.all(Array.from({ length: 50 }, (_unused, i) => memory.append(order(i, [{ holdingId: 'boom-1', move: 'hold', quantityValue: 1 }]))));
    expect(results.filter((result) => result.ok)).toHaveLength(20);
    expect(results.flatMap((result) => (result.ok ? [] : result.refusal.code))).toEqual(Array.from({ length: 30 }, () => 'LOG_HOLDING_SHORT'));
    expect(await memory.findHolding('real', 'boom-1')).toMatchObject({ onHandValue: 20, heldValue: 20 });
    expect(await memory.list({ realm: 'real', kind: 'order' })).toHaveLength(20);
    expect(await memory.verify('real')).toMatchObject({ eventCount: 21, brokenAtPositionIndex: undefined, holdingDifferences: [] });
  });

  it('50 orders at once for one vessel: exactly one has it, and only when that one ends can another', async () => {
    const { memory } = harness();
    await memory.append(moves({ holdingId: 'vessels/boat-1', move: 'open', quantityValue: 1 }));
    const hold = { holdingId: 'vessels/boat-1', move: 'hold', quantityValue: 1 } as const;
    const results = await Promise.all(Array.from({ length: 50 }, (_unused, i) => memory.append(order(i, [hold]))));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    await memory.append(moves({ ...hold, move: 'release' }));
    expect((await memory.append(order(50, [hold]))).ok).toBe(true);
  });
}

function declareSums(harness: () => MemoryHarness): void {
  it('what was there as known at a minute is the sum of the moves recorded by then', async () => {
    const { memory } = harness();
    await memory.append(moves({ holdingId: 'boom-1', move: 'open', quantityValue: 600 }));
    await memory.append({ ...moves({ holdingId: 'boom-1', move: 'hold', quantityValue: 0.1 }), recordedAt: addS(SAMPLE_AT, 60) });
    await memory.append({ ...moves({ holdingId: 'boom-1', move: 'draw', quantityValue: 0.1 }), recordedAt: addS(SAMPLE_AT, 120) });
    const knownAt = async (afterS: number): Promise<unknown> => (await memory.listHoldings('real', { knownAt: addS(SAMPLE_AT, afterS) })).map(({ onHandValue, heldValue }) => [onHandValue, heldValue]);
    expect(await knownAt(-1)).toEqual([]);
    expect([await knownAt(59), await knownAt(60), await knownAt(119), await knownAt(120)]).toEqual([[[600, 0]], [[600, 0.1]], [[600, 0.1]], [[599.9, 0]]]);
    expect(await memory.listHoldings('real', { knownAt: addS(SAMPLE_AT, 120) })).toEqual(await memory.listHoldings('real'));
  });

  it('property: whatever moves are tried, at once and between rebuilds, the table is the sum of the chain', async () => {
    const move = fc.record({
      holdingId: fc.constantFrom('boom-1', 'boat-1'), move: fc.constantFrom('hold', 'release', 'draw', 'receive'), quantityValue: fc.constantFrom(0.1, 0.3, 1, 2.5, 7),
    });
    const step = fc.oneof({ weight: 6, arbitrary: fc.array(fc.array(move, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }) }, { weight: 1, arbitrary: fc.constant('rebuild' as const) });
    const { memory } = harness();
    await memory.append(moves({ holdingId: 'boom-1', move: 'open', quantityValue: 20 }, { holdingId: 'boat-1', move: 'open', quantityValue: 1 }));
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      for (const one of steps) {
        const before = await memory.listHoldings('real');
        if (one === 'rebuild') {
          await memory.rebuild();
          expect(await memory.listHoldings('real')).toEqual(before);
        } else await Promise.all(one.map((given) => memory.append(moves(...(given as HoldingMove[])))));
      }
      expect(await memory.verify('real')).toMatchObject({ brokenAtPositionIndex: undefined, holdingDifferences: [] });
    }), { numRuns: 25 });
  });
}
