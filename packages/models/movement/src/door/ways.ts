// The three ways to a scene as chains of legs. Durations are whole seconds, rounded up, so that
// the sum on screen is the sum of its parts.

import type { Assumption, LocalName, LonLat } from '@anlan/kernel';
import { mpsToKn, nameParams } from '@anlan/kernel';
import type { SeaRoute } from '../api/sea.ts';
import type { Conditions, Leg, Origin, Quay, Reason, Scene, Vessel } from '../api/travel.ts';
import type { RoadWays, SeaWays } from '../spi/engines.ts';
import { sailingLimits } from './limits.ts';

export type Way = OpenWay | { readonly open: false; readonly reason: readonly Reason[] };

export interface OpenWay {
  readonly open: true;
  readonly travelS: number;
  readonly legs: readonly Leg[];
  /** For people: the quay or the mode. */
  readonly via: LocalName;
  readonly chosenCode: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly reason: readonly Reason[];
  readonly assumed: readonly Assumption[];
}

export interface RoadStart {
  readonly nodeId: string;
  /** Straight way from the place to the node. */
  readonly offsetM: number;
  readonly assumed: readonly Assumption[];
}

export interface WayContext {
  readonly origin: Origin;
  readonly scene: Scene;
  readonly seaWays: SeaWays;
  readonly conditions: Conditions;
  readonly assumedVessel: Vessel | undefined;
}

export function seaDirect(context: WayContext): Way {
  const { origin } = context;
  const sea = seaLeg(context, origin, origin.vessel);
  if (!sea.open) return sea;
  return openWay([loadLeg(origin, origin), sea.leg], {
    via: origin.name, chosenCode: 'MOVEMENT_WAY_SEA', params: { nmi: nmi(sea.leg.distanceM) }, reason: [], assumed: sea.assumed,
  });
}

export function roadThenSea(context: WayContext, { quay, road, start }: { quay: Quay; road: RoadWays; start: RoadStart }): Way {
  const drive = roadLeg(context.origin, { road, start, toName: quay.name, toPosition: quay.position });
  if (!drive.open) return drive;
  const sea = seaLeg(context, quay, quay.vessel);
  if (!sea.open) return sea;
  const params = { ...nameParams('quay', quay.name), km: km(drive.leg.distanceM), nmi: nmi(sea.leg.distanceM) };
  return openWay([drive.leg, loadLeg(context.origin, quay), sea.leg], {
    via: quay.name, chosenCode: 'MOVEMENT_WAY_ROAD_SEA', params, reason: drive.reason, assumed: [...drive.assumed, ...sea.assumed],
  });
}

export function roadOnly(context: WayContext, { road, start }: { road: RoadWays; start: RoadStart }): Way {
  const { origin, scene } = context;
  const drive = roadLeg(origin, { road, start, toName: scene.name, toPosition: scene.position });
  if (!drive.open) return drive;
  return openWay([loadLeg(origin, origin), drive.leg], {
    via: scene.name, chosenCode: 'MOVEMENT_WAY_ROAD', params: { km: km(drive.leg.distanceM) }, reason: drive.reason, assumed: drive.assumed,
  });
}

function openWay(legs: readonly Leg[], rest: Omit<OpenWay, 'open' | 'travelS' | 'legs'>): OpenWay {
  return { open: true, travelS: legs.reduce((sum, leg) => sum + leg.durationS, 0), legs, ...rest };
}

type SeaLeg = { readonly open: true; readonly leg: Leg; readonly assumed: readonly Assumption[] } | { readonly open: false; readonly reason: readonly Reason[] };

function seaLeg(context: WayContext, from: { readonly name: LocalName; readonly position: LonLat }, own: Vessel | undefined): SeaLeg {
  const vessel = own ?? context.assumedVessel;
  if (vessel === undefined) return { open: false, reason: [{ code: 'MOVEMENT_NO_VESSEL', params: nameParams('name', from.name) }] };
  const limits = sailingLimits(vessel, from.name, context.conditions);
  if (limits.length > 0) return { open: false, reason: limits };
  const found = context.seaWays.from(from);
  if (!found.found) return { open: false, reason: found.reason };
  const assumed = [...offsets(found.route, from.name, context.scene.name)];
  if (own === undefined) assumed.push({ code: 'MOVEMENT_ASSUMED_VESSEL', params: { ...nameParams('name', from.name), speedKn: Math.round(mpsToKn(vessel.speedMps) * 10) / 10 } });
  const leg: Leg = {
    kind: 'sea', durationS: Math.ceil(found.route.distanceM / vessel.speedMps), distanceM: Math.round(found.route.distanceM),
    fromName: from.name, toName: context.scene.name, pathDeg: found.route.pathDeg, speedMps: vessel.speedMps,
  };
  return { open: true, leg, assumed };
}

function offsets(route: SeaRoute, fromName: LocalName, toName: LocalName): readonly Assumption[] {
  const ends = [{ name: fromName, offsetM: route.fromOffsetM }, { name: toName, offsetM: route.toOffsetM }];
  return ends
    .filter((end) => end.offsetM > 0)
    .map((end) => ({ code: 'MOVEMENT_ASSUMED_WATER_ACCESS', params: { ...nameParams('name', end.name), offsetM: Math.round(end.offsetM) } }));
}

type RoadLeg =
  | { readonly open: true; readonly leg: Leg; readonly reason: readonly Reason[]; readonly assumed: readonly Assumption[] }
  | { readonly open: false; readonly reason: readonly Reason[] };

function roadLeg(origin: Origin, to: { road: RoadWays; start: RoadStart; toName: LocalName; toPosition: LonLat }): RoadLeg {
  const found = to.road.from(to.start.nodeId);
  if (!found.found) return { open: false, reason: found.reason };
  const { route } = found;
  const durationS = Math.ceil(route.durationS + to.start.offsetM / ACCESS_SPEED_MPS);
  const leg: Leg = {
    kind: 'road', durationS, distanceM: Math.round(route.distanceM + to.start.offsetM),
    fromName: origin.name, toName: to.toName, pathDeg: [origin.position, ...route.pathDeg, to.toPosition],
  };
  return { open: true, leg, reason: route.reason, assumed: to.start.assumed };
}

function loadLeg(origin: Origin, at: { readonly name: LocalName; readonly position: LonLat }): Leg {
  return { kind: 'load', durationS: Math.ceil(origin.loadS), distanceM: 0, fromName: at.name, toName: at.name, pathDeg: [at.position] };
}

function nmi(distanceM: number): number {
  return Math.round(distanceM / 185.2) / 10;
}

function km(distanceM: number): number {
  return Math.round(distanceM / 100) / 10;
}

/** Speed on the unmapped way to the first node: 30 km/h, a planning choice named with its offset. */
const ACCESS_SPEED_MPS = 30 / 3.6;
