import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat, Ring } from './index.ts';
import { bboxContains, polygonContains, ringBboxDeg, ringContains } from './index.ts';

const square = (westDeg: number, southDeg: number, sideDeg: number): Ring => [
  [westDeg, southDeg], [westDeg + sideDeg, southDeg], [westDeg + sideDeg, southDeg + sideDeg], [westDeg, southDeg + sideDeg], [westDeg, southDeg],
];
const island = square(120, 30, 4);
const lake = square(121, 31, 1);
const near = fc.tuple(fc.double({ min: 119, max: 125, noNaN: true }), fc.double({ min: 29, max: 35, noNaN: true }));

describe('a polygon', () => {
  it('holds what lies inside, not what lies in its holes', () => {
    expect(polygonContains([island], [122, 32])).toBe(true);
    expect(polygonContains([island, lake], [121.5, 31.5])).toBe(false);
    expect(polygonContains([island, lake], [120.5, 30.5])).toBe(true);
    expect(polygonContains([island], [119.9, 32])).toBe(false);
    expect(polygonContains([], [122, 32])).toBe(false);
  });

  it('agrees with the four half planes of a square', () => {
    fc.assert(fc.property(near, ([x, y]) => {
      fc.pre(x !== 120 && x !== 124 && y !== 30 && y !== 34);
      expect(ringContains(island, [x, y])).toBe(x > 120 && x < 124 && y > 30 && y < 34);
    }));
  });

  it('does not mind the direction nor the first corner of its ring', () => {
    const ring: Ring = [[120, 30], [124, 31], [122, 32], [123, 34], [120.5, 33], [120, 30]];
    fc.assert(fc.property(near, fc.integer({ min: 0, max: 4 }), (at, shift) => {
      const open = ring.slice(0, -1);
      const turned = [...open.slice(shift), ...open.slice(0, shift)];
      const closed: Ring = [...turned, turned[0] as LonLat];
      expect(ringContains(closed, at)).toBe(ringContains(ring, at));
      expect(ringContains([...closed].reverse(), at)).toBe(ringContains(ring, at));
    }));
  });

  it('gives every point of a common edge to exactly one of two neighbours', () => {
    const [west, east] = [square(120, 30, 2), square(122, 30, 2)];
    fc.assert(fc.property(fc.double({ min: 30, max: 31.999, noNaN: true }), (latDeg) => {
      expect([west, east].filter((ring) => ringContains(ring, [122, latDeg]))).toHaveLength(1);
    }));
  });

  it('lies in its box, and the box touches it on four sides', () => {
    const rings = fc.array(near, { minLength: 3, maxLength: 12 });
    fc.assert(fc.property(rings, near, (ring, at) => {
      const box = ringBboxDeg(ring);
      expect(ring.every((corner) => bboxContains(box, corner))).toBe(true);
      expect([...box]).toEqual([Math.min(...ring.map(([x]) => x)), Math.min(...ring.map(([, y]) => y)), Math.max(...ring.map(([x]) => x)), Math.max(...ring.map(([, y]) => y))]);
      if (ringContains([...ring, ring[0] as LonLat], at)) expect(bboxContains(box, at)).toBe(true);
    }));
  });
});
