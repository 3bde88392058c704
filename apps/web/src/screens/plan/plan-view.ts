// Pure readings of a plan for its room: which plan is meant, whether it still rests on the newest
// forecast, what each demand gets from which reserve by when. Nothing is decided here.

import type { DemandLine, Forecast, Order, Plan, PlanLine, PlanOption } from '@anlan/contracts';

export type Reserve = PlanLine['reserve'];
export const RESERVES: readonly Reserve[] = ['stock', 'social', 'capacity'];

/** The plan of the address, else the newest drawn. */
export function pickPlan(plans: readonly Plan[], planId: string | undefined): Plan | undefined {
  return plans.find((plan) => plan.id === planId) ?? newestPlan(plans);
}

export function newestPlan(plans: readonly Plan[]): Plan | undefined {
  return [...plans].sort((a, b) => (a.drawnAt < b.drawnAt ? 1 : -1))[0];
}

export function ranked(plan: Plan): readonly PlanOption[] {
  return [...plan.options].sort((a, b) => a.rankIndex - b.rankIndex);
}

/** The option on the screen: the one that a person looks at, else the chosen, else the first in rank. */
export function pickOption(plan: Plan, lookedAtId: string | undefined): PlanOption | undefined {
  const options = ranked(plan);
  return options.find((option) => option.id === lookedAtId) ?? options.find((option) => option.id === plan.chosenOptionId) ?? options[0];
}

export function newestForecast(forecasts: readonly Forecast[]): Forecast | undefined {
  return forecasts.filter((forecast) => forecast.state === 'completed').sort((a, b) => (completedAt(a) < completedAt(b) ? 1 : -1))[0];
}

/** A forecast that was completed after the plan's own: the plan may be out of date. */
export function newerForecast(plan: Plan, forecasts: readonly Forecast[]): Forecast | undefined {
  const own = forecasts.find((forecast) => forecast.id === plan.forecastId);
  const newest = newestForecast(forecasts);
  if (newest === undefined || newest.id === plan.forecastId) return undefined;
  return own === undefined || completedAt(newest) > completedAt(own) ? newest : undefined;
}

/** Lines that bring what the demand asks for; parts of a kit have another unit and stand below their line. */
export function linesOf(option: PlanOption, demandId: string): readonly PlanLine[] {
  return option.lines.filter((line) => line.demandId === demandId).sort((a, b) => (a.arriveAt < b.arriveAt ? -1 : a.arriveAt > b.arriveAt ? 1 : a.id < b.id ? -1 : 1));
}

export interface Coverage {
  readonly needValue: number;
  readonly suppliedValue: number;
  readonly shortAtDeadlineValue: number;
  readonly shortAtEndValue: number;
  readonly firstShortAt: string | null;
  /** What is asked for after the plan's end and brought by nobody; 0 when the plan reaches far enough. */
  readonly shortBeyondValue: number;
}

/** The plan looks as far as its supply curves go, ms; later need is not arranged. */
export function horizonMs(option: PlanOption): number {
  return Math.max(...option.supplyCurves.flatMap(({ curve }) => curve.map(({ at }) => Date.parse(at))));
}

/** Need, what arrives by the end, and what the plan itself calls short. */
export function coverageOf(demand: DemandLine, option: PlanOption): Coverage {
  const unmet = option.unmet.find((one) => one.demandId === demand.id);
  const endMs = horizonMs(option);
  const needValue = lastValue(demand.curve);
  const suppliedValue = lastValue(option.supplyCurves.find((one) => one.demandId === demand.id)?.curve ?? []);
  const isLater = demand.curve.some(({ at }) => Date.parse(at) > endMs);
  return {
    needValue, suppliedValue,
    shortBeyondValue: isLater ? Math.max(0, needValue - suppliedValue) : 0,
    shortAtDeadlineValue: unmet?.shortAtDeadlineValue ?? 0,
    shortAtEndValue: unmet?.shortAtEndValue ?? 0,
    firstShortAt: unmet?.firstShortAt ?? null,
  };
}

export interface Committed { readonly reserve: Reserve; readonly lineCount: number }

export function committedBy(lines: readonly PlanLine[]): readonly Committed[] {
  return RESERVES.map((reserve) => ({ reserve, lineCount: lines.filter((line) => line.reserve === reserve).length })).filter(({ lineCount }) => lineCount > 0);
}

/** The order that carries out a line; one that was cancelled gives the line back. */
export function orderOfLine(orders: readonly Order[], plan: Plan, option: PlanOption, lineId: string): Order | undefined {
  return orders.find((order) => order.planId === plan.id && order.optionId === option.id && order.state !== 'cancelled' && order.planLineIds?.includes(lineId) === true);
}

/** Time on each kind of way. */
export function legTimes(line: PlanLine): readonly { readonly mode: PlanLine['legs'][number]['mode']; readonly durationS: number; readonly distanceM: number }[] {
  return (['handling', 'road', 'sea'] as const).flatMap((mode) => {
    const legs = line.legs.filter((leg) => leg.mode === mode);
    return legs.length === 0 ? [] : [{ mode, durationS: sum(legs.map((leg) => leg.durationS)), distanceM: sum(legs.map((leg) => leg.distanceM)) }];
  });
}

/** Minutes that a line comes before (or after) the time it is needed. */
export function marginMs(line: PlanLine, demand: DemandLine): number {
  return Date.parse(demand.deadlineAt) - Date.parse(line.arriveAt);
}

function lastValue(curve: readonly { readonly quantityValue: number }[]): number {
  return Math.max(0, ...curve.map((point) => point.quantityValue));
}

function completedAt(forecast: Forecast): string {
  return forecast.completedAt ?? forecast.requestedAt;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
