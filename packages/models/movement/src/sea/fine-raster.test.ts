import type { Polygon } from '@anlan/kernel';
import { metresPerDegree } from '@anlan/kernel';
import { describe, expect, it } from 'vitest';
import { BOX, fineGridOf, rectangle } from '../test-world.ts';
import { largestWater, partCount } from './fine-channels.ts';
import { buildFineSeaGrid } from './fine-raster.ts';
import { tautFrameOf } from './taut-frame.ts';
import { toFineCell } from './taut-path.ts';
import { searchTaut } from './taut-search.ts';

const perDegree = metresPerDegree(30.1);
/** A rectangle by metres from the south-west corner of the box. */
function metres(west: number, south: number, east: number, north: number): Polygon {
  return rectangle([BOX[0] + west / perDegree.lonM, BOX[1] + south / perDegree.latM, BOX[0] + east / perDegree.lonM, BOX[1] + north / perDegree.latM]);
}
function wayM(polygons: readonly Polygon[], from: readonly [number, number], to: readonly [number, number]): number {
  const grid = fineGridOf(polygons);
  const cell = ([east, north]: readonly [number, number]) => toFineCell(grid, [BOX[0] + east / perDegree.lonM, BOX[1] + north / perDegree.latM]);
  const [start, end] = [cell(from), cell(to)];
  return searchTaut(tautFrameOf(grid), { start: [start[0], start[1]], speedMps: 1, fromS: 0 }).cellS[Math.floor(end[1]) * grid.widthCount + Math.floor(end[0])]!;
}

describe('the 100 m raster', () => {
  it('puts the coast right to half a cell', () => {
    const grid = fineGridOf([metres(5000, 5000, 10_000, 10_000)]);
    expect(grid.raster.landCount).toBeGreaterThan(49 * 49);
    expect(grid.raster.landCount).toBeLessThan(51.5 * 51.5);
  });

  it('keeps a channel of 90 m open, wherever it lies on the grid, and a harbour behind a narrow mouth', () => {
    for (let offset = 0; offset < 100; offset += 17) {
      const walls = [metres(0, 9000, 8000 + offset, 10_000), metres(8090 + offset, 9000, 25_000, 10_000)];
      expect(wayM(walls, [8045, 8000], [8045, 11_000])).toBeLessThan(3400);
      const harbour = [metres(5000, 5000, 7000, 5300), metres(5000, 5300, 5300, 7000), metres(6700, 5300, 7000, 7000), metres(5000, 7000, 5960 + offset, 7300), metres(6050 + offset, 7000, 7000, 7300)];
      expect(wayM(harbour, [6000, 6000], [6000, 9000])).toBeLessThan(3400);
    }
  });

  it('does not leak through a mole of 10 m', () => {
    for (let offset = 0; offset < 100; offset += 13) {
      const mole = metres(-100, 9000 + offset, 15_000, 9010 + offset);
      expect(wayM([mole], [5000, 8000], [5000, 10_000])).toBeGreaterThan(19_000);
    }
  });

  it('keeps an islet of 20 m', () => {
    const grid = fineGridOf([metres(5040, 5040, 5060, 5060)]);
    expect(grid.raster).toMatchObject({ landCount: 1, isletCount: 1 });
  });

  it('knows pieces of water in a cell by size', () => {
    expect(partCount(0xffff)).toBe(16);
    expect(largestWater(0b1111_0000_0000_0011)).toBe(0b1111_0000_0000_0000);
    expect(largestWater(0)).toBe(0);
  });

  it('refuses a wrong box, a wrong cell, too many cells and land only', () => {
    expect(buildFineSeaGrid({ polygons: [], bboxDeg: [122, 30, 121, 31], cellM: 100 })).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_GRID_BOX_WRONG' } });
    expect(buildFineSeaGrid({ polygons: [], bboxDeg: BOX, cellM: 5 })).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_GRID_CELL_WRONG' } });
    expect(buildFineSeaGrid({ polygons: [], bboxDeg: [100, 20, 120, 40], cellM: 100 })).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_GRID_TOO_LARGE' } });
    expect(buildFineSeaGrid({ polygons: [rectangle([121, 29, 123, 31])], bboxDeg: BOX, cellM: 100 })).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_GRID_NO_WATER' } });
  });
});
