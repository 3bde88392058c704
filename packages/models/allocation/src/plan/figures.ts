// The figures by which options are compared. Shares are of each demand's own need, so that metres
// and cubic metres can stand in one sum; weights stand beside urgency and are used inside one
// stage only, never across stages.

import { secondsBetween } from '@anlan/kernel';
import type { Demand, Urgency } from '../api/demand.ts';
import type { DemandOutcome, MixShare, PlanFigures, PlanInput, PlanLine, RefusalCase } from '../api/plan.ts';
import { RESERVES } from '../api/supply.ts';
import type { StockSupply, Supply } from '../api/supply.ts';
import { fefoOrder } from '../supply/usable.ts';
import { deadlineWithin, needAt, outcomeOf, shortageAreaHours } from './outcome.ts';

export interface Measured {
  readonly lines: readonly PlanLine[];
  readonly outcomes: readonly DemandOutcome[];
}

export function figuresOf(input: PlanInput, option: Measured): PlanFigures {
  const pairs = input.demands.map((demand, i) => ({ demand, outcome: option.outcomes[i]! }));
  const must = pairs.filter(({ demand }) => isMust(demand));
  const adequateS = (outcome: DemandOutcome): number | null => (outcome.adequateAt === null ? null : secondsBetween(input.now, outcome.adequateAt));
  const mustS = must.map(({ outcome }) => adequateS(outcome));
  const weight = pairs.reduce((sum, { demand }) => sum + WEIGHTS[demand.urgency], 0);
  const weighted = (of: (pair: (typeof pairs)[number]) => number): number => (weight === 0 ? 0 : pairs.reduce((sum, pair) => sum + WEIGHTS[pair.demand.urgency] * of(pair), 0) / weight);
  return {
    unmetLifeRatio: meanUnmetAtDeadline(input, option.outcomes, 'life'),
    unmetCriticalRatio: meanUnmetAtDeadline(input, option.outcomes, 'critical'),
    firstAdequateS: mustS.includes(null) ? null : mustS.reduce<number>((most, s) => Math.max(most, s ?? 0), 0),
    meanAdequateS: weighted(({ outcome }) => adequateS(outcome) ?? input.horizonS),
    shortageAreaRatioHours: weighted(({ outcome }) => shortageAreaHours(outcome, input)),
    worstUnmetRatio: pairs.reduce((most, { outcome }) => Math.max(most, share(outcome.shortAtEndValue, outcome.curve.at(-1)?.needValue ?? 0)), 0),
    ...readiness(input, option.lines),
    ...costs(input, option.lines),
  };
}

/** Coverage of life and critical demands if one social supplier of the plan refuses. */
export function refusalsOf(input: PlanInput, lines: readonly PlanLine[]): readonly RefusalCase[] {
  const social = new Map(input.supplies.flatMap((supply) => (supply.reserve === 'social' ? [[supply.id, supply] as const] : [])));
  const used = [...new Set(lines.map((line) => line.supplyId))].filter((id) => social.has(id)).sort();
  return used.map((supplyId): RefusalCase => {
    const lost = new Set(lines.filter((line) => line.supplyId === supplyId).flatMap((line) => [line.id, line.kitOfLineId ?? line.id]));
    const left = lines.filter((line) => !lost.has(line.id));
    const must = input.demands.filter(isMust);
    const unmet = must.map((demand) => unmetAtDeadline(input, demand, outcomeOf(demand, left, input)));
    const meanUnmet = unmet.length === 0 ? 0 : unmet.reduce((sum, ratio) => sum + ratio, 0) / unmet.length;
    return { supplyId, acceptanceRatio: social.get(supplyId)?.acceptanceRatio ?? null, coverageRatio: 1 - meanUnmet };
  });
}

