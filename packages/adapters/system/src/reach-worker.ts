// Ways of a vessel in a worker thread. The fine water grid is built once in the thread and kept; what
// goes in and comes out is plain data.

import { workerData } from 'piscina';
import type { Assumption, BboxDeg, Instant, LocalName, LonLat, Polygon, Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import type { FineSeaGrid, SeaIsochrone, SeaProfile, WeatherStep } from '@anlan/movement';
import { buildFineSeaGrid, MODEL_VERSION, searchSeaField, seaIsochrones } from '@anlan/movement';

export interface ReachLand {
  readonly polygons: readonly Polygon[];
  readonly bboxDeg: BboxDeg;
  readonly cellM: number;
}

export interface ReachTask {
  readonly from: { readonly name: LocalName; readonly position: LonLat };
  readonly departAt: Instant;
  readonly profile: SeaProfile;
  /** null: the weather is not known, and the limits of the vessel are not checked. */
  readonly weather: { readonly steps: readonly WeatherStep[]; readonly source: LocalName } | null;
  readonly toleranceM: number;
  readonly thresholdsS: readonly number[];
  readonly places: readonly { readonly id: string; readonly name: LocalName; readonly position: LonLat }[];
}

export interface ReachPlace {
  readonly id: string;
  /** null: not reached; the reason says why. */
  readonly way: { readonly durationS: number; readonly distanceM: number; readonly pathDeg: readonly LonLat[] } | null;
  readonly reason: readonly Assumption[];
}

export interface ReachAnswer {
  readonly bands: readonly SeaIsochrone[];
  readonly places: readonly ReachPlace[];
  readonly assumed: readonly Assumption[];
  readonly cellM: number;
  readonly modelVersion: string;
}

export function reach(task: ReachTask): Result<ReachAnswer> {
  const built = gridOnce();
  if (!built.ok) return built;
  const world = { grid: built.value, closures: [], ...(task.weather === null ? {} : { weather: task.weather }) };
  const searched = searchSeaField(world, { from: task.from, departAt: task.departAt, profile: task.profile, toleranceM: task.toleranceM });
  if (!searched.ok) return searched;
  const field = searched.value;
  const places = task.places.map(({ id, name, position }): ReachPlace => {
    const found = field.to({ name, position });
    if (!found.found) return { id, way: null, reason: found.reason };
    const { durationS, distanceM, pathDeg, reason } = found.route;
    return { id, way: { durationS, distanceM, pathDeg }, reason };
  });
  return ok({ bands: seaIsochrones(field, task.thresholdsS), places, assumed: field.assumed, cellM: field.grid.cellM, modelVersion: MODEL_VERSION });
}

let grid: Result<FineSeaGrid> | undefined;

function gridOnce(): Result<FineSeaGrid> {
  const land = workerData as ReachLand;
  grid ??= buildFineSeaGrid({ polygons: land.polygons, bboxDeg: land.bboxDeg, cellM: land.cellM });
  return grid;
}
