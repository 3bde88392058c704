// An oil at the temperature of the water: density, viscosity, buoyancy and components, with every
// estimate named. Refuses an oil that would sink: spreading and drift at the surface do not hold then.

import type { Assumption, ModelWarning, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { OilRecord } from './record.ts';
import type { PseudoComponent } from './pseudo-components.ts';
import { densityFromApiKgPerM3, EXPANSION_PER_K, oilDensity } from './density.ts';
import { pseudoComponents } from './pseudo-components.ts';
import { oilViscosity } from './viscosity.ts';

export interface OilAtTemperature {
  readonly id: string;
  readonly name: string;
  readonly temperatureK: number;
  readonly densityKgPerM3: number;
  readonly viscosityM2PerS: number;
  /** (water − oil) / water density. */
  readonly buoyancyRatio: number;
  readonly components: readonly PseudoComponent[];
  readonly assumed: readonly Assumption[];
  readonly warnings: readonly ModelWarning[];
}

export function oilAtTemperature(oil: OilRecord, temperatureK: number, waterDensityKgPerM3: number): Result<OilAtTemperature> {
  const assumed: Assumption[] = [];
  const warnings: ModelWarning[] = [];
  const densityKgPerM3 = densityAt(oil, temperatureK, assumed);
  const viscosityM2PerS = viscosityAt(oil, temperatureK, assumed, warnings);
  const buoyancyRatio = (waterDensityKgPerM3 - densityKgPerM3) / waterDensityKgPerM3;
  if (!(buoyancyRatio > 0)) {
    return refuse('DRIFT_OIL_SINKS', { oilName: oil.name, densityKgPerM3: Math.round(densityKgPerM3), waterDensityKgPerM3: Math.round(waterDensityKgPerM3) });
  }
  if (oil.pourPointK !== null && temperatureK < oil.pourPointK) {
    warnings.push({ code: 'DRIFT_WARN_BELOW_POUR_POINT', params: { oilName: oil.name, pourPointK: oil.pourPointK, temperatureK } });
  }
  const made = pseudoComponents(oil);
  return ok({
    id: oil.id, name: oil.name, temperatureK, densityKgPerM3, viscosityM2PerS, buoyancyRatio,
    components: made.components, assumed: [...assumed, ...made.assumed], warnings,
  });
}

/** Mass of a volume of this oil at a temperature, kg: for reports that give cubic metres. */
export function oilMassKg(oil: OilRecord, volumeM3: number, temperatureK: number): number {
  return volumeM3 * densityAt(oil, temperatureK, []);
}

function densityAt(oil: OilRecord, temperatureK: number, assumed: Assumption[]): number {
  const read = oilDensity(oil.densityPoints, temperatureK);
  if (read === undefined) {
    const fromApi = densityFromApiKgPerM3(oil.apiGravityDeg) * (1 - EXPANSION_PER_K * (temperatureK - API_TEMPERATURE_K));
    assumed.push({ code: 'DRIFT_ASSUMED_DENSITY_FROM_API', params: { oilName: oil.name, apiGravityDeg: oil.apiGravityDeg } });
    return fromApi;
  }
  if (read.basis === 'one-point') assumed.push({ code: 'DRIFT_ASSUMED_DENSITY_ONE_POINT', params: { oilName: oil.name, expansionPerK: EXPANSION_PER_K } });
  return read.densityKgPerM3;
}

function viscosityAt(oil: OilRecord, temperatureK: number, assumed: Assumption[], warnings: ModelWarning[]): number {
  const fromDynamic = oil.dynamicViscosityPoints.map(([pointK, viscosityPaS]) => [pointK, viscosityPaS / densityAt(oil, pointK, [])] as const);
  const sources = [oil.viscosityPoints, fromDynamic, [...oil.viscosityPoints, ...fromDynamic]];
  const reads = sources.map((points) => oilViscosity(points, temperatureK)).filter((found) => found !== undefined);
  const read = reads.find(({ basis }) => basis === 'fitted') ?? reads[0];
  if (read === undefined) {
    assumed.push({ code: 'DRIFT_ASSUMED_VISCOSITY', params: { oilName: oil.name, viscosityM2PerS: UNKNOWN_VISCOSITY_M2_PER_S } });
    return UNKNOWN_VISCOSITY_M2_PER_S;
  }
  if (read.basis === 'one-point') warnings.push({ code: 'DRIFT_WARN_VISCOSITY_ONE_POINT', params: { oilName: oil.name } });
  if (read.basis === 'rising') warnings.push({ code: 'DRIFT_WARN_VISCOSITY_RISES', params: { oilName: oil.name } });
  return read.viscosityM2PerS;
}

/** API gravity is stated at 60 °F, K. */
const API_TEMPERATURE_K = 288.7056;
/** Used only for the thickness limit of spreading: that of a medium crude, m²/s. */
const UNKNOWN_VISCOSITY_M2_PER_S = 1e-4;
