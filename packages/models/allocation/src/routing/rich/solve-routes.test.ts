import { describe, expect, it } from 'vitest';
import type { RoutingPlan, RoutingProblem } from '../types.ts';
import { checkRoutes } from './check-routes.ts';
import { job, lineTravel, MINUTE, problem, vehicle } from './routes-for-tests.ts';
import { solveRoutes } from './solve-routes.ts';

function solve(given: RoutingProblem, iterationCountMax = 150): RoutingPlan {
  const solved = solveRoutes(given, { seed: 1, budget: { iterationCountMax, cpuSMax: Number.POSITIVE_INFINITY, nowCpuS: () => 0 } });
  if (!solved.ok) throw new Error(`${solved.refusal.code} ${JSON.stringify(solved.refusal.params)}`);
  expect(checkRoutes(given, solved.value)).toEqual([]);
  return solved.value;
}

const reasons = (plan: RoutingPlan, jobId: string): readonly string[] | undefined => plan.unserved.find((one) => one.jobId === jobId)?.reasons.map(({ code }) => code);
const doers = (plan: RoutingPlan): Readonly<Record<string, string>> => Object.fromEntries(plan.routes.flatMap(({ vehicleId, stops }) => stops.flatMap(({ kind, jobId }) => (kind === 'deliver' ? [[jobId, vehicleId]] : []))));

