import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentVector, degCToK, degToRad, knToMps, mpsToKn, radToDeg, UNIT_QUALIFIERS, UNIT_SUFFIXES, windVector } from './index.ts';

describe('winds and currents', () => {
  it.each([
    ['north', 0, 0, -10],
    ['east', 90, -10, 0],
    ['south', 180, 0, 10],
    ['west', 270, 10, 0],
  ])('a wind FROM the %s moves oil the other way', (_name, windFromDegTrue, eastMps, northMps) => {
    const vector = windVector(10, windFromDegTrue);
    expect(vector.eastMps).toBeCloseTo(eastMps, 9);
    expect(vector.northMps).toBeCloseTo(northMps, 9);
  });

  it.each([
    ['north', 0, 0, 1.2],
    ['east', 90, 1.2, 0],
    ['south', 180, 0, -1.2],
    ['west', 270, -1.2, 0],
  ])('a current TO the %s carries oil there', (_name, currentToDegTrue, eastMps, northMps) => {
    const vector = currentVector(1.2, currentToDegTrue);
    expect(vector.eastMps).toBeCloseTo(eastMps, 9);
    expect(vector.northMps).toBeCloseTo(northMps, 9);
  });

  it('keep their speed, and a wind is a current turned round', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 80, noNaN: true }), fc.double({ min: 0, max: 360, noNaN: true }), (speedMps, degTrue) => {
      const wind = windVector(speedMps, degTrue);
      const current = currentVector(speedMps, degTrue + 180);
      expect(Math.hypot(wind.eastMps, wind.northMps)).toBeCloseTo(speedMps, 9);
      expect(wind.eastMps).toBeCloseTo(current.eastMps, 9);
      expect(wind.northMps).toBeCloseTo(current.northMps, 9);
    }));
  });
});

describe('conversions', () => {
  it('hold the figures that define them', () => {
    expect(knToMps(1)).toBeCloseTo(1852 / 3600, 15);
    expect(mpsToKn(knToMps(18))).toBeCloseTo(18, 12);
    expect(degCToK(20)).toBe(293.15);
    expect(degToRad(180)).toBe(Math.PI);
  });

  it('there and back is where it started', () => {
    fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      expect(knToMps(mpsToKn(value))).toBeCloseTo(value, 6);
      expect(radToDeg(degToRad(value))).toBeCloseTo(value, 6);
    }));
  });
});

describe('the closed list of suffixes', () => {
  it('names each unit once, and no unit is also a qualifier', () => {
    const all = [...UNIT_SUFFIXES, ...UNIT_QUALIFIERS];
    expect(new Set(all).size).toBe(all.length);
  });

  it('Min is the minimum and never minutes; nothing is a percentage', () => {
    expect(UNIT_SUFFIXES).not.toContain('Min');
    expect(UNIT_SUFFIXES).toContain('Minutes');
    expect(UNIT_SUFFIXES.filter((suffix) => /percent|pct/i.test(suffix))).toEqual([]);
  });
});
