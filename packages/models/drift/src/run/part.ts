// Steps a range of members to the end, and hands over what the products are made from. A part holds
// nothing that depends on the other members, so parts of any size merge to the same bytes.

import { assert } from '@anlan/kernel';
import type { DriftFrame } from '../api/outcome.ts';
import { advanceErrors, writeErrorMatrix } from '../ensemble/forcing-errors.ts';
import { beachedMiddle, weatherBeached } from '../fate/beached.ts';
import { weatherSlick, startSlick } from '../fate/slicks.ts';
import { fillSlots } from '../forcing/fill-slots.ts';
import { SLOT_COUNT } from '../forcing/prepared-field.ts';
import { SAMPLE_UNKNOWN, sampleField } from '../forcing/sample.ts';
import { advanceMember, floatParticle } from './advance.ts';
import { BUDGET_COLUMN_COUNT, noteSiteMasses, takeFrame, writeBudgetRow } from './collect.ts';
import type { DriftPlan, PlanSummary } from './plan.ts';
import type { MemberRange, RunFigures, RunState } from './state.ts';
import { createRunState, particleMassKg } from './state.ts';

/** Plain data: crosses worker threads as it is. */
export interface DriftPart {
  readonly summary: PlanSummary;
  readonly memberRange: MemberRange;
  readonly particleMember: Uint16Array;
  readonly frames: readonly DriftFrame[];
  /** [output][member][column], see collect.ts. */
  readonly budgetRows: Float64Array;
  /** [member][site], ms since the start; Infinity: not reached. */
  readonly arrivalMs: Float64Array;
  readonly siteMassRatioMax: Float64Array;
  /** Members of this part that had oil near each cell by the envelope times, and last by the end. */
  readonly memberCounts: readonly Uint16Array[];
  readonly figures: RunFigures;
}

/** A part under way. */
export interface PartRun {
  readonly run: RunState;
  stepIndex: number;
  readonly frames: DriftFrame[];
  readonly budgetRows: Float64Array;
  readonly memberCounts: Uint16Array[];
}

export function startPart(plan: DriftPlan, range: MemberRange): PartRun {
  const run = createRunState(plan, range);
  const budgetRows = new Float64Array(plan.outputSteps.length * run.memberCount * BUDGET_COLUMN_COUNT);
  const part: PartRun = { run, stepIndex: 0, frames: [], budgetRows, memberCounts: [] };
  for (let m = 0; m < run.memberCount; m++) {
    for (let slick = m * run.slicksPerMemberCount; slick < (m + 1) * run.slicksPerMemberCount; slick++) {
      if (run.sizeOfSlick[slick]! > 0) startSlick(run.slicks, slick, plan.massKg);
    }
    if (plan.releaseDurationS > 0) continue;
    for (let p = run.particleStart[m]!; p < run.particleStart[m + 1]!; p++) floatParticle(run, m, p, 0);
  }
  collectAt(part);
  return part;
}

export function stepPart(part: PartRun, untilStepIndex: number): void {
  const { run } = part;
  const last = Math.min(untilStepIndex, run.plan.stepCount);
  for (; part.stepIndex < last; collectAt(part)) {
    const { stepS } = run.plan;
    const startAt = run.plan.startAt + part.stepIndex * stepS * 1000;
    fillSlots(run.mover.current, startAt, stepS);
    fillSlots(run.mover.wind, startAt, stepS);
    for (let m = 0; m < run.memberCount; m++) stepMember(run, m, part.stepIndex);
    part.stepIndex++;
  }
}

export function finishPart(part: PartRun): DriftPart {
  const { run } = part;
  assert(part.stepIndex === run.plan.stepCount, 'a part is handed over when all steps are done');
  const particleMember = new Uint16Array(run.state.length);
  for (let m = 0; m < run.memberCount; m++) particleMember.fill(run.memberFromIndex + m, run.particleStart[m]!, run.particleStart[m + 1]!);
  return {
    summary: run.plan.summary,
    memberRange: { fromIndex: run.memberFromIndex, toIndex: run.memberFromIndex + run.memberCount },
    particleMember,
    frames: part.frames,
    budgetRows: part.budgetRows,
    arrivalMs: run.arrivalMs,
    siteMassRatioMax: run.siteMassRatioMax,
    memberCounts: [...part.memberCounts, run.visits.memberCounts],
    figures: { ...run.figures },
  };
}

