// From a field of the taut search to a way: the corners back from a point to the start. The point
// itself is tried against the roots of the cells around it, as the root of its own cell was found
// for the centre; a root that does not see the point is not used.

import type { CellPoint } from '../api/sea.ts';
import type { FineSeaGrid } from '../api/sea-field.ts';
import type { TautFrame } from './taut-frame.ts';
import type { TautField } from './taut-search.ts';

/** Lattice points from the start to the point; empty where it is not reached. */
export function tautPath(field: TautField, [x, y]: CellPoint): readonly CellPoint[] {
  const { frame } = field;
  const cell = Math.floor(y) * frame.widthCount + Math.floor(x);
  if (field.cellS[cell] === Infinity) return [];
  let [best, bestS] = [-1, Infinity];
  for (const near of [0, 1, -1, frame.widthCount, -frame.widthCount]) {
    if (!(field.cellS[cell + near]! < Infinity)) continue;
    const root = field.cellRoot[cell + near]!;
    const at = rootPoint(field, root);
    const atS = (root === 0 ? field.fromS : field.cornerS[root - 1]!) + legM(frame, at, [x, y]) / field.speedMps;
    if (atS < bestS && sees(frame, at, [x, y])) [best, bestS] = [root, atS];
  }
  const end: CellPoint[] = best >= 0 ? [[x, y]] : [[Math.floor(x) + 0.5, Math.floor(y) + 0.5], [x, y]];
  const back = end.toReversed();
  for (let root = best >= 0 ? best : field.cellRoot[cell]!; ; root = field.cornerRoot[root - 1]!) {
    back.push(rootPoint(field, root));
    if (root === 0) return back.reverse();
  }
}

/** Metres on the grid's own scale: cell widths of the row in the middle (error below 0.01 %). */
export function legM({ rowLonM, northM, heightCount }: Pick<TautFrame, 'rowLonM' | 'northM' | 'heightCount'>, from: CellPoint, to: CellPoint): number {
  const row = Math.min(heightCount - 1, Math.max(0, Math.floor((from[1] + to[1]) / 2)));
  return Math.hypot((to[0] - from[0]) * rowLonM[row]!, north(northM, to[1]) - north(northM, from[1]));
}

/** Is every row that the leg crosses water from where it enters to where it leaves? Touching a corner is seeing. */
export function sees({ widthCount, heightCount, land, runStart, runEnd }: TautFrame, from: CellPoint, to: CellPoint): boolean {
  const [low, high] = from[1] <= to[1] ? [from, to] : [to, from];
  const [firstRow, lastRow] = [Math.floor(low[1] + NUDGE), Math.min(heightCount - 1, Math.ceil(high[1] - NUDGE) - 1)];
  if (lastRow < firstRow) return levelSees({ widthCount, heightCount, land, runStart, runEnd }, low, high);
  if (Math.abs(high[0] - low[0]) < NUDGE && Math.abs(low[0] - Math.round(low[0])) < NUDGE) return uprightSees({ widthCount, land }, Math.round(low[0]), firstRow, lastRow);
  const slope = (high[0] - low[0]) / (high[1] - low[1]);
  for (let row = firstRow; row <= lastRow; row++) {
    const enterX = low[0] + (Math.max(row, low[1]) - low[1]) * slope;
    const leaveX = low[0] + (Math.min(row + 1, high[1]) - low[1]) * slope;
    const [a, b] = [Math.min(enterX, leaveX) + NUDGE, Math.max(enterX, leaveX) - NUDGE];
    const cell = row * widthCount + Math.min(widthCount - 1, Math.max(0, Math.floor((a + b) / 2)));
    if (land[cell] === 1 || a < runStart[cell]! || b > runEnd[cell]!) return false;
  }
  return true;
}

/** Along a lattice line: water all along on one side of it. */
function levelSees({ widthCount, heightCount, land, runStart, runEnd }: Pick<TautFrame, 'widthCount' | 'heightCount' | 'land' | 'runStart' | 'runEnd'>, from: CellPoint, to: CellPoint): boolean {
  const [a, b] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const line = Math.round(from[1]);
  return [line, line - 1].some((row) => {
    if (row < 0 || row >= heightCount) return false;
    const cell = row * widthCount + Math.min(widthCount - 1, Math.floor((a + b) / 2));
    return land[cell] === 0 && a >= runStart[cell]! - NUDGE && b <= runEnd[cell]! + NUDGE;
  });
}

/** Up a lattice line: water on one side of it in each row, and on a common side of each two. */
function uprightSees({ widthCount, land }: Pick<TautFrame, 'widthCount' | 'land'>, x: number, firstRow: number, lastRow: number): boolean {
  let sides = 3;
  for (let row = firstRow; row <= lastRow; row++) {
    const west = x > 0 && land[row * widthCount + x - 1] === 0 ? 1 : 0;
    const east = x < widthCount && land[row * widthCount + x] === 0 ? 2 : 0;
    if ((sides & (west | east)) === 0) return false;
    sides = west | east;
  }
  return true;
}

export function rootPoint(field: TautField, rootIndex: number): CellPoint {
  return rootIndex === 0 ? field.start : [field.frame.cornerX[rootIndex - 1]!, field.frame.cornerY[rootIndex - 1]!];
}

/** Cells of the fine grid and back. */
export function toFineCell(grid: FineSeaGrid, [lonDeg, latDeg]: readonly [number, number]): CellPoint {
  return [(lonDeg - grid.bboxDeg[0]) / grid.stepLonDeg, (latDeg - grid.bboxDeg[1]) / grid.stepLatDeg];
}

export function toFineLonLat(grid: FineSeaGrid, [x, y]: CellPoint): readonly [lonDeg: number, latDeg: number] {
  return [grid.bboxDeg[0] + x * grid.stepLonDeg, grid.bboxDeg[1] + y * grid.stepLatDeg];
}

function north(northM: Float64Array, y: number): number {
  const row = Math.min(northM.length - 2, Math.max(0, Math.floor(y)));
  return northM[row]! + (y - row) * (northM[row + 1]! - northM[row]!);
}

/** Cells: a leg that touches a corner does not cross it. */
const NUDGE = 1e-6;
