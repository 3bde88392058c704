// Decides over one alert: that it is raised, that its condition ended or came back, that a person
// answered for it, that time passed and nobody did. An answer is given once; the second of two
// people is told who was first.

import type { Instant, Result } from '@anlan/kernel';
import { addS, isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { Reading, Sensor } from '../signal/index.ts';
import type { Context, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { AlertBelongs } from './alert-owner.ts';
import { silenceRuleId } from './step-rule.ts';
import type { AlertBody, AlertEvent, AlertRule } from './types.ts';

type Raised = Extract<AlertEvent, { type: 'alert.raised' }>['payload'];

/** A threshold was reached and the condition lasted. */
export function decideRaiseThreshold(
  given: { readonly rule: AlertRule; readonly sensor: Sensor; readonly reading: Reading; readonly alertId: string; readonly belongs: AlertBelongs }, context: Context,
): readonly NewEvent[] {
  const { rule, sensor, reading, alertId, belongs } = given;
  const payload: Raised = {
    id: alertId, kind: 'threshold', ruleId: rule.id, sensorId: sensor.id, titles: rule.titles, unitCode: sensor.unitCode,
    readingValue: reading.readingValue, thresholdValue: rule.thresholdValue, observedAt: reading.observedAt, position: sensor.position, ...belongs,
    urgencyIndex: rule.urgencyIndex, incidentKindCode: rule.incidentKindCode, simulated: reading.simulated, raisedAt: context.now,
    acknowledgeWithinS: rule.acknowledgeWithinS, acknowledgeDueAt: addS(context.now, rule.acknowledgeWithinS),
  };
  const basis = [readingBasis(reading), { kind: 'rule', ref: rule.id } as const];
  return [newEvent(context, 'alert.raised', payload, { happenedAt: notAfter(reading.observedAt, context.now), basis })];
}

/** A sensor has been silent for longer than its contract allows. */
export function decideRaiseSilence(
  given: { readonly sensor: Sensor; readonly lastObservedAt: Instant; readonly alertId: string; readonly belongs: AlertBelongs }, context: Context,
): readonly NewEvent[] {
  const { sensor, lastObservedAt, alertId, belongs } = given;
  const ruleId = silenceRuleId(sensor.id);
  const payload: Raised = {
    id: alertId, kind: 'stale', ruleId, sensorId: sensor.id, titles: sensor.titles, unitCode: null, readingValue: null, thresholdValue: null,
    observedAt: lastObservedAt, position: sensor.position, ...belongs, urgencyIndex: SILENCE_URGENCY_INDEX, incidentKindCode: 'other',
    simulated: sensor.simulated, raisedAt: context.now, acknowledgeWithinS: SILENCE_ACKNOWLEDGE_S, acknowledgeDueAt: addS(context.now, SILENCE_ACKNOWLEDGE_S),
  };
  const basis = [{ kind: 'reading', ref: `${sensor.id}@${isoFromInstant(lastObservedAt)}` } as const, { kind: 'rule', ref: ruleId } as const];
  return [newEvent(context, 'alert.raised', payload, { basis })];
}

/** The condition ended; the alert still waits for its answer. Nothing when it had ended already. */
export function decideConditionEnded(alert: AlertBody, reading: Pick<Reading, 'sensorId' | 'readingValue' | 'observedAt'>, context: Context): readonly NewEvent[] {
  if (!alert.conditionActive) return [];
  const payload = { readingValue: reading.readingValue, unitCode: alert.unitCode, observedAt: reading.observedAt };
  return [newEvent(context, 'alert.condition_ended', payload, { happenedAt: notAfter(reading.observedAt, context.now), basis: [readingBasis(reading)] })];
}

/** The condition came back while the alert still waits: the same alert, not a second row. */
export function decideConditionResumed(alert: AlertBody, seen: { readonly reading: Reading | undefined; readonly observedAt: Instant }, context: Context): readonly NewEvent[] {
  const basis = [{ kind: 'reading', ref: `${alert.sensorId ?? ''}@${isoFromInstant(seen.observedAt)}` } as const];
  const payload = { readingValue: seen.reading?.readingValue ?? null, unitCode: alert.unitCode, observedAt: seen.observedAt };
  return [newEvent(context, 'alert.condition_resumed', payload, { happenedAt: notAfter(seen.observedAt, context.now), basis })];
}

export function decideAcknowledge(alert: AlertBody, context: Context): Result<readonly NewEvent[]> {
  return alert.state === 'new' ? ok([newEvent(context, 'alert.acknowledged', {})]) : answered(alert);
}

export function decideDismiss(alert: AlertBody, reason: string, context: Context): Result<readonly NewEvent[]> {
  if (reason.trim().length < REASON_COUNT_MIN) return refuse('ALERT_REASON_MISSING', { id: alert.id });
  if (alert.state === 'linked' || alert.state === 'dismissed') return answered(alert);
  return ok([newEvent(context, 'alert.dismissed', { reason })]);
}

/** Linking answers for the alert; one that was dismissed may still be linked. */
export function decideLinkAlert(alert: AlertBody, incidentId: string, context: Context): Result<readonly NewEvent[]> {
  if (alert.state === 'linked') return alert.incidentId === incidentId ? ok([]) : answered(alert);
  return ok([newEvent(context, 'alert.linked', { incidentId })]);
}

/** Nobody answered in time: the next in line gets as long again, a limited number of times. */
export function decideEscalate(alert: AlertBody, context: Context): readonly NewEvent[] {
  const due = alert.state === 'new' && context.now >= alert.acknowledgeDueAt && alert.escalationCount < ESCALATION_COUNT_MAX;
  if (!due) return [];
  const payload = { escalationCount: alert.escalationCount + 1, acknowledgeDueAt: addS(context.now, alert.acknowledgeWithinS) };
  return [newEvent(context, 'alert.escalated', payload, { happenedAt: alert.acknowledgeDueAt, basis: [{ kind: 'rule', ref: alert.ruleId ?? alert.id }] })];
}

function readingBasis(reading: Pick<Reading, 'sensorId' | 'observedAt'>) {
  return { kind: 'reading', ref: `${reading.sensorId}@${isoFromInstant(reading.observedAt)}` } as const;
}

function answered(alert: AlertBody): Result<never> {
  return refuse('ALERT_ANSWERED', { id: alert.id, state: alert.state, by: alert.acknowledgedBy ?? '' });
}

function notAfter(at: Instant, now: Instant): Instant {
  return at > now ? now : at;
}

/** Place of a silent sensor in the queue, and the time a person has for it, s: our choice. */
const SILENCE_URGENCY_INDEX = 3;
const SILENCE_ACKNOWLEDGE_S = 600;
/** Most escalations of one alert; after the last it stays overdue and goes on sounding. */
export const ESCALATION_COUNT_MAX = 5;
const REASON_COUNT_MIN = 2;
