// The measures of a response, from its events alone: nobody types a figure in. Each figure names the
// events that it rests on, by their place in the log; a figure whose events are missing is null.

import type { Instant } from '@anlan/kernel';
import { secondsBetween } from '@anlan/kernel';
import type { AlertEvent } from '../alert/index.ts';
import type { OrderEvent } from '../dispatch/index.ts';
import type { EventEnvelope } from '../log/index.ts';
import type { ClockTally } from './tally-clocks.ts';
import { tallyClocks } from './tally-clocks.ts';
import type { Measures } from './types.ts';

/** `events`: those of the incident, its alerts, forecasts, plans and orders, in any order. */
export function measure(events: readonly EventEnvelope[], measuredAt: Instant): Measures {
  const ordered = events.toSorted((a, b) => a.positionIndex - b.positionIndex);
  const first = (...types: readonly string[]): EventEnvelope | undefined => ordered.find((event) => types.includes(event.type));
  const raised = first('alert.raised');
  const acknowledged = first('alert.acknowledged');
  const decided = first('incident.level_decided', 'plan.chosen', 'order.issued');
  const confirmed = first('incident.verified');
  const arrived = ordered.filter((event) => event.type === 'order.arrived').toSorted((a, b) => a.happenedAt - b.happenedAt)[0];
  const clocks = tallyClocks(ordered, measuredAt);
  const orders = tallyOrders(ordered, measuredAt);
  const spans = {
    signalToAlertMinutes: span(signalOf(raised), raised),
    alertToAcknowledgedMinutes: span(raised?.recordedAt, acknowledged, raised),
    alertToDecisionMinutes: span(raised?.recordedAt, decided, raised),
    confirmedToForecastS: span(confirmed?.recordedAt, after(ordered, 'forecast.completed', confirmed), confirmed),
    confirmedToPlanS: span(confirmed?.recordedAt, after(ordered, 'plan.drawn', confirmed), confirmed),
    decisionToFirstArrivalMinutes: span(decided?.recordedAt, arrived, decided, arrived?.happenedAt),
  };
  const figures = {
    signalToAlertMinutes: minutes(spans.signalToAlertMinutes),
    alertToAcknowledgedMinutes: minutes(spans.alertToAcknowledgedMinutes),
    alertToDecisionMinutes: minutes(spans.alertToDecisionMinutes),
    confirmedToForecastS: spans.confirmedToForecastS.spanS,
    confirmedToPlanS: spans.confirmedToPlanS.spanS,
    decisionToFirstArrivalMinutes: minutes(spans.decisionToFirstArrivalMinutes),
  };
  const cited = Object.fromEntries(Object.entries(spans).map(([name, one]) => [name, one.cited]));
  return {
    ...figures,
    clocksMetCount: clocks.met.length,
    clocksMissedCount: clocks.missed.length,
    clocksOpenCount: clocks.open.length,
    ordersDoneCount: orders.done.length,
    ordersLateCount: orders.late.length,
    citedPositionIndexes: { ...cited, ...citedClocks(clocks), ordersDoneCount: orders.done, ordersLateCount: orders.late },
  };
}

interface Span {
  readonly spanS: number | null;
  readonly cited: readonly number[];
}

function span(fromAt: Instant | undefined, to: EventEnvelope | undefined, from?: EventEnvelope, toAt: Instant | undefined = to?.recordedAt): Span {
  if (fromAt === undefined || to === undefined || toAt === undefined) return { spanS: null, cited: [] };
  const cited = from === undefined ? [to.positionIndex] : [from.positionIndex, to.positionIndex];
  return { spanS: secondsBetween(fromAt, toAt), cited };
}

function minutes({ spanS }: Span): number | null {
  return spanS === null ? null : spanS / 60;
}

function signalOf(raised: EventEnvelope | undefined): Instant | undefined {
  return (raised as (EventEnvelope & Extract<AlertEvent, { type: 'alert.raised' }>) | undefined)?.payload.observedAt;
}

/** The first of its type that was recorded after the given event. */
function after(ordered: readonly EventEnvelope[], type: string, event: EventEnvelope | undefined): EventEnvelope | undefined {
  return event === undefined ? undefined : ordered.find((candidate) => candidate.type === type && candidate.positionIndex > event.positionIndex);
}

/** Done, and late: arrived after the due time, or still not there at the time of measuring. */
function tallyOrders(ordered: readonly EventEnvelope[], measuredAt: Instant): { readonly done: readonly number[]; readonly late: readonly number[] } {
  const done: number[] = [];
  const late: number[] = [];
  for (const issued of ordered.filter((event) => event.type === 'order.issued')) {
    const { arriveDueAt } = (issued as EventEnvelope & Extract<OrderEvent, { type: 'order.issued' }>).payload;
    const own = ordered.filter((event) => event.stream === issued.stream);
    const completed = own.find((event) => event.type === 'order.completed');
    const arrived = own.find((event) => event.type === 'order.arrived');
    const cancelled = own.some((event) => event.type === 'order.cancelled');
    if (completed !== undefined) done.push(completed.positionIndex);
    if (arrived !== undefined ? arrived.happenedAt > arriveDueAt : !cancelled && measuredAt > arriveDueAt) late.push((arrived ?? issued).positionIndex);
  }
  return { done, late };
}

function citedClocks(clocks: ClockTally): Readonly<Record<string, readonly number[]>> {
  return { clocksMetCount: clocks.met, clocksMissedCount: clocks.missed, clocksOpenCount: clocks.open };
}
