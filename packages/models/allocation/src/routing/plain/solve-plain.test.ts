import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from './anneal.ts';
import { checkPlainRoutes } from './check-plain.ts';
import type { PlainInstance } from './instance.ts';
import { transposed } from './instance.ts';
import { obstaclesOf } from './obstacles.ts';
import { solvePlain } from './solve-plain.ts';

const iterations = (count: number): Budget => ({ iterationCountMax: count, cpuSMax: Number.POSITIVE_INFINITY, nowCpuS: () => 0 });

interface Customer { readonly x: number; readonly y: number; readonly demand: number; readonly opens: number; readonly width: number }

function instanceOf(customers: readonly Customer[], vehicleCount: number, oneWay = 0): PlainInstance {
  const rows = [{ x: 50, y: 50, demand: 0, opens: 0, width: 1000 }, ...customers];
  const nodeCount = rows.length;
  const cost = new Float64Array(nodeCount * nodeCount);
  rows.forEach((a, i) => rows.forEach((b, j) => { cost[i * nodeCount + j] = Math.floor(10 * Math.hypot(a.x - b.x, a.y - b.y)) / 10 + (b.x > a.x ? oneWay : 0); }));
  const costBack = transposed(cost, nodeCount);
  return {
    nodeCount, vehicleCount, capacityValue: 50, cost, costBack, time: cost, timeBack: costBack, demand: Float64Array.from(rows, ({ demand }) => demand),
    opens: Float64Array.from(rows, ({ opens }) => opens), closes: Float64Array.from(rows, ({ opens, width }) => opens + width), service: Float64Array.from(rows, (_row, i) => (i === 0 ? 0 : 5)),
  };
}

const customer = fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }), demand: fc.integer({ min: 1, max: 30 }), opens: fc.integer({ min: 80, max: 300 }), width: fc.integer({ min: 10, max: 400 }) });

/** The best of all ways to serve everybody: over all orders, cut where a route must or may end. */
function bruteForce(instance: PlainInstance): number {
  const { nodeCount, cost, demand, opens, closes, service, time, capacityValue, vehicleCount } = instance;
  let best = Number.POSITIVE_INFINITY;
  const visit = (seen: number, at: number, clock: number, load: number, used: number, sum: number): void => {
    if (sum >= best) return;
    if (seen === (1 << nodeCount) - 2 && at === 0) { best = sum; return; }
    if (at !== 0 && clock + time[at * nodeCount]! <= closes[0]!) visit(seen, 0, opens[0]!, 0, used, sum + cost[at * nodeCount]!);
    for (let next = 1; next < nodeCount; next++) {
      if ((seen >> next) & 1 || load + demand[next]! > capacityValue || (at === 0 && used === vehicleCount)) continue;
      const starts = Math.max(opens[next]!, clock + time[at * nodeCount + next]!);
      if (starts <= closes[next]!) visit(seen | (1 << next), next, starts + service[next]!, load + demand[next]!, used + (at === 0 ? 1 : 0), sum + cost[at * nodeCount + next]!);
    }
  };
  visit(0, 0, opens[0]!, 0, 0, 0);
  return best;
}

