import { describe, it, expect } from 'vitest';
import { addS, instant } from '@anlan/kernel';
import { clockRatioAt, currentClock } from './current-field.ts';
import type { TidePredictor } from './height.ts';
import { createTidePredictor } from './height.ts';
import { findTideTurns } from './turns.ts';

const AT = instant('2026-11-25T00:00:00Z');
const LUNAR = predictor([['M2', 1.05, 70]]);
const LINEAR = { slackLagS: 3600, lesserShareRatio: 1, residualRatio: 0 };
const FULL = predictor([['M2', 1.05, 70], ['S2', 0.45, 105], ['K1', 0.28, 85], ['O1', 0.2, 55]]);

describe('clock of the current', () => {
  it('turns from flood to ebb a stated time after high water', () => {
    for (const lagS of [0, 3600, 7200]) {
      const clock = currentClock(predictor([['M2', 1.05, 70], ['S2', 0.001, 105]]), AT, { slackLagS: lagS, lesserShareRatio: 1, residualRatio: 0 });
      const turns = findTideTurns(LUNAR, { fromAt: AT, toAt: addS(AT, 86_400) });
      for (const turn of turns.ok ? turns.value : []) {
        const slackAt = addS(turn.at, lagS);
        const [before, after] = [-600, 600].map((s) => clock.ok ? clockRatioAt(clock.value, AT, addS(slackAt, s)) : Number.NaN);
        expect(Math.sign(before!), turn.kind).toBe(turn.kind === 'high' ? 1 : -1);
        expect(Math.sign(after!), turn.kind).toBe(turn.kind === 'high' ? -1 : 1);
      }
    }
  });

  it('reaches about 1 at springs and falls to the neap share a week later', () => {
    const clock = currentClock(FULL, AT, LINEAR);
    const peak = (fromHours: number, toHours: number): number => {
      const hours = Array.from({ length: (toHours - fromHours) * 6 }, (_, i) => fromHours + i / 6);
      return Math.max(...hours.map((h) => (clock.ok ? Math.abs(clockRatioAt(clock.value, AT, addS(AT, h * 3600))) : 0)));
    };
    expect(peak(0, 48)).toBeGreaterThan(0.95);
    expect(peak(0, 48)).toBeLessThan(1.25);
    expect(peak(24 * 7, 24 * 8)).toBeLessThan(0.65);
  });

  it('a share of the lesser constituents draws neaps and springs together; a residual makes the flood stronger and longer', () => {
    const hours = Array.from({ length: 30 * 144 }, (_, i) => i / 6);
    const values = (settings: typeof LINEAR): number[] => {
      const clock = currentClock(FULL, AT, settings);
      return hours.map((h) => (clock.ok ? clockRatioAt(clock.value, AT, addS(AT, h * 3600)) : Number.NaN));
    };
    const dailyPeaks = (all: readonly number[]): number[] => Array.from({ length: 30 }, (_, day) => Math.max(...all.slice(day * 144, (day + 1) * 144).map(Math.abs)));
    const contrast = (peaks: readonly number[]): number => Math.max(...peaks) / Math.min(...peaks);
    expect(contrast(dailyPeaks(values({ ...LINEAR, lesserShareRatio: 0.75 })))).toBeLessThan(0.8 * contrast(dailyPeaks(values(LINEAR))));
    const skewed = values({ ...LINEAR, residualRatio: 0.1 });
    expect(Math.max(...skewed) + Math.min(...skewed)).toBeGreaterThan(0.15);
    expect(skewed.filter((v) => v > 0).length).toBeGreaterThan(1.1 * skewed.filter((v) => v < 0).length);
  });

  it('refuses constants without M2 and S2, for which springs mean nothing', () => {
    expect(currentClock(predictor([['K1', 0.3, 0]]), AT, LINEAR)).toMatchObject({ ok: false, refusal: { code: 'TIDE_SPRINGS_UNDEFINED' } });
  });
});

function predictor(constants: readonly (readonly [string, number, number])[]): TidePredictor {
  const made = createTidePredictor(constants.map(([name, amplitudeM, phaseLagDeg]) => ({ name, amplitudeM, phaseLagDeg })));
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}
