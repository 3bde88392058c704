// The doors of the model. `runDrift` runs a case in one go, tells its progress and can be stopped;
// `createDriftRun` runs some of its members step by step, for a worker, and `mergeDriftParts` joins
// what the workers bring. Both ways give the same bytes.

import type { Instant, Result } from '@anlan/kernel';
import { addS, assert, ok, refuse } from '@anlan/kernel';
import { takeFrame } from '../run/collect.ts';
import { makePlan } from '../run/make-plan.ts';
import { mergeDriftParts } from '../run/merge.ts';
import type { DriftPart } from '../run/part.ts';
import { finishPart, startPart, stepPart } from '../run/part.ts';
import type { MemberRange } from '../run/state.ts';
import type { DriftCase } from './case.ts';
import type { DriftFrame, DriftResult } from './outcome.ts';

export interface DriftHooks {
  /** Called after each output time with the share done and the particles as they are. */
  readonly onProgress?: (shareRatio: number, partial: DriftPartial) => void;
  /** Asked after each output time; true ends the run with DRIFT_CANCELLED. */
  readonly shouldCancel?: () => boolean;
}

export interface DriftPartial {
  readonly validAt: Instant;
  readonly frame: DriftFrame;
}

/** Some members of a case, under way. */
export interface DriftRun {
  readonly memberRange: MemberRange;
  readonly memberCount: number;
  readonly stepCount: number;
  /** Steps at which frames are taken. */
  readonly outputSteps: readonly number[];
  stepIndex(): number;
  /** Runs on until `stepIndex` steps are done. */
  stepUntil(stepIndex: number): void;
  /** The particles of these members as they are now. */
  partial(): DriftPartial;
  /** What the members give; only after the last step. */
  finish(): DriftPart;
}

export function runDrift(given: DriftCase, hooks: DriftHooks = {}): Result<DriftResult> {
  const created = createDriftRun(given);
  if (!created.ok) return created;
  const run = created.value;
  for (const step of run.outputSteps.slice(1)) {
    run.stepUntil(step);
    hooks.onProgress?.(step / run.stepCount, run.partial());
    if (hooks.shouldCancel?.() === true) return refuse('DRIFT_CANCELLED', { stepIndex: step, stepCount: run.stepCount });
  }
  return ok(mergeDriftParts([run.finish()]));
}

/** Without `memberRange` all members. Refuses what `runDrift` refuses. */
export function createDriftRun(given: DriftCase, memberRange?: MemberRange): Result<DriftRun> {
  const planned = makePlan(given);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const range = memberRange ?? { fromIndex: 0, toIndex: plan.memberCount };
  assert(range.fromIndex >= 0 && range.fromIndex < range.toIndex && range.toIndex <= plan.memberCount, 'a range holds members of the case');
  const part = startPart(plan, range);
  const now = (): DriftPartial => ({ validAt: addS(plan.startAt, part.stepIndex * plan.stepS), frame: takeFrame(part.run, part.stepIndex) });
  return ok({
    memberRange: range,
    memberCount: plan.memberCount,
    stepCount: plan.stepCount,
    outputSteps: plan.outputSteps,
    stepIndex: () => part.stepIndex,
    stepUntil: (stepIndex) => stepPart(part, stepIndex),
    partial: now,
    finish: () => finishPart(part),
  });
}

/** Member ranges for `workerCount` workers, as equal as can be; never more ranges than members. */
export function shareMembers(memberCount: number, workerCount: number): readonly MemberRange[] {
  const rangeCount = Math.max(1, Math.min(memberCount, workerCount));
  return Array.from({ length: rangeCount }, (_, i) => ({ fromIndex: Math.floor((i * memberCount) / rangeCount), toIndex: Math.floor(((i + 1) * memberCount) / rangeCount) }));
}
