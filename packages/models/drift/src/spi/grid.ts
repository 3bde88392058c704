// A regular grid in longitude and latitude. Node (column, row) lies at west + column·stepLon,
// south + row·stepLat; row 0 is the southern one and arrays are row-major from it.

import type { BboxDeg } from '@anlan/kernel';

export interface GridGeometry {
  readonly westDeg: number;
  readonly southDeg: number;
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
  readonly columnCount: number;
  readonly rowCount: number;
}

/** The box between the outermost nodes: inside it every place has four nodes around it. */
export function gridBboxDeg(grid: GridGeometry): BboxDeg {
  const eastDeg = grid.westDeg + (grid.columnCount - 1) * grid.stepLonDeg;
  const northDeg = grid.southDeg + (grid.rowCount - 1) * grid.stepLatDeg;
  return [grid.westDeg, grid.southDeg, eastDeg, northDeg];
}

/** Text of a source in both languages, shown beside the figures that rest on it. */
export interface SourceText {
  readonly zh: string;
  readonly en: string;
}