describe('routes of real vehicles', () => {
  it('multi-trip: a vehicle loads again where it may, and only so often', () => {
    const jobs = ['p1', 'p2', 'p3', 'p4'].map((place, i) => job(`j${i}`, place, { load: { massKg: 500 } }));
    const again = problem({ jobs, vehicles: [vehicle('v1', { reloadPlaceIds: ['p0'], tripCountMax: 2 })] });
    const plan = solve(again);
    expect(plan.unserved).toEqual([]);
    expect(plan.routes[0]!.stops.filter(({ kind }) => kind === 'reload').length).toBe(1);
    expect(solve({ ...again, vehicles: [vehicle('v1')] }).unserved.length).toBe(2);
  });

  it('skills: only a crew that has it does the job, and a missing one is named', () => {
    const jobs = [job('burn', 'p1', { skills: ['hazmat'] }), job('dive', 'p2', { skills: ['diving'] })];
    const plan = solve(problem({ jobs, vehicles: [vehicle('near'), vehicle('team', { startPlaceId: 'p5', endPlaceId: 'p5', skills: ['hazmat'] })] }));
    expect(doers(plan)).toEqual({ burn: 'team' });
    expect(reasons(plan, 'dive')).toEqual(['TRIP_NO_SKILL']);
  });

  it('crew hours: the duty runs from the departure, which waits for the first window', () => {
    const late = job('late', 'p3', { windows: [[6 * 3600, 7 * 3600]] });
    const plan = solve(problem({ jobs: [late], vehicles: [vehicle('v1', { dutySMax: 65 * MINUTE })] }));
    expect(plan.routes[0]).toMatchObject({ departS: 6 * 3600 - 30 * MINUTE });
    expect(reasons(solve(problem({ jobs: [late], vehicles: [vehicle('v1', { dutySMax: 64 * MINUTE })] })), 'late')).toEqual(['TRIP_NO_TIME']);
  });

  it('hazmat segregation: groups that keep apart are never aboard together, and a refused group is not carried', () => {
    const jobs = [job('acid', 'p1', { group: 'acid' }), job('base', 'p1', { group: 'base' })];
    const mixed = solve(problem({ jobs, vehicles: [vehicle('v1'), vehicle('v2')] }));
    expect(mixed.routes.length).toBe(1);
    const apart = solve(problem({ jobs, vehicles: [vehicle('v1'), vehicle('v2')], segregated: [['acid', 'base']] }));
    expect(apart.routes.length).toBe(2);
    expect(reasons(solve(problem({ jobs, vehicles: [vehicle('v1', { refusedGroups: ['acid'] })] })), 'acid')).toEqual(['TRIP_GROUP_REFUSED']);
  });

  it('segregated loads go one after the other when one vehicle may load again', () => {
    const jobs = [job('acid', 'p1', { group: 'acid' }), job('base', 'p2', { group: 'base' })];
    const plan = solve(problem({ jobs, vehicles: [vehicle('v1', { reloadPlaceIds: ['p0'], tripCountMax: 2 })], segregated: [['acid', 'base']] }));
    expect(plan.unserved).toEqual([]);
  });

  it('pick-up before delivery on one vehicle, the load aboard only between', () => {
    const jobs = [job('a', 'p3', { pickupPlaceId: 'p1', load: { massKg: 900 } }), job('b', 'p5', { pickupPlaceId: 'p3', load: { massKg: 900 } })];
    const plan = solve(problem({ jobs }));
    expect(plan.routes[0]!.stops.map(({ kind, jobId }) => `${kind} ${jobId}`)).toEqual(['pick-up a', 'deliver a', 'pick-up b', 'deliver b']);
  });

  it('priority: what costs most to leave out is served first; what costs more to serve is left out with the figures', () => {
    const jobs = [job('low', 'p1', { load: { massKg: 1000 }, unservedCostValue: 50_000 }), job('high', 'p5', { load: { massKg: 1000 }, unservedCostValue: 90_000 })];
    const plan = solve(problem({ jobs }));
    expect(doers(plan)).toEqual({ high: 'v1' });
    expect(reasons(plan, 'low')).toEqual(['TRIP_FLEET_TOO_SMALL']);
    expect(reasons(solve(problem({ jobs: [job('far', 'p5', { unservedCostValue: 10 })] })), 'far')).toEqual(['TRIP_NOT_WORTH']);
  });

  it('time-dependent ways: a road that closes is used before, or waited for, or goes unserved with the reason', () => {
    const open = lineTravel(6);
    const closed = open.buckets[0]!.durationS.map((row, i) => row.map((value, j) => (Math.max(i, j) === 5 && i !== j ? null : value)));
    const untilS = 2 * 3600;
    const travel = { ...open, buckets: [{ fromS: 0, durationS: open.buckets[0]!.durationS }, { fromS: untilS, durationS: closed }, { fromS: 5 * 3600, durationS: open.buckets[0]!.durationS }] };
    const two = [job('far', 'p5'), job('near', 'p1', { windows: [[100 * MINUTE, 110 * MINUTE]] })];
    const before = solve(problem({ jobs: two, travel: [travel] }));
    const far = before.routes[0]!.stops.find(({ jobId }) => jobId === 'far')!;
    expect(far.beginS).toBeLessThan(untilS);
    const waits = solve(problem({ jobs: [job('far', 'p5', { windows: [[3 * 3600, 8 * 3600]] })], travel: [travel], vehicles: [vehicle('v1', { shiftFromS: 2.5 * 3600 })] }));
    expect(waits.routes[0]!.stops[0]!.arriveS).toBe(5 * 3600 + 50 * MINUTE);
    const never = { ...travel, buckets: travel.buckets.slice(0, 2) };
    expect(reasons(solve(problem({ jobs: [job('far', 'p5')], travel: [never], vehicles: [vehicle('v1', { shiftFromS: 2.5 * 3600 })] })), 'far')).toEqual(['TRIP_NO_WAY']);
  });

  it('transfer: a truck brings it to a quay, a boat takes it on after that, at the quay that is best', () => {
    const road = lineTravel(6).buckets[0]!.durationS.map((row, i) => row.map((value, j) => ((i === 5) !== (j === 5) ? null : value)));
    const land = { ...lineTravel(6), buckets: [{ fromS: 0, durationS: road }] };
    const water = { ...lineTravel(6), id: 'sea' };
    const boat = vehicle('boat', { classId: 'boat', travelId: 'sea', startPlaceId: 'p4', endPlaceId: 'p4' });
    const cargo = job('cargo', 'p5', { transfer: { quayPlaceIds: ['p2', 'p4'], handlingS: 20 * MINUTE, firstClassIds: ['truck'], secondClassIds: ['boat'] } });
    const plan = solve(problem({ jobs: [cargo, job('side', 'p3', { skills: ['crane'] })], travel: [land, water], vehicles: [vehicle('v1', { skills: ['crane'] }), boat] }));
    expect(plan.unserved).toEqual([]);
    const stops = plan.routes.flatMap((route) => route.stops.filter(({ jobId }) => jobId === 'cargo').map(({ kind, placeId }) => `${route.vehicleId} ${kind} ${placeId}`));
    expect(stops).toEqual(['v1 hand-over p4', 'boat take-over p4', 'boat deliver p5']);
    const late = { ...cargo, windows: [[0, 60 * MINUTE]] as const };
    expect(reasons(solve(problem({ jobs: [late], travel: [land, water], vehicles: [vehicle('v1'), boat] })), 'cargo')).toEqual(['TRIP_NO_TIME']);
    expect(reasons(solve(problem({ jobs: [cargo], travel: [land, water] })), 'cargo')).toEqual(['TRIP_NO_CLASS']);
  });

  it('pinned legs: ordered jobs stay first, in order, on their vehicle, though another way were cheaper', () => {
    const jobs = [job('x', 'p5'), job('y', 'p1'), job('z', 'p3')];
    const plan = solve(problem({ jobs, vehicles: [vehicle('v1', { pinnedJobIds: ['x', 'y'], capacity: { massKg: 2000 } })] }));
    expect(plan.routes[0]!.stops.map(({ jobId }) => jobId)).toEqual(['x', 'y', 'z']);
    const broken = solveRoutes(problem({ jobs: [job('x', 'p5', { windows: [[0, 60]] })], vehicles: [vehicle('v1', { pinnedJobIds: ['x'] })] }), { seed: 1, budget: { iterationCountMax: 1, cpuSMax: 1, nowCpuS: () => 0 } });
    expect(broken).toMatchObject({ ok: false, refusal: { code: 'TRIP_PINNED_IMPOSSIBLE', params: { vehicleId: 'v1', jobId: 'x' } } });
  });

  it('a mixed fleet: own starts and ends, capacities in every dimension, service by class', () => {
    const jobs = [job('bulky', 'p4', { load: { massKg: 10, volumeM3: 5 }, serviceSByClass: { van: 20 * MINUTE } }), job('heavy', 'p1', { load: { massKg: 900 } })];
    const van = vehicle('van', { classId: 'van', startPlaceId: 'p5', endPlaceId: null, capacity: { massKg: 100, volumeM3: 6 } });
    const plan = solve(problem({ jobs, vehicles: [vehicle('v1'), van] }));
    expect(doers(plan)).toEqual({ bulky: 'van', heavy: 'v1' });
    const own = plan.routes.find(({ vehicleId }) => vehicleId === 'van')!;
    expect([own.stops[0]!.leaveS - own.stops[0]!.beginS, own.endS]).toEqual([20 * MINUTE, own.stops[0]!.leaveS]);
    expect(reasons(solve(problem({ jobs: [jobs[0]!] })), 'bulky')).toEqual(['TRIP_TOO_LARGE']);
  });

  it('a window that closes before anybody can be there is named with both times', () => {
    const plan = solve(problem({ jobs: [job('soon', 'p5', { windows: [[0, 30 * MINUTE]] })] }));
    expect(plan.unserved[0]!.reasons).toEqual([{ code: 'TRIP_WINDOW_BEFORE_ARRIVAL', params: { arrives: 50 * MINUTE, closes: 30 * MINUTE } }]);
  });

  it('refuses a case that does not fit, by name', () => {
    const wrong: readonly [RoutingProblem, string][] = [
      [problem({ jobs: [job('a', 'nowhere')] }), 'job a.placeId'], [problem({ jobs: [job('a', 'p1'), job('a', 'p2')] }), 'jobs'], [problem({ vehicles: [vehicle('v', { travelId: 'air' })] }), 'vehicle v.travelId'],
      [problem({ jobs: [job('a', 'p1', { load: { massKg: -1 } })] }), 'job a.massKg'], [problem({ travel: [lineTravel(5)] }), 'travel road'],
    ];
    for (const [given, name] of wrong) expect(solveRoutes(given, { seed: 1, budget: { iterationCountMax: 1, cpuSMax: 1, nowCpuS: () => 0 } })).toMatchObject({ ok: false, refusal: { code: 'TRIP_INPUT_WRONG', params: { name } } });
  });
});
