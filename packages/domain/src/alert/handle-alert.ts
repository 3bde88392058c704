// People answer for alerts; a timer escalates those that nobody answered.

import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Appended, Context, EventLog, NewEvent, ViewStore } from '../log/index.ts';
import { appendOne, loadView } from '../log/index.ts';
import { decideAcknowledge, decideDismiss, decideEscalate } from './decide-alert.ts';
import type { AlertBody } from './types.ts';

export interface AlertDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
}

export interface AlertCommand {
  readonly alertId: string;
  /** Version the person saw; LOG_VERSION_CONFLICT when the alert has moved on. */
  readonly seenVersion?: number;
}

export async function handleAcknowledgeAlert(deps: AlertDeps, command: AlertCommand, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'alert.acknowledge');
  return may.ok ? change(deps, command, context, (body) => decideAcknowledge(body, context)) : may;
}

export async function handleDismissAlert(deps: AlertDeps, command: AlertCommand & { readonly reason: string }, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'alert.dismiss');
  return may.ok ? change(deps, command, context, (body) => decideDismiss(body, command.reason, context)) : may;
}

/** Called by a timer. Returns the ids of the alerts that went to the next in line. */
export async function handleEscalations(deps: AlertDeps, context: Context): Promise<Result<readonly string[]>> {
  const may = mayDo(context.actor, 'alert.escalate');
  if (!may.ok) return may;
  const escalated: string[] = [];
  for (const view of await deps.views.list<AlertBody>({ realm: context.realm, kind: 'alert', where: { state: 'new' } })) {
    const events = decideEscalate(view.body, context);
    if (events.length === 0) continue;
    const appended = await appendOne(deps.log, context, { stream: `alert:${view.id}`, expectedVersion: view.streamVersion }, events);
    if (appended.ok) escalated.push(view.id);
  }
  return ok(escalated);
}

async function change(
  deps: AlertDeps, { alertId, seenVersion }: AlertCommand, context: Context, decide: (body: AlertBody) => Result<readonly NewEvent[]>,
): Promise<Result<Appended>> {
  const view = await loadView<AlertBody>(deps.views, context, 'alert', alertId, { unknownCode: 'ALERT_UNKNOWN', seenVersion });
  if (!view.ok) return view;
  const decided = decide(view.value.body);
  return decided.ok ? appendOne(deps.log, context, { stream: `alert:${alertId}`, expectedVersion: view.value.streamVersion }, decided.value) : decided;
}
