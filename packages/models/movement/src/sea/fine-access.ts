// Where a place meets the water of the fine grid: its own cell when that can be sailed, else the
// nearest one that can within the tolerance. Which cells count is the caller's: open water for a
// start, cells that were reached for an end.

import type { LonLat, Result } from '@anlan/kernel';
import { distanceM, nameParams, ok, refuse } from '@anlan/kernel';
import type { CellPoint } from '../api/sea.ts';
import type { FineSeaGrid, SeaPlace } from '../api/sea-field.ts';
import { openWaterOf } from './clearance.ts';
import { toFineCell, toFineLonLat } from './taut-path.ts';

export interface FineAccess {
  readonly at: CellPoint;
  readonly cellIndex: number;
  readonly position: LonLat;
  readonly offsetM: number;
}

/** Refuses with OUTSIDE_GRID, or with NO_WATER_NEAR when nothing wanted lies within the tolerance. */
export function findFineAccess(grid: FineSeaGrid, { name, position }: SeaPlace, toleranceM: number, wanted: (cell: number) => boolean): Result<FineAccess> {
  const here = toFineCell(grid, position);
  const [x, y] = [Math.floor(here[0]), Math.floor(here[1])];
  if (x < 0 || y < 0 || x >= grid.widthCount || y >= grid.heightCount) return refuse('MOVEMENT_OUTSIDE_GRID', { ...nameParams('name', name), lonDeg: position[0], latDeg: position[1] });
  const own = y * grid.widthCount + x;
  if (wanted(own)) return ok({ at: insideOf(here), cellIndex: own, position, offsetM: 0 });
  const [lonM, latM] = [grid.rowLonM[y]!, grid.rowLatM[y]!];
  const [reachX, reachY] = [Math.ceil(toleranceM / lonM), Math.ceil(toleranceM / latM)];
  let [best, bestM] = [-1, toleranceM];
  for (let j = Math.max(0, y - reachY); j <= Math.min(grid.heightCount - 1, y + reachY); j++) {
    for (let i = Math.max(0, x - reachX); i <= Math.min(grid.widthCount - 1, x + reachX); i++) {
      const offM = Math.hypot((i + 0.5 - here[0]) * lonM, (j + 0.5 - here[1]) * latM);
      if (offM < bestM && wanted(j * grid.widthCount + i)) [best, bestM] = [j * grid.widthCount + i, offM];
    }
  }
  if (best < 0) return refuse('MOVEMENT_NO_WATER_NEAR', { ...nameParams('name', name), toleranceM });
  const at: CellPoint = [(best % grid.widthCount) + 0.5, Math.floor(best / grid.widthCount) + 0.5];
  const water = toFineLonLat(grid, at);
  return ok({ at, cellIndex: best, position: water, offsetM: distanceM(position, water) });
}

/** Numbers of the open waters of a land mask, 0 for land and ponds; kept per mask. */
export function openWaterIndexOf(grid: FineSeaGrid, land: Uint8Array): Uint8Array {
  const known = waters.get(land);
  if (known !== undefined) return known;
  const water = new Uint8Array(land.length);
  for (let cell = 0; cell < land.length; cell++) water[cell] = 1 - land[cell]!;
  const { index } = openWaterOf(water, grid.widthCount);
  waters.set(land, index);
  return index;
}

/** A point on the very edge of its cell is taken a centimetre inside. */
function insideOf([x, y]: CellPoint): CellPoint {
  const inside = (v: number): number => Math.floor(v) + Math.min(1 - EDGE, Math.max(EDGE, v - Math.floor(v)));
  return [inside(x), inside(y)];
}

const EDGE = 1e-4;
const waters = new WeakMap<Uint8Array, Uint8Array>();
