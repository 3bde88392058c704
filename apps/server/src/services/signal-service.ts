// Signals through any door: stored, then judged by the alert rules, then shown live. A reading that
// is stored is acknowledged even when judging fails: the rules catch up from the store by themselves.

import { createRuleWatch, handleReadingForAlerts, handleReadings, handleRestoreRules, handleSilence, handleVesselStates } from '@anlan/domain';
import type { Actor, AlertWatchDeps, BatchAnswer, Reading, SensorBinding, SignalSource, VesselState } from '@anlan/domain';
import type { Result } from '@anlan/kernel';
import { deviceActor, systemContext } from '../actors.ts';
import type { ServiceBase } from '../services.ts';
import { createBelonging } from './belonging.ts';
import { sourceOf } from '../sources.ts';

export interface SignalService {
  takeReadings(sourceId: string, readings: readonly unknown[], by?: { readonly actor: Actor; readonly binding?: SensorBinding }): Promise<Result<BatchAnswer<Reading>>>;
  takeVesselStates(source: SignalSource, states: readonly VesselState[]): Promise<Result<BatchAnswer<VesselState>>>;
  /** Silence of sensors; called by the timer. */
  sweep(): Promise<void>;
  restore(): Promise<void>;
}

export function createSignalService(base: ServiceBase): SignalService {
  const { realm, clock, hub, note } = base;
  const watch = createRuleWatch(clock.now());
  const alertDeps: AlertWatchDeps = { log: base.log, views: base.views, observations: base.observations, rules: base.lists, sensors: base.lists, watch, belonging: createBelonging(base) };
  const signalDeps = { sensors: base.lists, observations: base.observations, ingest: base.ingest };

  const judge = async (work: () => Promise<Result<unknown>>, name: string): Promise<void> => {
    try {
      const done = await work();
      if (!done.ok) note('error', `${name} refused`, { code: done.refusal.code });
    } catch (error) {
      note('warn', `${name} waits for the store`, { error: String(error) });
    }
  };

  return {
    async takeReadings(sourceId, readings, by) {
      const source = sourceOf(sourceId);
      const context = { realm, actor: by?.actor ?? deviceActor(sourceId), now: clock.now() };
      const answered = await handleReadings(signalDeps, { source, readings, ...(by?.binding === undefined ? {} : { binding: by.binding }) }, context);
      if (!answered.ok || answered.value.accepted.length === 0) return answered;
      hub.readings(answered.value.accepted);
      await judge(() => handleReadingForAlerts(alertDeps, answered.value.accepted, systemContext(realm, clock.now())), 'alert rules');
      return answered;
    },
    async takeVesselStates(source, states) {
      const context = { realm, actor: deviceActor(source.id), now: clock.now() };
      const answered = await handleVesselStates(signalDeps, { source, states }, context);
      if (answered.ok) hub.vessels(answered.value.accepted);
      return answered;
    },
    sweep: () => judge(() => handleSilence(alertDeps, systemContext(realm, clock.now())), 'silence sweep'),
    restore: () => judge(() => handleRestoreRules(alertDeps, systemContext(realm, clock.now())), 'restoring rules'),
  };
}
