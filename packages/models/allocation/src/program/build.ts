// The linear program of one stage over a kept set of columns: constraints 1 to 9 of the formulation.
// Trips do not appear: with them relaxed, the vehicles of an origin carry their joint mass, volume and
// seats in each bucket that a trip's cycle covers, which is never tighter than whole trips by lane.
// Activation at once dominates any later one (no cost depends on when), so y is needed for cost only.

import type { AllocationStageId } from '../api/allocation-plan.ts';
import type { LinearProgram } from '../spi/lp-solver.ts';
import type { Columns } from './columns.ts';
import type { Frame } from './frame.ts';
import type { ProgramWriter } from './sparse.ts';
import type { StageTerms } from './stages.ts';
import { fixedStageRows, stageColumns, stageTerms } from './stages.ts';
import { byStock, pinnedQuantities } from './lookup.ts';
import { createProgramWriter } from './sparse.ts';
import { madeBy } from './frame.ts';

export interface StageCap {
  readonly stage: AllocationStageId;
  /** The stage may not be worse than this. */
  readonly value: number;
  readonly unit: string;
}

export interface BuildOptions {
  readonly stage: AllocationStageId;
  readonly caps: readonly StageCap[];
  /** Needs whose adequate package must be there by that bucket; found by an earlier stage. */
  readonly adequateBy?: ReadonlyMap<number, number>;
  /** Kits and activation as whole numbers. */
  readonly isWhole?: boolean;
}

export interface StageProgram {
  readonly lp: LinearProgram;
  /** Column of kept[i] is i; short of need n at bucket t is `shortIndex + n × T + t`. */
  readonly shortIndex: number;
  readonly kitFirstIndex: number;
  /** Row of need n at bucket t: `needRowIndex + n × T + t`. */
  readonly needRowIndex: number;
  /** Row of kit part p at bucket t: `partRowIndex + p × T + t`. */
  readonly partRowIndex: number;
  /** Row to (carrier, bucket, dimension), and to (quay, bucket). */
  readonly carrierRows: ReadonlyMap<string, number>;
  readonly quayRows: ReadonlyMap<string, number>;
}

export function buildProgram(frame: Frame, columns: Columns, kept: Int32Array, options: BuildOptions): StageProgram {
  const w = createProgramWriter();
  const pinned = pinnedQuantities(frame, columns);
  kept.forEach((c) => { w.column(0, pinned.get(c) ?? 0, Infinity); });
  const { bucketCount: T } = frame;
  const shortIndex = w.columnCount();
  for (let i = 0; i < frame.needCount * T; i++) w.column(0, 0, frame.demandValue[i]!);
  const kitFirstIndex = w.columnCount();
  columns.kits.forEach(() => { for (let t = 0; t < T; t++) w.column(0, 0, Infinity, options.isWhole === true); });
  const aux = stageColumns(w, frame, columns, kept, { shortIndex, kitFirstIndex }, options);
  const needRowIndex = needRows(w, frame, columns, kept, shortIndex, kitFirstIndex);
  const partRowIndex = kitRows(w, frame, columns, kept, kitFirstIndex);
  stockRows(w, frame, columns, kept);
  const carrierRows = carrierRowsOf(w, frame, columns, kept);
  const quayRows = quayRowsOf(w, frame, columns, kept);
  fixedStageRows(w, frame, columns, kept, aux, options);
  const terms = (stage: AllocationStageId): StageTerms => stageTerms(frame, columns, kept, aux, stage);
  for (const cap of options.caps) {
    w.row(-Infinity, cap.value);
    for (const [column, coefficient] of terms(cap.stage)) w.entry(column, coefficient);
  }
  const lp = w.done();
  for (const [column, cost] of terms(options.stage)) lp.objective[column] = lp.objective[column]! + cost;
  return { lp, shortIndex, kitFirstIndex, needRowIndex, partRowIndex, carrierRows, quayRows };
}

/**
 * 5. What counts at the end of a bucket, with what stays short, covers the demand. What counts is carried
 * from bucket to bucket in a column of its own, so that each way enters one row and not all later ones.
 */