/** Which reserve gives how much of each capability, and at what cost. */
export function mixOf(input: PlanInput, lines: readonly PlanLine[]): readonly MixShare[] {
  const supplies = supplyById(input);
  const demands = new Map(input.demands.map((demand) => [demand.id, demand]));
  const codes = [...new Set(input.demands.map((demand) => demand.capabilityCode))].sort();
  return codes.flatMap((capabilityCode) => RESERVES.flatMap((reserve): MixShare[] => {
    const mine = lines.filter((line) => line.reserve === reserve && demands.get(line.demandId)?.capabilityCode === capabilityCode);
    if (mine.length === 0) return [];
    const unitCode = demands.get(mine[0]!.demandId)?.unitCode ?? '';
    const priced = mine.map((line) => ({ line, fen: supplies.get(line.supplyId)?.unitCostFen }));
    const costFen = priced.some(({ fen }) => fen === undefined) ? null : priced.reduce((sum, { line, fen }) => sum + line.quantityValue * (fen ?? 0), 0);
    return [{ capabilityCode, reserve, unitCode, effectValue: mine.reduce((sum, line) => sum + line.effectValue, 0), costFen }];
  }));
}

function isMust(demand: Demand): boolean {
  return demand.urgency === 'life' || demand.urgency === 'critical';
}

function meanUnmetAtDeadline(input: PlanInput, outcomes: readonly DemandOutcome[], urgency: Urgency): number {
  const ratios = input.demands.flatMap((demand, i) => (demand.urgency === urgency ? [unmetAtDeadline(input, demand, outcomes[i]!)] : []));
  return ratios.length === 0 ? 0 : ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
}

function unmetAtDeadline(input: PlanInput, demand: Demand, outcome: DemandOutcome): number {
  return share(outcome.shortAtDeadlineValue, needAt(demand, deadlineWithin(demand, input)));
}

function readiness(input: PlanInput, lines: readonly PlanLine[]): Pick<PlanFigures, 'floorBreachCount' | 'committedRatio'> {
  const stock = input.supplies.filter((supply): supply is StockSupply => supply.reserve === 'stock');
  const taken = new Map<string, number>();
  for (const line of lines) taken.set(line.supplyId, (taken.get(line.supplyId) ?? 0) + line.quantityValue);
  const usable = (supply: StockSupply): number => fefoOrder(supply.lots, input.now).reduce((sum, lot) => sum + lot.quantityValue, 0);
  const breached = stock.filter((supply) => (taken.get(supply.id) ?? 0) > 0 && usable(supply) - (taken.get(supply.id) ?? 0) < Math.min(supply.floorValue, usable(supply)) - 1e-9);
  const kinds = [...new Set(stock.filter((supply) => isWanted(input, supply)).map((supply) => supply.itemKindId))];
  const committed = kinds.map((kind) => {
    const same = stock.filter((supply) => supply.itemKindId === kind);
    return share(same.reduce((sum, supply) => sum + (taken.get(supply.id) ?? 0), 0), same.reduce((sum, supply) => sum + usable(supply), 0));
  });
  return { floorBreachCount: breached.length, committedRatio: committed.length === 0 ? 0 : committed.reduce((sum, ratio) => sum + ratio, 0) / committed.length };
}

function isWanted(input: PlanInput, supply: Supply): boolean {
  return input.demands.some((demand) => demand.accepts.some((each) => each.capabilityCode === supply.capabilityCode));
}

function costs(input: PlanInput, lines: readonly PlanLine[]): Pick<PlanFigures, 'costFen' | 'costUnknownCount'> {
  const supplies = supplyById(input);
  const used = [...new Set(lines.map((line) => line.supplyId))].map((id) => supplies.get(id)!);
  const perUnit = lines.reduce((sum, line) => sum + line.quantityValue * (supplies.get(line.supplyId)?.unitCostFen ?? 0), 0);
  const activation = used.reduce((sum, supply) => sum + (supply.activationCostFen ?? 0), 0);
  return { costFen: Math.round(perUnit + activation), costUnknownCount: used.filter((supply) => supply.unitCostFen === undefined).length };
}

function supplyById(input: PlanInput): ReadonlyMap<string, Supply> {
  return new Map(input.supplies.map((supply) => [supply.id, supply]));
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** Planning weights of one demand against another inside a stage: a choice, not a measurement. */
const WEIGHTS: Record<Urgency, number> = { life: 8, critical: 4, important: 2, useful: 1 };
