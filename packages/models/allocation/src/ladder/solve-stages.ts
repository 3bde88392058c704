// The stages one after the other over the kept columns. The shortage stage is sifted (price.ts), which
// gives the proven bound of the unreduced problem; where every column is kept, each stage's program proves
// the bound of its own stage. A stage with nothing to decide is passed over; when time runs out the rest is.

import type { AllocationStageId } from '../api/allocation-plan.ts';
import type { Ascent } from '../certify/ascend.ts';
import type { StageCap } from '../program/build.ts';
import type { Working } from './allocate.ts';
import { adequateLeft, STAGE_UNITS, thetaConstantS } from '../program/stages.ts';
import { buildProgram } from '../program/build.ts';
import { keptIndices, sift } from '../program/price.ts';
import { STAGE_TOLERANCE_RATIO } from './measure.ts';

export interface Solved {
  /** What each column should carry, from the last stage that was solved; null: none was. */
  readonly wanted: ReadonlyMap<number, number> | null;
  readonly boundValue: number;
  readonly stageBounds: ReadonlyMap<AllocationStageId, number>;
  readonly keptCount: number;
  readonly pricingCount: number;
  readonly violatedCount: number;
}

export interface SolveOptions {
  /** Kits, activation and adequate packages as whole numbers. */
  readonly isWhole: boolean;
  readonly guide: Ascent;
}

export async function solveStages(working: Working, isKept: Uint8Array, options: SolveOptions): Promise<Solved> {
  const { frame, columns, solver, secondsLeft } = working;
  const caps: StageCap[] = [];
  const stageBounds = new Map<AllocationStageId, number>();
  let [boundValue, pricingCount, violatedCount] = [options.guide.bound.boundValue, 1, columns.count];
  let wanted: ReadonlyMap<number, number> | null = null;
  const stages = working.stages.filter((stage) => hasChoice(working, stage));
  const isComplete = isKept.every((each) => each === 1);
  if (isComplete) violatedCount = 0;
  for (const stage of stages) {
    if (secondsLeft() <= 0) break;
    const build = { stage, caps, isWhole: options.isWhole };
    const isSifted = stage === 'shortage-area' && !options.isWhole && !isComplete;
    const sifted = isSifted ? await sift(frame, columns, isKept, solver, { build, secondsLeft, gapRatio: SIFT_GAP_RATIO, roundCountMax: SIFT_ROUND_COUNT }) : null;
    const kept = sifted?.kept ?? keptIndices(isKept);
    const program = sifted?.program ?? buildProgram(frame, columns, kept, build);
    const answer = sifted?.answer ?? await solver.solve(program.lp, { method: kept.length > SIMPLEX_COUNT ? 'interior-point' : 'choose', timeLimitS: Math.max(0.05, secondsLeft()), gapRatio: 1e-4 });
    if (answer.columnValue.length === 0) break;
    if (sifted !== null) [boundValue, pricingCount, violatedCount] = [Math.max(boundValue, sifted.bound.boundValue), pricingCount + sifted.pricingCount, sifted.violatedCount];
    const constant = stageConstant(working, stage);
    if (isComplete && answer.bound > -Infinity) stageBounds.set(stage, Math.max(0, answer.bound + constant));
    if (isComplete && stage === 'shortage-area' && !options.isWhole) boundValue = Math.max(boundValue, caps.length === 0 ? answer.bound : await aloneBound(working, kept));
    const room = STAGE_TOLERANCE_RATIO * Math.abs(answer.value + constant);
    caps.push({ stage, value: answer.value + room + ABSOLUTE_ROOM, unit: STAGE_UNITS[stage] });
    wanted = new Map([...kept].flatMap((c, i) => (answer.columnValue[i]! > 1e-6 ? [[c, answer.columnValue[i]!] as const] : [])));
  }
  return { wanted, boundValue, stageBounds, keptCount: keptIndices(isKept).length, pricingCount, violatedCount };
}

/** Of the shortage stage alone, whatever the stages before ask: the bound that holds for every plan. */
async function aloneBound({ frame, columns, solver, secondsLeft }: Working, kept: Int32Array): Promise<number> {
  const { lp } = buildProgram(frame, columns, kept, { stage: 'shortage-area', caps: [] });
  const answer = await solver.solve(lp, { method: 'choose', timeLimitS: Math.max(0.05, secondsLeft()) });
  return answer.columnValue.length === 0 ? -Infinity : answer.bound;
}

/** Close enough: with what whole trips cost the plan stays within 1 % of the bound (measured). */
const SIFT_GAP_RATIO = 6e-3;
const SIFT_ROUND_COUNT = 5;
const SIMPLEX_COUNT = 6000;
/** So that a cap of nothing can be kept by programs solved to a tolerance. */
const ABSOLUTE_ROOM = 1e-5;

/** Whether the stage has anything to decide in this problem. */
function hasChoice({ frame }: Working, stage: AllocationStageId): boolean {
  const { needs, stocks, orders } = frame.problem;
  const isTimed = (n: number): boolean => Array.from({ length: frame.bucketCount }, (_, t) => t).some((t) => adequateLeft(frame, n, t) > 0);
  switch (stage) {
    case 'life-unmet': return needs.some((need) => need.urgency === 'life');
    case 'critical-unmet': return needs.some((need) => need.urgency === 'critical');
    case 'life-adequate': return needs.some((need, n) => need.urgency === 'life' && isTimed(n));
    case 'mean-adequate': return needs.some((_, n) => isTimed(n));
    case 'changed-orders': return orders.length > 0;
    case 'readiness-lost': return stocks.some((stock) => stock.riskRatio > 0 || stock.floorValue > 0);
    case 'cost': return stocks.some((stock) => stock.unitCostFen > 0 || stock.activationCostFen > 0);
    default: return needs.length > 0;
  }
}

/** What the stage's value holds beside its linear terms. */
function stageConstant({ frame }: Working, stage: AllocationStageId): number {
  if (stage !== 'mean-adequate') return 0;
  return frame.problem.needs.reduce((sum, need) => sum + need.priorityValue * thetaConstantS(frame), 0);
}
