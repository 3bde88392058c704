import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoutingPlan, RoutingProblem } from '../types.ts';
import { checkRoutes } from './check-routes.ts';
import { job, lineTravel, problem, vehicle } from './routes-for-tests.ts';
import { solveRoutes } from './solve-routes.ts';

const iterations = (count: number): { readonly seed: number; readonly budget: { readonly iterationCountMax: number; readonly cpuSMax: number; readonly nowCpuS: () => number } } => ({ seed: 5, budget: { iterationCountMax: count, cpuSMax: Number.POSITIVE_INFINITY, nowCpuS: () => 0 } });

function solve(given: RoutingProblem): RoutingPlan {
  const solved = solveRoutes(given, iterations(60));
  if (!solved.ok) throw new Error(solved.refusal.code);
  return solved.value;
}

/** Trucks from p0, a boat at p4, six jobs of every kind. */
function mixed(seed: readonly number[]): RoutingProblem {
  const jobs = seed.map((draw, i) => {
    const place = `p${1 + (draw % 5)}`;
    const shared = { load: { massKg: 100 + (draw % 5) * 150 }, group: [null, 'acid', 'base'][draw % 3]!, windows: draw % 4 === 0 ? [[3600, 3600 * (3 + (draw % 5))] as const] : [], unservedCostValue: 2000 + (draw % 7) * 3000 };
    if (draw % 6 === 1) return job(`j${i}`, place, { ...shared, pickupPlaceId: `p${(draw >> 3) % 6}` });
    if (draw % 6 === 2) return job(`j${i}`, place, { ...shared, transfer: { quayPlaceIds: ['p3', 'p4'], handlingS: 600, firstClassIds: ['truck'], secondClassIds: ['boat'] } });
    return job(`j${i}`, place, shared);
  });
  const vehicles = [vehicle('v1', { reloadPlaceIds: ['p0'], tripCountMax: 3 }), vehicle('v2', { dutySMax: 4 * 3600, capacity: { massKg: 600 } }), vehicle('boat', { classId: 'boat', startPlaceId: 'p4', endPlaceId: null })];
  return problem({ jobs, vehicles, segregated: [['acid', 'base']] });
}

const draws = fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 7 });

describe('the checker of routes', () => {
  it('finds every plan of the search right', () => {
    fc.assert(fc.property(draws, (seed) => {
      const given = mixed(seed);
      expect(checkRoutes(given, solve(given))).toEqual([]);
    }), { numRuns: 60 });
  });

  it('S-443: the same seed gives the same plan, and serving is never dearer than leaving everything out', () => {
    fc.assert(fc.property(draws, (seed) => {
      const given = mixed(seed);
      const plan = solve(given);
      expect(solve(given)).toEqual(plan);
      const all = given.jobs.reduce((sum, { unservedCostValue }) => sum + unservedCostValue, 0);
      expect(plan.costValue).toBeLessThanOrEqual(all + 1e-6);
    }), { numRuns: 15 });
  });

  const given = problem({
    jobs: [job('a', 'p1', { group: 'acid', windows: [[0, 3600]] }), job('b', 'p2', { pickupPlaceId: 'p1' }), job('c', 'p3', { transfer: { quayPlaceIds: ['p2', 'p4'], handlingS: 600, firstClassIds: ['truck'], secondClassIds: ['boat'] } }), job('d', 'p5', { skills: ['diving'] })],
    vehicles: [vehicle('v1', { pinnedJobIds: ['a'] }), vehicle('boat', { classId: 'boat', startPlaceId: 'p4', endPlaceId: null })],
  });
  const plan = solve(given);
  const whats = (problemChange: object, planChange: object): string => checkRoutes({ ...given, ...problemChange }, { ...plan, ...planChange }).map(({ what }) => what).join('; ');
  const first = plan.routes.find(({ vehicleId }) => vehicleId === 'v1')!;
  const others = plan.routes.filter((route) => route !== first);
  const routeWith = (change: object): object => ({ routes: [{ ...first, ...change }, ...others] });
  const stopWith = (i: number, change: object): object => routeWith({ stops: first.stops.map((stop, k) => (k === i ? { ...stop, ...change } : stop)) });

  it('finds each seeded fault of a plan', () => {
    expect(whats({}, {})).toBe('');
    expect(whats({}, { costValue: plan.costValue - 1 })).toBe('costValue');
    expect(whats({}, routeWith({ distanceM: 1 }))).toBe('distanceM');
    expect(whats({}, routeWith({ travelS: 1 }))).toBe('travelS');
    expect(whats({}, routeWith({ endS: 1 }))).toBe('endS');
    expect(whats({}, routeWith({ departS: -600 }))).toContain('departS');
    expect(whats({}, stopWith(0, { arriveS: 1 }))).toContain('arrival');
    expect(whats({}, stopWith(0, { beginS: first.stops[0]!.arriveS - 60 }))).toContain('begin');
    expect(whats({}, stopWith(0, { leaveS: 1 }))).toContain('leave');
    expect(whats({}, stopWith(0, { placeId: 'p2' }))).toContain('place of a');
    expect(whats({}, routeWith({ vehicleId: 'boat' }))).toContain('vehicle');
    expect(whats({}, { unserved: [] })).toContain('stops');
    expect(whats({}, { unserved: [...plan.unserved, { jobId: 'ghost', reasons: [] }] })).toContain('job');
    expect(whats({}, routeWith({ stops: [...first.stops].reverse() }))).toContain('ordered jobs');
  });

  it('finds each limit that a plan breaks when the case is narrowed', () => {
    const narrowed = (change: object): object => ({ vehicles: given.vehicles.map((one) => (one.id === 'v1' ? { ...one, ...change } : one)) });
    const jobWith = (id: string, change: object): object => ({ jobs: given.jobs.map((one) => (one.id === id ? { ...one, ...change } : one)) });
    expect(whats(narrowed({ capacity: { massKg: 100 } }), {})).toContain('massKg');
    expect(whats(narrowed({ shiftUntilS: 60 }), {})).toContain('shift');
    expect(whats(narrowed({ dutySMax: 60 }), {})).toContain('duty');
    expect(whats(narrowed({ refusedGroups: ['acid'] }), {})).toContain('group of a');
    expect(whats(narrowed({ classId: 'van' }), {})).toContain('classes');
    expect(whats(jobWith('a', { skills: ['diving'] }), {})).toContain('skill for a');
    expect(whats(jobWith('a', { windows: [[0, 1]] }), {})).toContain('window of a');
    expect(whats({ ...jobWith('c', { group: 'base' }), segregated: [['acid', 'base']] }, {})).toContain('groups');
    expect(whats({ travel: [lineTravel(6, { buckets: [{ fromS: 0, durationS: lineTravel(6).buckets[0]!.durationS.map((row) => row.map((value) => value! * 2)) }] })] }, {})).toContain('arrival');
  });
});
