// Earliest arrival when cells open and shut: label setting over cell and span (safe intervals, M.
// Phillips and M. Likhachev, ICRA 2011), 16 moves. Within one span the earliest arrival dominates,
// as a vessel may wait there until the span ends; in the next span it is another label. Without
// current the labels begin from the taut field of the cells that are always open, so only ways
// through timed cells are searched; with current the whole water is. Buckets as wide as the
// shortest move keep the order exact (R. Dial 1969). Two rings inside always-open water only moves
// near the last are tried (a sharper turn is never earliest where time is the same all around):
// three of 16, five in a current. FIFO holds while the made-good speed is at
// least MADE_GOOD_MPS_MIN: a move of 220 m then changes its length by less than it is later.

import type { FineSeaGrid } from '../api/sea-field.ts';
import { clearanceOf } from './clearance.ts';
import type { DriftBlocks } from './drift-blocks.ts';
import type { Gates } from './gates.ts';

export interface TimedRequest {
  readonly grid: FineSeaGrid;
  readonly gates: Gates;
  readonly drift: DriftBlocks;
  readonly speedMps: number;
  readonly hasCurrent: boolean;
  readonly startCellIndex: number;
  /** Seconds from `departAt` at which it leaves, and by which it must arrive. */
  readonly fromS: number;
  readonly untilS: number;
  /** Seconds of the taut field for cells always open, without current; absent: search from the start. */
  readonly baseS?: Float32Array;
  /** Ends at the first cell that is always open: the way out of a berth that is not. */
  readonly untilOpen?: boolean;
}

export interface TimedField {
  /** Earliest of each cell over its spans; Infinity where not reached. */
  readonly cellS: Float32Array;
  /** From the start (or the seed of the taut field) to the cell with the earliest time at each. */
  chain(cell: number): readonly TimedStep[];
  readonly settledCount: number;
  /** The cell at which a search `untilOpen` ended. */
  readonly openCellIndex: number | undefined;
}

export interface TimedStep {
  readonly cellIndex: number;
  readonly atS: number;
}

export function searchTimed(request: TimedRequest): TimedField {
  const { grid, gates, drift, speedMps, startCellIndex: startCell, fromS, baseS, hasCurrent } = request;
  const { widthCount, heightCount } = grid;
  const cellCount = widthCount * heightCount;
  const states = createStates(cellCount, gates, baseS);
  const moves = moveTable(grid);
  const offset = Int32Array.from(MOVE_X, (dx, move) => MOVE_Y[move]! * widthCount + dx);
  const queue = createTimeQueue((moves.leastM / (speedMps + (hasCurrent ? CURRENT_MPS_MAX : 0))) * 0.999, fromS);
  let settledCount = 0;
  const open = request.untilOpen === true ? { wanted: new Uint8Array(cellCount), missingCount: -1, lastBaseS: Infinity } : openAround(request);
  let openCell: number | undefined;
  let { missingCount } = open;
  const flow: Flow = { eastMps: 0, northMps: 0, leaveS: 0, madeGoodMps: speedMps };
  const clearance = clearanceOfMask(gates.mask, widthCount, heightCount);
  const turnCount = hasCurrent ? 2 : 1;
  const relax = createRelax(request, { states, moves, offset, queue, flow });
  if (baseS === undefined) seedStart(states, gates, startCell, fromS, queue);
  else {
    if (gates.kind[startCell] === 2) seedStart(states, gates, startCell, fromS, queue);
    seedBorder(states, gates, offset, widthCount, queue);
  }
  for (let state = queue.take(); state >= 0; state = queue.take()) {
    if (states.done[state] === 1) continue;
    states.done[state] = 1;
    settledCount++;
    const cell = states.cellOf(state);
    if (request.untilOpen === true && gates.kind[cell] === 0) {
      openCell = cell;
      break;
    }
    if (open.wanted[cell] === 1) {
      open.wanted[cell] = 0;
      missingCount--;
    }
    if (missingCount === 0 && states.labelS[state]! > open.lastBaseS) break;
    const endS = states.endOf(state);
    const y = Math.floor(cell / widthCount);
    const x = cell - y * widthCount;
    if (hasCurrent) {
      const block = drift.read(cell, states.labelS[state]!);
      flow.eastMps = drift.eastMps[block]!;
      flow.northMps = drift.northMps[block]!;
    }
    const came = states.move[state]!;
    if (came !== NO_MOVE && clearance[cell]! > 2) {
      for (let turn = -turnCount; turn <= turnCount; turn++) relax(state, cell, endS, y, (came + turn) & 15);
      continue;
    }
    const isInside = x > 1 && y > 1 && x < widthCount - 2 && y < heightCount - 2;
    for (let move = 0; move < 16; move++) {
      const toX = x + MOVE_X[move]!;
      const toY = y + MOVE_Y[move]!;
      if (!isInside && (toX < 0 || toY < 0 || toX >= widthCount || toY >= heightCount)) continue;
      relax(state, cell, endS, y, move);
    }
  }
  return { cellS: states.earliest(), chain: states.chain, settledCount, openCellIndex: openCell };
}