function needRows(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array, shortIndex: number, kitFirstIndex: number): number {
  const { bucketCount: T } = frame;
  const entries: number[][] = Array.from({ length: frame.needCount * T }, () => []);
  kept.forEach((c, i) => {
    if (columns.part[c] !== -1) return;
    const base = columns.need[c]! * T;
    entries[base + columns.fromIndex[c]!]!.push(i, columns.effectRatio[c]!);
    if (columns.untilIndex[c]! < T - 1) entries[base + columns.untilIndex[c]! + 1]!.push(i, -columns.effectRatio[c]!);
  });
  const thereBase = w.columnCount();
  for (let i = 0; i < entries.length; i++) w.column(0, 0, Infinity);
  entries.forEach((list, i) => {
    w.row(0, 0);
    writePairs(w, list);
    if (i % T > 0) w.entry(thereBase + i - 1, 1);
    w.entry(thereBase + i, -1);
  });
  const kitsOf: number[][] = Array.from({ length: frame.needCount }, () => []);
  columns.kits.forEach((kit, k) => kitsOf[kit.needIndex]!.push(k));
  const first = w.rowCount();
  for (let i = 0; i < entries.length; i++) {
    w.row(frame.demandValue[i]!, Infinity);
    w.entry(thereBase + i, 1);
    for (const k of kitsOf[Math.floor(i / T)]!) w.entry(kitFirstIndex + k * T + (i % T), columns.kits[k]!.effectValue);
    w.entry(shortIndex + i, 1);
  }
  return first;
}

/** 7. Whole kits: no more than each part that is there. */
function kitRows(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array, kitFirstIndex: number): number {
  const first = w.rowCount();
  if (columns.parts.length === 0) return first;
  const { bucketCount: T } = frame;
  const entries: number[][] = Array.from({ length: columns.parts.length * T }, () => []);
  kept.forEach((c, i) => {
    const p = columns.part[c]!;
    if (p !== -1) for (let t = columns.fromIndex[c]!; t <= columns.untilIndex[c]!; t++) entries[p * T + t]!.push(i, 1);
  });
  columns.parts.forEach((part, p) => {
    for (let t = 0; t < T; t++) {
      w.row(0, Infinity);
      writePairs(w, entries[p * T + t]!);
      w.entry(kitFirstIndex + part.kitIndex * T + t, -part.perKitValue);
    }
  });
  return first;
}

/** 1. and 2. Total; lots valid at the time of use; production so far. Pinned orders are within them or the case is refused. */
function stockRows(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array): void {
  for (const [s, mine] of byStock(columns, kept)) {
    const stock = frame.problem.stocks[s]!;
    w.row(-Infinity, frame.totalValue[s]!);
    for (const i of mine) w.entry(i, 1);
    if (stock.reserve === 'capacity') rampRows(w, frame, columns, kept, s, mine);
    if (stock.reserve === 'stock') lotRows(w, frame, columns, kept, s, mine);
  }
}

/** What was made and not yet sent is carried from departure to departure, and never below nothing. */
function rampRows(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array, s: number, mine: readonly number[]): void {
  const byDeparture = new Map<number, number[]>();
  for (const i of mine) {
    const list = byDeparture.get(columns.departS[kept[i]!]!);
    if (list === undefined) byDeparture.set(columns.departS[kept[i]!]!, [i]);
    else list.push(i);
  }
  let made = 0;
  let store = -1;
  for (const departS of [...byDeparture.keys()].sort((a, b) => a - b)) {
    const now = madeBy(frame.problem.stocks[s]!, departS);
    const next = w.column(0, 0, Infinity);
    w.row(now - made, now - made);
    for (const i of byDeparture.get(departS)!) w.entry(i, 1);
    if (store !== -1) w.entry(store, -1);
    w.entry(next, 1);
    [made, store] = [now, next];
  }
}

/** First expired first out is possible exactly when, for every end of a lot, what arrives later fits into the lots that last longer. */
function lotRows(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array, s: number, mine: readonly number[]): void {
  for (const { untilS, laterValue } of lotEnds(frame, s)) {
    const late = mine.filter((i) => columns.arriveS[kept[i]!]! >= untilS);
    if (late.length === 0) continue;
    w.row(-Infinity, laterValue);
    for (const i of late) w.entry(i, 1);
  }
}

