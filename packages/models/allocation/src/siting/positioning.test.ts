import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PositioningAnswer, PositioningProblem } from './positioning-types.ts';
import { createRng } from '@anlan/kernel';
import { checkPositioning } from './check-positioning.ts';
import { positionStock } from './positioning.ts';
import { stockFlow } from './stock-flow.ts';

const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 });

function random(at: number, { siteCount = 3, itemCount = 2, needCount = 3, budgetFen = 600 } = {}): PositioningProblem {
  const rng = createRng(at);
  const whole = (least: number, most: number): number => least + Math.floor(rng.nextUnit() * (most - least + 1));
  const sites = Array.from({ length: siteCount }, (_site, i) => ({ id: `s${i}`, state: i === 0 ? ('existing' as const) : ('candidate' as const), classes: [{ id: 'small', openingFen: whole(20, 60), roomM3: whole(2, 4) }, { id: 'large', openingFen: whole(70, 120), roomM3: whole(5, 9) }] }));
  const items = Array.from({ length: itemCount }, (_item, k) => ({ id: `k${k}`, unitCode: 'unit', roomM3: 1, priceFen: whole(20, 60), stepValue: 1 }));
  const need = (w: number, n: number) => ({ id: `w${w}n${n}`, itemId: `k${whole(0, itemCount - 1)}`, quantityValue: whole(1, 3), priorityCount: [1, 2, 4, 8][whole(0, 3)]!, siteIds: sites.map((site) => site.id).filter(() => rng.nextUnit() < 0.6) });
  return {
    sites, items, budgetFen, present: [{ siteId: 's0', itemId: 'k0', quantityValue: 1 }],
    scenarios: [0, 1].map((w) => ({ id: `w${w}`, probabilityRatio: w === 0 ? 0.7 : 0.3, needs: Array.from({ length: needCount }, (_need, n) => need(w, n)) })),
  };
}

function solved(problem: PositioningProblem): PositioningAnswer {
  const answer = positionStock(problem);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  expect(checkPositioning(problem, answer.value).faults).toEqual([]);
  return answer.value;
}

/** Every stock up to what could be used, every class; the least expected unmet. */
function everyPurchase(problem: PositioningProblem): number {
  const { sites, items } = problem;
  const cells = sites.flatMap((_site, i) => items.map((_item, k) => [i, k] as const));
  const stock = cells.map(() => 0);
  let best = Infinity;
  const visit = (cell: number, spentFen: number): void => {
    if (spentFen > problem.budgetFen) return;
    if (cell === cells.length) {
      const rooms = sites.reduce((sum, site, i) => {
        const bought = cells.reduce((used, [s], at) => used + (s === i ? stock[at]! : 0), 0);
        const used = bought + problem.present.reduce((held, lot) => held + (lot.siteId === site.id ? lot.quantityValue : 0), 0);
        const room = bought === 0 ? { openingFen: site.state === 'existing' ? site.classes[0]!.openingFen : 0 } : site.classes.find((each) => each.roomM3 >= used);
        return sum + (room === undefined ? Infinity : room.openingFen - (site.state === 'existing' ? site.classes[0]!.openingFen : 0));
      }, 0);
      if (spentFen + rooms <= problem.budgetFen) best = Math.min(best, unmetWith(problem, cells, stock));
      return;
    }
    for (let quantity = 0; quantity <= 4; quantity++) {
      stock[cell] = quantity;
      visit(cell + 1, spentFen + quantity * items[cells[cell]![1]]!.priceFen);
    }
    stock[cell] = 0;
  };
  visit(0, 0);
  return best;
}

function unmetWith({ sites, items, scenarios, present }: PositioningProblem, cells: readonly (readonly [number, number])[], stock: readonly number[]): number {
  return scenarios.reduce((sum, scenario) => sum + scenario.probabilityRatio * items.reduce((total, item, k) => {
    const amounts = Float64Array.from(sites, (site, i) => stock[cells.findIndex(([s, t]) => s === i && t === k)]! + present.reduce((held, lot) => held + (lot.siteId === site.id && lot.itemId === item.id ? lot.quantityValue : 0), 0));
    const needs = scenario.needs.filter((need) => need.itemId === item.id).sort((a, b) => b.priorityCount - a.priorityCount);
    return total + stockFlow(amounts, needs.map((need) => ({ quantityValue: need.quantityValue, priorityCount: need.priorityCount, sites: need.siteIds.map((id) => sites.findIndex((site) => site.id === id)) }))).unmetValue;
  }, 0), 0);
}

