// The stage values of a plan in the making, and the comparison of two: stage by stage, each within 0.1 %
// before the next may decide.

import type { AllocationStageId } from '../api/allocation-plan.ts';
import type { Fill } from './fill.ts';
import { STAGES_IN_ORDER } from '../api/allocation-plan.ts';
import { adequateLeft, shortWeight } from '../program/stages.ts';
import { columnOfOrder } from '../program/lookup.ts';

export type StageValues = Readonly<Record<AllocationStageId, number>>;

/** Stages within this share of each other are equal. */
export const STAGE_TOLERANCE_RATIO = 1e-3;

export function measure(fill: Fill): StageValues {
  const { frame } = fill;
  const { problem, bucketCount: T } = frame;
  const short = shortOf(fill);
  const out: Record<AllocationStageId, number> = { 'life-unmet': 0, 'critical-unmet': 0, 'life-adequate': 0, 'mean-adequate': 0, 'shortage-area': 0, 'worst-unmet': 0, 'changed-orders': changedOrders(fill).length, 'readiness-lost': 0, cost: 0 };
  problem.needs.forEach((need, n) => {
    const atDeadline = need.priorityValue * short[n * T + frame.deadlineIndex[n]!]!;
    if (need.urgency === 'life') out['life-unmet'] += atDeadline;
    if (need.urgency === 'critical') out['critical-unmet'] += atDeadline;
    const theta = thetaS(fill, n);
    if (need.urgency === 'life') out['life-adequate'] = Math.max(out['life-adequate'], theta);
    out['mean-adequate'] += need.priorityValue * theta;
    for (let t = 0; t < T; t++) out['shortage-area'] += shortWeight(need.priorityValue) * short[n * T + t]!;
    const end = n * T + T - 1;
    if (frame.demandValue[end]! > 0) out['worst-unmet'] = Math.max(out['worst-unmet'], short[end]! / frame.demandValue[end]!);
  });
  sentCosts(fill, out);
  return out;
}

/** need × bucket: what is short at its end. */
export function shortOf(fill: Fill): Float64Array {
  return fill.frame.demandValue.map((demand, i) => Math.max(0, demand - fill.arrived[i]!));
}

/** Bucket from which on the adequate package is there; -1: never to the end. */
export function adequateIndex(fill: Fill, n: number): number {
  const { bucketCount: T } = fill.frame;
  let index = -1;
  for (let t = T - 1; t >= 0 && fill.arrived[n * T + t]! >= adequateLeft(fill.frame, n, t) - 1e-6; t--) index = t;
  return index;
}

/** Never counts as the end of the plan and its last bucket once more. */
function thetaS(fill: Fill, n: number): number {
  const { endS, startS, bucketCount: T } = fill.frame;
  const index = adequateIndex(fill, n);
  return index === -1 ? 2 * endS[T - 1]! - startS[T - 1]! : endS[index]!;
}

/** Issued orders of which less is sent than was ordered. */
export function changedOrders(fill: Fill): readonly number[] {
  const { orders } = fill.frame.problem;
  const asked = new Map<number, number>();
  return orders.flatMap((order, o) => {
    const c = columnOfOrder(fill.frame, fill.columns, o);
    if (c === -1) return [o];
    const before = asked.get(c) ?? 0;
    asked.set(c, before + order.quantityValue);
    return fill.quantity[c]! < before + order.quantityValue - 1e-6 ? [o] : [];
  });
}

function sentCosts(fill: Fill, out: Record<AllocationStageId, number>): void {
  const { frame, columns } = fill;
  const sent = new Float64Array(frame.stockCount);
  for (let c = 0; c < columns.count; c++) if (fill.quantity[c]! > 0) sent[columns.stock[c]!]! += fill.quantity[c]!;
  const activated = new Set<string>();
  frame.problem.stocks.forEach((stock, s) => {
    if (sent[s]! <= 0) return;
    const total = frame.totalValue[s]!;
    out['readiness-lost'] += (stock.riskRatio * sent[s]!) / total;
    if (stock.floorValue > 0) out['readiness-lost'] += Math.max(0, sent[s]! - Math.max(0, total - stock.floorValue)) / stock.floorValue;
    out.cost += sent[s]! * stock.unitCostFen;
    if (stock.activationCostFen > 0 && !activated.has(stock.supplierId)) { activated.add(stock.supplierId); out.cost += stock.activationCostFen; }
  });
}

/** Below 0: a is better; 0: equal in every stage. `stage` is the one that decided. */
export function compareStages(a: StageValues, b: StageValues, stages: readonly AllocationStageId[] = STAGES_IN_ORDER, toleranceRatio: number = STAGE_TOLERANCE_RATIO): { readonly orderValue: number; readonly stage: AllocationStageId | null } {
  for (const stage of stages) {
    const difference = a[stage] - b[stage];
    if (Math.abs(difference) > toleranceRatio * Math.max(a[stage], b[stage]) + 1e-6) return { orderValue: difference, stage };
  }
  return { orderValue: 0, stage: null };
}
