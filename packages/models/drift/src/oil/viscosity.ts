// Kinematic viscosity of a fresh oil: v(T) = A exp(k/T), least squares of ln v on 1/T over the measured
// points (E. N. Andrade 1930, as in NOAA's ADIOS). One point is continued with the library's usual slope.

/** [temperature K, kinematic viscosity m²/s]. */
export type ViscosityPoints = readonly (readonly [temperatureK: number, viscosityM2PerS: number])[];

export interface OilViscosity {
  readonly viscosityM2PerS: number;
  /** one-point: the slope is assumed; rising: the points rise with temperature, which no oil does, so the assumed slope is used through their mean. */
  readonly basis: 'fitted' | 'one-point' | 'rising';
}

export function oilViscosity(points: ViscosityPoints, temperatureK: number): OilViscosity | undefined {
  const first = points[0];
  if (first === undefined) return undefined;
  const [inverse, logarithm] = means(points);
  const fittedK = points.length === 1 ? 0 : fittedSlopeK(points);
  const slopeK = fittedK > 0 ? fittedK : ONE_POINT_SLOPE_K;
  const viscosityM2PerS = Math.exp(logarithm + slopeK * (1 / temperatureK - inverse));
  if (points.length === 1) return { viscosityM2PerS, basis: 'one-point' };
  return { viscosityM2PerS, basis: fittedK > 0 ? 'fitted' : 'rising' };
}

function fittedSlopeK(points: ViscosityPoints): number {
  const [inverse, logarithm] = means(points);
  let above = 0;
  let below = 0;
  for (const [temperatureK, viscosityM2PerS] of points) {
    const d = 1 / temperatureK - inverse;
    above += d * (Math.log(viscosityM2PerS) - logarithm);
    below += d * d;
  }
  return above / below;
}

/** Means of 1/T and of ln v. */
function means(points: ViscosityPoints): readonly [inverse: number, logarithm: number] {
  let inverse = 0;
  let logarithm = 0;
  for (const [temperatureK, viscosityM2PerS] of points) {
    inverse += 1 / temperatureK / points.length;
    logarithm += Math.log(viscosityM2PerS) / points.length;
  }
  return [inverse, logarithm];
}

/** Slope of ln v on 1/T when only one viscosity was measured, K (ADIOS2). Too gentle for heavy fuels: warned. */
const ONE_POINT_SLOPE_K = 2100;
