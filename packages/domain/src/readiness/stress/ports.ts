// What a run needs from outside: the goods as the plan stage gathers them, ways in a state of the
// weather, a planner, and prices. Nothing here reads a clock.

import type { Assumption, Instant, LocalName, LonLat, Result } from '@anlan/kernel';
import type { PlanInput, PlanLine, Supply, SupplyTravel } from '@anlan/allocation';
import type { Titles } from '../../signal/index.ts';
import type { ShutWay, StressScene, Weather } from './types.ts';

export interface StressOrigin {
  readonly id: string;
  readonly name: LocalName;
  readonly position: LonLat;
  /** Loading on board, where the way is by ship. */
  readonly loadS: number;
}

/** Where a supply stands in the registers. */
export interface StressSource {
  readonly registerId: string;
  readonly ids: readonly string[];
  readonly titles: Titles;
  readonly position: LonLat;
  /** Goods only. */
  readonly itemKindId: string | null;
}

/** The three reserves as supplies. `capabilityCode` is the one under which the stress test asks (`offeredCode`). */
export interface StressGoods {
  readonly supplies: readonly Supply[];
  readonly origins: readonly StressOrigin[];
  readonly sources: ReadonlyMap<string, StressSource>;
  readonly left: readonly { readonly supplyRegisterId: string; readonly supplyId: string; readonly reason: Assumption }[];
  readonly assumed: readonly Assumption[];
}

export interface StressTravelQuery {
  readonly departAt: Instant;
  readonly scenes: readonly StressScene[];
  readonly origins: readonly StressOrigin[];
  readonly weather: Weather;
  readonly shutWays: readonly ShutWay[];
}

export interface StressTravel {
  /** One row for each origin and scene in this weather; blocked rows say why. */
  travel(query: StressTravelQuery): Promise<Result<readonly SupplyTravel[]>>;
}

/** What a planner made of one scenario in one state. */
export interface PlannedStress {
  readonly lines: readonly Pick<PlanLine, 'demandId' | 'sceneId' | 'supplyId' | 'quantityValue' | 'unitCode' | 'departAt' | 'arriveAt'>[];
  /** Per demand in the order of the input: steps, each holds until the next. */
  readonly curves: readonly { readonly demandId: string; readonly points: readonly { readonly at: Instant; readonly shortValue: number; readonly unitCode: string }[]; readonly shortAtDeadlineValue: number }[];
  readonly shortageRatioHours: number;
  readonly modelVersion: string;
}

/** Greedy today; the optimising planner of the allocation model behind the same call. Every plan is checked before it is returned. */
export interface StressPlanner {
  readonly id: string;
  plan(input: PlanInput): Promise<Result<PlannedStress>>;
}

/** Prices of one kind of goods, as far as the registers have them; null: no price on record. */
export interface ItemPrice {
  readonly itemKindId: string;
  readonly capabilityCode: string;
  readonly titles: Titles;
  readonly unitCode: string;
  readonly stepValue: number;
  readonly handlingDurationS: number;
  /** Cheapest offer of the catalogue, for one unit. */
  readonly purchaseFen: number | null;
}

export interface AgreementTerms {
  readonly id: string;
  readonly titles: Titles;
  readonly itemKindId: string;
  readonly position: LonLat;
  readonly agreedValue: number;
  readonly callUpLeadS: number;
  readonly rentFen: number | null;
}

export interface ContractTerms {
  readonly id: string;
  readonly titles: Titles;
  readonly itemKindId: string;
  readonly position: LonLat;
  readonly startLeadS: number;
  readonly ramp: readonly { readonly fromHours: number; readonly ratePerHourValue: number }[];
  readonly rawMaterialCapValue: number;
  readonly activationCostFen: number | null;
}

/** What could be bought, agreed, contracted or built, and at what price. */
export interface ClosingOffers {
  readonly items: readonly ItemPrice[];
  readonly agreements: readonly AgreementTerms[];
  readonly contracts: readonly ContractTerms[];
  /** Stores that could hold more. */
  readonly depots: readonly { readonly id: string; readonly titles: Titles; readonly position: LonLat }[];
  /** Building and running a new store for a year; null: no price on record. */
  readonly siteFen: number | null;
}
