import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllocationPlan, AllocationProblem } from '../index.ts';
import { allocate, checkAllocation } from '../index.ts';
import { createDenseSimplex } from '../program/dense-simplex.ts';
import { randomProblem, REFERENCE_SIZE } from '../testing/random-problem.ts';

const SMALL = { ...REFERENCE_SIZE, originCount: 4, itemCount: 2, sceneCount: 2, bucketCount: 4, stockedRatio: 0.7, pressureRatio: 1.1, vehicleCount: 0 };
const RUNS = { numRuns: 12, seed: 7 } as const;
const cases = fc.integer({ min: 1, max: 100_000 });

async function rungs(problem: AllocationProblem, isWholeLadder = false): Promise<readonly AllocationPlan[]> {
  const ladder = allocate(problem, { solver: createDenseSimplex(), nowS: () => 0, timeLimitS: 60, ...(isWholeLadder ? {} : { stages: ['shortage-area'] as const }) });
  if (!ladder.ok) throw new Error(ladder.refusal.code);
  const out: AllocationPlan[] = [];
  for await (const rung of ladder.value) out.push(rung);
  return out;
}

/** Weighted unmet of the best plan. Without vehicles and steps nothing is rounded: it is the program's value. */
async function unmet(problem: AllocationProblem): Promise<number> {
  return (await rungs(problem)).at(-1)!.certificate.planValue;
}

const leq = (a: number, b: number): void => { expect(a).toBeLessThanOrEqual(b * (1 + 1e-6) + 1e-4); };

describe('whatever the case', () => {
  it('more stock never raises unmet', async () => {
    await fc.assert(fc.asyncProperty(cases, async (seed) => {
      const problem = randomProblem(seed, SMALL);
      const more = { ...problem, stocks: problem.stocks.map((stock, s) => (s === seed % problem.stocks.length ? { ...stock, countedValue: stock.countedValue * 1.5, lots: stock.lots.map((lot) => ({ ...lot, quantityValue: lot.quantityValue * 1.5 })) } : stock)) };
      leq(await unmet(more), await unmet(problem));
    }), RUNS);
  });

  it('a closure never lowers unmet', async () => {
    await fc.assert(fc.asyncProperty(cases, async (seed) => {
      const problem = randomProblem(seed, SMALL);
      const closed = { ...problem, lanes: problem.lanes.map((lane, l) => (l === seed % problem.lanes.length ? { ...lane, travelS: lane.travelS.map((v, t) => (t >= 1 ? null : v)) } : lane)) };
      leq(await unmet(problem), await unmet(closed));
    }), RUNS);
  });

  it('a longer lead never lowers unmet', async () => {
    await fc.assert(fc.asyncProperty(cases, async (seed) => {
      const problem = randomProblem(seed, SMALL);
      leq(await unmet(problem), await unmet({ ...problem, stocks: problem.stocks.map((stock) => ({ ...stock, leadS: stock.leadS + 5400 })) }));
    }), RUNS);
  });

  it('swapping two identical depots leaves the value', async () => {
    await fc.assert(fc.asyncProperty(cases, async (seed) => {
      const problem = randomProblem(seed, SMALL);
      const twin = { ...problem, stocks: [...problem.stocks, ...problem.stocks.map((stock) => ({ ...stock, id: `${stock.id}-twin`, supplierId: `${stock.supplierId}-twin` }))] };
      const swapped = { ...twin, stocks: [...twin.stocks].reverse() };
      expect(await unmet(swapped)).toBeCloseTo(await unmet(twin), 3);
    }), RUNS);
  });

  it('the bound never lies above a plan, every rung passes the checker, and none is worse than the one before', async () => {
    await fc.assert(fc.asyncProperty(cases, async (seed) => {
      const problem = randomProblem(seed, { ...SMALL, vehicleCount: 8, vehicleMassKg: 3000, isOneClass: false });
      const found = await rungs(problem);
      for (const rung of found) {
        expect(rung.certificate.boundValue).toBeLessThanOrEqual(rung.certificate.planValue + 1e-6);
        expect(checkAllocation(problem, rung)).toEqual({ isRight: true, faults: [] });
      }
      for (let i = 1; i < found.length; i++) leq(found[i]!.certificate.planValue, found[i - 1]!.certificate.planValue * (1 + 1e-3));
    }), RUNS);
  });

  it('all stages together: every rung passes the checker', async () => {
    await fc.assert(fc.asyncProperty(cases, async (seed) => {
      const problem = randomProblem(seed, { ...SMALL, sceneCount: 1, isOneClass: false, vehicleCount: 6, vehicleMassKg: 3000 });
      for (const rung of await rungs(problem, true)) expect(checkAllocation(problem, rung)).toEqual({ isRight: true, faults: [] });
    }), { ...RUNS, numRuns: 5 });
  });
});
