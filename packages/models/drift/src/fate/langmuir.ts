// Share of a slick's area that oil really covers, because Langmuir cells draw it into windrows.
// Source: W. Lehr, D. Simecek-Beatty, Spill Science & Technology Bulletin 6 (2000) 181-193,
// in the form of NOAA's PyGNOME: f = [v²π²/(4 h Δ g)]^(-1/3), v = 0.005 U, held within 0.1…1.

import { STANDARD_GRAVITY_M_PER_S2 } from '@anlan/kernel';

export interface LangmuirConditions {
  readonly windSpeedMps: number;
  readonly thicknessM: number;
  readonly buoyancyRatio: number;
}

/** Covered share of the area, 0.1…1. Calm wind leaves the slick whole. */
export function langmuirCoverRatio({ windSpeedMps, thicknessM, buoyancyRatio }: LangmuirConditions): number {
  const cellSpeedMps = CELL_SPEED_RATIO * windSpeedMps;
  if (cellSpeedMps === 0) return COVER_RATIO_MAX;
  const inner = (cellSpeedMps * Math.PI) ** 2 / (4 * thicknessM * buoyancyRatio * STANDARD_GRAVITY_M_PER_S2);
  return Math.min(COVER_RATIO_MAX, Math.max(COVER_RATIO_MIN, 1 / Math.cbrt(inner)));
}

/** Surface speed of the cells as a share of the wind. */
const CELL_SPEED_RATIO = 0.005;
/** Range of the law in the source: windrows never hold less than a tenth of the area, never more than all. */
const COVER_RATIO_MIN = 0.1;
const COVER_RATIO_MAX = 1;
