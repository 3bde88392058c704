import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '@anlan/kernel';
import { coastFromPolygons } from '../spi/coast.ts';
import { coastOf, square } from '../test-world.ts';
import { createCoastIndex, firstCrossing } from './coast-index.ts';
import { isOnLand, nearestShoreM } from './land.ts';

const BOX = [121, 29, 123, 31] as const;

/** The same question asked of every segment. */
function bruteForce(rings: readonly (readonly LonLat[])[], p: LonLat, q: LonLat): number {
  let first = Infinity;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [a, b] = [ring[i]!, ring[i + 1]!];
      const cross = (q[0] - p[0]) * (b[1] - a[1]) - (q[1] - p[1]) * (b[0] - a[0]);
      if (cross === 0) continue;
      const t = ((a[0] - p[0]) * (b[1] - a[1]) - (a[1] - p[1]) * (b[0] - a[0])) / cross;
      const s = ((a[0] - p[0]) * (q[1] - p[1]) - (a[1] - p[1]) * (q[0] - p[0])) / cross;
      if (t >= 0 && t <= 1 && s >= -1e-9 && s <= 1 + 1e-9) first = Math.min(first, t);
    }
  }
  return first;
}

const place = fc.tuple(fc.double({ min: 121.1, max: 122.9, noNaN: true }), fc.double({ min: 29.1, max: 30.9, noNaN: true }));
const island = fc.tuple(place, fc.double({ min: 0.0005, max: 0.3, noNaN: true })).map(([[w, s], side]) => square(w, s, side));

describe('the coast index', () => {
  it('finds the same first crossing as trying every segment', () => {
    fc.assert(
      fc.property(fc.array(island, { minLength: 1, maxLength: 30 }), place, place, (rings, p, q) => {
        const index = createCoastIndex(coastOf(...rings), BOX);
        expect(firstCrossing(index, p[0], p[1], q[0], q[1])).toBe(bruteForce(rings, p, q));
      }),
      { numRuns: 300 },
    );
  });

  it('lets no path slip through a corner that two segments share', () => {
    const index = createCoastIndex(coastOf(square(122, 30, 0.1)), BOX);
    expect(firstCrossing(index, 121.9, 29.9, 122.05, 30.05)).toBeCloseTo(2 / 3, 9);
  });

  it('is empty on open water and outside the box', () => {
    expect(firstCrossing(createCoastIndex({ kind: 'assume-open-water' }, BOX), 121.5, 29.5, 122.5, 30.5)).toBe(Infinity);
    expect(createCoastIndex(coastOf(square(125, 35, 1)), BOX).segmentDeg).toHaveLength(0);
  });
});

describe('land', () => {
  const lagoon = coastFromPolygons([[square(122, 30, 0.2), square(122.05, 30.05, 0.05)]]);

  it('is inside a polygon and not in its hole', () => {
    expect(isOnLand(lagoon, [122.02, 30.02])).toBe(true);
    expect(isOnLand(lagoon, [122.07, 30.07])).toBe(false);
    expect(isOnLand(lagoon, [121.9, 30.1])).toBe(false);
  });

  it('stays land where two polygons overlap', () => {
    expect(isOnLand(coastOf(square(122, 30, 0.2), square(122.1, 30.1, 0.2)), [122.15, 30.15])).toBe(true);
  });

  it('knows how far the water is', () => {
    expect(nearestShoreM(lagoon, [122.01, 30.1])).toBeCloseTo(0.01 * 96486, -1);
  });
});