function stepMember(run: RunState, m: number, stepIndex: number): void {
  const { plan } = run;
  const key = { seed: plan.randomSeed, memberIndex: run.memberFromIndex + m, slotIndex: m, stepIndex };
  advanceErrors(run.errorState, key, plan.stepS, run.scratch);
  writeErrorMatrix(run.errorState, key, run.mover.matrix);
  advanceMember(run, m, stepIndex);
  const firstSlick = m * run.slicksPerMemberCount;
  const massKg = particleMassKg(run, m);
  for (let k = 0; k <= Math.min(stepIndex, run.slicksPerMemberCount - 1); k++) weatherOne(run, m, firstSlick + k, k === stepIndex ? firstDurationS(plan, k) : plan.stepS, massKg);
  for (let k = 0; k <= Math.min(stepIndex, run.slicksPerMemberCount - 1); k++) weatherAshore(run, m, firstSlick + k, massKg);
}

/** Under the wind of the member at the middle of what lies ashore, half-way through the step; the nearest known wind where none is. */
function weatherAshore(run: RunState, m: number, slick: number, massKg: number): void {
  const { beached, mover, plan } = run;
  if (plan.oil === null || beached.count[slick] === 0) return;
  const { vector: v, matrix } = mover;
  const [lonDeg, latDeg] = beachedMiddle(beached, slick);
  if (sampleField(mover.wind, (SLOT_COUNT - 1) / 2, lonDeg, latDeg, v) !== SAMPLE_UNKNOWN) {
    const east = matrix[2]! * v[0]! + matrix[3]! * v[1]! + matrix[6]!;
    const north = matrix[2]! * v[1]! - matrix[3]! * v[0]! + matrix[7]!;
    beached.windSpeedMps[slick] = Math.hypot(east, north);
  }
  const lost = weatherBeached(beached, run.slicks, { slickIndex: slick, particleKg: massKg, particleCount: run.particleStart[m + 1]! - run.particleStart[m]!, durationS: plan.stepS });
  run.evaporatedKg[m]! += massKg * lost;
}

/** A slick on which no particle moved in this step is ashore or gone: what floats of it is nothing. */
function weatherOne(run: RunState, m: number, slick: number, durationS: number, massKg: number): void {
  const { slicks } = run;
  const seenCount = run.windCount[slick]!;
  if (seenCount === 0 || run.afloatInSlick[slick] === 0) {
    run.windSumMps[slick] = 0;
    run.windCount[slick] = 0;
    return;
  }
  const before = slicks.remainingRatio[slick]!;
  weatherSlick(slicks, slick, run.windSumMps[slick]! / seenCount, durationS);
  run.evaporatedKg[m]! += run.afloatInSlick[slick]! * massKg * (before - slicks.remainingRatio[slick]!);
  run.windSumMps[slick] = 0;
  run.windCount[slick] = 0;
}

/** Time on the water, on average, of what is released in this step, until the step ends. */
function firstDurationS({ releaseDurationS, stepS }: DriftPlan, step: number): number {
  const fromS = step * stepS;
  return fromS + stepS - (fromS + Math.min(releaseDurationS, fromS + stepS)) / 2;
}

function collectAt(part: PartRun): void {
  const { run, stepIndex } = part;
  const { plan } = run;
  if (plan.envelopeSteps.includes(stepIndex)) part.memberCounts.push(run.visits.memberCounts.slice());
  const output = plan.outputSteps.indexOf(stepIndex);
  if (output < 0) return;
  part.frames.push(takeFrame(run, stepIndex));
  for (let m = 0; m < run.memberCount; m++) writeBudgetRow(run, m, part.budgetRows, (output * run.memberCount + m) * BUDGET_COLUMN_COUNT);
  noteSiteMasses(run);
}
