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

export function searchTaut(frame: TautFrame, request: TautRequest): TautField {
  const search = new TautSearch(frame, request);
  const scanCount = search.run();
  const { cellS, cellRoot, cornerS, cornerRoot } = search;
  return { frame, start: request.start, fromS: request.fromS, speedMps: request.speedMps, cellS, cellRoot, cornerS, cornerRoot, scanCount };
}

class TautSearch {
  readonly cellS: Float32Array;
  readonly cellRoot: Int32Array;
  readonly cornerS: Float64Array;
  readonly cornerRoot: Int32Array;
  private readonly frame: TautFrame;
  private readonly rowLonS: Float64Array;
  private readonly northS: Float64Array;
  private readonly dropS: number;
  private readonly equalS: number;
  /* eslint-disable @typescript-eslint/naming-convention -- coordinates and rows of the lattice, in cells */
  private readonly lattice: number;
  private readonly queue: Tasks;
  private readonly startX: number;
  private readonly startY: number;
  private readonly fromS: number;
  // The root in hand.
  private root = 0;
  private rootX = 0;
  private rootY = 0;
  private rootS = 0;
  private rootNorthS = 0;
  private rootRow = 0;
  /** What the last row marked is worth following. */
  private keepLow = 0;
  private keepHigh = 0;
  /* eslint-enable @typescript-eslint/naming-convention */

  constructor(frame: TautFrame, { start, speedMps, fromS }: TautRequest) {
    const { widthCount, heightCount, cornerX } = frame;
    this.frame = frame;
    [this.startX, this.startY] = start;
    this.fromS = fromS;
    this.rowLonS = frame.rowLonM.map((lonM) => lonM / speedMps);
    this.northS = frame.northM.map((northM) => northM / speedMps);
    this.dropS = DROP_M / speedMps;
    this.equalS = EQUAL_M / speedMps;
    this.lattice = widthCount + 1;
    this.cellS = new Float32Array(widthCount * heightCount).fill(Infinity);
    this.cellRoot = new Int32Array(widthCount * heightCount);
    this.cornerS = new Float64Array(cornerX.length).fill(Infinity);
    this.cornerRoot = new Int32Array(cornerX.length).fill(-1);
    this.queue = createTasks(Math.max(widthCount, heightCount), fromS, BUCKET_M / speedMps);
  }

  /** Returns how many pieces were swept. */
  run(): number {
    const { queue, cornerS } = this;
    const expandedS = new Float64Array(cornerS.length).fill(Infinity);
    this.takeRoot(0);
    const startRow = Math.floor(this.startY);
    const startCell = startRow * this.frame.widthCount + Math.floor(this.startX);
    const [left, right] = [this.frame.runStart[startCell]!, this.frame.runEnd[startCell]!];
    this.mark(startRow, left, right);
    this.push(1, startRow + 1, left, right);
    this.push(-1, startRow, left, right);
    let scanCount = 0;
    for (let task = queue.take(); task >= 0; task = queue.take()) {
      const next = queue.root[task]!;
      const step = queue.step[task]!;
      if (step === 0) {
        if (cornerS[next - 1]! >= expandedS[next - 1]!) continue;
        expandedS[next - 1] = cornerS[next - 1]!;
        this.takeRoot(next);
        this.expandCorner(next - 1);
        continue;
      }
      scanCount++;
      this.takeRoot(next);
      this.sweep(step, queue.y[task]!, queue.low[task]!, queue.high[task]!);
    }
    return scanCount;
  }

  private takeRoot(next: number): void {
    this.root = next;
    this.rootX = next === 0 ? this.startX : this.frame.cornerX[next - 1]!;
    this.rootY = next === 0 ? this.startY : this.frame.cornerY[next - 1]!;
    this.rootS = next === 0 ? this.fromS : this.cornerS[next - 1]!;
    this.rootRow = Math.min(this.frame.heightCount - 1, Math.floor(this.rootY));
    this.rootNorthS = this.northS[this.rootRow]! + (this.rootY - this.rootRow) * (this.northS[this.rootRow + 1]! - this.northS[this.rootRow]!);
  }

