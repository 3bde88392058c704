// The rule engine: one reading moves one rule by one step. A condition begins where the threshold is
// reached, must last `persistenceS`, and ends only past `clearValue` (hysteresis), so that a value
// that trembles raises once. What is not newer than the last reading changes nothing.

import type { Instant, Result } from '@anlan/kernel';
import { ok, refuse, secondsBetween, sha256Hex } from '@anlan/kernel';
import type { Reading, Sensor } from '../signal/index.ts';
import type { AlertRule, RuleState, SilenceState } from './types.ts';

export type RuleEffect =
  | { readonly kind: 'none' }
  | { readonly kind: 'raise'; readonly alertId: string; readonly sinceAt: Instant; readonly previousAlertId: string | null }
  | { readonly kind: 'end'; readonly alertId: string | null };

export interface RuleStep<State> {
  readonly state: State;
  readonly effect: RuleEffect;
}

export type RuleReading = Pick<Reading, 'readingValue' | 'observedAt' | 'sensorId'>;

/** Pure; the caller keeps `state` only when it has carried out `effect`. */
export function stepRule(rule: AlertRule, state: RuleState, reading: RuleReading): RuleStep<RuleState> {
  const { readingValue, observedAt } = reading;
  if (state.lastObservedAt !== null && observedAt <= state.lastObservedAt) return { state, effect: NONE };
  const seen: RuleState = { ...state, lastValue: readingValue, lastObservedAt: observedAt };
  const breaching = isBreaching(rule, readingValue);
  if (isCleared(rule, readingValue)) {
    const effect: RuleEffect = state.phase === 'active' ? { kind: 'end', alertId: state.alertId } : NONE;
    return { state: { ...seen, phase: 'normal', sinceAt: null }, effect };
  }
  if (state.phase === 'active' || (state.phase === 'normal' && !breaching)) return { state: seen, effect: NONE };
  const sinceAt = state.sinceAt ?? observedAt;
  const lasted = secondsBetween(sinceAt, observedAt) >= rule.persistenceS;
  if (!breaching || !lasted) return { state: { ...seen, phase: 'pending', sinceAt }, effect: NONE };
  const alertId = alertIdFor(rule.id, observedAt);
  return { state: { ...seen, phase: 'active', sinceAt, alertId }, effect: { kind: 'raise', alertId, sinceAt, previousAlertId: state.alertId } };
}

/**
 * Silence of a periodic sensor. Counted from its last reading, but not from before we were
 * listening: after a restart sensors get their time again. One that never spoke is not connected,
 * which is a state and no alert.
 */
export function stepStaleness(
  sensor: Sensor, state: SilenceState, moment: { readonly now: Instant; readonly listeningSinceAt: Instant },
): RuleStep<SilenceState> {
  const { lastObservedAt } = state;
  if (sensor.updateContract !== 'periodic' || lastObservedAt === null) return { state, effect: NONE };
  const stale = secondsBetween(lastObservedAt, moment.now) > sensor.staleAfterS;
  if (!stale && state.phase === 'active') return { state: { ...state, phase: 'normal' }, effect: { kind: 'end', alertId: state.alertId } };
  const waited = secondsBetween(moment.listeningSinceAt, moment.now) > sensor.staleAfterS;
  if (!stale || !waited || state.phase === 'active') return { state, effect: NONE };
  const alertId = alertIdFor(silenceRuleId(sensor.id), lastObservedAt);
  return { state: { ...state, phase: 'active', alertId }, effect: { kind: 'raise', alertId, sinceAt: lastObservedAt, previousAlertId: state.alertId } };
}

export function initialRuleState(ruleId: string): RuleState {
  return { ruleId, phase: 'normal', sinceAt: null, lastValue: null, lastObservedAt: null, alertId: null };
}

export function initialSilenceState(sensorId: string): SilenceState {
  return { sensorId, phase: 'normal', lastObservedAt: null, alertId: null };
}

/** Rule id of a sensor's silence. */
export function silenceRuleId(sensorId: string): string {
  return `stale:${sensorId}`;
}

/** The same condition gets the same id, so that two who raise it meet in the store. */
export function alertIdFor(ruleId: string, observedAt: Instant): string {
  return `alert-${sha256Hex(`${ruleId} ${observedAt}`).slice(0, 20)}`;
}

/** The clear value must lie on the safe side; ALERT_RULE_CONTRADICTS otherwise. */
export function checkAlertRule(rule: AlertRule): Result<AlertRule> {
  const { id, comparison, thresholdValue, clearValue } = rule;
  const safe = comparison === 'above' ? clearValue <= thresholdValue : clearValue >= thresholdValue;
  return safe ? ok(rule) : refuse('ALERT_RULE_CONTRADICTS', { ruleId: id, thresholdValue, clearValue });
}

/** Reaching the threshold is breaching it: an alarm set at 20 sounds at 20. */
function isBreaching({ comparison, thresholdValue }: AlertRule, readingValue: number): boolean {
  return comparison === 'above' ? readingValue >= thresholdValue : readingValue <= thresholdValue;
}

function isCleared(rule: AlertRule, readingValue: number): boolean {
  if (isBreaching(rule, readingValue)) return false;
  return rule.comparison === 'above' ? readingValue < rule.clearValue : readingValue > rule.clearValue;
}

const NONE = { kind: 'none' } as const;
