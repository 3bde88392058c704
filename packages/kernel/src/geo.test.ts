import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BboxDeg, LonLat } from './index.ts';
import { bboxContains, bearingDegTrue, distanceM, lonLat, metresPerDegree, offsetM, wrapLonDeg, WGS84_A_M } from './index.ts';

const anyLonDeg = fc.double({ min: -180, max: 180, noNaN: true });
const anyLatDeg = fc.double({ min: -90, max: 90, noNaN: true });
const place = fc.tuple(anyLonDeg, anyLatDeg);
const dms = (deg: number, minutes: number, seconds: number): number => deg + minutes / 60 + seconds / 3600;

describe('a place', () => {
  it('has a finite longitude and latitude in range', () => {
    fc.assert(fc.property(place, ([lonDeg, latDeg]) => {
      expect(lonLat(lonDeg, latDeg)).toEqual({ ok: true, value: [lonDeg, latDeg] });
    }));
  });

  it.each([[180.0001, 0], [-181, 0], [0, 90.0001], [30, 122], [Number.NaN, 0], [0, Number.NaN], [Number.POSITIVE_INFINITY, 0]])('refuses %s, %s by name', (lonDeg, latDeg) => {
    expect(lonLat(lonDeg, latDeg)).toEqual({ ok: false, refusal: { code: 'KERNEL_POSITION_OUT_OF_RANGE', params: { lonDeg: String(lonDeg), latDeg: String(latDeg) } } });
  });
});

describe('longitudes wrap at 180°', () => {
  it('into [−180, 180), by whole turns', () => {
    fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (lonDeg) => {
      const wrapped = wrapLonDeg(lonDeg);
      expect(wrapped).toBeGreaterThanOrEqual(-180);
      expect(wrapped).toBeLessThan(180);
      const turns = (lonDeg - wrapped) / 360;
      expect(Math.abs(turns - Math.round(turns))).toBeLessThan(1e-9);
    }));
  });

  it.each([[180, -180], [-180, -180], [181, -179], [-181, 179], [540, -180], [122.158, 122.158]])('%s becomes %s', (lonDeg, wrapped) => {
    expect(wrapLonDeg(lonDeg)).toBeCloseTo(wrapped, 9);
  });
});

describe('a box', () => {
  const box: BboxDeg = [121, 29.2, 123.5, 31.3];
  const acrossDateLine: BboxDeg = [170, -10, -170, 10];

  it('holds its edges and corners, and nothing beyond', () => {
    for (const inside of [[121, 29.2], [123.5, 31.3], [122, 30]] as const) expect(bboxContains(box, inside)).toBe(true);
    for (const outside of [[120.999, 30], [123.501, 30], [122, 29.199], [122, 31.301]] as const) expect(bboxContains(box, outside)).toBe(false);
  });

  it('may cross 180°', () => {
    for (const inside of [[170, 0], [180, 0], [-180, 0], [-170, 10]] as const) expect(bboxContains(acrossDateLine, inside)).toBe(true);
    for (const outside of [[169.9, 0], [-169.9, 0], [0, 0], [175, 10.1]] as const) expect(bboxContains(acrossDateLine, outside)).toBe(false);
  });

  it('and the box of the other longitudes share only their edges', () => {
    fc.assert(fc.property(anyLonDeg, anyLonDeg, place, (a, b, at) => {
      fc.pre(at[0] !== a && at[0] !== b && a !== b);
      expect(bboxContains([a, -90, b, 90], at)).toBe(!bboxContains([b, -90, a, 90], at));
    }));
  });
});

