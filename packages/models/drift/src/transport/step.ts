// One Runge-Kutta 4 step of a particle in longitude and latitude on the WGS 84 ellipsoid: water
// carries it whole, wind with a share of its speed. Local radii of curvature turn metres into
// degrees at every stage (NIMA TR8350.2, 2000; W. Torge, Geodesy (2001), eq. 4.13-4.14).

import { E2, WGS84_A_M } from '@anlan/kernel';
import type { PreparedField } from '../forcing/prepared-field.ts';
import { SAMPLE_FOUND, SAMPLE_UNKNOWN, sampleField } from '../forcing/sample.ts';

/** What the stages of a step share. Arrays and not objects: nothing is allocated in the loop. */
export interface Mover {
  readonly current: PreparedField;
  readonly wind: PreparedField;
  /** Error of the member, see `writeErrorMatrix`: turn and stretch, then the added vectors. */
  readonly matrix: Float64Array;
  /** 0, 1: last slope in degrees a second (before that, vectors) · 2: wind speed² · 3: current speed² as the field gives it, without error · 4, 5: degrees a metre east and north · 6: 1 when it was the wind that was unknown. */
  readonly vector: Float64Array;
  /** 0, 1: where the step ended · at its start, 2: wind speed · 3: current speed · 4, 5: degrees a metre east and north. */
  readonly ended: Float64Array;
  /** Latitude at the start of the step in radians, its sine and cosine. */
  readonly origin: Float64Array;
}

export function createMover(current: PreparedField, wind: PreparedField): Mover {
  return { current, wind, matrix: new Float64Array(8), vector: new Float64Array(7), ended: new Float64Array(6), origin: new Float64Array(3) };
}

/**
 * Steps from (lonDeg, latDeg) into `ended`. Stages lie at slots `slotIndex`, + `strideCount` and
 * + 2 `strideCount`. Returns SAMPLE_UNKNOWN when any stage falls where current or wind is unknown.
 */
export function rk4Step(m: Mover, lonDeg: number, latDeg: number, windageRatio: number, slotIndex: number, strideCount: number, stepS: number): number {
  const v = m.vector;
  const half = 0.5 * stepS;
  m.origin[0] = latDeg * RAD_PER_DEG;
  m.origin[1] = Math.sin(m.origin[0]);
  m.origin[2] = Math.cos(m.origin[0]);
  const first = slope(m, slotIndex, lonDeg, latDeg, windageRatio);
  if (first === SAMPLE_UNKNOWN) return first;
  const x1 = v[0]!;
  const y1 = v[1]!;
  m.ended[2] = Math.sqrt(v[2]!);
  m.ended[3] = Math.sqrt(v[3]!);
  m.ended[4] = v[4]!;
  m.ended[5] = v[5]!;
  if (slope(m, slotIndex + strideCount, lonDeg + half * x1, latDeg + half * y1, windageRatio) === SAMPLE_UNKNOWN) return SAMPLE_UNKNOWN;
  const x2 = v[0]!;
  const y2 = v[1]!;
  if (slope(m, slotIndex + strideCount, lonDeg + half * x2, latDeg + half * y2, windageRatio) === SAMPLE_UNKNOWN) return SAMPLE_UNKNOWN;
  const x3 = v[0]!;
  const y3 = v[1]!;
  if (slope(m, slotIndex + 2 * strideCount, lonDeg + stepS * x3, latDeg + stepS * y3, windageRatio) === SAMPLE_UNKNOWN) return SAMPLE_UNKNOWN;
  m.ended[0] = lonDeg + (stepS / 6) * (x1 + 2 * x2 + 2 * x3 + v[0]!);
  m.ended[1] = latDeg + (stepS / 6) * (y1 + 2 * y2 + 2 * y3 + v[1]!);
  return first;
}

/** Degrees a second east and north into `vector`. */
function slope(m: Mover, slot: number, lonDeg: number, latDeg: number, windageRatio: number): number {
  const v = m.vector;
  const matrix = m.matrix;
  const status = sampleField(m.current, slot, lonDeg, latDeg, v);
  if (status === SAMPLE_UNKNOWN) {
    v[6] = 0;
    return status;
  }
  const fieldSquare = v[0]! * v[0]! + v[1]! * v[1]!;
  const currentEast = matrix[0]! * v[0]! + matrix[1]! * v[1]! + matrix[4]!;
  const currentNorth = matrix[0]! * v[1]! - matrix[1]! * v[0]! + matrix[5]!;
  if (sampleField(m.wind, slot, lonDeg, latDeg, v) !== SAMPLE_FOUND) {
    v[6] = 1;
    return SAMPLE_UNKNOWN;
  }
  const windEast = matrix[2]! * v[0]! + matrix[3]! * v[1]! + matrix[6]!;
  const windNorth = matrix[2]! * v[1]! - matrix[3]! * v[0]! + matrix[7]!;
  v[2] = windEast * windEast + windNorth * windNorth;
  v[3] = fieldSquare;
  degreesPerMetre(m, latDeg);
  v[0] = (currentEast + windageRatio * windEast) * v[4]!;
  v[1] = (currentNorth + windageRatio * windNorth) * v[5]!;
  return status;
}

/** Into `vector` 4 and 5. Sine and cosine by Taylor around the start of the step: exact to 1e-12 within 10 km. */
function degreesPerMetre(m: Mover, latDeg: number): void {
  const origin = m.origin;
  const delta = latDeg * RAD_PER_DEG - origin[0]!;
  const even = 1 - 0.5 * delta * delta;
  const odd = delta * (1 - (delta * delta) / 6);
  const sine = origin[1]! * even + origin[2]! * odd;
  const cosine = origin[2]! * even - origin[1]! * odd;
  const w2 = 1 - E2 * sine * sine;
  const w = Math.sqrt(w2);
  m.vector[4] = w / (METRES_PER_DEG_A * cosine);
  m.vector[5] = (w2 * w) / METRES_PER_DEG_M;
}

const RAD_PER_DEG = Math.PI / 180;
/** a·π/180 and a(1−e²)·π/180, m per degree. */
const METRES_PER_DEG_A = WGS84_A_M * RAD_PER_DEG;
const METRES_PER_DEG_M = WGS84_A_M * (1 - E2) * RAD_PER_DEG;
