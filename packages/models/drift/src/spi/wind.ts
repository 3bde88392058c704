// What the model needs to know of the wind at 10 m: vectors that point where the air goes (a wind
// from the north has northMps < 0; use `windVector` of the kernel). Plain data, no functions.

import type { Instant } from '@anlan/kernel';
import type { GridGeometry, SourceText } from './grid.ts';

export interface ConstantWind {
  readonly kind: 'constant';
  readonly eastMps: number;
  readonly northMps: number;
  readonly sourceText: SourceText;
}

/** One station's readings, or a forecast at one place, used for the whole area. */
export interface StationWind {
  readonly kind: 'station';
  /** Ascending instants, at least one. Between them the vector is interpolated, so 350° to 10° passes north. */
  readonly times: readonly Instant[];
  readonly eastMps: Float64Array;
  readonly northMps: Float64Array;
  /** What to do where the run is longer than the series: refuse, or hold the nearest reading (named in the result). */
  readonly beyondSeries: 'refuse' | 'persist';
  readonly sourceText: SourceText;
}

/** Snapshots on a grid, bilinear in space and linear in time; the run must lie inside them. */
export interface GriddedWind {
  readonly kind: 'gridded';
  readonly grid: GridGeometry;
  readonly times: readonly Instant[];
  /** [time][row][column]. */
  readonly eastMps: Float32Array;
  readonly northMps: Float32Array;
  readonly sourceText: SourceText;
}

/** The caller's explicit choice to run without wind; it travels with the result. */
export interface AssumedCalm {
  readonly kind: 'assume-calm';
}

export type WindField = ConstantWind | StationWind | GriddedWind | AssumedCalm;
