// Land polygons to cells of about 100 m over sixteen parts of about 25 m each. A part is land when
// its centre lies in a polygon or an edge touches it (safe side); a cell is water when its largest
// connected water fills half of it. So the coast is right to half a cell, not widened by one. Then
// three rules of shape: no islet vanishes, no mole leaks, no channel or harbour mouth closes.

import type { BboxDeg, Polygon, Result } from '@anlan/kernel';
import { metresPerDegree, ok, refuse, ringBboxDeg } from '@anlan/kernel';
import type { FineSeaGrid } from '../api/sea-field.ts';
import { closeBarriers, FULL_MASK, largestWater, partCount, reopenChannels } from './fine-channels.ts';
import type { CellFrame } from './rasterise.ts';
import { rasterisePolygon } from './rasterise.ts';

export interface FineSeaGridInput {
  readonly polygons: readonly Polygon[];
  readonly bboxDeg: BboxDeg;
  /** Side of a cell in the middle of the box; 100 where absent in the regional packs. */
  readonly cellM: number;
}

/** Refuses a wrong box or cell, a grid too large, and a box without water. */
export function buildFineSeaGrid({ polygons, bboxDeg, cellM }: FineSeaGridInput): Result<FineSeaGrid> {
  const [westDeg, southDeg, eastDeg, northDeg] = bboxDeg;
  if (!(westDeg >= -180 && southDeg > -89 && eastDeg <= 180 && northDeg < 89 && westDeg < eastDeg && southDeg < northDeg)) {
    return refuse('MOVEMENT_GRID_BOX_WRONG', { bboxDeg: bboxDeg.join(', ') });
  }
  if (!(cellM >= CELL_M_MIN && cellM <= CELL_M_MAX)) return refuse('MOVEMENT_GRID_CELL_WRONG', { cellM: String(cellM), cellMMin: CELL_M_MIN, cellMMax: CELL_M_MAX });
  const frame = frameOf(bboxDeg, cellM);
  const { widthCount, heightCount } = frame;
  const cellCount = widthCount * heightCount;
  if (cellCount > CELL_COUNT_MAX) return refuse('MOVEMENT_GRID_TOO_LARGE', { cellCount, cellCountMax: CELL_COUNT_MAX });
  const main = waterOfCells(polygons, frame);
  const land = Uint8Array.from(main, (mask) => (partCount(mask) >= PART_COUNT_MIN ? 0 : 1));
  const barrierCount = closeBarriers(land, main, frame);
  const reopenedCount = reopenChannels(land, main, frame);
  const isletCount = keepIslets(land, main, frame, polygons);
  let waterCount = 0;
  for (const one of land) waterCount += 1 - one;
  if (waterCount === 0) return refuse('MOVEMENT_GRID_NO_WATER');
  const raster = { landCount: cellCount - waterCount, waterCount, reopenedCount, isletCount, barrierCount };
  return ok({ bboxDeg, cellM, widthCount, heightCount, stepLonDeg: frame.stepLonDeg, stepLatDeg: frame.stepLatDeg, ...rowMetres(frame), land, raster });
}

/** The same grid with other land; for masks of depth and closures. */
export function withLand(grid: FineSeaGrid, land: Uint8Array): FineSeaGrid {
  return { ...grid, land };
}

export function frameOfFine(grid: FineSeaGrid): CellFrame {
  const { widthCount, heightCount, stepLonDeg, stepLatDeg } = grid;
  return { westDeg: grid.bboxDeg[0], southDeg: grid.bboxDeg[1], stepLonDeg, stepLatDeg, widthCount, heightCount };
}

function frameOf([westDeg, southDeg, eastDeg, northDeg]: BboxDeg, cellM: number): CellFrame {
  const middle = metresPerDegree((southDeg + northDeg) / 2);
  const widthCount = Math.max(1, Math.ceil(((eastDeg - westDeg) * middle.lonM) / cellM));
  const heightCount = Math.max(1, Math.ceil(((northDeg - southDeg) * middle.latM) / cellM));
  return { westDeg, southDeg, stepLonDeg: (eastDeg - westDeg) / widthCount, stepLatDeg: (northDeg - southDeg) / heightCount, widthCount, heightCount };
}

