// Pure readings of an incident for the screen: which fact is current, which clock is nearest, how much
// of a demand each reserve covers. Nothing here is decided; it only picks what the records say.

import type { Forecast, Incident, Order, Plan } from '@anlan/contracts';

export type IncidentFact = Incident['facts'][number];
export type IncidentClock = Incident['clocks'][number];

/** The fact of a code that stands, by the server's rule; of notes that stand side by side the newest. */
export function currentFact(facts: readonly IncidentFact[], code: IncidentFact['code']): IncidentFact | undefined {
  return facts.filter((fact) => fact.code === code && fact.standing).sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0];
}

/** Running clocks, nearest deadline first; a reading that a later fact replaced does not run. */
export function runningClocks(clocks: readonly IncidentClock[]): readonly IncidentClock[] {
  return clocks.filter((clock) => clock.answeredAt === null && clock.replacedByClockId === null).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

export function answeredClocks(clocks: readonly IncidentClock[]): readonly IncidentClock[] {
  return clocks.filter((clock) => clock.answeredAt !== null);
}

/** Share of the allowed time that has passed, 0…1 and beyond. */
export function clockShareRatio(clock: Pick<IncidentClock, 'startAt' | 'dueAt'>, nowMs: number): number {
  const [startMs, dueMs] = [Date.parse(clock.startAt), Date.parse(clock.dueAt)];
  return dueMs === startMs ? 1 : (nowMs - startMs) / (dueMs - startMs);
}

/** The newest completed forecast; runs that failed or were cancelled never stand in for one. */
export function newestForecast(forecasts: readonly Forecast[]): Forecast | undefined {
  return byNewest(forecasts.filter((forecast) => forecast.state === 'completed'), (forecast) => forecast.completedAt ?? forecast.requestedAt);
}

export function runningForecast(forecasts: readonly Forecast[]): Forecast | undefined {
  return byNewest(forecasts.filter((forecast) => forecast.state === 'requested'), (forecast) => forecast.requestedAt);
}

export interface FirstArrival { readonly siteId: string; readonly titles: { readonly zh: string; readonly en: string }; readonly earliestAt: string; readonly probabilityRatio: number }

/** The first site that oil may reach, by its earliest arrival. */
export function firstArrival(forecast: Forecast | undefined): FirstArrival | undefined {
  const reached = (forecast?.summary?.arrivals ?? []).flatMap((arrival) => (arrival.earliestAt === null ? [] : [{ ...arrival, earliestAt: arrival.earliestAt }]));
  return reached.sort((a, b) => (a.earliestAt < b.earliestAt ? -1 : 1))[0];
}

/** The plan that counts: the newest with a chosen option, else the newest. */
export function currentPlan(plans: readonly Plan[]): Plan | undefined {
  return byNewest(plans.filter((plan) => plan.chosenOptionId !== null), (plan) => plan.drawnAt) ?? byNewest(plans, (plan) => plan.drawnAt);
}

export interface StockBar {
  readonly demandId: string;
  readonly titles: { readonly zh: string; readonly en: string };
  readonly unitCode: string;
  readonly neededValue: number;
  readonly stockValue: number;
  readonly socialValue: number;
  readonly capacityValue: number;
  /** What the plan itself calls short, at the deadline or at the end, whichever is more. */
  readonly shortValue: number;
}

/** Need against the three reserves, of the chosen option or else the first in rank. */
export function stockBars(plan: Plan): readonly StockBar[] {
  const option = plan.options.find((candidate) => candidate.id === plan.chosenOptionId) ?? [...plan.options].sort((a, b) => a.rankIndex - b.rankIndex)[0];
  return plan.demand.map((demand) => {
    const lines = option?.lines.filter((line) => line.demandId === demand.id) ?? [];
    const sum = (reserve: string) => lines.filter((line) => line.reserve === reserve).reduce((total, line) => total + line.quantityValue, 0);
    return {
      demandId: demand.id, titles: demand.titles, unitCode: demand.unitCode,
      neededValue: Math.max(0, ...demand.curve.map((point) => point.quantityValue)),
      stockValue: sum('stock'), socialValue: sum('social'), capacityValue: sum('capacity'),
      shortValue: shortOf(option?.unmet.find((unmet) => unmet.demandId === demand.id)),
    };
  });
}

function shortOf(unmet: Plan['options'][number]['unmet'][number] | undefined): number {
  return unmet === undefined ? 0 : Math.max(unmet.shortAtDeadlineValue, unmet.shortAtEndValue);
}

/** Orders that are not settled come first, each group by its arrival. */
export function sortOrders(orders: readonly Order[]): readonly Order[] {
  return [...orders].sort((a, b) => Number(isSettled(a)) - Number(isSettled(b)) || (a.arriveDueAt < b.arriveDueAt ? -1 : 1));
}

export function isSettled(order: Pick<Order, 'state'>): boolean {
  return order.state === 'done' || order.state === 'cancelled' || order.state === 'blocked';
}

/** Minutes past the duty of the order's next step; undefined when it is in time. */
export function orderLateMs(order: Order, nowMs: number): number | undefined {
  if (isSettled(order) || order.state === 'on-scene') return undefined;
  const dueMs = Date.parse(order.state === 'under-way' ? order.arriveDueAt : order.departDueAt);
  return nowMs > dueMs ? nowMs - dueMs : undefined;
}

function byNewest<T>(items: readonly T[], atOf: (item: T) => string): T | undefined {
  return [...items].sort((a, b) => (atOf(a) < atOf(b) ? 1 : -1))[0];
}
