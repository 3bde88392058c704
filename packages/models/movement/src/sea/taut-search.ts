// Shortest ways over water to every cell, at any angle: continuous Dijkstra by scanning. From each
// root (the start, then corners of the land) rows of cells are swept as intervals that the root
// sees; a corner at the end of an interval becomes a root for what lies behind it, and only in the
// quarter in which a string would bend round it. Intervals wait in buckets by the least length they
// can give; one whose cells are all reached shorter is dropped. After J. Mitchell, D. Mount and
// C. Papadimitriou, SIAM J. Comput. 16 (1987), and row intervals of D. Harabor and A. Grastien, ICAPS 2013.

import type { CellPoint } from '../api/sea.ts';
import type { TautFrame } from './taut-frame.ts';

export interface TautField {
  readonly frame: TautFrame;
  readonly start: CellPoint;
  readonly fromS: number;
  readonly speedMps: number;
  /** Seconds to the centre of each cell; Infinity where not reached. */
  readonly cellS: Float32Array;
  /** Root that a reached cell was reached from: 0 the start, n corner n − 1. */
  readonly cellRoot: Int32Array;
  /** Of each corner: seconds, and the root before it. */
  readonly cornerS: Float64Array;
  readonly cornerRoot: Int32Array;
  readonly scanCount: number;
}

export interface TautRequest {
  /** Lattice coordinates; the start lies in a water cell. */
  readonly start: CellPoint;
  /** 1 for lengths in metres. */
  readonly speedMps: number;
  /** Seconds at the start. */
  readonly fromS: number;
}