/** The current in hand, and when and how fast the move in hand is made. */
interface Flow {
  eastMps: number;
  northMps: number;
  leaveS: number;
  madeGoodMps: number;
}

interface Relaxing {
  readonly states: States;
  readonly moves: ReturnType<typeof moveTable>;
  readonly offset: Int32Array;
  readonly queue: TimeQueue;
  readonly flow: Flow;
}

/** One move from a state: into a cell always open, or into each span of a timed one that can be met. */
function createRelax({ gates, drift, speedMps, hasCurrent, fromS, untilS, baseS }: TimedRequest, { states, moves, offset, queue, flow }: Relaxing) {
  const isOpenAt = (cell: number, atS: number): boolean => gates.kind[cell] === 0 || (gates.kind[cell] === 2 && inSpans(gates.spans(cell), atS));
  const sideOpen = (cell: number, move: number, atS: number): boolean => {
    const [a, b] = [SIDE_A[move]!, SIDE_B[move]!];
    return (a === NO_MOVE || isOpenAt(cell + offset[a]!, atS)) && (b === NO_MOVE || isOpenAt(cell + offset[b]!, atS));
  };
  const set = (target: number, arriveS: number, from: number, move: number): void => {
    states.labelS[target] = arriveS;
    states.parent[target] = from;
    states.move[target] = move;
    queue.push(arriveS, target);
  };
  return (state: number, cell: number, endS: number, row: number, move: number): void => {
    const to = cell + offset[move]!;
    const kind = gates.kind[to]!;
    if (kind === 1) return;
    const at = row * 16 + move;
    flow.leaveS = states.labelS[state]!;
    if (hasCurrent && !stem(flow, drift, cell, { speedMps, unitEastRatio: moves.unitEast[at]!, unitNorthRatio: moves.unitNorth[at]! })) return;
    const { leaveS } = flow;
    const lastS = moves.lengthM[at]! / flow.madeGoodMps;
    if (leaveS > endS) return;
    if (kind === 0) {
      const arriveS = leaveS + lastS;
      if (arriveS >= states.labelS[to]! - EQUAL_S || arriveS > untilS) return;
      if (baseS !== undefined && arriveS > baseS[to]! - GAIN_RATIO_MIN * (baseS[to]! - fromS)) return;
      if (sideOpen(cell, move, leaveS)) set(to, arriveS, state, move);
      return;
    }
    const spans = gates.spans(to);
    const first = states.firstOf(to);
    for (let j = 0; j < spans.length; j += 2) {
      const arriveS = Math.max(leaveS + lastS, spans[j]!);
      if (arriveS - lastS > endS) return;
      if (arriveS > spans[j + 1]! || arriveS > untilS) continue;
      const target = first + j / 2;
      if (arriveS < states.labelS[target]! && sideOpen(cell, move, arriveS)) set(target, arriveS, state, move);
    }
  };
}

/** Speed made good on the course in the current in hand; waits for it to slacken when it is too strong. False: it never does. */
function stem(flow: Flow, drift: DriftBlocks, cell: number, { speedMps, unitEastRatio, unitNorthRatio }: { readonly speedMps: number; readonly unitEastRatio: number; readonly unitNorthRatio: number }): boolean {
  const across = flow.eastMps * unitNorthRatio - flow.northMps * unitEastRatio;
  const rest2 = speedMps * speedMps - across * across;
  flow.madeGoodMps = rest2 <= 0 ? 0 : flow.eastMps * unitEastRatio + flow.northMps * unitNorthRatio + Math.sqrt(rest2);
  for (let tries = 1; flow.madeGoodMps < MADE_GOOD_MPS_MIN; tries++) {
    if (tries > CURRENT_TRIES) return false;
    flow.leaveS += CURRENT_STEP_S;
    flow.madeGoodMps = drift.madeGoodMps(cell, flow.leaveS, unitEastRatio, unitNorthRatio);
  }
  return true;
}

type States = ReturnType<typeof createStates>;
type TimeQueue = ReturnType<typeof createTimeQueue>;

