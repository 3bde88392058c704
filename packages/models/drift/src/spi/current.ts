// What the model needs to know of the current: plain data that cross worker threads (typed arrays,
// on a SharedArrayBuffer if the caller likes), no functions. All vectors point where the water goes.

import type { Instant } from '@anlan/kernel';
import type { GridGeometry, SourceText } from './grid.ts';

export interface HarmonicConstituent {
  readonly name: string;
  readonly speedRadPerS: number;
  readonly amplitudeRatio: number;
  readonly phaseRad: number;
}

export interface HarmonicPattern {
  /** Velocity per unit of the tidal signal, row-major from south-west. */
  readonly eastMps: Float32Array;
  readonly northMps: Float32Array;
  readonly constituents: readonly HarmonicConstituent[];
}

/**
 * u(x, t) = Σ_pattern east(x) · Σ_c amplitudeRatio · cos(speedRadPerS · (t − epochAt) − phaseRad).
 * Exact in time; a residual flow is a pattern with one constituent of speed 0.
 */
export interface HarmonicCurrentField {
  readonly kind: 'harmonic';
  readonly grid: GridGeometry;
  readonly patterns: readonly HarmonicPattern[];
  readonly epochAt: Instant;
  /** 1 = water, 0 = land or unknown, one a node. */
  readonly waterMask: Uint8Array;
  /** True while the field is a stand-in for data of an authority: the result says so. */
  readonly indicative: boolean;
  readonly sourceText: SourceText;
}

/** Snapshots on a grid; cubic in time through the four nearest, bilinear over water nodes in space. */
export interface GriddedCurrent {
  readonly kind: 'gridded';
  readonly grid: GridGeometry;
  /** Ascending instants, at least two. */
  readonly times: readonly Instant[];
  /** [time][row][column]. */
  readonly eastMps: Float32Array;
  readonly northMps: Float32Array;
  readonly waterMask: Uint8Array;
  readonly indicative: boolean;
  readonly sourceText: SourceText;
}

/** The same current everywhere and always: for tests, exercises and still-water reasoning. */
export interface ConstantCurrent {
  readonly kind: 'constant';
  readonly eastMps: number;
  readonly northMps: number;
  readonly sourceText: SourceText;
}

/** The caller's explicit choice to run without a current; it travels with the result. */
export interface AssumedStillWater {
  readonly kind: 'assume-still-water';
}

export type CurrentField = HarmonicCurrentField | GriddedCurrent | ConstantCurrent | AssumedStillWater;
