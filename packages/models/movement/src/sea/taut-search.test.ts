import { distanceM } from '@anlan/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FineSeaGrid } from '../api/sea-field.ts';
import { cellMiddle, fineGridOf, fineGridOfText, rectangle } from '../test-world.ts';
import { tautFrameOf } from './taut-frame.ts';
import { legM, sees, tautPath, toFineCell } from './taut-path.ts';
import { searchTaut } from './taut-search.ts';

type Point = readonly [number, number];

/** Independent of the search: does the open segment cut the inside of a land cell, or slip between two that touch at a corner? */
function isBlocked(grid: FineSeaGrid, [x0, y0]: Point, [x1, y1]: Point): boolean {
  const { widthCount, heightCount, land } = grid;
  const isLand = (x: number, y: number): boolean => x < 0 || y < 0 || x >= widthCount || y >= heightCount || land[y * widthCount + x] === 1;
  for (let cell = 0; cell < land.length; cell++) {
    if (land[cell] === 0) continue;
    const [x, y] = [cell % widthCount, Math.floor(cell / widthCount)];
    let [from, to] = [0, 1];
    for (const [start, delta, low, high] of [[x0, x1 - x0, x, x + 1], [y0, y1 - y0, y, y + 1]] as const) {
      if (Math.abs(delta) < 1e-12) { if (start <= low + 1e-9 || start >= high - 1e-9) [from, to] = [1, 0]; continue; }
      const [a, b] = [(low - start) / delta, (high - start) / delta];
      [from, to] = [Math.max(from, Math.min(a, b)), Math.min(to, Math.max(a, b))];
    }
    if (to - from > 1e-9) return true;
  }
  for (let y = 1; y < heightCount; y++) {
    for (let x = 1; x < widthCount; x++) {
      const length = Math.hypot(x1 - x0, y1 - y0);
      const along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length;
      const off = Math.abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length;
      if (off > 1e-9 || along < 1e-9 || along > length - 1e-9) continue;
      const [ne, nw, se, sw] = [isLand(x, y), isLand(x - 1, y), isLand(x, y - 1), isLand(x - 1, y - 1)];
      if ((ne && sw && !nw && !se) || (nw && se && !ne && !sw)) return true;
      // Along a lattice line between land on both sides.
      if (Math.abs(y1 - y0) < 1e-12 && ((isLand(x, y) && isLand(x, y - 1)) || (isLand(x - 1, y) && isLand(x - 1, y - 1)) || (ne && sw) || (nw && se))) return true;
      if (Math.abs(x1 - x0) < 1e-12 && ((isLand(x, y) && isLand(x - 1, y)) || (isLand(x, y - 1) && isLand(x - 1, y - 1)) || (ne && sw) || (nw && se))) return true;
    }
  }
  return false;
}

/** The plainest oracle: all corners and the start, every pair that sees each other, relaxed until still. */
function oracleM(grid: FineSeaGrid, start: Point): (to: Point) => number {
  const frame = tautFrameOf(grid);
  const nodes: Point[] = [start, ...Array.from(frame.cornerX, (x, i): Point => [x, frame.cornerY[i]!])];
  const lengths = nodes.map((a) => nodes.map((b) => (a === b || isBlocked(grid, a, b) ? Infinity : legM(frame, a, b))));
  const reached = nodes.map((_node, i) => (i === 0 ? 0 : Infinity));
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < nodes.length; i++) for (let j = 0; j < nodes.length; j++) {
      const nextM = reached[i]! + lengths[i]![j]!;
      if (nextM < reached[j]! - 1e-9) { reached[j] = nextM; changed = true; }
    }
  }
  return (to) => nodes.reduce((least, node, i) => (reached[i]! < least && !isBlocked(grid, node, to) ? Math.min(least, reached[i]! + legM(frame, node, to)) : least), Infinity);
}

