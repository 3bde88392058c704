// Depths where no survey is loaded: a rule, never a chart. From the shore the bottom falls evenly to
// the depth of the open water; along named channels it is deeper, as a bell across the axis; at
// named berths it is as deep as they are said to be. Every result that used it says so.
// Distance to land: two-pass chamfer 3-4 (G. Borgefors, CVGIP 34, 1986; at most 6 % wrong).

import type { LocalName, LonLat } from '@anlan/kernel';
import { metresPerDegree } from '@anlan/kernel';
import type { FineSeaGrid } from '../api/sea-field.ts';
import type { DepthGrid } from '../spi/sea-sources.ts';

export interface IndicativeDepthRule {
  readonly source: LocalName;
  /** At the shore, below the datum. */
  readonly shoreDepthM: number;
  /** Fall of the bottom per metre from the shore. */
  readonly slopeRatio: number;
  readonly openDepthM: number;
  readonly channels: readonly { readonly id: string; readonly depthM: number; readonly halfWidthM: number; readonly lineDeg: readonly LonLat[] }[];
  readonly berths: readonly { readonly id: string; readonly depthM: number; readonly radiusM: number; readonly position: LonLat }[];
}

/** On the frame of the sea grid; land is NaN. */
export function indicativeDepth(grid: FineSeaGrid, rule: IndicativeDepthRule): DepthGrid {
  const { widthCount, heightCount } = grid;
  const offShoreM = shoreDistanceM(grid);
  const depthM = new Float32Array(grid.land.length);
  for (let cell = 0; cell < depthM.length; cell++) {
    depthM[cell] = grid.land[cell] === 1 ? Number.NaN : Math.min(rule.openDepthM, rule.shoreDepthM + rule.slopeRatio * (offShoreM[cell]! - grid.cellM / 2));
  }
  for (const { lineDeg, halfWidthM, depthM: channelM } of rule.channels) {
    deepen(grid, depthM, lineDeg, halfWidthM * BELL_REACH, (offM, nowM) => Math.max(nowM, rule.openDepthM * bell(offM, halfWidthM), channelM * bell(offM, halfWidthM)));
  }
  for (const { position, radiusM, depthM: berthM } of rule.berths) deepen(grid, depthM, [position, position], radiusM, (_offM, nowM) => Math.max(nowM, berthM));
  return { bboxDeg: grid.bboxDeg, columnCount: widthCount, rowCount: heightCount, depthM, indicative: true, source: rule.source };
}

/** Metres from the middle of each cell to the middle of the nearest land cell; the shore is half a cell nearer. */
function shoreDistanceM(grid: FineSeaGrid): Float32Array {
  const { widthCount, heightCount, land, cellM } = grid;
  const out = Float32Array.from(land, (one) => (one === 1 ? 0 : Infinity));
  const [level, slant] = [cellM, (cellM * 4) / 3];
  const pass = (first: number, step: number): void => {
    for (let n = 0, cell = first; n < out.length; n++, cell += step) {
      if (out[cell] === 0) continue;
      const x = cell % widthCount;
      const behind = cell - step * widthCount;
      const [hasBehind, hasBefore, hasAfter] = [behind >= 0 && behind < out.length, step > 0 ? x > 0 : x < widthCount - 1, step > 0 ? x < widthCount - 1 : x > 0];
      let least = out[cell]!;
      if (hasBefore) least = Math.min(least, out[cell - step]! + level);
      if (hasBehind) least = Math.min(least, out[behind]! + level);
      if (hasBehind && hasBefore) least = Math.min(least, out[behind - step]! + slant);
      if (hasBehind && hasAfter) least = Math.min(least, out[behind + step]! + slant);
      out[cell] = least;
    }
  };
  pass(0, 1);
  pass(widthCount * heightCount - 1, -1);
  return out;
}

/** Applies a rule to the water cells within reach of a line. */
function deepen(grid: FineSeaGrid, depthM: Float32Array, lineDeg: readonly LonLat[], reachM: number, rule: (offM: number, nowM: number) => number): void {
  const middle = metresPerDegree((grid.bboxDeg[1] + grid.bboxDeg[3]) / 2);
  const [lons, lats] = [lineDeg.map(([lonDeg]) => lonDeg), lineDeg.map(([, latDeg]) => latDeg)];
  const clampX = (lonDeg: number): number => Math.min(grid.widthCount - 1, Math.max(0, Math.floor((lonDeg - grid.bboxDeg[0]) / grid.stepLonDeg)));
  const clampY = (latDeg: number): number => Math.min(grid.heightCount - 1, Math.max(0, Math.floor((latDeg - grid.bboxDeg[1]) / grid.stepLatDeg)));
  const [padLon, padLat] = [reachM / middle.lonM, reachM / middle.latM];
  for (let y = clampY(Math.min(...lats) - padLat); y <= clampY(Math.max(...lats) + padLat); y++) {
    for (let x = clampX(Math.min(...lons) - padLon); x <= clampX(Math.max(...lons) + padLon); x++) {
      const cell = y * grid.widthCount + x;
      if (grid.land[cell] === 1) continue;
      const offM = offLineM([grid.bboxDeg[0] + (x + 0.5) * grid.stepLonDeg, grid.bboxDeg[1] + (y + 0.5) * grid.stepLatDeg], lineDeg);
      if (offM <= reachM) depthM[cell] = rule(offM, depthM[cell]!);
    }
  }
}

/** Distance from a polyline on a plane, good within tens of kilometres. */
function offLineM([lonDeg, latDeg]: LonLat, lineDeg: readonly LonLat[]): number {
  const { lonM, latM } = metresPerDegree(latDeg);
  let nearestM = Infinity;
  for (let k = 1; k < lineDeg.length; k++) {
    const [ax, ay] = [(lineDeg[k - 1]![0] - lonDeg) * lonM, (lineDeg[k - 1]![1] - latDeg) * latM];
    const [ex, ey] = [(lineDeg[k]![0] - lineDeg[k - 1]![0]) * lonM, (lineDeg[k]![1] - lineDeg[k - 1]![1]) * latM];
    const squared = ex * ex + ey * ey;
    const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * ex + ay * ey) / squared));
    nearestM = Math.min(nearestM, Math.hypot(ax + share * ex, ay + share * ey));
  }
  return nearestM;
}

function bell(offM: number, halfWidthM: number): number {
  return Math.exp(-((offM / halfWidthM) ** 2));
}

/** Half-widths beyond which a bell is nothing. */
const BELL_REACH = 2.5;
