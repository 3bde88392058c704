// The road node that a place without one would use: the nearest within a tolerance whose straight
// line to the place does not cross open water. A guess, so the caller names it as an assumption.

import type { LonLat } from '@anlan/kernel';
import { distanceM } from '@anlan/kernel';
import type { RoadGraph, RoadNode } from '../api/road.ts';
import type { SeaGrid } from '../api/sea.ts';
import { cellIndex, toCell } from '../sea/grid.ts';

export interface NearestNode {
  readonly node: RoadNode;
  readonly offsetM: number;
}

export function findNearestNode(graph: RoadGraph, sea: SeaGrid, place: { readonly position: LonLat; readonly toleranceM: number }): NearestNode | undefined {
  let best: NearestNode | undefined;
  for (const node of graph.nodes) {
    const offsetM = distanceM(place.position, node.position);
    if (offsetM > place.toleranceM || (best !== undefined && offsetM >= best.offsetM)) continue;
    if (!crossesOpenWater(sea, place.position, node.position)) best = { node, offsetM };
  }
  return best;
}

function crossesOpenWater(sea: SeaGrid, from: LonLat, to: LonLat): boolean {
  const [x0, y0] = toCell(sea, from);
  const [x1, y1] = toCell(sea, to);
  const stepCount = Math.ceil(4 * Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1));
  for (let i = 0; i <= stepCount; i++) {
    const cell = cellIndex(sea, [x0 + ((x1 - x0) * i) / stepCount, y0 + ((y1 - y0) * i) / stepCount]);
    if (cell >= 0 && sea.openWaterIndex[cell]! > 0) return true;
  }
  return false;
}
