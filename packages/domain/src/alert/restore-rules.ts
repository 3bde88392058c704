// After a restart the phase of each rule is read off its newest alert, and the readings stored since
// then are given back to be stepped through once more: what came in before the stop but was not yet
// judged is judged now. Ids of alerts follow from rule and reading, so nothing is raised twice.

import type { Instant } from '@anlan/kernel';
import { addS } from '@anlan/kernel';
import type { Reading } from '../signal/index.ts';
import { AHEAD_S_MAX } from '../signal/index.ts';
import type { Context } from '../log/index.ts';
import type { AlertWatchDeps } from './apply-step.ts';
import { initialRuleState, initialSilenceState, silenceRuleId } from './step-rule.ts';
import type { AlertBody, AlertRule, RuleState } from './types.ts';

/** Sets the watch to what the log says; returns the readings to step through. */
export async function restoreRules(deps: AlertWatchDeps, context: Context): Promise<readonly Reading[]> {
  const readings = new Map<string, Reading>();
  for (const rule of deps.rules.listRules()) {
    const state = ruleStateFrom(rule, await newestAlert(deps, rule.id, context));
    deps.watch.keepRule(state);
    for (const reading of await readingsSince(deps, rule, state.lastObservedAt, context.now)) {
      readings.set(`${reading.sensorId} ${reading.observedAt}`, reading);
    }
  }
  for (const latest of await deps.observations.latestReadings()) await restoreSilence(deps, latest, context);
  return [...readings.values()];
}

/** The phase that an alert of a rule leaves behind; the normal one when there was never an alert. */
export function ruleStateFrom(rule: AlertRule, alert: AlertBody | undefined): RuleState {
  const initial = initialRuleState(rule.id);
  if (alert === undefined) return initial;
  const changed = { ...initial, lastObservedAt: alert.conditionChangedAt, alertId: alert.id };
  return alert.conditionActive ? { ...changed, phase: 'active', sinceAt: alert.conditionChangedAt } : changed;
}

async function restoreSilence(deps: AlertWatchDeps, latest: Reading, context: Context): Promise<void> {
  const alert = await newestAlert(deps, silenceRuleId(latest.sensorId), context);
  const active = alert?.conditionActive === true;
  const lastObservedAt = active && alert.conditionChangedAt < latest.observedAt ? alert.conditionChangedAt : latest.observedAt;
  deps.watch.keepSilence({ ...initialSilenceState(latest.sensorId), lastObservedAt, phase: active ? 'active' : 'normal', alertId: alert?.id ?? null });
}

async function newestAlert(deps: AlertWatchDeps, ruleId: string, context: Context): Promise<AlertBody | undefined> {
  const views = await deps.views.list<AlertBody>({ realm: context.realm, kind: 'alert', where: { ruleId }, newestFirst: true, limitCount: ALERT_COUNT });
  return views.map((view) => view.body).reduce<AlertBody | undefined>((best, body) => (best === undefined || body.observedAt > best.observedAt ? body : best), undefined);
}

async function readingsSince(deps: AlertWatchDeps, rule: AlertRule, lastObservedAt: Instant | null, now: Instant): Promise<readonly Reading[]> {
  const lookBackAt = addS(now, -(rule.persistenceS + LOOK_BACK_S));
  const fromAt = lastObservedAt === null || lastObservedAt < lookBackAt ? lookBackAt : lastObservedAt;
  return deps.observations.readingSeries({ sensorId: rule.sensorId, fromAt, toAt: addS(now, AHEAD_S_MAX), limitCount: READING_COUNT });
}

/** How far back readings may still be unjudged, beyond the rule's own persistence, s: our choice. */
const LOOK_BACK_S = 3600;
const READING_COUNT = 10_000;
/** Alerts of one rule among which the newest is sought; the store orders by change, not by observation. */
const ALERT_COUNT = 20;
