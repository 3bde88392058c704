// What goes into a plan and what comes out: options in order of rank, each with its lines, what
// stays unmet and when, and the comparison that decided. Plain JSON throughout.

import type { Assumption, Instant, LocalName, LonLat } from '@anlan/kernel';
import type { Demand, Reason } from './demand.ts';
import type { Reserve, Supply } from './supply.ts';

/** The way from an origin to a scene, as @anlan/movement gives it (its rows fit as they are). */
export type SupplyTravel = SupplyTravelOpen | SupplyTravelBlocked;

export interface SupplyTravelOpen {
  readonly reachable: true;
  readonly originId: string;
  readonly sceneId: string;
  /** From departure to the scene; the lead time of the supply comes on top. */
  readonly travelS: number;
  readonly legs: readonly TravelLeg[];
  readonly reason: readonly Reason[];
  readonly assumed?: readonly Assumption[];
}

export interface SupplyTravelBlocked {
  readonly reachable: false;
  readonly originId: string;
  readonly sceneId: string;
  readonly reason: readonly Reason[];
}

export interface TravelLeg {
  readonly kind: string;
  readonly durationS: number;
  readonly distanceM: number;
  readonly fromName: LocalName;
  readonly toName: LocalName;
  readonly pathDeg: readonly LonLat[];
  readonly speedMps?: number;
}

export interface PlanInput {
  readonly now: Instant;
  readonly horizonS: number;
  readonly demands: readonly Demand[];
  readonly supplies: readonly Supply[];
  /** One row for every origin of a supply and every scene of a demand. */
  readonly travel: readonly SupplyTravel[];
}

export const STRATEGIES = ['earliest', 'just-in-time', 'keep-stock', 'stock-only'] as const;
export type StrategyId = (typeof STRATEGIES)[number];

export interface PlanLine {
  readonly id: string;
  readonly demandId: string;
  readonly sceneId: string;
  readonly supplyId: string;
  readonly reserve: Reserve;
  readonly originId: string;
  readonly itemKindId: string;
  readonly unitCode: string;
  /** In the unit of the item. */
  readonly quantityValue: number;
  /** What it gives to the need, in the unit of the demand; 0 for a part of a kit. */
  readonly effectValue: number;
  readonly departAt: Instant;
  readonly arriveAt: Instant;
  /** When it counts: on arrival, or when its kit is complete. */
  readonly countsAt: Instant;
  /** Set on parts: the line that they complete. */
  readonly kitOfLineId: string | null;
  /** Stock only: which lots, first expired first. */
  readonly lots: readonly LotShare[];
  readonly legs: readonly TravelLeg[];
  /** First why it was chosen, then whether in time, then the way. */
  readonly reason: readonly Reason[];
}

export interface LotShare {
  readonly lotId: string;
  readonly quantityValue: number;
}

export interface CurvePoint {
  readonly at: Instant;
  readonly unitCode: string;
  readonly needValue: number;
  readonly arrivedValue: number;
  readonly shortValue: number;
}

/** How one demand fares under an option, from now to the horizon. */
export interface DemandOutcome {
  readonly demandId: string;
  readonly unitCode: string;
  /** Steps: each point holds until the next. */
  readonly curve: readonly CurvePoint[];
  readonly shortAtDeadlineValue: number;
  readonly shortAtEndValue: number;
  readonly firstShortAt: Instant | null;
  /** From then on never short again within the horizon; null: short at the end. */
  readonly metAt: Instant | null;
  /** First moment with an adequate package on scene. */
  readonly adequateAt: Instant | null;
}

/** Need against what the three reserves bring, per capability (S-450). */
export interface GroupCurve {
  readonly capabilityCode: string;
  readonly unitCode: string;
  readonly curve: readonly GroupPoint[];
  /** Hours from now; null: never short within the horizon. */
  readonly firstShortHours: number | null;
  readonly worstShortValue: number;
}

export interface GroupPoint {
  readonly at: Instant;
  readonly unitCode: string;
  readonly needValue: number;
  readonly stockValue: number;
  readonly socialValue: number;
  readonly capacityValue: number;
  /** Sum over the demands of the group of what each is short: a surplus at one does not help another. */
  readonly shortValue: number;
}

/** The mix behind a group, re-computable from the lines. */
export interface MixShare {
  readonly capabilityCode: string;
  readonly reserve: Reserve;
  readonly unitCode: string;
  readonly effectValue: number;
  /** null: a price is missing. */
  readonly costFen: number | null;
}

/** Figures of the stages, in the order in which options are compared; less is better. */
export interface PlanFigures {
  readonly unmetLifeRatio: number;
  readonly unmetCriticalRatio: number;
  /** Until the last of the life and critical demands has an adequate package; null: not within the horizon. */
  readonly firstAdequateS: number | null;
  /** Weighted mean over all demands, the horizon standing for never. */
  readonly meanAdequateS: number;
  /** Weighted mean over demands of ∫ unmet share dt. */
  readonly shortageAreaRatioHours: number;
  /** Largest unmet share of any demand at the end. */
  readonly worstUnmetRatio: number;
  readonly floorBreachCount: number;
  /** Mean share of the usable stock that is committed, over item kinds in demand. */
  readonly committedRatio: number;
  /** Known costs only. */
  readonly costFen: number;
  readonly costUnknownCount: number;
}

export interface PlanOption {
  readonly id: StrategyId;
  /** 1 is best. */
  readonly rankIndex: number;
  readonly title: Reason;
  readonly lines: readonly PlanLine[];
  readonly outcomes: readonly DemandOutcome[];
  readonly curves: readonly GroupCurve[];
  readonly mix: readonly MixShare[];
  readonly figures: PlanFigures;
  /** The comparison with the neighbour above (for rank 1: below). */
  readonly decidedBy: Reason;
  /** An option of better rank with the same lines. */
  readonly sameAsOptionId: StrategyId | null;
  readonly refusals: readonly RefusalCase[];
}

/** What is left if one social supplier refuses and nothing replaces it. */
export interface RefusalCase {
  readonly supplyId: string;
  readonly acceptanceRatio: number | null;
  /** Mean covered share of life and critical demands at their deadlines. */
  readonly coverageRatio: number;
}

/** Why a supply that serves some demand brings nothing to a scene under any option. */
export interface UnusableSupply {
  readonly supplyId: string;
  readonly sceneId: string;
  readonly reason: readonly Reason[];
}

export interface RankedPlans {
  readonly options: readonly PlanOption[];
  /** Everything that could arrive, before anything is shared out: an upper bound per capability. */
  readonly potential: readonly GroupCurve[];
  readonly unusable: readonly UnusableSupply[];
}
