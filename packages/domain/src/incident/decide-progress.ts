// Decides the steps of an incident: verified or dismissed, contained, terminated with explicit
// conditions, reactivated as an order of its own. Nothing here is a precondition of reporting or of
// first response: containment and facts do not wait for verification.

import type { Instant, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { RuleBook } from '../rules/index.ts';
import type { NewFact } from './decide-fact.ts';
import { confirmedFacts, factEvents } from './decide-fact.ts';
import { firstRefusal, refuseUnless, refuseWhenOver, requireText } from './guards.ts';
import { withConsequences } from './reassess.ts';
import type { IncidentBody, TerminationCondition } from './types.ts';
import { TERMINATION_CONDITIONS } from './types.ts';

type Decision = Result<readonly NewEvent[]>;

export function decideStartVerification(incident: IncidentBody, context: Context): Decision {
  const may = refuseUnless(incident, ['received'], 'incident.start-verification');
  return may.ok ? ok([newEvent(context, 'incident.verification_started', {})]) : may;
}

/** Verified by a person; also after containment, when that came first. */
export function decideVerify(incident: IncidentBody, note: string, context: Context): Decision {
  const may = refuseUnless(incident, ['received', 'verifying', 'contained', 'terminated'], 'incident.verify');
  if (!may.ok) return may;
  return incident.verifiedAt === null ? ok([newEvent(context, 'incident.verified', { note })]) : refuse('INCIDENT_STATE_WRONG', { state: incident.state, command: 'incident.verify' });
}

/** Facts and verification in one act: what a duty officer confirms on one form. Each fact names the estimates that it replaces. Facts alone when it was verified before. */
export function decideConfirm(incident: IncidentBody, given: { readonly facts: readonly NewFact[]; readonly note: string; readonly rules: RuleBook }, context: Context): Decision {
  const open = refuseWhenOver(incident);
  if (!open.ok) return open;
  const facts = factEvents(incident.facts, confirmedFacts(incident.facts, given.facts), context);
  if (!facts.ok) return facts;
  const verified = incident.verifiedAt === null ? decideVerify(incident, given.note, context) : ok([]);
  return verified.ok ? ok(withConsequences(incident, [...facts.value, ...verified.value], given.rules, context)) : verified;
}

export function decideDismissIncident(incident: IncidentBody, reason: string, context: Context): Decision {
  const may = firstRefusal(refuseUnless(incident, ['received', 'verifying'], 'incident.dismiss'), requireText('reason', reason));
  return may.ok ? ok([newEvent(context, 'incident.dismissed', { reason })]) : may;
}

export function decideContain(incident: IncidentBody, text: string, context: Context): Decision {
  const may = firstRefusal(refuseUnless(incident, ['received', 'verifying', 'confirmed'], 'incident.contain'), requireText('text', text));
  return may.ok ? ok([newEvent(context, 'incident.contained', { text })]) : may;
}

/** The signer states every condition as met; one that is missing is named. */
export function decideTerminate(
  incident: IncidentBody, command: { readonly reason: string; readonly conditions: readonly string[] }, context: Context,
): Decision {
  const may = firstRefusal(refuseUnless(incident, ['confirmed', 'contained'], 'incident.terminate'), requireText('reason', command.reason));
  if (!may.ok) return may;
  const missing = TERMINATION_CONDITIONS.filter((condition) => !command.conditions.includes(condition));
  const [first] = missing;
  if (first !== undefined) return refuse('INCIDENT_CONDITIONS_MISSING', { missing: first, missingCount: missing.length });
  const conditions: readonly TerminationCondition[] = TERMINATION_CONDITIONS;
  return ok([newEvent(context, 'incident.terminated', { reason: command.reason, conditions })]);
}

/** What was ended, dismissed or closed begins again; everything decided before stays on record. */
export function decideReactivate(incident: IncidentBody, reason: string, context: Context): Decision {
  const may = firstRefusal(refuseUnless(incident, ['dismissed', 'terminated', 'closed'], 'incident.reactivate'), requireText('reason', reason));
  return may.ok ? ok([newEvent(context, 'incident.reactivated', { reason })]) : may;
}

/** Notes are taken in every state. */
export function decideNote(text: string, context: Context, happenedAt: Instant = context.now): Decision {
  const may = requireText('text', text);
  return may.ok ? ok([newEvent(context, 'incident.noted', { text }, { happenedAt })]) : may;
}
