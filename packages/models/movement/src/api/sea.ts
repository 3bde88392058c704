// What the sea side of movement takes and gives. A grid holds typed arrays so that it can be
// shared with a worker; every answer that leaves the package is plain JSON.

import type { BboxDeg, LonLat, Polygon } from '@anlan/kernel';

export interface SeaGridInput {
  /** Land. Holes are water. Overlapping polygons are one land. */
  readonly polygons: readonly Polygon[];
  readonly bboxDeg: BboxDeg;
  /** Side of a cell in the middle of the box, 20…5000. */
  readonly cellM: number;
}

/** Row 0 lies in the south, column 0 in the west; cell (x, y) has index y·widthCount + x. */
export interface SeaGrid {
  readonly bboxDeg: BboxDeg;
  readonly cellM: number;
  readonly widthCount: number;
  readonly heightCount: number;
  /** Degrees of one cell. */
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
  /** Metres of one cell in each row, along the parallel and along the meridian. */
  readonly rowLonM: Float64Array;
  readonly rowLatM: Float64Array;
  /** 0 land; n: every cell within n − 1 rings is water, capped at 255. */
  readonly clearanceCount: Uint8Array;
  /** 0 land or enclosed; 1, 2, …: number of the open water that the cell belongs to. */
  readonly openWaterIndex: Uint8Array;
}

/** A place in cells: cell (⌊x⌋, ⌊y⌋); the south-west corner of the grid is 0, 0. */
export type CellPoint = readonly [xCells: number, yCells: number];

/** Where a place meets the water. */
export interface WaterAccess {
  readonly at: CellPoint;
  readonly position: LonLat;
  /** Straight distance from the place to that water, 0 when the place lies on open water. */
  readonly offsetM: number;
  readonly openWaterIndex: number;
}

export interface SeaRoute {
  /** Length on the ellipsoid of `pathDeg`, offsets of both ends included. */
  readonly distanceM: number;
  readonly pathDeg: readonly LonLat[];
  readonly fromOffsetM: number;
  readonly toOffsetM: number;
}
