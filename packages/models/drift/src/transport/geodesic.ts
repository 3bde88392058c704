// Geodesic direct problem on WGS 84: where one arrives after a distance on an initial course.
// Source: T. Vincenty, Survey Review 23 (1975) 88-93, direct formula. Particles do not use it: they
// follow a velocity field, whose east component keeps pointing east (see step.ts).

import type { LonLat } from '@anlan/kernel';
import { degToRad, E2, radToDeg, WGS84_A_M, wrapLonDeg } from '@anlan/kernel';

export function geodesicDestination(from: LonLat, courseDegTrue: number, distanceM: number): LonLat {
  const flattening = 1 - Math.sqrt(1 - E2);
  const minorAxisM = WGS84_A_M * (1 - flattening);
  const course = degToRad(courseDegTrue);
  const tanU1 = (1 - flattening) * Math.tan(degToRad(from[1]));
  const cosU1 = 1 / Math.sqrt(1 + tanU1 * tanU1);
  const sinU1 = tanU1 * cosU1;
  const sigma1 = Math.atan2(tanU1, Math.cos(course));
  const sinAlpha = cosU1 * Math.sin(course);
  const cos2Alpha = 1 - sinAlpha * sinAlpha;
  const u2 = (cos2Alpha * (WGS84_A_M ** 2 - minorAxisM ** 2)) / minorAxisM ** 2;
  const a = 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
  const b = (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
  const sigma = arcLengthRad(distanceM / (minorAxisM * a), sigma1, b);
  const sinSigma = Math.sin(sigma);
  const cosSigma = Math.cos(sigma);
  const cos2SigmaM = Math.cos(2 * sigma1 + sigma);
  const x = sinU1 * sinSigma - cosU1 * cosSigma * Math.cos(course);
  const phi2 = Math.atan2(sinU1 * cosSigma + cosU1 * sinSigma * Math.cos(course), (1 - flattening) * Math.hypot(sinAlpha, x));
  const lambda = Math.atan2(sinSigma * Math.sin(course), cosU1 * cosSigma - sinU1 * sinSigma * Math.cos(course));
  const c = (flattening / 16) * cos2Alpha * (4 + flattening * (4 - 3 * cos2Alpha));
  const inner = sigma + c * sinSigma * (cos2SigmaM + c * cosSigma * (2 * cos2SigmaM * cos2SigmaM - 1));
  const lonChange = lambda - (1 - c) * flattening * sinAlpha * inner;
  return [wrapLonDeg(from[0] + radToDeg(lonChange)), radToDeg(phi2)];
}

/** Fixed-point iteration for σ; converges for every distance below half the circumference. */
function arcLengthRad(startRad: number, sigma1: number, b: number): number {
  let sigma = startRad;
  for (let iteration = 0; iteration < 100; iteration++) {
    const cos2SigmaM = Math.cos(2 * sigma1 + sigma);
    const [s, c] = [Math.sin(sigma), Math.cos(sigma)];
    const tail = (b / 6) * cos2SigmaM * (4 * s * s - 3) * (4 * cos2SigmaM * cos2SigmaM - 3);
    const next = startRad + b * s * (cos2SigmaM + (b / 4) * (c * (2 * cos2SigmaM * cos2SigmaM - 1) - tail));
    if (Math.abs(next - sigma) < 1e-14) return next;
    sigma = next;
  }
  return sigma;
}
