import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, demandLine, plan, planLine, planOption } from './plan-for-tests.ts';
import { bandPath, needCurveOf, shortSpans, stairPath, timeRange, valueAt } from './step-curve.ts';

const ms = (minutes: number) => Date.parse(at(minutes));

describe('need against supply', () => {
  it('stacks the reserves in their order and keeps the checker’s total', () => {
    const curve = needCurveOf(demandLine(), planOption());
    expect(curve.bands.map(({ reserve }) => reserve)).toEqual(['stock', 'social']);
    expect(curve.bands[1]?.lower.at(-1)?.value).toBe(600);
    expect(curve.bands[1]?.upper.at(-1)?.value).toBe(900);
    expect(valueAt(curve.supply, ms(61))).toBe(600);
    expect(curve.valueMax).toBe(1000);
  });

  it('parts of a kit, which count in another unit, are no supply of the demand', () => {
    const option = planOption({ lines: [planLine(), planLine({ id: 'power-pack', unitCode: 'pieces', quantityValue: 50 })] });
    expect(needCurveOf(demandLine(), option).bands[0]?.upper.at(-1)?.value).toBe(600);
  });

  it('what stays unmet, when: from the deadline 400 m, from the second arrival 100 m', () => {
    const spans = shortSpans(needCurveOf(demandLine(), planOption()), ms(1440));
    expect(spans.map(({ fromMs, shortValue }) => [fromMs, shortValue])).toEqual([[ms(120), 400], [ms(180), 100]]);
    expect(spans[1]?.toMs).toBe(ms(1440));
  });

  it('no shortage is invented where supply covers need', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (supplied, share) => {
      const demand = demandLine({ curve: [{ at: at(120), quantityValue: supplied * share }] });
      const option = planOption({ lines: [planLine({ quantityValue: supplied })], supplyCurves: [{ demandId: 'boom', curve: [{ at: at(60), quantityValue: supplied }] }] });
      expect(shortSpans(needCurveOf(demand, option), ms(1440))).toEqual([]);
    }));
  });

  it('the time range holds every change and never looks past the plan', () => {
    const [fromMs, toMs] = timeRange(plan(), planOption());
    expect(fromMs).toBe(ms(0));
    expect(toMs).toBeGreaterThanOrEqual(ms(180));
    expect(toMs).toBeLessThanOrEqual(ms(1440));
    const farNeed = plan({ demand: [demandLine({ curve: [{ at: at(120), quantityValue: 1 }, { at: at(5000), quantityValue: 2 }] })] });
    expect(timeRange(farNeed, planOption())[1]).toBe(ms(1440));
  });
});

describe('paths', () => {
  const x = (atMs: number) => (atMs - ms(0)) / 60_000;
  const y = (value: number) => 100 - value;

  it('a stair goes level, then up, and ends at the edge', () => {
    expect(stairPath([{ atMs: ms(10), value: 40 }], ms(60), x, y, ms(0))).toBe('M0.0 100.0H10.0V60.0H60.0');
  });

  it('a band closes between its two stairs', () => {
    const path = bandPath({ reserve: 'social', lower: [{ atMs: ms(10), value: 10 }], upper: [{ atMs: ms(10), value: 30 }] }, ms(60), x, y);
    expect(path).toBe('M10.0 90.0H10.0V70.0H60.0V90.0H10.0Z');
    expect(bandPath({ reserve: 'social', lower: [], upper: [] }, ms(60), x, y)).toBe('');
  });
});
