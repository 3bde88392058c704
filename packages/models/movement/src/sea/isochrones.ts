// Arrival times as polygons for a map: the cells reached within each threshold, their outline walked
// along cell sides (land is cut out as holes), straightened by Douglas and Peucker (1973) to three
// quarters of a cell: the outline is off by less than the cell.

import type { LonLat, Polygon, Ring } from '@anlan/kernel';
import { ringContains } from '@anlan/kernel';
import type { SeaField, SeaIsochrone } from '../api/sea-field.ts';
import { toFineLonLat } from './taut-path.ts';

/** One entry per threshold, in the order given; areas below four cells are left out. */
export function seaIsochrones(field: Pick<SeaField, 'grid' | 'cellS'>, thresholdsS: readonly number[]): readonly SeaIsochrone[] {
  return thresholdsS.map((thresholdS) => ({ thresholdS, polygons: polygonsOf(field, thresholdS) }));
}

function polygonsOf({ grid, cellS }: Pick<SeaField, 'grid' | 'cellS'>, thresholdS: number): readonly Polygon[] {
  const { widthCount, heightCount } = grid;
  const isIn = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < widthCount && y < heightCount && cellS[y * widthCount + x]! <= thresholdS;
  const outer: LonLat[][] = [];
  const holes: LonLat[][] = [];
  const walked = new Uint8Array((widthCount + 1) * (heightCount + 1));
  for (let y = 0; y < heightCount; y++) {
    for (let x = 0; x <= widthCount; x++) {
      // An upright side with the area on its left (heading north: area to the west) is an east side.
      if (isIn(x, y) || !isIn(x - 1, y) || walked[y * (widthCount + 1) + x] === 1) continue;
      const corners = walk(isIn, x, y, (atX, atY) => { walked[atY * (widthCount + 1) + atX] = 1; });
      const areaCells = signedArea(corners);
      if (Math.abs(areaCells) < AREA_CELLS_MIN) continue;
      const ring = simplify(corners).map(([cx, cy]) => { const [lonDeg, latDeg] = toFineLonLat(grid, [cx, cy]); return [Math.round(lonDeg * 1e6) / 1e6, Math.round(latDeg * 1e6) / 1e6] as const; });
      if (ring.length >= 4) (areaCells > 0 ? outer : holes).push(ring);
    }
  }
  return nest(outer, holes);
}

type Corner = readonly [x: number, y: number];

/** Follows the outline with the area on the left, from the foot of an east side northwards back to it. */
function walk(isIn: (x: number, y: number) => boolean, startX: number, startY: number, mark: (x: number, y: number) => void): Corner[] {
  const out: Corner[] = [[startX, startY]];
  let [x, y, direction] = [startX, startY, 1];
  do {
    if (direction === 1) mark(x, y);
    x += STEP_X[direction]!;
    y += STEP_Y[direction]!;
    // Cells ahead: to the left and right of the next side.
    const ahead = (turn: number): Corner => [x + AHEAD_X[(direction + turn) & 3]!, y + AHEAD_Y[(direction + turn) & 3]!];
    const left = isIn(...ahead(0));
    const right = isIn(...ahead(3));
    const next = right && left ? (direction + 3) & 3 : left ? direction : (direction + 1) & 3;
    if (next !== direction) out.push([x, y]);
    direction = next;
  } while (x !== startX || y !== startY || direction !== 1);
  if (out.at(-1)![0] !== startX || out.at(-1)![1] !== startY) out.push([startX, startY]);
  return out;
}

function signedArea(corners: readonly Corner[]): number {
  let twice = 0;
  for (let i = 1; i < corners.length; i++) twice += corners[i - 1]![0] * corners[i]![1] - corners[i]![0] * corners[i - 1]![1];
  return twice / 2;
}

/** Douglas and Peucker, without recursion; first and last stay. */
function simplify(corners: readonly Corner[]): readonly Corner[] {
  const keep = new Uint8Array(corners.length);
  const middle = corners.length >> 1;
  keep[0] = keep[middle] = keep[corners.length - 1] = 1;
  const stack: [number, number][] = [[0, middle], [middle, corners.length - 1]];
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const [from, to] = span;
    const [a, b] = [corners[from]!, corners[to]!];
    const lengthCells = Math.hypot(b[0] - a[0], b[1] - a[1]);
    let [worst, worstCells] = [-1, TOLERANCE_CELLS];
    for (let i = from + 1; i < to; i++) {
      const p = corners[i]!;
      const offCells = lengthCells === 0 ? Math.hypot(p[0] - a[0], p[1] - a[1]) : Math.abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / lengthCells;
      if (offCells > worstCells) [worst, worstCells] = [i, offCells];
    }
    if (worst < 0) continue;
    keep[worst] = 1;
    stack.push([from, worst], [worst, to]);
  }
  return corners.filter((_corner, i) => keep[i] === 1);
}

/** Each hole goes to the smallest outline that holds it. */
function nest(outer: readonly Ring[], holes: readonly Ring[]): readonly Polygon[] {
  const bySize = outer.map((ring) => ({ ring, area: Math.abs(signedArea(ring)), holes: [] as Ring[] })).toSorted((a, b) => a.area - b.area);
  for (const hole of holes) bySize.find(({ ring }) => ringContains(ring, hole[0]!))?.holes.push(hole);
  return bySize.toReversed().map(({ ring, holes: inner }) => [ring, ...inner]);
}

/** East, north, west, south; and from a corner the cell on the left of a side in that direction. */
const STEP_X = [1, 0, -1, 0];
const STEP_Y = [0, 1, 0, -1];
const AHEAD_X = [0, -1, -1, 0];
const AHEAD_Y = [0, 0, -1, -1];
/** A staircase of cells is straightened. */
const TOLERANCE_CELLS = 0.75;
const AREA_CELLS_MIN = 4;