describe('stock positioning', () => {
  it('is never better than trying every purchase, close to it, and never below its bound', () => {
    let [found, best] = [0, 0];
    fc.assert(fc.property(seed, (at) => {
      const problem = random(at, { budgetFen: 220 });
      const answer = solved(problem);
      const least = everyPurchase(problem);
      expect(answer.expectedUnmetValue).toBeGreaterThanOrEqual(least - 1e-9);
      expect(answer.boundValue).toBeLessThanOrEqual(least + 1e-9);
      found += answer.expectedUnmetValue;
      best += least;
    }), { numRuns: 12, seed: 7 });
    expect(found).toBeLessThanOrEqual(best * 1.1);
  });

  it('never leaves more unmet than nothing bought, and spends no more than the budget', () => {
    fc.assert(fc.property(seed, fc.integer({ min: 0, max: 2000 }), (at, budgetFen) => {
      const answer = solved(random(at, { siteCount: 5, itemCount: 3, needCount: 6, budgetFen }));
      expect(answer.expectedUnmetValue).toBeLessThanOrEqual(answer.presentUnmetValue + 1e-9);
      expect(answer.costFen).toBeLessThanOrEqual(budgetFen + 1e-6);
    }), { numRuns: 20 });
  });

  it('with enough money everything in reach of a site with room is met', () => {
    const problem = random(11, { budgetFen: 1e9 });
    const roomy = { ...problem, sites: problem.sites.map((site) => ({ ...site, classes: [...site.classes, { id: 'hall', openingFen: 500, roomM3: 1000 }] })) };
    const unreachable = problem.scenarios.reduce((sum, scenario) => sum + scenario.probabilityRatio * scenario.needs.reduce((total, need) => total + (need.siteIds.length === 0 ? need.priorityCount * need.quantityValue : 0), 0), 0);
    expect(solved(roomy).expectedUnmetValue).toBeCloseTo(unreachable, 9);
    expect(solved(roomy).gapRatio).toBeCloseTo(0, 9);
  });

  it('serving in order of priority with rerouting is the best flow: no order of needs gives less', () => {
    fc.assert(fc.property(seed, (at) => {
      const rng = createRng(at);
      const stock = Float64Array.from({ length: 3 }, () => Math.floor(rng.nextUnit() * 4));
      const needs = Array.from({ length: 4 }, () => ({ quantityValue: 1 + Math.floor(rng.nextUnit() * 3), priorityCount: [1, 2, 4, 8][Math.floor(rng.nextUnit() * 4)]!, sites: [0, 1, 2].filter(() => rng.nextUnit() < 0.5) })).sort((a, b) => b.priorityCount - a.priorityCount);
      const orders = [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]];
      for (const order of orders) expect(stockFlow(stock, needs).unmetValue).toBeLessThanOrEqual(stockFlow(stock, order.map((n) => needs[n]!)).unmetValue + 1e-9);
    }), { numRuns: 60 });
  });

  it('the check finds money, room, stock and reach that do not hold', () => {
    const problem = random(5);
    const answer = solved(problem);
    const faultsOf = (wrong: Partial<PositioningAnswer>): string[] => checkPositioning(problem, { ...answer, ...wrong }).faults.map((fault) => fault.params.what);
    expect(answer.bought.length).toBeGreaterThan(0);
    expect(faultsOf({ costFen: answer.costFen - 1 })).toContain('cost');
    expect(faultsOf({ expectedUnmetValue: answer.expectedUnmetValue + 1 })).toContain('expected unmet');
    expect(faultsOf({ boundValue: answer.expectedUnmetValue + 2 })).toContain('bound');
    expect(faultsOf({ bought: answer.bought.map((lot, at) => (at === 0 ? { ...lot, quantityValue: 500 } : lot)) })).toEqual(expect.arrayContaining(['room', 'cost', 'budget']));
    expect(faultsOf({ bought: [] }).some((what) => what.startsWith('stock of'))).toBe(true);
    expect(faultsOf({ sites: answer.sites.filter((site) => site.siteId !== 's0') })).toContain('existing site');
    const [first] = answer.flows;
    const need = problem.scenarios.flatMap((scenario) => scenario.needs).find((each) => each.id === first!.needId)!;
    const far = problem.sites.find((site) => !need.siteIds.includes(site.id));
    if (far !== undefined) expect(faultsOf({ flows: [{ ...first!, siteId: far.id }, ...answer.flows.slice(1)] })).toContain('in time from');
  });

  it('refuses what cannot be meant', () => {
    const problem = random(5);
    expect(positionStock({ ...problem, budgetFen: -1 })).toMatchObject({ refusal: { code: 'SITING_INPUT_WRONG' } });
    expect(positionStock({ ...problem, scenarios: problem.scenarios.slice(1) })).toMatchObject({ refusal: { code: 'SITING_INPUT_WRONG', params: { name: 'scenarios.probabilityRatio' } } });
    expect(positionStock({ ...problem, present: [{ siteId: 'nowhere', itemId: 'k0', quantityValue: 1 }] })).toMatchObject({ refusal: { code: 'SITING_ID_UNKNOWN', params: { id: 'nowhere' } } });
  });
});
