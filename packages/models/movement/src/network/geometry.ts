// Whether a line of positions touches a polygon: a corner inside it, or a leg across its rings.

import type { LonLat, Polygon } from '@anlan/kernel';
import { polygonContains } from '@anlan/kernel';

export function touchesPolygon(path: readonly LonLat[], polygon: Polygon): boolean {
  if (path.some((position) => polygonContains(polygon, position))) return true;
  for (let i = 0; i + 1 < path.length; i++) {
    for (const ring of polygon) {
      for (let j = 0; j + 1 < ring.length; j++) if (legsCross([path[i]!, path[i + 1]!], [ring[j]!, ring[j + 1]!])) return true;
    }
  }
  return false;
}

function legsCross([a, b]: readonly [LonLat, LonLat], [c, d]: readonly [LonLat, LonLat]): boolean {
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0 && boxesMeet([a, b], [c, d]);
}

function side(a: LonLat, b: LonLat, p: LonLat): number {
  return Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));
}

function boxesMeet([a, b]: readonly [LonLat, LonLat], [c, d]: readonly [LonLat, LonLat]): boolean {
  return [0, 1].every((axis) => Math.max(a[axis]!, b[axis]!) >= Math.min(c[axis]!, d[axis]!) && Math.max(c[axis]!, d[axis]!) >= Math.min(a[axis]!, b[axis]!));
}
