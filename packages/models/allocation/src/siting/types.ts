// What siting takes and gives: sites, demands, the way between every two of them, and an answer
// that carries its own proof: a value, a bound that no other choice can beat, and how it was found.
// One problem serves six models; what a model does not use is left out, never guessed.

import type { Assumption } from '@anlan/kernel';

export const SITING_MODELS = ['pmedian', 'ufl', 'mclp', 'lscp', 'pcenter', 'mexclp'] as const;
/** p-median, fixed-charge location, maximal covering, location set covering, p-center, expected covering. */
export type SitingModel = (typeof SITING_MODELS)[number];

/** existing: stands and stays, whatever it costs; forbidden: may not be used. */
export type SiteState = 'candidate' | 'existing' | 'forbidden';

export interface SitingSite {
  readonly id: string;
  readonly state: SiteState;
  /** In the unit of the demands' weight; null: no limit. */
  readonly capacityValue: number | null;
  /** Cost of having it, in the unit of the distances times weight; only `ufl` reads it. */
  readonly openingCostValue: number;
}

export interface SitingDemand {
  readonly id: string;
  /** People, tonnes, calls: what is to be served here. */
  readonly weightValue: number;
}

/** Ways at one tide and wind, for a share of the hours. */
export interface SitingTravelState {
  readonly id: string;
  readonly hoursRatio: number;
  /** As `distanceValues`. */
  readonly distanceValues: Float64Array;
}

export interface SitingProblem {
  readonly sites: readonly SitingSite[];
  readonly demands: readonly SitingDemand[];
  /** What distances are in: m, s, or what the file counts in. */
  readonly unitCode: string;
  /** Entry site · demands.length + demand; Infinity: there is no way. */
  readonly distanceValues: Float64Array;
  /** Cost of serving all of a demand from a site, where that is not weight · distance. Same layout. */
  readonly serveCostValues?: Float64Array;
  /** Share of a demand that a site covers, 0…1, where that is not "within the radius". Same layout. */
  readonly coverRatios?: Float64Array;
  /** Tides and winds; shares sum to 1. Where given, distances of the problem are not used. */
  readonly states?: readonly SitingTravelState[];
  /** What the way of a pair depends on (bridges, ferries, quays), ids; same layout. */
  readonly corridorIds?: readonly (readonly string[])[];
}

export interface SitingRequest {
  readonly model: SitingModel;
  /** p: how many sites in all, existing ones included. Not for `lscp`; for `ufl` the most that may open. */
  readonly siteCount?: number;
  /** Within reach, in the unit of the distances. */
  readonly radiusValue?: number;
  /** mexclp: share of time that a unit is busy elsewhere. */
  readonly busyRatio?: number;
  /** lscp: a second site by an independent way for every demand. mclp: worth of one, as a share of the first. */
  readonly backupRatio?: number;
  /** lscp with states: a pair counts when it holds in this share of the hours. */
  readonly hoursRatioMin?: number;
  /** lscp: list the best sets, at most so many. */
  readonly optimaLimitCount?: number;
}

export interface SitingOptions {
  readonly randomSeed: number;
  /** Rounds of the local search; with the limits of the proof below it makes the answer repeatable. */
  readonly roundCount: number;
  /** Nodes of the search tree. */
  readonly nodeCount: number;
  /** Processor time used so far; with `cpuLimitS` it ends searches that are still running. */
  readonly nowCpuS?: () => number;
  readonly cpuLimitS?: number;
}

export const SITING_METHODS = ['interchange', 'lagrangian', 'branch-and-bound', 'set-cover', 'enumeration', 'solver'] as const;
export type SitingMethod = (typeof SITING_METHODS)[number];

export interface SitingShare {
  readonly demandId: string;
  /** Set where the problem has states. */
  readonly stateId?: string;
  /** null: nobody serves it. */
  readonly siteId: string | null;
  /** Below 1 only where capacities split a demand. */
  readonly shareRatio: number;
  /** null: no way, or nobody. */
  readonly distanceValue: number | null;
}

export interface DemandCover {
  readonly demandId: string;
  /** Share of the demand (and of the hours) that is within reach of a chosen site. */
  readonly coverRatio: number;
  /** Chosen sites within reach in some state. */
  readonly siteIds: readonly string[];
  /** Two chosen sites remain within reach of each other's loss, and of the loss of any one corridor. */
  readonly hasBackup: boolean;
}

export interface SiteValue {
  readonly siteId: string;
  readonly isChosen: boolean;
  /** Chosen: how much worse without it. Not chosen: how much better with it besides. Never negative by more than rounding, save where opening costs. null: nothing could serve then. */
  readonly marginalValue: number | null;
}

export interface SitingAnswer {
  readonly model: SitingModel;
  readonly unitCode: string;
  /** In the order of the problem. */
  readonly siteIds: readonly string[];
  /** What the model minimises (pmedian, ufl, lscp, pcenter) or maximises (mclp, mexclp). */
  readonly objectiveValue: number;
  /** No choice can do better than this. */
  readonly boundValue: number;
  /** |objective − bound| / max(|objective|, |bound|). */
  readonly gapRatio: number;
  readonly isProven: boolean;
  readonly methods: readonly SitingMethod[];
  readonly assignment: readonly SitingShare[];
  readonly cover: readonly DemandCover[];
  readonly siteValues: readonly SiteValue[];
  /** Sum of weight · distance of the answer, the tie-break between equals. */
  readonly weightedDistanceValue: number | null;
  /** Weighted mean distance. */
  readonly meanDistanceValue: number | null;
  readonly weightTotalValue: number;
  /** All best sets of `lscp`, when asked for and not more than the limit. */
  readonly optima?: { readonly setCount: number; readonly isComplete: boolean; readonly sets: readonly (readonly string[])[] };
  readonly nodeCount: number;
  readonly assumed: readonly Assumption[];
}
