// Ruin and recreate for real vehicles: strings of neighbouring jobs out, cheapest places in, annealed
// (Christiaens and Vanden Berghe 2020), every insertion walked in full by the general evaluator.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { SearchRandom } from '../random.ts';
import { createSearchRandom, nextIndex, nextUnit } from '../random.ts';
import type { RoutingPlan, RoutingProblem, RoutingStop, VehicleRoute } from '../types.ts';
import type { Budget } from '../plain/anneal.ts';
import type { RichCase, RichJob } from './case.ts';
import { compileCase } from './case.ts';
import type { RichState } from './insert.ts';
import { applyChange, bestInsertion, walkKept, withoutJobs } from './insert.ts';
import { obstaclesOfJob } from './obstacles.ts';
import type { Stop } from './walk.ts';
import { walk } from './walk.ts';

export interface RoutesOptions {
  readonly seed: number;
  readonly budget: Budget;
}

interface Plan extends RichState { absent: readonly RichJob[] }

/** Mean number of jobs removed and longest string, as in the plain search. */
const REMOVED_MEAN = 8;
const STRING_MAX = 8;
const BLINK_RATIO = 0.01;
/** Temperatures as shares of the mean cost of a job in the first plan. */
const HOT_RATIO = 0.5;
const COLD_RATIO = 0.005;

export function solveRoutes(problem: RoutingProblem, options: RoutesOptions): Result<RoutingPlan> {
  const compiled = compileCase(problem);
  if (!compiled.ok) return compiled;
  const c = compiled.value;
  const random = createSearchRandom(options.seed);
  const started = startPlan(c);
  if (!started.ok) return started;
  const near = nearJobs(c);
  let plan = started.value;
  recreate(c, plan, random);
  let value = valueOf(c, plan);
  let best = plan;
  let bestValue = value;
  const mean = plan.walks.reduce((sum, { costValue }) => sum + costValue, 0) / Math.max(1, c.jobs.length - plan.absent.length);
  const { budget } = options;
  const startedCpuS = budget.nowCpuS();
  let iterations = 0;
  for (; iterations < budget.iterationCountMax && c.jobs.length > 0; iterations++) {
    const spent = Math.max(iterations / budget.iterationCountMax, (budget.nowCpuS() - startedCpuS) / budget.cpuSMax);
    if (spent >= 1) break;
    const temperature = HOT_RATIO * mean * (COLD_RATIO / HOT_RATIO) ** spent;
    const tried = copyOf(plan);
    if (!ruin(c, tried, near, random)) continue;
    recreate(c, tried, random);
    const triedValue = valueOf(c, tried);
    if (triedValue >= value - temperature * Math.log(nextUnit(random))) continue;
    plan = tried;
    value = triedValue;
    if (value < bestValue - 1e-9) { best = plan; bestValue = value; }
  }
  return ok(told(c, best, { iterationCount: iterations, seed: options.seed }));
}

/** Only what is ordered already; refused when an order cannot be kept as it is. */
function startPlan(c: RichCase): Result<Plan> {
  const pinned = new Set(c.vehicles.flatMap((vehicle) => vehicle.pinned));
  const readyS = new Float64Array(c.jobs.length).fill(Number.POSITIVE_INFINITY);
  const plan: Plan = { routes: [], walks: [], pinnedCounts: c.vehicles.map(({ pinned: own }) => own.reduce((sum, job) => sum + (c.jobs[job]!.pickupIndex < 0 ? 1 : 2), 0)), readyS, takenS: readyS.slice(), absent: c.jobs.filter((_job, i) => !pinned.has(i)) };
  for (let v = 0; v < c.vehicles.length; v++) {
    const stops: Stop[] = [];
    for (const index of c.vehicles[v]!.pinned) {
      const job = c.jobs[index]!;
      if (job.pickupIndex >= 0) stops.push({ kind: 'pick-up', placeIndex: job.pickupIndex, job });
      stops.push({ kind: 'deliver', placeIndex: job.placeIndex, job });
      if (walk(c, v, stops, readyS) === undefined) return refuse('TRIP_PINNED_IMPOSSIBLE', { vehicleId: c.vehicles[v]!.given.id, jobId: job.given.id });
    }
    plan.routes.push(stops);
    plan.walks.push(walk(c, v, stops, readyS)!);
  }
  return ok(plan);
}

function copyOf(plan: Plan): Plan {
  return { routes: [...plan.routes], walks: [...plan.walks], pinnedCounts: plan.pinnedCounts, readyS: plan.readyS.slice(), takenS: plan.takenS.slice(), absent: plan.absent };
}

function valueOf(_c: RichCase, { walks, absent }: Plan): number {
  return walks.reduce((sum, { costValue }) => sum + costValue, 0) + absent.reduce((sum, { given }) => sum + given.unservedCostValue, 0);
}

