// Names who carries each trip of an option: lines that leave one place at one time for one scene
// go together, with the nearest ready vessel (or team, by road) that lies there, can bear the load
// and is not away on another trip. Where none is left the trip names nobody, and the plan says so.

import type { Assumption, Instant, LonLat } from '@anlan/kernel';
import { addS, distanceM } from '@anlan/kernel';
import type { PlanLine as ModelLine } from '@anlan/allocation';
import type { SupplySource } from './gather-supplies.ts';
import type { PlanVessel } from './ports.ts';
import { vesselsAt } from './travel-times.ts';

export interface PlanTeam {
  readonly id: string;
  readonly position: LonLat;
  readonly payloadKg: number;
}

export interface Carriers {
  readonly fleet: readonly PlanVessel[];
  readonly teams: readonly PlanTeam[];
}

export interface Carrier {
  readonly registerId: 'teams' | 'vessels';
  readonly id: string;
}

export interface Assigned {
  /** By line id; absent where nobody is named. */
  readonly carriers: ReadonlyMap<string, Carrier>;
  readonly warnings: readonly Assumption[];
}

export function assignCarriers(lines: readonly ModelLine[], sources: ReadonlyMap<string, SupplySource>, available: Carriers): Assigned {
  const away = new Map<string, Away[]>();
  const carriers = new Map<string, Carrier>();
  let withoutCount = 0;
  for (const trip of tripsOf(lines)) {
    const loadKg = trip.reduce((sum, line) => sum + line.quantityValue * (sources.get(line.supplyId)?.kind.values.massKgPerUnit ?? 0), 0);
    const when = awayDuring(trip);
    const isFree = (key: string) => (away.get(key) ?? []).every((other) => when.untilAt <= other.fromAt || when.fromAt >= other.untilAt);
    const carrier = findCarrier(trip, loadKg, available, isFree);
    if (carrier === undefined) withoutCount += 1;
    else {
      const key = `${carrier.registerId}/${carrier.id}`;
      away.set(key, [...(away.get(key) ?? []), when]);
      for (const line of trip) carriers.set(line.id, carrier);
    }
  }
  return { carriers, warnings: withoutCount === 0 ? [] : [{ code: 'PLAN_WARN_NO_CARRIER', params: { tripCount: withoutCount } }] };
}

interface Away {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** From loading for the last leg until back at its start: the last leg twice, loading, and work on scene. */
function awayDuring(trip: readonly ModelLine[]): Away {
  const legs = trip[0]?.legs ?? [];
  const last = legs.at(-1)?.durationS ?? 0;
  const loadS = legs.findLast((leg) => leg.kind === 'load')?.durationS ?? 0;
  const arriveAt = trip[0]?.arriveAt ?? (0 as Instant);
  return { fromAt: addS(arriveAt, -last - loadS), untilAt: addS(arriveAt, ON_SCENE_S + last) };
}

/** Earliest departure first. */
function tripsOf(lines: readonly ModelLine[]): readonly (readonly ModelLine[])[] {
  const trips = new Map<string, ModelLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.originId, line.sceneId, line.departAt]);
    const trip = trips.get(key);
    if (trip === undefined) trips.set(key, [line]);
    else trip.push(line);
  }
  return [...trips.values()].toSorted((a, b) => (a[0]?.departAt ?? 0) - (b[0]?.departAt ?? 0));
}

function findCarrier(trip: readonly ModelLine[], loadKg: number, available: Carriers, isFree: (key: string) => boolean): Carrier | undefined {
  const legs = trip[0]?.legs ?? [];
  const sea = legs.find((leg) => leg.kind === 'sea');
  const seaStart = sea?.pathDeg[0];
  if (sea !== undefined && seaStart !== undefined) {
    const fit = vesselsAt(available.fleet, seaStart).find((vessel) =>
      isFree(`vessels/${vessel.id}`) && vessel.payloadKg >= loadKg && vessel.speedMps >= (sea.speedMps ?? 0) * SPEED_MARGIN_RATIO);
    return fit === undefined ? undefined : { registerId: 'vessels', id: fit.id };
  }
  const roadStart = legs.find((leg) => leg.kind === 'road')?.pathDeg[0];
  if (roadStart === undefined) return undefined;
  const team = available.teams
    .map((one) => ({ one, awayM: distanceM(one.position, roadStart) }))
    .filter(({ one, awayM }) => awayM <= TEAM_REACH_M && one.payloadKg >= loadKg && isFree(`teams/${one.id}`))
    .toSorted((a, b) => a.awayM - b.awayM || (a.one.id < b.one.id ? -1 : 1))[0]?.one;
  return team === undefined ? undefined : { registerId: 'teams', id: team.id };
}

/** The arrival was reckoned with one vessel's speed; another may be this much slower. */
const SPEED_MARGIN_RATIO = 0.98;
/** Laying a boom or handing over, before the carrier turns back, s. Ours: the laying time of the planning figures. */
const ON_SCENE_S = 3600;
/** A team within this distance of the goods takes them, m. Ours. */
const TEAM_REACH_M = 5000;
