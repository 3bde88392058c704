// From counts of members to maps: contours of the probability that oil is present, at each output
// time, over the whole run, and by the envelope's lead times. Work is done on the box that holds
// counts, since that is a small part of the grid.

import type { DriftFrame, Envelope, ProbabilityAtTime, ProbabilityContour } from '../api/outcome.ts';
import { contourPolygons } from './marching-squares.ts';
import type { ScalarGrid } from './marching-squares.ts';
import type { PresenceGrid } from './presence-grid.ts';
import { cellAt, presenceStencil } from './presence-grid.ts';

/** Levels of the contours. */
export const PROBABILITY_LEVELS: readonly number[] = [0.05, 0.25, 0.5, 0.75, 0.9];
const ENVELOPE_RATIO = 0.05;

export function contoursOf(grid: PresenceGrid, memberCounts: Uint16Array, memberCount: number): readonly ProbabilityContour[] {
  return contoursInBox(grid, memberCounts, memberCount, boxOfCounts(grid, memberCounts));
}

/** Counts frame after frame on the same two arrays, clearing only what was touched. */
export interface FrameCounter {
  readonly grid: PresenceGrid;
  readonly counts: Uint16Array;
  /** Member that was counted last in each cell, plus 1. */
  readonly stamps: Uint16Array;
  readonly stencil: Int32Array;
}

export function createFrameCounter(grid: PresenceGrid): FrameCounter {
  const cellCount = grid.columnCount * grid.rowCount;
  return { grid, counts: new Uint16Array(cellCount), stamps: new Uint16Array(cellCount), stencil: presenceStencil(grid) };
}

/** Contours of one frame: oil afloat or ashore counts, what is pending or outside does not. */
export function contoursOfFrame(counter: FrameCounter, frame: DriftFrame, particleMember: Uint16Array, memberCount: number): ProbabilityAtTime {
  const box = countFrame(counter, frame, particleMember);
  const contours = contoursInBox(counter.grid, counter.counts, memberCount, box);
  clearBox(counter, box);
  return { validAt: frame.validAt, leadTimeS: frame.leadTimeS, contours };
}

export function envelopeOf(grid: PresenceGrid, memberCounts: Uint16Array, memberCount: number, leadTimeS: number): Envelope {
  const box = boxOfCounts(grid, memberCounts);
  const least = ENVELOPE_RATIO * memberCount;
  let cellCount = 0;
  for (let cell = 0; cell < memberCounts.length; cell++) if (memberCounts[cell]! >= least) cellCount++;
  const polygons = isEmpty(box) ? [] : contourPolygons(croppedRatios(grid, memberCounts, memberCount, box), ENVELOPE_RATIO);
  return { leadTimeS, probabilityRatio: ENVELOPE_RATIO, areaM2: cellCount * grid.cellM * grid.cellM, polygons };
}

/** Cells from and to, both included; empty when `columnIndexMax < columnIndexMin`. */
interface CellBox {
  columnIndexMin: number;
  columnIndexMax: number;
  rowIndexMin: number;
  rowIndexMax: number;
}

function isEmpty(box: CellBox): boolean {
  return box.columnIndexMax < box.columnIndexMin;
}

function countFrame({ grid, counts, stamps, stencil }: FrameCounter, frame: DriftFrame, particleMember: Uint16Array): CellBox {
  const { columnCount, rowCount } = grid;
  const box: CellBox = { columnIndexMin: columnCount, columnIndexMax: -1, rowIndexMin: rowCount, rowIndexMax: -1 };
  for (let p = 0; p < particleMember.length; p++) {
    const state = frame.state[p]!;
    if (state !== 1 && state !== 2) continue;
    const cell = cellAt(grid, frame.lonDeg[p]!, frame.latDeg[p]!);
    if (cell < 0) continue;
    const column = cell % columnCount;
    const row = (cell - column) / columnCount;
    for (let k = 0; k < stencil.length; k += 2) {
      const c = column + stencil[k]!;
      const r = row + stencil[k + 1]!;
      if (c < 0 || r < 0 || c >= columnCount || r >= rowCount) continue;
      const near = r * columnCount + c;
      if (stamps[near] === particleMember[p]! + 1) continue;
      stamps[near] = particleMember[p]! + 1;
      counts[near]!++;
      widen(box, c, r);
    }
  }
  return box;
}

function boxOfCounts({ columnCount, rowCount }: PresenceGrid, counts: Uint16Array): CellBox {
  const box: CellBox = { columnIndexMin: columnCount, columnIndexMax: -1, rowIndexMin: rowCount, rowIndexMax: -1 };
  for (let r = 0; r < rowCount; r++) {
    for (let c = 0; c < columnCount; c++) if (counts[r * columnCount + c] !== 0) widen(box, c, r);
  }
  return box;
}

function widen(box: CellBox, c: number, r: number): void {
  if (c < box.columnIndexMin) box.columnIndexMin = c;
  if (c > box.columnIndexMax) box.columnIndexMax = c;
  if (r < box.rowIndexMin) box.rowIndexMin = r;
  if (r > box.rowIndexMax) box.rowIndexMax = r;
}

function clearBox({ grid, counts, stamps }: FrameCounter, { columnIndexMin: c0, columnIndexMax: c1, rowIndexMin: r0, rowIndexMax: r1 }: CellBox): void {
  for (let r = r0; r <= r1; r++) {
    counts.fill(0, r * grid.columnCount + c0, r * grid.columnCount + c1 + 1);
    stamps.fill(0, r * grid.columnCount + c0, r * grid.columnCount + c1 + 1);
  }
}

function contoursInBox(grid: PresenceGrid, counts: Uint16Array, memberCount: number, box: CellBox): readonly ProbabilityContour[] {
  if (isEmpty(box)) return PROBABILITY_LEVELS.map((probabilityRatio) => ({ probabilityRatio, polygons: [] }));
  const scalar = croppedRatios(grid, counts, memberCount, box);
  return PROBABILITY_LEVELS.map((probabilityRatio) => ({ probabilityRatio, polygons: contourPolygons(scalar, probabilityRatio) }));
}

function croppedRatios(grid: PresenceGrid, counts: Uint16Array, memberCount: number, { columnIndexMin: c0, columnIndexMax: c1, rowIndexMin: r0, rowIndexMax: r1 }: CellBox): ScalarGrid {
  const [width, height] = [c1 - c0 + 1, r1 - r0 + 1];
  const values = new Float64Array(width * height);
  for (let r = 0; r < height; r++) for (let c = 0; c < width; c++) values[r * width + c] = counts[(r0 + r) * grid.columnCount + c0 + c]! / memberCount;
  return {
    values, columnCount: width, rowCount: height,
    westDeg: grid.westDeg + (c0 + 0.5) * grid.stepLonDeg, southDeg: grid.southDeg + (r0 + 0.5) * grid.stepLatDeg,
    stepLonDeg: grid.stepLonDeg, stepLatDeg: grid.stepLatDeg,
  };
}
