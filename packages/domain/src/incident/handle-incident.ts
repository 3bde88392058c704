// The commands on an open incident: load, ask who may, decide, append at the version that was seen.
// Two people at once: the second gets LOG_VERSION_CONFLICT and decides again on what is true now.

import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import type { Command } from '../access/index.ts';
import { mayDo } from '../access/index.ts';
import type { Appended, Context, NewEvent } from '../log/index.ts';
import { appendOne, loadView } from '../log/index.ts';
import type { AnswerClock } from './decide-clock.ts';
import { decideHandOver, ownerOf } from './belonging.ts';
import { decideAnswerClock, decideBreaches } from './decide-clock.ts';
import { decideClose } from './decide-close.ts';
import type { FactInput } from './decide-fact.ts';
import { decideRecordFacts } from './decide-fact.ts';
import { decideLevel } from './decide-level.ts';
import { decideConfirm, decideContain, decideDismissIncident, decideNote, decideReactivate, decideStartVerification, decideTerminate, decideVerify } from './decide-progress.ts';
import type { IncidentDeps } from './handle-open-incident.ts';
import type { IncidentBody, OpenThings } from './types.ts';

export interface IncidentCommand {
  readonly incidentId: string;
  /** Version the person saw; left out: the newest. */
  readonly seenVersion?: number;
}

type Answer = Promise<Result<Appended>>;

export async function handleStartVerification(deps: IncidentDeps, command: IncidentCommand, context: Context): Answer {
  return change(deps, command, 'incident.verify', context, (body) => decideStartVerification(body, context));
}

export async function handleVerify(deps: IncidentDeps, command: IncidentCommand & { readonly note: string }, context: Context): Answer {
  return change(deps, command, 'incident.verify', context, (body) => decideVerify(body, command.note, context));
}

/** Facts and verification in one append. */
export async function handleConfirm(deps: IncidentDeps, command: IncidentCommand & { readonly facts: readonly FactInput[]; readonly note: string }, context: Context): Answer {
  const facts = command.facts.map((input) => ({ id: deps.ids.newId('fact'), input }));
  return change(deps, command, 'incident.verify', context, (body) => decideConfirm(body, { facts, note: command.note, rules: deps.rules }, context));
}

export async function handleDismissIncident(deps: IncidentDeps, command: IncidentCommand & { readonly reason: string }, context: Context): Answer {
  return change(deps, command, 'incident.dismiss', context, (body) => decideDismissIncident(body, command.reason, context));
}

export async function handleRecordFacts(deps: IncidentDeps, command: IncidentCommand & { readonly facts: readonly FactInput[] }, context: Context): Answer {
  const facts = command.facts.map((input) => ({ id: deps.ids.newId('fact'), input }));
  return change(deps, command, 'incident.record-fact', context, (body) => decideRecordFacts(body, facts, deps.rules, context));
}

export async function handleDecideLevel(deps: IncidentDeps, command: IncidentCommand & { readonly levelIndex: number; readonly reason: string }, context: Context): Answer {
  return change(deps, command, 'incident.decide-level', context, (body) => decideLevel(body, command, context));
}

export async function handleAnswerClock(deps: IncidentDeps, command: IncidentCommand & AnswerClock, context: Context): Answer {
  return change(deps, command, 'incident.answer-clock', context, (body) => decideAnswerClock(body, command, context));
}

export async function handleNote(deps: IncidentDeps, command: IncidentCommand & { readonly text: string }, context: Context): Answer {
  return change(deps, command, 'incident.note', context, () => decideNote(command.text, context));
}

export async function handleContain(deps: IncidentDeps, command: IncidentCommand & { readonly text: string }, context: Context): Answer {
  return change(deps, command, 'incident.contain', context, (body) => decideContain(body, command.text, context));
}

export async function handleTerminate(
  deps: IncidentDeps, command: IncidentCommand & { readonly reason: string; readonly conditions: readonly string[] }, context: Context,
): Answer {
  return change(deps, command, 'incident.terminate', context, (body) => decideTerminate(body, command, context));
}

export async function handleReactivate(deps: IncidentDeps, command: IncidentCommand & { readonly reason: string }, context: Context): Answer {
  return change(deps, command, 'incident.reactivate', context, (body) => decideReactivate(body, command.reason, context));
}

export async function handleHandOver(deps: IncidentDeps, command: IncidentCommand & { readonly organisationId: string; readonly reason: string }, context: Context): Answer {
  const owner = await ownerOf(deps.belonging, command.organisationId, context);
  return change(deps, command, 'incident.hand-over', context, (body) => decideHandOver(body, command, owner, context));
}

/** `openThings` are gathered by the application from the other stages. */
export async function handleCloseIncident(
  deps: IncidentDeps, command: IncidentCommand & { readonly overrideReason: string | null; readonly openThings: OpenThings }, context: Context,
): Answer {
  return change(deps, command, 'incident.close', context, (body) => decideClose(body, command.openThings, command, context));
}

/** Called by a timer: marks the clocks that ran out. Returns `incidentId clockId` of each. */
export async function handleBreaches(deps: Pick<IncidentDeps, 'log' | 'views'>, context: Context): Promise<Result<readonly string[]>> {
  const may = mayDo(context.actor, 'incident.watch-clocks');
  if (!may.ok) return may;
  const breached: string[] = [];
  const running = { realm: context.realm, kind: 'incident', where: { state: ['received', 'verifying', 'confirmed', 'contained', 'terminated'] } } as const;
  for (const view of await deps.views.list<IncidentBody>(running)) {
    const events = decideBreaches(view.body, context);
    if (events.length === 0) continue;
    const appended = await appendOne(deps.log, context, { stream: `incident:${view.id}`, expectedVersion: view.streamVersion }, events);
    if (appended.ok) breached.push(...events.map((event) => `${view.id} ${(event.payload as { readonly clockId: string }).clockId}`));
  }
  return ok(breached);
}

async function change(
  deps: Pick<IncidentDeps, 'log' | 'views'>, command: IncidentCommand, access: Command, context: Context,
  decide: (body: IncidentBody) => Result<readonly NewEvent[]>,
): Answer {
  const may = mayDo(context.actor, access);
  if (!may.ok) return may;
  const { incidentId, seenVersion } = command;
  const view = await loadView<IncidentBody>(deps.views, context, 'incident', incidentId, { unknownCode: 'INCIDENT_UNKNOWN', seenVersion });
  if (!view.ok) return view;
  const decided = decide(view.value.body);
  return decided.ok ? appendOne(deps.log, context, { stream: `incident:${incidentId}`, expectedVersion: view.value.streamVersion }, decided.value) : decided;
}
