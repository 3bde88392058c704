// Rings and polygons in GeoJSON order. Point in polygon by the even-odd rule on the lon/lat plane,
// which is exact for edges drawn straight on the map; boxes crossing 180° are not for this file.

import type { BboxDeg, LonLat } from './geo.ts';

/** Closed ring: first position equals the last. */
export type Ring = readonly LonLat[];
/** Outer ring first, then holes. */
export type Polygon = readonly Ring[];

export function ringContains(ring: Ring, [lonDeg, latDeg]: LonLat): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as LonLat;
    const [xj, yj] = ring[j] as LonLat;
    const crosses = yi > latDeg !== yj > latDeg;
    if (crosses && lonDeg < ((xj - xi) * (latDeg - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

export function polygonContains(polygon: Polygon, at: LonLat): boolean {
  const [outer, ...holes] = polygon;
  if (outer === undefined || !ringContains(outer, at)) return false;
  return !holes.some((hole) => ringContains(hole, at));
}

export function ringBboxDeg(ring: Ring): BboxDeg {
  let [westDeg, southDeg, eastDeg, northDeg] = [180, 90, -180, -90];
  for (const [lonDeg, latDeg] of ring) {
    westDeg = Math.min(westDeg, lonDeg);
    eastDeg = Math.max(eastDeg, lonDeg);
    southDeg = Math.min(southDeg, latDeg);
    northDeg = Math.max(northDeg, latDeg);
  }
  return [westDeg, southDeg, eastDeg, northDeg];
}
