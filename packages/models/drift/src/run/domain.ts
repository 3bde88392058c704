// The box in which a run knows its forcing: inside every grid that it uses. Without a grid it is the
// farthest that particles can get, so that maps have an extent; nothing is cut off by that box.

import type { BboxDeg } from '@anlan/kernel';
import { metresPerDegree } from '@anlan/kernel';
import type { DriftCase } from '../api/case.ts';
import type { CurrentField } from '../spi/current.ts';
import { gridBboxDeg } from '../spi/grid.ts';
import type { WindField } from '../spi/wind.ts';

export interface DomainInputs {
  readonly given: DriftCase;
  readonly current: CurrentField;
  readonly wind: WindField;
  readonly windageRatioMax: number;
  readonly diffusionM2PerS: number;
}

export function domainBboxDeg({ given, current, wind, windageRatioMax, diffusionM2PerS }: DomainInputs): BboxDeg {
  const boxes = [current, wind].flatMap((field) => ('grid' in field ? [gridBboxDeg(field.grid)] : []));
  if (boxes.length > 0) return boxes.reduce((a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]);
  const { release, run } = given;
  const speedMps = currentSpeedMps(current) + windageRatioMax * windSpeedMps(wind);
  const reachM = ERROR_MARGIN_RATIO * speedMps * run.durationS + WALK_SIGMAS * Math.sqrt(2 * diffusionM2PerS * run.durationS) + release.radiusM + EDGE_M;
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

/** Forcing errors stretch a path: twice the speed of the given forcing for the whole run is beyond 3 sigma of any sensible set. */
const ERROR_MARGIN_RATIO = 2;
const WALK_SIGMAS = 7;
const EDGE_M = 5000;
