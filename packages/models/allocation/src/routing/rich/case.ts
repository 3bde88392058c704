// A routing case made ready for the search: places, dimensions and groups as indexes, ids looked up
// once, and everything that does not fit refused by name.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { RoutingJob, RoutingProblem, RoutingTravel, RoutingVehicle, RoutingWindow } from '../types.ts';

export interface RichCase {
  readonly problem: RoutingProblem;
  readonly placeCount: number;
  readonly dimensions: readonly string[];
  readonly vehicles: readonly RichVehicle[];
  readonly jobs: readonly RichJob[];
  /** apart[a * groupCount + b] is 1 when groups a and b may not be aboard together. */
  readonly apart: Uint8Array;
  readonly groupCount: number;
}

export interface RichVehicle {
  readonly given: RoutingVehicle;
  readonly travel: RichTravel;
  readonly startIndex: number;
  /** -1: it stays at its last stop. */
  readonly endIndex: number;
  readonly reloadIndexes: readonly number[];
  readonly capacity: Float64Array;
  readonly skills: ReadonlySet<string>;
  readonly refusedGroups: ReadonlySet<string>;
  readonly pinned: readonly number[];
}

export interface RichTravel {
  readonly fromS: Float64Array;
  /** durations[bucket][from * placeCount + to]; infinite: no way. */
  readonly durations: readonly Float64Array[];
  readonly distanceM: Float64Array;
}

export interface RichJob {
  readonly given: RoutingJob;
  readonly jobIndex: number;
  readonly placeIndex: number;
  /** -1: loaded at the start or at a reload. */
  readonly pickupIndex: number;
  readonly quayIndexes: readonly number[];
  readonly load: Float64Array;
  /** -1: no group. */
  readonly groupIndex: number;
}

export function compileCase(problem: RoutingProblem): Result<RichCase> {
  const wrong = firstFault(problem);
  if (wrong !== undefined) return refuse('TRIP_INPUT_WRONG', { name: wrong[0], given: String(wrong[1]).slice(0, 120) });
  const place = new Map(problem.placeIds.map((id, i) => [id, i]));
  const dimensions = [...new Set([...problem.vehicles.flatMap(({ capacity }) => Object.keys(capacity)), ...problem.jobs.flatMap(({ load }) => Object.keys(load))])].sort();
  const groups = [...new Set(problem.jobs.flatMap(({ group }) => (group === null ? [] : [group])))].sort();
  const job = new Map(problem.jobs.map(({ id }, i) => [id, i]));
  const travel = new Map(problem.travel.map((one) => [one.id, compileTravel(one, place.size)]));
  const amounts = (given: Readonly<Record<string, number>>): Float64Array => Float64Array.from(dimensions, (name) => given[name] ?? 0);
  const at = (id: string): number => place.get(id)!;
  const apart = new Uint8Array(groups.length ** 2);
  for (const [a, b] of problem.segregated) {
    const [i, j] = [groups.indexOf(a), groups.indexOf(b)];
    if (i >= 0 && j >= 0) { apart[i * groups.length + j] = 1; apart[j * groups.length + i] = 1; }
  }
  return ok({
    problem, placeCount: place.size, dimensions, apart, groupCount: groups.length,
    vehicles: problem.vehicles.map((given): RichVehicle => ({
      given, travel: travel.get(given.travelId)!, startIndex: at(given.startPlaceId), endIndex: given.endPlaceId === null ? -1 : at(given.endPlaceId), reloadIndexes: given.reloadPlaceIds.map(at),
      capacity: amounts(given.capacity), skills: new Set(given.skills), refusedGroups: new Set(given.refusedGroups), pinned: given.pinnedJobIds.map((id) => job.get(id)!),
    })),
    jobs: problem.jobs.map((given, jobIndex): RichJob => ({
      given, jobIndex, placeIndex: at(given.placeId), pickupIndex: given.pickupPlaceId === null ? -1 : at(given.pickupPlaceId), quayIndexes: given.transfer?.quayPlaceIds.map(at) ?? [],
      load: amounts(given.load), groupIndex: given.group === null ? -1 : groups.indexOf(given.group),
    })),
  });
}

