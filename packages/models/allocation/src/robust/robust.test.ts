import { describe, expect, it } from 'vitest';
import type { AllocationProblem, Closure, RobustResult } from '../index.ts';
import { planForBudget, planForScenarios } from '../index.ts';
import { createDenseSimplex } from '../program/dense-simplex.ts';
import { lotOf, miniCase, openLane, STOCK_BASE } from '../testing/mini-case.ts';
import { randomProblem, REFERENCE_SIZE } from '../testing/random-problem.ts';

const solver = createDenseSimplex();
const HOUR_S = 3600;

/**
 * A quay lets 20 units a bucket leave the only depot: to the near scene (short every
 * bucket) or to the island (needed at the end). If the ferry may stop, the island is served first.
 */
const mini = miniCase(0, false);
const island: AllocationProblem = {
  ...mini, stocks: [{ ...STOCK_BASE, id: 'P', supplierId: 'city', originId: 'P', reserve: 'stock', leadS: 0, lots: [lotOf(40)] }],
  scenes: [{ id: 'near', incidentId: 'one' }, { id: 'island', incidentId: 'one' }], quays: [{ id: 'q', massKgMax: [20, 20, 20, 20] }],
  needs: [{ ...mini.needs[0]!, sceneId: 'near', demandValue: [20, 20, 20, 20] }, { ...mini.needs[0]!, id: 'i', sceneId: 'island', demandValue: [0, 0, 0, 20], deadlineS: 24 * HOUR_S }],
  lanes: [{ ...openLane('road', 'P', 'near', 1, 4), quays: [{ quayId: 'q', passedAtText: 'departure' }] }, { ...openLane('ferry', 'P', 'island', 1, 4), quays: [{ quayId: 'q', passedAtText: 'departure' }] }],
};
const ferry: Closure = { id: 'typhoon', laneIds: ['ferry'], fromIndex: 1 };

async function value(work: ReturnType<typeof planForBudget>): Promise<RobustResult> {
  const result = await work;
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe('plans against closures', () => {
  it('equal the nominal one when nothing may close', async () => {
    const plan = await value(planForBudget(island, [ferry], 0, solver));
    expect(plan.robustValue).toBeCloseTo(plan.nominalValue, 6);
    expect(plan.priceValue).toBeCloseTo(0, 4);
    expect(plan.nominalValue).toBeCloseTo(0, 6);
  });

  it('send to the island before the ferry stops only when that is worth it, and tell the price', async () => {
    // Closed: 20 short at the end there, or 20 short near by in the first bucket. Both cost 20: worst case 20, and not 0.
    const plan = await value(planForBudget(island, [ferry], 1, solver));
    expect(plan.robustValue).toBeCloseTo(20, 6);
    // The island weighs more: all 20 leave for it at once, and if nothing closes the near scene was 20 short for one bucket.
    const heavy = { ...island, needs: [island.needs[0]!, { ...island.needs[1]!, priorityValue: 5 }] };
    const robust = await value(planForBudget(heavy, [ferry], 1, solver));
    expect(robust.departNow.filter((each) => each.laneId === 'ferry').reduce((sum, each) => sum + each.quantityValue, 0)).toBeCloseTo(20, 5);
    expect(robust.priceValue).toBeCloseTo(20, 4);
  });

  it('weigh expected shortage and the worst tenth over typhoon scenarios', async () => {
    const heavy = { ...island, needs: [island.needs[0]!, { ...island.needs[1]!, priorityValue: 5 }] };
    const calm = await value(planForScenarios(heavy, [ferry], [{ id: 'calm', chanceRatio: 1, closureIds: [] }], solver));
    const storm = await value(planForScenarios(heavy, [ferry], [{ id: 'calm', chanceRatio: 0.5, closureIds: [] }, { id: 'storm', chanceRatio: 0.5, closureIds: ['typhoon'] }], solver));
    expect(calm.robustValue).toBeCloseTo(0, 6);
    expect(storm.robustValue).toBeGreaterThan(calm.robustValue);
    expect(storm.departNow.some((each) => each.laneId === 'ferry')).toBe(true);
  });

  it('are never better than nominal, and never better with more closures allowed', async () => {
    for (const seed of [1, 2, 3]) {
      const problem = randomProblem(seed, { ...REFERENCE_SIZE, originCount: 3, itemCount: 1, sceneCount: 2, bucketCount: 3, stockedRatio: 1, pressureRatio: 1, vehicleCount: 0 });
      const closures = problem.lanes.slice(0, 2).map((lane, i) => ({ id: `c${i}`, laneIds: [lane.id], fromIndex: 1 }));
      const values = [await value(planForBudget(problem, closures, 0, solver)), await value(planForBudget(problem, closures, 1, solver)), await value(planForBudget(problem, closures, 2, solver))];
      expect(values[0]!.robustValue).toBeCloseTo(values[0]!.nominalValue, 5);
      for (let i = 1; i < 3; i++) expect(values[i]!.robustValue).toBeGreaterThanOrEqual(values[i - 1]!.robustValue - 1e-6);
      for (const each of values) expect(each.priceValue).toBeGreaterThanOrEqual(-1e-4);
    }
  });

  it('a closure of what is closed now, and chances that do not sum to one, are refused', async () => {
    expect(await planForBudget(island, [{ ...ferry, fromIndex: 0 }], 1, solver)).toMatchObject({ ok: false, refusal: { code: 'ALLOCATE_NUMBER_WRONG' } });
    expect(await planForScenarios(island, [ferry], [{ id: 'a', chanceRatio: 0.4, closureIds: [] }], solver)).toMatchObject({ ok: false, refusal: { code: 'ALLOCATE_NUMBER_WRONG' } });
  });
});
