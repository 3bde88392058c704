// The planner that stands today: the four ways of the allocation model, best rank first, checked by
// the independent checker before it is used. A plan that fails is refused, never shown.

import type { Instant, Result } from '@anlan/kernel';
import { addS, ok, refuse, secondsBetween } from '@anlan/kernel';
import type { DemandOutcome, PlanInput } from '@anlan/allocation';
import { checkPlan, rankPlans } from '@anlan/allocation';
import type { PlannedStress, StressPlanner } from './ports.ts';

export const GREEDY_PLANNER_ID = 'greedy';

export const greedyPlanner: StressPlanner = {
  id: GREEDY_PLANNER_ID,
  plan: async (input) => planGreedily(input),
};

export function planGreedily(input: PlanInput): Result<PlannedStress> {
  const ranked = rankPlans(input);
  if (!ranked.ok) return ranked;
  const [best] = ranked.value.value.options;
  if (best === undefined) return refuse('STRESS_PLAN_CHECK_FAILED', { scenarioId: '', stateId: '', fault: 'no option' });
  const check = checkPlan(best, input);
  if (!check.isRight) return refuse('STRESS_PLAN_CHECK_FAILED', { scenarioId: '', stateId: '', fault: check.faults[0]?.code ?? '' });
  return ok({
    lines: best.lines.map(({ demandId, sceneId, supplyId, quantityValue, unitCode, departAt, arriveAt }) => ({ demandId, sceneId, supplyId, quantityValue, unitCode, departAt, arriveAt })),
    curves: best.outcomes.map(({ demandId, curve, shortAtDeadlineValue }) => ({ demandId, shortAtDeadlineValue, points: curve.map(({ at, shortValue, unitCode }) => ({ at, shortValue, unitCode })) })),
    shortageRatioHours: best.outcomes.reduce((sum, outcome) => sum + shortageOf(outcome, input), 0),
    modelVersion: ranked.value.modelVersion,
  });
}

/** ∫ (short / need at the end) dt of one demand, hours. */
function shortageOf({ curve }: DemandOutcome, { now, horizonS }: PlanInput): number {
  const total = curve.at(-1)?.needValue ?? 0;
  if (total <= 0) return 0;
  const endAt: Instant = addS(now, horizonS);
  return curve.reduce((area, { at, shortValue }, i) => area + ((shortValue / total) * secondsBetween(at, curve[i + 1]?.at ?? endAt)) / 3600, 0);
}
