// What the forecast stage needs: somebody who runs the model, and what is known of the water.

import type { Instant, LonLat, Result } from '@anlan/kernel';
import type { GriddedWind } from '@anlan/drift';
import type { Titles } from '../signal/index.ts';
import type { ForecastInput, ForecastSummary } from './types.ts';
import type { CurrentReach } from './wind-reach.ts';

/** Any AbortSignal fits. */
export interface CancelSignal {
  readonly aborted: boolean;
}

export interface RunOptions {
  /** Share done, 0…1. */
  readonly onProgress?: (doneRatio: number) => void;
  /** Looked at between steps; a cancelled run answers with a refusal. */
  readonly signal?: CancelSignal;
}

export interface ForecastOutcome {
  readonly summary: ForecastSummary;
  /** The large part, as it will be served: frames and contours. */
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Runs the model in a worker pool. Same input, same bytes. Throws AdapterError when the pool is away. */
export interface ForecastRunner {
  run(input: ForecastInput, options: RunOptions): Promise<Result<ForecastOutcome>>;
}

export interface WaterCheck {
  isWater(position: LonLat): boolean;
}

export interface StationWind {
  readonly speedMps: number;
  readonly windFromDegTrue: number;
  readonly observedAt: Instant;
  readonly sourceText: Titles;
}

export interface StationTemperature {
  readonly temperatureK: number;
  readonly observedAt: Instant;
  readonly sourceText: Titles;
}

/** A placed file of gridded wind, read. */
export interface KnownWindGrid {
  readonly forcingId: string;
  readonly artefactId: string;
  readonly wind: GriddedWind;
}

/** What stations say near a place; undefined when nothing live is there. */
export interface Surroundings {
  latestWind(position: LonLat, now: Instant): Promise<StationWind | undefined>;
  latestWaterTemperature(position: LonLat, now: Instant): Promise<StationTemperature | undefined>;
  /** Placed files, newest first. */
  windGrids(): Promise<readonly KnownWindGrid[]>;
  /** Of the region's current around an instant; undefined when there is none to run on. */
  currentReach(at: Instant): CurrentReach | undefined;
  /** The region's usual water; used only when nothing is measured or told, and then named. */
  readonly usualWater: { readonly temperatureK: number; readonly sourceText: string };
}
