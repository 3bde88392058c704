// Small worlds for the tests of this package: rectangles of land in a square of sea near 30° N,
// or a grid written as text.

import type { BboxDeg, LonLat, Polygon } from '@anlan/kernel';
import { assert, metresPerDegree } from '@anlan/kernel';
import type { SeaGrid } from './api/sea.ts';
import type { FineSeaGrid } from './api/sea-field.ts';
import { buildFineSeaGrid } from './sea/fine-raster.ts';
import { buildSeaGrid } from './sea/grid.ts';

/** About 19 km × 22 km. */
export const BOX: BboxDeg = [122, 30, 122.2, 30.2];

export function rectangle([westDeg, southDeg, eastDeg, northDeg]: BboxDeg): Polygon {
  const corners: LonLat[] = [[westDeg, southDeg], [eastDeg, southDeg], [eastDeg, northDeg], [westDeg, northDeg], [westDeg, southDeg]];
  return [corners];
}

export function gridOf(polygons: readonly Polygon[], cellM = 250, bboxDeg: BboxDeg = BOX): SeaGrid {
  const built = buildSeaGrid({ polygons, bboxDeg, cellM });
  assert(built.ok, 'the test world is a right one');
  return built.value;
}

/** One cell of 250 m per letter, north first: `#` land, anything else water. */
export function gridOfText(rows: readonly string[]): SeaGrid {
  const [widthCount, heightCount] = [rows[0]?.length ?? 0, rows.length];
  const { lonM, latM } = metresPerDegree(30);
  const [stepLonDeg, stepLatDeg] = [250 / lonM, 250 / latM];
  const polygons: Polygon[] = [];
  rows.forEach((row, fromNorth) => {
    [...row].forEach((letter, x) => {
      const [westDeg, southDeg] = [122 + (x + 0.25) * stepLonDeg, 30 + (heightCount - 1 - fromNorth + 0.25) * stepLatDeg];
      if (letter === '#') polygons.push(rectangle([westDeg, southDeg, westDeg + stepLonDeg / 2, southDeg + stepLatDeg / 2]));
    });
  });
  const shrink = 1 - 1e-4;
  const grid = gridOf(polygons, 250, [122, 30, 122 + widthCount * stepLonDeg * shrink, 30 + heightCount * stepLatDeg * shrink]);
  assert(grid.widthCount === widthCount && grid.heightCount === heightCount, 'one cell per letter');
  return grid;
}

export function fineGridOf(polygons: readonly Polygon[], cellM = 100, bboxDeg: BboxDeg = BOX): FineSeaGrid {
  const built = buildFineSeaGrid({ polygons, bboxDeg, cellM });
  assert(built.ok, 'the test world is a right one');
  return built.value;
}

/** One cell of 100 m per letter, north first: `#` land, anything else water. */
export function fineGridOfText(rows: readonly string[]): FineSeaGrid {
  const [widthCount, heightCount] = [rows[0]?.length ?? 0, rows.length];
  const { lonM, latM } = metresPerDegree(30);
  const [stepLonDeg, stepLatDeg] = [100 / lonM, 100 / latM];
  const polygons: Polygon[] = [];
  rows.forEach((row, fromNorth) => {
    [...row].forEach((letter, x) => {
      const [westDeg, southDeg] = [122 + (x + 0.05) * stepLonDeg, 30 + (heightCount - 1 - fromNorth + 0.05) * stepLatDeg];
      if (letter === '#') polygons.push(rectangle([westDeg, southDeg, westDeg + stepLonDeg * 0.9, southDeg + stepLatDeg * 0.9]));
    });
  });
  const shrink = 1 - 1e-5;
  const grid = fineGridOf(polygons, 100, [122, 30, 122 + widthCount * stepLonDeg * shrink, 30 + heightCount * stepLatDeg * shrink]);
  assert(grid.widthCount === widthCount && grid.heightCount === heightCount, 'one cell per letter');
  return grid;
}

/** Middle of cell (x, y) of a fine grid; row 0 in the south. */
export function cellMiddle(grid: FineSeaGrid, x: number, y: number): LonLat {
  return [grid.bboxDeg[0] + (x + 0.5) * grid.stepLonDeg, grid.bboxDeg[1] + (y + 0.5) * grid.stepLatDeg];
}
