import fc from 'fast-check';
import { instant, secondsBetween } from '@anlan/kernel';
import type { Instant, LonLat } from '@anlan/kernel';
import { describe, expect, it } from 'vitest';
import type { AirProfile } from '../api/multimodal.ts';
import { flightBetween, groundSpeedMps } from './flight.ts';
import { darkTimes, solarElevationDeg } from './solar.ts';

const ZHOUSHAN: LonLat = [122.2, 30];
const DEPART_AT = instant('2026-11-24T02:00:00Z');

describe('the height of the sun', () => {
  it('at solar noon is 90° less the latitude and the declination of the almanac', () => {
    // Solstices and equinox: declination ±23.44° and 0°; Greenwich noon within its equation of time.
    expect(solarElevationDeg(instant('2026-06-21T12:02:00Z'), [0, 51.48])).toBeCloseTo(90 - 51.48 + 23.44, 1);
    expect(solarElevationDeg(instant('2026-12-21T11:58:00Z'), [0, 51.48])).toBeCloseTo(90 - 51.48 - 23.44, 1);
    expect(Math.abs(solarElevationDeg(instant('2026-03-20T12:07:30Z'), [0, 0]) - 90)).toBeLessThan(0.3);
  });

  it('is −0.83° at the sunrise and sunset of the almanac for Greenwich on 20 March (06:04, 18:13 UTC)', () => {
    expect(Math.abs(solarElevationDeg(instant('2026-03-20T06:04:00Z'), [0, 51.48]) + 0.83)).toBeLessThan(0.35);
    expect(Math.abs(solarElevationDeg(instant('2026-03-20T18:13:00Z'), [0, 51.48]) + 0.83)).toBeLessThan(0.35);
  });

  it('it is dark in Zhoushan from evening to morning twilight, longer in winter than in summer', () => {
    const nightS = (day: string): number => {
      const fromAt = instant(`${day}T04:00:00Z`);
      const [night] = darkTimes(ZHOUSHAN, fromAt, (fromAt + 86_400_000) as Instant);
      return secondsBetween(night![0], night![1]);
    };
    expect(nightS('2026-12-21') / 3600).toBeGreaterThan(12.5);
    expect(nightS('2026-12-21') / 3600).toBeLessThan(13.5);
    expect(nightS('2026-06-21') / 3600).toBeLessThan(9.2);
    const [night] = darkTimes(ZHOUSHAN, instant('2026-11-24T04:00:00Z'), instant('2026-11-25T04:00:00Z'));
    for (const edge of night!) expect(solarElevationDeg(edge, ZHOUSHAN)).toBeCloseTo(-6, 1);
  });

  it('gives the night that is going on, and the one that is not over', () => {
    expect(darkTimes(ZHOUSHAN, instant('2026-11-24T16:00:00Z'), instant('2026-11-24T17:00:00Z'))).toEqual([[instant('2026-11-24T16:00:00Z'), instant('2026-11-24T17:00:00Z')]]);
  });
});

describe('a flight', () => {
  const air: AirProfile = { id: 'h', cruiseSpeedMps: 60, enduranceS: 7200, outboundRatioMax: 0.5, startS: 600, landS: 120, windSpeedMpsMax: 20, visibilityMMin: 1500, nightCapable: true };
  const ends = { from: { name: '机场', position: [122.362, 29.934] as LonLat }, to: { name: '衢山', position: [122.362, 30.434] as LonLat } };
  const frame = { departAt: DEPART_AT, utcOffsetMinutes: 480 };
  const fly = (steps: readonly (readonly [offsetS: number, windSpeedMps: number, windFromDegTrue: number])[], profile = air) =>
    flightBetween(ends, profile, { frame, bad: [], weather: { source: 'x', steps: steps.map(([offsetS, windSpeedMps, windFromDegTrue]) => ({ at: (DEPART_AT + offsetS * 1000) as Instant, windSpeedMps, windFromDegTrue })) } });

  it('ground speed follows the wind triangle: head, tail, cross, too strong, unknown direction', () => {
    expect(groundSpeedMps(60, 0, { windSpeedMps: 10, windFromDegTrue: 0 })).toBeCloseTo(50, 9);
    expect(groundSpeedMps(60, 0, { windSpeedMps: 10, windFromDegTrue: 180 })).toBeCloseTo(70, 9);
    expect(groundSpeedMps(60, 0, { windSpeedMps: 36, windFromDegTrue: 90 })).toBeCloseTo(48, 9);
    expect(groundSpeedMps(60, 0, { windSpeedMps: 61, windFromDegTrue: 90 })).toBe(0);
    expect(groundSpeedMps(60, 0, { windSpeedMps: 10 })).toBeCloseTo(50, 9);
  });

  it('takes start, flight with the wind, landing; a change of wind on the way counts from its moment', () => {
    const { distanceM } = fly([[0, 0, 0]]);
    expect(fly([[0, 0, 0]]).at(0)).toEqual({ startS: 0, takeOffS: 600, arriveS: 600 + distanceM / 60 + 120 });
    const changed = fly([[0, 0, 0], [900, 10, 0]]).at(0).arriveS;
    expect(changed).toBeCloseTo(900 + (distanceM - 300 * 60) / 50 + 120, 6);
  });

  it('does not start when the worst wind it can meet drinks the fuel', () => {
    const short = { ...air, enduranceS: 2000 };
    expect(fly([[0, 5, 0]], short).never).toMatchObject([{ code: 'MOVEMENT_AIR_FUEL', params: { fromName: '机场', toName: '衢山', neededMinutes: 17, enduranceMinutes: 16 } }]);
    expect(fly([[0, 5, 0], [7200, 5, 180]], short).at(0).startS).toBe(7200);
    expect(fly([[0, 5, 180]], short).at(0).startS).toBe(0);
  });

  it('who is ready later never arrives earlier', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 359 }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 4000 }), (winds, readyS, laterS) => {
        const flight = fly(winds.map(([windSpeedMps, windFromDegTrue], i) => [i * 3000, windSpeedMps, windFromDegTrue] as const), { ...air, enduranceS: 2600 });
        expect(flight.at(readyS + laterS).arriveS).toBeGreaterThanOrEqual(flight.at(readyS).arriveS - 1e-6);
      }),
      { numRuns: 200, seed: 20261124 },
    );
  });
});
