// Mean longitudes of moon and sun and the moon's orbit against the equator: all that the tide's
// arguments need. Polynomials: J. Meeus, Astronomical Algorithms, 2nd ed. (1998), ch. 22, 25, 47.
// Orbit angles I, xi, nu: P. Schureman, Manual of Harmonic Analysis and Prediction of Tides, US C&GS
// Special Publication 98 (1958), eq. 191 and p. 156. UT stands for TT (70 s): below 0.02° in every argument.

import type { Instant } from '@anlan/kernel';
import { degToRad } from '@anlan/kernel';

/** Slow angles in degrees, not reduced to 0…360. */
export interface AstronomicalAngles {
  /** Mean lunar time τ: 15°/h from the moon's lower transit at Greenwich. */
  readonly tauDeg: number;
  /** Mean longitude of the moon, s. */
  readonly moonDeg: number;
  /** Mean longitude of the sun, h. */
  readonly sunDeg: number;
  /** Longitude of the lunar perigee, p. */
  readonly perigeeDeg: number;
  /** Longitude of the ascending node, N. */
  readonly nodeDeg: number;
  /** Longitude of the solar perigee, p1. */
  readonly perihelionDeg: number;
}

export function astronomicalAngles(at: Instant): AstronomicalAngles {
  const days = at / MS_PER_DAY - J2000_EPOCH_DAYS;
  const c = days / 36525;
  const moonDeg = MOON[0] + c * (MOON[1] + c * (MOON[2] + c * MOON[3]));
  const sunDeg = SUN[0] + c * (SUN[1] + c * SUN[2]);
  const perigeeDeg = PERIGEE[0] + c * (PERIGEE[1] + c * (PERIGEE[2] + c * PERIGEE[3]));
  const nodeDeg = NODE[0] + c * (NODE[1] + c * (NODE[2] + c * NODE[3]));
  const perihelionDeg = PERIHELION[0] + c * (PERIHELION[1] + c * PERIHELION[2]);
  const solarDeg = 360 * (at / MS_PER_DAY - Math.floor(at / MS_PER_DAY));
  return { tauDeg: solarDeg + sunDeg - moonDeg, moonDeg, sunDeg, perigeeDeg, nodeDeg, perihelionDeg };
}

/** Degrees per mean solar hour of (τ, s, h, p, N, p1); the linear terms of the polynomials. */
export function astronomicalRatesDegPerHour(): readonly [number, number, number, number, number, number] {
  const perHour = (linear: number): number => linear / 36525 / 24;
  const [moon, sun] = [perHour(MOON[1]), perHour(SUN[1])];
  return [15 + sun - moon, moon, sun, perHour(PERIGEE[1]), perHour(NODE[1]), perHour(PERIHELION[1])];
}

/** The moon's orbit on the celestial sphere, radians (Schureman p. 156). */
export interface LunarOrbit {
  /** Obliquity of the orbit to the equator, I. */
  readonly obliquityRad: number;
  /** Longitude in the orbit of the intersection, ξ. */
  readonly xiRad: number;
  /** Right ascension of the intersection, ν. */
  readonly nuRad: number;
  /** Longitude of the perigee from the intersection, P = p − ξ. */
  readonly perigeeFromIntersectionRad: number;
}

export function lunarOrbit({ nodeDeg, perigeeDeg }: AstronomicalAngles): LunarOrbit {
  const node = degToRad(nodeDeg - 360 * Math.round(nodeDeg / 360));
  const obliquityRad = Math.acos(Math.cos(INCLINATION_RAD) * Math.cos(ECLIPTIC_RAD) - Math.sin(INCLINATION_RAD) * Math.sin(ECLIPTIC_RAD) * Math.cos(node));
  const sum = (ECLIPTIC_RAD + INCLINATION_RAD) / 2;
  const difference = (ECLIPTIC_RAD - INCLINATION_RAD) / 2;
  const a = Math.atan2(Math.cos(difference) * Math.sin(node / 2), Math.cos(sum) * Math.cos(node / 2));
  const b = Math.atan2(Math.sin(difference) * Math.sin(node / 2), Math.sin(sum) * Math.cos(node / 2));
  const xiRad = node - a - b;
  return { obliquityRad, xiRad, nuRad: a - b, perigeeFromIntersectionRad: degToRad(perigeeDeg) - xiRad };
}

const MS_PER_DAY = 86_400_000;
/** J2000.0 (2000-01-01T12:00) in days since 1970-01-01. */
const J2000_EPOCH_DAYS = 10957.5;
/** Degrees and degrees per Julian century to the power 1, 2, 3. Meeus (47.1). */
const MOON = [218.3164477, 481267.88123421, -0.0015786, 1 / 538841] as const;
/** Meeus (25.2). */
const SUN = [280.46646, 36000.76983, 0.0003032] as const;
/** Meeus ch. 22 and 47: mean perigee and mean ascending node. */
const PERIGEE = [83.3532465, 4069.0137287, -0.01032, -1 / 80053] as const;
const NODE = [125.0445479, -1934.1362891, 0.0020754, 1 / 467441] as const;
/** L0 − M of Meeus (25.2), (25.3). */
const PERIHELION = [-77.06265, 1.71954, 0.0004569] as const;
/** Inclination of the moon's orbit to the ecliptic, 5°08′43.3″ (Schureman table 1). */
const INCLINATION_RAD = degToRad(5.145376);
/** Obliquity of the ecliptic, J2000, Meeus (22.2). */
const ECLIPTIC_RAD = degToRad(23.4392911);
