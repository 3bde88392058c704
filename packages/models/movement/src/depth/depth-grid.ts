// Depths on a grid of their own, read for the cells of a sea grid: the depth of the cell of the
// depth grid in which the middle of the sea cell lies. Outside, and where it is NaN, it is not known.

import type { LonLat } from '@anlan/kernel';
import type { FineSeaGrid } from '../api/sea-field.ts';
import type { DepthGrid } from '../spi/sea-sources.ts';

/** Metres below the datum for each cell of the sea grid; kept per pair of grids. */
export function depthOfCells(grid: FineSeaGrid, depth: DepthGrid): Float32Array {
  const kept = known.get(depth) ?? new WeakMap<Uint8Array, Float32Array>();
  known.set(depth, kept);
  const found = kept.get(grid.land);
  if (found !== undefined) return found;
  const out = new Float32Array(grid.land.length).fill(Number.NaN);
  const [westDeg, southDeg, eastDeg, northDeg] = depth.bboxDeg;
  const columns = Int32Array.from({ length: grid.widthCount }, (_c, x) => {
    const share = (grid.bboxDeg[0] + (x + 0.5) * grid.stepLonDeg - westDeg) / (eastDeg - westDeg);
    return share >= 0 && share < 1 ? Math.floor(share * depth.columnCount) : -1;
  });
  for (let y = 0; y < grid.heightCount; y++) {
    const share = (grid.bboxDeg[1] + (y + 0.5) * grid.stepLatDeg - southDeg) / (northDeg - southDeg);
    if (!(share >= 0 && share < 1)) continue;
    const base = Math.floor(share * depth.rowCount) * depth.columnCount;
    for (let x = 0; x < grid.widthCount; x++) if (columns[x]! >= 0) out[y * grid.widthCount + x] = depth.depthM[base + columns[x]!]!;
  }
  kept.set(grid.land, out);
  return out;
}

/** Depth at a place; NaN where it is not known. */
export function depthAtM(depth: DepthGrid, [lonDeg, latDeg]: LonLat): number {
  const [westDeg, southDeg, eastDeg, northDeg] = depth.bboxDeg;
  const [x, y] = [Math.floor(((lonDeg - westDeg) / (eastDeg - westDeg)) * depth.columnCount), Math.floor(((latDeg - southDeg) / (northDeg - southDeg)) * depth.rowCount)];
  if (x < 0 || y < 0 || x >= depth.columnCount || y >= depth.rowCount) return Number.NaN;
  return depth.depthM[y * depth.columnCount + x]!;
}

const known = new WeakMap<DepthGrid, WeakMap<Uint8Array, Float32Array>>();
