import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTime, countdown, dateTime, dayName, duration, fromLocalInput, hourMinute, leadTime, toLocalInput, zoneName } from './time.ts';

const ZONE = 'Asia/Shanghai';
const at = Date.parse('2026-11-23T13:47:32.400Z');

describe('time for people', () => {
  it('is absolute, dated and 24 h in the zone of the region', () => {
    expect(dateTime(at, ZONE)).toBe('2026-11-23 21:47:32');
    expect(clockTime('2026-11-23T16:00:00.000Z', ZONE)).toBe('00:00:00');
    expect(dayName(at, ZONE, 'zh-CN')).toBe('11-23 周一');
    expect(dayName(at, ZONE, 'en')).toBe('11-23 Mon');
    expect(zoneName(at, ZONE)).toBe('UTC+8');
    expect(zoneName(at, 'Asia/Kolkata')).toBe('UTC+5:30');
  });

  it('names the day when it is another day than now', () => {
    expect(hourMinute(at, ZONE, at + 3_600_000)).toBe('21:47');
    expect(hourMinute(at, ZONE, at + 3 * 3_600_000)).toBe('11-23 21:47');
  });

  it('durations carry their units: 41秒, 2分10秒, 38分, 1时12分, 3天4时', () => {
    const s = (seconds: number) => duration(seconds * 1000, 'zh-CN');
    expect([41, 130, 38 * 60 + 5, 4320, 76 * 3600].map(s)).toEqual(['41秒', '2分10秒', '38分', '1时12分', '3天4时']);
    expect(duration(130_000, 'en')).toBe('2 min 10 s');
    expect(duration(-5000, 'zh-CN')).toBe('0秒');
  });

  it('a countdown shows h:mm:ss and a passed deadline with a minus', () => {
    expect(countdown(2_292_000)).toBe('0:38:12');
    expect(countdown(-185_000)).toBe('−0:03:05');
    expect(countdown(-400)).toBe('0:00:00');
    expect(leadTime(3 * 3600)).toBe('+3 h');
    expect(leadTime(5400)).toBe('+1 h 30');
  });

  it('what a person types comes back as the same minute, for every minute of forty years', () => {
    fc.assert(fc.property(fc.integer({ min: 946_684_800, max: 2_208_988_800 }), fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns'), (seconds, zone) => {
      const ms = Math.floor(seconds / 60) * 60_000;
      const read = fromLocalInput(toLocalInput(ms, zone), zone);
      // An hour that a clock change repeats has two instants; either is the minute that was typed.
      expect(toLocalInput(read ?? '', zone)).toBe(toLocalInput(ms, zone));
      if (zone === 'Asia/Shanghai') expect(Date.parse(read ?? '')).toBe(ms);
    }));
  });

  it('reads full-width digits and slashes, and refuses what is no date', () => {
    expect(fromLocalInput('２０２６/11/23 21：47', ZONE)).toBe('2026-11-23T13:47:00.000Z');
    expect(fromLocalInput('2026-11-23T21:47:05', ZONE)).toBe('2026-11-23T13:47:05.000Z');
    for (const wrong of ['', '21:47', '2026-02-30 10:00', '2026-13-01 10:00', '2026-11-23 25:00', 'tomorrow']) expect(fromLocalInput(wrong, ZONE)).toBeUndefined();
  });
});
