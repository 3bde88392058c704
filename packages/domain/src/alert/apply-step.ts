// Carries out what a step of the engine decided: appends the event and only then remembers the new
// state, so that a failed write is tried again with the next reading instead of being forgotten.

import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import type { ObservationStore, Reading, Sensor, SensorList } from '../signal/index.ts';
import type { Context, EventLog, NewEvent, View, ViewStore } from '../log/index.ts';
import { appendOne } from '../log/index.ts';
import type { AlertBelonging } from './alert-owner.ts';
import { alertBelongs } from './alert-owner.ts';
import { decideConditionEnded, decideConditionResumed, decideRaiseSilence, decideRaiseThreshold } from './decide-alert.ts';
import { stepRule, stepStaleness } from './step-rule.ts';
import type { RuleEffect } from './step-rule.ts';
import type { AlertBody, AlertRule, AlertRuleList } from './types.ts';
import type { RuleWatch } from './rule-watch.ts';

export interface AlertWatchDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly observations: ObservationStore;
  readonly rules: AlertRuleList;
  readonly sensors: SensorList;
  readonly watch: RuleWatch;
  readonly belonging: AlertBelonging;
}

/** What the engine did: ids of alerts. */
export interface AlertChanges {
  readonly raisedIds: readonly string[];
  readonly resumedIds: readonly string[];
  readonly endedIds: readonly string[];
}

export const NO_CHANGES: AlertChanges = { raisedIds: [], resumedIds: [], endedIds: [] };

export function joinChanges(changes: readonly AlertChanges[]): AlertChanges {
  return {
    raisedIds: changes.flatMap((change) => change.raisedIds),
    resumedIds: changes.flatMap((change) => change.resumedIds),
    endedIds: changes.flatMap((change) => change.endedIds),
  };
}

/** One reading, one rule. */
export async function applyRule(deps: AlertWatchDeps, rule: AlertRule, sensor: Sensor, reading: Reading, context: Context): Promise<Result<AlertChanges>> {
  const before = deps.watch.ruleState(rule.id);
  const { state, effect } = stepRule(rule, before, reading);
  const raise = async (alertId: string): Promise<readonly NewEvent[]> =>
    decideRaiseThreshold({ rule, sensor, reading, alertId, belongs: await alertBelongs(deps.belonging, sensor, context) }, context);
  const done = await carryOut(deps, effect, { raise, reading }, context);
  if (!done.ok) return done;
  deps.watch.keepRule({ ...state, alertId: done.value.resumedIds[0] ?? state.alertId });
  return done;
}

/** Silence of one sensor: with a reading it ends, with time it begins. */
export async function applySilence(deps: AlertWatchDeps, sensor: Sensor, reading: Reading | undefined, context: Context): Promise<Result<AlertChanges>> {
  const known = deps.watch.silenceState(sensor.id);
  const newer = reading !== undefined && (known.lastObservedAt === null || reading.observedAt > known.lastObservedAt);
  const heard = newer ? { ...known, lastObservedAt: reading.observedAt } : known;
  const { state, effect } = stepStaleness(sensor, heard, { now: context.now, listeningSinceAt: deps.watch.listeningSinceAt });
  const raise = async (alertId: string): Promise<readonly NewEvent[]> =>
    decideRaiseSilence({ sensor, lastObservedAt: state.lastObservedAt ?? context.now, alertId, belongs: await alertBelongs(deps.belonging, sensor, context) }, context);
  const done = await carryOut(deps, effect, { raise, reading }, context);
  if (!done.ok) return done;
  deps.watch.keepSilence({ ...state, alertId: done.value.resumedIds[0] ?? state.alertId });
  return done;
}

interface EffectParts {
  readonly raise: (alertId: string) => Promise<readonly NewEvent[]>;
  readonly reading: Reading | undefined;
}

async function carryOut(deps: AlertWatchDeps, effect: RuleEffect, parts: EffectParts, context: Context): Promise<Result<AlertChanges>> {
  if (effect.kind === 'none') return ok(NO_CHANGES);
  const find = async (id: string | null): Promise<View<AlertBody> | undefined> => (id === null ? undefined : deps.views.find<AlertBody>(context.realm, 'alert', id));
  if (effect.kind === 'end') {
    const view = await find(effect.alertId);
    if (view === undefined || parts.reading === undefined) return ok(NO_CHANGES);
    return append(deps, view.id, view.streamVersion, decideConditionEnded(view.body, parts.reading, context), 'endedIds', context);
  }
  const previous = await find(effect.previousAlertId);
  if (previous?.body.state === 'new') {
    const seen = { reading: parts.reading, observedAt: parts.reading?.observedAt ?? effect.sinceAt };
    const events = previous.body.conditionActive ? [] : decideConditionResumed(previous.body, seen, context);
    return append(deps, previous.id, previous.streamVersion, events, 'resumedIds', context);
  }
  return append(deps, effect.alertId, 0, await parts.raise(effect.alertId), 'raisedIds', context);
}

/** A conflict on raising means that the same condition was raised before: nothing is left to do. */
async function append(
  deps: AlertWatchDeps, alertId: string, expectedVersion: number, events: readonly NewEvent[], did: keyof AlertChanges, context: Context,
): Promise<Result<AlertChanges>> {
  const changes: AlertChanges = { ...NO_CHANGES, [did]: [alertId] };
  if (events.length === 0) return ok(did === 'resumedIds' ? changes : NO_CHANGES);
  const appended = await appendOne(deps.log, context, { stream: `alert:${alertId}`, expectedVersion }, events);
  if (appended.ok) return ok(changes);
  return did === 'raisedIds' && appended.refusal.code === 'LOG_VERSION_CONFLICT' ? ok(NO_CHANGES) : appended;
}
