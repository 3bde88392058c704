// Questions about single places, asked a few times a run: is it on land, and how far is the water.

import type { LonLat } from '@anlan/kernel';
import { metresPerDegree } from '@anlan/kernel';
import type { Coast, PolygonCoast } from '../spi/coast.ts';

/** Even-odd within each polygon; in any polygon is on land, so overlapping polygons stay land. */
export function isOnLand(coast: Coast, position: LonLat): boolean {
  if (coast.kind !== 'polygons') return false;
  for (let polygon = 0; polygon < coast.polygonStart.length - 1; polygon++) {
    let inside = false;
    for (let ring = coast.polygonStart[polygon]!; ring < coast.polygonStart[polygon + 1]!; ring++) {
      if (ringHolds(coast, ring, position)) inside = !inside;
    }
    if (inside) return true;
  }
  return false;
}

/** Distance to the nearest shore line, m; for a place on land that is the way to water. */
export function nearestShoreM(coast: PolygonCoast, [lonDeg, latDeg]: LonLat): number {
  const { lonM, latM } = metresPerDegree(latDeg);
  const { lonLatDeg, ringStart } = coast;
  let nearest = Infinity;
  for (let ring = 0; ring < ringStart.length - 1; ring++) {
    for (let i = ringStart[ring]!; i < ringStart[ring + 1]! - 1; i++) {
      const ax = (lonLatDeg[2 * i]! - lonDeg) * lonM;
      const ay = (lonLatDeg[2 * i + 1]! - latDeg) * latM;
      const ex = (lonLatDeg[2 * i + 2]! - lonDeg) * lonM - ax;
      const ey = (lonLatDeg[2 * i + 3]! - latDeg) * latM - ay;
      const square = ex * ex + ey * ey;
      const share = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * ex + ay * ey) / square));
      nearest = Math.min(nearest, Math.hypot(ax + share * ex, ay + share * ey));
    }
  }
  return nearest;
}

function ringHolds(coast: PolygonCoast, ring: number, [lonDeg, latDeg]: LonLat): boolean {
  const { lonLatDeg, ringStart } = coast;
  let inside = false;
  for (let i = ringStart[ring]!; i < ringStart[ring + 1]! - 1; i++) {
    const ay = lonLatDeg[2 * i + 1]!;
    const by = lonLatDeg[2 * i + 3]!;
    if (ay > latDeg === by > latDeg) continue;
    const ax = lonLatDeg[2 * i]!;
    const bx = lonLatDeg[2 * i + 2]!;
    if (lonDeg < ((bx - ax) * (latDeg - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
