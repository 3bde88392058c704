// The first rung: bucket by bucket, the most urgent need first, from what binds its vehicle for the
// shortest time. It also completes the plans of the later rungs with what rounding left over.

import type { Columns } from '../program/columns.ts';
import type { Frame } from '../program/frame.ts';
import type { Fill } from './fill.ts';
import { URGENCY_CLASSES } from '../api/allocate.ts';
import { QUANTITY_MIN } from './fill.ts';

/** Columns of each need and each part in the order in which the greedy tries them. */
export interface Preference {
  readonly order: Int32Array;
  /** Needs first, then parts. */
  readonly start: Int32Array;
  readonly needOrder: readonly number[];
}

export function preferenceOf(frame: Frame, columns: Columns): Preference {
  const targets = frame.needCount + columns.parts.length;
  const start = new Int32Array(targets + 1);
  const targetOf = (c: number): number => (columns.part[c] === -1 ? columns.need[c]! : frame.needCount + columns.part[c]!);
  for (let c = 0; c < columns.count; c++) start[targetOf(c) + 1]!++;
  for (let i = 0; i < targets; i++) start[i + 1]! += start[i]!;
  const key = new Float64Array(columns.count);
  for (let c = 0; c < columns.count; c++) key[c] = (columns.boundUntilIndex[c]! - columns.departIndex[c]!) * 1e9 + columns.arriveS[c]!;
  const place = start.slice();
  const order = new Int32Array(columns.count);
  for (let c = 0; c < columns.count; c++) order[place[targetOf(c)]!++] = c;
  for (let i = 0; i < targets; i++) order.subarray(start[i], start[i + 1]).sort((a, b) => key[a]! - key[b]! || a - b);
  const rank = (n: number): number => URGENCY_CLASSES.indexOf(frame.problem.needs[n]!.urgency) * 1e6 - frame.problem.needs[n]!.priorityValue;
  return { order, start, needOrder: Array.from({ length: frame.needCount }, (_, n) => n).sort((a, b) => rank(a) - rank(b) || a - b) };
}

/** Sends what is short, bucket by bucket. */
export function greedyFill(fill: Fill, preference: Preference): void {
  const { frame, columns } = fill;
  const T = frame.bucketCount;
  const kitsOf: number[][] = Array.from({ length: frame.needCount }, () => []);
  columns.kits.forEach((kit, k) => kitsOf[kit.needIndex]!.push(k));
  for (let t = 0; t < T; t++) {
    for (const n of preference.needOrder) {
      cover(fill, preference, n, t);
      for (const k of kitsOf[n]!) coverByKits(fill, preference, k, t);
    }
  }
}

function cover(fill: Fill, preference: Preference, n: number, t: number): void {
  const { frame, columns } = fill;
  const at = n * frame.bucketCount + t;
  let short = frame.demandValue[at]! - fill.arrived[at]!;
  for (let i = preference.start[n]!; i < preference.start[n + 1]! && short > QUANTITY_MIN; i++) {
    const c = preference.order[i]!;
    if (columns.fromIndex[c]! > t || columns.untilIndex[c]! < t || fill.stockLeft[columns.stock[c]!]! <= QUANTITY_MIN) continue;
    const step = frame.problem.items[frame.stockItem[columns.stock[c]!]!]!.stepValue;
    const wanted = short / columns.effectRatio[c]!;
    short -= fill.place(c, step > 0 ? Math.ceil(wanted / step - 1e-9) * step : wanted) * columns.effectRatio[c]!;
  }
}

/** Whole kits only: as many as the scarcest part allows, then each part is sent. */
function coverByKits(fill: Fill, preference: Preference, k: number, t: number): void {
  const { frame, columns } = fill;
  const T = frame.bucketCount;
  const kit = columns.kits[k]!;
  const at = kit.needIndex * T + t;
  const short = frame.demandValue[at]! - fill.arrived[at]!;
  const lists = kit.partIndices.map((p) => partColumns(fill, preference, p, t));
  const held = kit.partIndices.map((p) => fill.partArrived[p * T + t]!);
  const made = Math.floor(Math.min(...kit.partIndices.map((p, i) => held[i]! / columns.parts[p]!.perKitValue)) + 1e-9);
  const possible = Math.floor(Math.min(...kit.partIndices.map((p, i) => (held[i]! + openTo(fill, lists[i]!)) / columns.parts[p]!.perKitValue)) + 1e-9);
  const wanted = Math.min(possible, made + Math.ceil(short / kit.effectValue - 1e-9));
  if (short <= QUANTITY_MIN || wanted <= made) return;
  kit.partIndices.forEach((p, i) => {
    let missing = wanted * columns.parts[p]!.perKitValue - held[i]!;
    for (const c of lists[i]!) if (missing > QUANTITY_MIN) missing -= fill.place(c, missing);
  });
  countKits(fill, k);
}

function partColumns(fill: Fill, preference: Preference, p: number, t: number): readonly number[] {
  const target = fill.frame.needCount + p;
  const out: number[] = [];
  for (let i = preference.start[target]!; i < preference.start[target + 1]!; i++) {
    const c = preference.order[i]!;
    if (fill.columns.fromIndex[c]! <= t && fill.columns.untilIndex[c]! >= t) out.push(c);
  }
  return out;
}

/** What the columns together could still bring, each stock once. */
function openTo(fill: Fill, list: readonly number[]): number {
  const seen = new Set<number>();
  return list.reduce((sum, c) => {
    if (seen.has(fill.columns.stock[c]!)) return sum;
    seen.add(fill.columns.stock[c]!);
    return sum + fill.available(c);
  }, 0);
}

const counted = new WeakMap<Fill, Float64Array>();

/** Adds to what has arrived the kits that became whole, at every bucket. */
export function countKits(fill: Fill, k: number): void {
  const { columns, frame } = fill;
  const T = frame.bucketCount;
  let whole = counted.get(fill);
  if (whole === undefined) counted.set(fill, (whole = new Float64Array(columns.kits.length * T)));
  const kit = columns.kits[k]!;
  for (let t = 0; t < T; t++) {
    const now = Math.floor(Math.min(...kit.partIndices.map((p) => fill.partArrived[p * T + t]! / columns.parts[p]!.perKitValue)) + 1e-9);
    fill.arrived[kit.needIndex * T + t]! += (now - whole[k * T + t]!) * kit.effectValue;
    whole[k * T + t] = now;
  }
}