/** Cells always open are states of their own number; each span of a timed cell gets a number when it is first met. */
function createStates(cellCount: number, gates: Gates, baseS: Float32Array | undefined) {
  let spanCount = 0;
  const first = new Int32Array(gates.timedCount > 0 ? cellCount : 0).fill(-1);
  for (let cell = 0; cell < first.length; cell++) {
    if (gates.kind[cell] !== 2) continue;
    first[cell] = cellCount + spanCount;
    spanCount += gates.spans(cell).length / 2;
  }
  const stateCount = cellCount + spanCount;
  const spanCell = new Int32Array(spanCount);
  for (let cell = 0; cell < first.length; cell++) {
    if (first[cell]! < 0) continue;
    spanCell.fill(cell, first[cell]! - cellCount, first[cell]! - cellCount + gates.spans(cell).length / 2);
  }
  const labelS = new Float64Array(stateCount).fill(Infinity);
  if (baseS !== undefined) labelS.set(baseS);
  const parent = new Int32Array(stateCount).fill(-1);
  const move = new Uint8Array(stateCount).fill(NO_MOVE);
  const done = new Uint8Array(stateCount);
  const cellOf = (state: number): number => (state < cellCount ? state : spanCell[state - cellCount]!);
  const endOf = (state: number): number => (state < cellCount ? Infinity : gates.spans(cellOf(state))[2 * (state - first[cellOf(state)]!) + 1]!);
  const bestState = (cell: number): number => {
    if (gates.kind[cell] !== 2) return cell;
    const count = gates.spans(cell).length / 2;
    for (let j = 0; j < count; j++) if (labelS[first[cell]! + j]! < Infinity) return first[cell]! + j;
    return -1;
  };
  const earliest = (): Float32Array => {
    const out = new Float32Array(cellCount);
    for (let cell = 0; cell < cellCount; cell++) {
      const state = bestState(cell);
      out[cell] = state < 0 ? Infinity : labelS[state]!;
    }
    return out;
  };
  const chain = (cell: number): TimedStep[] => {
    const out: TimedStep[] = [];
    for (let state = bestState(cell); state >= 0; state = parent[state]!) {
      out.push({ cellIndex: cellOf(state), atS: labelS[state]! });
    }
    return out.reverse();
  };
  return { labelS, parent, move, done, cellOf, endOf, firstOf: (cell: number) => first[cell]!, earliest, chain };
}

/** The start itself: at once, or when its span begins. */
function seedStart(states: States, gates: Gates, startCell: number, fromS: number, queue: TimeQueue): void {
  const put = (state: number, atS: number): void => {
    states.labelS[state] = atS;
    queue.push(atS, state);
  };
  if (gates.kind[startCell] === 0) return put(startCell, fromS);
  if (gates.kind[startCell] === 1) return;
  const spans = gates.spans(startCell);
  for (let j = 0; j < spans.length; j += 2) if (spans[j + 1]! >= fromS) put(states.firstOf(startCell) + j / 2, Math.max(fromS, spans[j]!));
}

/**
 * Cells that some way may reach and that have no time yet: when none is left, and no time of the
 * taut field can be bettered any more, the search is done. Later spans need not be looked at.
 */
function openAround({ grid, gates, startCellIndex: startCell, baseS }: TimedRequest): { readonly wanted: Uint8Array; readonly missingCount: number; readonly lastBaseS: number } {
  const { widthCount } = grid;
  const wanted = new Uint8Array(gates.kind.length);
  if (gates.timedCount === 0) return { wanted, missingCount: -1, lastBaseS: Infinity };
  const stack = new Int32Array(gates.kind.length);
  let [count, missingCount, lastBaseS] = [1, 1, 0];
  stack[0] = startCell;
  wanted[startCell] = 1;
  while (count > 0) {
    const cell = stack[--count]!;
    const x = cell % widthCount;
    for (let side = 0; side < 4; side++) {
      if ((side === 0 && x === 0) || (side === 1 && x === widthCount - 1)) continue;
      const by = side === 0 ? cell - 1 : side === 1 ? cell + 1 : side === 2 ? cell - widthCount : cell + widthCount;
      if (by < 0 || by >= wanted.length || wanted[by] === 1 || gates.kind[by] === 1) continue;
      wanted[by] = 1;
      missingCount++;
      stack[count++] = by;
    }
  }
  if (baseS === undefined) return { wanted, missingCount, lastBaseS };
  for (let cell = 0; cell < wanted.length; cell++) {
    if (baseS[cell] === Infinity) continue;
    if (baseS[cell]! > lastBaseS) lastBaseS = baseS[cell]!;
    if (wanted[cell] === 1) missingCount--;
    wanted[cell] = 0;
  }
  return { wanted, missingCount, lastBaseS };
}

