// The water grid of the region: built once from the coast, shared by plans and by the simulated feed.

import { buildSeaGrid } from '@anlan/movement';
import type { SeaGrid } from '@anlan/movement';
import type { RegionPack } from '@anlan/region-zhoushan';

const grids = new WeakMap<RegionPack, SeaGrid>();

export function seaGridOf(region: RegionPack): SeaGrid {
  const known = grids.get(region);
  if (known !== undefined) return known;
  const built = buildSeaGrid({ polygons: region.loadLand(), bboxDeg: region.bboxDeg, cellM: CELL_M });
  if (!built.ok) throw new Error(`the region has no usable water grid: ${built.refusal.code}`);
  grids.set(region, built.value);
  return built.value;
}

/** Narrow channels between the islands stay open at this size; one search takes tens of milliseconds. */
const CELL_M = 250;
