import { describe, expect, it } from 'vitest';
import { windVector } from '@anlan/kernel';
import type { DriftCase, ForcingErrors } from '../index.ts';
import { constantCurrent, runOk, SOURCE, testCase } from '../test-world.ts';
import { advanceErrors, createErrorState, writeErrorMatrix } from './forcing-errors.ts';

const ERRORS: ForcingErrors = {
  windSpeedRatioSigma: 0.3, windDirectionDegSigma: 20, windCorrelationS: 3 * 3600,
  currentSpeedRatioSigma: 0.25, currentDirectionDegSigma: 10, currentCorrelationS: 2 * 3600,
};
const NONE: ForcingErrors = { ...ERRORS, windSpeedRatioSigma: 0, windDirectionDegSigma: 0, currentSpeedRatioSigma: 0, currentDirectionDegSigma: 0 };

/** Error matrices of many members over steps: [step][member] → [current cos, sin, wind cos, sin]. */
function matrices(errors: ForcingErrors, memberCount: number, stepCount: number, stepS: number): number[][][] {
  const state = createErrorState(errors, memberCount);
  return Array.from({ length: stepCount }, (_, stepIndex) =>
    Array.from({ length: memberCount }, (__, m) => {
      const key = { seed: 5, memberIndex: m + 1, slotIndex: m, stepIndex };
      const out = new Float64Array(4);
      advanceErrors(state, key, stepS, new Float64Array(2));
      writeErrorMatrix(state, key, out);
      return [...out];
    }),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sigma(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

describe('forcing errors', () => {
  it('have mean 1 and the asked spread in speed and direction, from the first step on', () => {
    const steps = matrices(ERRORS, 4000, 3, 600);
    for (const members of steps) {
      const speeds = members.map(([c, s]) => Math.hypot(c!, s!));
      const turns = members.map(([, , c, s]) => (Math.atan2(s!, c!) * 180) / Math.PI);
      expect(mean(speeds)).toBeCloseTo(1, 1);
      expect(Math.abs(sigma(speeds) - 0.25)).toBeLessThan(0.02);
      expect(Math.abs(sigma(turns) - 20)).toBeLessThan(1);
    }
  });

  it('forget themselves at the asked rate, whatever the step', () => {
    for (const stepS of [600, 3600]) {
      const steps = matrices(ERRORS, 4000, 7200 / stepS + 1, stepS);
      const turns = [steps[0]!, steps[steps.length - 1]!].map((members) => members.map(([c, s]) => Math.atan2(s!, c!)));
      const correlation = mean(turns[0]!.map((turn, m) => turn * turns[1]![m]!)) / (sigma(turns[0]!) * sigma(turns[1]!));
      expect(Math.abs(correlation - Math.exp(-1))).toBeLessThan(0.05);
    }
  });
});

describe('the ensemble', () => {
  const given = (stepS: number, errors: ForcingErrors = ERRORS): DriftCase =>
    testCase({
      current: constantCurrent(0.4, 0.1),
      wind: { kind: 'constant', ...windVector(8, 315), sourceText: SOURCE },
      errors,
      run: { durationS: 12 * 3600, stepS, outputIntervalS: 12 * 3600, particleCount: 800, memberCount: 800, randomSeed: 11 },
    });

  function spreadM(made: DriftCase): number {
    const frame = runOk(made).value.frames[1]!;
    return Math.hypot(sigma([...frame.lonDeg]) * 96_486, sigma([...frame.latDeg]) * 110_852);
  }

  it('spreads by the same distance for steps of 5 minutes and of 1 hour', () => {
    const [fine, coarse] = [spreadM(given(300)), spreadM(given(3600))];
    expect(fine).toBeGreaterThan(500);
    expect(Math.abs(coarse / fine - 1)).toBeLessThan(0.1);
  });

  it('does not spread without errors', () => {
    expect(spreadM(given(600, NONE))).toBeLessThan(1);
  });

  it('member 0 runs on the forcing as given', () => {
    const alone = runOk(testCase({ ...given(600), run: { ...given(600).run, particleCount: 1, memberCount: 1 } }));
    const among = runOk(given(600));
    expect(among.value.frames[1]!.lonDeg[0]).toBe(alone.value.frames[1]!.lonDeg[0]);
    expect(among.value.frames[1]!.lonDeg[1]).not.toBe(alone.value.frames[1]!.lonDeg[0]);
  });
});
