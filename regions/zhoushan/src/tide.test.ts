import { describe, it, expect } from 'vitest';
import { instant } from '@anlan/kernel';
import { findTideTurns, isConstituentName } from '@anlan/tide';
import { loadTideStations, tidePredictor } from './tide.ts';

const DAY = { fromAt: instant('2026-11-24T00:00:00+08:00'), toAt: instant('2026-11-25T00:00:00+08:00') };
/** Figures of 24 Nov 2026 in UTC+8, about mean sea level, by another predictor from all 50 constants. */
const EXPECTED = {
  kanmen: [['01:58', -2.88], ['08:26', 2.64], ['14:26', -2.0], ['20:19', 2.4]],
  lusi: [['05:26', -2.33], ['11:36', 2.36], ['17:59', -2.68]],
} as const;

describe('tide stations of the Zhoushan pack', () => {
  it.each(Object.entries(EXPECTED))('%s: turns of 24 Nov 2026 within 3 min and 0.05 m', (id, expected) => {
    const turns = findTideTurns(tidePredictor(id), DAY);
    expect(turns.ok && turns.value.length).toBe(expected.length);
    expected.forEach(([clock, heightM], i) => {
      const turn = turns.ok ? turns.value[i] : undefined;
      expect(Math.abs((turn?.at ?? 0) - instant(`2026-11-24T${clock}:00+08:00`))).toBeLessThanOrEqual(180_000);
      expect(Math.abs((turn?.heightM ?? 0) - heightM)).toBeLessThanOrEqual(0.05);
    });
  });

  it('names only constituents that the predictor knows, and says what it left out', () => {
    for (const { constants, leftOut, source } of loadTideStations()) {
      expect(constants.every(({ name }) => isConstituentName(name))).toBe(true);
      expect(leftOut.amplitudeSumM).toBeLessThan(0.2);
      expect(source.length).toBeGreaterThan(20);
    }
  });

  it('marks the constants of Zhoushan itself as indicative and unsure; the range is that of the port', () => {
    const own = loadTideStations().find(({ id }) => id === 'zhoushan-indicative');
    expect(own).toMatchObject({ indicative: true, confidence: 'unsure' });
    const month = findTideTurns(tidePredictor('zhoushan-indicative'), { fromAt: instant('2026-11-01T00:00:00Z'), toAt: instant('2026-12-30T00:00:00Z') });
    const turns = month.ok ? month.value : [];
    const ranges = turns.slice(1).map((turn, i) => Math.abs(turn.heightM - (turns[i]?.heightM ?? 0)));
    const meanRangeM = ranges.reduce((sum, r) => sum + r, 0) / ranges.length;
    expect(meanRangeM).toBeGreaterThan(2.0);
    expect(meanRangeM).toBeLessThan(2.6);
    expect(Math.max(...ranges)).toBeLessThan(4.32);
  });
});
