// The problem as numbers: indices instead of ids, buckets instead of names, everything looked up once.
// All that follows (columns, greedy, programs, rounding) works on this; the checker does not.

import type { Instant } from '@anlan/kernel';
import type { AllocationProblem, AllocationStock } from '../api/allocate.ts';
import { rampOutput } from '../supply/ramp.ts';
import { lotIsUsable } from '../supply/usable.ts';

export interface Frame {
  readonly problem: AllocationProblem;
  readonly bucketCount: number;
  /** Ends of buckets, and starts: start[0] is 0. */
  readonly endS: Float64Array;
  readonly startS: Float64Array;
  readonly stockCount: number;
  readonly needCount: number;
  /** Free quantity. */
  readonly totalValue: Float64Array;
  /** need × bucket: demand less what is already there, never below 0. */
  readonly demandValue: Float64Array;
  readonly deadlineIndex: Int32Array;
  /** p_gj: weight of one unit short. */
  readonly weightValue: Float64Array;
  readonly stockItem: Int32Array;
  readonly lanesOfOrigin: ReadonlyMap<string, readonly number[]>;
  readonly needsOfScene: ReadonlyMap<string, readonly number[]>;
  readonly carriers: Carriers;
  readonly isCounted: Uint8Array;
}

/** Vehicles of one origin and mode together: what they can carry at once. */
export interface Carriers {
  /** Key `origin|mode` to its index. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly laneCarrier: Int32Array;
  readonly massKg: Float64Array;
  readonly volumeM3: Float64Array;
  readonly seatCount: Float64Array;
  readonly handlingS: Float64Array;
  /** Vehicles of the carrier, by index in problem.vehicles. */
  readonly vehicles: readonly (readonly number[])[];
}

export function frameOf(problem: AllocationProblem): Frame {
  const T = problem.bucketEndS.length;
  const itemIndex = new Map(problem.items.map((item, i) => [item.id, i]));
  const endS = Float64Array.from(problem.bucketEndS);
  const startS = Float64Array.from(problem.bucketEndS, (_, t) => (t === 0 ? 0 : problem.bucketEndS[t - 1]!));
  const deadlineIndex = Int32Array.from(problem.needs, (need) => problem.bucketEndS.indexOf(need.deadlineS));
  const frame: Frame = {
    problem, bucketCount: T, endS, startS,
    stockCount: problem.stocks.length, needCount: problem.needs.length,
    totalValue: Float64Array.from(problem.stocks, (stock) => totalOf(stock, problem.now)),
    demandValue: demandOf(problem),
    deadlineIndex,
    weightValue: Float64Array.from(problem.needs, (need) => need.priorityValue),
    stockItem: Int32Array.from(problem.stocks, (stock) => itemIndex.get(stock.itemId)!),
    lanesOfOrigin: groupBy(problem.lanes.map((lane) => lane.originId)),
    needsOfScene: groupBy(problem.needs.map((need) => need.sceneId)),
    carriers: carriersOf(problem),
    isCounted: Uint8Array.from(problem.stocks, (stock) => (stock.acceptanceRatio !== null && stock.acceptanceRatio < problem.acceptanceRatioMin ? 0 : 1)),
  };
  return frame;
}

/** All that a stock could ever give: lots usable now, agreed quantity, raw-material cap. */
export function totalOf(stock: AllocationStock, now: Instant): number {
  if (stock.reserve !== 'stock') return stock.countedValue;
  return stock.lots.reduce((sum, lot) => (lotIsUsable(lot, now) ? sum + lot.quantityValue : sum), 0);
}

/** What a works has made by then. */
export function madeBy(stock: AllocationStock, byS: number): number {
  if (byS < stock.leadS) return 0;
  return rampOutput({ ramp: stock.ramp, rawMaterialCapValue: stock.countedValue }, (byS - stock.leadS) / 3600);
}

function demandOf(problem: AllocationProblem): Float64Array {
  const T = problem.bucketEndS.length;
  const out = new Float64Array(problem.needs.length * T);
  problem.needs.forEach((need, n) => {
    for (let t = 0; t < T; t++) out[n * T + t] = Math.max(0, need.demandValue[t]! - (need.alreadyValue[t] ?? 0));
  });
  return out;
}

function carriersOf(problem: AllocationProblem): Carriers {
  const indexOf = new Map<string, number>();
  const vehicles: number[][] = [];
  problem.vehicles.forEach((vehicle, v) => {
    const key = `${vehicle.originId}|${vehicle.mode}`;
    if (!indexOf.has(key)) { indexOf.set(key, vehicles.length); vehicles.push([]); }
    vehicles[indexOf.get(key)!]!.push(v);
  });
  const sum = (pick: (v: number) => number): Float64Array => Float64Array.from(vehicles, (each) => each.reduce((total, v) => total + pick(v), 0));
  const of = (v: number) => problem.vehicles[v]!;
  return {
    indexOf, vehicles,
    laneCarrier: Int32Array.from(problem.lanes, (lane) => indexOf.get(`${lane.originId}|${lane.mode}`) ?? -1),
    massKg: sum((v) => of(v).count * of(v).massKgMax),
    volumeM3: sum((v) => of(v).count * of(v).volumeM3Max),
    seatCount: sum((v) => of(v).count * of(v).seatCountMax),
    handlingS: Float64Array.from(vehicles, (each) => Math.min(...each.map((v) => of(v).handlingS))),
  };
}

function groupBy(keys: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const out = new Map<string, number[]>();
  keys.forEach((key, i) => {
    const list = out.get(key);
    if (list === undefined) out.set(key, [i]);
    else list.push(i);
  });
  return out;
}
