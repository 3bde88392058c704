// Travel times over a region's sea grid and roads, by the movement model. Each origin and each quay
// is reckoned with the middle one, by speed, of the ready vessels that lie there: half of them keep
// that time or better. Where none lies, the way is by another quay.

import type { LocalName, LonLat } from '@anlan/kernel';
import { distanceM } from '@anlan/kernel';
import { travelDoorToDoor } from '@anlan/movement';
import type { Quay, RoadClosure, RoadGraph, SeaClosure, SeaGrid, Vessel } from '@anlan/movement';
import type { PlanVessel, TravelQuery, TravelTimes } from './ports.ts';

export interface TravelWorld {
  readonly sea: SeaGrid;
  readonly road: RoadGraph;
  readonly quays: readonly { readonly id: string; readonly name: LocalName; readonly position: LonLat; readonly roadNode: string }[];
  readonly roadClosures: readonly RoadClosure[];
  readonly seaClosures: readonly SeaClosure[];
}

export function createTravelTimes(world: TravelWorld): TravelTimes {
  return {
    travel: async (query) => travelDoorToDoor({
      departAt: query.departAt,
      scenes: query.scenes,
      origins: query.origins.map((origin) => {
        const vessel = vesselAt(query, origin.position);
        return { ...origin, leadS: 0, seaAccess: vessel !== undefined, ...(vessel === undefined ? {} : { vessel }) };
      }),
      quays: world.quays.map(({ id, name, position, roadNode }): Quay => {
        const vessel = vesselAt(query, position);
        return { id, name, position, roadNode, ...(vessel === undefined ? {} : { vessel }) };
      }),
      sea: world.sea,
      road: world.road,
      conditions: query.conditions,
      roadClosures: world.roadClosures,
      seaClosures: world.seaClosures,
      waterToleranceM: WATER_TOLERANCE_M,
      roadToleranceM: ROAD_TOLERANCE_M,
    }),
  };
}

/** Ready vessels that lie within reach of a place, the nearest first. */
export function vesselsAt(fleet: readonly PlanVessel[], position: LonLat): readonly PlanVessel[] {
  return fleet
    .map((vessel) => ({ vessel, awayM: distanceM(vessel.position, position) }))
    .filter(({ awayM }) => awayM <= BERTH_REACH_M)
    .toSorted((a, b) => a.awayM - b.awayM || (a.vessel.id < b.vessel.id ? -1 : 1))
    .map(({ vessel }) => vessel);
}

/** The middle one of those that may sail in this weather; else of all, whose limits the model then names. */
function vesselAt(query: TravelQuery, position: LonLat): Vessel | undefined {
  const here = vesselsAt(query.fleet, position).toSorted((a, b) => a.speedMps - b.speedMps || (a.id < b.id ? -1 : 1));
  const { windSpeedMps = 0, waveHeightM = 0 } = query.conditions;
  const fit = here.filter((vessel) => windSpeedMps < vessel.windSpeedMpsMax && waveHeightM < vessel.waveHeightMMax);
  const among = fit.length > 0 ? fit : here;
  const best = among[Math.floor((among.length - 1) / 2)];
  if (best === undefined) return undefined;
  return { id: best.id, speedMps: best.speedMps, windSpeedMpsMax: best.windSpeedMpsMax, waveHeightMMax: best.waveHeightMMax };
}

/** A vessel within this distance of a place loads there, m. Ours: across one harbour. */
export const BERTH_REACH_M = 3000;
/** A place within this distance of open water can be loaded from, m. Ours: the tolerance of register positions. */
const WATER_TOLERANCE_M = 3000;
/** A place within this distance of a road node is on the road, m. Ours: the coarse graph has few nodes. */
const ROAD_TOLERANCE_M = 8000;
