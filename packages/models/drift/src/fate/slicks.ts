// Weathering of slicks: particles of one member that start in the same step share an age, hence a film
// thickness and a composition. They are that part of a slick of the WHOLE release at this age (as in
// NOAA's PyGNOME), so area and evaporation do not depend on how the release is cut into steps. Area
// grows by Fay, Langmuir cells draw it together, what is covered evaporates; shares of the fresh mass.

import type { OilAtTemperature } from '../oil/at-temperature.ts';
import { componentFactorPa, evaporationCommonFactor, slickDiameterM } from './evaporation.ts';
import { fayAreaRk4M2, fayInitialAreaM2, fayThicknessLimitM, fayViscousM4PerS } from './fay.ts';
import { langmuirCoverRatio } from './langmuir.ts';
import { vapourPressurePa } from './vapour-pressure.ts';

/** Slicks side by side; `remainingRatio` and `areaM2` are read by the run, the rest is inner state. */
export interface Slicks {
  readonly oil: OilAtTemperature | null;
  readonly remainingRatio: Float64Array;
  readonly areaM2: Float64Array;
  readonly ageS: Float64Array;
  /** Fresh volume of the whole release, m³: areas and thickness are those of a slick of all of it. */
  readonly volumeM3: Float64Array;
  /** [slick][component]: share of the slick's fresh mass. */
  readonly massRatio: Float64Array;
  readonly factorPa: Float64Array;
  readonly molPerKg: Float64Array;
}

/** A passive substance has slicks without oil: they keep their mass and have no area. */
export function createSlicks(oil: OilAtTemperature | null, slickCount: number): Slicks {
  const components = oil?.components ?? [];
  const massRatio = new Float64Array(slickCount * components.length);
  for (let slick = 0; slick < slickCount; slick++) components.forEach((c, j) => (massRatio[slick * components.length + j] = c.massRatio));
  const temperatureK = oil?.temperatureK ?? 0;
  return {
    oil,
    remainingRatio: new Float64Array(slickCount).fill(1),
    areaM2: new Float64Array(slickCount),
    ageS: new Float64Array(slickCount),
    volumeM3: new Float64Array(slickCount),
    massRatio,
    factorPa: Float64Array.from(components, (c) => componentFactorPa(vapourPressurePa(c.boilingPointK, temperatureK), c.molarMassKgPerMol)),
    molPerKg: Float64Array.from(components, (c) => 1 / c.molarMassKgPerMol),
  };
}

/** Puts oil into a slick: from now on it spreads and evaporates. */
export function startSlick(slicks: Slicks, slickIndex: number, massKg: number): void {
  const { oil } = slicks;
  if (oil === null) return;
  const volumeM3 = massKg / oil.densityKgPerM3;
  slicks.volumeM3[slickIndex] = volumeM3;
  slicks.areaM2[slickIndex] = fayInitialAreaM2({ volumeM3, buoyancyRatio: oil.buoyancyRatio });
}

/** Ages a slick by `durationS` under this wind, in sub-steps of a minute while it is young. */
export function weatherSlick(slicks: Slicks, slickIndex: number, windSpeedMps: number, durationS: number): void {
  const { oil } = slicks;
  if (oil === null) return;
  let leftS = durationS;
  while (leftS > 1e-6) {
    const subStepS = Math.min(leftS, slicks.ageS[slickIndex]! < YOUNG_S ? YOUNG_SUB_STEP_S : OLD_SUB_STEP_S);
    evaporateSubStep(slicks, oil, slickIndex, windSpeedMps, subStepS);
    spreadSubStep(slicks, oil, slickIndex, subStepS);
    slicks.ageS[slickIndex]! += subStepS;
    leftS -= subStepS;
  }
}

/** Area that oil truly covers: windrows leave the rest clear. 0 for a passive substance. */
export function coveredAreaM2({ oil, areaM2, volumeM3 }: Slicks, slickIndex: number, windSpeedMps: number): number {
  if (oil === null) return 0;
  const area = areaM2[slickIndex]!;
  return area * langmuirCoverRatio({ windSpeedMps, thicknessM: volumeM3[slickIndex]! / area, buoyancyRatio: oil.buoyancyRatio });
}

function spreadSubStep(slicks: Slicks, oil: OilAtTemperature, slickIndex: number, subStepS: number): void {
  const volumeM3 = slicks.volumeM3[slickIndex]!;
  const areaM2 = slicks.areaM2[slickIndex]!;
  const limitM2 = volumeM3 / fayThicknessLimitM(oil.viscosityM2PerS);
  if (areaM2 >= limitM2) return;
  const viscousM4PerS = fayViscousM4PerS({ volumeM3, buoyancyRatio: oil.buoyancyRatio });
  slicks.areaM2[slickIndex] = Math.min(limitM2, fayAreaRk4M2(areaM2, viscousM4PerS, subStepS));
}

function evaporateSubStep(slicks: Slicks, oil: OilAtTemperature, slickIndex: number, windSpeedMps: number, subStepS: number): void {
  const { massRatio, molPerKg, factorPa } = slicks;
  const areaM2 = slicks.areaM2[slickIndex]!;
  const volumeM3 = slicks.volumeM3[slickIndex]!;
  const componentCount = factorPa.length;
  const from = slickIndex * componentCount;
  let molPerFreshKg = 0;
  for (let j = 0; j < componentCount; j++) molPerFreshKg += massRatio[from + j]! * molPerKg[j]!;
  if (molPerFreshKg === 0) return;
  const conditions = { areaM2: coveredAreaM2(slicks, slickIndex, windSpeedMps), slickDiameterM: slickDiameterM(areaM2), windSpeedMps, temperatureK: oil.temperatureK, waterRatio: 0 };
  const common = evaporationCommonFactor(conditions, molPerFreshKg * volumeM3 * oil.densityKgPerM3);
  let remaining = 0;
  for (let j = 0; j < componentCount; j++) {
    const left = massRatio[from + j]! * Math.exp(-common * factorPa[j]! * subStepS);
    massRatio[from + j] = left;
    remaining += left;
  }
  slicks.remainingRatio[slickIndex] = remaining;
}

/** In its first hour a slick changes fast. */
const YOUNG_S = 3600;
const YOUNG_SUB_STEP_S = 60;
const OLD_SUB_STEP_S = 600;
