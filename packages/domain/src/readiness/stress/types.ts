// A readiness stress test: scenarios laid over today's reserves and forces in weighted states of the
// weather. What is short is a gap with a place, a time and a share of the weather; a run is an event
// and can be compared with an earlier one. Hours are counted from the alarm of the scenario.

import type { Assumption, Confidence, Instant, LonLat, Refusal } from '@anlan/kernel';
import type { Reserve, Urgency, Working } from '@anlan/allocation';
import type { Titles } from '../../signal/index.ts';

export interface StressScene {
  readonly id: string;
  readonly titles: Titles;
  readonly position: LonLat;
  /** On the water: no truck drives up to it. */
  readonly afloat?: boolean;
}

/** One capability at one scene, cumulative over time. One unit of any accepted capability is one unit of the need. */
export interface StressDemand {
  readonly id: string;
  readonly sceneId: string;
  readonly capabilityCode: string;
  readonly accepts: readonly string[];
  readonly unitCode: string;
  readonly titles: Titles;
  readonly urgency: Urgency;
  /** Rising hours, never falling quantities. */
  readonly need: readonly NeedStep[];
  readonly deadlineHours: number;
  /** The least that is of use as a first response. */
  readonly adequateValue: number;
  readonly working: Working;
}

export interface NeedStep {
  readonly afterHours: number;
  /** In the unit of the demand. */
  readonly quantityValue: number;
}

export interface Weather {
  /** Mean wind, 10 min, 10 m. */
  readonly windSpeedMps: number;
  readonly waveHeightM: number;
  readonly visibilityM: number;
}

/** Weather from `fromHours` until the next phase. */
export interface StressPhase extends Weather {
  readonly fromHours: number;
  readonly titles: Titles;
  /** Ways that somebody shuts, beyond what the wind shuts by itself. */
  readonly shutWays: readonly ShutWay[];
}

export const SHUT_WAYS = ['bridges', 'ships'] as const;
export type ShutWay = (typeof SHUT_WAYS)[number];

/** Nothing reaches these scenes by any way: last boat gone, harbour shut. */
export interface StressClosure {
  readonly id: string;
  readonly titles: Titles;
  readonly sceneIds: readonly string[];
  readonly fromHours: number;
  /** null: until the end. */
  readonly untilHours: number | null;
  readonly sourceText: string;
}

export interface StressScenario {
  readonly id: string;
  readonly familyId: StressFamilyId;
  readonly titles: Titles;
  readonly scenes: readonly StressScene[];
  readonly demands: readonly StressDemand[];
  /** `statistics`: run in each state of the region's weather; otherwise its own course of weather. */
  readonly weather: 'statistics' | readonly StressPhase[];
  readonly closures: readonly StressClosure[];
  readonly horizonHours: number;
  readonly sourceText: string;
  readonly confidence: Confidence;
  readonly demonstration: boolean;
  readonly assumed: readonly Assumption[];
}

export const STRESS_FAMILIES = ['oil-spill', 'ammonia-leak', 'tank-fire', 'typhoon', 'gas-strike', 'casualties'] as const;
export type StressFamilyId = (typeof STRESS_FAMILIES)[number];

/** A state of the weather with its share of the year. */
export interface WeatherState extends Weather {
  readonly id: string;
  readonly titles: Titles;
  readonly weightRatio: number;
  readonly sourceText: string;
  readonly confidence: Confidence;
}

/** What came of one demand in one state of the weather. */
export interface StateOutcome {
  readonly stateId: string;
  readonly weightRatio: number;
  readonly demandId: string;
  /** Hours; null: never short. */
  readonly firstShortHours: number | null;
  readonly shortHours: number;
  readonly worstShortValue: number;
  readonly shortAtDeadlineValue: number;
  readonly shortAtEndValue: number;
  /** No sharing of the same reserves can do better than this, over the whole scenario: share · hours. */
  readonly unitCode: string;
}

export const GAP_CAUSES = ['none-held', 'cut-off', 'too-late', 'not-enough'] as const;
export type GapCause = (typeof GAP_CAUSES)[number];

export interface StressGap {
  readonly scenarioId: string;
  readonly demandId: string;
  readonly capabilityCode: string;
  readonly titles: Titles;
  readonly unitCode: string;
  readonly urgency: Urgency;
  readonly sceneId: string;
  readonly sceneTitles: Titles;
  readonly position: LonLat;
  readonly needValue: number;
  readonly deadlineHours: number;
  /** Earliest over the states in which it is short, hours after the alarm. */
  readonly firstShortHours: number;
  /** Longest over the states. */
  readonly shortHours: number;
  /** Weighted over all states, short or not. */
  readonly shortHoursMean: number;
  readonly worstShortValue: number;
  readonly shortAtDeadlineValue: number;
  readonly worstStateId: string;
  /** Share of the weather, by weight, in which it is short. */
  readonly stateShareRatio: number;
  readonly cause: GapCause;
  readonly reasons: readonly Assumption[];
  readonly closing: ClosingMix | null;
}

