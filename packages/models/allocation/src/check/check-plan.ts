// The second opinion: recomputes every figure of an option from its lines and the input alone. It
// shares types with the planner and no arithmetic, so that a fault would have to be made twice.

import type { PlanCheck } from '../api/check.ts';
import type { Reason } from '../api/demand.ts';
import type { PlanInput, PlanOption } from '../api/plan.ts';
import { commitmentFaults } from './check-commitment.ts';
import { curveFaults, figureFaults, outcomeFaults } from './check-figures.ts';
import { kitFaults, lineFaults } from './check-lines.ts';
import { stockFaults } from './check-stock.ts';

export function checkPlan(option: PlanOption, input: PlanInput): PlanCheck {
  const faults: readonly Reason[] = [
    ...option.lines.flatMap((line) => lineFaults(line, option, input)),
    ...kitFaults(option, input),
    ...stockFaults(option, input),
    ...outcomeFaults(option, input),
    ...curveFaults(option, input),
    ...figureFaults(option, input),
    ...commitmentFaults(option, input),
  ];
  return { isRight: faults.length === 0, faults };
}
