// A field made ready for the inner loop. Every kind (constant, station, harmonic, snapshots) becomes
// the same thing: a few spatial terms, and for each moment that a step needs (a slot) the terms and
// weights to sum. One sampler then serves them all, and harmonic time stays exact.

import type { CurrentField, HarmonicConstituent } from '../spi/current.ts';
import type { GridGeometry } from '../spi/grid.ts';
import type { WindField } from '../spi/wind.ts';

export interface PreparedField {
  /** The same vector everywhere: `slotEastMps`, `slotNorthMps`; the grid is not used. */
  readonly uniform: boolean;
  readonly westDeg: number;
  readonly southDeg: number;
  /** 1 / step. */
  readonly columnsPerDegRatio: number;
  readonly rowsPerDegRatio: number;
  readonly columnCount: number;
  readonly rowCount: number;
  /** Spatial terms, each a grid. */
  readonly east: readonly Float32Array[];
  readonly north: readonly Float32Array[];
  readonly waterMask: Uint8Array;
  /** Between four nodes: 0 all water · 1 some · 2 none. */
  readonly cellKind: Uint8Array;
  readonly termCount: number;
  readonly slotTerm: Int32Array;
  readonly slotWeight: Float64Array;
  readonly slotEastMps: Float64Array;
  readonly slotNorthMps: Float64Array;
  readonly clock: FieldClock;
}

/** How the slots are filled from the time. */
export type FieldClock =
  | { readonly kind: 'constant'; readonly eastMps: number; readonly northMps: number }
  | { readonly kind: 'station'; readonly times: readonly number[]; readonly eastMps: Float64Array; readonly northMps: Float64Array }
  | { readonly kind: 'harmonic'; readonly epochAt: number; readonly constituents: readonly (readonly HarmonicConstituent[])[] }
  | { readonly kind: 'snapshots'; readonly times: readonly number[] };

/** A step has moments at 0, 1/16 … 16/16 of its length: ends and middles of its eight sub-steps. */
export const SLOT_COUNT = 17;

export function prepareCurrent(current: CurrentField): PreparedField {
  if (current.kind === 'assume-still-water') return uniformField({ kind: 'constant', eastMps: 0, northMps: 0 });
  if (current.kind === 'constant') return uniformField({ kind: 'constant', eastMps: current.eastMps, northMps: current.northMps });
  if (current.kind === 'harmonic') {
    const { patterns } = current;
    const clock = { kind: 'harmonic', epochAt: current.epochAt, constituents: patterns.map((pattern) => pattern.constituents) } as const;
    return gridField({ grid: current.grid, waterMask: current.waterMask, east: patterns.map((p) => p.eastMps), north: patterns.map((p) => p.northMps), termCount: patterns.length, clock });
  }
  const clock = { kind: 'snapshots', times: current.times } as const;
  const termCount = Math.min(CUBIC_POINT_COUNT, current.times.length);
  return gridField({ grid: current.grid, waterMask: current.waterMask, ...snapshots(current), termCount, clock });
}

export function prepareWind(wind: WindField): PreparedField {
  if (wind.kind === 'assume-calm') return uniformField({ kind: 'constant', eastMps: 0, northMps: 0 });
  if (wind.kind === 'constant') return uniformField({ kind: 'constant', eastMps: wind.eastMps, northMps: wind.northMps });
  if (wind.kind === 'station') return uniformField({ kind: 'station', times: wind.times, eastMps: wind.eastMps, northMps: wind.northMps });
  const waterMask = new Uint8Array(wind.grid.columnCount * wind.grid.rowCount).fill(1);
  const clock = { kind: 'snapshots', times: wind.times } as const;
  return gridField({ grid: wind.grid, waterMask, ...snapshots(wind), termCount: LINEAR_POINT_COUNT, clock });
}

interface GridParts {
  readonly grid: GridGeometry;
  readonly waterMask: Uint8Array;
  readonly east: readonly Float32Array[];
  readonly north: readonly Float32Array[];
  readonly termCount: number;
  readonly clock: FieldClock;
}

function gridField({ grid, waterMask, east, north, termCount, clock }: GridParts): PreparedField {
  return {
    uniform: false,
    westDeg: grid.westDeg,
    southDeg: grid.southDeg,
    columnsPerDegRatio: 1 / grid.stepLonDeg,
    rowsPerDegRatio: 1 / grid.stepLatDeg,
    columnCount: grid.columnCount,
    rowCount: grid.rowCount,
    east,
    north,
    waterMask,
    cellKind: cellKinds(grid, waterMask),
    ...slots(termCount),
    clock,
  };
}

function uniformField(clock: FieldClock): PreparedField {
  const nothing = new Uint8Array(0);
  const box = { westDeg: -180, southDeg: -90, columnsPerDegRatio: 0, rowsPerDegRatio: 0, columnCount: 0, rowCount: 0 };
  return { uniform: true, ...box, east: [], north: [], waterMask: nothing, cellKind: nothing, ...slots(0), clock };
}

function slots(termCount: number): Pick<PreparedField, 'termCount' | 'slotTerm' | 'slotWeight' | 'slotEastMps' | 'slotNorthMps'> {
  const size = SLOT_COUNT * termCount;
  return {
    termCount,
    slotTerm: new Int32Array(size),
    slotWeight: new Float64Array(size),
    slotEastMps: new Float64Array(SLOT_COUNT),
    slotNorthMps: new Float64Array(SLOT_COUNT),
  };
}

/** Views of the snapshots, one a time; nothing is copied. */
function snapshots(field: { readonly times: readonly number[]; readonly grid: GridGeometry; readonly eastMps: Float32Array; readonly northMps: Float32Array }): Pick<GridParts, 'east' | 'north'> {
  const nodeCount = field.grid.columnCount * field.grid.rowCount;
  const view = (all: Float32Array): Float32Array[] => field.times.map((_, i) => all.subarray(i * nodeCount, (i + 1) * nodeCount));
  return { east: view(field.eastMps), north: view(field.northMps) };
}

function cellKinds({ columnCount, rowCount }: GridGeometry, waterMask: Uint8Array): Uint8Array {
  const kinds = new Uint8Array((columnCount - 1) * (rowCount - 1));
  for (let row = 0; row < rowCount - 1; row++) {
    for (let column = 0; column < columnCount - 1; column++) {
      const node = row * columnCount + column;
      const wet = waterMask[node]! + waterMask[node + 1]! + waterMask[node + columnCount]! + waterMask[node + columnCount + 1]!;
      kinds[row * (columnCount - 1) + column] = wet === 4 ? 0 : wet > 0 ? 1 : 2;
    }
  }
  return kinds;
}

/** Snapshots used at once: cubic through four for currents, linear between two for winds (no overshoot at fronts). */
const CUBIC_POINT_COUNT = 4;
const LINEAR_POINT_COUNT = 2;
