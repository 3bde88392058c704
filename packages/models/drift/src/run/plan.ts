// A case after its checks: every number settled, every assumption named, nothing left to guess.
// All workers of a run make the same plan from the same case.

import type { Assumption, BboxDeg, Instant, LonLat, ModelWarning } from '@anlan/kernel';
import type { ForcingErrors, SensitiveSite, WindageRange } from '../api/case.ts';
import type { OilState } from '../api/outcome.ts';
import type { OilAtTemperature } from '../oil/at-temperature.ts';
import type { PresenceGrid } from '../products/presence-grid.ts';
import type { Coast } from '../spi/coast.ts';
import type { CurrentField } from '../spi/current.ts';
import type { SourceText } from '../spi/grid.ts';
import type { WindField } from '../spi/wind.ts';

export interface DriftPlan extends PlanSummary {
  /** The same figures by themselves. */
  readonly summary: PlanSummary;
  readonly current: CurrentField;
  readonly wind: WindField;
  readonly coast: Coast;
  readonly oil: OilAtTemperature | null;
  readonly errors: ForcingErrors | null;
  readonly windage: WindageRange;
  readonly diffusionM2PerS: number;
  readonly releaseRadiusM: number;
  readonly releaseDurationS: number;
  readonly sites: readonly SensitiveSite[];
}

/** The part of a plan that its results need: small and plain, so that it travels with them. */
export interface PlanSummary {
  readonly modelVersion: string;
  readonly inputsHash: string;
  readonly randomSeed: number;
  readonly assumed: readonly Assumption[];
  readonly warnings: readonly ModelWarning[];
  readonly startAt: Instant;
  readonly stepS: number;
  readonly stepCount: number;
  /** Steps at which frames are taken: 0, …, stepCount. */
  readonly outputSteps: readonly number[];
  readonly envelopeSteps: readonly number[];
  readonly particleCount: number;
  readonly memberCount: number;
  readonly massKg: number;
  readonly releasePosition: LonLat;
  readonly domainBboxDeg: BboxDeg;
  readonly presence: PresenceGrid;
  readonly siteIds: readonly string[];
  readonly oilState: OilState | null;
  readonly indicative: boolean;
  readonly currentSource: SourceText | null;
  readonly windSource: SourceText | null;
}

/** Particles of a member: as equal as whole numbers allow, the first members take the rest. */
export function memberParticleCount(particleCount: number, memberCount: number, memberIndex: number): number {
  return Math.floor(particleCount / memberCount) + (memberIndex < particleCount % memberCount ? 1 : 0);
}
