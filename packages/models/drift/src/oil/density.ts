// Density of a fresh oil at a temperature: straight line between measured points, continued outside
// them; one point is moved by a thermal expansion coefficient, and the result says so.
// Source of the coefficient: NOAA ADIOS oil library, 0.0008 1/K (relative, not kg/m³ per K).

/** [temperature K, density kg/m³], ascending in temperature. */
export type DensityPoints = readonly (readonly [temperatureK: number, densityKgPerM3: number])[];

export interface OilDensity {
  readonly densityKgPerM3: number;
  /** one-point: moved by the expansion coefficient; extrapolated: outside the measured span. */
  readonly basis: 'measured-span' | 'extrapolated' | 'one-point';
}

export function oilDensity(points: DensityPoints, temperatureK: number): OilDensity | undefined {
  const first = points[0];
  if (first === undefined) return undefined;
  if (points.length === 1) {
    const densityKgPerM3 = first[1] * (1 - EXPANSION_PER_K * (temperatureK - first[0]));
    return { densityKgPerM3, basis: 'one-point' };
  }
  let upper = 1;
  while (upper < points.length - 1 && (points[upper] as DensityPoints[number])[0] < temperatureK) upper++;
  const [t0, d0] = points[upper - 1] as DensityPoints[number];
  const [t1, d1] = points[upper] as DensityPoints[number];
  const densityKgPerM3 = d0 + ((d1 - d0) * (temperatureK - t0)) / (t1 - t0);
  const inside = temperatureK >= t0 && temperatureK <= t1;
  return { densityKgPerM3, basis: inside ? 'measured-span' : 'extrapolated' };
}

/** Density at 15 °C of an oil of this API gravity, kg/m³ (API: 141.5 / SG − 131.5; water 999.016 kg/m³ at 60 °F). */
export function densityFromApiKgPerM3(apiGravityDeg: number): number {
  return (141.5 / (131.5 + apiGravityDeg)) * 999.016;
}

/** API gravity from the density at 15 °C. */
export function apiGravityDegFromDensity(densityKgPerM3: number): number {
  return 141.5 / (densityKgPerM3 / 999.016) - 131.5;
}

/** Relative thermal expansion of oil, 1/K. */
export const EXPANSION_PER_K = 0.0008;
