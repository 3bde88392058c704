// One search from the scene to every cell: Dijkstra (1959) over 16 neighbours with metric lengths
// per row. The queue is buckets as wide as the shortest move, which keeps it exact without a heap
// (R. Dial, CACM 12, 1969). In open water a turn of two or more of the 16 directions is never
// shortest, so only three moves are tried there; near land all sixteen, checked cell by cell.

import type { SeaGrid } from '../api/sea.ts';

export interface SeaTree {
  readonly grid: SeaGrid;
  readonly sourceIndex: number;
  /** Metres along grid moves; Infinity where not reached. */
  readonly distanceM: Float64Array;
  /** Move (0…15) that led to the cell; 255 at the source and where not reached. */
  readonly moveIndex: Uint8Array;
  readonly settledCount: number;
  /** 1 where the way is final; the search may have stopped before the others. */
  readonly settled: Uint8Array;
}

/** Stops early when all `targetCells` are settled; without targets it covers the whole water. */
export function searchSea(grid: SeaGrid, sourceIndex: number, targetCells?: readonly number[]): SeaTree {
  const distanceM = new Float64Array(grid.clearanceCount.length).fill(Infinity);
  const moveIndex = new Uint8Array(grid.clearanceCount.length).fill(NO_MOVE);
  const pending = new Set(targetCells ?? []);
  const lengthsM = moveLengths(grid);
  const widthM = lengthsM.reduce((least, lengthM) => Math.min(least, lengthM), Infinity) * BUCKET_RATIO;
  const queue = createBuckets();
  distanceM[sourceIndex] = 0;
  queue.push(0, sourceIndex);
  const settled = new Uint8Array(grid.clearanceCount.length);
  const expand = createExpander(grid, distanceM, moveIndex, lengthsM, (cell) => queue.push(Math.floor(distanceM[cell]! / widthM), cell));
  let settledCount = 0;
  const stopEarly = targetCells !== undefined;
  for (let bucket = 0; queue.hasMore(bucket); bucket++) {
    const cells = queue.take(bucket);
    for (let i = 0; i < cells.lengthCount; i++) {
      const cell = cells.items[i]!;
      if (settled[cell] === 1) continue;
      settled[cell] = 1;
      settledCount++;
      if (stopEarly) pending.delete(cell);
      expand(cell);
    }
    if (stopEarly && pending.size === 0) break;
  }
  return { grid, sourceIndex, distanceM, moveIndex, settledCount, settled };
}

/** Cells from the target back to the source; empty where not reached. */
export function cellsToSource(tree: SeaTree, targetIndex: number): number[] {
  if (!Number.isFinite(tree.distanceM[targetIndex] ?? Infinity)) return [];
  const cells = [targetIndex];
  for (let cell = targetIndex; cell !== tree.sourceIndex; ) {
    const move = tree.moveIndex[cell]!;
    cell -= MOVE_Y[move]! * tree.grid.widthCount + MOVE_X[move]!;
    cells.push(cell);
  }
  return cells;
}

function createExpander(
  grid: SeaGrid,
  distanceM: Float64Array,
  moveIndex: Uint8Array,
  lengthsM: Float64Array,
  push: (cell: number) => void,
): (cell: number) => void {
  const { clearanceCount, widthCount, heightCount } = grid;
  const offset = Int32Array.from(MOVE_X, (dx, move) => MOVE_Y[move]! * widthCount + dx);
  const relax = (cell: number, base: number, move: number): void => {
    const next = cell + offset[move]!;
    const nextM = distanceM[cell]! + lengthsM[base + move]!;
    if (nextM >= distanceM[next]!) return;
    distanceM[next] = nextM;
    moveIndex[next] = move;
    push(next);
  };
  const nearLand = (cell: number, y: number, base: number): void => {
    const x = cell - y * widthCount;
    for (let move = 0; move < 16; move++) {
      const [toX, toY] = [x + MOVE_X[move]!, y + MOVE_Y[move]!];
      if (toX < 0 || toY < 0 || toX >= widthCount || toY >= heightCount) continue;
      if (clearanceCount[cell + offset[move]!] === 0) continue;
      const [sideA, sideB] = [SIDE_A[move]!, SIDE_B[move]!];
      if (sideA !== NO_MOVE && clearanceCount[cell + offset[sideA]!] === 0) continue;
      if (sideB !== NO_MOVE && clearanceCount[cell + offset[sideB]!] === 0) continue;
      relax(cell, base, move);
    }
  };
  return (cell) => {
    const y = Math.floor(cell / widthCount);
    const base = y * 16;
    const came = moveIndex[cell]!;
    if (clearanceCount[cell]! < 3) return nearLand(cell, y, base);
    if (came === NO_MOVE) {
      for (let move = 0; move < 16; move++) relax(cell, base, move);
      return;
    }
    relax(cell, base, came);
    relax(cell, base, (came + 1) & 15);
    relax(cell, base, (came + 15) & 15);
  };
}

