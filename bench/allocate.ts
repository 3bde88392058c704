// Allocation by optimisation: the reference's cases by hand, and plans at size with their distance to the
// proven bound of the unreduced linear program. Time is processor time of all threads.

import type { AllocationPlan, AllocationProblem } from '@anlan/allocation';
import { allocate, checkAllocation } from '@anlan/allocation';
import { createHighsSolver } from '@anlan/adapter-highs';
import { miniCase } from '../packages/models/allocation/src/testing/mini-case.ts';
import type { RandomSize } from '../packages/models/allocation/src/testing/random-problem.ts';
import { randomProblem, REFERENCE_SIZE } from '../packages/models/allocation/src/testing/random-problem.ts';
import { tankFire, typhoon } from '../packages/models/allocation/src/testing/scenario-cases.ts';
import type { BenchRow, BenchSuite } from '../scripts/lib/bench-suite.ts';

export const suite: BenchSuite = { id: 'allocate', run };

const solver = createHighsSolver();

interface Ladder {
  readonly plans: readonly AllocationPlan[];
  /** Processor seconds from the start to each rung. */
  readonly cpuS: readonly number[];
}

async function run(): Promise<readonly BenchRow[]> {
  try {
    return [
      ...await smallRows(),
      ...await sizeRows('200 × 30 × 10 × 6, fleet ample, demand 1.4 × supply', {}, 3, 0.01),
      ...await sizeRows('200 × 30 × 10 × 6, fleet ample, demand 0.4 × supply', { pressureRatio: 0.4 }, 3, 0.01),
      ...await sizeRows('200 × 30 × 10 × 6, 12 lorries a depot, demand 1.4 × supply', { vehicleCount: 2400, vehicleMassKg: 4000 }, null, null),
      ...await sizeRows('10 000 stock points, 1 000 vehicles', { originCount: 500, pointsPerOriginCount: 20, stockedRatio: 0.07, vehicleCount: 1000, vehicleMassKg: 8000, pressureRatio: 0.15 }, 10, null),
    ];
  } finally {
    await solver.close();
  }
}

async function smallRows(): Promise<readonly BenchRow[]> {
  const cases: readonly (readonly [string, AllocationProblem, number, (plan: AllocationPlan) => number])[] = [
    ['mini A', miniCase(30, true), 20, area], ['mini B, social link closed', miniCase(30, false), 130, area], ['mini C, stock 70', miniCase(70, true), 0, area],
    ['D3, one large-flow unit: L/min short', tankFire(1), 4405, atDeadline], ['D3, two', tankFire(2), 0, atDeadline],
    ['D4, short on islands when cut off', typhoon(true), 0, atDeadline],
  ];
  const rows: BenchRow[] = [];
  for (const [name, problem, expected, read] of cases) {
    const { plans, cpuS } = await ladderOf(problem, 10, false);
    const found = read(plans.at(-1)!);
    rows.push({ case: name, rung: plans.at(-1)!.rung, result: round(found), expected, gapPercent: percent(plans.at(-1)!), cpuS: round(cpuS.at(-1)!), ok: Math.abs(found - expected) < 1e-3 && plans.every((plan) => checkAllocation(problem, plan).isRight) });
  }
  return rows;
}

const area = (plan: AllocationPlan): number => plan.certificate.planValue;
const atDeadline = (plan: AllocationPlan): number => plan.outcomes.reduce((sum, each) => sum + each.unmetAtDeadlineValue, 0);

/** One row for each rung: when it was there, what is unmet, how far from the proven bound. The target is the second rung's, or the last one there is. */
async function sizeRows(name: string, over: Partial<RandomSize>, limitCpuS: number | null, gapLimit: number | null): Promise<readonly BenchRow[]> {
  const problem = randomProblem(1, { ...REFERENCE_SIZE, pressureRatio: 1.4, ...over });
  const { plans, cpuS } = await ladderOf(problem, limitCpuS === null ? 20 : 4 * limitCpuS, true);
  const target = Math.min(1, plans.length - 1);
  return plans.map((plan, i) => ({
    case: name, rung: plan.rung, result: round(plan.certificate.planValue), bound: round(plan.certificate.boundValue), gapPercent: percent(plan),
    columns: plan.certificate.columnCount, kept: plan.certificate.keptCount, pricings: plan.certificate.pricingCount, violated: plan.certificate.violatedCount, cpuS: round(cpuS[i]!),
    ...(i === target && limitCpuS !== null ? { limitCpuS, targetMet: cpuS[i]! <= limitCpuS && (gapLimit === null || plan.certificate.gapRatio <= gapLimit) } : {}),
    ok: checkAllocation(problem, plan).isRight && plan.certificate.boundValue <= plan.certificate.planValue + 1e-6,
  }));
}

/** Single stage: the reference's model minimises the weighted shortage alone. Polishing is left out where the rounding is already proved. */
async function ladderOf(problem: AllocationProblem, timeLimitS: number, isSingleStage: boolean): Promise<Ladder> {
  const start = cpu();
  const ladder = allocate(problem, { solver, timeLimitS, nowS: cpu, ...(isSingleStage ? { stages: ['shortage-area'] as const } : {}) });
  if (!ladder.ok) throw new Error(ladder.refusal.code);
  const plans: AllocationPlan[] = [];
  const cpuS: number[] = [];
  for await (const plan of ladder.value) { plans.push(plan); cpuS.push(cpu() - start); }
  return { plans, cpuS };
}

function cpu(): number {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1e6;
}

function percent(plan: AllocationPlan): number {
  return round(plan.certificate.gapRatio * 100);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
