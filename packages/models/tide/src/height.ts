// Height of the tide from harmonic constants: h(t) = Σ f·H·cos(V + u − g), g on Greenwich (UTC).
// Schureman (1958) eq. 432. `bakeConstituents` freezes f and u at one instant, which is what a
// forecast of days needs: over 15 days either side the frozen factors err by less than 0.4 %.

import type { Instant, Result } from '@anlan/kernel';
import { degToRad, ok, refuse } from '@anlan/kernel';
import { astronomicalAngles } from './astronomy.ts';
import type { ConstituentName } from './constituents.ts';
import { CONSTITUENTS, constituentSpeedRadPerS, isConstituentName } from './constituents.ts';
import { nodalCorrection } from './nodal.ts';

/** One harmonic constant of a place. */
export interface HarmonicConstant {
  readonly name: string;
  /** H, m. Valid 0…10. */
  readonly amplitudeM: number;
  /** g, degrees, phase lag on the equilibrium tide at Greenwich, time in UTC. */
  readonly phaseLagDeg: number;
}

/** Σ amplitude·cos(speed·(t − epochAt)/1000 − phase), with f, u and V already inside. */
export interface BakedConstituent {
  readonly name: ConstituentName;
  readonly speedRadPerS: number;
  readonly amplitudeM: number;
  readonly phaseRad: number;
}

export interface TidePredictor {
  readonly constants: readonly HarmonicConstant[];
  /** Height above the datum of the constants (their mean level), m, with f and u of that very instant. */
  heightM(at: Instant): number;
  /** Frozen at `at`. */
  bake(at: Instant): readonly BakedConstituent[];
}

/** Refuses an empty list, an unknown constituent, an amplitude outside 0…10 m, a phase that is no number. */
export function createTidePredictor(constants: readonly HarmonicConstant[]): Result<TidePredictor> {
  if (constants.length === 0) return refuse('TIDE_NO_CONSTANTS');
  for (const { name, amplitudeM, phaseLagDeg } of constants) {
    if (!isConstituentName(name)) return refuse('TIDE_CONSTITUENT_UNKNOWN', { name });
    const valid = amplitudeM >= 0 && amplitudeM <= AMPLITUDE_M_MAX && Math.abs(phaseLagDeg) <= PHASE_LAG_DEG_MAX;
    if (!valid) return refuse('TIDE_CONSTANT_INVALID', { name, amplitudeM: String(amplitudeM), phaseLagDeg: String(phaseLagDeg) });
  }
  return ok({
    constants,
    heightM: (at) => bakeConstituents(constants, at).reduce((sum, c) => sum + c.amplitudeM * Math.cos(c.phaseRad), 0),
    bake: (at) => bakeConstituents(constants, at),
  });
}

/** Height of baked constituents at `at`, m. */
export function bakedHeightM(baked: readonly BakedConstituent[], epochAt: Instant, at: Instant): number {
  const elapsedS = (at - epochAt) / 1000;
  let heightM = 0;
  for (const c of baked) heightM += c.amplitudeM * Math.cos(c.speedRadPerS * elapsedS - c.phaseRad);
  return heightM;
}

function bakeConstituents(constants: readonly HarmonicConstant[], at: Instant): BakedConstituent[] {
  const angles = astronomicalAngles(at);
  const values = [angles.tauDeg, angles.moonDeg, angles.sunDeg, angles.perigeeDeg, angles.nodeDeg, angles.perihelionDeg];
  return constants.flatMap(({ name, amplitudeM, phaseLagDeg }) => {
    if (!isConstituentName(name)) return [];
    const { doodson, offsetDeg } = CONSTITUENTS[name];
    const argumentDeg = doodson.reduce((sum: number, count, i) => sum + count * (values[i] ?? 0), offsetDeg);
    const { factorRatio, angleRad } = nodalCorrection(name, angles);
    const phaseRad = wrapRad(degToRad(phaseLagDeg - (argumentDeg % 360)) - angleRad);
    return [{ name, speedRadPerS: constituentSpeedRadPerS(name), amplitudeM: amplitudeM * factorRatio, phaseRad }];
  });
}

function wrapRad(angleRad: number): number {
  return angleRad - 2 * Math.PI * Math.floor((angleRad + Math.PI) / (2 * Math.PI));
}

/** The largest tides on earth have an M2 below 6 m. */
const AMPLITUDE_M_MAX = 10;
const PHASE_LAG_DEG_MAX = 720;
