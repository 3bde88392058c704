// Rules as data: a rule set says which facts reach which grade, a clock rule says who must be told,
// how and within how long. Each carries version, clause, validity, source and confidence, because
// they change (rules-cn design note), and each stands beside the others: no grade is "the" grade.

import type { Confidence, Instant } from '@anlan/kernel';
import type { Titles } from '../signal/index.ts';
import type { StatedFact } from './standing-fact.ts';

/** 1 特别重大 · 2 重大 · 3 较大 · 4 一般. Event grade; neither warning colour nor response level. */
export type GradeIndex = 1 | 2 | 3 | 4;

/** What the rules read of a fact; the incident's facts fit this shape. */
export interface RuleFact extends StatedFact {
  readonly factValue: number | null;
  readonly unitCode: string | null;
}

/**
 * One row of a grading table. `fromValues` are the lower bounds of grades 1, 2, 3, 4: a bound is
 * included (以上) and the next grade's bound is excluded (以下). A bound of 0 means "more than 0";
 * null means that the row knows no such grade. Several fact codes are added up.
 */
export interface CriterionRow {
  readonly id: string;
  readonly titles: Titles;
  readonly factCodes: readonly string[];
  readonly unitCode: string;
  readonly fromValues: readonly [number | null, number | null, number | null, number | null];
}

export interface RuleSet {
  readonly ruleSetId: string;
  readonly version: string;
  readonly titles: Titles;
  readonly clause: string;
  readonly validFromAt: Instant;
  /** First instant at which it no longer holds; null while it is in force. */
  readonly validToAt: Instant | null;
  readonly sourceText: string;
  readonly confidence: Confidence;
  readonly criteria: readonly CriterionRow[];
}

/** What starts a clock: that the incident is known, or that a grade is reached under a rule set. */
export type ClockTrigger =
  | { readonly kind: 'opened'; readonly incidentKindCodes: readonly string[] | null }
  | { readonly kind: 'grade'; readonly ruleSetIds: readonly string[]; readonly gradeIndexMax: GradeIndex; readonly incidentKindCodes: readonly string[] | null };

export interface ClockRule {
  readonly id: string;
  readonly ruleSetId: string;
  readonly ruleSetVersion: string;
  readonly titles: Titles;
  readonly cite: string;
  readonly jurisdiction: string;
  readonly trigger: ClockTrigger;
  readonly allowedMinutes: number;
  /** rule: the text states the minutes · house: the text says "at once" and the minutes are our setting. */
  readonly allowedBasis: 'rule' | 'house';
  readonly channel: 'phone' | 'written' | 'phone-or-written';
  readonly recipientRole: string;
  readonly recipientTitles: Titles;
  /** Clocks of these rules give way to this one. */
  readonly replacesRuleIds: readonly string[];
  readonly validFromAt: Instant;
  readonly validToAt: Instant | null;
  readonly sourceText: string;
  readonly confidence: Confidence;
  /** Who checked this rule for this jurisdiction, and on which day; null shows as unverified. */
  readonly verifiedBy: string | null;
  readonly verifiedOn: string | null;
}

export interface RuleBook {
  readonly ruleSets: readonly RuleSet[];
  readonly clockRules: readonly ClockRule[];
}

/** The answer of one rule set to the facts known at that time. null: no grade reached. */
export interface Assessment {
  readonly ruleSetId: string;
  readonly ruleSetVersion: string;
  readonly titles: Titles;
  readonly gradeIndex: GradeIndex | null;
  readonly gradeTitles: Titles | null;
  /** Each criterion that reached the grade, with the fact it rests on. */
  readonly matched: readonly { readonly criterion: string; readonly factId: string }[];
  /** Criteria that could not be judged, or not wholly, because a fact is not known. */
  readonly unknown: readonly string[];
  readonly clause: string;
  readonly sourceText: string;
  readonly confidence: Confidence;
  readonly assessedAt: Instant;
}

/** One reading of one clock rule for one incident. A later reading replaces it and never erases it. */
export interface ReportingClock {
  readonly id: string;
  readonly ruleId: string;
  readonly ruleSetId: string;
  readonly ruleSetVersion: string;
  readonly titles: Titles;
  readonly cite: string;
  /** Where the rule stands; absent on clocks that were started before it was kept. */
  readonly sourceText?: string;
  readonly jurisdiction: string;
  readonly triggerFactId: string | null;
  readonly recipientRole: string;
  readonly recipientTitles: Titles;
  readonly channel: ClockRule['channel'];
  readonly startAt: Instant;
  readonly dueAt: Instant;
  readonly allowedMinutes: number;
  readonly allowedBasis: ClockRule['allowedBasis'];
  /** Never 'verified' while nobody has verified the rule for this jurisdiction. */
  readonly confidence: Confidence;
  readonly verifiedBy: string | null;
  readonly verifiedOn: string | null;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
  readonly answerText: string | null;
  readonly breachedAt: Instant | null;
  /** Set when later facts made a new reading of this clock; the old reading stays. */
  readonly replacedByClockId: string | null;
  readonly replacesClockIds: readonly string[];
}
