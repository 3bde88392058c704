import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from './index.ts';
import { addMs, addS, instant, instantFromIso, instantFromMs, isoFromInstant, secondsBetween } from './index.ts';

/** Years 1 to 9999, where ISO 8601 has four digits. */
const anyInstant = fc.integer({ min: Date.parse('0001-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') }).map((epochMs) => epochMs as Instant);

describe('an instant', () => {
  it('is written in UTC with milliseconds and Z, and read back the same', () => {
    fc.assert(fc.property(anyInstant, (at) => {
      const text = isoFromInstant(at);
      expect(text).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
      expect(instant(text)).toBe(at);
    }));
  });

  it('means the same with any offset', () => {
    const offsetMinutes = fc.integer({ min: -18 * 60, max: 18 * 60 });
    fc.assert(fc.property(anyInstant, offsetMinutes, (at, minutes) => {
      const local = new Date(at + minutes * 60_000).toISOString();
      fc.pre(/^\d{4}-/.test(local));
      const sign = minutes < 0 ? '-' : '+';
      const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => String(part).padStart(2, '0'));
      expect(instantFromIso(local.replace('Z', `${sign}${hours}:${rest}`))).toEqual({ ok: true, value: at });
    }));
  });

  it.each([
    ['2026-11-23T09:00:00', 'no offset: nobody knows whose nine o’clock'],
    ['2026-11-23T09:00:00+0800', 'offset without a colon'],
    ['2026-11-23 09:00:00Z', 'space instead of T'],
    ['2026-11-23', 'a day is not an instant'],
    ['2026-13-01T00:00:00Z', 'month 13'],
    ['2026-02-30T00:00:00Z', 'a day that February does not have'],
    ['2026-04-31T00:00:00+08:00', 'a day that April does not have'],
    ['2025-02-29T12:00:00Z', 'no leap year'],
    ['2026-11-23T25:00:00Z', 'hour 25'],
    ['2026-11-23T23:59:60Z', 'a leap second has no epoch milliseconds'],
    ['2026-11-23T09:00:00+24:00', 'offset of a day'],
    ['', 'nothing'],
  ])('refuses %s (%s)', (text) => {
    expect(instantFromIso(text)).toEqual({ ok: false, refusal: { code: 'KERNEL_INSTANT_UNREADABLE', params: { text } } });
  });

  it('reads the leap day, the end of the day and fractions below a millisecond', () => {
    expect(instant('2024-02-29T00:00Z')).toBe(Date.UTC(2024, 1, 29));
    expect(instant('2026-11-23T24:00:00Z')).toBe(Date.UTC(2026, 10, 24));
    expect(instant('2026-11-23T09:00:00.123456789+08:00')).toBe(Date.UTC(2026, 10, 23, 1, 0, 0, 123));
  });

  it('a refusal quotes at most forty signs of what was given', () => {
    const refused = instantFromIso('9'.repeat(1000));
    expect(refused).toMatchObject({ ok: false, refusal: { params: { text: '9'.repeat(40) } } });
  });

  it('is a whole number within the range of ECMAScript time, else the program is wrong', () => {
    for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1]) expect(() => instantFromMs(wrong)).toThrow(/not an instant/);
    expect(() => instant('yesterday')).toThrow(/not an instant/);
    expect(instantFromMs(-8.64e15)).toBe(-8.64e15);
  });

  it('added seconds come back as seconds between, to the millisecond', () => {
    fc.assert(fc.property(anyInstant, fc.integer({ min: -1e10, max: 1e10 }), (at, durationMs) => {
      expect(secondsBetween(at, addMs(at, durationMs))).toBeCloseTo(durationMs / 1000, 6);
      expect(addS(at, durationMs / 1000)).toBe(addMs(at, durationMs));
    }));
  });
});