function compileTravel({ buckets, distanceM }: RoutingTravel, placeCount: number): RichTravel {
  const flat = (rows: readonly (readonly (number | null)[])[], missing: number): Float64Array => {
    const values = new Float64Array(placeCount * placeCount);
    rows.forEach((row, i) => row.forEach((value, j) => { values[i * placeCount + j] = value ?? missing; }));
    return values;
  };
  return { fromS: Float64Array.from(buckets, ({ fromS }) => fromS), durations: buckets.map(({ durationS }) => flat(durationS, Number.POSITIVE_INFINITY)), distanceM: flat(distanceM, 0) };
}

/** Name and value of the first thing that does not fit. */
function firstFault(problem: RoutingProblem): readonly [string, unknown] | undefined {
  for (const name of ['placeIds', 'travel', 'vehicles', 'jobs', 'segregated'] as const) if (!Array.isArray(problem[name])) return [name, problem[name]];
  const shape = shapeFault(problem);
  if (shape !== undefined) return shape;
  const places = new Set(problem.placeIds);
  const jobs = new Set(problem.jobs.map(({ id }) => id));
  const travels = new Set(problem.travel.map(({ id }) => id));
  if (places.size !== problem.placeIds.length) return ['placeIds', 'twice'];
  if (jobs.size !== problem.jobs.length) return ['jobs', 'id twice'];
  if (new Set(problem.vehicles.map(({ id }) => id)).size !== problem.vehicles.length) return ['vehicles', 'id twice'];
  for (const travel of problem.travel) { const fault = travelFault(travel, places.size); if (fault !== undefined) return fault; }
  for (const vehicle of problem.vehicles) { const fault = vehicleFault(vehicle, { places, jobs, travels }); if (fault !== undefined) return fault; }
  for (const job of problem.jobs) { const fault = jobFault(job, places); if (fault !== undefined) return fault; }
  const pinned = problem.vehicles.flatMap(({ pinnedJobIds }) => pinnedJobIds);
  if (new Set(pinned).size !== pinned.length) return ['pinnedJobIds', 'twice'];
  const carried = problem.jobs.find(({ id, transfer }) => transfer !== null && pinned.includes(id));
  return carried === undefined ? undefined : ['pinnedJobIds', `${carried.id}: transfer`];
}

function travelFault({ id, buckets, distanceM }: RoutingTravel, placeCount: number): readonly [string, unknown] | undefined {
  if (buckets.length === 0) return [`travel ${id}.buckets`, 'empty'];
  const tables = [distanceM, ...buckets.map(({ durationS }) => durationS)];
  if (tables.some((rows) => rows.length !== placeCount || rows.some((row) => row.length !== placeCount || row.some((value) => value !== null && !(value >= 0))))) return [`travel ${id}`, `${placeCount} × ${placeCount} of >= 0 or null`];
  if (buckets.some(({ fromS }, i) => i > 0 && !(fromS > buckets[i - 1]!.fromS))) return [`travel ${id}.buckets.fromS`, 'not rising'];
  const open = buckets.some(({ durationS }) => durationS.some((row, i) => row.some((value, j) => value !== null && distanceM[i]![j] === null)));
  return open ? [`travel ${id}.distanceM`, 'null on an open way'] : undefined;
}

interface Known { readonly places: ReadonlySet<string>; readonly jobs: ReadonlySet<string>; readonly travels: ReadonlySet<string> }

function vehicleFault(vehicle: RoutingVehicle, { places, jobs, travels }: Known): readonly [string, unknown] | undefined {
  const name = `vehicle ${vehicle.id}`;
  if (!travels.has(vehicle.travelId)) return [`${name}.travelId`, vehicle.travelId];
  const place = [vehicle.startPlaceId, ...(vehicle.endPlaceId === null ? [] : [vehicle.endPlaceId]), ...vehicle.reloadPlaceIds].find((id) => !places.has(id));
  if (place !== undefined) return [`${name}.placeId`, place];
  const job = vehicle.pinnedJobIds.find((id) => !jobs.has(id));
  if (job !== undefined) return [`${name}.pinnedJobIds`, job];
  if (!(vehicle.shiftUntilS >= vehicle.shiftFromS) || !(vehicle.dutySMax === null || vehicle.dutySMax >= 0)) return [`${name}.shift`, `${vehicle.shiftFromS} … ${vehicle.shiftUntilS}, ${vehicle.dutySMax}`];
  const figures = { tripCountMax: vehicle.tripCountMax, reloadS: vehicle.reloadS, costPerSValue: vehicle.costPerSValue, costPerMValue: vehicle.costPerMValue, fixedCostValue: vehicle.fixedCostValue, ...vehicle.capacity };
  const bad = Object.entries(figures).find(([, value]) => !(value >= 0));
  return bad === undefined ? undefined : [`${name}.${bad[0]}`, bad[1]];
}

