// What an option achieves: per demand the steps of need and arrival, and per capability the curve
// of need against the three reserves with its first shortage (S-450).

import type { Instant } from '@anlan/kernel';
import { addS, secondsBetween } from '@anlan/kernel';
import type { Demand } from '../api/demand.ts';
import type { CurvePoint, DemandOutcome, GroupCurve, GroupPoint } from '../api/plan.ts';
import type { Reserve } from '../api/supply.ts';
import { QUANTITY_HAIR } from './batches.ts';

/** Something that counts for a demand from a moment on. */
export interface Delivery {
  readonly demandId: string;
  readonly reserve: Reserve;
  readonly countsAt: Instant;
  readonly effectValue: number;
  readonly unitCode: string;
}

export interface Span {
  readonly now: Instant;
  readonly horizonS: number;
}

export function outcomeOf(demand: Demand, deliveries: readonly Delivery[], span: Span): DemandOutcome {
  const { unitCode } = demand;
  const mine = deliveries.filter((each) => each.demandId === demand.id).sort((a, b) => a.countsAt - b.countsAt);
  const curve = stepTimes([demand], mine, span).map((at): CurvePoint => {
    const needValue = needAt(demand, at);
    const arrivedValue = sumUntil(mine, at);
    return { at, unitCode, needValue, arrivedValue, shortValue: shortOf(needValue, arrivedValue) };
  });
  const endAt = addS(span.now, span.horizonS);
  const lastShort = curve.findLastIndex((point) => point.shortValue > 0);
  const needsAny = demand.need.some((point) => point.at <= endAt && point.quantityValue > 0);
  return {
    demandId: demand.id, unitCode, curve,
    shortAtDeadlineValue: shortAt(curve, deadlineWithin(demand, span)),
    shortAtEndValue: curve.at(-1)?.shortValue ?? 0,
    firstShortAt: curve.find((point) => point.shortValue > 0)?.at ?? null,
    metAt: curve[lastShort + 1]?.at ?? null,
    adequateAt: needsAny ? (curve.find((point) => point.arrivedValue >= demand.adequateValue - tolerance(demand.adequateValue))?.at ?? null) : span.now,
  };
}

/** Curve of one capability over all its demands. */
export function groupCurve(capabilityCode: string, demands: readonly Demand[], deliveries: readonly Delivery[], span: Span): GroupCurve {
  const ids = new Set(demands.map((demand) => demand.id));
  const mine = deliveries.filter((each) => ids.has(each.demandId));
  const unitCode = demands[0]?.unitCode ?? '';
  const curve = stepTimes(demands, mine, span).map((at): GroupPoint => {
    const byReserve = (reserve: Reserve): number => sumUntil(mine.filter((each) => each.reserve === reserve), at);
    const shortValue = demands.reduce((sum, demand) => sum + shortOf(needAt(demand, at), sumUntil(mine.filter((each) => each.demandId === demand.id), at)), 0);
    const needValue = demands.reduce((sum, demand) => sum + needAt(demand, at), 0);
    return { at, unitCode, needValue, stockValue: byReserve('stock'), socialValue: byReserve('social'), capacityValue: byReserve('capacity'), shortValue };
  });
  return { capabilityCode, unitCode, curve, ...firstShortage(curve, span.now) };
}

export function firstShortage(curve: readonly GroupPoint[], now: Instant): Pick<GroupCurve, 'firstShortHours' | 'worstShortValue'> {
  const first = curve.find((point) => point.shortValue > 0);
  return {
    firstShortHours: first === undefined ? null : secondsBetween(now, first.at) / 3600,
    worstShortValue: curve.reduce((most, point) => Math.max(most, point.shortValue), 0),
  };
}

export function needAt(demand: Demand, at: Instant): number {
  return demand.need.reduce((need, point) => (point.at <= at ? point.quantityValue : need), 0);
}

/** The deadline, brought into the span: one that has passed counts now, one beyond counts at the end. */
export function deadlineWithin(demand: Demand, span: Span): Instant {
  const endAt = addS(span.now, span.horizonS);
  if (demand.deadlineAt <= span.now) return span.now;
  return demand.deadlineAt < endAt ? demand.deadlineAt : endAt;
}

/** ∫ unmet share dt over the span, in hours; the share is of the largest need within the span. */
export function shortageAreaHours(outcome: DemandOutcome, span: Span): number {
  const needMost = outcome.curve.at(-1)?.needValue ?? 0;
  if (needMost <= 0) return 0;
  const endAt = addS(span.now, span.horizonS);
  return outcome.curve.reduce((area, point, i) => {
    const hours = secondsBetween(point.at, outcome.curve[i + 1]?.at ?? endAt) / 3600;
    return area + (point.shortValue / needMost) * hours;
  }, 0);
}

export function shortAt(curve: readonly CurvePoint[], at: Instant): number {
  return curve.reduce((short, point) => (point.at <= at ? point.shortValue : short), 0);
}

/** Every moment at which a need or an arrival steps, from now to the horizon. */
export function stepTimes(demands: readonly Demand[], deliveries: readonly Delivery[], span: Span): readonly Instant[] {
  const endAt = addS(span.now, span.horizonS);
  const steps = [...demands.flatMap((demand) => [...demand.need.map((point) => point.at), demand.deadlineAt]), ...deliveries.map((each) => each.countsAt)];
  const inside = steps.filter((at) => at > span.now && at <= endAt);
  return [...new Set([span.now, ...inside, endAt])].sort((a, b) => a - b);
}

function sumUntil(deliveries: readonly Delivery[], at: Instant): number {
  return deliveries.reduce((sum, each) => (each.countsAt <= at ? sum + each.effectValue : sum), 0);
}

function shortOf(needValue: number, arrivedValue: number): number {
  const short = needValue - arrivedValue;
  return short > tolerance(needValue) ? short : 0;
}

function tolerance(quantityValue: number): number {
  return Math.max(QUANTITY_HAIR, Math.abs(quantityValue) * QUANTITY_HAIR);
}
