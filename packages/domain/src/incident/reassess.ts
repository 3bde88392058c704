// What follows from facts without anybody deciding: the assessments of all rule sets and the clocks
// that they start. Worked out on the incident as it will be after the command, so that fact,
// assessment and clock are one append. The rules stand for these events, not the person.

import type { Actor, Basis, Context, EventEnvelope, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { RuleBook } from '../rules/index.ts';
import { assess, clocksFor, sameAnswer } from '../rules/index.ts';
import { incidentFold } from './fold-incident.ts';
import type { IncidentBody } from './types.ts';

/** `events` with everything that follows from them. */
export function withConsequences(before: IncidentBody | undefined, events: readonly NewEvent[], rules: RuleBook, context: Context): readonly NewEvent[] {
  const body = preview(before, events, context);
  return body === undefined ? events : [...events, ...reassess(body, rules, context)];
}

/** Assessments are recorded when an answer changed; clocks when a new reading starts. */
export function reassess(body: IncidentBody, rules: RuleBook, context: Context): readonly NewEvent[] {
  const byRules: Context = { ...context, actor: { ...RULES_ACTOR, organisationId: context.actor.organisationId } };
  const assessments = assess(body.facts, rules.ruleSets, context.now);
  const changed = assessments.length !== body.assessments.length || assessments.some((answer, i) => !sameAnswer(answer, body.assessments[i]));
  const clocks = clocksFor({
    facts: body.facts, assessments, rules: rules.clockRules, incidentKindCode: body.kindCode, knownAt: body.knownAt, clocks: body.clocks, at: context.now,
  });
  const assessed = changed
    ? [newEvent(byRules, 'incident.assessed', { assessments }, { basis: [...factBasis(body), ...assessments.map(({ ruleSetId, ruleSetVersion }) => ruleBasis(ruleSetId, ruleSetVersion))] })]
    : [];
  return [...assessed, ...clocks.map((clock) => newEvent(byRules, 'incident.clock_started', clock, { basis: [ruleBasis(clock.ruleId, clock.ruleSetVersion)] }))];
}

/** The incident as it will be when `events` have been recorded now. */
export function preview(before: IncidentBody | undefined, events: readonly NewEvent[], context: Context): IncidentBody | undefined {
  return events.reduce<IncidentBody | undefined>((body, event) => incidentFold.apply(body, asRecorded(event, context)), before);
}

function asRecorded(event: NewEvent, context: Context): EventEnvelope {
  return { ...event, positionIndex: 0, realm: context.realm, stream: 'incident:preview', streamVersion: 0, recordedAt: context.now, prevHash: '', hash: '' };
}

function factBasis(body: IncidentBody): readonly Basis[] {
  return body.facts.map((fact): Basis => ({ kind: 'event', ref: fact.id }));
}

function ruleBasis(id: string, version: string): Basis {
  return { kind: 'rule', ref: `${id}@${version}` };
}

/** The rule tables, speaking for themselves. */
const RULES_ACTOR: Omit<Actor, 'organisationId'> = { kind: 'system', id: 'rules', name: '规则引擎', roles: [] };
