// Pure readings for the review room: the range that can be replayed, what was known at a minute, what
// became of each clock, the measures as rows.

import type { Incident, Measures, Plan, ReportingClock, TimelineEntry } from '@anlan/contracts';

export interface ReplayRange { readonly fromMs: number; readonly toMs: number }

/** From the minute in which it began to the last record; while the case is open, to now. */
export function replayRange(entries: readonly TimelineEntry[], isOver: boolean, nowMs: number): ReplayRange | undefined {
  if (entries.length === 0) return undefined;
  const fromMs = Math.min(...entries.flatMap((entry) => [Date.parse(entry.happenedAt), Date.parse(entry.recordedAt)]));
  const lastMs = Math.max(...entries.map((entry) => Date.parse(entry.recordedAt)));
  const toMs = isOver ? lastMs : Math.max(lastMs, nowMs);
  return { fromMs: Math.floor(fromMs / MINUTE_MS) * MINUTE_MS, toMs: Math.ceil(toMs / MINUTE_MS) * MINUTE_MS };
}

/** What had been recorded by then, in the order it was recorded; undefined: everything. */
export function knownBy(entries: readonly TimelineEntry[], atMs: number | undefined): readonly TimelineEntry[] {
  return atMs === undefined ? entries : entries.filter((entry) => Date.parse(entry.recordedAt) <= atMs);
}

export interface PlanThen {
  /** The plan whose option was chosen last; while none is chosen, the one drawn last. */
  readonly plan: Plan | undefined;
  readonly chosen: Plan['options'][number] | undefined;
  /** A plan drawn after the chosen one. */
  readonly newer: Plan | undefined;
}

/** A choice is named with the time of the plan that it was made in. */
export function planThen(plans: readonly Plan[]): PlanThen {
  const last = (list: readonly Plan[], atOf: (plan: Plan) => string): Plan | undefined => [...list].sort((a, b) => Date.parse(atOf(b)) - Date.parse(atOf(a)))[0];
  const newest = last(plans, (plan) => plan.drawnAt);
  const plan = last(plans.filter((one) => one.chosenOptionId !== null), (one) => one.chosenAt ?? one.drawnAt);
  if (plan === undefined) return { plan: newest, chosen: undefined, newer: undefined };
  const isNewer = newest !== undefined && Date.parse(newest.drawnAt) > Date.parse(plan.drawnAt);
  return { plan, chosen: plan.options.find((option) => option.id === plan.chosenOptionId), newer: isNewer ? newest : undefined };
}

/** The first minute after `atMs` at whose end something more was known; undefined at the last. */
export function nextMinute(entries: readonly TimelineEntry[], atMs: number): number | undefined {
  const later = entries.map((entry) => Date.parse(entry.recordedAt)).filter((ms) => ms > atMs);
  return later.length === 0 ? undefined : ceilMinute(Math.min(...later));
}

/** The last minute before `atMs` at which less was known. */
export function previousMinute(entries: readonly TimelineEntry[], atMs: number): number | undefined {
  const minutes = entries.map((entry) => ceilMinute(Date.parse(entry.recordedAt))).filter((ms) => ms < atMs);
  return minutes.length === 0 ? undefined : Math.max(...minutes);
}

/** Told so much later that the reader should see both times. */
export function lateRecordMs(entry: Pick<TimelineEntry, 'happenedAt' | 'recordedAt'>): number | undefined {
  const lateMs = Date.parse(entry.recordedAt) - Date.parse(entry.happenedAt);
  return lateMs >= MINUTE_MS ? lateMs : undefined;
}

export type ClockOutcome = 'met' | 'missed' | 'overdue' | 'running' | 'replaced';

/** As it stood at `atMs`: answered in time or late, or not answered yet. */
export function clockOutcome(clock: Pick<ReportingClock, 'dueAt' | 'answeredAt' | 'replacedByClockId'>, atMs: number): ClockOutcome {
  if (clock.answeredAt !== null) return Date.parse(clock.answeredAt) <= Date.parse(clock.dueAt) ? 'met' : 'missed';
  if (clock.replacedByClockId !== null) return 'replaced';
  return atMs > Date.parse(clock.dueAt) ? 'overdue' : 'running';
}

/** Facts that stand, by the server's rule, in the order of the record. */
export function currentFacts(facts: Incident['facts']): Incident['facts'] {
  return facts.filter((fact) => fact.standing);
}

export type MeasureName = Exclude<keyof Measures, 'citedPositionIndexes'>;
export interface MeasureRow { readonly name: MeasureName; readonly value: number | null; readonly unit: 'minutes' | 's' | 'count'; readonly citedIndexes: readonly number[] }

export function measureRows(measures: Measures): readonly MeasureRow[] {
  return MEASURES.map(([name, unit]) => ({ name, unit, value: measures[name], citedIndexes: [...(measures.citedPositionIndexes[name] ?? [])].sort((a, b) => a - b) }));
}

export function countBy<T, K extends string>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function ceilMinute(ms: number): number {
  return Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
}

export const MINUTE_MS = 60_000;
const MEASURES: readonly (readonly [MeasureName, MeasureRow['unit']])[] = [
  ['signalToAlertMinutes', 'minutes'], ['alertToAcknowledgedMinutes', 'minutes'], ['alertToDecisionMinutes', 'minutes'], ['confirmedToForecastS', 's'], ['confirmedToPlanS', 's'],
  ['decisionToFirstArrivalMinutes', 'minutes'], ['clocksMetCount', 'count'], ['clocksMissedCount', 'count'], ['clocksOpenCount', 'count'], ['ordersDoneCount', 'count'], ['ordersLateCount', 'count'],
];