/** Metres of each move from each row: `row · 16 + move`. */
function moveLengths(grid: SeaGrid): Float64Array {
  const lengths = new Float64Array(grid.heightCount * 16);
  for (let y = 0; y < grid.heightCount; y++) {
    for (let move = 0; move < 16; move++) {
      const to = Math.min(grid.heightCount - 1, Math.max(0, y + MOVE_Y[move]!));
      const lonM = (MOVE_X[move]! * (grid.rowLonM[y]! + grid.rowLonM[to]!)) / 2;
      const latM = (MOVE_Y[move]! * (grid.rowLatM[y]! + grid.rowLatM[to]!)) / 2;
      lengths[y * 16 + move] = Math.hypot(lonM, latM);
    }
  }
  return lengths;
}

interface Bucket {
  items: Int32Array;
  lengthCount: number;
}

/** A ring of buckets; the longest move (√5 cells) reaches at most three buckets ahead. */
function createBuckets(): { push(bucket: number, cell: number): void; take(bucket: number): Bucket; hasMore(bucket: number): boolean } {
  const ring: Bucket[] = Array.from({ length: RING_COUNT + 1 }, () => ({ items: new Int32Array(1024), lengthCount: 0 }));
  const push = (bucket: number, cell: number): void => {
    const slot = ring[bucket % RING_COUNT]!;
    if (slot.lengthCount === slot.items.length) {
      const grown = new Int32Array(slot.items.length * 2);
      grown.set(slot.items);
      slot.items = grown;
    }
    slot.items[slot.lengthCount++] = cell;
  };
  const take = (bucket: number): Bucket => {
    const spare = ring[RING_COUNT]!;
    const taken = ring[bucket % RING_COUNT]!;
    spare.lengthCount = 0;
    ring[bucket % RING_COUNT] = spare;
    ring[RING_COUNT] = taken;
    return taken;
  };
  const hasMore = (bucket: number): boolean => {
    for (let ahead = 0; ahead < RING_COUNT; ahead++) if (ring[(bucket + ahead) % RING_COUNT]!.lengthCount > 0) return true;
    return false;
  };
  return { push, take, hasMore };
}

/** A hair narrower than the shortest move, so that rounding never puts a cell into the bucket in hand. */
const BUCKET_RATIO = 0.999;
/** Buckets in the ring: √5 shortest moves and the anisotropy of a row stay below 8. */
const RING_COUNT = 8;
const NO_MOVE = 255;
/** The sixteen moves in order of direction, counter-clockwise from east. */
const MOVE_X = [1, 2, 1, 1, 0, -1, -1, -2, -1, -2, -1, -1, 0, 1, 1, 2];
const MOVE_Y = [0, 1, 1, 2, 1, 2, 1, 1, 0, -1, -1, -2, -1, -2, -1, -1];
/** Moves to the cells that a diagonal or a knight's move passes; both must be water. */
const SIDE_A = [255, 0, 0, 4, 255, 4, 8, 8, 255, 8, 8, 12, 255, 12, 0, 0];
const SIDE_B = [255, 2, 4, 2, 255, 6, 4, 6, 255, 10, 12, 10, 255, 14, 12, 14];
