// The fastest current at a place while a forecast runs, from the region's field: what a boom laid
// there has to stand.

import type { PeakCurrents } from '@anlan/domain';
import { addS, instantFromMs } from '@anlan/kernel';
import type { Instant, LonLat } from '@anlan/kernel';
import type { HarmonicCurrentField } from '@anlan/tide';
import type { RegionPack } from '@anlan/region-zhoushan';

export function createPeakCurrents(region: RegionPack): PeakCurrents {
  return {
    peakSpeedMps(position, { fromAt, toAt }) {
      const field = region.currentFieldFor(instantFromMs(Math.round((fromAt + toAt) / 2)));
      const node = field.ok ? nearestWater(field.value, position) : undefined;
      if (!field.ok || node === undefined) return undefined;
      let peakMps = 0;
      for (let at = fromAt; at <= toAt; at = addS(at, STEP_S)) peakMps = Math.max(peakMps, speedMps(field.value, node, at));
      return peakMps;
    },
  };
}

function speedMps(field: HarmonicCurrentField, node: number, at: Instant): number {
  const elapsedS = (at - field.epochAt) / 1000;
  let east = 0;
  let north = 0;
  for (const { eastMps, northMps, constituents } of field.patterns) {
    const signal = constituents.reduce((sum, c) => sum + c.amplitudeRatio * Math.cos(c.speedRadPerS * elapsedS - c.phaseRad), 0);
    east += eastMps[node]! * signal;
    north += northMps[node]! * signal;
  }
  return Math.hypot(east, north);
}

/** Index of the water node nearest to a place, within a few cells: sites lie at the shore. */
function nearestWater({ grid, waterMask }: HarmonicCurrentField, [lonDeg, latDeg]: LonLat): number | undefined {
  const column = Math.round((lonDeg - grid.westDeg) / grid.stepLonDeg);
  const row = Math.round((latDeg - grid.southDeg) / grid.stepLatDeg);
  for (let ring = 0; ring <= RING_COUNT; ring++) {
    for (let r = row - ring; r <= row + ring; r++) {
      for (let c = column - ring; c <= column + ring; c++) {
        const inside = r >= 0 && c >= 0 && r < grid.rowCount && c < grid.columnCount;
        if (inside && waterMask[r * grid.columnCount + c] === 1) return r * grid.columnCount + c;
      }
    }
  }
  return undefined;
}

const STEP_S = 900;
/** About two kilometres on the region's grid. */
const RING_COUNT = 5;
