// Reads statutory reporting clocks off facts. A clock starts when the duty became known (known-at),
// never when it is convenient; a grade that rises gives a new reading which replaces the old one and
// leaves it readable; a grade that falls never loosens a duty. Verification is no precondition.

import type { Confidence, Instant } from '@anlan/kernel';
import { addS } from '@anlan/kernel';
import { inForce } from './assess.ts';
import type { Assessment, ClockRule, ReportingClock, RuleFact } from './types.ts';

export interface ClockQuestion {
  readonly facts: readonly RuleFact[];
  readonly assessments: readonly Assessment[];
  readonly rules: readonly ClockRule[];
  readonly incidentKindCode: string;
  /** When the incident became known to us. */
  readonly knownAt: Instant;
  /** Readings made so far. */
  readonly clocks: readonly ReportingClock[];
  readonly at: Instant;
}

/** Readings to start now, in the order of the rules; empty when nothing new is due. */
export function clocksFor(question: ClockQuestion): readonly ReportingClock[] {
  const { rules, clocks, at } = question;
  const due = rules.filter((rule) => inForce(rule, at)).flatMap((rule) => dueReading(question, rule));
  const takingPart = new Set([...due.map(({ rule }) => rule.id), ...clocks.map((clock) => clock.ruleId)]);
  const givingWay = new Set(rules.filter((rule) => takingPart.has(rule.id)).flatMap((rule) => rule.replacesRuleIds));
  return due.filter(({ rule }) => !givingWay.has(rule.id)).map((reading) => startReading(question, reading));
}

export type ClockStanding = 'running' | 'breached' | 'met' | 'met-recorded-late' | 'late' | 'replaced';

/**
 * met: told in time · met-recorded-late: told in time, but written down only after the breach stood
 * on record · late: told after the due time, and stays late · breached: due, not told.
 */
export function clockStanding(clock: ReportingClock, now: Instant): ClockStanding {
  if (clock.answeredAt !== null) {
    if (clock.answeredAt > clock.dueAt) return 'late';
    return clock.breachedAt === null ? 'met' : 'met-recorded-late';
  }
  if (clock.replacedByClockId !== null) return 'replaced';
  return now > clock.dueAt ? 'breached' : 'running';
}

/** Clocks that still wait for somebody to be told. */
export function unansweredClocks(clocks: readonly ReportingClock[]): readonly ReportingClock[] {
  return clocks.filter((clock) => clock.answeredAt === null && clock.replacedByClockId === null);
}

/** Share of the allowed time that is used up, 0 at the start, 1 at the due time, more after it. */
export function clockUsedRatio(clock: ReportingClock, now: Instant): number {
  return (now - clock.startAt) / Math.max(1, clock.dueAt - clock.startAt);
}

interface DueReading {
  readonly rule: ClockRule;
  readonly startAt: Instant;
  readonly triggerFactId: string | null;
}

function dueReading(question: ClockQuestion, rule: ClockRule): readonly DueReading[] {
  const { trigger } = rule;
  if (trigger.incidentKindCodes !== null && !trigger.incidentKindCodes.includes(question.incidentKindCode)) return [];
  const earlier = question.clocks.filter((clock) => clock.ruleId === rule.id);
  if (trigger.kind === 'opened') {
    const running = earlier.find((clock) => clock.replacedByClockId === null);
    const startsSooner = running !== undefined && running.answeredAt === null && question.knownAt < running.startAt;
    return earlier.length === 0 || startsSooner ? [{ rule, startAt: question.knownAt, triggerFactId: null }] : [];
  }
  if (earlier.length > 0) return [];
  const reached = question.assessments.filter(
    ({ ruleSetId, gradeIndex }) => trigger.ruleSetIds.includes(ruleSetId) && gradeIndex !== null && gradeIndex <= trigger.gradeIndexMax);
  if (reached.length === 0) return [];
  return [{ rule, startAt: question.at, triggerFactId: newestFactId(question.facts, reached.flatMap(({ matched }) => matched.map(({ factId }) => factId))) }];
}

function startReading(question: ClockQuestion, { rule, startAt, triggerFactId }: DueReading): ReportingClock {
  const before = question.clocks.filter((clock) => clock.ruleId === rule.id).length;
  const replaced = question.clocks.filter(
    (clock) => clock.replacedByClockId === null && (clock.ruleId === rule.id || rule.replacesRuleIds.includes(clock.ruleId)));
  return {
    id: before === 0 ? rule.id : `${rule.id}~${before + 1}`,
    ruleId: rule.id, ruleSetId: rule.ruleSetId, ruleSetVersion: rule.ruleSetVersion, titles: rule.titles, cite: rule.cite, sourceText: rule.sourceText,
    jurisdiction: rule.jurisdiction, triggerFactId, recipientRole: rule.recipientRole, recipientTitles: rule.recipientTitles,
    channel: rule.channel, startAt, dueAt: earliest(addS(startAt, rule.allowedMinutes * 60), replaced, startAt), allowedMinutes: rule.allowedMinutes,
    allowedBasis: rule.allowedBasis, confidence: shownConfidence(rule), verifiedBy: rule.verifiedBy, verifiedOn: rule.verifiedOn,
    answeredAt: null, answeredBy: null, answerText: null, breachedAt: null, replacedByClockId: null,
    replacesClockIds: replaced.map((clock) => clock.id),
  };
}

/** A higher grade may tighten a duty that still runs, never loosen it; one already past its time stays missed. */
function earliest(dueAt: Instant, replaced: readonly ReportingClock[], startAt: Instant): Instant {
  return replaced.filter((clock) => clock.answeredAt === null && clock.dueAt > startAt).reduce((least, clock) => (clock.dueAt < least ? clock.dueAt : least), dueAt);
}

function shownConfidence(rule: ClockRule): Confidence {
  return rule.confidence === 'verified' && rule.verifiedBy === null ? 'likely' : rule.confidence;
}

function newestFactId(facts: readonly RuleFact[], ids: readonly string[]): string | null {
  const candidates = facts.filter((fact) => ids.includes(fact.id));
  const newest = candidates.reduce<RuleFact | null>((best, fact) => (best === null || fact.recordedAt > best.recordedAt ? fact : best), null);
  return newest?.id ?? null;
}
