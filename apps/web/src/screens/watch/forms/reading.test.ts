import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { position } from '../../../format/units.ts';
import { parsePosition } from './parse-position.ts';
import { readNumber } from './read-number.ts';
import { readWind } from './wind-hint.ts';

describe('what people type', () => {
  it('numbers in full width, with thousands and a true minus; empty is not given, never zero', () => {
    expect(readNumber('１２５')).toBe(125);
    expect(readNumber('1\u2009200.5')).toBe(1200.5);
    expect(readNumber('1,200')).toBe(1200);
    expect(readNumber('−3.5')).toBe(-3.5);
    for (const none of ['', ' ', '-', 'abc', '1.2.3', '12t']) expect(readNumber(none)).toBeUndefined();
  });

  it('a wind that nobody typed is no wind, and half a wind is none that can be sent', () => {
    expect(readWind('', '')).toEqual({ speedMps: null, fromDegTrue: null });
    expect(readWind('8.2', '270')).toEqual({ speedMps: 8.2, fromDegTrue: 270 });
    expect(readWind('0', '0')).toEqual({ speedMps: 0, fromDegTrue: 0 });
    expect([readWind('8.2', ''), readWind('', '270'), readWind('abc', '270')]).toEqual(['half', 'half', 'half']);
  });

  it('positions with letters in either order, in degrees or degrees and minutes', () => {
    expect(parsePosition('30°04.1′N 122°21.8′E')).toEqual([expect.closeTo(122.36333, 5), expect.closeTo(30.06833, 5)]);
    expect(parsePosition('122.363E 30.068N')).toEqual([122.363, 30.068]);
    expect(parsePosition("29°56.6'S 10°00'W")?.map((value) => value.toFixed(4))).toEqual(['-10.0000', '-29.9433']);
  });

  it('bare numbers are read only when they cannot be the other way round', () => {
    expect(parsePosition('122.363, 30.068')).toEqual([122.363, 30.068]);
    expect(parsePosition('30.068 122.363')).toEqual([122.363, 30.068]);
    expect(parsePosition('30.1, 30.2')).toBeUndefined();
    expect(parsePosition('200, 30')).toBeUndefined();
    expect(parsePosition('91N 122E')).toBeUndefined();
    expect(parsePosition('岙山码头')).toBeUndefined();
  });

  it('a position that the desk shows is read back within a tenth of a minute', () => {
    fc.assert(fc.property(fc.double({ min: -179.9, max: 179.9, noNaN: true }), fc.double({ min: -89.9, max: 89.9, noNaN: true }), (lonDeg, latDeg) => {
      const read = parsePosition(position([lonDeg, latDeg]));
      expect(Math.abs((read?.[0] ?? NaN) - lonDeg)).toBeLessThan(0.1 / 60);
      expect(Math.abs((read?.[1] ?? NaN) - latDeg)).toBeLessThan(0.1 / 60);
    }));
  });
});
