// Sensitive sites made ready for the run: does a straight path of a particle enter one, and when; is
// a place inside. Circles are round on the tangent plane at their centre, polygons straight on the map.

import type { BboxDeg, LonLat, Polygon } from '@anlan/kernel';
import { metresPerDegree, polygonContains, ringBboxDeg } from '@anlan/kernel';
import type { SensitiveSite } from '../api/case.ts';
import type { PresenceGrid } from './presence-grid.ts';

export interface PathDeg {
  readonly from: LonLat;
  readonly to: LonLat;
}

/** Share of the path at which it enters the site; 0 when it starts inside; Infinity when it stays out. */
export function entryRatio(site: SensitiveSite, path: PathDeg): number {
  const { area } = site;
  return area.kind === 'circle' ? circleEntry(area.centre, area.radiusM, path) : polygonEntry(area.polygon, path);
}

export function siteContains(site: SensitiveSite, position: LonLat): boolean {
  return entryRatio(site, { from: position, to: position }) === 0;
}

/** 1 for every cell that lies within one cell of a site's box: only there a path is looked at closely. */
export function cellsNearSites(grid: PresenceGrid, sites: readonly SensitiveSite[]): Uint8Array {
  const flags = new Uint8Array(grid.columnCount * grid.rowCount);
  for (const site of sites) {
    const [westDeg, southDeg, eastDeg, northDeg] = siteBboxDeg(site);
    const c0 = Math.max(0, Math.floor((westDeg - grid.westDeg) / grid.stepLonDeg) - 1);
    const c1 = Math.min(grid.columnCount - 1, Math.floor((eastDeg - grid.westDeg) / grid.stepLonDeg) + 1);
    const r0 = Math.max(0, Math.floor((southDeg - grid.southDeg) / grid.stepLatDeg) - 1);
    const r1 = Math.min(grid.rowCount - 1, Math.floor((northDeg - grid.southDeg) / grid.stepLatDeg) + 1);
    for (let row = r0; row <= r1; row++) for (let column = c0; column <= c1; column++) flags[row * grid.columnCount + column] = 1;
  }
  return flags;
}

function siteBboxDeg({ area }: SensitiveSite): BboxDeg {
  if (area.kind === 'polygon') return ringBboxDeg(area.polygon[0] ?? []);
  const { lonM, latM } = metresPerDegree(area.centre[1]);
  const [dLonDeg, dLatDeg] = [area.radiusM / lonM, area.radiusM / latM];
  return [area.centre[0] - dLonDeg, area.centre[1] - dLatDeg, area.centre[0] + dLonDeg, area.centre[1] + dLatDeg];
}

function circleEntry(centre: LonLat, radiusM: number, { from, to }: PathDeg): number {
  const { lonM, latM } = metresPerDegree(centre[1]);
  const [px, py] = [(from[0] - centre[0]) * lonM, (from[1] - centre[1]) * latM];
  const outside = px * px + py * py - radiusM * radiusM;
  if (outside <= 0) return 0;
  const [dx, dy] = [(to[0] - from[0]) * lonM, (to[1] - from[1]) * latM];
  const square = dx * dx + dy * dy;
  const along = px * dx + py * dy;
  const discriminant = along * along - square * outside;
  if (square === 0 || along >= 0 || discriminant < 0) return Infinity;
  const share = (-along - Math.sqrt(discriminant)) / square;
  return share <= 1 ? share : Infinity;
}

function polygonEntry(polygon: Polygon, { from, to }: PathDeg): number {
  if (polygonContains(polygon, from)) return 0;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  let first = Infinity;
  for (const ring of polygon) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [a, b] = [ring[i]!, ring[i + 1]!];
      const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
      const cross = dx * ey - dy * ex;
      if (cross === 0) continue;
      const t = ((a[0] - from[0]) * ey - (a[1] - from[1]) * ex) / cross;
      const s = ((a[0] - from[0]) * dy - (a[1] - from[1]) * dx) / cross;
      if (t >= 0 && t <= 1 && s >= 0 && s <= 1 && t < first) first = t;
    }
  }
  return first;
}
