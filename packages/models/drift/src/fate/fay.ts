// Spreading of a slick under gravity and viscosity, with eddy diffusion added.
// Source: J. A. Fay, Proc. Joint Conf. on Prevention and Control of Oil Spills, API (1971) 463-467;
// coefficients and the joined rate as in NOAA's ADIOS2/PyGNOME; diffusion after A. Okubo (1971).

import { STANDARD_GRAVITY_M_PER_S2 } from '@anlan/kernel';

export interface FaySlick {
  readonly volumeM3: number;
  /** (water density − oil density) / water density; must be above 0. */
  readonly buoyancyRatio: number;
}

/** Area when the gravity-inertial phase ends, m². */
export function fayInitialAreaM2({ volumeM3, buoyancyRatio }: FaySlick): number {
  const inner = (Math.pow(volumeM3, 5) * STANDARD_GRAVITY_M_PER_S2 * buoyancyRatio) / WATER_VISCOSITY_M2_PER_S ** 2;
  return Math.PI * (K2 ** 4 / K1 ** 2) * Math.pow(inner, 1 / 6);
}

/** Time at which the gravity-inertial phase ends, s. */
export function fayInitialTimeS({ volumeM3, buoyancyRatio }: FaySlick): number {
  const gravity = WATER_VISCOSITY_M2_PER_S * STANDARD_GRAVITY_M_PER_S2 * buoyancyRatio;
  return (K2 / K1) ** 4 * Math.cbrt(volumeM3 / gravity);
}

/** C² of the gravity-viscous law A = C √t, m⁴/s. */
export function fayViscousM4PerS({ volumeM3, buoyancyRatio }: FaySlick): number {
  const inner = (volumeM3 * volumeM3 * STANDARD_GRAVITY_M_PER_S2 * buoyancyRatio) / Math.sqrt(WATER_VISCOSITY_M2_PER_S);
  const c = Math.PI * K3 * K3 * Math.cbrt(inner);
  return c * c;
}

/** Rate of growth of the area, m²/s: gravity-viscous and eddy diffusion, which add. */
export function fayAreaRateM2PerS(areaM2: number, viscousM4PerS: number): number {
  return (0.5 * viscousM4PerS) / areaM2 + (7 / 6) * SPREADING_K * Math.pow(areaM2 / SPREADING_K, 1 / 7);
}

/** One explicit Euler step without the thickness limit: the form in which the reference cases are stated. */
export function fayAreaEulerM2(areaM2: number, viscousM4PerS: number, stepS: number): number {
  return areaM2 + fayAreaRateM2PerS(areaM2, viscousM4PerS) * stepS;
}

/** One classical Runge-Kutta step: what the model itself uses, in sub-steps of at most a minute. */
export function fayAreaRk4M2(areaM2: number, viscousM4PerS: number, stepS: number): number {
  const k1 = fayAreaRateM2PerS(areaM2, viscousM4PerS);
  const k2 = fayAreaRateM2PerS(areaM2 + 0.5 * stepS * k1, viscousM4PerS);
  const k3 = fayAreaRateM2PerS(areaM2 + 0.5 * stepS * k2, viscousM4PerS);
  const k4 = fayAreaRateM2PerS(areaM2 + stepS * k3, viscousM4PerS);
  return areaM2 + (stepS / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
}

/** Thickness at which a slick of this oil stops spreading, m (ADIOS2: 0.01 mm light … 0.1 mm heavy). */
export function fayThicknessLimitM(oilViscosityM2PerS: number): number {
  if (oilViscosityM2PerS >= 1e-4) return 1e-4;
  if (oilViscosityM2PerS <= 1e-6) return 1e-5;
  return 1e-5 + 0.9091 * (oilViscosityM2PerS - 1e-6);
}

/** Spreading coefficients of the three phases, Fay (1971) as refitted in ADIOS2. */
const K1 = 1.53;
const K2 = 1.21;
const K3 = 1.45;
/** Kinematic viscosity of sea water, m²/s, ADIOS2. */
const WATER_VISCOSITY_M2_PER_S = 1e-6;
/** 4π·2·0.033, SI: patch growth by eddies, ADIOS2 after Okubo (1971). */
const SPREADING_K = 4 * Math.PI * 2 * 0.033;
