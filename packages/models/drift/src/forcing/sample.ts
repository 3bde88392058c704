// The vector of a prepared field at a place and slot. Nodes on land carry no weight, so the flow
// along a coast is not slowed by zeros inland. Where none of the four nodes is water the nearest
// water node within three is taken and counted; beyond that the field is unknown, never zero.

import type { PreparedField } from './prepared-field.ts';

/** The vector was found between nodes. */
export const SAMPLE_FOUND = 0;
/** The vector is that of the nearest water node. */
export const SAMPLE_NEAREST = 1;
/** No vector is known here. */
export const SAMPLE_UNKNOWN = 2;

/** Writes east and north in m/s to `out[0]`, `out[1]` and tells how they were found. */
export function sampleField(field: PreparedField, slotIndex: number, lonDeg: number, latDeg: number, out: Float64Array): number {
  if (field.uniform) {
    out[0] = field.slotEastMps[slotIndex]!;
    out[1] = field.slotNorthMps[slotIndex]!;
    return SAMPLE_FOUND;
  }
  const x = (lonDeg - field.westDeg) * field.columnsPerDegRatio;
  const y = (latDeg - field.southDeg) * field.rowsPerDegRatio;
  const columnCount = field.columnCount;
  const lastColumn = columnCount - 1;
  const lastRow = field.rowCount - 1;
  if (!(x >= 0 && y >= 0 && x <= lastColumn && y <= lastRow)) return SAMPLE_UNKNOWN;
  const column = x < lastColumn ? x | 0 : lastColumn - 1;
  const row = y < lastRow ? y | 0 : lastRow - 1;
  const kind = field.cellKind[row * lastColumn + column]!;
  if (kind === 2) return sampleNearest(field, slotIndex, x, y, out);
  const fx = x - column;
  const fy = y - row;
  const node = row * columnCount + column;
  let w00 = (1 - fx) * (1 - fy);
  let w10 = fx * (1 - fy);
  let w01 = (1 - fx) * fy;
  let w11 = fx * fy;
  if (kind === 1) {
    const mask = field.waterMask;
    w00 *= mask[node]!;
    w10 *= mask[node + 1]!;
    w01 *= mask[node + columnCount]!;
    w11 *= mask[node + columnCount + 1]!;
    const sum = w00 + w10 + w01 + w11;
    if (sum < WET_WEIGHT_MIN) return sampleNearest(field, slotIndex, x, y, out);
    const scale = 1 / sum;
    w00 *= scale;
    w10 *= scale;
    w01 *= scale;
    w11 *= scale;
  }
  const termCount = field.termCount;
  const from = slotIndex * termCount;
  let east = 0;
  let north = 0;
  for (let k = from; k < from + termCount; k++) {
    const term = field.slotTerm[k]!;
    const weight = field.slotWeight[k]!;
    const e = field.east[term]!;
    const n = field.north[term]!;
    east += weight * (w00 * e[node]! + w10 * e[node + 1]! + w01 * e[node + columnCount]! + w11 * e[node + columnCount + 1]!);
    north += weight * (w00 * n[node]! + w10 * n[node + 1]! + w01 * n[node + columnCount]! + w11 * n[node + columnCount + 1]!);
  }
  out[0] = east;
  out[1] = north;
  return SAMPLE_FOUND;
}

function sampleNearest(field: PreparedField, slot: number, x: number, y: number, out: Float64Array): number {
  const centreColumn = Math.round(x);
  const centreRow = Math.round(y);
  let best = -1;
  let bestSquare = (SEARCH_NODE_COUNT + 0.5) ** 2;
  for (let row = Math.max(0, centreRow - SEARCH_NODE_COUNT); row <= Math.min(field.rowCount - 1, centreRow + SEARCH_NODE_COUNT); row++) {
    for (let column = Math.max(0, centreColumn - SEARCH_NODE_COUNT); column <= Math.min(field.columnCount - 1, centreColumn + SEARCH_NODE_COUNT); column++) {
      const node = row * field.columnCount + column;
      const square = (column - x) ** 2 + (row - y) ** 2;
      if (field.waterMask[node] !== 1 || square >= bestSquare) continue;
      best = node;
      bestSquare = square;
    }
  }
  if (best < 0) return SAMPLE_UNKNOWN;
  out[0] = 0;
  out[1] = 0;
  for (let k = slot * field.termCount; k < (slot + 1) * field.termCount; k++) {
    const term = field.slotTerm[k]!;
    out[0] += field.slotWeight[k]! * field.east[term]![best]!;
    out[1] += field.slotWeight[k]! * field.north[term]![best]!;
  }
  return SAMPLE_NEAREST;
}

/** Nodes to each side that are searched for water. */
const SEARCH_NODE_COUNT = 3;
/** With less weight than this on water nodes the place is as good as on land. */
const WET_WEIGHT_MIN = 1e-6;