export function searchTaut(frame: TautFrame, { start, speedMps, fromS }: TautRequest): TautField {
  const [startX, startY] = start;
  const { widthCount, heightCount, land, runStart, runEnd, cornerIndex, cornerX, cornerY, landX, landY } = frame;
  const rowLonS = frame.rowLonM.map((lonM) => lonM / speedMps);
  const northS = frame.northM.map((northM) => northM / speedMps);
  const dropS = DROP_M / speedMps;
  const equalS = EQUAL_M / speedMps;
  const cornerCount = cornerX.length;
  const cellS = new Float32Array(widthCount * heightCount).fill(Infinity);
  const cellRoot = new Int32Array(widthCount * heightCount);
  const cornerS = new Float64Array(cornerCount).fill(Infinity);
  const cornerRoot = new Int32Array(cornerCount).fill(-1);
  const expandedS = new Float64Array(cornerCount).fill(Infinity);
  const queue = createTasks(Math.max(widthCount, heightCount), fromS, BUCKET_M / speedMps);
  const lattice = widthCount + 1;
  let scanCount = 0;
  // The root in hand.
  let root = 0;
  let rootX = startX;
  let rootY = startY;
  let rootS = fromS;
  let rootNorthS = 0;
  let rootRow = 0;

  const takeRoot = (next: number): void => {
    root = next;
    rootX = next === 0 ? startX : cornerX[next - 1]!;
    rootY = next === 0 ? startY : cornerY[next - 1]!;
    rootS = next === 0 ? fromS : cornerS[next - 1]!;
    rootRow = Math.min(heightCount - 1, Math.floor(rootY));
    rootNorthS = northS[rootRow]! + (rootY - rootRow) * (northS[rootRow + 1]! - northS[rootRow]!);
  };
  const legS = (x: number, y: number): number => {
    const lonS = rowLonS[Math.min(heightCount - 1, (rootRow + y) >> 1)]!;
    const east = (x - rootX) * lonS;
    const north = northS[y]! - rootNorthS;
    return Math.sqrt(east * east + north * north);
  };
  /** Makes the lattice point a root when a string from the root in hand would bend there. */
  const tryCorner = (x: number, y: number): void => {
    const corner = cornerIndex[y * lattice + x]!;
    if (corner < 0) return;
    const along = (x - rootX) * landX[corner]!;
    const up = (y - rootY) * landY[corner]!;
    // Past the land on its upright side, or along its level side; never straight at it or away.
    if (!((along >= 0 && up < 0) || (along < 0 && up >= 0))) return;
    const costS = rootS + legS(x, y);
    if (costS >= cornerS[corner]! - equalS) return;
    cornerS[corner] = costS;
    cornerRoot[corner] = root;
    queue.push(costS, corner + 1, 0, 0, 0, 0);
  };
  let keepLow = 0;
  let keepHigh = 0;
  /** Writes the cells of one row from `low` to `high` (x of the row's middle). False when every cell is reached shorter; else `keepLow`…`keepHigh` is what is worth following. */
  const mark = (row: number, low: number, high: number): boolean => {
    const first = Math.ceil(low - 0.5 - EPS);
    const last = Math.floor(high - 0.5 + EPS);
    keepLow = low;
    keepHigh = high;
    if (last < first) return true;
    const lonS = rowLonS[(rootRow + row) >> 1]!;
    const north = (northS[row]! + northS[row + 1]!) / 2 - rootNorthS;
    const north2 = north * north;
    const base = row * widthCount;
    const fromM = rootS;
    const by = root;
    const end = base + last;
    let east = (first + 0.5 - rootX) * lonS;
    let firstKept = -1;
    let lastKept = -1;
    for (let cell = base + first; cell <= end; cell++, east += lonS) {
      const costS = fromM + Math.sqrt(east * east + north2);
      const known = cellS[cell]!;
      if (known <= costS - dropS) continue;
      if (firstKept < 0) firstKept = cell;
      lastKept = cell;
      if (costS >= known) continue;
      cellS[cell] = costS;
      cellRoot[cell] = by;
    }
    if (firstKept < 0) return false;
    if (firstKept > base + first) keepLow = firstKept - base - 0.5;
    if (lastKept < end) keepHigh = lastKept - base + 1.5;
    return true;
  };
  /** Sweeps rows from line `y` in direction `step`, as far as one piece goes; the rest is queued. */
  const sweep = (step: number, fromY: number, fromLow: number, fromHigh: number): void => {
    let y = fromY;
    let low = fromLow;
    let high = fromHigh;
    for (let count = 0; ; count++) {
      const row = step > 0 ? y : y - 1;
      if (row < 0 || row >= heightCount) return;
      if (Number.isInteger(low)) tryCorner(low, y);
      if (Number.isInteger(high) && high !== low) tryCorner(high, y);
      const base = row * widthCount;
      const grow = (y + step - rootY) / (y - rootY);
      const half = (y + step / 2 - rootY) / (y - rootY);
      let keptLow = 0;
      let keptHigh = -1;
      for (let x = Math.min(widthCount - 1, Math.floor(low)); x < high && x < widthCount; ) {
        const left = runStart[base + x]!;
        const right = runEnd[base + x]!;
        x = right;
        if (land[base + left] === 1) continue;
        const a = low > left ? low : left;
        const b = high < right ? high : right;
        if (b - a < EPS) continue;
        if (a !== low) tryCorner(a, y);
        if (b !== high) tryCorner(b, y);
        const midLow = rootX + (a - rootX) * half;
        const midHigh = rootX + (b - rootX) * half;
        const seenLow = midLow > left ? midLow : left;
        const seenHigh = midHigh < right ? midHigh : right;
        if (!mark(row, seenLow, seenHigh)) continue;
        const nextLow = clip(rootX + (keepLow > seenLow ? ((keepLow - rootX) / half) : a - rootX) * grow, left, right);
        const nextHigh = clip(rootX + (keepHigh < seenHigh ? ((keepHigh - rootX) / half) : b - rootX) * grow, left, right);
        if (nextHigh - nextLow < EPS) continue;
        if (keptHigh > keptLow) push(step, y + step, nextLow, nextHigh);
        else {
          keptLow = nextLow;
          keptHigh = nextHigh;
        }
      }
      if (keptHigh <= keptLow) return;
      y += step;
      low = keptLow;
      high = keptHigh;
      if (count >= PIECE_ROW_COUNT || high - low > PIECE_WIDTH_COUNT) return push(step, y, low, high);
    }
  };
  /** Queues an interval, in pieces when it is wide: what lies far aside waits for its turn. */
  const push = (step: number, y: number, low: number, high: number): void => {
    const pieceCount = Math.max(1, Math.ceil((high - low) / PIECE_WIDTH_COUNT));
    for (let i = 0, from = low; i < pieceCount; i++) {
      const to = i === pieceCount - 1 ? high : low + ((high - low) * (i + 1)) / pieceCount;
      const x = rootX < from ? from : rootX > to ? to : rootX;
      queue.push(rootS + legS(x, y), root, step, y, from, to);
      from = to;
    }
  };
  /** The quarter behind a corner: from the way in, on to the wall. */
  const expandCorner = (corner: number): void => {
    const before = cornerRoot[corner]!;
    const inX = rootX - (before === 0 ? startX : cornerX[before - 1]!);
    const inY = rootY - (before === 0 ? startY : cornerY[before - 1]!);
    const level = inX * landX[corner]! >= 0 && inY * landY[corner]! < 0;
    const stepX = level ? landX[corner]! : -landX[corner]!;
    const step = level ? -landY[corner]! : landY[corner]!;
    const row = step > 0 ? rootY : rootY - 1;
    const beside = row * widthCount + (stepX > 0 ? rootX : rootX - 1);
    const wall = stepX > 0 ? runEnd[beside]! : runStart[beside]!;
    const slope = inY === 0 ? Infinity : Math.abs(inX / inY);
    const nearX = (share: number): number => rootX + stepX * Math.min(share, Math.abs(wall - rootX));
    const [near, far] = level ? [slope, Infinity] : [0, slope];
    markBetween(row, nearX(near / 2), nearX(far / 2));
    const [a, b] = [nearX(near), nearX(far)];
    if (Math.abs(b - a) > EPS) {
      if (step > 0) push(step, rootY + 1, snap(Math.min(a, b)), snap(Math.max(a, b)));
      else push(step, rootY - 1, snap(Math.min(a, b)), snap(Math.max(a, b)));
    }
    if (level || inY === 0) walkLevel(stepX);
  };
  const markBetween = (row: number, a: number, b: number): void => {
    mark(row, Math.min(a, b), Math.max(a, b));
  };
  /** Corners on the same level line, seen along it. */
  const walkLevel = (stepX: number): void => {
    for (let x = rootX; ; ) {
      const column = stepX > 0 ? x : x - 1;
      if (column < 0 || column >= widthCount) return;
      const [above, below] = [rootY * widthCount + column, (rootY - 1) * widthCount + column];
      const [isAbove, isBelow] = [land[above] === 0, land[below] === 0];
      if (!isAbove && !isBelow) return;
      const next = stepX > 0 ? Math.min(runEnd[above]!, runEnd[below]!) : Math.max(runStart[above]!, runStart[below]!);
      const onward = stepX > 0 ? next : next - 1;
      tryCorner(next, rootY);
      if (onward < 0 || onward >= widthCount) return;
      const [nextAbove, nextBelow] = [land[rootY * widthCount + onward] === 0, land[(rootY - 1) * widthCount + onward] === 0];
      if (!((isAbove && nextAbove) || (isBelow && nextBelow))) return;
      x = next;
    }
  };

  takeRoot(0);
  const startRow = Math.floor(startY);
  const startCell = startRow * widthCount + Math.floor(startX);
  const [left, right] = [runStart[startCell]!, runEnd[startCell]!];
  mark(startRow, left, right);
  push(1, startRow + 1, left, right);
  push(-1, startRow, left, right);
  for (let task = queue.take(); task >= 0; task = queue.take()) {
    const next = queue.root[task]!;
    const step = queue.step[task]!;
    if (step === 0) {
      if (cornerS[next - 1]! >= expandedS[next - 1]!) continue;
      expandedS[next - 1] = cornerS[next - 1]!;
      takeRoot(next);
      expandCorner(next - 1);
      continue;
    }
    scanCount++;
    takeRoot(next);
    sweep(step, queue.y[task]!, queue.low[task]!, queue.high[task]!);
  }
  return { frame, start, fromS, speedMps, cellS, cellRoot, cornerS, cornerRoot, scanCount };
}

