// Can one sail straight from a to b? Exact on the grid: every cell that the segment touches must
// be water, and a segment through a corner needs the cells on both sides. In open water it leaps
// as far as the clearance allows; near land it goes cell by cell (Amanatides and Woo 1987).

import type { CellPoint, SeaGrid } from '../api/sea.ts';

export function canSee(grid: SeaGrid, from: CellPoint, to: CellPoint): boolean {
  const { clearanceCount, widthCount } = grid;
  const [x0, y0] = from;
  const [dx, dy] = [to[0] - x0, to[1] - y0];
  const reach = Math.max(Math.abs(dx), Math.abs(dy));
  let [x, y] = [Math.floor(x0), Math.floor(y0)];
  const [endX, endY] = [Math.floor(to[0]), Math.floor(to[1])];
  if (clearanceCount[endY * widthCount + endX] === 0) return false;
  for (let t = 0; ; ) {
    const clear = clearanceCount[y * widthCount + x]!;
    if (clear === 0) return false;
    if (x === endX && y === endY) return true;
    if (clear > 1) {
      t += (clear - 1) / reach;
      if (t >= 1) return true;
      x = Math.floor(x0 + t * dx);
      y = Math.floor(y0 + t * dy);
      continue;
    }
    const untilX = dx === 0 ? Infinity : ((dx > 0 ? x + 1 : x) - x0) / dx;
    const untilY = dy === 0 ? Infinity : ((dy > 0 ? y + 1 : y) - y0) / dy;
    if (Math.min(untilX, untilY) >= 1) return true;
    const corner = Math.abs(untilX - untilY) * reach < CORNER_CELLS;
    const nextX = x + (untilX <= untilY || corner ? Math.sign(dx) : 0);
    const nextY = y + (untilY <= untilX || corner ? Math.sign(dy) : 0);
    if (corner && (clearanceCount[y * widthCount + nextX] === 0 || clearanceCount[nextY * widthCount + x] === 0)) return false;
    t = Math.max(t, Math.min(untilX, untilY));
    x = nextX;
    y = nextY;
  }
}

/** A crossing nearer to a corner than this counts as through the corner; cells. */
const CORNER_CELLS = 1e-9;
