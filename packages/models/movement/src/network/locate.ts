// The road node nearest to a place, over cells of about a kilometre. A guess, so the caller names
// it as an assumption; nothing is joined farther away than the tolerance.

import type { LonLat } from '@anlan/kernel';
import { distanceM, metresPerDegree } from '@anlan/kernel';
import type { RoadNetwork } from '../api/network.ts';

export interface RoadAccess {
  readonly nodeIndex: number;
  readonly offsetM: number;
}

export function createLocator(network: RoadNetwork): (position: LonLat, toleranceM: number) => RoadAccess | undefined {
  const cells = new Map<string, number[]>();
  const keyOf = (column: number, row: number): string => `${column} ${row}`;
  const cellOf = (lonDeg: number, latDeg: number): readonly [number, number] => [Math.floor(lonDeg / CELL_DEG), Math.floor(latDeg / CELL_DEG)];
  for (let node = 0; node < network.nodes.length; node++) {
    const key = keyOf(...cellOf(network.nodeLonDeg[node]!, network.nodeLatDeg[node]!));
    const list = cells.get(key);
    if (list === undefined) cells.set(key, [node]);
    else list.push(node);
  }
  return (position, toleranceM) => {
    const { lonM, latM } = metresPerDegree(position[1]);
    const [column, row] = cellOf(...position);
    const [reachX, reachY] = [Math.ceil(toleranceM / (lonM * CELL_DEG)), Math.ceil(toleranceM / (latM * CELL_DEG))];
    let best: RoadAccess | undefined;
    for (let x = column - reachX; x <= column + reachX; x++) {
      for (let y = row - reachY; y <= row + reachY; y++) {
        for (const nodeIndex of cells.get(keyOf(x, y)) ?? []) {
          const offsetM = distanceM(position, network.nodes[nodeIndex]!.position);
          if (offsetM <= toleranceM && offsetM < (best?.offsetM ?? Infinity)) best = { nodeIndex, offsetM };
        }
      }
    }
    return best;
  };
}

const CELL_DEG = 0.01;
