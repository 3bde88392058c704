// Opens, measures and closes reviews, and keeps lessons. Measuring reads the streams of everything
// that belongs to the incident, once, from the log itself and not from a view.

import type { IdSource, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Command } from '../access/index.ts';
import type { IncidentBody } from '../incident/index.ts';
import type { Appended, Context, EventEnvelope, EventLog, NewEvent, StreamId, StreamKind, View, ViewStore } from '../log/index.ts';
import { appendOne, loadView } from '../log/index.ts';
import { recordKey } from '../register/index.ts';
import type { RecordBody, Register } from '../register/index.ts';
import { decideAddLesson, decideCloseReview, decideMeasure, decideOpenReview, decideVerifyLesson, reviewIdOf } from './decide-review.ts';
import type { AddLesson } from './decide-review.ts';
import type { ReviewBody } from './types.ts';

export interface ReviewDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly ids: IdSource;
  readonly registers: readonly Register[];
}

export async function handleOpenReview(deps: ReviewDeps, command: { readonly incidentId: string }, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'review.open');
  if (!may.ok) return may;
  const { incidentId } = command;
  const incident = await deps.views.find<IncidentBody>(context.realm, 'incident', incidentId);
  if (incident === undefined) return refuse('REVIEW_INCIDENT_UNKNOWN', { id: incidentId });
  const existing = await deps.views.find<ReviewBody>(context.realm, 'review', reviewIdOf(incidentId));
  const decided = decideOpenReview(incident.body, existing?.body, await eventsOfIncident(deps, incident.body, context), context);
  return decided.ok ? appendOne(deps.log, context, { stream: `review:${reviewIdOf(incidentId)}`, expectedVersion: 0 }, decided.value) : decided;
}

/** Measures again, for example after a late report of an arrival. */
export async function handleMeasureReview(deps: ReviewDeps, command: { readonly reviewId: string }, context: Context): Promise<Result<Appended>> {
  return change(deps, command, 'review.write', context, async ({ body }) => {
    const incident = await deps.views.find<IncidentBody>(context.realm, 'incident', body.incidentId);
    if (incident === undefined) return refuse('REVIEW_INCIDENT_UNKNOWN', { id: body.incidentId });
    return decideMeasure(body, await eventsOfIncident(deps, incident.body, context), context);
  });
}

export async function handleAddLesson(deps: ReviewDeps, command: AddLesson & { readonly reviewId: string; readonly seenVersion?: number }, context: Context): Promise<Result<Appended & { readonly lessonId: string }>> {
  const lessonId = deps.ids.newId('lesson');
  const appended = await change(deps, command, 'review.write', context, async ({ body }) => {
    const record = await deps.views.find<RecordBody>(context.realm, 'record', recordKey(command.recordRegisterId, command.recordId));
    const owner = await deps.views.find<RecordBody>(context.realm, 'record', recordKey('organisations', command.ownerOrganisationId));
    const facts = {
      register: deps.registers.find((known) => known.id === command.recordRegisterId),
      recordExists: record !== undefined && !record.body.archived,
      ownerExists: owner !== undefined && !owner.body.archived,
    };
    return decideAddLesson(body, lessonId, command, facts, context);
  });
  return appended.ok ? ok({ ...appended.value, lessonId }) : appended;
}

export async function handleVerifyLesson(deps: ReviewDeps, command: { readonly reviewId: string; readonly lessonId: string; readonly note: string; readonly seenVersion?: number }, context: Context): Promise<Result<Appended>> {
  return change(deps, command, 'review.write', context, async ({ body }) => decideVerifyLesson(body, command.lessonId, command.note, context));
}

export async function handleCloseReview(deps: ReviewDeps, command: { readonly reviewId: string; readonly summaryText: string; readonly seenVersion?: number }, context: Context): Promise<Result<Appended>> {
  return change(deps, command, 'review.close', context, async ({ body }) => decideCloseReview(body, command.summaryText, context));
}

/** Every event of the incident and of what hangs on it, in the order of the log. */
export async function eventsOfIncident(deps: Pick<ReviewDeps, 'log' | 'views'>, incident: IncidentBody, context: Context): Promise<readonly EventEnvelope[]> {
  const streams: StreamId[] = [`incident:${incident.id}`, ...incident.alertIds.map((id): StreamId => `alert:${id}`), ...incident.reportIds.map((id): StreamId => `report:${id}`)];
  for (const kind of FOLLOWING) {
    const views = await deps.views.list({ realm: context.realm, kind, where: { incidentId: incident.id } });
    streams.push(...views.map((view): StreamId => `${kind}:${view.id}`));
  }
  const events: EventEnvelope[] = [];
  for (const stream of streams) events.push(...(await deps.log.readStream(context.realm, stream)));
  return events.toSorted((a, b) => a.positionIndex - b.positionIndex);
}

async function change(
  deps: ReviewDeps, command: { readonly reviewId: string; readonly seenVersion?: number }, permission: Command, context: Context,
  decide: (view: View<ReviewBody>) => Promise<Result<readonly NewEvent[]>>,
): Promise<Result<Appended>> {
  const may = mayDo(context.actor, permission);
  if (!may.ok) return may;
  const { reviewId, seenVersion } = command;
  const view = await loadView<ReviewBody>(deps.views, context, 'review', reviewId, { unknownCode: 'REVIEW_UNKNOWN', seenVersion });
  if (!view.ok) return view;
  const decided = await decide(view.value);
  return decided.ok ? appendOne(deps.log, context, { stream: `review:${reviewId}`, expectedVersion: view.value.streamVersion }, decided.value) : decided;
}

const FOLLOWING: readonly StreamKind[] = ['forecast', 'plan', 'order', 'notice'];
