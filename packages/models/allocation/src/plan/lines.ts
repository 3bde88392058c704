// Picks become lines: the same goods of one batch for one need in one line, parts of kits after
// the line that they complete, each with its legs and its reasons.

import type { Instant } from '@anlan/kernel';
import { nameParams, secondsBetween } from '@anlan/kernel';
import type { Reason } from '../api/demand.ts';
import type { LotShare, PlanInput, PlanLine, TravelLeg } from '../api/plan.ts';
import type { Pick } from './fill.ts';
import type { Strategy } from './strategies.ts';

export function linesOf(input: PlanInput, picks: readonly Pick[], strategy: Strategy): readonly PlanLine[] {
  const lines: PlanLine[] = [];
  for (const pick of mergePicks(picks)) {
    const id = `${strategy.id}-${lines.length + 1}`;
    lines.push(lineOf(input, pick, { id, kitOfLineId: null, chosen: chosenReason(input, pick, strategy) }));
    for (const part of mergePicks(pick.parts)) {
      const chosen: Reason = { code: 'ALLOCATION_LINE_KIT_PART', params: nameParams('name', pick.batch.supply.name) };
      lines.push(lineOf(input, part, { id: `${strategy.id}-${lines.length + 1}`, kitOfLineId: id, chosen }));
    }
  }
  return lines;
}

function mergePicks(picks: readonly Pick[]): readonly Pick[] {
  const merged = new Map<string, Pick>();
  for (const pick of picks) {
    const key = JSON.stringify([pick.demand.id, pick.batch.supply.id, pick.batch.departAt, pick.countsAt]);
    const before = merged.get(key);
    merged.set(key, before === undefined ? pick : {
      ...before,
      quantityValue: before.quantityValue + pick.quantityValue,
      effectValue: before.effectValue + pick.effectValue,
      lots: mergeLots([...before.lots, ...pick.lots]),
      parts: [...before.parts, ...pick.parts],
    });
  }
  return [...merged.values()];
}

function mergeLots(shares: readonly LotShare[]): readonly LotShare[] {
  const byLot = new Map<string, number>();
  for (const share of shares) byLot.set(share.lotId, (byLot.get(share.lotId) ?? 0) + share.quantityValue);
  return [...byLot].map(([lotId, quantityValue]) => ({ lotId, quantityValue }));
}

function lineOf(input: PlanInput, pick: Pick, named: { id: string; kitOfLineId: string | null; chosen: Reason }): PlanLine {
  const { supply, departAt } = pick.batch;
  return {
    id: named.id, demandId: pick.demand.id, sceneId: pick.demand.sceneId, supplyId: supply.id, reserve: supply.reserve,
    originId: supply.originId, itemKindId: supply.itemKindId, unitCode: supply.unitCode,
    quantityValue: pick.quantityValue, effectValue: pick.effectValue, departAt, arriveAt: pick.arriveAt, countsAt: pick.countsAt,
    kitOfLineId: named.kitOfLineId, lots: pick.lots, legs: legsOf(input, pick),
    reason: [named.chosen, timeReason(pick), ...pick.travel.reason],
  };
}

/** Waiting at the origin, then the way; a mobilising leg of the way is already in the waiting. */
function legsOf(input: PlanInput, { batch, travel }: Pick): readonly TravelLeg[] {
  const way = travel.legs.filter((leg) => leg.kind !== 'mobilise');
  const fromName = way[0]?.fromName ?? batch.supply.name;
  const kind = { stock: 'mobilise', social: 'call-up', capacity: 'produce' }[batch.supply.reserve];
  const wait: TravelLeg = { kind, durationS: secondsBetween(input.now, batch.departAt), distanceM: 0, fromName, toName: fromName, pathDeg: [] };
  return [wait, ...way];
}

function chosenReason(input: PlanInput, pick: Pick, strategy: Strategy): Reason {
  return { code: strategy.lineCode, params: { ...nameParams('name', pick.batch.supply.name), minutes: minutesBetween(input.now, pick.countsAt) } };
}

function timeReason(pick: Pick): Reason {
  const spare = minutesBetween(pick.countsAt, pick.demand.deadlineAt);
  if (spare >= 0) return { code: 'ALLOCATION_LINE_IN_TIME', params: { minutes: spare } };
  return { code: 'ALLOCATION_LINE_LATE', params: { minutes: -spare } };
}

function minutesBetween(fromAt: Instant, toAt: Instant): number {
  return Math.floor(secondsBetween(fromAt, toAt) / 60);
}
