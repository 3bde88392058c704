// Where to keep how much of what: sites with classes of room, items, scenarios with probabilities,
// and a budget. The answer is judged by what stays unmet at the deadlines, on average over scenarios.

import type { Assumption } from '@anlan/kernel';

export interface RoomClass {
  readonly id: string;
  /** Cost of having this class, beyond what already stands. */
  readonly openingFen: number;
  readonly roomM3: number;
}

export interface StockSite {
  readonly id: string;
  readonly state: 'candidate' | 'existing' | 'forbidden';
  /** From small to large. An existing site has its first class for nothing. */
  readonly classes: readonly RoomClass[];
}

export interface StockItem {
  readonly id: string;
  readonly unitCode: string;
  readonly roomM3: number;
  readonly priceFen: number;
  /** Bought in whole steps of this many units. */
  readonly stepValue: number;
}

export interface StockNeed {
  readonly id: string;
  readonly itemId: string;
  readonly quantityValue: number;
  /** Worth of a unit met, against other needs: 8 life, 4 critical … */
  readonly priorityCount: number;
  /** Sites whose stock is there before the deadline in this scenario. */
  readonly siteIds: readonly string[];
}

export interface StockScenario {
  readonly id: string;
  readonly probabilityRatio: number;
  readonly needs: readonly StockNeed[];
}

export interface PositioningProblem {
  readonly sites: readonly StockSite[];
  readonly items: readonly StockItem[];
  readonly scenarios: readonly StockScenario[];
  readonly budgetFen: number;
  /** What lies there already; it stays and takes room. */
  readonly present: readonly { readonly siteId: string; readonly itemId: string; readonly quantityValue: number }[];
}

export interface PositioningAnswer {
  readonly sites: readonly { readonly siteId: string; readonly classId: string; readonly costFen: number }[];
  /** Bought in addition to what is present. */
  readonly bought: readonly { readonly siteId: string; readonly itemId: string; readonly quantityValue: number; readonly costFen: number }[];
  readonly costFen: number;
  /** Σ probability · priority · unmet. */
  readonly expectedUnmetValue: number;
  /** The same with what is present alone. */
  readonly presentUnmetValue: number;
  /** No purchase within the budget leaves less. */
  readonly boundValue: number;
  readonly gapRatio: number;
  readonly methods: readonly ('greedy' | 'exchange' | 'separate-scenarios' | 'linear-program')[];
  /** Who serves what in each scenario; what is missing to the need is unmet. */
  readonly flows: readonly { readonly scenarioId: string; readonly needId: string; readonly siteId: string; readonly quantityValue: number }[];
  /** Unmet less per yuan with the next best purchase; null: nothing helps or nothing is left to spend on. */
  readonly nextPurchase: { readonly siteId: string; readonly itemId: string; readonly unmetValue: number; readonly costFen: number } | null;
  readonly assumed: readonly Assumption[];
}
