// Height of the sun after the equations of the NOAA Global Monitoring Laboratory solar calculator
// (J. Meeus, Astronomical Algorithms, 1991, chapters 25 and 28; low accuracy form): within 0.01° of
// the tables for 1950–2050. Darkness: the sun more than 6° below the horizon (end of civil twilight).

import type { Instant, LonLat } from '@anlan/kernel';
import { degToRad, instantFromMs, radToDeg } from '@anlan/kernel';

/** Height of the sun's centre above the horizon, refraction left out. */
export function solarElevationDeg(at: Instant, [lonDeg, latDeg]: LonLat): number {
  const { declinationRad, equationOfTimeMinutes } = sunAt(at);
  const minutesUtc = ((at % DAY_MS) + DAY_MS) % DAY_MS / 60_000;
  const trueSolarMinutes = minutesUtc + equationOfTimeMinutes + 4 * lonDeg;
  const hourAngleRad = degToRad(trueSolarMinutes / 4 - 180);
  const phi = degToRad(latDeg);
  return radToDeg(Math.asin(Math.sin(phi) * Math.sin(declinationRad) + Math.cos(phi) * Math.cos(declinationRad) * Math.cos(hourAngleRad)));
}

export function isDark(at: Instant, position: LonLat): boolean {
  return solarElevationDeg(at, position) < CIVIL_TWILIGHT_DEG;
}

/** Stretches of darkness between two instants, to the second, in order. */
export function darkTimes(position: LonLat, fromAt: Instant, untilAt: Instant): readonly (readonly [fromAt: Instant, untilAt: Instant])[] {
  const stretches: (readonly [Instant, Instant])[] = [];
  let since = isDark(fromAt, position) ? fromAt : undefined;
  for (let ms: number = fromAt; ms < untilAt; ms += STEP_MS) {
    const [a, b] = [instantFromMs(ms), instantFromMs(Math.min(ms + STEP_MS, untilAt))];
    if (isDark(a, position) === isDark(b, position)) continue;
    const edge = changeBetween(position, a, b);
    if (since === undefined) since = edge;
    else {
      stretches.push([since, edge]);
      since = undefined;
    }
  }
  return since === undefined ? stretches : [...stretches, [since, untilAt]];
}

/** Equations of the NOAA calculator, letters as there: T, L0, M, e, C, λ, ε, δ, E. */
function sunAt(at: Instant): { readonly declinationRad: number; readonly equationOfTimeMinutes: number } {
  const t = (at / DAY_MS + UNIX_EPOCH_JULIAN_DAYS - J2000_JULIAN_DAYS) / 36_525;
  const meanLonDeg = (280.46646 + t * (36000.76983 + t * 0.0003032)) % 360;
  const anomalyRad = degToRad(357.52911 + t * (35999.05029 - 0.0001537 * t));
  const eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
  const centreDeg = Math.sin(anomalyRad) * (1.914602 - t * (0.004817 + 0.000014 * t)) + Math.sin(2 * anomalyRad) * (0.019993 - 0.000101 * t) + Math.sin(3 * anomalyRad) * 0.000289;
  const omegaRad = degToRad(125.04 - 1934.136 * t);
  const apparentRad = degToRad(meanLonDeg + centreDeg - 0.00569 - 0.00478 * Math.sin(omegaRad));
  const meanObliquityDeg = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60;
  const obliquityRad = degToRad(meanObliquityDeg + 0.00256 * Math.cos(omegaRad));
  const y = Math.tan(obliquityRad / 2) ** 2;
  const l = degToRad(meanLonDeg);
  const e = eccentricity;
  const equationRad =
    y * Math.sin(2 * l) - 2 * e * Math.sin(anomalyRad) + 4 * e * y * Math.sin(anomalyRad) * Math.cos(2 * l) - 0.5 * y * y * Math.sin(4 * l) - 1.25 * e * e * Math.sin(2 * anomalyRad);
  return { declinationRad: Math.asin(Math.sin(obliquityRad) * Math.sin(apparentRad)), equationOfTimeMinutes: 4 * radToDeg(equationRad) };
}

function changeBetween(position: LonLat, a: Instant, b: Instant): Instant {
  let [low, high] = [a as number, b as number];
  const darkAtLow = isDark(a, position);
  while (high - low > 1000) {
    const middle = Math.round((low + high) / 2);
    if (isDark(instantFromMs(middle), position) === darkAtLow) low = middle;
    else high = middle;
  }
  return instantFromMs(Math.round(high));
}

const DAY_MS = 86_400_000;
/** Julian day of 1970-01-01T00:00Z and of J2000.0. */
const UNIX_EPOCH_JULIAN_DAYS = 2_440_587.5;
const J2000_JULIAN_DAYS = 2_451_545;
/** Civil twilight ends with the sun's centre 6° below the horizon. */
const CIVIL_TWILIGHT_DEG = -6;
/** Shorter than any day or night here, ms. */
const STEP_MS = 1_800_000;
