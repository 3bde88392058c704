// Speed over the ground in a current. The current is asked once per block of four by four cells
// (about the 386 m of a tidal field) and quarter of an hour, at the middle of both. Speed made good
// along a course: c·u + √(s² − (c × u)²), the ship heading up so that it stays on the course.

import type { Instant } from '@anlan/kernel';
import { instantFromMs } from '@anlan/kernel';
import type { FineSeaGrid } from '../api/sea-field.ts';
import type { CurrentSource } from '../spi/sea-sources.ts';
import { toFineLonLat } from './taut-path.ts';

export interface DriftBlocks {
  /** Index of the block of the cell, with `eastMps` and `northMps` set for the time. */
  read(cell: number, atS: number): number;
  readonly eastMps: Float32Array;
  readonly northMps: Float32Array;
  /** Speed made good from the cell along the unit vector; 0 or less: cannot hold the course. */
  madeGoodMps(cell: number, atS: number, unitEast: number, unitNorth: number): number;
  /** Strength of the current there and then. */
  currentMps(cell: number, atS: number): number;
  /** Blocks asked for which the source knew nothing: taken as still water and named. */
  unknownCount(): number;
}

export function driftBlocks(grid: FineSeaGrid, current: CurrentSource | undefined, departAt: Instant, speedMps: number): DriftBlocks {
  if (current === undefined) return { read: () => 0, eastMps: new Float32Array(1), northMps: new Float32Array(1), madeGoodMps: () => speedMps, currentMps: () => 0, unknownCount: () => 0 };
  const columnCount = Math.ceil(grid.widthCount / BLOCK_CELLS);
  const blockCount = columnCount * Math.ceil(grid.heightCount / BLOCK_CELLS);
  const sliceOf = new Int32Array(blockCount).fill(-1);
  const east = new Float32Array(blockCount);
  const north = new Float32Array(blockCount);
  let unknownCount = 0;
  const read = (cell: number, atS: number): number => {
    const y = Math.floor(cell / grid.widthCount);
    const x = cell - y * grid.widthCount;
    const column = x >> BLOCK_SHIFT;
    const row = y >> BLOCK_SHIFT;
    const block = row * columnCount + column;
    const slice = Math.floor(atS / SLICE_S);
    if (sliceOf[block] === slice) return block;
    sliceOf[block] = slice;
    const position = toFineLonLat(grid, [(column + 0.5) * BLOCK_CELLS, (row + 0.5) * BLOCK_CELLS]);
    const velocity = current.velocityAt(position, instantFromMs(departAt + Math.round((slice + 0.5) * SLICE_S * 1000)));
    if (velocity === null) unknownCount++;
    east[block] = velocity?.eastMps ?? 0;
    north[block] = velocity?.northMps ?? 0;
    return block;
  };
  const speed2 = speedMps * speedMps;
  return {
    read,
    eastMps: east,
    northMps: north,
    madeGoodMps(cell, atS, unitEast, unitNorth) {
      const block = read(cell, atS);
      const across = east[block]! * unitNorth - north[block]! * unitEast;
      if (across * across >= speed2) return 0;
      return east[block]! * unitEast + north[block]! * unitNorth + Math.sqrt(speed2 - across * across);
    },
    currentMps(cell, atS) {
      const block = read(cell, atS);
      return Math.hypot(east[block]!, north[block]!);
    },
    unknownCount: () => unknownCount,
  };
}

const BLOCK_SHIFT = 2;
const BLOCK_CELLS = 1 << BLOCK_SHIFT;
const SLICE_S = 900;
