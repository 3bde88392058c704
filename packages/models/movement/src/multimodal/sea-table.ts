// Sea legs as a table, filled by one search of the sea engine from every end, at one or several
// departures. Between two departures arrivals are interpolated: they never go back, so the table is
// FIFO as the engine is. After the last sample its durations hold, and the answer says so.

import type { Assumption, Instant, LocalName, LonLat, Result } from '@anlan/kernel';
import { distanceM, nameParams, ok } from '@anlan/kernel';
import type { SeaField, SeaFieldRequest, SeaPlace, SeaProfile } from '../api/sea-field.ts';
import type { Reason } from '../api/travel.ts';
import type { SeaLegRoute, SeaLegs } from '../spi/sea-legs.ts';
import { distinctReasons } from '../time/bad-times.ts';

export interface SeaEnd {
  readonly key: string;
  readonly name: LocalName;
  readonly position: LonLat;
  /** Vessels start here: one search each. */
  readonly isStart: boolean;
}

export interface SeaTableRequest {
  readonly ends: readonly SeaEnd[];
  readonly profile: SeaProfile;
  readonly toleranceM: number;
  /** In order; the first is the departure of the request. */
  readonly sampleAt: readonly Instant[];
  /** Weather, tide, current or closures are in the world that `search` looks at. */
  readonly timed: boolean;
  readonly search: (request: SeaFieldRequest) => Result<SeaField>;
}

/** An end that lies too far from water has no legs, with the reason of the engine; nothing is refused as a whole. */
export function createSeaTable(request: SeaTableRequest): Result<SeaLegs> {
  const { ends, profile, sampleAt, toleranceM } = request;
  const samples = sampleAt.map((departAt) => ({ offsetS: (departAt - sampleAt[0]!) / 1000, arriveS: new Float64Array(ends.length ** 2).fill(Infinity) }));
  const blocked = new Map<number, readonly Reason[]>();
  const assumed: Assumption[] = [];
  const fieldFrom = (i: number, sample: number): Result<SeaField> => request.search({ from: placeOf(ends[i]!), departAt: sampleAt[sample]!, profile, toleranceM });
  for (let i = 0; i < ends.length; i++) {
    if (!ends[i]!.isStart) continue;
    samples.forEach((sample, k) => {
      const field = fieldFrom(i, k);
      if (!field.ok) return ends.forEach((_to, j) => blocked.set(i * ends.length + j, [field.refusal]));
      if (k === 0) assumed.push(...field.value.assumed);
      ends.forEach((to, j) => {
        if (j === i) return;
        const found = field.value.to(placeOf(to));
        if (found.found) sample.arriveS[i * ends.length + j] = sample.offsetS + found.route.durationS;
        else if (k === 0) blocked.set(i * ends.length + j, found.reason);
      });
    });
  }
  waitForLater(samples);
  return ok(tableOf(request, { samples, blocked, fieldFrom, assumed: distinctReasons([...assumed, ...sampled(request)]) }));
}

interface Sample {
  readonly offsetS: number;
  readonly arriveS: Float64Array;
}

interface Filled {
  readonly samples: readonly Sample[];
  readonly blocked: ReadonlyMap<number, readonly Reason[]>;
  readonly fieldFrom: (i: number, sample: number) => Result<SeaField>;
  readonly assumed: readonly Assumption[];
}

function tableOf(request: SeaTableRequest, { samples, blocked, fieldFrom, assumed }: Filled): SeaLegs {
  const { ends, profile, timed } = request;
  const size = ends.length;
  const indexByKey = new Map(ends.map(({ key }, i) => [key, i]));
  const last = samples.length - 1;
  const arriveS = (from: number, to: number, leaveS: number): number => {
    const cell = from * size + to;
    let k = 0;
    while (k < last && samples[k + 1]!.offsetS <= leaveS) k++;
    const [here, next] = [samples[k]!, samples[k + 1]];
    if (next === undefined) return leaveS + here.arriveS[cell]! - here.offsetS;
    if (leaveS === here.offsetS) return here.arriveS[cell]!;
    const share = (leaveS - here.offsetS) / (next.offsetS - here.offsetS);
    return Number.isFinite(next.arriveS[cell]!) ? here.arriveS[cell]! + share * (next.arriveS[cell]! - here.arriveS[cell]!) : Infinity;
  };
  return {
    timed, assumed, arriveS,
    endIndex: (key) => indexByKey.get(key) ?? -1,
    calmS: (from, to) => distanceM(ends[from]!.position, ends[to]!.position) / profile.speedMps,
    route: (from, to, leaveS) => {
      const field = fieldFrom(from, nearestSample(samples, leaveS));
      const found = field.ok ? field.value.to(placeOf(ends[to]!)) : undefined;
      if (found === undefined || !found.found) return undefined;
      return { distanceM: found.route.distanceM, pathDeg: found.route.pathDeg, reason: found.route.reason } satisfies SeaLegRoute;
    },
    reasons: (from, to, leaveS) => {
      if (Number.isFinite(arriveS(from, to, leaveS))) return [];
      return blocked.get(from * size + to) ?? [{ code: 'MOVEMENT_VESSEL_NO_WAY', params: { ...nameParams('fromName', ends[from]!.name), ...nameParams('toName', ends[to]!.name) } }];
    },
  };
}

/** One who finds no way at a sample waits for the next: arrivals become non-decreasing. */
function waitForLater(samples: readonly Sample[]): void {
  for (let k = samples.length - 2; k >= 0; k--) {
    const [here, next] = [samples[k]!.arriveS, samples[k + 1]!.arriveS];
    here.forEach((arriveS, cell) => (here[cell] = Math.min(arriveS, next[cell]!)));
  }
}

function sampled({ timed, sampleAt }: SeaTableRequest): readonly Assumption[] {
  return timed ? [{ code: 'MOVEMENT_ASSUMED_SEA_SAMPLE', params: { count: sampleAt.length, lastAt: new Date(sampleAt.at(-1)!).toISOString() } }] : [];
}

function nearestSample(samples: readonly Sample[], leaveS: number): number {
  return Math.max(0, samples.findLastIndex(({ offsetS }) => offsetS <= leaveS));
}

function placeOf({ name, position }: SeaEnd): SeaPlace {
  return { name, position };
}
