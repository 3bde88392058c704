// Decides the opening of an incident, from alerts, from reports or by hand. It is known from the
// moment the first of its signals was known to us, so the clocks start then, whoever opens it and
// when. Verification is no precondition of anything here.

import type { Instant, LonLat, Result } from '@anlan/kernel';
import { lonLat, ok, refuse } from '@anlan/kernel';
import type { AlertBody } from '../alert/index.ts';
import type { ReportBody } from '../signal/index.ts';
import type { Basis, Context, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { RuleBook } from '../rules/index.ts';
import type { FactInput, NewFact } from './decide-fact.ts';
import { factEvents } from './decide-fact.ts';
import { firstRefusal, refuseFuture, refuseWhenOver, requireText } from './guards.ts';
import { withConsequences } from './reassess.ts';
import type { IncidentBody, IncidentCounty, IncidentEvent, IncidentOwner } from './types.ts';
import { INCIDENT_KIND_CODES } from './types.ts';

export interface OpenIncident {
  readonly kindCode: string;
  readonly title: string;
  readonly placeText: string;
  readonly position: LonLat;
  readonly happenedAt: Instant;
  readonly alertIds: readonly string[];
  readonly reportIds: readonly string[];
  /** When we first knew, if that was before the signals and before now, such as a telephone call. */
  readonly knownAt?: Instant;
  readonly facts?: readonly FactInput[];
}

/** The signals that an incident rests on. */
export interface Sources {
  readonly alerts: readonly AlertBody[];
  readonly reports: readonly ReportBody[];
}

/** Events of the incident's own stream; the alerts and reports are linked by their own stages. */
export function decideOpen(
  command: OpenIncident, given: { readonly id: string; readonly sources: Sources; readonly facts: readonly NewFact[]; readonly rules: RuleBook; readonly owner: IncidentOwner | null; readonly county: IncidentCounty | null }, context: Context,
): Result<readonly NewEvent[]> {
  const { kindCode, title, placeText, position, happenedAt, alertIds, reportIds } = command;
  if (!(INCIDENT_KIND_CODES as readonly string[]).includes(kindCode)) return refuse('INCIDENT_KIND_UNKNOWN', { kindCode: kindCode.slice(0, 60) });
  const place = lonLat(...position);
  const knownAt = earliest([command.knownAt ?? context.now, ...knownTimes(given.sources)]);
  const checked = firstRefusal(requireText('title', title), place.ok ? ok(true) : place, refuseFuture(happenedAt, context.now), refuseFuture(knownAt, context.now));
  if (!checked.ok) return checked;
  const payload: Extract<IncidentEvent, { type: 'incident.opened' }>['payload'] = {
    id: given.id, kindCode, title, placeText, position, knownAt, alertIds, reportIds, simulated: isSimulated(given.sources), owner: given.owner, county: given.county,
  };
  const facts = factEvents([], given.facts, context);
  if (!facts.ok) return facts;
  const opened = newEvent(context, 'incident.opened', payload, { happenedAt, basis: basisOf(alertIds, reportIds) });
  return ok(withConsequences(undefined, [opened, ...facts.value], given.rules, context));
}

/** More signals turn out to be of the same incident; when one was known earlier, the clocks are read again. */
export function decideLink(incident: IncidentBody, sources: Sources, rules: RuleBook, context: Context): Result<readonly NewEvent[]> {
  const open = refuseWhenOver(incident);
  if (!open.ok) return open;
  const alertIds = added(incident.alertIds, sources.alerts);
  const reportIds = added(incident.reportIds, sources.reports);
  if (alertIds.length === incident.alertIds.length && reportIds.length === incident.reportIds.length) return ok([]);
  const payload: Extract<IncidentEvent, { type: 'incident.linked' }>['payload'] = {
    alertIds, reportIds, knownAt: earliest([incident.knownAt, ...knownTimes(sources)]), simulated: incident.simulated || isSimulated(sources),
  };
  const basis = basisOf(sources.alerts.map(({ id }) => id), sources.reports.map(({ id }) => id));
  return ok(withConsequences(incident, [newEvent(context, 'incident.linked', payload, { basis })], rules, context));
}

function knownTimes({ alerts, reports }: Sources): readonly Instant[] {
  return [...alerts.map((alert) => alert.raisedAt), ...reports.map((report) => report.receivedAt)];
}

function isSimulated({ alerts }: Sources): boolean {
  return alerts.some((alert) => alert.simulated);
}

function basisOf(alertIds: readonly string[], reportIds: readonly string[]): readonly Basis[] {
  return [...alertIds.map((id): Basis => ({ kind: 'event', ref: `alert:${id}` })), ...reportIds.map((id): Basis => ({ kind: 'report', ref: id }))];
}

function added(known: readonly string[], sources: readonly { readonly id: string }[]): readonly string[] {
  return [...new Set([...known, ...sources.map(({ id }) => id)])];
}

function earliest(times: readonly Instant[]): Instant {
  return times.reduce((a, b) => (b < a ? b : a));
}
