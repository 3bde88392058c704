// The water grid: cells of about `cellM` metres, equal steps in degrees, metres per row from the
// ellipsoid. Built once per region pack and kept; a closure gives a new grid over the same frame.

import type { BboxDeg, LonLat, Polygon, Result } from '@anlan/kernel';
import { metresPerDegree, ok, refuse } from '@anlan/kernel';
import type { CellPoint, SeaGrid, SeaGridInput } from '../api/sea.ts';
import { clearanceOf, openWaterOf } from './clearance.ts';
import type { CellFrame } from './rasterise.ts';
import { rasterisePolygon } from './rasterise.ts';

/** Rasterises land. Refuses a wrong box or cell, a grid too large, and a box without water. */
export function buildSeaGrid(input: SeaGridInput): Result<SeaGrid> {
  const { bboxDeg, cellM } = input;
  if (!boxIsRight(bboxDeg)) return refuse('MOVEMENT_GRID_BOX_WRONG', { bboxDeg: bboxDeg.join(', ') });
  if (!(cellM >= CELL_M_MIN && cellM <= CELL_M_MAX)) {
    return refuse('MOVEMENT_GRID_CELL_WRONG', { cellM: String(cellM), cellMMin: CELL_M_MIN, cellMMax: CELL_M_MAX });
  }
  const frame = frameOf(bboxDeg, cellM);
  const cellCount = frame.widthCount * frame.heightCount;
  if (cellCount > CELL_COUNT_MAX) return refuse('MOVEMENT_GRID_TOO_LARGE', { cellCount, cellCountMax: CELL_COUNT_MAX });
  const land = new Uint8Array(cellCount);
  for (const polygon of input.polygons) rasterisePolygon(land, frame, polygon);
  return finish(land, frame, input);
}

/** The same grid with further areas closed to shipping. */
export function closeSeaAreas(grid: SeaGrid, areas: readonly Polygon[]): Result<SeaGrid> {
  const land = Uint8Array.from(grid.clearanceCount, (count) => (count === 0 ? 1 : 0));
  const frame = frameOfGrid(grid);
  for (const area of areas) rasterisePolygon(land, frame, area);
  return finish(land, frame, grid);
}

function finish(land: Uint8Array, frame: CellFrame, { bboxDeg, cellM }: Pick<SeaGrid, 'bboxDeg' | 'cellM'>): Result<SeaGrid> {
  const { widthCount, heightCount, stepLonDeg, stepLatDeg } = frame;
  const clearanceCount = clearanceOf(land, widthCount, heightCount);
  const water = openWaterOf(clearanceCount, widthCount);
  if (water.waterCount === 0) return refuse('MOVEMENT_GRID_NO_WATER');
  const rowLonM = new Float64Array(heightCount);
  const rowLatM = new Float64Array(heightCount);
  for (let y = 0; y < heightCount; y++) {
    const perDegree = metresPerDegree(frame.southDeg + (y + 0.5) * stepLatDeg);
    rowLonM[y] = perDegree.lonM * stepLonDeg;
    rowLatM[y] = perDegree.latM * stepLatDeg;
  }
  return ok({ bboxDeg, cellM, widthCount, heightCount, stepLonDeg, stepLatDeg, rowLonM, rowLatM, clearanceCount, openWaterIndex: water.index });
}

export function toCell(grid: SeaGrid, [lonDeg, latDeg]: LonLat): CellPoint {
  return [(lonDeg - grid.bboxDeg[0]) / grid.stepLonDeg, (latDeg - grid.bboxDeg[1]) / grid.stepLatDeg];
}

export function toLonLat(grid: SeaGrid, [x, y]: CellPoint): LonLat {
  return [grid.bboxDeg[0] + x * grid.stepLonDeg, grid.bboxDeg[1] + y * grid.stepLatDeg];
}

/** Index of the cell that holds the point, −1 outside the grid. */
export function cellIndex(grid: SeaGrid, [x, y]: CellPoint): number {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  if (i < 0 || j < 0 || i >= grid.widthCount || j >= grid.heightCount) return -1;
  return j * grid.widthCount + i;
}

function boxIsRight([westDeg, southDeg, eastDeg, northDeg]: BboxDeg): boolean {
  return westDeg >= -180 && southDeg > -89 && eastDeg <= 180 && northDeg < 89 && westDeg < eastDeg && southDeg < northDeg;
}

function frameOf([westDeg, southDeg, eastDeg, northDeg]: BboxDeg, cellM: number): CellFrame {
  const middle = metresPerDegree((southDeg + northDeg) / 2);
  const widthCount = Math.max(1, Math.ceil(((eastDeg - westDeg) * middle.lonM) / cellM));
  const heightCount = Math.max(1, Math.ceil(((northDeg - southDeg) * middle.latM) / cellM));
  return { westDeg, southDeg, stepLonDeg: (eastDeg - westDeg) / widthCount, stepLatDeg: (northDeg - southDeg) / heightCount, widthCount, heightCount };
}

function frameOfGrid(grid: SeaGrid): CellFrame {
  const { widthCount, heightCount, stepLonDeg, stepLatDeg } = grid;
  return { westDeg: grid.bboxDeg[0], southDeg: grid.bboxDeg[1], stepLonDeg, stepLatDeg, widthCount, heightCount };
}

/** Below this a region pack's coast is coarser than the cell. */
const CELL_M_MIN = 20;
/** Above this no channel of an archipelago is left. */
const CELL_M_MAX = 5000;
/** About 600 MB of search arrays at most. */
const CELL_COUNT_MAX = 25_000_000;