/** Reached cells next to timed ones, knights' moves included. */
function seedBorder(states: States, gates: Gates, offset: Int32Array, widthCount: number, queue: TimeQueue): void {
  const { kind } = gates;
  for (let cell = 0; cell < kind.length; cell++) {
    if (kind[cell] !== 2) continue;
    const x = cell % widthCount;
    for (let move = 0; move < 16; move++) {
      const by = cell + offset[move]!;
      if (x + MOVE_X[move]! < 0 || x + MOVE_X[move]! >= widthCount) continue;
      if (kind[by] === 0 && states.labelS[by]! < Infinity && states.done[by] === 0) {
        states.done[by] = 2;
        queue.push(states.labelS[by]!, by);
      }
    }
  }
}

/** Rings of always-open cells round each cell; kept per mask. */
function clearanceOfMask(mask: Uint8Array, widthCount: number, heightCount: number): Uint8Array {
  const known = clearances.get(mask) ?? clearanceOf(mask, widthCount, heightCount);
  clearances.set(mask, known);
  return known;
}

const clearances = new WeakMap<Uint8Array, Uint8Array>();

function inSpans(spans: Float64Array, atS: number): boolean {
  for (let j = 0; j < spans.length; j += 2) if (atS >= spans[j]! && atS <= spans[j + 1]!) return true;
  return false;
}

/** Metres and directions of each move from each row: `row · 16 + move`. */
function moveTable(grid: FineSeaGrid) {
  const count = grid.heightCount * 16;
  const [lengthM, unitEast, unitNorth] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  let leastM = Infinity;
  for (let y = 0; y < grid.heightCount; y++) {
    for (let move = 0; move < 16; move++) {
      const to = Math.min(grid.heightCount - 1, Math.max(0, y + MOVE_Y[move]!));
      const eastM = (MOVE_X[move]! * (grid.rowLonM[y]! + grid.rowLonM[to]!)) / 2;
      const northM = (MOVE_Y[move]! * (grid.rowLatM[y]! + grid.rowLatM[to]!)) / 2;
      const at = y * 16 + move;
      lengthM[at] = Math.hypot(eastM, northM);
      unitEast[at] = eastM / lengthM[at]!;
      unitNorth[at] = northM / lengthM[at]!;
      leastM = Math.min(leastM, lengthM[at]!);
    }
  }
  return { lengthM, unitEast, unitNorth, leastM };
}

/** States in buckets of time, from the earliest. */
function createTimeQueue(widthS: number, fromS: number) {
  const head: number[] = [];
  let next = new Int32Array(1 << 16);
  let item = new Int32Array(1 << 16);
  let [free, count, bucket, waiting] = [-1, 0, 0, 0];
  return {
    push(atS: number, state: number): void {
      let entry = free;
      if (entry >= 0) free = next[entry]!;
      else {
        entry = count++;
        if (entry === item.length) {
          const [widerNext, widerItem] = [new Int32Array(count * 2), new Int32Array(count * 2)];
          widerNext.set(next);
          widerItem.set(item);
          [next, item] = [widerNext, widerItem];
        }
      }
      const at = Math.max(bucket, Math.floor((atS - fromS) / widthS));
      while (head.length <= at) head.push(-1);
      item[entry] = state;
      next[entry] = head[at]!;
      head[at] = entry;
      waiting++;
    },
    take(): number {
      if (waiting === 0) return -1;
      while (head[bucket]! < 0) bucket++;
      const entry = head[bucket]!;
      head[bucket] = next[entry]!;
      next[entry] = free;
      free = entry;
      waiting--;
      return item[entry]!;
    },
  };
}

/** Below this made-good speed a vessel does not make way; also what keeps FIFO (see above). */
export const MADE_GOOD_MPS_MIN = 0.5;
/** Faster currents are not known anywhere at sea; only sets how fine the queue is. */
const CURRENT_MPS_MAX = 10;
/** Waiting for the current to slacken: steps of ten minutes, up to a tide. */
const CURRENT_STEP_S = 600;
const CURRENT_TRIES = 78;
/** A way through timed cells replaces the taut one where it is earlier by at least this share; less is not worth searching the whole sea again. */
const GAIN_RATIO_MIN = 0.01;
/** A label earlier by less than this is the same: the taut field is kept in 32 bits. */
const EQUAL_S = 0.05;
const NO_MOVE = 255;
/** The sixteen moves in order of direction, counter-clockwise from east. */
const MOVE_X = [1, 2, 1, 1, 0, -1, -1, -2, -1, -2, -1, -1, 0, 1, 1, 2];
const MOVE_Y = [0, 1, 1, 2, 1, 2, 1, 1, 0, -1, -1, -2, -1, -2, -1, -1];
/** Moves to the cells that a diagonal or a knight's move passes; both must be open. */
const SIDE_A = [255, 0, 0, 4, 255, 4, 8, 8, 255, 8, 8, 12, 255, 12, 0, 0];
const SIDE_B = [255, 2, 4, 2, 255, 6, 4, 6, 255, 10, 12, 10, 255, 14, 12, 14];
