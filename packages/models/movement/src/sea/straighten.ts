// From a chain of grid moves to the way a ship would steer: pull the string from both ends as far
// as one can see, keep the shorter, then slide each corner along its legs while that shortens the
// way. Every leg is checked by canSee, so straightening never touches land.

import type { CellPoint, SeaGrid } from '../api/sea.ts';
import { canSee } from './sight.ts';

export function straighten(grid: SeaGrid, chain: readonly CellPoint[]): readonly CellPoint[] {
  const thinned = thin(chain);
  const forward = pull(grid, thinned);
  const backward = pull(grid, thinned.toReversed()).toReversed();
  let best = lengthM(grid, forward) <= lengthM(grid, backward) ? forward : backward;
  for (let round = 0; round < ROUND_COUNT_MAX; round++) {
    const next = slideCorners(grid, best);
    if (lengthM(grid, next) > lengthM(grid, best) - GAIN_M_MIN) break;
    best = next;
  }
  return best;
}

/** Length in metres on the grid's own scale (error below 0.1 % of the ellipsoid). */
export function lengthM(grid: SeaGrid, path: readonly CellPoint[]): number {
  let totalM = 0;
  for (let i = 1; i < path.length; i++) totalM += legM(grid, path[i - 1]!, path[i]!);
  return totalM;
}

/** Ends, corners and every eighth cell: enough to pull a string over. */
function thin(chain: readonly CellPoint[]): readonly CellPoint[] {
  return chain.filter((point, i) => {
    const [before, after] = [chain[i - 1], chain[i + 1]];
    if (before === undefined || after === undefined || i % 8 === 0) return true;
    return point[0] - before[0] !== after[0] - point[0] || point[1] - before[1] !== after[1] - point[1];
  });
}

function pull(grid: SeaGrid, points: readonly CellPoint[]): readonly CellPoint[] {
  const out = [points[0]!];
  for (let i = 0; i < points.length - 1; ) {
    let next = points.length - 1;
    while (next > i + 1 && !canSee(grid, points[i]!, points[next]!)) next--;
    out.push(points[next]!);
    i = next;
  }
  return out;
}

function slideCorners(grid: SeaGrid, path: readonly CellPoint[]): readonly CellPoint[] {
  const out = [...path];
  for (let i = 1; i < out.length - 1; i++) {
    const [before, corner, after] = [out[i - 1]!, out[i]!, out[i + 1]!];
    if (canSee(grid, before, after)) {
      out.splice(i, 1);
      i--;
      continue;
    }
    const slidBack = farthestSeeing(grid, corner, before, after);
    const slidOn = farthestSeeing(grid, corner, after, before);
    const choices = [corner, slidBack, slidOn].filter((at) => canSee(grid, before, at) && canSee(grid, at, after));
    const bendM = (at: CellPoint): number => legM(grid, before, at) + legM(grid, at, after);
    out[i] = choices.reduce((least, at) => (bendM(at) < bendM(least) ? at : least), corner);
  }
  return out;
}

/** The point farthest from `corner` towards `toward` that still sees `other` (bisection). */
function farthestSeeing(grid: SeaGrid, corner: CellPoint, toward: CellPoint, other: CellPoint): CellPoint {
  const at = (share: number): CellPoint => [corner[0] + share * (toward[0] - corner[0]), corner[1] + share * (toward[1] - corner[1])];
  let [seen, unseen] = [0, 1];
  for (let i = 0; i < BISECTION_COUNT; i++) {
    const middle = (seen + unseen) / 2;
    if (canSee(grid, at(middle), other)) seen = middle;
    else unseen = middle;
  }
  return at(seen);
}

function legM(grid: SeaGrid, from: CellPoint, to: CellPoint): number {
  const row = Math.min(grid.heightCount - 1, Math.max(0, Math.floor((from[1] + to[1]) / 2)));
  return Math.hypot((to[0] - from[0]) * grid.rowLonM[row]!, (to[1] - from[1]) * grid.rowLatM[row]!);
}

const ROUND_COUNT_MAX = 6;
/** Stop when a round gains less than this. */
const GAIN_M_MIN = 5;
/** 2⁻¹⁰ of a leg: metres at these lengths. */
const BISECTION_COUNT = 10;