  private legS(x: number, y: number): number {
    const lonS = this.rowLonS[Math.min(this.frame.heightCount - 1, (this.rootRow + y) >> 1)]!;
    const east = (x - this.rootX) * lonS;
    const north = this.northS[y]! - this.rootNorthS;
    return Math.sqrt(east * east + north * north);
  }

  /** Makes the lattice point a root when a string from the root in hand would bend there. */
  private tryCorner(x: number, y: number): void {
    const corner = this.frame.cornerIndex[y * this.lattice + x]!;
    if (corner < 0) return;
    const along = (x - this.rootX) * this.frame.landX[corner]!;
    const up = (y - this.rootY) * this.frame.landY[corner]!;
    // Past the land on its upright side, or along its level side; never straight at it or away.
    if (!((along >= 0 && up < 0) || (along < 0 && up >= 0))) return;
    const costS = this.rootS + this.legS(x, y);
    if (costS >= this.cornerS[corner]! - this.equalS) return;
    this.cornerS[corner] = costS;
    this.cornerRoot[corner] = this.root;
    this.queue.push(costS, corner + 1, 0, 0, 0, 0);
  }

  /** Writes the cells of one row from `low` to `high` (x of the row's middle). False when every cell is reached shorter; else `keepLow`…`keepHigh` is what is worth following. */
  private mark(row: number, low: number, high: number): boolean {
    const first = Math.ceil(low - 0.5 - EPS);
    const last = Math.floor(high - 0.5 + EPS);
    this.keepLow = low;
    this.keepHigh = high;
    if (last < first) return true;
    const lonS = this.rowLonS[(this.rootRow + row) >> 1]!;
    const north = (this.northS[row]! + this.northS[row + 1]!) / 2 - this.rootNorthS;
    const north2 = north * north;
    const base = row * this.frame.widthCount;
    const { cellS, cellRoot, dropS } = this;
    const fromM = this.rootS;
    const by = this.root;
    const end = base + last;
    let east = (first + 0.5 - this.rootX) * lonS;
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
    if (firstKept > base + first) this.keepLow = firstKept - base - 0.5;
    if (lastKept < end) this.keepHigh = lastKept - base + 1.5;
    return true;
  }

  /** Sweeps rows from line `y` in direction `step`, as far as one piece goes; the rest is queued. */
  private sweep(step: number, fromY: number, fromLow: number, fromHigh: number): void {
    let y = fromY;
    let low = fromLow;
    let high = fromHigh;
    for (let count = 0; ; count++) {
      const row = step > 0 ? y : y - 1;
      if (row < 0 || row >= this.frame.heightCount) return;
      if (Number.isInteger(low)) this.tryCorner(low, y);
      if (Number.isInteger(high) && high !== low) this.tryCorner(high, y);
      const { land, runStart, runEnd } = this.frame;
      const base = row * this.frame.widthCount;
      const grow = (y + step - this.rootY) / (y - this.rootY);
      const half = (y + step / 2 - this.rootY) / (y - this.rootY);
      let keptLow = 0;
      let keptHigh = -1;
      for (let x = Math.min(this.frame.widthCount - 1, Math.floor(low)); x < high && x < this.frame.widthCount; ) {
        const left = runStart[base + x]!;
        const right = runEnd[base + x]!;
        x = right;
        if (land[base + left] === 1) continue;
        const a = low > left ? low : left;
        const b = high < right ? high : right;
        if (b - a < EPS) continue;
        if (a !== low) this.tryCorner(a, y);
        if (b !== high) this.tryCorner(b, y);
        const midLow = this.rootX + (a - this.rootX) * half;
        const midHigh = this.rootX + (b - this.rootX) * half;
        const seenLow = midLow > left ? midLow : left;
        const seenHigh = midHigh < right ? midHigh : right;
        if (!this.mark(row, seenLow, seenHigh)) continue;
        const nextLow = clip(this.rootX + (this.keepLow > seenLow ? ((this.keepLow - this.rootX) / half) : a - this.rootX) * grow, left, right);
        const nextHigh = clip(this.rootX + (this.keepHigh < seenHigh ? ((this.keepHigh - this.rootX) / half) : b - this.rootX) * grow, left, right);
        if (nextHigh - nextLow < EPS) continue;
        if (keptHigh > keptLow) this.push(step, y + step, nextLow, nextHigh);
        else {
          keptLow = nextLow;
          keptHigh = nextHigh;
        }
      }
      if (keptHigh <= keptLow) return;
      y += step;
      low = keptLow;
      high = keptHigh;
      if (count >= PIECE_ROW_COUNT || high - low > PIECE_WIDTH_COUNT) return this.push(step, y, low, high);
    }
  }