const SIZE = 14;
const blobs = fc.array(fc.record({ x: fc.integer({ min: 0, max: SIZE - 1 }), y: fc.integer({ min: 0, max: SIZE - 1 }), width: fc.integer({ min: 1, max: 5 }), height: fc.integer({ min: 1, max: 4 }) }), { maxLength: 7 });

function worldOf(islands: readonly { x: number; y: number; width: number; height: number }[]): FineSeaGrid | undefined {
  const isLand = (x: number, y: number): boolean => islands.some((island) => x >= island.x && x < island.x + island.width && y >= island.y && y < island.y + island.height);
  const rows = Array.from({ length: SIZE }, (_r, y) => Array.from({ length: SIZE }, (_c, x) => (isLand(x, y) ? '#' : '.')).join(''));
  return rows.join('').includes('.') ? fineGridOfText(rows) : undefined;
}

describe('the taut search', () => {
  it('gives every cell the length of the shortest way of any angle, to 0.3 % of a complete visibility graph', () => {
    fc.assert(
      fc.property(blobs, fc.nat({ max: SIZE * SIZE - 1 }), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (islands, source, inside) => {
        const grid = worldOf(islands);
        if (grid === undefined || grid.land[source] === 1) return;
        const start: Point = [(source % SIZE) + inside, Math.floor(source / SIZE) + inside];
        const field = searchTaut(tautFrameOf(grid), { start: [start[0], start[1]], speedMps: 1, fromS: 0 });
        const wanted = oracleM(grid, start);
        for (let cell = 0; cell < grid.land.length; cell++) {
          if (grid.land[cell] === 1) continue;
          const lengthM = wanted([(cell % SIZE) + 0.5, Math.floor(cell / SIZE) + 0.5]);
          if (lengthM === Infinity) expect(field.cellS[cell]).toBe(Infinity);
          else expect(Math.abs(field.cellS[cell]! - lengthM)).toBeLessThan(0.003 * lengthM + 0.1);
        }
      }),
      { numRuns: 60, seed: 20261124 },
    );
  });

  it('is exact over open water: straight, on the ellipsoid to 0.01 %', () => {
    const grid = fineGridOf([]);
    const [from, to] = [[122.013, 30.021], [122.171, 30.187]] as const;
    const start = toFineCell(grid, from);
    const field = searchTaut(tautFrameOf(grid), { start: [start[0], start[1]], speedMps: 1, fromS: 0 });
    const path = tautPath(field, toFineCell(grid, to));
    expect(path).toHaveLength(2);
    const cell = Math.floor(toFineCell(grid, to)[1]) * grid.widthCount + Math.floor(toFineCell(grid, to)[0]);
    const middle = cellMiddle(grid, cell % grid.widthCount, Math.floor(cell / grid.widthCount));
    expect(Math.abs(field.cellS[cell]! / distanceM(from, middle) - 1)).toBeLessThan(1e-4);
  });

  it('goes by the nearer corner of an island and every leg of the path is free', () => {
    const grid = fineGridOf([rectangle([122.05, 30.09, 122.15, 30.11])]);
    const start = toFineCell(grid, [122.08, 30.05]);
    const frame = tautFrameOf(grid);
    const path = tautPath(searchTaut(frame, { start: [start[0], start[1]], speedMps: 1, fromS: 0 }), toFineCell(grid, [122.08, 30.15]));
    expect(path.length).toBe(4);
    for (let i = 1; i < path.length; i++) expect(sees(frame, path[i - 1]!, path[i]!)).toBe(true);
  });

  it('does not slip between two lands that touch at a corner', () => {
    const grid = fineGridOfText(['....#', '...#.', '..#..', '.#...', '#....']);
    const field = searchTaut(tautFrameOf(grid), { start: [0.5, 4.5], speedMps: 1, fromS: 0 });
    expect(field.cellS[4]).toBe(Infinity);
    expect(field.cellS[3 * 5 + 0]).toBeLessThan(110);
  });
});
