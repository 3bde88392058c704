import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ring } from '@anlan/kernel';
import { instant, polygonContains } from '@anlan/kernel';
import { square } from '../test-world.ts';
import { contourPolygons } from './marching-squares.ts';
import type { ScalarGrid } from './marching-squares.ts';
import { cellAt, createPresenceGrid, createVisits, markVisit, presenceStencil } from './presence-grid.ts';
import { entryRatio, siteContains } from './sites.ts';
import { percentile, siteArrival } from './statistics.ts';

function gridOf(rows: readonly (readonly number[])[]): ScalarGrid {
  const upward = [...rows].reverse();
  return { values: Float64Array.from(upward.flat()), columnCount: rows[0]!.length, rowCount: rows.length, westDeg: 0, southDeg: 0, stepLonDeg: 1, stepLatDeg: 1 };
}

function twiceArea(ring: Ring): number {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0);
}

describe('contours', () => {
  it('a peak gives one closed ring, counter-clockwise, where the line between cells reaches the level', () => {
    const [polygon, ...others] = contourPolygons(gridOf([[0, 0, 0], [0, 1, 0], [0, 0, 0]]), 0.25);
    expect(others).toEqual([]);
    expect(polygon).toHaveLength(1);
    expect(polygon![0]![0]).toEqual(polygon![0]![polygon![0]!.length - 1]);
    expect(twiceArea(polygon![0]!)).toBeCloseTo(2 * 2 * 0.75 ** 2, 9);
  });

  it('a ring of high values has a hole, clockwise, inside its outer ring', () => {
    const rows = [[1, 1, 1, 1, 1], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [1, 1, 1, 1, 1]];
    const polygons = contourPolygons(gridOf(rows), 0.5);
    expect(polygons.map((polygon) => polygon.map((ring) => Math.sign(twiceArea(ring))))).toEqual([[1, -1]]);
  });

  it('an island in a hole is a polygon of its own, and rings at the edge of the grid close', () => {
    const rows = [[1, 1, 1, 1, 1], [1, 0, 0, 0, 1], [1, 0, 1, 0, 1], [1, 0, 0, 0, 1], [1, 1, 1, 1, 1]];
    expect(contourPolygons(gridOf(rows), 0.5).map((polygon) => polygon.length).sort()).toEqual([1, 2]);
    expect(contourPolygons(gridOf([[1]]), 0.5)).toHaveLength(1);
  });

  it('hold exactly the cells that reach the level, whatever the values', () => {
    const values = fc.array(fc.constantFrom(0, 0.1, 0.26, 0.4, 0.6, 0.8, 1), { minLength: 36, maxLength: 36 });
    fc.assert(
      fc.property(values, fc.constantFrom(0.05, 0.25, 0.5, 0.75, 0.9), (flat, level) => {
        const grid: ScalarGrid = { values: Float64Array.from(flat), columnCount: 6, rowCount: 6, westDeg: 0, southDeg: 0, stepLonDeg: 1, stepLatDeg: 1 };
        const polygons = contourPolygons(grid, level);
        flat.forEach((value, cell) => {
          const inside = polygons.some((polygon) => polygonContains(polygon, [cell % 6, Math.floor(cell / 6)]));
          expect(inside, `cell ${cell} = ${value} at ${level}`).toBe(value >= level);
        });
        for (const ring of polygons.flat()) expect(ring[0]).toEqual(ring[ring.length - 1]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('presence', () => {
  const grid = createPresenceGrid([121.9, 29.9, 122.1, 30.1], 500, 1000);

  it('counts a member once a cell, however often it comes back', () => {
    const visits = createVisits(grid, 2);
    const cell = cellAt(grid, 122, 30);
    for (let i = 0; i < 3; i++) markVisit(visits, 0, cell);
    expect(visits.memberCounts[cell]).toBe(1);
    markVisit(visits, 1, cell);
    expect(visits.memberCounts[cell]).toBe(2);
    expect(visits.memberCounts.reduce((sum, count) => sum + count, 0)).toBe(2 * 13);
  });

  it('reaches as far as the presence radius, and not round the edge of the grid', () => {
    expect(presenceStencil(grid)).toHaveLength(2 * 13);
    expect(presenceStencil({ ...grid, presenceRadiusM: 0 })).toHaveLength(2);
    const visits = createVisits(grid, 1);
    markVisit(visits, 0, 0);
    expect(visits.memberCounts.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(cellAt(grid, 121.8, 30)).toBe(-1);
  });

  it('cells grow when the box would need too many', () => {
    const wide = createPresenceGrid([110, 20, 125, 35], 500, undefined);
    expect(wide.cellM).toBeGreaterThan(2000);
    expect(wide.columnCount * wide.rowCount).toBeLessThan(405_000);
    expect(wide.presenceRadiusM).toBe(wide.cellM);
  });
});

describe('sensitive sites', () => {
  const circle = { siteId: 'c', area: { kind: 'circle', centre: [122, 30], radiusM: 1000 } } as const;
  const polygon = { siteId: 'p', area: { kind: 'polygon', polygon: [square(122, 30, 0.1), square(122.04, 30.04, 0.02)] } } as const;

  it('a path through a circle enters it before its middle; one that ends inside enters too', () => {
    expect(entryRatio(circle, { from: [121.9, 30], to: [122.1, 30] })).toBeCloseTo(0.5 - 1000 / (0.2 * 96_486), 4);
    expect(entryRatio(circle, { from: [121.9, 30], to: [122, 30] })).toBeLessThan(1);
    expect(entryRatio(circle, { from: [121.9, 30.1], to: [122.1, 30.1] })).toBe(Infinity);
    expect(entryRatio(circle, { from: [121.95, 30], to: [121.9, 30] })).toBe(Infinity);
  });

  it('a path into a polygon enters at its edge; its hole is not inside', () => {
    expect(entryRatio(polygon, { from: [121.95, 30.01], to: [122.05, 30.01] })).toBeCloseTo(0.5, 9);
    expect(siteContains(polygon, [122.02, 30.02])).toBe(true);
    expect(siteContains(polygon, [122.05, 30.05])).toBe(false);
    expect(entryRatio(polygon, { from: [121.9, 29.9], to: [121.95, 29.95] })).toBe(Infinity);
  });
});

describe('statistics over members', () => {
  it('percentiles lie between ranks', () => {
    expect(percentile([1, 2, 3, 4, 5], 0.5)).toBe(3);
    expect(percentile([1, 2, 3, 4, 5], 0.05)).toBeCloseTo(1.2, 12);
    expect(percentile([7], 0.95)).toBe(7);
  });

  it('arrivals are counted over all members, times over those that arrive', () => {
    const startAt = instant('2026-06-01T00:00:00Z');
    const got = siteArrival({ siteId: 's', arrivalMs: [Infinity, 3_600_000, 7_200_000, Infinity], massRatios: [0, 0.2, 0.4, 0] }, startAt);
    expect(got).toMatchObject({ probabilityRatio: 0.5, earliestAt: startAt + 3_600_000, medianAt: startAt + 5_400_000, massRatioMax: 0.4 });
    expect(got.massRatioMean).toBeCloseTo(0.15, 12);
    expect(siteArrival({ siteId: 's', arrivalMs: [Infinity], massRatios: [0] }, startAt)).toMatchObject({ probabilityRatio: 0, earliestAt: null, medianAt: null });
  });
});
