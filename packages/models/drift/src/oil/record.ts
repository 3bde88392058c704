// One oil as it was measured: what is null or empty was not measured and is estimated at use, by name.

import type { DensityPoints } from './density.ts';
import type { ViscosityPoints } from './viscosity.ts';

export interface OilRecord {
  /** Id in the NOAA ADIOS oil database, such as AD02002. */
  readonly id: string;
  readonly name: string;
  readonly productType: string;
  readonly location: string | null;
  readonly apiGravityDeg: number;
  readonly densityPoints: DensityPoints;
  readonly viscosityPoints: ViscosityPoints;
  /** [temperature K, dynamic viscosity Pa·s]. */
  readonly dynamicViscosityPoints: readonly (readonly [temperatureK: number, viscosityPaS: number])[];
  readonly pourPointK: number | null;
  readonly flashPointK: number | null;
  readonly cutBasis: 'mass' | 'volume';
  /** Distillation curve: cumulative share evaporated at a temperature in K. Empty: not measured. */
  readonly cuts: readonly (readonly [cumulativeRatio: number, temperatureK: number])[];
  readonly emulsionWaterRatioMax: number | null;
}
