// What the optimising planner returns: lines, trips, what stays unmet, the value of every stage, and a
// certificate that says how far the plan can be from the best one and how that was proved.

import type { Assumption, Instant } from '@anlan/kernel';
import type { LotShare } from './plan.ts';
import type { Reserve } from './supply.ts';

export const STAGES_IN_ORDER = ['life-unmet', 'critical-unmet', 'life-adequate', 'mean-adequate', 'shortage-area', 'worst-unmet', 'changed-orders', 'readiness-lost', 'cost'] as const;
export type AllocationStageId = (typeof STAGES_IN_ORDER)[number];

export interface AllocationLine {
  readonly id: string;
  readonly stockId: string;
  readonly supplierId: string;
  readonly reserve: Reserve;
  readonly itemId: string;
  readonly needId: string;
  /** Set when it is a part of a kit: its effect comes with the others. */
  readonly kitId: string | null;
  readonly laneId: string;
  readonly departIndex: number;
  readonly departAt: Instant;
  readonly arriveAt: Instant;
  readonly quantityValue: number;
  readonly unitCode: string;
  /** In the unit of the need; 0 for parts of kits. */
  readonly effectValue: number;
  readonly lots: readonly LotShare[];
  /** The issued order that this line carries out, whole or in part. */
  readonly orderId: string | null;
}

export interface AllocationTrip {
  readonly vehicleId: string;
  readonly laneId: string;
  readonly departIndex: number;
  readonly departAt: Instant;
  readonly count: number;
}

export interface NeedOutcome {
  readonly needId: string;
  readonly unitCode: string;
  /** At the end of each bucket. */
  readonly arrivedValue: readonly number[];
  readonly unmetValue: readonly number[];
  readonly unmetAtDeadlineValue: number;
  /** First bucket end with an adequate package; null: never within the plan. */
  readonly adequateS: number | null;
}

export interface StageValue {
  readonly stage: AllocationStageId;
  /** Recomputed from the plan; less is better. */
  readonly value: number;
  /** No plan that keeps the stages before can be below it; null: not proved, or a stage before was missed. */
  readonly boundValue: number | null;
  readonly unit: string;
}

/** How the bound was proved: prices of the needs and of the shared carriage, priced against every column. */
export interface AllocationCertificate {
  /** Ways in which something could be sent in the unreduced problem, and how many the solver was given. */
  readonly columnCount: number;
  readonly keptCount: number;
  /** Times that all columns were priced; columns that were better than their price at the last pricing. */
  readonly pricingCount: number;
  readonly violatedCount: number;
  /** Weighted unmet, summed over the buckets: of the plan, the proven bound, and the distance. */
  readonly planValue: number;
  readonly boundValue: number;
  readonly unit: string;
  readonly gapRatio: number;
}

export interface AllocationPlan {
  readonly rung: 'greedy' | 'rounded' | 'polished';
  readonly lines: readonly AllocationLine[];
  readonly trips: readonly AllocationTrip[];
  readonly activatedSupplierIds: readonly string[];
  readonly outcomes: readonly NeedOutcome[];
  readonly stages: readonly StageValue[];
  readonly certificate: AllocationCertificate;
  /** Issued orders that this plan does not carry out as given. */
  readonly changedOrderIds: readonly string[];
  readonly refusals: readonly RefusalCover[];
  /** Why something that was needed could not be sent: closed lanes, too late, no lane. */
  readonly inTheWay: readonly Assumption[];
  readonly assumed: readonly Assumption[];
  /** The stage that made this plan better than the rung before it; null for the first. */
  readonly decidedBy: AllocationStageId | null;
}

/** What is still covered at the deadlines when one supplier says no and nothing replaces it. */
export interface RefusalCover {
  readonly supplierId: string;
  readonly acceptanceRatio: number | null;
  readonly coverRatio: number;
}
