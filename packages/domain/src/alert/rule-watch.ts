// Where the engine remembers the phase of each rule between readings. It is a cache of the log and of
// the stored readings, never a source: after a restart or a failed write it is built again from them
// (handle-restore.ts). One writer at a time, so that two batches cannot both raise one condition.

import type { Instant } from '@anlan/kernel';
import { initialRuleState, initialSilenceState } from './step-rule.ts';
import type { RuleState, SilenceState } from './types.ts';

export interface RuleWatch {
  ruleState(ruleId: string): RuleState;
  keepRule(state: RuleState): void;
  silenceState(sensorId: string): SilenceState;
  keepSilence(state: SilenceState): void;
  /** Since when readings are heard; silence before it says nothing about a sensor. */
  readonly listeningSinceAt: Instant;
  /** True after a write failed: what the rules should have done must be worked out again. */
  isBehind(): boolean;
  setBehind(behind: boolean): void;
  /** Runs one piece of work at a time, in the order of the calls. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
}

/** Starts behind: the first piece of work restores. */
export function createRuleWatch(listeningSinceAt: Instant): RuleWatch {
  const rules = new Map<string, RuleState>();
  const silences = new Map<string, SilenceState>();
  let behind = true;
  let last: Promise<unknown> = Promise.resolve();
  return {
    listeningSinceAt,
    ruleState: (ruleId) => rules.get(ruleId) ?? initialRuleState(ruleId),
    keepRule: (state) => void rules.set(state.ruleId, state),
    silenceState: (sensorId) => silences.get(sensorId) ?? initialSilenceState(sensorId),
    keepSilence: (state) => void silences.set(state.sensorId, state),
    isBehind: () => behind,
    setBehind: (value) => void (behind = value),
    exclusive: (work) => {
      const run = last.then(work, work);
      last = run.catch(() => undefined);
      return run;
    },
  };
}
