// The tidal current as one rectilinear pattern times a harmonic clock. The clock follows the water
// level: the flood runs as fast as the level rises, `slackLagS` later, so for each constituent
//   ratio ∝ H·speed,   phase = g + speed·lag − 90°   (rate of rise of H·cos(V + u − g), shifted).
// For a closed basin the lag is 0 (continuity); for a progressive wave it is a quarter period
// (D. T. Pugh, 1987, §5.4). The lag is an assumption of the region, named in its data.

import type { Instant, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { BakedConstituent, TidePredictor } from './height.ts';
import type { GridGeometry } from './water-grid.ts';

export interface CurrentConstituent {
  readonly name: string;
  readonly speedRadPerS: number;
  readonly amplitudeRatio: number;
  readonly phaseRad: number;
}

export interface CurrentPattern {
  /** Velocity at mean springs (M2 + S2 in step), row-major, row 0 south. */
  readonly eastMps: Float32Array;
  readonly northMps: Float32Array;
  readonly constituents: readonly CurrentConstituent[];
}

/** u(x, t) = Σ_pattern pattern(x) · Σ_c amplitudeRatio·cos(speedRadPerS·(t − epochAt)/1000 − phaseRad). */
export interface HarmonicCurrentField {
  readonly kind: 'harmonic';
  readonly grid: GridGeometry;
  readonly patterns: readonly CurrentPattern[];
  readonly epochAt: Instant;
  readonly waterMask: Uint8Array;
  readonly indicative: boolean;
  readonly sourceText: { readonly zh: string; readonly en: string };
}

export interface ClockSettings {
  readonly slackLagS: number;
  /**
   * Share that constituents other than M2 keep. 1: linear. 3/4: under quadratic drag (u|u| ∝ head) a
   * small constituent beside M2 answers with ½⟨|cos|^(−1/2)⟩ against 2⟨|cos|^(3/2)⟩ of M2, which is 3/4,
   * so the current swings less between neaps and springs than the level does.
   */
  readonly lesserShareRatio: number;
  /** Steady part in units of mean springs, positive on the flood: makes it stronger and longer. */
  readonly residualRatio: number;
}

/**
 * The clock of the current at `at`, positive on the flood, f and u of `at` inside; 1 at mean springs.
 * Refuses constants without M2 and S2: mean springs would have no meaning.
 */
export function currentClock(predictor: TidePredictor, at: Instant, settings: ClockSettings): Result<readonly CurrentConstituent[]> {
  const { slackLagS, residualRatio } = settings;
  const shareOf = (name: string): number => (name === 'M2' ? 1 : settings.lesserShareRatio);
  const springs = meanSpringRate(predictor, shareOf);
  if (!(springs > 0)) return refuse('TIDE_SPRINGS_UNDEFINED');
  const clock = predictor.bake(at).map((c) => ({
    name: c.name,
    speedRadPerS: c.speedRadPerS,
    amplitudeRatio: (shareOf(c.name) * c.amplitudeM * c.speedRadPerS) / springs,
    phaseRad: c.phaseRad + c.speedRadPerS * slackLagS - Math.PI / 2,
  }));
  return ok(residualRatio === 0 ? clock : [...clock, { name: 'Z0', speedRadPerS: 0, amplitudeRatio: residualRatio, phaseRad: 0 }]);
}

/** Value of the clock at `at`: −1…1 at mean springs (plus the residual), beyond at perigee. */
export function clockRatioAt(clock: readonly CurrentConstituent[], epochAt: Instant, at: Instant): number {
  const elapsedS = (at - epochAt) / 1000;
  return clock.reduce((sum, c) => sum + c.amplitudeRatio * Math.cos(c.speedRadPerS * elapsedS - c.phaseRad), 0);
}

/** Largest rate of rise of M2 + S2 alone with f = 1, m/s. */
function meanSpringRate(predictor: TidePredictor, shareOf: (name: string) => number): number {
  const amplitudeM = (name: string): number => predictor.constants.find((c) => c.name === name)?.amplitudeM ?? 0;
  const speeds = new Map(predictor.bake(EPOCH).map((c: BakedConstituent): [string, number] => [c.name, c.speedRadPerS]));
  return SPRING_NAMES.reduce((sum: number, name) => sum + shareOf(name) * amplitudeM(name) * (speeds.get(name) ?? 0), 0);
}

const SPRING_NAMES = ['M2', 'S2'] as const;
/** Any instant: only the speeds are read. */
const EPOCH = 0 as Instant;
