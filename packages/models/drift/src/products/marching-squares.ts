// Rings around the places where a grid of values is at least a level, by marching squares with linear
// interpolation along the edges (W. E. Lorensen, H. E. Cline, SIGGRAPH 1987, in two dimensions; a
// saddle is settled by the mean of its corners). Higher values lie to the left, so outer rings run
// counter-clockwise and holes clockwise, and every hole is given to the ring around it.

import type { LonLat, Polygon, Ring } from '@anlan/kernel';
import { ringContains } from '@anlan/kernel';

export interface ScalarGrid {
  /** Row-major from south-west; outside the grid the value counts as 0. */
  readonly values: Float64Array;
  readonly columnCount: number;
  readonly rowCount: number;
  /** Centre of cell (0, 0) and steps. */
  readonly westDeg: number;
  readonly southDeg: number;
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
}

/** Polygons where the value is at least `level` (0 < level). */
export function contourPolygons(grid: ScalarGrid, levelRatio: number): readonly Polygon[] {
  const rings = joinSegments(segmentsOf(grid, levelRatio)).map((ring) => ring.map(([x, y]) => toLonLat(grid, x, y)));
  const outers = rings.filter((ring) => signedArea(ring) > 0);
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  const polygons = outers.map((outer): Ring[] => [outer]);
  for (const hole of holes) {
    const around = outers.map((outer, i) => ({ i, area: signedArea(outer), holds: ringContains(outer, hole[0]!) })).filter((o) => o.holds);
    const closest = around.sort((a, b) => a.area - b.area)[0];
    if (closest !== undefined) polygons[closest.i]!.push(hole);
  }
  return polygons;
}

type Node = readonly [x: number, y: number];
interface Segment {
  readonly from: Node;
  readonly to: Node;
  /** Edges of the grid on which the ends lie: equal edges join segments. */
  readonly fromEdgeIndex: number;
  readonly toEdgeIndex: number;
}

/** Segments of all cells between four centres, one ring of zeros around the grid. */
function segmentsOf(grid: ScalarGrid, level: number): Segment[] {
  const { values, columnCount, rowCount } = grid;
  const at = (c: number, r: number): number => (c < 0 || r < 0 || c >= columnCount || r >= rowCount ? 0 : values[r * columnCount + c]!);
  const segments: Segment[] = [];
  for (let r = -1; r < rowCount; r++) {
    for (let c = -1; c < columnCount; c++) {
      const corners = [at(c, r), at(c + 1, r), at(c + 1, r + 1), at(c, r + 1)] as const;
      const code = corners.reduce((sum, value, i) => sum + (value >= level ? 1 << i : 0), 0);
      if (code === 0 || code === 15) continue;
      for (const [from, to] of edgePairs(code, corners, level)) segments.push(segment(grid, { columnIndex: c, rowIndex: r, corners, levelRatio: level, fromIndex: from, toIndex: to }));
    }
  }
  return segments;
}

/** Edges of a cell: 0 south, 1 east, 2 north, 3 west. Pairs walk with the high side on the left. */
function edgePairs(code: number, corners: readonly number[], level: number): readonly (readonly [number, number])[] {
  if (code !== 5 && code !== 10) return PAIRS[code]!;
  const isCentreHigh = corners.reduce((sum, value) => sum + value, 0) / 4 >= level;
  if (code === 5) return isCentreHigh ? [[0, 1], [2, 3]] : [[0, 3], [2, 1]];
  return isCentreHigh ? [[1, 2], [3, 0]] : [[1, 0], [3, 2]];
}

/** Corner bits: 1 south-west, 2 south-east, 4 north-east, 8 north-west. */
const PAIRS: readonly (readonly (readonly [number, number])[])[] = [
  [], [[0, 3]], [[1, 0]], [[1, 3]], [[2, 1]], [], [[2, 0]], [[2, 3]],
  [[3, 2]], [[0, 2]], [], [[1, 2]], [[3, 1]], [[0, 1]], [[3, 0]], [],
];

interface CellPair {
  readonly columnIndex: number;
  readonly rowIndex: number;
  readonly corners: readonly number[];
  readonly levelRatio: number;
  readonly fromIndex: number;
  readonly toIndex: number;
}

function segment(grid: ScalarGrid, pair: CellPair): Segment {
  return { from: onEdge(pair, pair.fromIndex), to: onEdge(pair, pair.toIndex), fromEdgeIndex: edgeId(grid, pair, pair.fromIndex), toEdgeIndex: edgeId(grid, pair, pair.toIndex) };
}

function onEdge({ columnIndex: c, rowIndex: r, corners, levelRatio: level }: CellPair, edge: number): Node {
  const [sw, se, ne, nw] = corners as readonly [number, number, number, number];
  if (edge === 0) return [c + (level - sw) / (se - sw), r];
  if (edge === 1) return [c + 1, r + (level - se) / (ne - se)];
  if (edge === 2) return [c + (level - nw) / (ne - nw), r + 1];
  return [c, r + (level - sw) / (nw - sw)];
}

/** Horizontal edges are even, vertical ones odd, numbered over the padded grid. */
function edgeId({ columnCount }: ScalarGrid, { columnIndex: c, rowIndex: r }: CellPair, edge: number): number {
  const width = columnCount + 2;
  const row = edge === 2 ? r + 1 : r;
  const column = edge === 1 ? c + 1 : c;
  return 2 * ((row + 1) * width + column + 1) + (edge % 2);
}

function joinSegments(segments: readonly Segment[]): Node[][] {
  const byStart = new Map<number, Segment[]>();
  for (const s of segments) byStart.set(s.fromEdgeIndex, [...(byStart.get(s.fromEdgeIndex) ?? []), s]);
  const rings: Node[][] = [];
  for (const start of segments) {
    if (!take(byStart, start)) continue;
    const ring: Node[] = [start.from];
    let edge = start.toEdgeIndex;
    let point = start.to;
    while (edge !== start.fromEdgeIndex) {
      ring.push(point);
      const next = byStart.get(edge)?.[0];
      if (next === undefined) break;
      take(byStart, next);
      point = next.to;
      edge = next.toEdgeIndex;
    }
    ring.push(start.from);
    if (ring.length >= 4) rings.push(ring);
  }
  return rings;
}

function take(byStart: Map<number, Segment[]>, wanted: Segment): boolean {
  const waiting = byStart.get(wanted.fromEdgeIndex) ?? [];
  const i = waiting.indexOf(wanted);
  if (i < 0) return false;
  waiting.splice(i, 1);
  return true;
}

function toLonLat(grid: ScalarGrid, x: number, y: number): LonLat {
  return [grid.westDeg + x * grid.stepLonDeg, grid.southDeg + y * grid.stepLatDeg];
}

/** Twice the area, positive counter-clockwise, in square degrees. */
function signedArea(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) sum += ring[i]![0] * ring[i + 1]![1] - ring[i + 1]![0] * ring[i]![1];
  return sum;
}
