// The stages as linear terms, and the columns and rows that some of them need: adequate packages (h),
// the worst share (z), changed orders (c), floors broken (q), activation (y). Never one weighted sum:
// each stage is solved alone, then capped within 0.1 % while the next is solved.

import type { AllocationStageId } from '../api/allocation-plan.ts';
import { STAGES_IN_ORDER } from '../api/allocation-plan.ts';
import type { UrgencyClass } from '../api/allocate.ts';
import type { BuildOptions } from './build.ts';
import { byStock, columnOfOrder } from './lookup.ts';
import type { Columns } from './columns.ts';
import type { Frame } from './frame.ts';
import type { ProgramWriter } from './sparse.ts';

export type StageTerms = readonly (readonly [columnIndex: number, coefficient: number])[];

export interface Auxiliary {
  readonly shortIndex: number;
  readonly kitFirstIndex: number;
  /** h of need n at bucket t: adequateFirstIndex + n × T + t; -1: not in this program. */
  readonly adequateFirstIndex: number;
  readonly lifeLatestS: number;
  readonly worstIndex: number;
  readonly changedIndex: number;
  readonly floorIndex: number;
  readonly activationOf: ReadonlyMap<string, number>;
}

/** What the stage of that rank and those before need. */
export function stageColumns(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array, bases: { readonly shortIndex: number; readonly kitFirstIndex: number }, options: BuildOptions): Auxiliary {
  const used = new Set<AllocationStageId>([options.stage, ...options.caps.map((cap) => cap.stage)]);
  const isTimed = used.has('life-adequate') || used.has('mean-adequate') || (options.adequateBy?.size ?? 0) > 0;
  const many = (count: number, lower: number, upper: number, isInteger = false): number => {
    const base = w.columnCount();
    for (let i = 0; i < count; i++) w.column(0, lower, upper, isInteger);
    return base;
  };
  const adequateFirstIndex = isTimed ? many(frame.needCount * frame.bucketCount, 0, 1, options.isWhole) : -1;
  const lifeLatestS = used.has('life-adequate') ? many(1, 0, Infinity) : -1;
  const worstIndex = used.has('worst-unmet') ? many(1, 0, 1) : -1;
  const changedIndex = used.has('changed-orders') ? many(frame.problem.orders.length, 0, 1, options.isWhole) : -1;
  const floorIndex = used.has('readiness-lost') ? many(frame.stockCount, 0, Infinity) : -1;
  const activationOf = new Map<string, number>();
  if (used.has('cost')) {
    for (const s of byStock(columns, kept).keys()) {
      const stock = frame.problem.stocks[s]!;
      if (stock.activationCostFen > 0 && !activationOf.has(stock.supplierId)) activationOf.set(stock.supplierId, many(1, 0, 1, options.isWhole));
    }
  }
  return { ...bases, adequateFirstIndex, lifeLatestS, worstIndex, changedIndex, floorIndex, activationOf };
}

/** Rows of the auxiliary columns. */
export function fixedStageRows(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array, aux: Auxiliary, options: BuildOptions): void {
  if (aux.adequateFirstIndex !== -1) adequateRows(w, frame, columns, kept, aux, options);
  if (aux.worstIndex !== -1) {
    frame.problem.needs.forEach((_, n) => {
      const end = n * frame.bucketCount + frame.bucketCount - 1;
      if (frame.demandValue[end]! <= 0) return;
      w.row(-Infinity, 0);
      w.entry(aux.shortIndex + end, 1 / frame.demandValue[end]!);
      w.entry(aux.worstIndex, -1);
    });
  }
  if (aux.changedIndex !== -1) changedRows(w, frame, columns, kept, aux);
  if (aux.floorIndex !== -1) floorRows(w, frame, columns, kept, aux);
  if (aux.activationOf.size > 0) activationRows(w, frame, columns, kept, aux);
}

/** 6. Adequate package: what counts is at least A·h, h never falls, and theta of the life class has a latest. */
function adequateRows(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array, aux: Auxiliary, options: BuildOptions): void {
  const { bucketCount: T, problem } = frame;
  const arriving: number[][] = Array.from({ length: frame.needCount * T }, () => []);
  kept.forEach((c, i) => {
    if (columns.part[c] !== -1) return;
    for (let t = columns.fromIndex[c]!; t <= columns.untilIndex[c]!; t++) arriving[columns.need[c]! * T + t]!.push(i, columns.effectRatio[c]!);
  });
  columns.kits.forEach((kit, k) => { for (let t = 0; t < T; t++) arriving[kit.needIndex * T + t]!.push(aux.kitFirstIndex + k * T + t, kit.effectValue); });
  problem.needs.forEach((need, n) => {
    const by = options.adequateBy?.get(n);
    for (let t = 0; t < T; t++) {
      const wanted = adequateLeft(frame, n, t);
      const column = aux.adequateFirstIndex + n * T + t;
      w.row(0, Infinity);
      for (let p = 0; p < arriving[n * T + t]!.length; p += 2) w.entry(arriving[n * T + t]![p]!, arriving[n * T + t]![p + 1]!);
      w.entry(column, -wanted);
      if (t > 0) { w.row(0, Infinity); w.entry(column, 1); w.entry(column - 1, -1); }
      if (by !== undefined && t >= by) { w.row(1, 1); w.entry(column, 1); }
    }
    if (aux.lifeLatestS === -1 || need.urgency !== 'life') return;
    w.row(thetaConstantS(frame), Infinity);
    w.entry(aux.lifeLatestS, 1);
    for (const [t, stepS] of thetaSteps(frame)) w.entry(aux.adequateFirstIndex + n * T + t, stepS);
  });
}

