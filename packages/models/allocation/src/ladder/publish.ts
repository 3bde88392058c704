// From a fill to the plan that people and the checker see: lines with lots, trips, outcomes, stage values
// with their bounds, the certificate, and what is in the way of what stays unmet.

import type { AllocationCertificate, AllocationLine, AllocationPlan, AllocationStageId, AllocationTrip, NeedOutcome, RefusalCover, StageValue } from '../api/allocation-plan.ts';
import type { LotShare } from '../api/plan.ts';
import type { Fill } from './fill.ts';
import type { StageValues } from './measure.ts';
import { addS } from '@anlan/kernel';
import { STAGE_UNITS } from '../program/stages.ts';
import { columnOfOrder } from '../program/lookup.ts';
import { fefoOrder } from '../supply/usable.ts';
import { adequateIndex, changedOrders, shortOf, STAGE_TOLERANCE_RATIO } from './measure.ts';
import { inTheWayOf } from './in-the-way.ts';
import { assumedOf } from './assumed.ts';

export interface Published {
  readonly rung: AllocationPlan['rung'];
  readonly values: StageValues;
  readonly stageBounds: ReadonlyMap<AllocationStageId, number>;
  readonly stages: readonly AllocationStageId[];
  readonly certificate: AllocationCertificate;
  readonly decidedBy: AllocationStageId | null;
}

export function publish(fill: Fill, given: Published): AllocationPlan {
  const { frame } = fill;
  const lines = linesOf(fill);
  const outcomes = outcomesOf(fill);
  return {
    rung: given.rung, lines, trips: tripsOf(fill), outcomes,
    activatedSupplierIds: [...new Set(lines.filter((line) => line.reserve !== 'stock').map((line) => line.supplierId))].sort(),
    stages: stageValuesOf(given),
    certificate: given.certificate,
    changedOrderIds: changedOrders(fill).map((o) => frame.problem.orders[o]!.id),
    refusals: refusalsOf(fill, lines),
    inTheWay: inTheWayOf(fill), assumed: assumedOf(frame.problem), decidedBy: given.decidedBy,
  };
}

/** A bound of a stage holds for plans that kept the stages before: after the first that this plan missed, none is told. */
function stageValuesOf(given: Published): readonly StageValue[] {
  let isHeld = true;
  return given.stages.map((stage) => {
    const value = given.values[stage];
    const boundValue = isHeld ? given.stageBounds.get(stage) ?? null : null;
    if (boundValue !== null && value > boundValue * (1 + STAGE_TOLERANCE_RATIO) + 1e-4) isHeld = false;
    return { stage, value, boundValue, unit: STAGE_UNITS[stage] };
  });
}

function linesOf(fill: Fill): readonly AllocationLine[] {
  const { frame, columns, quantity } = fill;
  const { problem } = frame;
  const orderOf = new Map(problem.orders.map((order, o) => [columnOfOrder(frame, columns, o), order.id]));
  const out: AllocationLine[] = [];
  for (let s = 0; s < frame.stockCount; s++) {
    const mine: number[] = [];
    for (let c = columns.byStockStart[s]!; c < columns.byStockStart[s + 1]!; c++) if (quantity[c]! > 0) mine.push(c);
    const lots = createLots(fill, s);
    for (const c of mine.sort((a, b) => columns.arriveS[a]! - columns.arriveS[b]! || a - b)) {
      const stock = problem.stocks[s]!;
      const p = columns.part[c]!;
      const arriveAt = addS(problem.now, columns.arriveS[c]!);
      out.push({
        id: `${stock.id}-${problem.needs[columns.need[c]!]!.id}-${problem.lanes[columns.lane[c]!]!.id}-${columns.departIndex[c]!}-${c - columns.byStockStart[s]!}`,
        stockId: stock.id, supplierId: stock.supplierId, reserve: stock.reserve, itemId: stock.itemId, needId: problem.needs[columns.need[c]!]!.id,
        kitId: p === -1 ? null : columns.kits[columns.parts[p]!.kitIndex]!.id,
        laneId: problem.lanes[columns.lane[c]!]!.id, departIndex: columns.departIndex[c]!, departAt: addS(problem.now, columns.departS[c]!), arriveAt,
        quantityValue: quantity[c]!, unitCode: stock.unitCode, effectValue: p === -1 ? quantity[c]! * columns.effectRatio[c]! : 0,
        lots: lots(arriveAt, quantity[c]!), orderId: orderOf.get(c) ?? null,
      });
    }
  }
  return out;
}

