import { instant } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import { describe, expect, it } from 'vitest';
import { loadAirGaps, loadDepthRule, seaCurrentSource, seaTideSource } from './sea.ts';
import { tidePredictor } from './tide.ts';

const AT = instant('2026-11-25T04:00:00Z');

describe('what the pack gives the sea engine', () => {
  it('is a depth rule that says that it is one, with an axis for every channel and a depth for every quay', () => {
    const rule = loadDepthRule();
    expect(rule.source.en).toMatch(/indicative/);
    expect(rule.channels.every(({ lineDeg, depthM }) => lineDeg.length >= 2 && depthM > rule.openDepthM - 10)).toBe(true);
    expect(rule.berths.length).toBeGreaterThan(15);
    expect(rule.berths.every(({ depthM, radiusM }) => depthM > 0 && radiusM > 0)).toBe(true);
  });

  it('names bridges of the base map with a free height and where the figure is from', () => {
    for (const gap of loadAirGaps()) {
      expect(gap.lineDeg.length).toBeGreaterThanOrEqual(2);
      expect(gap.clearanceM).toBeGreaterThan(10);
      expect(gap.sourceText).toMatch(/unverified/);
    }
  });

  it('has the tide of the pack and a current that turns with it, null outside the water', () => {
    expect(seaTideSource().heightM(AT)).toBeCloseTo(tidePredictor('zhoushan-indicative').heightM(AT), 9);
    const current = seaCurrentSource(AT);
    if (!current.ok) throw new Error(current.refusal.code);
    const speeds = Array.from({ length: 14 }, (_hour, i) => current.value.velocityAt([122.158, 29.935], (AT + i * 3_600_000) as Instant)!.eastMps);
    expect(Math.max(...speeds)).toBeGreaterThan(0.3);
    expect(Math.min(...speeds)).toBeLessThan(-0.3);
    expect(current.value.velocityAt([122.1, 30.05], AT)).toBeNull();
    expect(current.value.velocityAt([110, 30], AT)).toBeNull();
  });
});
