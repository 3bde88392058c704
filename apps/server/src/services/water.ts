// The region's water for the model: coast on shared memory, so that every worker reads the same
// bytes, and the question whether a place is water.

import { coastFromPolygons } from '@anlan/drift';
import type { PolygonCoast } from '@anlan/drift';
import { polygonContains, ringBboxDeg, bboxContains } from '@anlan/kernel';
import type { BboxDeg, LonLat, Polygon } from '@anlan/kernel';
import type { RegionPack } from '@anlan/region-zhoushan';

export interface RegionWater {
  readonly coast: PolygonCoast;
  isWater(position: LonLat): boolean;
}

const waters = new WeakMap<RegionPack, RegionWater>();

export function waterOf(region: RegionPack): RegionWater {
  const known = waters.get(region);
  if (known !== undefined) return known;
  const polygons = region.loadLand();
  const boxed = polygons.map((polygon): readonly [BboxDeg, Polygon] => [ringBboxDeg(polygon[0] ?? []), polygon]);
  const coast = coastFromPolygons(polygons);
  const lonLatDeg = new Float64Array(new SharedArrayBuffer(coast.lonLatDeg.byteLength));
  lonLatDeg.set(coast.lonLatDeg);
  const water: RegionWater = {
    coast: { ...coast, lonLatDeg },
    isWater: (position) => bboxContains(region.bboxDeg, position) && !boxed.some(([bboxDeg, polygon]) => bboxContains(bboxDeg, position) && polygonContains(polygon, position)),
  };
  waters.set(region, water);
  return water;
}