/** First expired first out, over all lines of one stock in order of arrival. */
function createLots(fill: Fill, s: number): (at: AllocationLine['arriveAt'], q: number) => readonly LotShare[] {
  const left = new Map(fill.frame.problem.stocks[s]!.lots.map((lot) => [lot.lotId, lot.quantityValue]));
  return (at, q) => {
    const shares: LotShare[] = [];
    let open = q;
    for (const lot of fefoOrder(fill.frame.problem.stocks[s]!.lots, at)) {
      const taken = Math.min(open, left.get(lot.lotId)!);
      if (taken <= 0) continue;
      shares.push({ lotId: lot.lotId, quantityValue: taken });
      left.set(lot.lotId, left.get(lot.lotId)! - taken);
      open -= taken;
    }
    return shares;
  };
}

function tripsOf(fill: Fill): readonly AllocationTrip[] {
  const { problem, carriers } = fill.frame;
  const totals = new Map<string, { vehicleId: string; laneId: string; departIndex: number; departS: number; count: number }>();
  for (const group of fill.groups.values()) {
    group.tripCount.forEach((count, i) => {
      if (count === 0) return;
      const vehicleId = problem.vehicles[carriers.vehicles[group.carrierIndex]![i]!]!.id;
      totals.set(`${vehicleId}|${group.laneIndex}|${group.departS}`, { vehicleId, laneId: problem.lanes[group.laneIndex]!.id, departIndex: group.departIndex, departS: group.departS, count });
    });
  }
  return [...totals.values()].map(({ departS, ...trip }) => ({ ...trip, departAt: addS(problem.now, departS) }));
}

function outcomesOf(fill: Fill): readonly NeedOutcome[] {
  const { frame } = fill;
  const T = frame.bucketCount;
  const short = shortOf(fill);
  return frame.problem.needs.map((need, n) => {
    const index = adequateIndex(fill, n);
    return {
      needId: need.id, unitCode: need.unitCode,
      arrivedValue: Array.from({ length: T }, (_, t) => fill.arrived[n * T + t]! + (need.alreadyValue[t] ?? 0)),
      unmetValue: Array.from(short.subarray(n * T, n * T + T)),
      unmetAtDeadlineValue: short[n * T + frame.deadlineIndex[n]!]!,
      adequateS: index === -1 ? null : frame.endS[index]!,
    };
  });
}

/** Mean covered share of the needs at their deadlines without one supplier, nobody standing in. */
function refusalsOf(fill: Fill, lines: readonly AllocationLine[]): readonly RefusalCover[] {
  const { frame } = fill;
  const { problem, bucketCount: T } = frame;
  const social = [...new Set(lines.filter((line) => line.reserve === 'social').map((line) => line.supplierId))].sort();
  const needIndex = new Map(problem.needs.map((need, n) => [need.id, n]));
  const judged = problem.needs.map((_, n) => n).filter((n) => frame.demandValue[n * T + frame.deadlineIndex[n]!]! > 0);
  const arrivedOf = (n: number): number => fill.arrived[n * T + frame.deadlineIndex[n]!]!;
  return social.map((supplierId) => {
    const lost = new Map<number, number>();
    for (const line of lines) {
      const n = needIndex.get(line.needId)!;
      if (line.supplierId !== supplierId || line.arriveAt > addS(problem.now, problem.needs[n]!.deadlineS)) continue;
      // Without a part no kit counts that needed it: the whole kit's share is taken as lost.
      lost.set(n, (lost.get(n) ?? 0) + (line.kitId === null ? line.effectValue : arrivedOf(n)));
    }
    const covers = judged.map((n) => Math.min(1, Math.max(0, arrivedOf(n) - (lost.get(n) ?? 0)) / frame.demandValue[n * T + frame.deadlineIndex[n]!]!));
    const stock = problem.stocks.find((each) => each.supplierId === supplierId)!;
    return { supplierId, acceptanceRatio: stock.acceptanceRatio, coverRatio: covers.length === 0 ? 1 : covers.reduce((sum, each) => sum + each, 0) / covers.length };
  });
}
