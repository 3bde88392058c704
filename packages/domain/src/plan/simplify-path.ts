// A path thin enough to be kept in an event: points that lie within a tolerance of the line between
// their neighbours are left out (D. H. Douglas and T. K. Peucker, 1973), coordinates to 1 m.

import type { LonLat } from '@anlan/kernel';
import { metresPerDegree } from '@anlan/kernel';

/** Keeps both ends; doubles the tolerance until at most `pointCountMax` points are left. */
export function simplifyPath(path: readonly LonLat[], options: { readonly toleranceM: number; readonly pointCountMax: number }): readonly LonLat[] {
  for (let toleranceM = options.toleranceM; ; toleranceM *= 2) {
    const kept = keepFar(path, toleranceM);
    if (kept.length <= options.pointCountMax) return kept.map(([lonDeg, latDeg]): LonLat => [round5(lonDeg), round5(latDeg)]);
  }
}

function keepFar(path: readonly LonLat[], toleranceM: number): readonly LonLat[] {
  const [first, last] = [path[0], path.at(-1)];
  if (path.length <= 2 || first === undefined || last === undefined) return path;
  let farIndex = 0;
  let farM = toleranceM;
  for (let i = 1; i < path.length - 1; i++) {
    const awayM = distanceToSegmentM(path[i] as LonLat, first, last);
    if (awayM > farM) [farIndex, farM] = [i, awayM];
  }
  if (farIndex === 0) return [first, last];
  return [...keepFar(path.slice(0, farIndex + 1), toleranceM).slice(0, -1), ...keepFar(path.slice(farIndex), toleranceM)];
}

/** On the tangent plane at the first point; exact enough for a few tens of kilometres. */
function distanceToSegmentM(point: LonLat, from: LonLat, to: LonLat): number {
  const { lonM, latM } = metresPerDegree(from[1]);
  const [toX, toY] = [(to[0] - from[0]) * lonM, (to[1] - from[1]) * latM];
  const [x, y] = [(point[0] - from[0]) * lonM, (point[1] - from[1]) * latM];
  const lengthM2 = toX * toX + toY * toY;
  const share = lengthM2 === 0 ? 0 : Math.max(0, Math.min(1, (x * toX + y * toY) / lengthM2));
  return Math.hypot(x - share * toX, y - share * toY);
}

function round5(deg: number): number {
  return Math.round(deg * 1e5) / 1e5;
}
