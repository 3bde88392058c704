import { describe, expect, it } from 'vitest';
import { windVector } from '@anlan/kernel';
import { isOnLand } from '../coast/land.ts';
import type { DriftCase, DriftResult } from '../index.ts';
import { CALM, CENTRE, coastOf, constantCurrent, harmonic, runOk, SOURCE, square, START, STILL, testCase } from '../test-world.ts';

const WIND = { kind: 'constant', ...windVector(7, 270), sourceText: SOURCE } as const;

describe('a release over hours', () => {
  function released(stepS: number): DriftResult['value']['budget'] {
    return runOk(testCase({
      substance: { kind: 'oil', oilId: 'AD02002' }, wind: WIND,
      release: { position: CENTRE, radiusM: 0, startAt: START, durationS: 6 * 3600, massKg: 1e6 },
      run: { durationS: 86_400, stepS, outputIntervalS: 6 * 3600, particleCount: 720, memberCount: 1 },
    })).value.budget;
  }

  it('halving the step changes area and evaporation by less than 2 %, down to a twelfth', () => {
    const runs = [3600, 1800, 900, 300].map(released);
    for (const [i, finer] of runs.slice(1).entries()) {
      for (const output of [1, 2, 4]) {
        expect(Math.abs(finer[output]!.slickAreaM2Mean / runs[i]![output]!.slickAreaM2Mean - 1)).toBeLessThan(0.02);
        expect(Math.abs(finer[output]!.evaporated.meanKg / runs[i]![output]!.evaporated.meanKg - 1)).toBeLessThan(0.02);
      }
    }
  });

  it('covers, a day later, about what the same oil let go at once covers', () => {
    const atOnce = runOk(testCase({
      substance: { kind: 'oil', oilId: 'AD02002' }, wind: WIND, release: { position: CENTRE, radiusM: 0, startAt: START, durationS: 0, massKg: 1e6 },
      run: { durationS: 86_400, stepS: 600, outputIntervalS: 6 * 3600, particleCount: 720, memberCount: 1 },
    })).value.budget;
    const ratio = released(900)[4]!.slickAreaM2Mean / atOnce[4]!.slickAreaM2Mean;
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1);
  });
});

describe('what is not known', () => {
  function spreadM(given: DriftCase): number {
    const frame = runOk(given).value.frames.at(-1)!;
    const mean = (values: Float32Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;
    const [x, y] = [mean(frame.lonDeg), mean(frame.latDeg)];
    return Math.sqrt(frame.lonDeg.reduce((sum, lonDeg, i) => sum + ((lonDeg - x) * 96_500) ** 2 + ((frame.latDeg[i]! - y) * 110_900) ** 2, 0) / frame.lonDeg.length);
  }
  const members = { durationS: 12 * 3600, particleCount: 150, memberCount: 150 };
  const tide = harmonic(() => [0.9, -0.4], { speedRadPerS: (2 * Math.PI) / 44_712 });
  const breeze = { kind: 'constant', ...windVector(5, 0), sourceText: SOURCE } as const;

  it('still water and calm that are only assumed never give a narrower map than a known tide and wind', () => {
    const known = spreadM(testCase({ current: tide, wind: breeze, run: members }));
    expect(spreadM(testCase({ current: STILL, wind: breeze, run: members }))).toBeGreaterThan(known);
    expect(spreadM(testCase({ current: tide, wind: CALM, run: members }))).toBeGreaterThan(known);
    expect(spreadM(testCase({ current: STILL, wind: CALM, run: members }))).toBeGreaterThan(known);
  });

  it('is named with its size, unless the caller gave one', () => {
    const codes = (given: DriftCase): readonly string[] => runOk(given).assumed.map(({ code }) => code);
    const run = { memberCount: 2 };
    expect(codes(testCase({ run }))).toEqual(expect.arrayContaining(['DRIFT_ASSUMED_UNKNOWN_CURRENT_ERROR', 'DRIFT_ASSUMED_UNKNOWN_WIND_ERROR']));
    expect(codes(testCase({ run, current: tide, wind: breeze }))).not.toContain('DRIFT_ASSUMED_UNKNOWN_CURRENT_ERROR');
    const errors = { ...NO_ERRORS, windAdditiveMpsSigma: 0, currentAdditiveMpsSigma: 0.1 };
    expect(codes(testCase({ run, errors }))).not.toContain('DRIFT_ASSUMED_UNKNOWN_CURRENT_ERROR');
  });
});

describe('the coast beyond the guessed box', () => {
  it('stops also the particles of a member whose current is five times the given one', () => {
    const errors = { ...NO_ERRORS, currentSpeedRatioSigma: 1, currentCorrelationS: 86_400 };
    for (const wallM of [20_000, 31_000, 60_000]) {
      const westDeg = CENTRE[0] + wallM / 96_500;
      const result = runOk(testCase({ current: constantCurrent(0.5, 0), coast: coastOf(square(westDeg, 28, 4)), errors, run: { particleCount: 1000, memberCount: 200 } }));
      const frame = result.value.frames.at(-1)!;
      expect(Math.max(...frame.lonDeg)).toBeLessThanOrEqual(westDeg);
      expect(frame.state.some((state) => state === 2) || wallM > 31_000).toBe(true);
    }
  });
});

describe('frames in single precision', () => {
  it('show no particle behind the coast line, also where it strands on a slant', () => {
    const slant = coastOf([[122.013, 29.9], [122.3, 29.9], [122.3, 30.2], [122.0131, 30.2], [122.013, 29.9]]);
    const given = testCase({ coast: slant, current: constantCurrent(0.2, 0.9), diffusionM2PerS: 5, release: { ...testCase().release, radiusM: 800 }, run: { particleCount: 3000, outputIntervalS: 1800 } });
    const { frames } = runOk(given).value;
    expect(frames.at(-1)!.state.filter((state) => state === 2).length).toBeGreaterThan(500);
    const onLand = frames.flatMap((frame) => Array.from(frame.lonDeg, (lonDeg, p) => (isOnLand(slant, [lonDeg, frame.latDeg[p]!]) ? 1 : 0))).filter((found) => found === 1);
    expect(onLand).toHaveLength(0);
  });
});

const NO_ERRORS = { windSpeedRatioSigma: 0, windDirectionDegSigma: 0, windCorrelationS: 3600, currentSpeedRatioSigma: 0, currentDirectionDegSigma: 0, currentCorrelationS: 3600 };
