import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading, TideAnswer } from '@anlan/contracts';
import { atOf, axisRange, feathers, hourTicks, observedBarbs, tideCurve, xOf } from './time-axis.ts';

const HOUR = 3_600_000;
const now = Date.parse('2026-11-23T12:30:00.000Z');
const reading = (offsetMs: number, readingValue: number): Reading => ({ sensorId: 's', readingValue, observedAt: new Date(now + offsetMs).toISOString(), receivedAt: '', sourceId: 'x', simulated: true });

describe('time axis', () => {
  it('runs from −3 to +12 h, further when a forecast does, at most to +27 h', () => {
    expect(axisRange(now, undefined)).toEqual({ fromMs: now - 3 * HOUR, toMs: now + 12 * HOUR });
    expect(axisRange(now, now + 24 * HOUR).toMs).toBe(now + 24 * HOUR);
    expect(axisRange(now, now + 200 * HOUR).toMs).toBe(now + 27 * HOUR);
  });

  it('a place on the axis and its moment are each other’s inverse', () => {
    fc.assert(fc.property(fc.double({ min: 56, max: 680, noNaN: true }), (xPx) => {
      const range = axisRange(now, undefined);
      expect(xOf(atOf(xPx, range, 56, 680), range, 56, 680)).toBeCloseTo(xPx, 6);
    }));
  });

  it('labels full hours of local time: every third, on a long axis every sixth', () => {
    const labelled = (toHours: number) => hourTicks({ fromMs: now, toMs: now + toHours * HOUR }, 8 * HOUR).filter((tick) => tick.labelled).map(({ atMs }) => new Date(atMs + 8 * HOUR).getUTCHours());
    expect(labelled(12)).toEqual([21, 0, 3, 6]);
    expect(labelled(24)).toEqual([0, 6, 12, 18]);
  });

  it('the tide is drawn between its real extremes in the range', () => {
    const tide = { series: [-4, -2, 0, 2, 30].map((hours) => ({ at: new Date(now + hours * HOUR).toISOString(), heightM: hours })) } as unknown as TideAnswer;
    const curve = tideCurve(tide, axisRange(now, undefined), { leftPx: 0, rightPx: 150, topPx: 10, bottomPx: 20, basePx: 25 });
    expect(curve).toMatchObject({ highM: 2, lowM: -2 });
    expect(curve?.line.startsWith('M10.0 20.0')).toBe(true);
    expect(tideCurve({ ...tide, series: [] }, axisRange(now, undefined), { leftPx: 0, rightPx: 1, topPx: 0, bottomPx: 1, basePx: 1 })).toBeUndefined();
  });

  it('a speed without a direction near it gives no barb; nothing is made up', () => {
    const range = axisRange(now, undefined);
    expect(observedBarbs([reading(0, 7)], [], range, now)).toEqual([]);
    expect(observedBarbs([reading(0, 7)], [reading(0, 350)], range, now).at(-1)).toEqual({ atMs: now, speedMps: 7, fromDegTrue: 350, forecast: false });
    expect(observedBarbs([reading(-2 * HOUR, 7)], [reading(-60_000, 350)], range, now)).toEqual([]);
  });

  it('feathers: 50 kn pennant, 10 kn full, 5 kn half', () => {
    expect(feathers(7)).toEqual({ pennantCount: 0, fullCount: 0, half: true });
    expect(feathers(24)).toEqual({ pennantCount: 0, fullCount: 2, half: true });
    expect(feathers(65)).toEqual({ pennantCount: 1, fullCount: 1, half: true });
    expect(feathers(2)).toEqual({ pennantCount: 0, fullCount: 0, half: false });
  });
});