function rowMetres({ southDeg, stepLonDeg, stepLatDeg, heightCount }: CellFrame): { rowLonM: Float64Array; rowLatM: Float64Array } {
  const rowLonM = new Float64Array(heightCount);
  const rowLatM = new Float64Array(heightCount);
  for (let y = 0; y < heightCount; y++) {
    const perDegree = metresPerDegree(southDeg + (y + 0.5) * stepLatDeg);
    rowLonM[y] = perDegree.lonM * stepLonDeg;
    rowLatM[y] = perDegree.latM * stepLatDeg;
  }
  return { rowLonM, rowLatM };
}

/** Of each cell the largest connected water, one bit a part: bit 4·row + column. */
function waterOfCells(polygons: readonly Polygon[], frame: CellFrame): Uint16Array {
  const { widthCount, heightCount } = frame;
  const fine: CellFrame = { ...frame, stepLonDeg: frame.stepLonDeg / 4, stepLatDeg: frame.stepLatDeg / 4, widthCount: widthCount * 4, heightCount: heightCount * 4 };
  const parts = new Uint8Array(fine.widthCount * fine.heightCount);
  for (const polygon of polygons) rasterisePolygon(parts, fine, polygon);
  const words = new Uint32Array(parts.buffer);
  const main = new Uint16Array(widthCount * heightCount);
  for (let y = 0; y < heightCount; y++) {
    for (let x = 0; x < widthCount; x++) {
      let landMask = 0;
      for (let row = 0; row < 4; row++) {
        const word = words[(4 * y + row) * widthCount + x]!;
        if (word !== 0) landMask |= ((word & 1) | ((word >> 7) & 2) | ((word >> 14) & 4) | ((word >> 21) & 8)) << (4 * row);
      }
      main[y * widthCount + x] = landMask === 0 ? FULL_MASK : largestWater(FULL_MASK & ~landMask);
    }
  }
  return main;
}

/** A small polygon none of whose cells is land closes the cell of its coast with the least water. */
function keepIslets(land: Uint8Array, main: Uint16Array, frame: CellFrame, polygons: readonly Polygon[]): number {
  const { widthCount, heightCount } = frame;
  let isletCount = 0;
  for (const [outer = []] of polygons) {
    const [westDeg, southDeg, eastDeg, northDeg] = ringBboxDeg(outer);
    const [west, east] = [Math.floor((westDeg - frame.westDeg) / frame.stepLonDeg), Math.floor((eastDeg - frame.westDeg) / frame.stepLonDeg)];
    const [south, north] = [Math.floor((southDeg - frame.southDeg) / frame.stepLatDeg), Math.floor((northDeg - frame.southDeg) / frame.stepLatDeg)];
    if (east - west >= ISLET_CELLS || north - south >= ISLET_CELLS) continue;
    let [best, bestCount] = [-1, 17];
    for (let y = Math.max(0, south); y <= Math.min(heightCount - 1, north); y++) {
      for (let x = Math.max(0, west); x <= Math.min(widthCount - 1, east); x++) {
        const cell = y * widthCount + x;
        const count = land[cell] === 1 ? -1 : partCount(main[cell]!);
        if (count < bestCount) [best, bestCount] = [cell, count];
      }
    }
    if (best < 0 || bestCount < 0) continue;
    land[best] = 1;
    isletCount++;
  }
  return isletCount;
}

/** Longer polygons fill a cell somewhere, or are moles, for which there is a rule of their own. */
const ISLET_CELLS = 3;
/** Half of the sixteen parts. */
const PART_COUNT_MIN = 8;
/** Below this a region pack's coast is coarser than the cell. */
const CELL_M_MIN = 20;
/** Above this no channel of an archipelago is left. */
const CELL_M_MAX = 2000;
/** Sixteen parts each while it is built: 128 MB. */
const CELL_COUNT_MAX = 8_000_000;
