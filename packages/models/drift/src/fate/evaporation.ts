// First-order loss of each pseudo-component of a slick by evaporation.
// Source: D. Mackay, R. S. Matsugu, Can. J. Chem. Eng. 51 (1973) 434-439 (mass transfer
// K = 0.0048 U^0.78 X^-1/9 Sc^-2/3); mole-fraction form after R. K. Jones, AMOP 20 (1997), as NOAA's PyGNOME.

import { GAS_CONSTANT_J_PER_MOL_K } from '@anlan/kernel';

export interface EvaporationConditions {
  /** Area that the slick's oil truly covers, m². */
  readonly areaM2: number;
  /** Diameter of the slick, m: the fetch of the wind over it. */
  readonly slickDiameterM: number;
  readonly windSpeedMps: number;
  readonly temperatureK: number;
  /** Water in the emulsion, 0…1. */
  readonly waterRatio: number;
}

/**
 * The part of the decay rate that is the same for all components, in 1/(Pa·s)·(kg/mol)^(1/3);
 * multiply by `componentFactor` of the component for its rate in 1/s.
 */
export function evaporationCommonFactor(conditions: EvaporationConditions, slickMol: number): number {
  const { areaM2, slickDiameterM, windSpeedMps, temperatureK, waterRatio } = conditions;
  const windTerm = Math.pow(Math.max(windSpeedMps, WIND_SPEED_MPS_MIN), 0.78);
  const fetchTerm = Math.pow(Math.max(slickDiameterM, SLICK_DIAMETER_M_MIN), -1 / 9);
  const transferMps = MASS_TRANSFER_COEFFICIENT * windTerm * fetchTerm;
  return (areaM2 * (1 - waterRatio) * transferMps) / (GAS_CONSTANT_J_PER_MOL_K * temperatureK * slickMol);
}

/** Sc^(-2/3) × vapour pressure: the part of the rate that belongs to one component, Pa. */
export function componentFactorPa(pressurePa: number, molarMassKgPerMol: number): number {
  return SCHMIDT_FACTOR * Math.cbrt(WATER_MOLAR_MASS_KG_PER_MOL / molarMassKgPerMol) * pressurePa;
}

/** Diameter of a round slick of this area, m. */
export function slickDiameterM(areaM2: number): number {
  return 2 * Math.sqrt(areaM2 / Math.PI);
}

/** Mackay and Matsugu (1973), SI (m^0.33 s^-0.22). */
const MASS_TRANSFER_COEFFICIENT = 0.0048;
/** Sc^(-2/3) of water vapour in air (Sc 0.6167) as in PyGNOME; scaled to a component by (0.018/M)^(1/3). */
const SCHMIDT_FACTOR = 1.380277;
const WATER_MOLAR_MASS_KG_PER_MOL = 0.018;
/** Below this wind free convection carries the vapour; the law is not used below it (PyGNOME). */
const WIND_SPEED_MPS_MIN = 1;
const SLICK_DIAMETER_M_MIN = 1;
