// The water for which a run must know the wind: as far as oil can get in the hours of the run, and no
// farther than the region knows its current, beyond which a run ends anyway. A wind file that holds
// less would lose oil at its rim, and what is lost reaches no site: a false all-clear.

import type { BboxDeg, Instant, LonLat } from '@anlan/kernel';
import { metresPerDegree, secondsBetween } from '@anlan/kernel';
import type { GriddedWind } from '@anlan/drift';
import { DEFAULT_DIFFUSION_M2_PER_S, DEFAULT_FORCING_ERRORS, DEFAULT_WINDAGE } from '@anlan/drift';

/** What the region's current allows: nowhere faster, and known only inside the box. */
export interface CurrentReach {
  readonly speedMpsMax: number;
  readonly bboxDeg: BboxDeg;
}

export interface RunSpan {
  readonly position: LonLat;
  readonly radiusM: number;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** The fastest current and wind, both with their errors, straight on for the whole run; cut at the box of the current. */
export function reachBboxDeg({ position, radiusM, fromAt, untilAt }: RunSpan, current: CurrentReach, windSpeedMpsMax: number): BboxDeg {
  const durationS = secondsBetween(fromAt, untilAt);
  const { currentSpeedRatioSigma, windSpeedRatioSigma } = DEFAULT_FORCING_ERRORS;
  const driftMps = stretched(current.speedMpsMax, currentSpeedRatioSigma) + DEFAULT_WINDAGE.ratioMax * stretched(windSpeedMpsMax, windSpeedRatioSigma);
  const reachM = radiusM + driftMps * durationS + SIGMAS * Math.sqrt(2 * DEFAULT_DIFFUSION_M2_PER_S * durationS);
  const { lonM, latM } = metresPerDegree(position[1]);
  const [lonDeg, latDeg] = position;
  const [westDeg, southDeg, eastDeg, northDeg] = current.bboxDeg;
  return [
    Math.max(westDeg, lonDeg - reachM / lonM), Math.max(southDeg, latDeg - reachM / latM),
    Math.min(eastDeg, lonDeg + reachM / lonM), Math.min(northDeg, latDeg + reachM / latM),
  ];
}

/** Of all nodes and instants of a file. */
export function windSpeedMpsMaxOf({ eastMps, northMps }: GriddedWind): number {
  let fastestMps = 0;
  for (let i = 0; i < eastMps.length; i++) fastestMps = Math.max(fastestMps, Math.hypot(eastMps[i]!, northMps[i]!));
  return fastestMps;
}

function stretched(speedMps: number, ratioSigma = 0): number {
  return speedMps * (1 + SIGMAS * ratioSigma);
}

/** Standard deviations of an error or a walk that still count. Ours. */
const SIGMAS = 2;
