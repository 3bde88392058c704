// Land polygons to a grid of water: every cell gets the share that is open, every face between two
// cells the share of its length that a straight line from centre to centre can pass. A thin spit
// inside a cell therefore closes the face, and a channel narrower than a cell stays open.
// Even-odd within one polygon, any polygon counts: overlapping layers cannot cancel out.

import type { LonLat, Polygon, Result, Ring } from '@anlan/kernel';
import { ok, refuse, ringBboxDeg } from '@anlan/kernel';

/** Cell (column, row) has its CENTRE at west + column·stepLon, south + row·stepLat; row 0 is south. */
export interface GridGeometry {
  readonly westDeg: number;
  readonly southDeg: number;
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
  readonly columnCount: number;
  readonly rowCount: number;
}

export interface WaterGrid {
  readonly grid: GridGeometry;
  /** Share of the cell that is water. */
  readonly openRatio: Float32Array;
  /** Open share of the face between (c−1, r) and (c, r): index r·(columnCount+1) + c. */
  readonly eastFaceRatio: Float32Array;
  /** Open share of the face between (c, r−1) and (c, r): index r·columnCount + c, rowCount+1 rows. */
  readonly northFaceRatio: Float32Array;
}

/** Rasterises at `subCount` × `subCount` points a cell (even, 2…16). */
export function createWaterGrid(grid: GridGeometry, land: readonly Polygon[], subCount: number): Result<WaterGrid> {
  const cellCount = grid.columnCount * grid.rowCount;
  if (!Number.isInteger(cellCount) || cellCount < 4 || !(grid.stepLonDeg > 0) || !(grid.stepLatDeg > 0)) {
    return refuse('TIDE_GRID_INVALID', { what: `${grid.columnCount} x ${grid.rowCount}` });
  }
  if (subCount % 2 !== 0 || subCount < 2 || subCount > 16) return refuse('TIDE_GRID_INVALID', { what: `subCount ${subCount}` });
  const fine = rasteriseLand(grid, land, subCount);
  return ok({ grid, openRatio: cellShares(grid, fine, subCount), eastFaceRatio: eastFaces(grid, fine, subCount), northFaceRatio: northFaces(grid, fine, subCount) });
}

/** 1 = land, at the centres of the sub-cells. */
function rasteriseLand(grid: GridGeometry, land: readonly Polygon[], subCount: number): Uint8Array {
  const columnCount = grid.columnCount * subCount;
  const rowCount = grid.rowCount * subCount;
  const fine = new Uint8Array(columnCount * rowCount);
  const originLonDeg = grid.westDeg - grid.stepLonDeg / 2;
  const originLatDeg = grid.southDeg - grid.stepLatDeg / 2;
  const [stepLonDeg, stepLatDeg] = [grid.stepLonDeg / subCount, grid.stepLatDeg / subCount];
  for (const polygon of land) {
    const [, southDeg, , northDeg] = ringBboxDeg(polygon[0] ?? []);
    const firstRow = Math.max(0, Math.floor((southDeg - originLatDeg) / stepLatDeg));
    const lastRow = Math.min(rowCount - 1, Math.ceil((northDeg - originLatDeg) / stepLatDeg));
    for (let row = firstRow; row <= lastRow; row++) {
      const crossings = crossingsAt(polygon, originLatDeg + (row + 0.5) * stepLatDeg);
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        const from = Math.max(0, Math.ceil((crossings[k]! - originLonDeg) / stepLonDeg - 0.5));
        const until = Math.min(columnCount - 1, Math.ceil((crossings[k + 1]! - originLonDeg) / stepLonDeg - 0.5) - 1);
        for (let column = from; column <= until; column++) fine[row * columnCount + column] = 1;
      }
    }
  }
  return fine;
}

/** Longitudes where the polygon's rings cross a parallel, sorted. */
function crossingsAt(polygon: Polygon, latDeg: number): number[] {
  const crossings: number[] = [];
  for (const ring of polygon) crossingsOfRing(ring, latDeg, crossings);
  return crossings.sort((a, b) => a - b);
}

function crossingsOfRing(ring: Ring, latDeg: number, into: number[]): void {
  for (let i = 0; i + 1 < ring.length; i++) {
    const [xa, ya] = ring[i] as LonLat;
    const [xb, yb] = ring[i + 1] as LonLat;
    if (ya > latDeg !== yb > latDeg) into.push(xa + ((xb - xa) * (latDeg - ya)) / (yb - ya));
  }
}

function cellShares(grid: GridGeometry, fine: Uint8Array, subCount: number): Float32Array {
  const shares = new Float32Array(grid.columnCount * grid.rowCount);
  const fineColumnCount = grid.columnCount * subCount;
  for (let i = 0; i < fine.length; i++) {
    if (fine[i] !== 0) continue;
    const column = Math.floor((i % fineColumnCount) / subCount);
    const row = Math.floor(Math.floor(i / fineColumnCount) / subCount);
    shares[row * grid.columnCount + column]! += 1 / (subCount * subCount);
  }
  return shares;
}

function eastFaces(grid: GridGeometry, fine: Uint8Array, subCount: number): Float32Array {
  const { columnCount, rowCount } = grid;
  const fineColumnCount = columnCount * subCount;
  const ratio = new Float32Array((columnCount + 1) * rowCount);
  for (let row = 0; row < rowCount; row++) {
    for (let face = 0; face <= columnCount; face++) {
      const from = Math.max(0, face * subCount - subCount / 2);
      const until = Math.min(fineColumnCount, face * subCount + subCount / 2);
      let openCount = 0;
      for (let sub = 0; sub < subCount; sub++) {
        const base = (row * subCount + sub) * fineColumnCount;
        let isOpen = true;
        for (let column = from; column < until && isOpen; column++) isOpen = fine[base + column] === 0;
        if (isOpen) openCount++;
      }
      ratio[row * (columnCount + 1) + face] = openCount / subCount;
    }
  }
  return ratio;
}

function northFaces(grid: GridGeometry, fine: Uint8Array, subCount: number): Float32Array {
  const { columnCount, rowCount } = grid;
  const fineColumnCount = columnCount * subCount;
  const ratio = new Float32Array(columnCount * (rowCount + 1));
  for (let face = 0; face <= rowCount; face++) {
    const from = Math.max(0, face * subCount - subCount / 2);
    const until = Math.min(rowCount * subCount, face * subCount + subCount / 2);
    for (let column = 0; column < columnCount; column++) {
      let openCount = 0;
      for (let sub = 0; sub < subCount; sub++) {
        const fineColumn = column * subCount + sub;
        let isOpen = true;
        for (let row = from; row < until && isOpen; row++) isOpen = fine[row * fineColumnCount + fineColumn] === 0;
        if (isOpen) openCount++;
      }
      ratio[face * columnCount + column] = openCount / subCount;
    }
  }
  return ratio;
}
