// The cells on which probability is counted, and which member has been where. A member has oil at a
// cell when one of its particles was within the presence radius of the cell's centre (to the nearest
// cell). Counts of members add up over parts of an ensemble, whatever the order.

import type { BboxDeg } from '@anlan/kernel';
import { metresPerDegree } from '@anlan/kernel';

export interface PresenceGrid {
  /** Corner of cell (0, 0); its centre lies half a step further. */
  readonly westDeg: number;
  readonly southDeg: number;
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
  readonly columnCount: number;
  readonly rowCount: number;
  readonly cellM: number;
  readonly presenceRadiusM: number;
}

export interface Visits {
  readonly grid: PresenceGrid;
  /** Bits, by member: a particle was in the cell; oil was near the cell. */
  readonly within: Uint8Array;
  readonly near: Uint8Array;
  readonly bytesPerMemberCount: number;
  /** Members that had oil near the cell so far. */
  readonly memberCounts: Uint16Array;
  /** Column and row offsets within the presence radius. */
  readonly stencil: Int32Array;
}

/** Cells of `cellM`, made larger when the box would need too many. */
export function createPresenceGrid([westDeg, southDeg, eastDeg, northDeg]: BboxDeg, cellM: number, presenceRadiusM: number | undefined): PresenceGrid {
  const { lonM, latM } = metresPerDegree((southDeg + northDeg) / 2);
  const widthM = (eastDeg - westDeg) * lonM;
  const heightM = (northDeg - southDeg) * latM;
  const usedM = Math.max(cellM, Math.sqrt((widthM * heightM) / CELL_COUNT_MAX));
  return {
    westDeg,
    southDeg,
    stepLonDeg: usedM / lonM,
    stepLatDeg: usedM / latM,
    columnCount: Math.max(1, Math.ceil(widthM / usedM)),
    rowCount: Math.max(1, Math.ceil(heightM / usedM)),
    cellM: usedM,
    presenceRadiusM: presenceRadiusM ?? usedM,
  };
}

export function createVisits(grid: PresenceGrid, memberCount: number): Visits {
  const cellCount = grid.columnCount * grid.rowCount;
  const bytesPerMemberCount = Math.ceil(cellCount / 8);
  return {
    grid,
    within: new Uint8Array(bytesPerMemberCount * memberCount),
    near: new Uint8Array(bytesPerMemberCount * memberCount),
    bytesPerMemberCount,
    memberCounts: new Uint16Array(cellCount),
    stencil: presenceStencil(grid),
  };
}

/** Cell that holds the place, or −1 outside the grid. */
export function cellAt(grid: PresenceGrid, lonDeg: number, latDeg: number): number {
  const column = Math.floor((lonDeg - grid.westDeg) / grid.stepLonDeg);
  const row = Math.floor((latDeg - grid.southDeg) / grid.stepLatDeg);
  if (column < 0 || row < 0 || column >= grid.columnCount || row >= grid.rowCount) return -1;
  return row * grid.columnCount + column;
}

/** Notes that the member (by its place in this part) has a particle in the cell. */
export function markVisit(visits: Visits, memberIndex: number, cellIndex: number): void {
  const from = visits.bytesPerMemberCount * memberIndex;
  const byte = from + (cellIndex >> 3);
  const bit = 1 << (cellIndex & 7);
  if ((visits.within[byte]! & bit) !== 0) return;
  visits.within[byte]! |= bit;
  const { columnCount, rowCount } = visits.grid;
  const column = cellIndex % columnCount;
  const row = (cellIndex - column) / columnCount;
  for (let k = 0; k < visits.stencil.length; k += 2) {
    const c = column + visits.stencil[k]!;
    const r = row + visits.stencil[k + 1]!;
    if (c < 0 || r < 0 || c >= columnCount || r >= rowCount) continue;
    const cell = r * columnCount + c;
    const nearByte = from + (cell >> 3);
    const nearBit = 1 << (cell & 7);
    if ((visits.near[nearByte]! & nearBit) !== 0) continue;
    visits.near[nearByte]! |= nearBit;
    visits.memberCounts[cell]!++;
  }
}

/** Offsets (column, row) of the cells within the presence radius, the cell itself included. */
export function presenceStencil({ cellM, presenceRadiusM }: PresenceGrid): Int32Array {
  const reachCount = presenceRadiusM / cellM + 1e-9;
  const last = Math.floor(reachCount);
  const offsets: number[] = [];
  for (let row = -last; row <= last; row++) {
    for (let column = -last; column <= last; column++) {
      if (Math.hypot(column, row) <= reachCount) offsets.push(column, row);
    }
  }
  return Int32Array.from(offsets);
}

/** Keeps the maps of a run below a few megabytes. */
const CELL_COUNT_MAX = 400_000;
