// The optimising planner: an anytime ladder of three rungs (greedy; linear programs stage by stage and
// whole trips; polished), each a complete plan with its distance to a proven bound. The stages are solved
// one after the other, each held within 0.1 % before the next (lexicographic); which one made a rung better
// than the one before is told with it. reference/allocation, "Decomposition", 1 to 3 and 6.

import type { Result } from '@anlan/kernel';
import type { AllocationProblem } from '../api/allocate.ts';
import type { AllocationCertificate, AllocationPlan, AllocationStageId } from '../api/allocation-plan.ts';
import type { Prices } from '../certify/bound.ts';
import type { Columns } from '../program/columns.ts';
import type { Frame } from '../program/frame.ts';
import type { LpSolver } from '../spi/lp-solver.ts';
import type { Fill } from './fill.ts';
import type { Preference } from './greedy.ts';
import type { StageValues } from './measure.ts';
import { ok, refuse } from '@anlan/kernel';
import { STAGES_IN_ORDER } from '../api/allocation-plan.ts';
import { ascend } from '../certify/ascend.ts';
import { checkProblem } from '../program/check-problem.ts';
import { columnsOf } from '../program/columns.ts';
import { pinnedQuantities } from '../program/lookup.ts';
import { frameOf } from '../program/frame.ts';
import { keepBest } from '../program/reduce.ts';
import { greedyFill, preferenceOf } from './greedy.ts';
import { compareStages, measure, shortOf } from './measure.ts';
import { polish } from './polish.ts';
import { publish } from './publish.ts';
import { roundFill, startFill } from './round.ts';
import { solveStages } from './solve-stages.ts';

export interface AllocateOptions {
  readonly solver: LpSolver;
  /** Running seconds of the caller's clock; the model has none. */
  readonly nowS: () => number;
  /** For the whole ladder. */
  readonly timeLimitS: number;
  /** Left out: all, in their order. */
  readonly stages?: readonly AllocationStageId[];
}

/** What the rungs share. */
export interface Working {
  readonly frame: Frame;
  readonly columns: Columns;
  readonly preference: Preference;
  readonly stages: readonly AllocationStageId[];
  readonly secondsLeft: () => number;
  readonly solver: LpSolver;
}

/** Refused, or the rungs as they are found. Every rung is a complete plan and none is worse than the one before. */
export function allocate(problem: AllocationProblem, options: AllocateOptions): Result<AsyncGenerator<AllocationPlan>> {
  const startS = options.nowS();
  const checked = checkProblem(problem);
  if (!checked.ok) return checked;
  const frame = frameOf(problem);
  const columns = columnsOf(frame);
  const working: Working = {
    frame, columns, preference: preferenceOf(frame, columns), solver: options.solver,
    stages: STAGES_IN_ORDER.filter((stage) => options.stages === undefined || options.stages.includes(stage)),
    secondsLeft: () => options.timeLimitS - (options.nowS() - startS),
  };
  const start = startFill(frame, columns);
  for (const [c, q] of pinnedQuantities(frame, columns)) if (start.quantity[c]! < q - 1e-6) return pinnedRefusal(problem, columns, c, q, start.quantity[c]!, frame);
  const lost = problem.orders.find((order) => order.isPinned && !columnsHold(frame, columns, order.id));
  if (lost !== undefined) return refuse('ALLOCATE_PINNED_IMPOSSIBLE', { orderId: lost.id, given: lost.quantityValue, possible: 0 });
  return ok(ladder(working, start));
}

/** The last rung. A single stage that the greedy meets with proof ends there. */
export async function allocateBest(problem: AllocationProblem, options: AllocateOptions): Promise<Result<AllocationPlan>> {
  const rungs = allocate(problem, options);
  if (!rungs.ok) return rungs;
  let last: AllocationPlan | undefined;
  for await (const rung of rungs.value) last = rung;
  return ok(last!);
}