describe('distance on the ellipsoid', () => {
  // Published geodesics, to the digits that their source gives.
  const known: readonly (readonly [string, LonLat, LonLat, number, number])[] = [
    ['Flinders Peak to Buninyong (Geoscience Australia, GDA94)', [dms(144, 25, 29.5244), -dms(37, 57, 3.7203)], [dms(143, 55, 35.3839), -dms(37, 39, 10.1561)], 54_972.271, 0.001],
    ['New York to London (GeographicLib, GeodSolve manual)', [-73.8, 40.6], [-0.5, 51.6], 5_551_759.4, 0.01],
    ['quarter meridian of WGS 84', [0, 0], [0, 90], 10_001_965.729, 0.001],
    ['one degree of the equator, a·π/180', [0, 0], [1, 0], (WGS84_A_M * Math.PI) / 180, 1e-6],
    ['pole to pole', [0, 90], [0, -90], 20_003_931.459, 0.001],
    ['across 180°', [179.9, 0], [-179.9, 0], (0.2 * WGS84_A_M * Math.PI) / 180, 1e-4],
  ];
  it.each(known)('%s', (_name, from, to, lengthM, toleranceM) => {
    expect(Math.abs(distanceM(from, to) - lengthM)).toBeLessThan(toleranceM);
  });

  // C. F. F. Karney, J. Geodesy 87 (2013) 43-55: there Vincenty's iteration does not converge.
  it.each([
    ['0, 0 to 0.5, 179.7', [0, 0], [179.7, 0.5], 19_936_288.579],
    ['Wellington to Salamanca', [174.81, -41.32], [-5.5, 40.96], 19_959_679.267],
  ] as const)('near antipodes (%s) stays within the 0.6 % that it promises', (_name, from, to, lengthM) => {
    expect(Math.abs(distanceM(from, to) / lengthM - 1)).toBeLessThan(0.006);
  });

  it('is the same both ways, zero on the spot, and close to the sphere everywhere', () => {
    fc.assert(fc.property(place, place, (from, to) => {
      const thereM = distanceM(from, to);
      expect(Math.abs(thereM - distanceM(to, from))).toBeLessThan(1e-3);
      expect(distanceM(from, from)).toBe(0);
      expect(Math.abs(thereM - sphereM(from, to))).toBeLessThanOrEqual(0.006 * sphereM(from, to) + 1e-6);
    }), { numRuns: 500 });
  });

  it('does not mind how often a longitude was wound round', () => {
    fc.assert(fc.property(place, place, fc.constantFrom(-360, 360), (from, to, turnDeg) => {
      expect(Math.abs(distanceM(from, [to[0] + turnDeg, to[1]]) - distanceM(from, to))).toBeLessThan(1);
    }));
  });
});

describe('small steps and bearings', () => {
  it.each([[[0, 1], 0], [[1, 0], 90], [[0, -1], 180], [[-1, 0], 270]] as const)('towards %s is %s°', (to, degTrue) => {
    expect(bearingDegTrue([0, 0], to)).toBeCloseTo(degTrue, 9);
  });

  it('metres per degree at 30° north (NIMA TR8350.2: M = 6 351 377.1 m, N = 6 383 480.9 m)', () => {
    const { lonM, latM } = metresPerDegree(30);
    expect(latM).toBeCloseTo((6_351_377.1036 * Math.PI) / 180, 1);
    expect(lonM).toBeCloseTo((6_383_480.9177 * Math.PI * Math.cos(Math.PI / 6)) / 180, 1);
  });

  it('a step of up to five kilometres is as long and as directed as it was asked, to 0.1 %', () => {
    const mid = fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -60, max: 60, noNaN: true }));
    const metres = fc.double({ min: -5000, max: 5000, noNaN: true });
    fc.assert(fc.property(mid, metres, metres, (from, eastM, northM) => {
      const lengthM = Math.hypot(eastM, northM);
      fc.pre(lengthM > 10);
      const to = offsetM(from, eastM, northM);
      expect(Math.abs(distanceM(from, to) / lengthM - 1)).toBeLessThan(0.001);
      const askedDeg = ((Math.atan2(eastM, northM) * 180) / Math.PI + 360) % 360;
      const turnedDeg = Math.abs(bearingDegTrue(from, to) - askedDeg);
      expect(Math.min(turnedDeg, 360 - turnedDeg)).toBeLessThan(0.25);
    }));
  });
});

/** Haversine on the mean radius: an independent yardstick, good to 0.6 %. */
function sphereM(from: LonLat, to: LonLat): number {
  const rad = Math.PI / 180;
  const h = Math.sin(((to[1] - from[1]) * rad) / 2) ** 2 + Math.cos(from[1] * rad) * Math.cos(to[1] * rad) * Math.sin(((to[0] - from[0]) * rad) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}
