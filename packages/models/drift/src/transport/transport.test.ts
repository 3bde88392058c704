import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degToRad, distanceM, metresPerDegree, windVector } from '@anlan/kernel';
import type { DriftCase } from '../index.ts';
import { CENTRE, constantCurrent, endOf, GRID, harmonic, runOk, SOURCE, testCase } from '../test-world.ts';
import { geodesicDestination } from './geodesic.ts';

/** Metres east and north from the place of release. */
function moved(given: DriftCase): readonly [number, number] {
  const [lonDeg, latDeg] = endOf(runOk(given));
  const { lonM, latM } = metresPerDegree(given.release.position[1]);
  return [(lonDeg - given.release.position[0]) * lonM, (latDeg - given.release.position[1]) * latM];
}

function wind(speedMps: number, windFromDegTrue: number): Pick<DriftCase, 'wind'> {
  return { wind: { kind: 'constant', ...windVector(speedMps, windFromDegTrue), sourceText: SOURCE } };
}

describe('directions', () => {
  const sixHoursM = 10 * 0.03 * 6 * 3600;
  it.each([
    ['north', 0, 0, -1],
    ['east', 90, -1, 0],
    ['south', 180, 0, 1],
    ['west', 270, 1, 0],
  ])('a wind from the %s moves oil the other way, by 3 %% of its speed', (_, fromDeg, east, north) => {
    const [eastM, northM] = moved(testCase(wind(10, fromDeg)));
    expect(Math.abs(eastM - east * sixHoursM)).toBeLessThan(12);
    expect(Math.abs(northM - north * sixHoursM)).toBeLessThan(12);
  });

  it('a current carries oil whole, towards where it goes', () => {
    const [eastM, northM] = moved(testCase({ current: constantCurrent(0, 0.5) }));
    expect(northM).toBeCloseTo(0.5 * 21_600, -2);
    expect(Math.abs(eastM)).toBeLessThan(1);
  });

  it('nothing moves without current, wind or diffusion', () => {
    const result = runOk(testCase());
    for (const frame of result.value.frames) {
      expect([...frame.lonDeg]).toEqual(Array(10).fill(CENTRE[0]));
      expect([...frame.latDeg]).toEqual(Array(10).fill(CENTRE[1]));
    }
  });

  it('turning the world turns the answer', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 0.1, max: 1.5, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), (turnDeg, currentMps, windMps) => {
        const at = (extraDeg: number): readonly [number, number] => {
          const r = degToRad(30 + extraDeg);
          return moved(testCase({ release: { ...testCase().release, position: [0, 0] }, current: constantCurrent(currentMps * Math.sin(r), currentMps * Math.cos(r)), ...wind(windMps, 200 + extraDeg) }));
        };
        const [e0, n0] = at(0);
        const [e1, n1] = at(turnDeg);
        const c = Math.cos(degToRad(turnDeg));
        const s = Math.sin(degToRad(turnDeg));
        const lengthM = Math.hypot(e0, n0);
        expect(Math.hypot(e1 - (c * e0 + s * n0), n1 - (c * n0 - s * e0))).toBeLessThan(1e-3 * lengthM + 2);
      }),
      { numRuns: 40 },
    );
  });
});

describe('on the ellipsoid', () => {
  it('moving north for an hour covers the geodesic distance; moving east keeps the latitude', () => {
    const north = endOf(runOk(testCase({ current: constantCurrent(0, 2) })));
    expect(distanceM(CENTRE, north)).toBeCloseTo(2 * 21_600, -1);
    const east = endOf(runOk(testCase({ current: constantCurrent(2, 0) })));
    expect(east[1]).toBe(30);
  });

  it('a geodesic comes back to where it began', () => {
    fc.assert(
      fc.property(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true }), fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 1, max: 1e6, noNaN: true }), (lonDeg, latDeg, courseDegTrue, lengthM) => {
        expect(distanceM([lonDeg, latDeg], geodesicDestination([lonDeg, latDeg], courseDegTrue, lengthM))).toBeCloseTo(lengthM, 3);
      }),
    );
  });
});

describe('accuracy in moving water', () => {
  /** A field that turns in space and swings in time, linear in space so that the grid is exact but for rounding. */
  const swirl = harmonic((lonDeg, latDeg) => [-6 * (latDeg - 30.05), 6 * (lonDeg - 122.03)], { speedRadPerS: (2 * Math.PI) / 20_000 });
  const endAfter = (stepS: number): readonly [number, number] => {
    const result = runOk(testCase({ current: swirl, run: { durationS: 21_600, stepS, outputIntervalS: 21_600, particleCount: 1 } }));
    return [result.value.budget[1]!.displacementEastMMean, result.value.budget[1]!.displacementNorthMMean];
  };

  it('Runge-Kutta 4: halving the step divides the error by sixteen', () => {
    const exact = endAfter(45);
    const error = (stepS: number): number => Math.hypot(...([0, 1] as const).map((k) => endAfter(stepS)[k] - exact[k]));
    const errors = [3600, 1800, 900].map(error);
    expect(errors[0]! / errors[1]!).toBeGreaterThan(11);
    expect(errors[1]! / errors[2]!).toBeGreaterThan(11);
    expect(errors[1]! / errors[2]!).toBeLessThan(24);
  });

  it('in a shear the path is the integral of the shear', () => {
    const shear = harmonic((_, latDeg) => [(latDeg - 29.5) * 0.8, 0.2], { grid: GRID });
    const [eastM, northM] = moved(testCase({ current: shear }));
    expect(northM).toBeCloseTo(0.2 * 21_600, -1);
    const risePerM = 0.8 / metresPerDegree(30).latM;
    const expectedM = 0.4 * 21_600 + (risePerM * 0.2 * 21_600 ** 2) / 2;
    expect(Math.abs(eastM - expectedM)).toBeLessThan(0.002 * expectedM);
  });
});