async function* ladder(working: Working, start: Fill): AsyncGenerator<AllocationPlan> {
  const { frame, columns } = working;
  greedyFill(start, working.preference);
  let best = { fill: start, values: measure(start) };
  const quick = ascend(frame, columns, shortPrices(start), { iterationCount: columns.count > LARGE_COUNT ? 0 : 20, planValue: best.values['shortage-area'], unit: 'weighted units × buckets' });
  let bound = quick.bound.boundValue;
  yield publish(start, { rung: 'greedy', values: best.values, stages: working.stages, stageBounds: new Map(), decidedBy: null, certificate: certificateOf(columns, best.values, bound, { keptCount: 0, pricingCount: 1, violatedCount: columns.count }) });

  if (working.stages.length === 1 && working.stages[0] === 'shortage-area' && best.values['shortage-area'] <= bound + NOTHING_VALUE) return;
  const guide = ascend(frame, columns, shortPrices(start), { iterationCount: Math.max(10, Math.min(GUIDE_COUNT, Math.round(GUIDE_WORK_COUNT / columns.count))), planValue: best.values['shortage-area'], unit: 'weighted units × buckets' });
  const isKept = keepBest(frame, columns, guide, start.quantity);
  const solved = await solveStages(working, isKept, { isWhole: false, guide });
  bound = Math.max(bound, guide.bound.boundValue, solved.boundValue);
  const rounded = roundFill(frame, columns, working.preference, solved.wanted ?? meanOf(guide.meanQuantity));
  let step = better(working, best, rounded);
  best = step.best;
  const told = { keptCount: solved.keptCount, pricingCount: solved.pricingCount, violatedCount: solved.violatedCount };
  yield publish(best.fill, { rung: 'rounded', values: best.values, stages: working.stages, stageBounds: solved.stageBounds, decidedBy: step.stage, certificate: certificateOf(columns, best.values, bound, told) });

  const polished = await polish(working, best.fill, isKept, guide);
  step = better(working, best, polished);
  best = step.best;
  yield publish(best.fill, { rung: 'polished', values: best.values, stages: working.stages, stageBounds: solved.stageBounds, decidedBy: step.stage, certificate: certificateOf(columns, best.values, bound, told) });
}

/** When the solver had no time for an answer: the mean answer of the ascent is close to one. */
function meanOf(quantity: Float64Array): ReadonlyMap<number, number> {
  return new Map([...quantity.entries()].filter(([, q]) => q > 1e-3));
}

/** Unmet below this is rounding of sums. */
const NOTHING_VALUE = 1e-6;

/** Above this many columns the first rung is not kept waiting for a bound. */
const LARGE_COUNT = 20_000;
/** Steps of the ascent that chooses the columns: more gains little (measured on the reference size). */
const GUIDE_COUNT = 80;
/** Columns priced in all by the ascent: on very large problems fewer steps. */
const GUIDE_WORK_COUNT = 1.5e7;

interface Candidate {
  readonly fill: Fill;
  readonly values: StageValues;
}

function better(working: Working, best: Candidate, fill: Fill): { readonly best: Candidate; readonly stage: AllocationStageId | null } {
  if (fill === best.fill) return { best, stage: null };
  const values = measure(fill);
  const { orderValue, stage } = compareStages(values, best.values, working.stages);
  return orderValue < 0 ? { best: { fill, values }, stage } : { best, stage: null };
}

function certificateOf(columns: Columns, values: StageValues, boundValue: number, told: { readonly keptCount: number; readonly pricingCount: number; readonly violatedCount: number }): AllocationCertificate {
  const planValue = values['shortage-area'];
  const bound = Math.min(boundValue, planValue);
  return { columnCount: columns.count, ...told, planValue, boundValue: bound, unit: 'weighted units × buckets', gapRatio: planValue <= 1e-9 ? 0 : (planValue - bound) / planValue };
}

function noPrices(frame: Frame, columns: Columns): Prices {
  const T = frame.bucketCount;
  return { need: new Float64Array(frame.needCount * T), part: new Float64Array(columns.parts.length * T), carrier: new Float64Array(frame.carriers.vehicles.length * T * 3), quay: new Float64Array(frame.problem.quays.length * T) };
}

/** Where to begin: a unit is worth its weight where the greedy plan is short, and nothing elsewhere. */
function shortPrices(fill: Fill): Prices {
  const { frame, columns } = fill;
  const short = shortOf(fill);
  return { ...noPrices(frame, columns), need: short.map((q, i) => (q > 1e-6 ? frame.weightValue[Math.floor(i / frame.bucketCount)]! : 0)) };
}

function columnsHold(frame: Frame, columns: Columns, orderId: string): boolean {
  const order = frame.problem.orders.find((each) => each.id === orderId)!;
  const s = frame.problem.stocks.findIndex((stock) => stock.id === order.stockId);
  for (let c = columns.byStockStart[s]!; c < columns.byStockStart[s + 1]!; c++) {
    if (frame.problem.needs[columns.need[c]!]!.id === order.needId && frame.problem.lanes[columns.lane[c]!]!.id === order.laneId && columns.departIndex[c] === order.departIndex) return true;
  }
  return false;
}

function pinnedRefusal(problem: AllocationProblem, columns: Columns, c: number, q: number, possible: number, frame: Frame): Result<never> {
  const order = problem.orders.find((each) => each.isPinned && each.stockId === frame.problem.stocks[columns.stock[c]!]!.id)!;
  return refuse('ALLOCATE_PINNED_IMPOSSIBLE', { orderId: order.id, given: q, possible: Math.round(possible * 1000) / 1000 });
}
