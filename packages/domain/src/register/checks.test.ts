import { describe, it, expect } from 'vitest';
import fc from 'fast-check';
import { creditCodeCheckCharacter, holdsCheck, isCalendarDay, isCreditCode } from './checks.ts';

describe('checks', () => {
  // Published example: 91350100M000100Y43 of GB 32100-2015 explanations.
  it('accepts a credit code whose check character fits and refuses any other', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
    expect(isCreditCode('91350100M000100Y4')).toBe(false);
    expect(isCreditCode('91350100I000100Y43')).toBe(false);
  });

  it('a changed character among the first 17 is always noticed', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const characters = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 17, maxLength: 17 });
    fc.assert(fc.property(characters, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 30 }), (digits, at, shift) => {
      const text = digits.map((digit) => alphabet[digit]).join('');
      const whole = text + creditCodeCheckCharacter(text);
      const other = alphabet[((digits[at] ?? 0) + shift) % 31] ?? '';
      expect(isCreditCode(whole)).toBe(true);
      expect(isCreditCode(whole.slice(0, at) + other + whole.slice(at + 1))).toBe(false);
    }));
  });

  it('S-001: division codes are six digits after GB/T 2260', () => {
    for (const known of ['330900', '330902', '330903', '330921', '330922']) expect(holdsCheck('division-code', known)).toBe(true);
    for (const wrong of ['33090', '3309000', '033090', 'ABCDEF']) expect(holdsCheck('division-code', wrong)).toBe(false);
  });

  it('an MMSI of a ship station has nine digits and begins with 2 to 7', () => {
    expect(holdsCheck('mmsi', '412345678')).toBe(true);
    expect(holdsCheck('mmsi', '812345678')).toBe(false);
    expect(holdsCheck('mmsi', '41234567')).toBe(false);
  });

  it('a day that does not exist is no day', () => {
    expect(isCalendarDay('2020-12-31')).toBe(true);
    expect(isCalendarDay('2021-02-29')).toBe(false);
    expect(isCalendarDay('2020-12-31T00:00:00Z')).toBe(false);
  });
});
