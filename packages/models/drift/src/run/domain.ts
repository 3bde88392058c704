// The box in which a run knows its forcing: inside every grid that it uses. Without a grid it is the
// farthest that particles can sensibly get, so that maps have an extent; nothing is cut off by that
// box, and the coast is known beyond it (`coastBboxDeg`).

import type { BboxDeg } from '@anlan/kernel';
import { metresPerDegree } from '@anlan/kernel';
import type { DriftCase, ForcingErrors } from '../api/case.ts';
import type { Coast } from '../spi/coast.ts';
import type { CurrentField } from '../spi/current.ts';
import { gridBboxDeg } from '../spi/grid.ts';
import type { WindField } from '../spi/wind.ts';

export interface DomainInputs {
  readonly given: DriftCase;
  readonly current: CurrentField;
  readonly wind: WindField;
  readonly windageRatioMax: number;
  readonly diffusionM2PerS: number;
  readonly errors: ForcingErrors | null;
}

export function domainBboxDeg({ given, current, wind, windageRatioMax, diffusionM2PerS, errors }: DomainInputs): BboxDeg {
  const boxes = [current, wind].flatMap((field) => ('grid' in field ? [gridBboxDeg(field.grid)] : []));
  if (boxes.length > 0) return boxes.reduce((a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]);
  const { release, run } = given;
  const currentMps = stretched(currentSpeedMps(current), errors?.currentSpeedRatioSigma) + ADDED_SIGMAS * (errors?.currentAdditiveMpsSigma ?? 0);
  const windMps = stretched(windSpeedMps(wind), errors?.windSpeedRatioSigma) + ADDED_SIGMAS * (errors?.windAdditiveMpsSigma ?? 0);
  const reachM = (currentMps + windageRatioMax * windMps) * run.durationS + WALK_SIGMAS * Math.sqrt(2 * diffusionM2PerS * run.durationS) + release.radiusM + EDGE_M;
  const { lonM, latM } = metresPerDegree(release.position[1]);
  const [lonDeg, latDeg] = release.position;
  return [Math.max(-180, lonDeg - reachM / lonM), Math.max(-89, latDeg - reachM / latM), Math.min(180, lonDeg + reachM / lonM), Math.min(89, latDeg + reachM / latM)];
}

function currentSpeedMps(current: CurrentField): number {
  return current.kind === 'constant' ? Math.hypot(current.eastMps, current.northMps) : 0;
}

function windSpeedMps(wind: WindField): number {
  if (wind.kind === 'constant') return Math.hypot(wind.eastMps, wind.northMps);
  if (wind.kind !== 'station') return 0;
  return wind.eastMps.reduce((most, eastMps, i) => Math.max(most, Math.hypot(eastMps, wind.northMps[i]!)), 0);
}

/** Forcing errors stretch a path: at least twice the speed of the given forcing, or four sigma, for the whole run. */
function stretched(speedMps: number, ratioSigma = 0): number {
  return Math.max(2, 1 + 4 * ratioSigma) * speedMps;
}

/**
 * The box whose coast the run must know. With a grid nobody gets farther than one step beyond it;
 * without one a particle of a wild member may get anywhere, so the whole coast counts.
 */
export function coastBboxDeg(coast: Coast, domain: BboxDeg, isGridded: boolean): BboxDeg {
  if (coast.kind !== 'polygons' || isGridded) return [domain[0] - COAST_MARGIN_DEG, domain[1] - COAST_MARGIN_DEG, domain[2] + COAST_MARGIN_DEG, domain[3] + COAST_MARGIN_DEG];
  let [westDeg, southDeg, eastDeg, northDeg] = domain;
  for (let i = 0; i < coast.lonLatDeg.length; i += 2) {
    westDeg = Math.min(westDeg, coast.lonLatDeg[i]!);
    eastDeg = Math.max(eastDeg, coast.lonLatDeg[i]!);
    southDeg = Math.min(southDeg, coast.lonLatDeg[i + 1]!);
    northDeg = Math.max(northDeg, coast.lonLatDeg[i + 1]!);
  }
  return [westDeg, southDeg, eastDeg, northDeg];
}

/** Added errors over a whole run of some correlation times stay within this many sigma. */
const ADDED_SIGMAS = 3;
const COAST_MARGIN_DEG = 0.2;
const WALK_SIGMAS = 7;
const EDGE_M = 5000;
