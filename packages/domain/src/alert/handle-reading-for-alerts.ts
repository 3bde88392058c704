// Feeds accepted readings to the rules of their sensors, in the order of observation, one batch at a
// time. A failed write leaves the engine behind; the next call restores it from the log first.

import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Reading } from '../signal/index.ts';
import type { Context } from '../log/index.ts';
import type { AlertChanges, AlertWatchDeps } from './apply-step.ts';
import { applyRule, applySilence, joinChanges } from './apply-step.ts';
import { restoreRules } from './restore-rules.ts';

/** Readings that the signal stage has stored. Throws AdapterError when the log is away. */
export async function handleReadingForAlerts(deps: AlertWatchDeps, readings: readonly Reading[], context: Context): Promise<Result<AlertChanges>> {
  return guarded(deps, context, () => stepAll(deps, readings, context));
}

/** The sweep of silent sensors; called by a timer. Only sensors that a rule watches are missed. */
export async function handleSilence(deps: AlertWatchDeps, context: Context): Promise<Result<AlertChanges>> {
  return guarded(deps, context, async () => {
    const changes: AlertChanges[] = [];
    for (const sensor of deps.sensors.listSensors()) {
      if (deps.rules.rulesOfSensor(sensor.id).length === 0) continue;
      const done = await applySilence(deps, sensor, undefined, context);
      if (!done.ok) return done;
      changes.push(done.value);
    }
    return ok(joinChanges(changes));
  });
}

/** Builds the engine's memory from the log and the stored readings, and catches up with what was missed. */
export async function handleRestoreRules(deps: AlertWatchDeps, context: Context): Promise<Result<AlertChanges>> {
  deps.watch.setBehind(true);
  return guarded(deps, context, async () => ok(joinChanges([])));
}

async function guarded(deps: AlertWatchDeps, context: Context, work: () => Promise<Result<AlertChanges>>): Promise<Result<AlertChanges>> {
  const may = mayDo(context.actor, 'alert.raise');
  if (!may.ok) return may;
  return deps.watch.exclusive(async () => {
    const restoring = deps.watch.isBehind();
    deps.watch.setBehind(true);
    const caughtUp = restoring ? await restoreAndCatchUp(deps, context) : ok(joinChanges([]));
    const done = caughtUp.ok ? await work() : caughtUp;
    if (!caughtUp.ok || !done.ok) return done;
    deps.watch.setBehind(false);
    return ok(joinChanges([caughtUp.value, done.value]));
  });
}

async function restoreAndCatchUp(deps: AlertWatchDeps, context: Context): Promise<Result<AlertChanges>> {
  return stepAll(deps, await restoreRules(deps, context), context);
}

async function stepAll(deps: AlertWatchDeps, readings: readonly Reading[], context: Context): Promise<Result<AlertChanges>> {
  const changes: AlertChanges[] = [];
  for (const reading of [...readings].sort((a, b) => a.observedAt - b.observedAt)) {
    const sensor = deps.sensors.findSensor(reading.sensorId);
    if (sensor === undefined) continue;
    const rules = deps.rules.rulesOfSensor(sensor.id);
    if (rules.length === 0) continue;
    for (const rule of rules) {
      const done = await applyRule(deps, rule, sensor, reading, context);
      if (!done.ok) return done;
      changes.push(done.value);
    }
    const heard = await applySilence(deps, sensor, reading, context);
    if (!heard.ok) return heard;
    changes.push(heard.value);
  }
  return ok(joinChanges(changes));
}
