// Ways for people and goods between many places, over the region's roads and water, with the ready
// vessels at their berths. A pair without a way says why; nothing is assumed to be near.

import { createTravelTimes, recordOf, vessels } from '@anlan/domain';
import type { Context, PlanVessel } from '@anlan/domain';
import type { Assumption, Instant, LocalName, LonLat, Result } from '@anlan/kernel';
import { distanceM, ok } from '@anlan/kernel';
import { recordsOf } from '../../register-lists.ts';
import type { ServiceBase } from '../../services.ts';
import { namedWays } from '../plan-service.ts';
import { seaGridOf } from '../sea.ts';

export type ForceBase = Pick<ServiceBase, 'views' | 'realm' | 'region' | 'observations'>;

export interface NamedPlace {
  readonly id: string;
  readonly name: LocalName;
  readonly position: LonLat;
}

export interface GivenWeather {
  readonly windSpeedMps?: number | undefined;
  readonly waveHeightM?: number | undefined;
  readonly visibilityM?: number | undefined;
}

export interface WayFound {
  readonly durationS: number | null;
  readonly modes: readonly string[];
  readonly reason: readonly Assumption[];
}

export type Ways = (fromId: string, toId: string) => WayFound;

/** Every origin to every scene; positions that several places share are sought once. */
export async function findWays(base: ForceBase, query: { readonly origins: readonly NamedPlace[]; readonly scenes: readonly NamedPlace[]; readonly departAt: Instant; readonly weather: GivenWeather; readonly landOnly?: boolean }, context: Context): Promise<Result<Ways>> {
  const travel = createTravelTimes({ sea: seaGridOf(base.region), ...namedWays(base.region), roadClosures: [], seaClosures: [] });
  const [origins, scenes] = [distinct(query.origins), distinct(query.scenes)];
  if (origins.places.length === 0 || scenes.places.length === 0) return ok(() => NO_WAY);
  const nodes = new Map(scenes.places.map((place) => [place.id, nodeNear(base, place.position)]));
  const found = await travel.travel({
    departAt: query.departAt, scenes: scenes.places.map((place) => ({ ...place, ...(nodes.get(place.id) === undefined ? {} : { roadNode: nodes.get(place.id)!.nodeId }) })), origins: origins.places.map((place) => ({ ...place, loadS: 0 })), fleet: query.landOnly === true ? [] : await readyFleet(base, context), conditions: conditionsOf(query.weather),
  });
  if (!found.ok) return found;
  const rows = new Map(found.value.value.travel.map((row) => [`${row.originId}|${row.sceneId}`, row]));
  return ok((fromId, toId) => {
    const [originId, sceneId] = [origins.idOf(fromId), scenes.idOf(toId)];
    if (origins.keyOf(fromId) === scenes.keyOf(toId)) return { durationS: 0, modes: [], reason: [] };
    const row = rows.get(`${originId}|${sceneId}`);
    if (row === undefined) return NO_WAY;
    if (!row.reachable) return { durationS: null, modes: [], reason: row.reason };
    const modes = [...new Set(row.legs.flatMap(({ kind }) => (kind === 'road' || kind === 'sea' ? [kind] : [])))];
    const endsByRoad = row.legs.at(-1)?.kind !== 'sea';
    const lastS = endsByRoad ? ((nodes.get(sceneId)?.awayM ?? 0) * ROAD_BEND_RATIO) / TOWN_SPEED_MPS : 0;
    return { durationS: Math.ceil(row.etaS + lastS), modes, reason: row.reason };
  });
}

export function conditionsOf({ windSpeedMps, waveHeightM, visibilityM }: GivenWeather) {
  return { ...(windSpeedMps === undefined ? {} : { windSpeedMps }), ...(waveHeightM === undefined ? {} : { waveHeightM }), ...(visibilityM === undefined ? {} : { visibilityM }) };
}

/** Ways without weather are those of a calm day; that is said. */
export function weatherAssumed(weather: GivenWeather): readonly Assumption[] {
  return Object.keys(conditionsOf(weather)).length === 0 ? [{ code: 'FORCES_ASSUMED_CALM', params: {} }] : [];
}

async function readyFleet({ views, realm }: ForceBase, context: Context): Promise<readonly PlanVessel[]> {
  const held = new Set((await views.listHoldings(context.realm)).filter((holding) => holding.heldValue > 0).map((holding) => holding.holdingId));
  return (await recordsOf(views, realm, vessels.id)).filter((body) => body.state === 'ready' && !held.has(`${vessels.id}/${body.id}`)).map((body): PlanVessel => {
    const { position, serviceSpeedMps, musterDurationS, payloadKg, windSpeedMpsMax, waveHeightMMax } = recordOf(vessels, body).values;
    return { id: body.id, position, speedMps: serviceSpeedMps, musterDurationS, payloadKg, windSpeedMpsMax, waveHeightMMax };
  });
}

/** Trucks drive up to a place on land that lies near a node of the coarse road graph. */
function nodeNear({ region }: ForceBase, position: LonLat): { readonly nodeId: string; readonly awayM: number } | undefined {
  const near = region.roads.nodes.map((node) => ({ nodeId: node.id, awayM: distanceM(node.position, position) })).toSorted((a, b) => a.awayM - b.awayM)[0];
  return near === undefined || near.awayM > NODE_REACH_M ? undefined : near;
}

function distinct(places: readonly NamedPlace[]) {
  const byKey = new Map<string, NamedPlace>();
  const keys = new Map<string, string>();
  for (const place of places) {
    const key = place.position.map((deg) => deg.toFixed(4)).join(',');
    keys.set(place.id, key);
    if (!byKey.has(key)) byKey.set(key, place);
  }
  return { places: [...byKey.values()], keyOf: (id: string) => keys.get(id), idOf: (id: string) => byKey.get(keys.get(id) ?? '')?.id ?? id };
}

const NO_WAY: WayFound = { durationS: null, modes: [], reason: [] };

/** A place this near a node is on its road, m. Ours: less than the width of the sounds between islands. */
const NODE_REACH_M = 4000;
/** Way on town roads over the straight line, and its speed (40 km/h). Ours; unverified. */
const ROAD_BEND_RATIO = 1.4;
const TOWN_SPEED_MPS = 11.1;