  /** Queues an interval, in pieces when it is wide: what lies far aside waits for its turn. */
  private push(step: number, y: number, low: number, high: number): void {
    const pieceCount = Math.max(1, Math.ceil((high - low) / PIECE_WIDTH_COUNT));
    for (let i = 0, from = low; i < pieceCount; i++) {
      const to = i === pieceCount - 1 ? high : low + ((high - low) * (i + 1)) / pieceCount;
      const x = this.rootX < from ? from : this.rootX > to ? to : this.rootX;
      this.queue.push(this.rootS + this.legS(x, y), this.root, step, y, from, to);
      from = to;
    }
  }

  /** The quarter behind a corner: from the way in, on to the wall. */
  private expandCorner(corner: number): void {
    const before = this.cornerRoot[corner]!;
    const inX = this.rootX - (before === 0 ? this.startX : this.frame.cornerX[before - 1]!);
    const inY = this.rootY - (before === 0 ? this.startY : this.frame.cornerY[before - 1]!);
    const level = inX * this.frame.landX[corner]! >= 0 && inY * this.frame.landY[corner]! < 0;
    const stepX = level ? this.frame.landX[corner]! : -this.frame.landX[corner]!;
    const step = level ? -this.frame.landY[corner]! : this.frame.landY[corner]!;
    const row = step > 0 ? this.rootY : this.rootY - 1;
    const beside = row * this.frame.widthCount + (stepX > 0 ? this.rootX : this.rootX - 1);
    const wall = stepX > 0 ? this.frame.runEnd[beside]! : this.frame.runStart[beside]!;
    const slope = inY === 0 ? Infinity : Math.abs(inX / inY);
    const nearX = (share: number): number => this.rootX + stepX * Math.min(share, Math.abs(wall - this.rootX));
    const [near, far] = level ? [slope, Infinity] : [0, slope];
    const [from, to] = [nearX(near / 2), nearX(far / 2)];
    this.mark(row, Math.min(from, to), Math.max(from, to));
    const [a, b] = [nearX(near), nearX(far)];
    if (Math.abs(b - a) > EPS) {
      if (step > 0) this.push(step, this.rootY + 1, snap(Math.min(a, b)), snap(Math.max(a, b)));
      else this.push(step, this.rootY - 1, snap(Math.min(a, b)), snap(Math.max(a, b)));
    }
    if (level || inY === 0) this.walkLevel(stepX);
  }

  /** Corners on the same level line, seen along it. */
  private walkLevel(stepX: number): void {
    for (let x = this.rootX; ; ) {
      const column = stepX > 0 ? x : x - 1;
      if (column < 0 || column >= this.frame.widthCount) return;
      const [above, below] = [this.rootY * this.frame.widthCount + column, (this.rootY - 1) * this.frame.widthCount + column];
      const [isAbove, isBelow] = [this.frame.land[above] === 0, this.frame.land[below] === 0];
      if (!isAbove && !isBelow) return;
      const next = stepX > 0 ? Math.min(this.frame.runEnd[above]!, this.frame.runEnd[below]!) : Math.max(this.frame.runStart[above]!, this.frame.runStart[below]!);
      const onward = stepX > 0 ? next : next - 1;
      this.tryCorner(next, this.rootY);
      if (onward < 0 || onward >= this.frame.widthCount) return;
      const [nextAbove, nextBelow] = [this.frame.land[this.rootY * this.frame.widthCount + onward] === 0, this.frame.land[(this.rootY - 1) * this.frame.widthCount + onward] === 0];
      if (!((isAbove && nextAbove) || (isBelow && nextBelow))) return;
      x = next;
    }
  }
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
