// The double gyre: two counter-rotating cells whose wall swings. A standard flow with a known, chaotic
// answer. Source: S. C. Shadden, F. Lekien, J. E. Marsden, Physica D 212 (2005) 271-304, §6.

import type { Point } from './schemes.ts';

export interface DoubleGyre {
  readonly amplitudeMps: number;
  readonly omegaRadPerS: number;
  readonly swingRatio: number;
}

export function doubleGyreVelocity(gyre: DoubleGyre, [x, y]: Point, t: number): Point {
  const swing = gyre.swingRatio * Math.sin(gyre.omegaRadPerS * t);
  const f = swing * x * x + (1 - 2 * swing) * x;
  const slope = 2 * swing * x + 1 - 2 * swing;
  const u = -Math.PI * gyre.amplitudeMps * Math.sin(Math.PI * f) * Math.cos(Math.PI * y);
  const v = Math.PI * gyre.amplitudeMps * Math.cos(Math.PI * f) * Math.sin(Math.PI * y) * slope;
  return [u, v];
}
