import { describe, expect, it } from 'vitest';
import { gridOf, gridOfText, rectangle, BOX } from '../test-world.ts';
import { buildSeaGrid, cellIndex, closeSeaAreas, toCell, toLonLat } from './grid.ts';

describe('a water grid', () => {
  it('takes every cell that a polygon touches for land, on the safe side', () => {
    const grid = gridOf([rectangle([122.0999, 30.0999, 122.1001, 30.1001])]);
    const touched = [[122.0999, 30.0999], [122.1001, 30.1001]] as const;
    for (const position of touched) expect(grid.clearanceCount[cellIndex(grid, toCell(grid, position))]).toBe(0);
    expect(grid.clearanceCount.filter((count) => count === 0).length).toBeLessThanOrEqual(4);
  });

  it('keeps holes as water, and knows that a lake is not open water', () => {
    const lake = rectangle([122.09, 30.09, 122.11, 30.11])[0]!;
    const grid = gridOf([[rectangle([122.05, 30.05, 122.15, 30.15])[0]!, lake]]);
    const inLake = cellIndex(grid, toCell(grid, [122.1, 30.1]));
    const outside = cellIndex(grid, toCell(grid, [122.02, 30.1]));
    expect(grid.clearanceCount[inLake]).toBeGreaterThan(0);
    expect(grid.openWaterIndex[outside]).toBe(1);
    expect(grid.openWaterIndex[inLake]).not.toBe(1);
  });

  it('counts rings of water round a cell, the edge of the grid being no water', () => {
    const grid = gridOfText(['.......', '.......', '.......', '.......', '.......', '.......', '......#']);
    expect(grid.clearanceCount[3 * 7 + 3]).toBe(3);
    expect(grid.clearanceCount[3 * 7 + 3 + 1]).toBe(3);
    expect(grid.clearanceCount[2 * 7 + 4]).toBe(2);
    expect(grid.clearanceCount[0]).toBe(1);
    expect(grid.clearanceCount[6]).toBe(0);
  });

  it('has equal steps in degrees and metres that shrink with the parallel', () => {
    const grid = gridOf([]);
    expect(grid.rowLonM[0]!).toBeGreaterThan(grid.rowLonM[grid.heightCount - 1]!);
    expect(Math.abs(grid.rowLatM[0]! - 250)).toBeLessThan(5);
    expect(toLonLat(grid, toCell(grid, [122.123, 30.077]))).toEqual([expect.closeTo(122.123, 12), expect.closeTo(30.077, 12)]);
  });

  it('loses water, and only water, when an area is closed', () => {
    const grid = gridOf([rectangle([122.05, 30.05, 122.06, 30.06])]);
    const closed = closeSeaAreas(grid, [rectangle([122.1, 30.1, 122.12, 30.12])]);
    if (!closed.ok) throw new Error(closed.refusal.code);
    closed.value.clearanceCount.forEach((count, cell) => expect(count).toBeLessThanOrEqual(grid.clearanceCount[cell]!));
    expect(closed.value.clearanceCount[cellIndex(grid, toCell(grid, [122.11, 30.11]))]).toBe(0);
  });

  it.each([
    ['MOVEMENT_GRID_BOX_WRONG', { polygons: [], bboxDeg: [122.2, 30, 122, 30.2] as const, cellM: 250 }],
    ['MOVEMENT_GRID_CELL_WRONG', { polygons: [], bboxDeg: BOX, cellM: Number.NaN }],
    ['MOVEMENT_GRID_TOO_LARGE', { polygons: [], bboxDeg: [100, 0, 140, 50] as const, cellM: 100 }],
    ['MOVEMENT_GRID_NO_WATER', { polygons: [rectangle([121, 29, 123, 31])], bboxDeg: BOX, cellM: 250 }],
  ])('refuses with %s', (code, input) => {
    expect(buildSeaGrid(input)).toMatchObject({ ok: false, refusal: { code } });
  });
});