function clip(x: number, left: number, right: number): number {
  return x < left ? left : x > right ? right : snap(x);
}

/** Rays through lattice points are kept on them. */
function snap(x: number): number {
  const whole = Math.round(x);
  return Math.abs(x - whole) < SNAP ? whole : x;
}

interface Tasks {
  root: Int32Array;
  step: Int8Array;
  y: Uint16Array;
  low: Float64Array;
  high: Float64Array;
  push(costS: number, root: number, step: number, y: number, low: number, high: number): void;
  take(): number;
}

/** Tasks in buckets of length, taken from the nearest; last in, first out within one. */
function createTasks(sizeCount: number, fromS: number, widthS: number): Tasks {
  let capacity = 1 << 16;
  const head = new Int32Array(sizeCount * 64).fill(-1);
  let next = new Int32Array(capacity);
  let [free, count, bucket, waiting] = [-1, 0, 0, 0];
  const tasks: Tasks = {
    root: new Int32Array(capacity), step: new Int8Array(capacity), y: new Uint16Array(capacity), low: new Float64Array(capacity), high: new Float64Array(capacity),
    push(costS, root, step, y, low, high) {
      let task = free;
      if (task >= 0) free = next[task]!;
      else {
        task = count++;
        if (task === capacity) grow();
      }
      tasks.root[task] = root;
      tasks.step[task] = step;
      tasks.y[task] = y;
      tasks.low[task] = low;
      tasks.high[task] = high;
      const at = Math.min(head.length - 1, Math.max(bucket, Math.floor((costS - fromS) / widthS)));
      next[task] = head[at]!;
      head[at] = task;
      waiting++;
    },
    take() {
      if (waiting === 0) return -1;
      while (head[bucket]! < 0) bucket++;
      const task = head[bucket]!;
      head[bucket] = next[task]!;
      next[task] = free;
      free = task;
      waiting--;
      return task;
    },
  };
  const grow = (): void => {
    capacity *= 2;
    const wider = <A extends Int32Array | Int8Array | Uint16Array | Float64Array>(from: A, to: A): A => { to.set(from as never); return to; };
    next = wider(next, new Int32Array(capacity));
    tasks.root = wider(tasks.root, new Int32Array(capacity));
    tasks.step = wider(tasks.step, new Int8Array(capacity));
    tasks.y = wider(tasks.y, new Uint16Array(capacity));
    tasks.low = wider(tasks.low, new Float64Array(capacity));
    tasks.high = wider(tasks.high, new Float64Array(capacity));
  };
  return tasks;
}

/** Cells; below it an interval is nothing. */
const EPS = 1e-9;
/** Cells; rays nearer than this to a lattice point go through it. */
const SNAP = 1e-7;
/** Metres; a corner reached shorter by less than this is not reached anew. */
const EQUAL_M = 1e-6;
/** An interval is dropped when each of its cells is reached shorter by more than this, metres. */
const DROP_M = 8;
/** Rows that an interval goes on without asking the queue. */
const PIECE_ROW_COUNT = 24;
const BUCKET_M = 200;
/** Cells of a row that are swept as one. */
const PIECE_WIDTH_COUNT = 64;
