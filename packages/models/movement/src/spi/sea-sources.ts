// What the sea engine needs from outside as functions of place and time: depth, tide, current and
// weather. Each says of itself whether it is indicative; the result then carries that as an assumption.

import type { BboxDeg, EastNorthMps, Instant, LocalName, LonLat } from '@anlan/kernel';

/** Depth below the datum of the tide source, positive down; NaN: not known, never read as deep enough. */
export interface DepthGrid {
  readonly bboxDeg: BboxDeg;
  readonly columnCount: number;
  readonly rowCount: number;
  /** Row 0 in the south; value of the cell, not of its corner. */
  readonly depthM: Float32Array;
  /** True when it is a rule or a guess and not a survey. */
  readonly indicative: boolean;
  readonly source: LocalName;
}

/** Height of the water above the datum of the depths. Continuous; asked at whole seconds. */
export interface TideHeightSource {
  heightM(at: Instant): number;
  readonly indicative: boolean;
  readonly source: LocalName;
}

export interface CurrentSource {
  /** Velocity of the water; null where it is not known. */
  velocityAt(position: LonLat, at: Instant): EastNorthMps | null;
  readonly indicative: boolean;
  readonly source: LocalName;
}

/** A step holds from its instant to the next; the last holds on, the first before it too. A figure that is absent is not checked. */
export interface WeatherStep {
  readonly at: Instant;
  readonly windSpeedMps?: number;
  readonly waveHeightM?: number;
  readonly visibilityM?: number;
}

/** Weather of the whole window; steps in order of time. */
export interface WeatherSeries {
  readonly steps: readonly WeatherStep[];
  readonly source: LocalName;
}
