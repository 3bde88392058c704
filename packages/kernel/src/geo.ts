// Places on WGS 84. Arrays are always [lonDeg, latDeg]; anything else spells the words out.
// Ellipsoid: NIMA TR8350.2 (2000). Distances: T. Vincenty, Survey Review 23 (1975) 88-93, inverse.

import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';
import { degToRad, radToDeg } from './units.ts';

/** Degrees, WGS 84, GeoJSON order. */
export type LonLat = readonly [lonDeg: number, latDeg: number];

/** West, south, east, north in degrees. `westDeg > eastDeg` means the box crosses 180°. */
export type BboxDeg = readonly [westDeg: number, southDeg: number, eastDeg: number, northDeg: number];

/** The one constructor: finite, longitude −180…180, latitude −90…90; else KERNEL_POSITION_OUT_OF_RANGE. */
export function lonLat(lonDeg: number, latDeg: number): Result<LonLat> {
  const inRange = Math.abs(lonDeg) <= 180 && Math.abs(latDeg) <= 90;
  if (!inRange) return refuse('KERNEL_POSITION_OUT_OF_RANGE', { lonDeg: String(lonDeg), latDeg: String(latDeg) });
  return ok([lonDeg, latDeg]);
}

/** Longitude brought into [−180, 180). */
export function wrapLonDeg(lonDeg: number): number {
  return ((((lonDeg + 180) % 360) + 360) % 360) - 180;
}

export function bboxContains(bbox: BboxDeg, [lonDeg, latDeg]: LonLat): boolean {
  const [westDeg, southDeg, eastDeg, northDeg] = bbox;
  if (latDeg < southDeg || latDeg > northDeg) return false;
  return westDeg <= eastDeg ? lonDeg >= westDeg && lonDeg <= eastDeg : lonDeg >= westDeg || lonDeg <= eastDeg;
}

/** Metres per degree of latitude and of longitude at `latDeg`, from the radii of curvature. */
export function metresPerDegree(latDeg: number): { readonly lonM: number; readonly latM: number } {
  const phi = degToRad(latDeg);
  const s = Math.sin(phi);
  const w2 = 1 - E2 * s * s;
  const w = Math.sqrt(w2);
  const meridionalM = (WGS84_A_M * (1 - E2)) / (w2 * w);
  const primeVerticalM = WGS84_A_M / w;
  return { latM: degToRad(meridionalM), lonM: degToRad(primeVerticalM * Math.cos(phi)) };
}

/**
 * Geodesic distance in metres (Vincenty inverse). Not convergent near antipodes: then the
 * great-circle distance on the mean radius is returned, whose error is below 0.6 %.
 */
export function distanceM(from: LonLat, to: LonLat): number {
  const u1 = Math.atan((1 - F) * Math.tan(degToRad(from[1])));
  const u2 = Math.atan((1 - F) * Math.tan(degToRad(to[1])));
  const deltaLon = degToRad(to[0] - from[0]);
  let lambda = deltaLon;
  for (let iteration = 0; iteration < 100; iteration++) {
    const g = vincentyTerms(u1, u2, lambda);
    if (g.sinSigma === 0) return 0;
    const c = (F / 16) * g.cos2Alpha * (4 + F * (4 - 3 * g.cos2Alpha));
    const next =
      deltaLon +
      (1 - c) * F * g.sinAlpha * (g.sigma + c * g.sinSigma * (g.cos2SigmaM + c * g.cosSigma * (2 * g.cos2SigmaM ** 2 - 1)));
    if (Math.abs(next - lambda) < 1e-12) return vincentyLengthM(g);
    lambda = next;
  }
  return greatCircleM(from, to);
}

/** Initial bearing in degrees true, 0…360, on the sphere (error below 0.2° at these distances). */
export function bearingDegTrue(from: LonLat, to: LonLat): number {
  const phi1 = degToRad(from[1]);
  const phi2 = degToRad(to[1]);
  const dLon = degToRad(to[0] - from[0]);
  const y = Math.sin(dLon) * Math.cos(phi2);
  const x = Math.cos(phi1) * Math.sin(phi2) - Math.sin(phi1) * Math.cos(phi2) * Math.cos(dLon);
  return (radToDeg(Math.atan2(y, x)) + 360) % 360;
}

/** Moves a point by metres east and north on the tangent plane; for steps of a few kilometres. */
export function offsetM([lonDeg, latDeg]: LonLat, eastM: number, northM: number): LonLat {
  const { lonM, latM } = metresPerDegree(latDeg);
  return [lonDeg + eastM / lonM, latDeg + northM / latM];
}

/* eslint-disable @typescript-eslint/naming-convention -- terms of the formula: radians, sines and cosines */
interface VincentyTerms {
  readonly sinSigma: number;
  readonly cosSigma: number;
  readonly sigma: number;
  readonly sinAlpha: number;
  readonly cos2Alpha: number;
  readonly cos2SigmaM: number;
}
/* eslint-enable @typescript-eslint/naming-convention */

function vincentyTerms(u1: number, u2: number, lambda: number): VincentyTerms {
  const [s1, c1, s2, c2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  const sinLambda = Math.sin(lambda);
  const cosLambda = Math.cos(lambda);
  const sinSigma = Math.hypot(c2 * sinLambda, c1 * s2 - s1 * c2 * cosLambda);
  const cosSigma = s1 * s2 + c1 * c2 * cosLambda;
  const sinAlpha = sinSigma === 0 ? 0 : (c1 * c2 * sinLambda) / sinSigma;
  const cos2Alpha = 1 - sinAlpha ** 2;
  const cos2SigmaM = cos2Alpha === 0 ? 0 : cosSigma - (2 * s1 * s2) / cos2Alpha;
  return { sinSigma, cosSigma, sigma: Math.atan2(sinSigma, cosSigma), sinAlpha, cos2Alpha, cos2SigmaM };
}

function vincentyLengthM(g: VincentyTerms): number {
  const u2 = (g.cos2Alpha * (WGS84_A_M ** 2 - WGS84_B_M ** 2)) / WGS84_B_M ** 2;
  const a = 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
  const b = (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
  const m = g.cos2SigmaM;
  const dSigma =
    b * g.sinSigma *
    (m + (b / 4) * (g.cosSigma * (2 * m * m - 1) - (b / 6) * m * (4 * g.sinSigma ** 2 - 3) * (4 * m * m - 3)));
  return WGS84_B_M * a * (g.sigma - dSigma);
}

function greatCircleM(from: LonLat, to: LonLat): number {
  const phi1 = degToRad(from[1]);
  const phi2 = degToRad(to[1]);
  const h =
    Math.sin((phi2 - phi1) / 2) ** 2 +
    Math.cos(phi1) * Math.cos(phi2) * Math.sin(degToRad(to[0] - from[0]) / 2) ** 2;
  return 2 * MEAN_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Semi-major axis of WGS 84, m. */
export const WGS84_A_M = 6378137;
/** Flattening of WGS 84. */
const F = 1 / 298.257223563;
const WGS84_B_M = WGS84_A_M * (1 - F);
/** First eccentricity squared. */
export const E2 = F * (2 - F);
/** Mean radius (2a + b) / 3, m. */
const MEAN_RADIUS_M = 6371008.8;
