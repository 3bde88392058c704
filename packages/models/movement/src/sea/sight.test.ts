import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellPoint, SeaGrid } from '../api/sea.ts';
import { gridOfText } from '../test-world.ts';
import { canSee } from './sight.ts';

const SIZE = 14;
const world = fc.array(fc.constantFrom('.', '.', '.', '.', '.', '.', '.', '#'), { minLength: SIZE * SIZE, maxLength: SIZE * SIZE }).map((cells) =>
  Array.from({ length: SIZE }, (_row, y) => cells.slice(y * SIZE, (y + 1) * SIZE).join('')),
);
const coordinate = fc.double({ min: 0.01, max: SIZE - 0.01, noNaN: true });
const lattice = fc.integer({ min: 0, max: SIZE - 1 }).map((cell) => cell + 0.5);
const point = fc.oneof(fc.tuple(coordinate, coordinate), fc.tuple(lattice, lattice));

/** Slab test of a segment against the square of a cell, grown or shrunk by `marginCells`. */
function meets(from: CellPoint, to: CellPoint, cell: CellPoint, marginCells: number): boolean {
  let [enter, leave] = [0, 1];
  for (const axis of [0, 1] as const) {
    const [low, high] = [cell[axis] - marginCells, cell[axis] + 1 + marginCells];
    const d = to[axis] - from[axis];
    if (d === 0) {
      if (from[axis] < low || from[axis] > high) return false;
      continue;
    }
    const [t0, t1] = [(low - from[axis]) / d, (high - from[axis]) / d];
    enter = Math.max(enter, Math.min(t0, t1));
    leave = Math.min(leave, Math.max(t0, t1));
  }
  return enter <= leave;
}

function touchesLand(grid: SeaGrid, from: CellPoint, to: CellPoint, marginCells: number): boolean {
  for (let cell = 0; cell < grid.clearanceCount.length; cell++) {
    if (grid.clearanceCount[cell] !== 0) continue;
    if (meets(from, to, [cell % grid.widthCount, Math.floor(cell / grid.widthCount)], marginCells)) return true;
  }
  return false;
}

describe('a straight way over the grid', () => {
  it('is open only if no land cell is entered, and shut only if one is touched', () => {
    fc.assert(
      fc.property(world, point, point, (rows, from, to) => {
        const grid = gridOfText(rows);
        if (grid.clearanceCount.length !== SIZE * SIZE) return;
        if (canSee(grid, from, to)) expect(touchesLand(grid, from, to, -1e-7)).toBe(false);
        else expect(touchesLand(grid, from, to, 1e-7)).toBe(true);
      }),
      { numRuns: 400, seed: 20261123 },
    );
  });

  it('does not slip between two land cells that meet at a corner', () => {
    const grid = gridOfText(['......', '......', '..#...', '...#..', '......', '......']);
    expect(canSee(grid, [2.5, 2.5], [3.5, 3.5])).toBe(false);
  });
});
