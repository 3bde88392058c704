// From a forecast of a spill to what is needed. Everything that is not measured or forecast is a
// planning figure: given by the caller, named in the result, never filled in silently.

import type { Instant, LocalName } from '@anlan/kernel';
import type { Accepts, Demand } from './demand.ts';

export interface OilDemandInput {
  readonly now: Instant;
  readonly spilledAt: Instant;
  readonly sceneId: string;
  readonly sceneName: LocalName;
  readonly spilledMassKg: number;
  readonly oilDensityKgPerM3: number;
  /** At 50 °C. Absent: the class of the skimmers follows from density alone. */
  readonly oilViscosityM2PerS?: number;
  /** From the forecast, in order of time; between points linear. */
  readonly evaporated: readonly EvaporatedPoint[];
  /** Current at the scene, normal to a boom laid across it. */
  readonly currentSpeedMps: number;
  /** Water in the emulsion. Absent: the planning figure, named. */
  readonly emulsionWaterRatio?: number;
  /** Mean thickness of the thick part of the slick. Absent: the planning figure, named. */
  readonly slickThicknessM?: number;
  /** null: the source is no ship at a berth. */
  readonly berth: Berth | null;
  readonly sites: readonly ThreatenedSite[];
  readonly planning: OilPlanning;
}

export interface EvaporatedPoint {
  readonly at: Instant;
  readonly evaporatedRatio: number;
}

/** The boom length on record, or the ship to be ringed. */
export interface Berth {
  readonly boomM?: number;
  readonly shipLengthM?: number;
  readonly shipBeamM?: number;
}

export interface ThreatenedSite {
  readonly id: string;
  readonly name: LocalName;
  /** Where its boom has to be brought; a scene of the travel table. */
  readonly sceneId: string;
  /** Earliest arrival over the members of the forecast; null: not within the horizon. */
  readonly earliestAt: Instant | null;
  /** Share of members in which oil reaches it. */
  readonly probabilityRatio: number;
  /** Width to be shielded, across the current. */
  readonly protectLengthM: number;
  /** Absent: the current at the scene, named. */
  readonly currentSpeedMps?: number;
}

export const OIL_NEEDS = ['berth-boom', 'sweep', 'site-boom', 'skimmer', 'storage', 'sorbent'] as const;
export type OilNeed = (typeof OIL_NEEDS)[number];

/** Planning figures, each with its source in the constant that holds it. */
export interface OilPlanning {
  readonly sourceText: string;
  /** P₁: share of the oil to be recovered by skimmers. */
  readonly mechanicalRatio: number;
  /** α: share of the nameplate rate that is oil. */
  readonly skimmerEfficiencyRatio: number;
  /** Y. */
  readonly recoveryDays: number;
  /** Skimming hours in a day. */
  readonly workDayHours: number;
  /** P₂: share of the oil to be taken up by sorbent. */
  readonly sorbentRatio: number;
  /** Kilograms of oil per kilogram of sorbent in the field. */
  readonly sorbentUptakeRatio: number;
  readonly emulsionWaterRatio: number;
  /** Free water in what a skimmer delivers. */
  readonly freeWaterRatio: number;
  readonly slickThicknessM: number;
  /** Speed normal to a boom at which oil goes under it. */
  readonly escapeSpeedMps: number;
  readonly sweepLengthM: number;
  /** Opening of a sweep by its length. */
  readonly sweepSwathRatio: number;
  /** Below this share of members a site is not boomed. */
  readonly probabilityRatioMin: number;
  /** Laying the boom of a site. */
  readonly deployS: number;
  /** From the spill to the moment at which it must be in place (sites: before the oil). */
  readonly deadlineS: Readonly<Record<Exclude<OilNeed, 'site-boom'>, number>>;
  /** Which capabilities serve which need. */
  readonly accepts: Readonly<Record<OilNeed | 'skimmer-heavy', readonly Accepts[]>>;
}

/** The headline figures beside the demand lines. */
export interface OilDemandFigures {
  readonly berthBoomM: number;
  readonly sweepCount: number;
  readonly sweepBoomM: number;
  readonly siteBoomM: number;
  readonly skimmerCapacityM3PerHour: number;
  readonly storageM3: number;
  readonly sorbentKg: number;
  /** Largest angle of a boom to the current; 90 when it holds across. */
  readonly boomAngleDeg: number;
  readonly isHighViscosity: boolean;
  readonly siteCount: number;
}

export interface OilDemand {
  readonly demands: readonly Demand[];
  readonly figures: OilDemandFigures;
}
