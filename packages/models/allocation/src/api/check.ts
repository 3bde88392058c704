// What the checker says of a plan.

import type { Reason } from './demand.ts';

export interface PlanCheck {
  readonly isRight: boolean;
  /** One sentence for each figure that does not follow from the lines and the input. */
  readonly faults: readonly Reason[];
}
