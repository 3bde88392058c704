// Opens an incident and links its alerts and reports in one append: all streams or none, so that an
// alert never says it belongs to an incident that does not exist, and two officers cannot open two
// incidents from one alert.

import type { IdSource, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { AlertBody } from '../alert/index.ts';
import { decideLinkAlert } from '../alert/index.ts';
import type { Belonging, ReportBody } from '../signal/index.ts';
import { decideLinkReport } from '../signal/index.ts';
import type { Appended, Context, EventLog, StreamAppend, StreamKind, View, ViewStore } from '../log/index.ts';
import { loadView } from '../log/index.ts';
import type { RuleBook } from '../rules/index.ts';
import { ownerOf } from './belonging.ts';
import { decideLink, decideOpen } from './decide-open.ts';
import type { OpenIncident } from './decide-open.ts';
import type { IncidentBody } from './types.ts';

export interface IncidentDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly ids: IdSource;
  readonly rules: RuleBook;
  readonly belonging: Belonging;
}

export async function handleOpenIncident(deps: IncidentDeps, command: OpenIncident, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'incident.open');
  if (!may.ok) return may;
  const sources = await loadSources(deps, command, context);
  if (!sources.ok) return sources;
  const id = deps.ids.newId('incident');
  const facts = (command.facts ?? []).map((input) => ({ id: deps.ids.newId('fact'), input }));
  const bodies = { alerts: sources.value.alerts.map((view) => view.body), reports: sources.value.reports.map((view) => view.body) };
  const owner = await ownerOf(deps.belonging, context.actor.organisationId, context);
  const decided = decideOpen(command, { id, sources: bodies, facts, rules: deps.rules, owner, county: deps.belonging.countyAt(command.position) }, context);
  if (!decided.ok) return decided;
  return appendWithLinks(deps, sources.value, { stream: `incident:${id}`, expectedVersion: 0, events: decided.value }, context);
}

export interface LinkSources {
  readonly incidentId: string;
  readonly alertIds: readonly string[];
  readonly reportIds: readonly string[];
  readonly seenVersion?: number;
}

export async function handleLinkSources(deps: IncidentDeps, command: LinkSources, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'incident.link');
  if (!may.ok) return may;
  const { incidentId, seenVersion } = command;
  const view = await loadView<IncidentBody>(deps.views, context, 'incident', incidentId, { unknownCode: 'INCIDENT_UNKNOWN', seenVersion });
  if (!view.ok) return view;
  const sources = await loadSources(deps, command, context);
  if (!sources.ok) return sources;
  const bodies = { alerts: sources.value.alerts.map(({ body }) => body), reports: sources.value.reports.map(({ body }) => body) };
  const decided = decideLink(view.value.body, bodies, deps.rules, context);
  if (!decided.ok) return decided;
  return appendWithLinks(deps, sources.value, { stream: `incident:${incidentId}`, expectedVersion: view.value.streamVersion, events: decided.value }, context);
}

interface SourceViews {
  readonly alerts: readonly View<AlertBody>[];
  readonly reports: readonly View<ReportBody>[];
}

async function loadSources(deps: IncidentDeps, ids: Pick<OpenIncident, 'alertIds' | 'reportIds'>, context: Context): Promise<Result<SourceViews>> {
  const alerts = await loadAll<AlertBody>(deps, context, 'alert', ids.alertIds, 'ALERT_UNKNOWN');
  if (!alerts.ok) return alerts;
  const reports = await loadAll<ReportBody>(deps, context, 'report', ids.reportIds, 'SIGNAL_REPORT_UNKNOWN');
  return reports.ok ? ok({ alerts: alerts.value, reports: reports.value }) : reports;
}

async function loadAll<Body>(deps: IncidentDeps, context: Context, kind: StreamKind, ids: readonly string[], unknownCode: string): Promise<Result<readonly View<Body>[]>> {
  const views: View<Body>[] = [];
  for (const id of new Set(ids)) {
    const view = await deps.views.find<Body>(context.realm, kind, id);
    if (view === undefined) return refuse(unknownCode, { id });
    views.push(view);
  }
  return ok(views);
}

async function appendWithLinks(deps: IncidentDeps, sources: SourceViews, own: StreamAppend, context: Context): Promise<Result<Appended>> {
  const incidentId = own.stream.slice('incident:'.length);
  const appends: StreamAppend[] = [own];
  for (const view of sources.alerts) {
    const linked = decideLinkAlert(view.body, incidentId, context);
    if (!linked.ok) return linked;
    appends.push({ stream: `alert:${view.id}`, expectedVersion: view.streamVersion, events: linked.value });
  }
  for (const view of sources.reports) {
    const linked = decideLinkReport(view.body, incidentId, context);
    if (!linked.ok) return linked;
    appends.push({ stream: `report:${view.id}`, expectedVersion: view.streamVersion, events: linked.value });
  }
  const written = appends.filter(({ events }) => events.length > 0);
  const streamVersion = own.expectedVersion + own.events.length;
  if (written.length === 0) return ok({ id: incidentId, streamVersion, events: [] });
  const appended = await deps.log.append({ realm: context.realm, recordedAt: context.now, appends: written });
  return appended.ok ? ok({ id: incidentId, streamVersion, events: appended.value }) : appended;
}
