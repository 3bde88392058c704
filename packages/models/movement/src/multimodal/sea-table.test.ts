import fc from 'fast-check';
import type { Instant } from '@anlan/kernel';
import { addS, instant, ok, refuse } from '@anlan/kernel';
import { describe, expect, it } from 'vitest';
import type { SeaField } from '../api/sea-field.ts';
import type { SeaLegs } from '../spi/sea-legs.ts';
import { createSeaTable } from './sea-table.ts';

const DEPART_AT = instant('2026-11-24T02:00:00Z');
const ENDS = [
  { key: 'a', name: 'A', position: [122, 30] as const, isStart: true },
  { key: 'b', name: 'B', position: [122.1, 30] as const, isStart: false },
];

/** `durationS[k]`: from a to b when leaving at hour k; null: no way then. */
function tableOf(durationS: readonly (number | null)[]): SeaLegs {
  const table = createSeaTable({
    ends: ENDS, profile: { id: 'x', speedMps: 8 }, toleranceM: 100, timed: true,
    sampleAt: durationS.map((_each, k) => addS(DEPART_AT, 3600 * k)),
    search: ({ departAt }) => {
      const lastsS = durationS[(departAt - DEPART_AT) / 3_600_000]!;
      const to: SeaField['to'] = () => (lastsS === null
        ? { found: false, reason: [{ code: 'SHALLOW', params: {} }] }
        : { found: true, route: { departAt, arriveAt: departAt, durationS: lastsS, distanceM: 8 * lastsS, waitS: 0, pathDeg: [], reason: [], assumed: [] } });
      return ok({ to, assumed: [] } as unknown as SeaField);
    },
  });
  if (!table.ok) throw new Error(table.refusal.code);
  return table.value;
}

describe('the table of sea legs', () => {
  it('gives arrivals at its samples, between them by line, after the last as it', () => {
    const table = tableOf([3000, 1200]);
    expect([0, 3600, 1800, 7200].map((leaveS) => table.arriveS(0, 1, leaveS))).toEqual([3000, 4800, 3900, 8400]);
    expect(table.assumed).toContainEqual({ code: 'MOVEMENT_ASSUMED_SEA_SAMPLE', params: { count: 2, lastAt: '2026-11-24T03:00:00.000Z' } });
  });

  it('waits for a later sample where there is no way now, and says why where there is none at all', () => {
    expect(tableOf([null, 1200]).arriveS(0, 1, 0)).toBe(4800);
    const shut = tableOf([null, null]);
    expect(shut.arriveS(0, 1, 0)).toBe(Infinity);
    expect(shut.reasons(0, 1, 0)).toEqual([{ code: 'SHALLOW', params: {} }]);
    expect(tableOf([1200, null]).arriveS(0, 1, 1)).toBe(Infinity);
  });

  it('is FIFO when the engine is', () => {
    const arrivals = fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 5000 }), (steps, leaveS, laterS) => {
        let atS = 0;
        const durationS = steps.map((step, k) => (atS = Math.max(atS + step, 3600 * k)) - 3600 * k);
        const table = tableOf(durationS);
        expect(table.arriveS(0, 1, leaveS + laterS)).toBeGreaterThanOrEqual(table.arriveS(0, 1, leaveS) - 1e-6);
      }),
      { numRuns: 200, seed: 20261124 },
    );
  });

  it('an end without water has no legs, with the reason of the engine', () => {
    const table = createSeaTable({ ends: ENDS, profile: { id: 'x', speedMps: 8 }, toleranceM: 100, timed: false, sampleAt: [DEPART_AT as Instant], search: () => refuse('MOVEMENT_NO_WATER_NEAR', { name: 'A' }) });
    if (!table.ok) throw new Error(table.refusal.code);
    expect(table.value.reasons(0, 1, 0)).toEqual([{ code: 'MOVEMENT_NO_WATER_NEAR', params: { name: 'A' } }]);
    expect(table.value.endIndex('nowhere')).toBe(-1);
  });
});
