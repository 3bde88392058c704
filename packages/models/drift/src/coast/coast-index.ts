// Where a straight path first meets the coast. Segments lie in a uniform grid of cells (compressed
// rows, typed arrays); a path looks only into the cells of its own box, most of which are empty.

import type { BboxDeg } from '@anlan/kernel';
import type { Coast, PolygonCoast } from '../spi/coast.ts';

export interface CoastIndex {
  readonly westDeg: number;
  readonly southDeg: number;
  readonly cellsPerDegRatio: number;
  readonly columnCount: number;
  readonly rowCount: number;
  /** Segments of cell i: `cellSegment[cellStart[i] … cellStart[i+1]]`. */
  readonly cellStart: Int32Array;
  readonly cellSegment: Int32Array;
  /** lon, lat, lon, lat of each segment. */
  readonly segmentDeg: Float64Array;
}

/** Indexes the segments that touch `bboxDeg`; outside it nothing is known of the coast. */
export function createCoastIndex(coast: Coast, bboxDeg: BboxDeg): CoastIndex {
  const segmentDeg = coast.kind === 'polygons' ? segmentsIn(coast, bboxDeg) : new Float64Array(0);
  const [westDeg, southDeg, eastDeg, northDeg] = bboxDeg;
  const segmentCount = segmentDeg.length / 4;
  const areaDeg2 = (eastDeg - westDeg) * (northDeg - southDeg);
  const wantedDeg = Math.sqrt(areaDeg2 / Math.max(1, CELLS_PER_SEGMENT * segmentCount));
  const cellDeg = Math.max(wantedDeg, Math.sqrt(areaDeg2 / CELL_COUNT_MAX));
  const columnCount = Math.max(1, Math.ceil((eastDeg - westDeg) / cellDeg));
  const rowCount = Math.max(1, Math.ceil((northDeg - southDeg) / cellDeg));
  const shape = { westDeg, southDeg, cellsPerDegRatio: 1 / cellDeg, columnCount, rowCount, segmentDeg };
  const cellStart = new Int32Array(columnCount * rowCount + 1);
  forEachEntry(shape, (cell) => (cellStart[cell + 1] = cellStart[cell + 1]! + 1));
  for (let cell = 0; cell < columnCount * rowCount; cell++) cellStart[cell + 1] = cellStart[cell + 1]! + cellStart[cell]!;
  const cellSegment = new Int32Array(cellStart[columnCount * rowCount]!);
  const next = cellStart.slice();
  forEachEntry(shape, (cell, segment) => {
    cellSegment[next[cell]!] = segment;
    next[cell] = next[cell]! + 1;
  });
  return { ...shape, cellStart, cellSegment };
}

/** Share of the path 0…1 at which it first meets the coast; Infinity when it does not. */
export function firstCrossing(index: CoastIndex, fromLonDeg: number, fromLatDeg: number, toLonDeg: number, toLatDeg: number): number {
  const scale = index.cellsPerDegRatio;
  const lastColumn = index.columnCount - 1;
  const lastRow = index.rowCount - 1;
  const c0 = clampIndex((Math.min(fromLonDeg, toLonDeg) - index.westDeg) * scale, lastColumn);
  const c1 = clampIndex((Math.max(fromLonDeg, toLonDeg) - index.westDeg) * scale, lastColumn);
  const r0 = clampIndex((Math.min(fromLatDeg, toLatDeg) - index.southDeg) * scale, lastRow);
  const r1 = clampIndex((Math.max(fromLatDeg, toLatDeg) - index.southDeg) * scale, lastRow);
  let first = Infinity;
  for (let row = r0; row <= r1; row++) {
    for (let column = c0; column <= c1; column++) {
      const cell = row * index.columnCount + column;
      const end = index.cellStart[cell + 1]!;
      for (let k = index.cellStart[cell]!; k < end; k++) {
        const t = crossingShare(index.segmentDeg, 4 * index.cellSegment[k]!, fromLonDeg, fromLatDeg, toLonDeg, toLatDeg);
        if (t < first) first = t;
      }
    }
  }
  return first;
}

/** Share of path p→q at which it meets the segment at `at`; Infinity when it does not or runs parallel. */
function crossingShare(segmentDeg: Float64Array, at: number, px: number, py: number, qx: number, qy: number): number {
  const ax = segmentDeg[at]!;
  const ay = segmentDeg[at + 1]!;
  const dx = qx - px;
  const dy = qy - py;
  const ex = segmentDeg[at + 2]! - ax;
  const ey = segmentDeg[at + 3]! - ay;
  const cross = dx * ey - dy * ex;
  if (cross === 0) return Infinity;
  const t = ((ax - px) * ey - (ay - py) * ex) / cross;
  const s = ((ax - px) * dy - (ay - py) * dx) / cross;
  if (t < 0 || t > 1 || s < -CORNER_RATIO || s > 1 + CORNER_RATIO) return Infinity;
  return t;
}

function clampIndex(value: number, last: number): number {
  return value <= 0 ? 0 : value >= last ? last : value | 0;
}

function segmentsIn(coast: PolygonCoast, [westDeg, southDeg, eastDeg, northDeg]: BboxDeg): Float64Array {
  const { lonLatDeg, ringStart } = coast;
  const kept: number[] = [];
  for (let ring = 0; ring < ringStart.length - 1; ring++) {
    for (let i = ringStart[ring]!; i < ringStart[ring + 1]! - 1; i++) {
      const [ax, ay, bx, by] = [lonLatDeg[2 * i]!, lonLatDeg[2 * i + 1]!, lonLatDeg[2 * i + 2]!, lonLatDeg[2 * i + 3]!];
      const outside = Math.max(ax, bx) < westDeg || Math.min(ax, bx) > eastDeg || Math.max(ay, by) < southDeg || Math.min(ay, by) > northDeg;
      if (!outside) kept.push(ax, ay, bx, by);
    }
  }
  return Float64Array.from(kept);
}

/** Calls `visit` for every cell that the box of each segment touches. */
function forEachEntry(
  shape: Pick<CoastIndex, 'westDeg' | 'southDeg' | 'cellsPerDegRatio' | 'columnCount' | 'rowCount' | 'segmentDeg'>,
  visit: (cell: number, segment: number) => void,
): void {
  const { segmentDeg, cellsPerDegRatio: scale, columnCount, rowCount } = shape;
  for (let segment = 0; segment < segmentDeg.length / 4; segment++) {
    const [ax, ay, bx, by] = [segmentDeg[4 * segment]!, segmentDeg[4 * segment + 1]!, segmentDeg[4 * segment + 2]!, segmentDeg[4 * segment + 3]!];
    const c0 = clampIndex((Math.min(ax, bx) - shape.westDeg) * scale, columnCount - 1);
    const c1 = clampIndex((Math.max(ax, bx) - shape.westDeg) * scale, columnCount - 1);
    const r0 = clampIndex((Math.min(ay, by) - shape.southDeg) * scale, rowCount - 1);
    const r1 = clampIndex((Math.max(ay, by) - shape.southDeg) * scale, rowCount - 1);
    for (let row = r0; row <= r1; row++) for (let column = c0; column <= c1; column++) visit(row * columnCount + column, segment);
  }
}

/** Cells a segment, so that most cells are empty, and their greatest number (4 MB of starts). */
const CELLS_PER_SEGMENT = 8;
const CELL_COUNT_MAX = 1_000_000;
/** Segments are taken longer by this share, so that no path slips through a shared corner. */
const CORNER_RATIO = 1e-9;
