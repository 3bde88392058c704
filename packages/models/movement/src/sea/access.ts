// Where a place meets open water. A place on land, on a pocket of the raster or behind the coast
// is moved to the nearest open-water cell within a stated tolerance; the caller names that move as
// an assumption. Nothing within the tolerance is a refusal that says which of the two it is.

import type { LocalName, LonLat, Result } from '@anlan/kernel';
import { distanceM, nameParams, ok, refuse } from '@anlan/kernel';
import type { CellPoint, SeaGrid, WaterAccess } from '../api/sea.ts';
import { cellIndex, toCell, toLonLat } from './grid.ts';

export interface AccessRequest {
  readonly name: LocalName;
  readonly position: LonLat;
  readonly toleranceM: number;
  /** Only this open water will do; absent: any. */
  readonly openWaterIndex?: number;
}

export function findWaterAccess(grid: SeaGrid, request: AccessRequest): Result<WaterAccess> {
  const { name, position, toleranceM } = request;
  const here = toCell(grid, position);
  const own = cellIndex(grid, here);
  if (own < 0) return refuse('MOVEMENT_OUTSIDE_GRID', { ...nameParams('name', name), lonDeg: position[0], latDeg: position[1] });
  const wanted = (cell: number): boolean => {
    const water = grid.openWaterIndex[cell]!;
    return water !== 0 && (request.openWaterIndex === undefined || water === request.openWaterIndex);
  };
  if (wanted(own)) return ok({ at: here, position, offsetM: 0, openWaterIndex: grid.openWaterIndex[own]! });
  const cell = nearestCell(grid, here, toleranceM, wanted);
  if (cell === undefined) {
    const onWater = grid.clearanceCount[own]! > 0;
    return onWater ? refuse('MOVEMENT_NO_WATER_WAY', { ...nameParams('name', name), cellM: grid.cellM }) : refuse('MOVEMENT_NO_WATER_NEAR', { ...nameParams('name', name), toleranceM });
  }
  const at: CellPoint = [(cell % grid.widthCount) + 0.5, Math.floor(cell / grid.widthCount) + 0.5];
  const waterPosition = toLonLat(grid, at);
  return ok({ at, position: waterPosition, offsetM: distanceM(position, waterPosition), openWaterIndex: grid.openWaterIndex[cell]! });
}

/** Scans the square that holds the tolerance circle; ties go to the lower index. */
function nearestCell(grid: SeaGrid, [x, y]: CellPoint, toleranceM: number, wanted: (cell: number) => boolean): number | undefined {
  const row = Math.floor(y);
  const [lonM, latM] = [grid.rowLonM[row]!, grid.rowLatM[row]!];
  const [reachX, reachY] = [Math.ceil(toleranceM / lonM), Math.ceil(toleranceM / latM)];
  let [best, bestM]: [number | undefined, number] = [undefined, toleranceM];
  for (let j = Math.max(0, row - reachY); j <= Math.min(grid.heightCount - 1, row + reachY); j++) {
    for (let i = Math.max(0, Math.floor(x) - reachX); i <= Math.min(grid.widthCount - 1, Math.floor(x) + reachX); i++) {
      const cell = j * grid.widthCount + i;
      const offM = Math.hypot((i + 0.5 - x) * lonM, (j + 0.5 - y) * latM);
      if (offM >= bestM || !wanted(cell)) continue;
      [best, bestM] = [cell, offM];
    }
  }
  return best;
}
