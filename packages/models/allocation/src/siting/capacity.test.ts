import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SitingProblem } from './types.ts';
import { solveSiting } from './solve-siting.ts';
import { randomProblem, solved } from './test-cases.ts';
import { transport } from './transport.ts';

const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const NO_WAY = 1e6;

/** The cheapest split found by trying, in units of one, every way to hand out each demand (tiny cases). */
function bySmallSteps(problem: SitingProblem, sites: readonly number[]): number {
  const m = problem.demands.length;
  const units = problem.demands.flatMap((demand, j) => Array.from({ length: demand.weightValue }, () => j));
  let states = new Map<string, number>([[sites.map((i) => problem.sites[i]!.capacityValue ?? 99).join(), 0]]);
  for (const j of units) {
    const next = new Map<string, number>();
    const put = (key: string, value: number): void => void (value < (next.get(key) ?? Infinity) && next.set(key, value));
    for (const [key, value] of states) {
      const left = key.split(',').map(Number);
      sites.forEach((i, s) => left[s]! > 0 && put(left.map((room, t) => (t === s ? room - 1 : room)).join(), value + problem.distanceValues[i * m + j]!));
      put(key, value + NO_WAY / problem.demands[j]!.weightValue);
    }
    states = next;
  }
  return Math.min(...states.values());
}

function small(at: number, capacityRatio: number): SitingProblem {
  const problem = randomProblem({ seed: at, siteCount: 5, demandCount: 5, capacityRatio });
  const demands = problem.demands.map((demand) => ({ ...demand, weightValue: 1 + (demand.weightValue % 3) }));
  const total = demands.reduce((sum, demand) => sum + demand.weightValue, 0);
  return { ...problem, demands, sites: problem.sites.map((site) => ({ ...site, capacityValue: Math.ceil(total * capacityRatio) })) };
}

function flowValue(problem: SitingProblem, sites: readonly number[]): number {
  const m = problem.demands.length;
  const demandValue = Float64Array.from(problem.demands, (demand) => demand.weightValue);
  const cost = problem.distanceValues.map((value, at) => value * demandValue[at % m]!);
  return transport({ siteCount: 5, demandCount: m, cost, demandValue, capacityValue: Float64Array.from(problem.sites, (site) => site.capacityValue ?? Infinity), noWayValue: NO_WAY }, sites).value;
}

function sets(count: number | null): number[][] {
  return Array.from({ length: 31 }, (_set, k) => [0, 1, 2, 3, 4].filter((i) => ((k + 1) >> i) & 1)).filter((set) => count === null || set.length === count);
}

