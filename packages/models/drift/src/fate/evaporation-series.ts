// Evaporation of one blob of constant area, step by step: the form in which reference cases are
// stated. The run itself uses the same two factors with a growing area (slicks.ts).

import type { PseudoComponent } from '../oil/pseudo-components.ts';
import { componentFactorPa, evaporationCommonFactor, slickDiameterM } from './evaporation.ts';
import { vapourPressurePa } from './vapour-pressure.ts';

export interface ConstantBlob {
  readonly components: readonly PseudoComponent[];
  readonly massKg: number;
  readonly areaM2: number;
  readonly windSpeedMps: number;
  readonly temperatureK: number;
  readonly waterRatio: number;
  readonly stepS: number;
  readonly stepCount: number;
}

/** Share of the mass that has evaporated after each step; shares of the components are normalised to 1. */
export function evaporationSeries(blob: ConstantBlob): readonly number[] {
  const { components, massKg, areaM2, temperatureK } = blob;
  const sum = components.reduce((total, c) => total + c.massRatio, 0);
  const masses = components.map((c) => (massKg * c.massRatio) / sum);
  const factors = components.map((c) => componentFactorPa(vapourPressurePa(c.boilingPointK, temperatureK), c.molarMassKgPerMol));
  const conditions = { ...blob, areaM2, slickDiameterM: slickDiameterM(areaM2) };
  return Array.from({ length: blob.stepCount }, () => {
    const amountMol = masses.reduce((total, kg, j) => total + kg / components[j]!.molarMassKgPerMol, 0);
    const common = evaporationCommonFactor(conditions, amountMol);
    masses.forEach((kg, j) => (masses[j] = kg * Math.exp(-common * factors[j]! * blob.stepS)));
    return 1 - masses.reduce((total, kg) => total + kg, 0) / massKg;
  });
}