/** Still wanted for an adequate package beside what is already there. */
export function adequateLeft(frame: Frame, n: number, t: number): number {
  const need = frame.problem.needs[n]!;
  return Math.max(0, need.adequateValue - (need.alreadyValue[t] ?? 0));
}

/** theta = b₁ + Σ (b_{t+1} − b_t)(1 − h_t): all of it when never, less each step that h saves. The last step stands for never. */
function thetaSteps(frame: Frame): readonly (readonly [number, number])[] {
  return Array.from({ length: frame.bucketCount }, (_, t) => [t, t + 1 < frame.bucketCount ? frame.endS[t + 1]! - frame.endS[t]! : frame.endS[t]! - frame.startS[t]!] as const);
}

export function thetaConstantS(frame: Frame): number {
  return frame.endS[0]! + thetaSteps(frame).reduce((sum, [, stepS]) => sum + stepS, 0);
}

function changedRows(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array, aux: Auxiliary): void {
  const place = new Map([...kept].map((c, i) => [c, i]));
  frame.problem.orders.forEach((order, o) => {
    const i = place.get(columnOfOrder(frame, columns, o));
    w.row(1, Infinity);
    if (i !== undefined && order.quantityValue > 0) w.entry(i, 1 / order.quantityValue);
    w.entry(aux.changedIndex + o, 1);
  });
}

function floorRows(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array, aux: Auxiliary): void {
  for (const [s, mine] of byStock(columns, kept)) {
    const floor = frame.problem.stocks[s]!.floorValue;
    if (floor <= 0) continue;
    w.row(-Infinity, Math.max(0, frame.totalValue[s]! - floor));
    for (const i of mine) w.entry(i, 1);
    w.entry(aux.floorIndex + s, -1);
  }
}

function activationRows(w: ProgramWriter, frame: Frame, columns: Columns, kept: Int32Array, aux: Auxiliary): void {
  for (const [s, mine] of byStock(columns, kept)) {
    const y = aux.activationOf.get(frame.problem.stocks[s]!.supplierId);
    if (y === undefined) continue;
    w.row(-Infinity, 0);
    for (const i of mine) w.entry(i, 1);
    w.entry(y, -frame.totalValue[s]!);
  }
}

/** The linear terms of a stage. */
export function stageTerms(frame: Frame, columns: Columns, kept: Int32Array, aux: Auxiliary, stage: AllocationStageId): StageTerms {
  const { bucketCount: T, problem } = frame;
  const needs = problem.needs.map((need, n) => ({ need, n }));
  switch (stage) {
    case 'life-unmet': case 'critical-unmet':
      return needs.filter(({ need }) => need.urgency === CLASS_OF[stage]).map(({ need, n }) => [aux.shortIndex + n * T + frame.deadlineIndex[n]!, need.priorityValue]);
    case 'life-adequate': return [[aux.lifeLatestS, 1]];
    case 'mean-adequate': return needs.flatMap(({ need, n }) => thetaSteps(frame).map(([t, stepS]) => [aux.adequateFirstIndex + n * T + t, -need.priorityValue * stepS] as const));
    case 'shortage-area': return needs.flatMap(({ need, n }) => Array.from({ length: T }, (_, t) => [aux.shortIndex + n * T + t, shortWeight(need.priorityValue)] as const));
    case 'worst-unmet': return [[aux.worstIndex, 1]];
    case 'changed-orders': return problem.orders.map((_, o) => [aux.changedIndex + o, 1] as const);
    case 'readiness-lost': return readinessTerms(frame, columns, kept, aux);
    case 'cost': return costTerms(frame, columns, kept, aux);
  }
}

const CLASS_OF: Readonly<Record<'life-unmet' | 'critical-unmet', UrgencyClass>> = { 'life-unmet': 'life', 'critical-unmet': 'critical' };

/** w_t p: one for each bucket end, as in the reference cases (the sum of what is short over buckets). */
export function shortWeight(priorityValue: number): number {
  return priorityValue;
}

function readinessTerms(frame: Frame, columns: Columns, kept: Int32Array, aux: Auxiliary): StageTerms {
  const out: [number, number][] = [];
  for (const [s, mine] of byStock(columns, kept)) {
    const stock = frame.problem.stocks[s]!;
    const total = frame.totalValue[s]!;
    if (stock.riskRatio > 0) for (const i of mine) out.push([i, stock.riskRatio / total]);
    if (stock.floorValue > 0) out.push([aux.floorIndex + s, 1 / stock.floorValue]);
  }
  return out;
}

function costTerms(frame: Frame, columns: Columns, kept: Int32Array, aux: Auxiliary): StageTerms {
  const out: [number, number][] = [];
  kept.forEach((c, i) => {
    const cost = frame.problem.stocks[columns.stock[c]!]!.unitCostFen;
    if (cost > 0) out.push([i, cost]);
  });
  for (const [supplierId, y] of aux.activationOf) out.push([y, frame.problem.stocks.find((stock) => stock.supplierId === supplierId)!.activationCostFen]);
  return out;
}

export const STAGE_UNITS: Readonly<Record<AllocationStageId, string>> = {
  'life-unmet': 'weighted units', 'critical-unmet': 'weighted units', 'life-adequate': 's', 'mean-adequate': 'weighted s', 'shortage-area': 'weighted units × buckets',
  'worst-unmet': 'ratio', 'changed-orders': 'count', 'readiness-lost': 'ratio', cost: 'fen',
};

export function stageRank(stage: AllocationStageId): number {
  return STAGES_IN_ORDER.indexOf(stage);
}