describe('capacities', () => {
  it('the flow is the cheapest there is, also when something stays unserved', () => {
    fc.assert(fc.property(seed, fc.constantFrom(0.2, 0.3, 0.5), (at, ratio) => {
      const problem = small(at, ratio);
      for (const set of [[0, 1], [1, 2, 3], [0, 1, 2, 3, 4]]) expect(flowValue(problem, set)).toBeCloseTo(bySmallSteps(problem, set), 4);
    }), { numRuns: 30 });
  });

  it('p-median and fixed charge with capacities give the best of all sets, proven', () => {
    fc.assert(fc.property(seed, (at) => {
      const problem = small(at, 0.4);
      const byCount = Math.min(...sets(3).map((set) => flowValue(problem, set)));
      expect(solved(problem, { model: 'pmedian', siteCount: 3 })).toMatchObject({ isProven: true, objectiveValue: expect.closeTo(byCount, 5) });
      const byCost = Math.min(...sets(null).map((set) => flowValue(problem, set) + set.reduce((sum, i) => sum + problem.sites[i]!.openingCostValue, 0)));
      expect(solved(problem, { model: 'ufl' })).toMatchObject({ isProven: true, objectiveValue: expect.closeTo(byCost, 5) });
    }), { numRuns: 15 });
  });

  it('maximal cover, set covering and p-center with capacities agree with trying every set', () => {
    fc.assert(fc.property(seed, (at) => {
      const problem = small(at, 0.4);
      const radius = 60;
      const served = (set: readonly number[], within: number): number => {
        const near: SitingProblem = { ...problem, distanceValues: problem.distanceValues.map((value) => (value <= within ? 0 : NO_WAY)) };
        const demandTotal = problem.demands.reduce((sum, demand) => sum + demand.weightValue, 0);
        const unservedShare = flowValue(near, set) / NO_WAY;
        return unservedShare < 1e-9 ? demandTotal : demandTotal - unservedCount(near, set);
      };
      const total = problem.demands.reduce((sum, demand) => sum + demand.weightValue, 0);
      expect(solved(problem, { model: 'mclp', siteCount: 2, radiusValue: radius }).objectiveValue).toBeCloseTo(Math.max(...sets(2).map((set) => served(set, radius))), 5);
      const enough = sets(null).filter((set) => served(set, radius) === total).map((set) => set.length);
      const covering = solveSiting(problem, { model: 'lscp', radiusValue: radius });
      expect(covering.ok ? covering.value.objectiveValue : Infinity).toBe(Math.min(...enough));
      const radii = [...new Set(problem.distanceValues)].sort((a, b) => a - b);
      const best = radii.find((value) => sets(4).some((set) => served(set, value) === total));
      expect(solved(problem, { model: 'pcenter', siteCount: 4 }).objectiveValue).toBe(best);
    }), { numRuns: 10 });
  });

  it('S-446: demand above capacity is refused with both sums, not answered with a plan that cannot serve', () => {
    const problem = randomProblem({ seed: 4, siteCount: 5, demandCount: 10, capacityRatio: 0.3 });
    const demandTotal = problem.demands.reduce((sum, demand) => sum + demand.weightValue, 0);
    const capacity = problem.sites[0]!.capacityValue!;
    expect(solveSiting(problem, { model: 'pmedian', siteCount: 3 })).toMatchObject({ refusal: { code: 'SITING_CAPACITY_SHORT', params: { siteCount: 3, demandTotal, capacityTotal: 3 * capacity } } });
    expect(solveSiting(problem, { model: 'pmedian', siteCount: 4 }).ok).toBe(true);
  });

  it('enough capacity in all but not where it is needed: the group of demands is named with what it can reach', () => {
    const problem: SitingProblem = {
      sites: ['a', 'b'].map((id) => ({ id, state: 'candidate', capacityValue: 10, openingCostValue: 0 })),
      demands: [['island', 6], ['port', 6], ['town', 3]].map(([id, weightValue]) => ({ id: id as string, weightValue: weightValue as number })),
      unitCode: 'm', distanceValues: Float64Array.of(5, 5, 5, 500, 500, 5),
    };
    expect(solveSiting(problem, { model: 'lscp', radiusValue: 50 })).toMatchObject({ refusal: { code: 'SITING_CAPACITY_OUT_OF_REACH', params: { demandCount: 2, demandIds: 'island, port', demandTotal: 12, capacityTotal: 10 } } });
    expect(solved(problem, { model: 'pmedian', siteCount: 2 }).assignment.some((share) => share.siteId === 'b')).toBe(true);
  });
});

/** Units that nobody serves when every way within reach is free. */
function unservedCount(near: SitingProblem, set: readonly number[]): number {
  const m = near.demands.length;
  const demandValue = Float64Array.from(near.demands, (demand) => demand.weightValue);
  const capacityValue = Float64Array.from(near.sites, (site) => site.capacityValue ?? Infinity);
  const cost = near.distanceValues.map((value, at) => (value === 0 ? 0 : demandValue[at % m]! * 2));
  return transport({ siteCount: 5, demandCount: m, cost, demandValue, capacityValue, noWayValue: 1 }, set).share.reduce((sum, share, at) => sum + (at >= set.length * m ? share * demandValue[at % m]! : 0), 0);
}
