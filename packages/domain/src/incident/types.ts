// An incident: what is known (facts with happened-at and recorded-at), how several rule sets grade
// it at once, which statutory clocks run, which response level a named signer decided.
// Event grade, warning colour, response level, place risk and major-hazard grade are five scales.

import type { Confidence, Instant, LonLat } from '@anlan/kernel';
import type { Titles } from '../signal/index.ts';

export const INCIDENT_STATES = ['received', 'verifying', 'confirmed', 'contained', 'terminated', 'closed', 'dismissed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** Codes of facts. Numbers carry a unit code; others are text. */
export const FACT_CODES = [
  'spilled-mass', 'spilled-volume', 'oil', 'release-duration', 'release-started', 'deaths', 'missing', 'serious-injuries',
  'direct-loss', 'evacuated', 'wind-speed', 'wind-from', 'water-temperature', 'vessel', 'facility', 'slick-observed', 'position', 'other',
] as const;
export type FactCode = (typeof FACT_CODES)[number];

export interface Fact {
  readonly id: string;
  readonly code: FactCode;
  /** In `unitCode`: kg, m3, s, persons, CNY, m/s, degTrue, degC. Null for facts in words. */
  readonly factValue: number | null;
  readonly unitCode: string | null;
  readonly text: string;
  readonly position: LonLat | null;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly verified: boolean;
  /** An older fact of the same code that this one replaces; the old one stays readable. */
  readonly supersedesFactId: string | null;
}

/** The answer of one rule set to the facts known at that time. 1 特别重大 … 4 一般; null: not graded. */
export interface Assessment {
  readonly ruleSetId: string;
  readonly ruleSetVersion: string;
  readonly titles: Titles;
  readonly gradeIndex: 1 | 2 | 3 | 4 | null;
  readonly gradeTitles: Titles | null;
  /** Each criterion that reached the grade, with the fact it rests on. */
  readonly matched: readonly { readonly criterion: string; readonly factId: string }[];
  /** Criteria that could not be judged because the fact is not known. */
  readonly unknown: readonly string[];
  readonly clause: string;
  readonly sourceText: string;
  readonly confidence: Confidence;
  readonly assessedAt: Instant;
}

export interface ReportingClock {
  readonly id: string;
  readonly ruleSetId: string;
  readonly ruleSetVersion: string;
  readonly titles: Titles;
  readonly cite: string;
  readonly jurisdiction: string;
  readonly triggerFactId: string | null;
  readonly recipientRole: string;
  readonly recipientTitles: Titles;
  readonly channel: 'phone' | 'written' | 'phone-or-written';
  readonly startAt: Instant;
  readonly dueAt: Instant;
  readonly allowedMinutes: number;
  readonly confidence: Confidence;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
  readonly answerText: string | null;
  readonly breachedAt: Instant | null;
  /** Set when later facts made a new reading of this clock; the old reading stays. */
  readonly replacedByClockId: string | null;
}

export interface LevelDecision {
  /** 1 highest … 4. Decided by a person, never computed. */
  readonly levelIndex: 1 | 2 | 3 | 4;
  readonly decidedAt: Instant;
  readonly signerId: string;
  readonly signerName: string;
  readonly reason: string;
}

export interface LogNote {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
}

export interface IncidentBody {
  readonly id: string;
  readonly kindCode: string;
  readonly title: string;
  readonly placeText: string;
  readonly position: LonLat;
  readonly state: IncidentState;
  readonly simulated: boolean;
  readonly happenedAt: Instant;
  readonly knownAt: Instant;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly alertIds: readonly string[];
  readonly reportIds: readonly string[];
  readonly verifiedAt: Instant | null;
  readonly verifiedBy: string | null;
  readonly facts: readonly Fact[];
  readonly assessments: readonly Assessment[];
  readonly clocks: readonly ReportingClock[];
  readonly level: LevelDecision | null;
  readonly levelHistory: readonly LevelDecision[];
  readonly notes: readonly LogNote[];
  readonly terminationReason: string | null;
  readonly closedAt: Instant | null;
  readonly closeOverrideReason: string | null;
}

export type IncidentEvent =
  | { readonly type: 'incident.opened'; readonly payload: Pick<IncidentBody, 'id' | 'kindCode' | 'title' | 'placeText' | 'position' | 'simulated' | 'knownAt' | 'alertIds' | 'reportIds'> }
  | { readonly type: 'incident.verification_started'; readonly payload: Record<string, never> }
  | { readonly type: 'incident.verified'; readonly payload: { readonly note: string } }
  | { readonly type: 'incident.dismissed'; readonly payload: { readonly reason: string } }
  | { readonly type: 'incident.fact_recorded'; readonly payload: Omit<Fact, 'recordedAt' | 'happenedAt' | 'by'> }
  | { readonly type: 'incident.assessed'; readonly payload: { readonly assessments: readonly Assessment[] } }
  | { readonly type: 'incident.clock_started'; readonly payload: ReportingClock }
  | { readonly type: 'incident.clock_answered'; readonly payload: { readonly clockId: string; readonly text: string } }
  | { readonly type: 'incident.clock_breached'; readonly payload: { readonly clockId: string } }
  | { readonly type: 'incident.level_decided'; readonly payload: Omit<LevelDecision, 'decidedAt'> }
  | { readonly type: 'incident.noted'; readonly payload: { readonly text: string } }
  | { readonly type: 'incident.contained'; readonly payload: { readonly text: string } }
  | { readonly type: 'incident.terminated'; readonly payload: { readonly reason: string } }
  | { readonly type: 'incident.closed'; readonly payload: { readonly overrideReason: string | null } };

/** Things that keep an incident open; gathered by the application, judged by decide-close. */
export interface OpenThings {
  readonly openOrderIds: readonly string[];
  readonly unansweredClockIds: readonly string[];
  readonly heldHoldingIds: readonly string[];
  readonly openAlertIds: readonly string[];
  readonly reviewState: 'none' | 'open' | 'closed';
}