/** Ends of passed lots, seconds after now, with what lasts beyond each. */
export function lotEnds(frame: Frame, s: number): readonly { readonly untilS: number; readonly laterValue: number; readonly unit: string }[] {
  const stock = frame.problem.stocks[s]!;
  const lots = stock.lots.filter((lot) => lot.inspection === 'passed').map((lot) => ({ quantityValue: lot.quantityValue, endS: (Math.min(lot.expiresAt ?? Infinity, lot.inspectionValidUntilAt ?? Infinity) - frame.problem.now) / 1000 }));
  const ends = [...new Set(lots.map((lot) => lot.endS).filter((end) => end !== Infinity))].sort((a, b) => a - b);
  return ends.map((untilS) => ({ untilS, unit: stock.unitCode, laterValue: lots.reduce((sum, lot) => (lot.endS > untilS ? sum + lot.quantityValue : sum), 0) }));
}

export const DIMENSIONS = ['mass', 'volume', 'seat'] as const;

/** 4. Joint room of the vehicles of an origin and mode, for every bucket that a trip covers. */
function carrierRowsOf(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array): ReadonlyMap<string, number> {
  const { carriers, bucketCount: T } = frame;
  const entries = new Map<string, number[]>();
  const room = [carriers.massKg, carriers.volumeM3, carriers.seatCount];
  const load = wholeLoads(frame, columns);
  kept.forEach((c, i) => {
    const carrier = columns.carrier[c]!;
    if (carrier === -1) return;
    const item = frame.problem.items[frame.stockItem[columns.stock[c]!]!]!;
    for (const [d, size] of [item.massKg, item.volumeM3, item.seatCount].entries()) {
      if (size <= 0 || load[carrier * 3 + d]! <= room[d]![carrier]!) continue;
      for (let t = columns.departIndex[c]!; t <= columns.boundUntilIndex[c]!; t++) pushTo(entries, `${(carrier * T + t) * 3 + d}`, i, size);
    }
  });
  const rows = new Map<string, number>();
  for (const [key, list] of entries) {
    const code = Number(key);
    rows.set(key, w.row(-Infinity, room[code % 3]![Math.floor(code / 3 / T)]!));
    writePairs(w, list);
  }
  return rows;
}

/** All that could ever leave with a carrier: where its vehicles take that at once, no row can bind. */
function wholeLoads(frame: Frame, columns: Columns): Float64Array {
  const load = new Float64Array(frame.carriers.vehicles.length * 3);
  for (let s = 0; s < frame.stockCount; s++) {
    const item = frame.problem.items[frame.stockItem[s]!]!;
    const mine = new Set<number>();
    for (let c = columns.byStockStart[s]!; c < columns.byStockStart[s + 1]!; c++) if (columns.carrier[c] !== -1) mine.add(columns.carrier[c]!);
    for (const carrier of mine) for (const [d, size] of [item.massKg, item.volumeM3, item.seatCount].entries()) load[carrier * 3 + d]! += size * frame.totalValue[s]!;
  }
  return load;
}

function quayRowsOf(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array): ReadonlyMap<string, number> {
  const { problem, bucketCount: T } = frame;
  const rows = new Map<string, number>();
  if (problem.quays.length === 0) return rows;
  const index = new Map(problem.quays.map((quay, q) => [quay.id, q]));
  const entries = new Map<string, number[]>();
  kept.forEach((c, i) => {
    const item = problem.items[frame.stockItem[columns.stock[c]!]!]!;
    if (item.massKg <= 0) return;
    for (const { quayId, passedAtText } of problem.lanes[columns.lane[c]!]!.quays) {
      pushTo(entries, `${index.get(quayId)! * T + (passedAtText === 'departure' ? columns.departIndex[c]! : columns.fromIndex[c]!)}`, i, item.massKg);
    }
  });
  for (const [key, list] of entries) {
    const code = Number(key);
    rows.set(key, w.row(-Infinity, problem.quays[Math.floor(code / T)]!.massKgMax[code % T]!));
    writePairs(w, list);
  }
  return rows;
}

function pushTo(map: Map<string, number[]>, key: string, index: number, size: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [index, size]);
  else list.push(index, size);
}

function writePairs(w: ProgramWriter, pairs: readonly number[]): void {
  for (let p = 0; p < pairs.length; p += 2) w.entry(pairs[p]!, pairs[p + 1]!);
}