function jobFault(job: RoutingJob, places: ReadonlySet<string>): readonly [string, unknown] | undefined {
  const name = `job ${job.id}`;
  const place = [job.placeId, ...(job.pickupPlaceId === null ? [] : [job.pickupPlaceId]), ...(job.transfer?.quayPlaceIds ?? [])].find((id) => !places.has(id));
  if (place !== undefined) return [`${name}.placeId`, place];
  const figures = { serviceS: job.serviceS, pickupServiceS: job.pickupServiceS, unservedCostValue: job.unservedCostValue, handlingS: job.transfer?.handlingS ?? 0, ...job.serviceSByClass, ...job.load };
  const bad = Object.entries(figures).find(([, value]) => !(value >= 0));
  if (bad !== undefined) return [`${name}.${bad[0]}`, bad[1]];
  return isOrdered(job.windows) && isOrdered(job.pickupWindows) ? undefined : [`${name}.windows`, 'not rising'];
}

function isOrdered(windows: readonly RoutingWindow[]): boolean {
  return windows.every(([from, until], i) => from <= until && (i === 0 || from > windows[i - 1]![1]));
}

type Kind = 'text' | 'texts' | 'list' | 'amounts' | 'figure' | 'text?' | 'figure?';

/** What each part must hold before anything is looked up: a case comes from a file. */
const SHAPES: Readonly<Record<'travel' | 'vehicles' | 'jobs', Readonly<Record<string, Kind>>>> = {
  travel: { id: 'text', distanceM: 'list', buckets: 'list' },
  vehicles: {
    id: 'text', classId: 'text', travelId: 'text', startPlaceId: 'text', endPlaceId: 'text?', shiftFromS: 'figure', shiftUntilS: 'figure', dutySMax: 'figure?', capacity: 'amounts', skills: 'texts',
    refusedGroups: 'texts', reloadPlaceIds: 'texts', reloadS: 'figure', tripCountMax: 'figure', costPerSValue: 'figure', costPerMValue: 'figure', fixedCostValue: 'figure', pinnedJobIds: 'texts',
  },
  jobs: {
    id: 'text', placeId: 'text', pickupPlaceId: 'text?', pickupWindows: 'list', pickupServiceS: 'figure', windows: 'list', serviceS: 'figure', serviceSByClass: 'amounts', load: 'amounts', skills: 'texts',
    group: 'text?', unservedCostValue: 'figure',
  },
};

const FITS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  texts: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  list: (value) => Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null),
  amounts: (value) => typeof value === 'object' && value !== null && Object.values(value).every((one) => Number.isFinite(one)),
  figure: (value) => Number.isFinite(value),
  'text?': (value) => value === null || typeof value === 'string',
  'figure?': (value) => value === null || Number.isFinite(value),
};

function shapeFault(problem: RoutingProblem): readonly [string, unknown] | undefined {
  for (const part of ['travel', 'vehicles', 'jobs'] as const) {
    for (const one of problem[part] as readonly unknown[] as readonly (Readonly<Record<string, unknown>> | null)[]) {
      const wrong = Object.entries(SHAPES[part]).find(([name, kind]) => !FITS[kind](one?.[name]));
      if (wrong !== undefined) return [`${part === 'travel' ? part : part.slice(0, -1)} ${String(one?.['id'])}.${wrong[0]}`, one?.[wrong[0]]];
    }
  }
  const bucket = problem.travel.find(({ buckets }) => buckets.some(({ fromS, durationS }) => !Number.isFinite(fromS) || !FITS.list(durationS)));
  if (bucket !== undefined) return [`travel ${bucket.id}.buckets`, 'fromS, durationS'];
  const job = problem.jobs.find(({ transfer }) => transfer !== null && !(FITS.texts(transfer?.quayPlaceIds) && FITS.texts(transfer.firstClassIds) && FITS.texts(transfer.secondClassIds) && FITS.figure(transfer.handlingS)));
  return job === undefined ? undefined : [`job ${job.id}.transfer`, JSON.stringify(job.transfer)];
}
