// A large matrix as questions that servers take: blocks of rows and columns, one after the other, put
// together again.

import type { LonLat } from '@anlan/kernel';
import { AdapterError } from '@anlan/kernel';
import type { RoadEngineRequest } from '@anlan/movement';

export interface Block {
  readonly durationS: readonly (readonly (number | null)[])[];
  readonly distanceM: readonly (readonly (number | null)[])[];
}

export async function inBlocks(request: RoadEngineRequest, sideCount: number, solve: (from: readonly LonLat[], to: readonly LonLat[]) => Promise<Block>): Promise<{ durationS: (number | null)[]; distanceM: (number | null)[] }> {
  const { from, to } = request;
  const placeCount = Math.max(from.length, to.length);
  if (placeCount > PLACE_COUNT_MAX) throw new AdapterError('ROUTING_TOO_MANY_PLACES', { retryable: false, params: { placeCount, placeCountMax: PLACE_COUNT_MAX } });
  const empty = (): (number | null)[] => new Array<number | null>(from.length * to.length).fill(null);
  const [durationS, distanceM] = [empty(), empty()];
  for (let row = 0; row < from.length; row += sideCount) {
    for (let column = 0; column < to.length; column += sideCount) {
      const block = await solve(from.slice(row, row + sideCount), to.slice(column, column + sideCount));
      block.durationS.forEach((line, i) => line.forEach((value, j) => (durationS[(row + i) * to.length + column + j] = value)));
      block.distanceM.forEach((line, i) => line.forEach((value, j) => (distanceM[(row + i) * to.length + column + j] = value)));
    }
  }
  return { durationS, distanceM };
}

/** A thousand by a thousand is what a plan may ask for. */
const PLACE_COUNT_MAX = 1000;