/** The other jobs of each job, nearest first by the quicker way of the first kind of travel. */
function nearJobs(c: RichCase): readonly (readonly number[])[] {
  const first = c.vehicles[0]?.travel.durations[0];
  const apart = (a: RichJob, b: RichJob): number => (first === undefined ? 0 : Math.min(first[a.placeIndex * c.placeCount + b.placeIndex]!, first[b.placeIndex * c.placeCount + a.placeIndex]!));
  return c.jobs.map((job) => c.jobs.map((other) => ({ index: other.jobIndex, far: other === job ? -1 : apart(job, other) })).sort((a, b) => (a.far === b.far ? a.index - b.index : a.far - b.far)).map(({ index }) => index));
}

/** Strings of jobs round a random one; false when the rest could not be walked without them. */
function ruin(c: RichCase, plan: Plan, near: readonly (readonly number[])[], random: SearchRandom): boolean {
  const removed = new Set<RichJob>();
  const absent = new Set(plan.absent);
  const touched = new Set<number>();
  const wanted = 1 + nextIndex(random, 2 * REMOVED_MEAN - 1);
  const seedJob = nextIndex(random, c.jobs.length);
  for (const index of near[seedJob]!) {
    if (removed.size >= wanted) break;
    const job = c.jobs[index]!;
    if (absent.has(job) || removed.has(job)) continue;
    const v = plan.routes.findIndex((stops) => stops.some((stop) => stop.job === job));
    if (v < 0 || touched.has(v)) continue;
    touched.add(v);
    const free = plan.routes[v]!.slice(plan.pinnedCounts[v]!);
    const at = free.findIndex((stop) => stop.job === job);
    if (at < 0) continue;
    const length = 1 + nextIndex(random, Math.min(STRING_MAX, free.length));
    const from = Math.max(0, at - nextIndex(random, length));
    for (const stop of free.slice(from, from + length)) if (stop.job !== null) removed.add(stop.job);
    removed.add(job);
  }
  if (removed.size === 0) return plan.absent.length > 0;
  for (const job of removed) { plan.readyS[job.jobIndex] = Number.POSITIVE_INFINITY; plan.takenS[job.jobIndex] = Number.POSITIVE_INFINITY; }
  for (let v = 0; v < plan.routes.length; v++) {
    if (!plan.routes[v]!.some(({ job }) => job !== null && removed.has(job))) continue;
    const stops = withoutJobs(plan.routes[v]!, removed, plan.pinnedCounts[v]!);
    const walked = walkKept(c, plan, v, stops);
    if (walked === undefined) return false;
    applyChange(plan, { vehicleIndex: v, stops, walked });
  }
  plan.absent = [...plan.absent, ...removed];
  return true;
}

/** Into place by a random one of: by chance, dear to leave out first, early closing first, large first. A job is left out when serving it costs more. */
function recreate(c: RichCase, plan: Plan, random: SearchRandom): void {
  const closes = ({ given }: RichJob): number => given.windows.at(-1)?.[1] ?? Number.MAX_VALUE;
  const keys: readonly ((job: RichJob) => number)[] = [() => nextUnit(random), ({ given }) => -given.unservedCostValue, closes, ({ load }) => -load.reduce((sum, amount) => sum + amount, 0)];
  const key = keys[nextIndex(random, keys.length)]!;
  const order = plan.absent.map((job) => ({ job, rank: key(job) })).sort((a, b) => a.rank - b.rank || a.job.jobIndex - b.job.jobIndex);
  const left: RichJob[] = [];
  for (const { job } of order) {
    const found = bestInsertion(c, plan, job, () => nextUnit(random) < BLINK_RATIO);
    if (found === undefined || found.deltaValue > job.given.unservedCostValue) left.push(job);
    else for (const change of found.changes) applyChange(plan, change);
  }
  plan.absent = left;
}

function told(c: RichCase, plan: Plan, { iterationCount, seed }: { readonly iterationCount: number; readonly seed: number }): RoutingPlan {
  const routes = plan.routes.flatMap((stops, v): readonly VehicleRoute[] => {
    const { departS, endS, travelS, distanceM, costValue, arriveS, beginS, leaveS } = plan.walks[v]!;
    if (stops.length === 0) return [];
    const lines = stops.map(({ kind, placeIndex, job }, i): RoutingStop => ({ kind, placeId: c.problem.placeIds[placeIndex]!, jobId: job?.given.id ?? null, arriveS: arriveS[i]!, beginS: beginS[i]!, leaveS: leaveS[i]! }));
    return [{ vehicleId: c.vehicles[v]!.given.id, departS, endS, stops: lines, travelS, distanceM, costValue }];
  });
  const unserved = plan.absent.map((job) => ({ jobId: job.given.id, reasons: obstaclesOfJob(c, job) }));
  return { routes, unserved, costValue: valueOf(c, plan), iterationCount, randomSeed: seed };
}
