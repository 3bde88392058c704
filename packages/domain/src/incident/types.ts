// An incident: what is known (facts with happened-at and recorded-at), how several rule sets grade
// it at once, which statutory clocks run, which response level a named signer decided.
// Event grade, warning colour, response level, place risk and major-hazard grade are five scales.

import type { Instant, LonLat } from '@anlan/kernel';
import type { Assessment, ReportingClock } from '../rules/index.ts';
import type { County, Owner } from '../signal/index.ts';

export type { Assessment, ReportingClock } from '../rules/index.ts';

export const INCIDENT_STATES = ['received', 'verifying', 'confirmed', 'contained', 'terminated', 'closed', 'dismissed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** Kinds of incident that rules and models tell apart. */
export const INCIDENT_KIND_CODES = ['oil-spill', 'hazmat-leak', 'gas-leak', 'fire', 'explosion', 'vessel-accident', 'weather', 'other'] as const;
export type IncidentKindCode = (typeof INCIDENT_KIND_CODES)[number];

/** Codes of facts. Numbers carry a unit code; others are text. */
export const FACT_CODES = [
  'spilled-mass', 'spilled-volume', 'oil', 'release-duration', 'release-started', 'deaths', 'missing', 'serious-injuries',
  'direct-loss', 'evacuated', 'wind-speed', 'wind-from', 'water-temperature', 'vessel', 'facility', 'slick-observed', 'position',
  'water-source-cut', 'cross-boundary', 'other',
] as const;
export type FactCode = (typeof FACT_CODES)[number];

export interface Fact {
  readonly id: string;
  readonly code: FactCode;
  /**
   * In `unitCode`: kg, m3, s, persons, CNY, m/s, degTrue, degC; admin-level counts how far it reaches,
   * 1 township or county line, 2 county or city line, 3 city or province line. Null for facts in words.
   */
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
  /** Further facts of the code that a confirmation replaces. */
  readonly alsoSupersedesFactIds?: readonly string[];
}

export interface LevelDecision {
  /** 1 highest … 4. Decided by a person, never computed. */
  readonly levelIndex: 1 | 2 | 3 | 4;
  readonly decidedAt: Instant;
  readonly signerId: string;
  readonly signerName: string;
  readonly reason: string;
}

/** What must hold before a response ends; the signer ticks each one. */
export const TERMINATION_CONDITIONS = ['source-stopped', 'spread-stopped', 'people-accounted', 'no-renewed-danger'] as const;
export type TerminationCondition = (typeof TERMINATION_CONDITIONS)[number];

export interface LogNote {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
}

export type IncidentOwner = Owner;
export type IncidentCounty = County;

export interface IncidentBody {
  readonly id: string;
  readonly kindCode: string;
  readonly title: string;
  readonly placeText: string;
  readonly position: LonLat;
  /** null: opened by nobody's organisation, or before owners were recorded. */
  readonly owner: IncidentOwner | null;
  readonly county: IncidentCounty | null;
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
  readonly dismissedReason: string | null;
  readonly terminationReason: string | null;
  /** Conditions that the signer stated as met. */
  readonly terminationConditions: readonly TerminationCondition[];
  readonly closedAt: Instant | null;
  readonly closeOverrideReason: string | null;
}

export type IncidentEvent =
  | { readonly type: 'incident.opened'; readonly payload: Pick<IncidentBody, 'id' | 'kindCode' | 'title' | 'placeText' | 'position' | 'simulated' | 'knownAt' | 'alertIds' | 'reportIds'> & Partial<Pick<IncidentBody, 'owner' | 'county'>> }
  | { readonly type: 'incident.handed_over'; readonly payload: IncidentOwner & { readonly reason: string } }
  | { readonly type: 'incident.linked'; readonly payload: Pick<IncidentBody, 'alertIds' | 'reportIds' | 'knownAt' | 'simulated'> }
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
  | { readonly type: 'incident.terminated'; readonly payload: { readonly reason: string; readonly conditions: readonly TerminationCondition[] } }
  | { readonly type: 'incident.reactivated'; readonly payload: { readonly reason: string } }
  | { readonly type: 'incident.closed'; readonly payload: { readonly overrideReason: string | null; readonly leftOpen: OpenThings | null } };

/** Things that keep an incident open; gathered by the application, judged by decide-close. */
export interface OpenThings {
  readonly openOrderIds: readonly string[];
  readonly unansweredClockIds: readonly string[];
  readonly heldHoldingIds: readonly string[];
  readonly openAlertIds: readonly string[];
  readonly reviewState: 'none' | 'open' | 'closed';
}
