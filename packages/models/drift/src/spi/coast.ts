// What the model needs to know of the coast: rings of land polygons, flat, so that they cross worker
// threads without copying. `coastFromPolygons` makes it from GeoJSON-like polygons.

import type { Polygon } from '@anlan/kernel';

export interface PolygonCoast {
  readonly kind: 'polygons';
  /** lon, lat, lon, lat … of all rings, each ring closed (last position = first). */
  readonly lonLatDeg: Float64Array;
  /** Position index at which each ring starts, and one past the last. */
  readonly ringStart: Int32Array;
  /** Ring index at which each polygon starts (outer ring first, then holes), and one past the last. */
  readonly polygonStart: Int32Array;
}

/** The caller's explicit choice to run without land; it travels with the result. */
export interface AssumedOpenWater {
  readonly kind: 'assume-open-water';
}

export type Coast = PolygonCoast | AssumedOpenWater;

export function coastFromPolygons(polygons: readonly Polygon[]): PolygonCoast {
  const rings = polygons.flat();
  const ringStart = new Int32Array(rings.length + 1);
  const polygonStart = new Int32Array(polygons.length + 1);
  const positionCount = rings.reduce((sum, ring) => sum + ring.length, 0);
  const lonLatDeg = new Float64Array(2 * positionCount);
  let at = 0;
  rings.forEach((ring, i) => {
    ringStart[i] = at;
    for (const [lonDeg, latDeg] of ring) {
      lonLatDeg[2 * at] = lonDeg;
      lonLatDeg[2 * at + 1] = latDeg;
      at++;
    }
  });
  ringStart[rings.length] = at;
  polygons.forEach((polygon, i) => {
    polygonStart[i + 1] = polygonStart[i]! + polygon.length;
  });
  return { kind: 'polygons', lonLatDeg, ringStart, polygonStart };
}