export const MIX_KINDS = ['stock', 'agreement', 'capacity', 'siting'] as const;
export type MixKind = (typeof MIX_KINDS)[number];

export interface MixPart {
  readonly kind: MixKind;
  readonly itemKindId: string;
  /** Register and id of what is enlarged; null: something new. */
  readonly ofRegisterId: string | null;
  readonly ofId: string | null;
  readonly titles: Titles;
  readonly position: LonLat;
  readonly quantityValue: number;
  readonly unitCode: string;
  readonly costFen: number;
  readonly arriveHours: number;
}

/** A way to close a gap that cannot be reckoned, because the register has no price. */
export interface UnpricedPart {
  readonly kind: MixKind;
  readonly itemKindId: string;
  readonly titles: Titles;
  readonly missing: Assumption;
  readonly arriveHours: number;
}

export interface ClosingMix {
  /** State of the weather in which it closes the gap. */
  readonly stateId: string;
  readonly parts: readonly MixPart[];
  /** First year: purchase in full, one year's rent, one activation. */
  readonly costFen: number | null;
  /** What no priced way closes, in the unit of the gap. */
  readonly leftValue: number;
  readonly unpriced: readonly UnpricedPart[];
  readonly notInTime: readonly { readonly kind: MixKind; readonly titles: Titles; readonly arriveHours: number | null }[];
}

/** A line of the plan in the worst state, so that it is seen what goes when. */
export interface StressLine {
  readonly demandId: string;
  readonly sceneId: string;
  readonly supplyId: string;
  readonly titles: Titles;
  readonly reserve: Reserve;
  readonly quantityValue: number;
  readonly unitCode: string;
  readonly departHours: number;
  readonly arriveHours: number;
  /** Whether it is there before its scene is first cut off; null: never cut off. */
  readonly beforeClosure: boolean | null;
}

export interface ScenarioOutcome {
  readonly scenarioId: string;
  readonly titles: Titles;
  readonly demandCount: number;
  readonly shortDemandCount: number;
  readonly demands: readonly StressDemand[];
  readonly scenes: readonly StressScene[];
  readonly closures: readonly StressClosure[];
  readonly states: readonly StateOutcome[];
  readonly gaps: readonly StressGap[];
  /** Plan of the state with the most shortage. */
  readonly worstStateId: string;
  readonly lines: readonly StressLine[];
  /** Of the plan and of the best sharing there is, weighted over the states: share · hours over all demands. */
  readonly shortageRatioHours: number;
  readonly leastShortageRatioHours: number;
  readonly assumed: readonly Assumption[];
}

export interface StressResult {
  readonly scenarios: readonly ScenarioOutcome[];
  readonly notCounted: readonly { readonly supplyRegisterId: string; readonly supplyId: string; readonly reason: Assumption }[];
  readonly assumed: readonly Assumption[];
  readonly plannerId: string;
  readonly modelVersion: string;
  readonly inputsHash: string;
}

/** A case of a family: who asks for a run of his own fills the same form as the library. */
export interface StressCase {
  readonly id: string;
  readonly familyId: StressFamilyId;
  readonly titles: Titles;
  readonly position: LonLat;
  readonly sceneTitles: Titles;
  /** Figures of the family by name; what is left out takes the family's own, and is named. */
  readonly figures: Readonly<Record<string, number>>;
  /** Oil spill: sites to protect. Typhoon: islands. */
  readonly places?: readonly StressPlace[];
  readonly phases?: readonly StressPhase[];
  /** Kinds of goods of this region that serve a need as well, by the capability that is asked for. */
  readonly alsoAccepts?: Readonly<Record<string, readonly string[]>>;
  readonly sourceText: string;
  readonly confidence: Confidence;
  readonly demonstration: boolean;
}

export interface StressPlace extends StressScene {
  readonly figures: Readonly<Record<string, number>>;
}

export type StressState = 'running' | 'completed' | 'cancelled' | 'failed';

export interface StressRunBody {
  readonly id: string;
  readonly state: StressState;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  readonly completedAt: Instant | null;
  readonly cases: readonly StressCase[];
  readonly plannerId: string;
  readonly demonstration: boolean;
  readonly result: StressResult | null;
  readonly failure: Refusal | null;
}

export type StressEvent =
  | { readonly type: 'stress.requested'; readonly payload: Pick<StressRunBody, 'id' | 'cases' | 'plannerId' | 'demonstration'> }
  | { readonly type: 'stress.completed'; readonly payload: { readonly result: StressResult } }
  | { readonly type: 'stress.failed'; readonly payload: Refusal }
  | { readonly type: 'stress.cancelled'; readonly payload: { readonly reason: string } };
