// Where a job can go: every vehicle that may do it, every place after its ordered stops, with a reload
// before or after where the vehicle can load again, pick-up before delivery, or over a quay on two vehicles.

import type { RichCase, RichJob } from './case.ts';
import type { Stop, Walk } from './walk.ts';
import { isFromStore, walk } from './walk.ts';

export interface RichState {
  /** Never changed in place, so that a copy of the outer array is a copy of the plan. */
  readonly routes: (readonly Stop[])[];
  readonly walks: Walk[];
  /** Stops that are ordered already, at the head of each route. */
  readonly pinnedCounts: readonly number[];
  /** When a load handed over is ready at the quay, and when it is taken from there; infinite: not yet. */
  readonly readyS: Float64Array;
  readonly takenS: Float64Array;
}

export interface Change { readonly vehicleIndex: number; readonly stops: readonly Stop[]; readonly walked: Walk }

export interface Insertion { readonly deltaValue: number; readonly changes: readonly Change[] }

/** The cheapest insertion, places overlooked by chance; undefined: none is feasible. */
export function bestInsertion(c: RichCase, s: RichState, job: RichJob, overlooks: () => boolean): Insertion | undefined {
  return job.given.transfer === null ? direct(c, s, job, overlooks) : overQuay(c, s, job, overlooks);
}

export function applyChange(s: RichState, { vehicleIndex, stops, walked }: Change): void {
  s.routes[vehicleIndex] = stops;
  s.walks[vehicleIndex] = walked;
  stops.forEach(({ kind, job }, i) => {
    if (kind === 'hand-over') s.readyS[job!.jobIndex] = walked.leaveS[i]!;
    if (kind === 'take-over') s.takenS[job!.jobIndex] = walked.beginS[i]!;
  });
}

/** Whether a vehicle may do a job at all, apart from time and the rest of its load. */
export function mayDo(c: RichCase, vehicleIndex: number, job: RichJob, classIds: readonly string[] | null): boolean {
  const { given, skills, refusedGroups, capacity } = c.vehicles[vehicleIndex]!;
  if (classIds !== null && !classIds.includes(given.classId)) return false;
  if (!job.given.skills.every((skill) => skills.has(skill))) return false;
  if (job.given.group !== null && refusedGroups.has(job.given.group)) return false;
  return job.load.every((amount, d) => amount <= capacity[d]! + 1e-9);
}

/** A walk that also keeps what other vehicles wait for. */
export function walkKept(c: RichCase, s: RichState, vehicleIndex: number, stops: readonly Stop[]): Walk | undefined {
  const walked = walk(c, vehicleIndex, stops, s.readyS);
  if (walked === undefined) return undefined;
  for (let i = 0; i < stops.length; i++) {
    const { kind, job } = stops[i]!;
    if (kind === 'hand-over' && walked.leaveS[i]! > s.takenS[job!.jobIndex]!) return undefined;
  }
  return walked;
}

function direct(c: RichCase, s: RichState, job: RichJob, overlooks: () => boolean): Insertion | undefined {
  let best: Insertion | undefined;
  for (let vehicleIndex = 0; vehicleIndex < c.vehicles.length; vehicleIndex++) {
    if (!mayDo(c, vehicleIndex, job, null)) continue;
    const last: Stop = { kind: 'deliver', placeIndex: job.placeIndex, job };
    const first: Stop | null = job.pickupIndex < 0 ? null : { kind: 'pick-up', placeIndex: job.pickupIndex, job };
    const found = bestIn(c, s, vehicleIndex, { first, last }, overlooks);
    if (found !== undefined && (best === undefined || found.deltaValue < best.deltaValue)) best = found;
  }
  return best;
}

interface Leg { readonly first: Stop | null; readonly last: Stop }

function bestIn(c: RichCase, s: RichState, vehicleIndex: number, { first, last }: Leg, overlooks: () => boolean): Insertion | undefined {
  const route = s.routes[vehicleIndex]!;
  const before = s.walks[vehicleIndex]!.costValue;
  let best: Insertion | undefined;
  const consider = (stops: readonly Stop[]): boolean => {
    const walked = walkKept(c, s, vehicleIndex, stops);
    if (walked === undefined) return false;
    const deltaValue = walked.costValue - before;
    if (best === undefined || deltaValue < best.deltaValue) best = { deltaValue, changes: [{ vehicleIndex, stops, walked }] };
    return true;
  };
  for (let i = s.pinnedCounts[vehicleIndex]!; i <= route.length; i++) {
    if (overlooks()) continue;
    const head = route.slice(0, i);
    if (first === null) {
      consider([...head, last, ...route.slice(i)]);
      for (const reload of reloadsOf(c, s, vehicleIndex)) {
        consider([...head, reload, last, ...route.slice(i)]);
        consider([...head, last, reload, ...route.slice(i)]);
      }
    } else {
      for (let j = i; j <= route.length; j++) consider([...head, first, ...route.slice(i, j), last, ...route.slice(j)]);
    }
  }
  return best;
}

