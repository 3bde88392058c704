// Decides whether a fact can be recorded. A fact may be late, unverified or a correction; it is never
// removed and never waits for verification. What follows from it (assessment, clocks) is recorded
// with it.

import type { Instant, LonLat, Result } from '@anlan/kernel';
import { lonLat, ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Context, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { RuleBook } from '../rules/index.ts';
import { standingFacts, unreplacedFacts } from '../rules/index.ts';
import { FACT_FORMS, isFactCode } from './fact-forms.ts';
import { firstRefusal, refuseFuture, refuseUnless } from './guards.ts';
import { withConsequences } from './reassess.ts';
import type { Fact, IncidentBody, IncidentEvent } from './types.ts';

export interface FactInput {
  readonly code: string;
  readonly factValue: number | null;
  readonly unitCode: string | null;
  readonly text: string;
  readonly position?: LonLat | null;
  readonly happenedAt: Instant;
  readonly verified: boolean;
  /** The fact that this one corrects. */
  readonly supersedesFactId?: string | null;
  /** Further facts of the code that it replaces. */
  readonly alsoSupersedesFactIds?: readonly string[];
}

/** A fact with the id made for it. */
export interface NewFact {
  readonly id: string;
  readonly input: FactInput;
}

/** Facts are taken until the incident is closed, also after the response has ended. */
export function decideRecordFacts(incident: IncidentBody, facts: readonly NewFact[], rules: RuleBook, context: Context): Result<readonly NewEvent[]> {
  const open = refuseUnless(incident, ['received', 'verifying', 'confirmed', 'contained', 'terminated'], 'incident.record-fact');
  if (!open.ok) return open;
  const trusted = refuseUnlessTrusted(incident.facts, facts, context);
  if (!trusted.ok) return trusted;
  const events = factEvents(incident.facts, facts, context);
  return events.ok ? ok(withConsequences(incident, events.value, rules, context)) : events;
}

/**
 * Confirmed facts name what they replace: the fact of the code that stands, and with it every other
 * estimate that nothing had replaced yet. Codes that hold notes side by side replace nothing.
 */
export function confirmedFacts(known: readonly Fact[], facts: readonly NewFact[]): readonly NewFact[] {
  const standing = standingFacts(known);
  return facts.map(({ id, input }) => {
    const before = standing.get(input.code);
    if (before === undefined || input.supersedesFactId !== undefined || SIDE_BY_SIDE.includes(input.code)) return { id, input };
    const others = unreplacedFacts(known).filter((fact) => fact.code === input.code && fact.id !== before.id).map((fact) => fact.id);
    return { id, input: { ...input, supersedesFactId: before.id, alsoSupersedesFactIds: others } };
  });
}

/** Ids of the facts that stand: one of each code, and of codes that hold notes side by side every one that nothing replaced. */
export function standingFactIds(facts: readonly Fact[], at?: Instant): ReadonlySet<string> {
  const notes = unreplacedFacts(facts, at).filter(({ code }) => SIDE_BY_SIDE.includes(code));
  return new Set([...standingFacts(facts, at).values(), ...notes].map(({ id }) => id));
}

/** Who may not verify the incident calls no fact verified and replaces none that is: a verified fact stands before every estimate. */
function refuseUnlessTrusted(known: readonly Fact[], facts: readonly NewFact[], context: Context): Result<true> {
  if (mayDo(context.actor, 'incident.verify').ok) return ok(true);
  const claimed = facts.find(({ input }) => input.verified);
  if (claimed !== undefined) return refuse('INCIDENT_FACT_VERIFY_FORBIDDEN', { code: claimed.input.code.slice(0, 40), actorName: context.actor.name });
  const replaced = facts.flatMap(({ input }) => [input.supersedesFactId, ...(input.alsoSupersedesFactIds ?? [])]);
  const verified = known.find(({ id, verified: isVerified }) => isVerified && replaced.includes(id));
  return verified === undefined ? ok(true) : refuse('INCIDENT_FACT_VERIFIED_STANDS', { code: verified.code, factId: verified.id, actorName: context.actor.name });
}

/** The events of facts alone; for the opening, which has consequences of its own. */
export function factEvents(known: readonly Fact[], facts: readonly NewFact[], context: Context): Result<readonly NewEvent[]> {
  const events: NewEvent[] = [];
  for (const { id, input } of facts) {
    const checked = firstRefusal(checkForm(input), checkPlace(input), refuseFuture(input.happenedAt, context.now), checkCorrection(known, input));
    if (!checked.ok) return checked;
    const { code, factValue, unitCode, text, verified } = input;
    const also = input.alsoSupersedesFactIds ?? [];
    const payload = {
      id, code, factValue, unitCode, text, position: input.position ?? null, verified, supersedesFactId: input.supersedesFactId ?? null,
      ...(also.length === 0 ? {} : { alsoSupersedesFactIds: also }),
    } as FactPayload;
    events.push(newEvent(context, 'incident.fact_recorded', payload, { happenedAt: input.happenedAt }));
  }
  return ok(events);
}

type FactPayload = Extract<IncidentEvent, { type: 'incident.fact_recorded' }>['payload'];

function checkForm({ code, factValue, unitCode, text, position }: FactInput): Result<true> {
  if (!isFactCode(code)) return refuse('INCIDENT_FACT_CODE_UNKNOWN', { code: code.slice(0, 40) });
  const form = FACT_FORMS[code];
  if (form.unitCode === null) {
    const saysNothing = text.trim() === '' && (position ?? null) === null && code !== 'release-started';
    const lacksPlace = code === 'position' && (position ?? null) === null;
    if (saysNothing || lacksPlace) return refuse('INCIDENT_FACT_EMPTY', { code });
    return factValue === null && unitCode === null ? ok(true) : refuse('INCIDENT_FACT_UNIT_WRONG', { code, unitCode: unitCode ?? '', expectedUnitCode: '' });
  }
  if (factValue === null) return refuse('INCIDENT_FACT_EMPTY', { code });
  if (unitCode !== form.unitCode) return refuse('INCIDENT_FACT_UNIT_WRONG', { code, unitCode: unitCode ?? '', expectedUnitCode: form.unitCode });
  const fits = Number.isFinite(factValue) && factValue >= form.min && factValue <= form.max && (!form.isWhole || Number.isInteger(factValue));
  return fits ? ok(true) : refuse('INCIDENT_FACT_VALUE_WRONG', { code, text: String(factValue), min: form.min, max: form.max, unitCode });
}

function checkPlace({ position }: FactInput): Result<true> {
  if (position === undefined || position === null) return ok(true);
  const place = lonLat(...position);
  return place.ok ? ok(true) : place;
}

/** A correction names a standing fact of the same code. */
function checkCorrection(known: readonly Fact[], { code, supersedesFactId }: FactInput): Result<true> {
  if (supersedesFactId === undefined || supersedesFactId === null) return ok(true);
  return unreplacedFacts(known).some((fact) => fact.id === supersedesFactId && fact.code === code) ? ok(true) : refuse('INCIDENT_FACT_TO_CORRECT_UNKNOWN', { factId: supersedesFactId.slice(0, 80) });
}

/** Facts of these codes are notes beside each other, not readings of one thing. */
const SIDE_BY_SIDE: readonly string[] = ['vessel', 'facility', 'slick-observed', 'other'];