describe('routes of equal vehicles with time windows', () => {
  it('finds the best plan of small cases, also where going is not as long as coming', () => {
    fc.assert(fc.property(fc.array(customer, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 9 }), (customers, oneWay) => {
      const instance = instanceOf(customers, 4, oneWay);
      const wanted = bruteForce(instance);
      const plan = solvePlain(instance, { seed: 3, budget: iterations(1500), isFleetSpared: false });
      expect(checkPlainRoutes(instance, plan)).toEqual([]);
      if (Number.isFinite(wanted)) {
        expect(plan.absent).toEqual([]);
        expect(plan.costValue).toBeCloseTo(wanted, 6);
      } else {
        expect(plan.absent.length).toBeGreaterThan(0);
      }
    }), { numRuns: 40 });
  });

  it('S-443: the same seed and budget of iterations give the same plan, another seed may not', () => {
    const customers = Array.from({ length: 40 }, (_customer, i) => ({ x: (i * 37) % 101, y: (i * 61) % 97, demand: 5 + (i % 7), opens: 80 + ((i * 53) % 200), width: 150 }));
    const solve = (seed: number): unknown => solvePlain(instanceOf(customers, 12), { seed, budget: iterations(3000), isFleetSpared: false }).routes;
    expect(solve(1)).toEqual(solve(1));
    expect(solve(1)).not.toEqual(solve(2));
  });

  it('with the fleet spared uses as few vehicles as the load allows', () => {
    const customers = Array.from({ length: 20 }, (_customer, i) => ({ x: 10 * (i % 10), y: i < 10 ? 0 : 100, demand: 10, opens: 0, width: 900 }));
    const plan = solvePlain(instanceOf(customers, 12), { seed: 1, budget: iterations(4000), isFleetSpared: true });
    expect(checkPlainRoutes(instanceOf(customers, 12), plan)).toEqual([]);
    expect(plan.routes.length).toBe(4);
  });

  it('never uses more vehicles than there are: who is left out has a reason', () => {
    const customers = [{ x: 0, y: 0, demand: 40, opens: 0, width: 900 }, { x: 100, y: 0, demand: 40, opens: 0, width: 900 }, { x: 100, y: 100, demand: 60, opens: 0, width: 900 }, { x: 0, y: 100, demand: 5, opens: 0, width: 20 }, { x: 0, y: 90, demand: 5, opens: 0, width: 960 }];
    const instance = instanceOf(customers.map((one, i) => (i === 4 ? { ...one, opens: 945, width: 40 } : one)), 1);
    const plan = solvePlain(instance, { seed: 1, budget: iterations(500), isFleetSpared: false });
    expect(plan.routes.length).toBe(1);
    expect(plan.absent.length).toBe(4);
    const codes = [1, 2, 3, 4, 5].map((node) => obstaclesOf(instance, node, 1).map(({ code }) => code).join());
    expect(codes).toEqual(['TRIP_FLEET_TOO_SMALL', 'TRIP_FLEET_TOO_SMALL', 'TRIP_TOO_LARGE', 'TRIP_WINDOW_BEFORE_ARRIVAL', 'TRIP_RETURN_TOO_LATE']);
  });

  it('keeps to the processor time on the clock that it is given', () => {
    let ticks = 0;
    const budget: Budget = { iterationCountMax: Number.POSITIVE_INFINITY, cpuSMax: 1, nowCpuS: () => (ticks += 0.05) };
    const customers = Array.from({ length: 12 }, (_customer, i) => ({ x: 8 * i, y: 20, demand: 5, opens: 80, width: 400 }));
    const plan = solvePlain(instanceOf(customers, 5), { seed: 1, budget, isFleetSpared: false });
    expect(plan.iterationCount).toBeLessThan(21 * 64);
    expect(plan.absent).toEqual([]);
  });
});

describe('the checker of plain routes', () => {
  const instance = instanceOf([{ x: 10, y: 50, demand: 30, opens: 40, width: 60 }, { x: 90, y: 50, demand: 30, opens: 40, width: 60 }, { x: 50, y: 90, demand: 20, opens: 40, width: 300 }], 3);
  const good = solvePlain(instance, { seed: 1, budget: iterations(200), isFleetSpared: false });
  const faultsOf = (change: object): readonly string[] => checkPlainRoutes(instance, { ...good, ...change }).map(({ what }) => what);

  it('finds nothing wrong in a right plan and each seeded fault', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ costValue: good.costValue + 1 })).toEqual(['cost']);
    expect(faultsOf({ routes: good.routes.slice(1) })).toContain('visits');
    expect(faultsOf({ routes: [...good.routes, [1]] })).toContain('visits');
    expect(faultsOf({ absent: [99] })).toContain('known');
    expect(faultsOf({ routes: [[1, 2], [3]] })).toContain('load');
    expect(faultsOf({ routes: [[3, 1], [2]] })).not.toContain('load');
    expect(faultsOf({ routes: [[1, 2, 3]] }).some((what) => what.startsWith('start at'))).toBe(true);
    expect(checkPlainRoutes({ ...instance, vehicleCount: 1 }, good).map(({ what }) => what)).toContain('vehicles');
  });
});
