// An option of the model as the plan keeps it: lines by lot and carrier, paths thinned, what stays
// unmet and when, the figures that decided the rank.

import type { Assumption, Instant } from '@anlan/kernel';
import type { DemandOutcome, PlanLine as ModelLine, PlanOption as ModelOption, StrategyId, TravelLeg } from '@anlan/allocation';
import type { Titles } from '../signal/index.ts';
import type { Assigned } from './assign-carriers.ts';
import type { SupplySource } from './gather-supplies.ts';
import { simplifyPath } from './simplify-path.ts';
import type { PlanLine, PlanOption } from './types.ts';

export function writeOption(option: ModelOption, rankIndex: number, sources: ReadonlyMap<string, SupplySource>, assigned: Assigned): PlanOption {
  const { unmetLifeRatio, unmetCriticalRatio, firstAdequateS, shortageAreaRatioHours, committedRatio } = option.figures;
  return {
    id: option.id,
    rankIndex,
    titles: OPTION_TITLES[option.id],
    lines: option.lines.flatMap((line) => writeLines(line, sources, assigned)),
    unmet: option.outcomes.filter(isShort).map(({ demandId, unitCode, firstShortAt, shortAtDeadlineValue, shortAtEndValue }) =>
      ({ demandId, firstShortAt, shortAtDeadlineValue: round(shortAtDeadlineValue), shortAtEndValue: round(shortAtEndValue), unitCode })),
    supplyCurves: option.outcomes.map(({ demandId, curve }) => ({ demandId, curve: steps(curve.map(({ at, arrivedValue }) => ({ at, quantityValue: round(arrivedValue) }))) })),
    figures: { unmetCriticalRatio: Math.max(unmetLifeRatio, unmetCriticalRatio), firstAdequateS, shortageAreaRatioHours, committedRatio },
    decidedBy: option.decidedBy,
    checked: true,
  };
}

/** One line for each lot that gives; for agreements and contracts the line itself. */
function writeLines(line: ModelLine, sources: ReadonlyMap<string, SupplySource>, assigned: Assigned): readonly PlanLine[] {
  const source = sources.get(line.supplyId);
  if (source === undefined) return [];
  const shares = line.reserve === 'stock' ? line.lots.filter((lot) => lot.quantityValue > 0) : [{ lotId: source.supplyIds[0] ?? '', quantityValue: line.quantityValue }];
  const carrier = assigned.carriers.get(line.id);
  const [reason = NO_REASON, ...moreReasons] = line.reason;
  return shares.map((share, i): PlanLine => ({
    id: shares.length === 1 ? line.id : `${line.id}-${i + 1}`,
    demandId: line.demandId, supplyRegisterId: source.supplyRegisterId, supplyId: share.lotId, reserve: line.reserve, itemKindId: line.itemKindId,
    titles: source.kind.values.name, quantityValue: round(share.quantityValue), unitCode: line.unitCode, fromPosition: source.position, fromText: source.fromTitles,
    carrierRegisterId: carrier?.registerId ?? null, carrierId: carrier?.id ?? null, departAt: line.departAt, arriveAt: line.arriveAt,
    legs: line.legs.map(writeLeg), reason, moreReasons: moreReasons.slice(0, REASON_COUNT_MAX),
  })).filter((written) => written.quantityValue > 0);
}

function writeLeg({ kind, durationS, distanceM, pathDeg }: TravelLeg): PlanLine['legs'][number] {
  const mode = kind === 'road' || kind === 'sea' ? kind : 'handling';
  return { mode, durationS: Math.round(durationS), distanceM: Math.round(distanceM), path: mode === 'handling' ? [] : simplifyPath(pathDeg, { toleranceM: 100, pointCountMax: 16 }) };
}

function isShort(outcome: DemandOutcome): boolean {
  return outcome.firstShortAt !== null || outcome.shortAtDeadlineValue > 0 || outcome.shortAtEndValue > 0;
}

/** Points at which the value changes, and the last one. */
function steps(curve: readonly { readonly at: Instant; readonly quantityValue: number }[]): readonly { readonly at: Instant; readonly quantityValue: number }[] {
  return curve.filter((point, i) => i === 0 || i === curve.length - 1 || point.quantityValue !== curve[i - 1]?.quantityValue);
}

/** Quantities to a thousandth of their unit, downwards, so that a line never asks for more than there is. */
function round(value: number): number {
  return Math.floor(value * 1000 + 1e-6) / 1000;
}

const OPTION_TITLES: Readonly<Record<StrategyId, Titles>> = {
  earliest: { zh: '最快到达', en: 'Earliest arrival' },
  'just-in-time': { zh: '按时到达', en: 'Just in time' },
  'keep-stock': { zh: '保留储备底数', en: 'Keep the floor of stocks' },
  'stock-only': { zh: '只用实物储备', en: 'Stock only' },
};
const NO_REASON: Assumption = { code: 'PLAN_LINE_UNEXPLAINED', params: {} };
const REASON_COUNT_MAX = 4;
