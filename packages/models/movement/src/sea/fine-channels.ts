// Shape rules of the 100 m raster. Barrier: two water cells whose water does not meet across their
// common side (a mole between them) may not both be water. Channel: closed cells whose water joins
// two waters that would otherwise be far apart are opened again, shortest chain first, unless that
// would open a barrier. Cells are known by the mask of their largest water (bit 4·row + column).

import type { CellFrame } from './rasterise.ts';

export const FULL_MASK = 0xffff;

/** Number of parts that are water. */
export function partCount(maskCode: number): number {
  let v = maskCode - ((maskCode >> 1) & 0x5555);
  v = (v & 0x3333) + ((v >> 2) & 0x3333);
  v = (v + (v >> 4)) & 0x0f0f;
  return (v + (v >> 8)) & 0x1f;
}

/** The largest 4-connected piece of the water of a cell; of equals the more southern. */
export function largestWater(waterCode: number): number {
  let [best, bestCount, rest] = [0, 0, waterCode];
  while (rest !== 0) {
    let piece = rest & -rest;
    for (let before = 0; before !== piece; ) {
      before = piece;
      piece = (piece | (piece << 4) | (piece >> 4) | ((piece << 1) & NOT_WEST) | ((piece >> 1) & NOT_EAST)) & waterCode;
    }
    const count = partCount(piece);
    if (count > bestCount) [best, bestCount] = [piece, count];
    rest &= ~piece;
  }
  return best;
}

/** Closes the cell with less water of each pair that a barrier parts; returns how many. */
export function closeBarriers(land: Uint8Array, main: Uint16Array, { widthCount, heightCount }: CellFrame): number {
  let closedCount = 0;
  const check = (a: number, b: number, joined: boolean): void => {
    if (joined || land[a] === 1 || land[b] === 1) return;
    land[partCount(main[a]!) < partCount(main[b]!) ? a : b] = 1;
    closedCount++;
  };
  for (let y = 0; y < heightCount; y++) {
    for (let x = 0; x < widthCount; x++) {
      const cell = y * widthCount + x;
      if (main[cell] === FULL_MASK) continue;
      if (x + 1 < widthCount) check(cell, cell + 1, meetEast(main[cell]!, main[cell + 1]!));
      if (x > 0) check(cell, cell - 1, meetEast(main[cell - 1]!, main[cell]!));
      if (y + 1 < heightCount) check(cell, cell + widthCount, meetNorth(main[cell]!, main[cell + widthCount]!));
      if (y > 0) check(cell, cell - widthCount, meetNorth(main[cell - widthCount]!, main[cell]!));
    }
  }
  return closedCount;
}

/** Opens chains of narrow water; returns how many cells. */
export function reopenChannels(land: Uint8Array, main: Uint16Array, frame: CellFrame): number {
  const { widthCount } = frame;
  const origin = new Map<number, number>();
  const parent = new Map<number, number>();
  const joined = (a: number, b: number): boolean => {
    if (b === a + 1) return meetEast(main[a]!, main[b]!);
    if (b === a - 1) return meetEast(main[b]!, main[a]!);
    return b > a ? meetNorth(main[a]!, main[b]!) : meetNorth(main[b]!, main[a]!);
  };
  const isNarrow = (cell: number): boolean => land[cell] === 1 && partCount(main[cell]!) >= NARROW_PART_COUNT_MIN;
  let front: number[] = [];
  for (let cell = 0; cell < land.length; cell++) {
    if (land[cell] === 0 || !isNarrow(cell)) continue;
    const open = neighbours(cell, frame).find((next) => land[next] === 0 && joined(cell, next));
    if (open === undefined) continue;
    origin.set(cell, open);
    parent.set(cell, -1);
    front.push(cell);
  }
  const meetings: [number, number, number][] = [];
  for (let step = 1; front.length > 0 && step <= CHAIN_COUNT_MAX; step++) {
    const next: number[] = [];
    for (const cell of front) {
      for (const to of neighbours(cell, frame)) {
        if (!joined(cell, to)) continue;
        if (land[to] === 0) { if (to !== origin.get(cell)) meetings.push([step, cell, to]); }
        else if (origin.has(to)) { if (origin.get(to) !== origin.get(cell)) meetings.push([2 * step, cell, to]); }
        else if (isNarrow(to)) { origin.set(to, origin.get(cell)!); parent.set(to, cell); next.push(to); }
      }
    }
    front = next;
  }
  meetings.sort((a, b) => a[0] - b[0]);
  const chainOf = (cell: number): number[] => { const out: number[] = []; for (let at = cell; at !== -1; at = parent.get(at)!) out.push(at); return out; };
  let openedCount = 0;
  for (const [, cell, to] of meetings) {
    const chain = land[to] === 0 && !origin.has(to) ? chainOf(cell) : [...chainOf(cell), ...chainOf(to)];
    const ends = [origin.get(cell)!, origin.has(to) ? origin.get(to)! : to] as const;
    const closed = chain.filter((at) => land[at] === 1);
    if (closed.length === 0 || isNear(land, widthCount, ends, 3 * chain.length + 4)) continue;
    const leaks = closed.some((at) => neighbours(at, frame).some((by) => land[by] === 0 && !joined(at, by)));
    if (leaks) continue;
    for (const at of closed) land[at] = 0;
    openedCount += closed.length;
  }
  return openedCount;
}

/** Can one sail between the two cells in at most `stepCountMax` steps of the open raster? */
function isNear(land: Uint8Array, widthCount: number, [from, to]: readonly [number, number], stepCountMax: number): boolean {
  const seen = new Set([from]);
  let front = [from];
  for (let step = 0; step < stepCountMax && front.length > 0; step++) {
    const next: number[] = [];
    for (const cell of front) {
      if (cell === to) return true;
      for (const by of [cell + 1, cell - 1, cell + widthCount, cell - widthCount]) {
        if (land[by] !== 0 || seen.has(by)) continue;
        seen.add(by);
        next.push(by);
      }
    }
    front = next;
  }
  return seen.has(to);
}

function neighbours(cell: number, { widthCount, heightCount }: CellFrame): number[] {
  const x = cell % widthCount;
  const out: number[] = [];
  if (x > 0) out.push(cell - 1);
  if (x + 1 < widthCount) out.push(cell + 1);
  if (cell >= widthCount) out.push(cell - widthCount);
  if (cell + widthCount < widthCount * heightCount) out.push(cell + widthCount);
  return out;
}

function meetEast(west: number, east: number): boolean {
  return ((west >> 3) & east & WEST_SIDE) !== 0;
}

function meetNorth(south: number, north: number): boolean {
  return ((south >> 12) & north & 0xf) !== 0;
}

const WEST_SIDE = 0x1111;
const NOT_WEST = 0xeeee;
const NOT_EAST = 0x7777;
/** Two parts: a water of 25 m by 50 m. */
const NARROW_PART_COUNT_MIN = 2;
/** Chains are looked for from both ends; 30 cells each way are 6 km. */
const CHAIN_COUNT_MAX = 30;
