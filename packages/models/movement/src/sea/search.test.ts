import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeaGrid } from '../api/sea.ts';
import { gridOf, gridOfText, rectangle } from '../test-world.ts';
import { searchSea } from './search.ts';
import { canSee } from './sight.ts';

/** The plainest possible oracle: all sixteen moves everywhere, relaxed until nothing changes. */
function relaxUntilStill(grid: SeaGrid, source: number): Float64Array {
  const distanceM = new Float64Array(grid.clearanceCount.length).fill(Infinity);
  distanceM[source] = 0;
  const moves = [-2, -1, 0, 1, 2].flatMap((dy) => [-2, -1, 0, 1, 2].map((dx) => [dx, dy] as const)).filter(([dx, dy]) => gcd(Math.abs(dx), Math.abs(dy)) === 1);
  const edges: { from: number; to: number; lengthM: number }[] = [];
  for (let from = 0; from < distanceM.length; from++) {
    const [x, y] = [from % grid.widthCount, Math.floor(from / grid.widthCount)];
    for (const [dx, dy] of moves) {
      const [toX, toY] = [x + dx, y + dy];
      if (toX < 0 || toY < 0 || toX >= grid.widthCount || toY >= grid.heightCount || grid.clearanceCount[from] === 0) continue;
      if (!canSee(grid, [x + 0.5, y + 0.5], [toX + 0.5, toY + 0.5])) continue;
      const lonM = (dx * (grid.rowLonM[y]! + grid.rowLonM[toY]!)) / 2;
      const latM = (dy * (grid.rowLatM[y]! + grid.rowLatM[toY]!)) / 2;
      edges.push({ from, to: toY * grid.widthCount + toX, lengthM: Math.hypot(lonM, latM) });
    }
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to, lengthM } of edges) {
      const nextM = distanceM[from]! + lengthM;
      if (nextM >= distanceM[to]! - 1e-9) continue;
      distanceM[to] = nextM;
      changed = true;
    }
  }
  return distanceM;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

const SIZE = 18;
const blobs = fc.array(fc.record({ x: fc.integer({ min: 0, max: SIZE - 1 }), y: fc.integer({ min: 0, max: SIZE - 1 }), size: fc.integer({ min: 1, max: 5 }) }), { maxLength: 6 });

describe('one search over the water', () => {
  it('gives every cell the same distance as relaxing all sixteen moves everywhere', () => {
    fc.assert(
      fc.property(blobs, fc.nat({ max: SIZE * SIZE - 1 }), (islands, source) => {
        const isLand = (x: number, y: number): boolean => islands.some((island) => Math.abs(island.x - x) < island.size && Math.abs(island.y - y) < island.size);
        const rows = Array.from({ length: SIZE }, (_r, y) => Array.from({ length: SIZE }, (_c, x) => (isLand(x, y) ? '#' : '.')).join(''));
        if (!rows.join('').includes('.')) return;
        const grid = gridOfText(rows);
        if (grid.clearanceCount[source] === 0) return;
        const found = searchSea(grid, source).distanceM;
        const wanted = relaxUntilStill(grid, source);
        for (let cell = 0; cell < wanted.length; cell++) {
          if (wanted[cell] === Infinity) expect(found[cell]).toBe(Infinity);
          else expect(Math.abs(found[cell]! - wanted[cell]!)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 60, seed: 20261123 },
    );
  });

  it('stops early and still has the full answer for the cells that were asked for', () => {
    const grid = gridOf([rectangle([122.09, 30.05, 122.11, 30.15])]);
    const all = searchSea(grid, 0);
    const target = 40 * grid.widthCount + 60;
    const early = searchSea(grid, 0, [target]);
    expect(early.distanceM[target]).toBe(all.distanceM[target]);
    expect(early.settledCount).toBeLessThan(all.settledCount);
  });
});
