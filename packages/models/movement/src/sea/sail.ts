// Sails a way step by step and says what it takes: the made-good speed in the current of each place
// and time, a wait before each cell that is shut, and none where it is open. Independent of the
// search: a route is shown with the figures of this, and tests check the search against it.

import type { CellPoint } from '../api/sea.ts';
import type { FineSeaGrid } from '../api/sea-field.ts';
import type { DriftBlocks } from './drift-blocks.ts';
import type { Gates } from './gates.ts';
import { MADE_GOOD_MPS_MIN } from './timed-search.ts';

export interface Voyage {
  readonly arriveS: number;
  readonly waits: readonly VoyageWait[];
}

export interface VoyageWait {
  readonly kind: 'shut' | 'current';
  /** The cell that was waited for. */
  readonly cellIndex: number;
  readonly fromS: number;
  readonly untilS: number;
}

export interface VoyageRequest {
  readonly grid: FineSeaGrid;
  readonly gates: Gates;
  readonly drift: DriftBlocks;
  readonly fromS: number;
  readonly path: readonly CellPoint[];
}

/** Undefined when a cell on the way never opens again, or the cell waited in shuts before. */
export function sail({ grid, gates, drift, fromS, path }: VoyageRequest): Voyage | undefined {
  const waits: VoyageWait[] = [];
  let atS = fromS;
  let before = cellOf(grid, path[0]!);
  for (let i = 1; i < path.length; i++) {
    const [from, to] = [path[i - 1]!, path[i]!];
    const row = Math.min(grid.heightCount - 1, Math.max(0, Math.floor((from[1] + to[1]) / 2)));
    const [eastM, northM] = [(to[0] - from[0]) * grid.rowLonM[row]!, (to[1] - from[1]) * grid.rowLatM[row]!];
    const lengthM = Math.hypot(eastM, northM);
    if (lengthM === 0) continue;
    const stepCount = Math.max(1, Math.ceil(Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) * STEPS_PER_CELL));
    for (let step = 0; step < stepCount; step++) {
      const cell = cellOf(grid, between(from, to, (step + 0.5) / stepCount));
      const leave = leaveFor({ gates, drift }, { beforeIndex: before, cellIndex: cell, atS, unitEastRatio: eastM / lengthM, unitNorthRatio: northM / lengthM }, waits);
      if (leave === undefined) return undefined;
      atS = leave.leaveS + lengthM / stepCount / leave.madeGoodMps;
      before = cell;
    }
  }
  return { arriveS: atS, waits };
}

interface StepAhead {
  readonly beforeIndex: number;
  readonly cellIndex: number;
  readonly atS: number;
  readonly unitEastRatio: number;
  readonly unitNorthRatio: number;
}

function leaveFor({ gates, drift }: Pick<VoyageRequest, 'gates' | 'drift'>, { beforeIndex, cellIndex, atS, unitEastRatio, unitNorthRatio }: StepAhead, waits: VoyageWait[]): { leaveS: number; madeGoodMps: number } | undefined {
  const openS = opensAt(gates, cellIndex, atS);
  if (openS === undefined || !staysOpen(gates, beforeIndex, atS, openS)) return undefined;
  if (openS > atS) note(waits, { kind: 'shut', cellIndex, fromS: atS, untilS: openS });
  for (let leaveS = openS; leaveS <= openS + CURRENT_WAIT_S_MAX; leaveS += CURRENT_STEP_S) {
    const madeGoodMps = drift.madeGoodMps(cellIndex, leaveS, unitEastRatio, unitNorthRatio);
    if (madeGoodMps < MADE_GOOD_MPS_MIN) continue;
    if (leaveS > openS) note(waits, { kind: 'current', cellIndex, fromS: openS, untilS: leaveS });
    return staysOpen(gates, beforeIndex, atS, leaveS) && opensAt(gates, cellIndex, leaveS) === leaveS ? { leaveS, madeGoodMps } : undefined;
  }
  return undefined;
}

/** Waits that follow each other are one. */
function note(waits: VoyageWait[], wait: VoyageWait): void {
  const last = waits.at(-1);
  if (last !== undefined && last.kind === wait.kind && wait.fromS - last.untilS < JOIN_S) waits[waits.length - 1] = { ...last, untilS: wait.untilS };
  else waits.push(wait);
}

function opensAt(gates: Gates, cell: number, atS: number): number | undefined {
  if (gates.kind[cell] === 0) return atS;
  if (gates.kind[cell] === 1) return undefined;
  const spans = gates.spans(cell);
  for (let j = 0; j < spans.length; j += 2) if (atS <= spans[j + 1]!) return Math.max(atS, spans[j]!);
  return undefined;
}

function staysOpen(gates: Gates, cell: number, fromS: number, untilS: number): boolean {
  if (untilS <= fromS || gates.kind[cell] === 0) return true;
  if (gates.kind[cell] === 1) return true;
  const spans = gates.spans(cell);
  for (let j = 0; j < spans.length; j += 2) if (fromS >= spans[j]! - JOIN_S && untilS <= spans[j + 1]! + JOIN_S) return true;
  return false;
}

export function cellOf(grid: FineSeaGrid, [x, y]: CellPoint): number {
  return Math.min(grid.heightCount - 1, Math.max(0, Math.floor(y))) * grid.widthCount + Math.min(grid.widthCount - 1, Math.max(0, Math.floor(x)));
}

export function between(from: CellPoint, to: CellPoint, shareRatio: number): CellPoint {
  return [from[0] + (to[0] - from[0]) * shareRatio, from[1] + (to[1] - from[1]) * shareRatio];
}

const STEPS_PER_CELL = 2;
const CURRENT_STEP_S = 600;
/** A tide: 12 h 50 min. */
const CURRENT_WAIT_S_MAX = 46_200;
/** Half a minute: waits nearer than this are one, and a span may be left that late. */
const JOIN_S = 30;
