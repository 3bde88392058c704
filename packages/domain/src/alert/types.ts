// An alert is ours; an alarm is a device's. A rule raises an alert once, holds it with hysteresis
// and persistence, and an alert waits in one queue until a person answers for it.

import type { Instant, LonLat } from '@anlan/kernel';
import type { County, Titles } from '../signal/index.ts';
import type { AlertOwner } from './alert-owner.ts';

export interface AlertRule {
  readonly id: string;
  readonly sensorId: string;
  readonly titles: Titles;
  readonly comparison: 'above' | 'below';
  readonly thresholdValue: number;
  /** The value must come back past this before the condition ends; on the safe side of the threshold. */
  readonly clearValue: number;
  /** The condition must last this long before an alert is raised. */
  readonly persistenceS: number;
  /** Proposed urgency in the queue, 1 most urgent … 4. It is not an event grade, a colour or a level. */
  readonly urgencyIndex: 1 | 2 | 3 | 4;
  /** Time a person has to acknowledge before it escalates. */
  readonly acknowledgeWithinS: number;
  readonly incidentKindCode: string;
  readonly sourceText: string;
}

/** The rules in force, as the register holds them. */
export interface AlertRuleList {
  listRules(): readonly AlertRule[];
  rulesOfSensor(sensorId: string): readonly AlertRule[];
}

export type RulePhase = 'normal' | 'pending' | 'active';

export interface RuleState {
  readonly ruleId: string;
  readonly phase: RulePhase;
  readonly sinceAt: Instant | null;
  readonly lastValue: number | null;
  readonly lastObservedAt: Instant | null;
  /** The newest alert of this rule, also after its condition ended. */
  readonly alertId: string | null;
}

/** Silence of one sensor, judged like a rule. */
export interface SilenceState {
  readonly sensorId: string;
  readonly phase: 'normal' | 'active';
  readonly lastObservedAt: Instant | null;
  readonly alertId: string | null;
}

export type AlertState = 'new' | 'acknowledged' | 'dismissed' | 'linked';

export interface AlertBody {
  readonly id: string;
  readonly kind: 'threshold' | 'stale' | 'manual' | 'withdrawn';
  readonly ruleId: string | null;
  readonly sensorId: string | null;
  readonly titles: Titles;
  readonly unitCode: string | null;
  readonly readingValue: number | null;
  readonly thresholdValue: number | null;
  readonly observedAt: Instant;
  readonly position: LonLat | null;
  /** null: raised before owners were recorded, or no organisation in line is on record. */
  readonly owner: AlertOwner | null;
  readonly county: County | null;
  readonly urgencyIndex: 1 | 2 | 3 | 4;
  readonly incidentKindCode: string;
  readonly simulated: boolean;
  readonly state: AlertState;
  /** False once the condition itself ended; the alert still waits for its answer. */
  readonly conditionActive: boolean;
  /** Observation with which it last began, ended or came back. */
  readonly conditionChangedAt: Instant;
  readonly raisedAt: Instant;
  readonly acknowledgeDueAt: Instant;
  /** Time each person in line has to acknowledge. */
  readonly acknowledgeWithinS: number;
  readonly acknowledgedAt: Instant | null;
  readonly acknowledgedBy: string | null;
  readonly escalationCount: number;
  readonly dismissedReason: string | null;
  readonly incidentId: string | null;
  /** Only for `withdrawn`: who took the watch away, how and why. */
  readonly withdrawal?: { readonly how: 'switched-off' | 'put-away' | 'limits-changed'; readonly by: string; readonly organisationId: string; readonly reason: string };
}

export type AlertEvent =
  | { readonly type: 'alert.raised'; readonly payload: Omit<AlertBody, 'state' | 'conditionActive' | 'conditionChangedAt' | 'acknowledgedAt' | 'acknowledgedBy' | 'escalationCount' | 'dismissedReason' | 'incidentId' | 'owner' | 'county'> & Partial<Pick<AlertBody, 'owner' | 'county'>> }
  | { readonly type: 'alert.acknowledged'; readonly payload: Record<string, never> }
  | { readonly type: 'alert.dismissed'; readonly payload: { readonly reason: string } }
  | { readonly type: 'alert.escalated'; readonly payload: { readonly escalationCount: number; readonly acknowledgeDueAt: Instant } }
  | { readonly type: 'alert.condition_ended'; readonly payload: { readonly readingValue: number | null; readonly unitCode: string | null; readonly observedAt: Instant } }
  | { readonly type: 'alert.condition_resumed'; readonly payload: { readonly readingValue: number | null; readonly unitCode: string | null; readonly observedAt: Instant } }
  | { readonly type: 'alert.linked'; readonly payload: { readonly incidentId: string } };