function reloadsOf(c: RichCase, s: RichState, vehicleIndex: number): readonly Stop[] {
  const { given, reloadIndexes } = c.vehicles[vehicleIndex]!;
  const trips = 1 + s.routes[vehicleIndex]!.filter(({ job }) => job === null).length;
  return trips >= given.tripCountMax ? [] : reloadIndexes.map((placeIndex) => ({ kind: 'reload', placeIndex, job: null }));
}

/** First leg at its cheapest on each vehicle, then the second leg after it is ready. */
function overQuay(c: RichCase, s: RichState, job: RichJob, overlooks: () => boolean): Insertion | undefined {
  const { firstClassIds, secondClassIds } = job.given.transfer!;
  let best: Insertion | undefined;
  for (const quay of job.quayIndexes) {
    for (let one = 0; one < c.vehicles.length; one++) {
      if (!mayDo(c, one, job, firstClassIds)) continue;
      const pickUp: Stop | null = job.pickupIndex < 0 ? null : { kind: 'pick-up', placeIndex: job.pickupIndex, job };
      const toQuay = bestIn(c, s, one, { first: pickUp, last: { kind: 'hand-over', placeIndex: quay, job } }, overlooks);
      if (toQuay === undefined || (best !== undefined && toQuay.deltaValue >= best.deltaValue)) continue;
      const { stops, walked } = toQuay.changes[0]!;
      s.readyS[job.jobIndex] = walked.leaveS[stops.findIndex((stop) => stop.job === job && stop.kind === 'hand-over')]!;
      for (let two = 0; two < c.vehicles.length; two++) {
        if (two === one || !mayDo(c, two, job, secondClassIds)) continue;
        const across = bestIn(c, s, two, { first: { kind: 'take-over', placeIndex: quay, job }, last: { kind: 'deliver', placeIndex: job.placeIndex, job } }, overlooks);
        if (across === undefined || !isOneOrder(c, s, toQuay.changes[0]!, across.changes[0]!)) continue;
        const deltaValue = toQuay.deltaValue + across.deltaValue;
        if (best === undefined || deltaValue < best.deltaValue) best = { deltaValue, changes: [...toQuay.changes, ...across.changes] };
      }
      s.readyS[job.jobIndex] = Number.POSITIVE_INFINITY;
    }
  }
  return best;
}

/** Two changes tried one by one may cross: what one waits for must not be delayed by the other. */
function isOneOrder(_c: RichCase, s: RichState, first: Change, second: Change): boolean {
  const leaves = (change: Change, job: RichJob): number | undefined => {
    const at = change.stops.findIndex((stop) => stop.kind === 'hand-over' && stop.job === job);
    return at < 0 ? undefined : change.walked.leaveS[at];
  };
  const holds = (giver: Change, taker: Change): boolean => taker.stops.every((stop, i) => {
    if (stop.kind !== 'take-over') return true;
    const ready = leaves(giver, stop.job!) ?? s.readyS[stop.job!.jobIndex]!;
    return ready <= taker.walked.beginS[i]!;
  });
  return holds(first, second) && holds(second, first);
}

/** The stops of a route without some jobs and without reloads that serve nothing. */
export function withoutJobs(stops: readonly Stop[], removed: ReadonlySet<RichJob>, pinnedCount: number): readonly Stop[] {
  const left = stops.filter(({ job }) => job === null || !removed.has(job));
  return left.filter((stop, i) => stop.job !== null || i < pinnedCount || feeds(left, i));
}

/** A reload feeds its trip when something from store follows before the next one, and something from store was loaded before it. */
function feeds(stops: readonly Stop[], at: number): boolean {
  for (let i = at + 1; i < stops.length && stops[i]!.job !== null; i++) if (isFromStore(stops[i]!)) return stops.slice(0, at).some(isFromStore);
  return false;
}
