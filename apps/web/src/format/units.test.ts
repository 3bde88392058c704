import { describe, expect, it } from 'vitest';
import { ageState } from './age.ts';
import { responseLevel, roman, segmentCount } from './level.ts';
import { num, percent, sig } from './numbers.ts';
import { beaufort, compassName, course, distance, mass, position, quantity, speed, volume } from './units.ts';

describe('numbers and units for people', () => {
  it('thin space as thousands mark from 1 000, a true minus, no negative zero', () => {
    expect(num(1200)).toBe('1\u2009200');
    expect(num(1_234_567.8, 1)).toBe('1\u2009234\u2009567.8');
    expect(num(-3.46, 1)).toBe('−3.5');
    expect(num(-0.001)).toBe('0');
    expect(num(Number.NaN)).toBe('—');
  });

  it('about three significant figures, and small or nearly whole shares said as such', () => {
    expect([125.4, 12.54, 1.254, 0.125, 0].map(sig)).toEqual(['125', '12.5', '1.25', '0.13', '0']);
    expect([0, 0.004, 0.5, 0.996, 1].map(percent)).toEqual(['0%', '<1%', '50%', '>99%', '100%']);
  });

  it('SI becomes what the trade says: tonnes, knots, miles, true courses', () => {
    expect(mass(125_000)).toBe('125\u2009t');
    expect(mass(450)).toBe('450\u2009kg');
    expect(volume(145)).toBe('145\u2009m³');
    expect(speed(12.3467)).toBe('24\u2009kn');
    expect(speed(0.5)).toBe('1.0\u2009kn');
    expect(distance(7408)).toBe('4\u2009nm');
    expect(distance(80)).toBe('80\u2009m');
    expect(course(8)).toBe('008°');
    expect(course(360)).toBe('000°');
  });

  it('a position is degrees and minutes, and rounding never gives sixty minutes', () => {
    expect(position([122.363333, 30.068333])).toBe('30°04.1′N 122°21.8′E');
    expect(position([-0.5, -29.99999])).toBe('30°00.0′S 000°30.0′W');
  });

  it('wind is named by where it comes from, force by the lower limits of GB/T 28591', () => {
    expect([0, 45, 315, 352, 359].map((degrees) => compassName(degrees, 'zh-CN'))).toEqual(['北', '东北', '西北', '北', '北']);
    expect([0.2, 0.3, 10.7, 10.8, 32.7, 70].map(beaufort)).toEqual([0, 1, 5, 6, 12, 17]);
  });

  it('a stored value is shown in the unit that people use, an unknown unit as it is', () => {
    expect(quantity(7, 'm/s')).toBe('14\u2009kn');
    expect(quantity(1800, 's', 'zh-CN')).toBe('30 分');
    expect(quantity(9000, 'm')).toBe('9\u2009km');
    expect(quantity(1, 'persons', 'en')).toBe('1 person');
    expect(quantity(22, '%LEL')).toBe('22\u2009% LEL');
    expect(quantity(3, 'furlong')).toBe('3\u2009furlong');
  });

  it('levels: hue is never alone, Ⅰ has four segments and an undecided one none', () => {
    expect([1, 2, 3, 4, null].map(segmentCount)).toEqual([4, 3, 2, 1, 0]);
    expect([1, 4, null].map(roman)).toEqual(['Ⅰ', 'Ⅳ', '?']);
    expect(responseLevel(2, 'zh-CN')).toBe('二级响应');
  });

  it('a value greys by its own age: fresh, late past its limit, lost past three', () => {
    const at = 1_000_000;
    expect(ageState(at, at + 15_000, 15)).toBe('fresh');
    expect(ageState(at, at + 16_000, 15)).toBe('late');
    expect(ageState(at, at + 46_000, 15)).toBe('lost');
    expect(ageState(undefined, at, 15)).toBe('none');
  });
});
