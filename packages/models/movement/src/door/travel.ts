// Door to door for every origin and scene: straight by sea from its own berth, by road to a quay
// and on by sea, or by road alone; the earliest wins, and every way not taken says why. Weather
// holds for the whole trip (time-dependent limits come with a forecast; see README, known faults).

import type { Assumption, ModelResult, Result } from '@anlan/kernel';
import { canonicalJson, nameParams, ok, refuse, sha256Hex } from '@anlan/kernel';
import type { Arrival, Blocked, Leg, Origin, Reason, Scene, Travel, TravelRequest, TravelTable } from '../api/travel.ts';
import { findNearestNode } from '../road/nearest-node.ts';
import { createRoadWays } from '../road/ways.ts';
import type { RoadWays, SeaWays } from '../spi/engines.ts';
import { MODEL_VERSION } from '../version.ts';
import { unchecked } from './limits.ts';
import type { ClosedSea } from './sea-side.ts';
import { closeSea, seaWaysTo } from './sea-side.ts';
import type { RoadStart, Way } from './ways.ts';
import { roadOnly, roadThenSea, seaDirect } from './ways.ts';

/** One row per origin and scene, in the order of the request: scenes outside, origins inside. */
export function travelDoorToDoor(request: TravelRequest): Result<ModelResult<TravelTable>> {
  const wrong = firstWrongInput(request);
  if (wrong !== undefined) return wrong;
  const sea = closeSea(request.sea, request.seaClosures, request.departAt);
  if (!sea.ok) return sea;
  const roads = roadWaysByNode(request);
  if (!roads.ok) return roads;
  const starts = new Map(request.origins.map((origin) => [origin.id, roadStart(origin, request)]));
  const travel = request.scenes.flatMap((scene) => rowsOfScene(request, { scene, sea: sea.value, roads: roads.value, starts }));
  const assumed = unchecked(request.conditions);
  return ok({ value: { travel }, band: {}, assumed, warnings: [], modelVersion: MODEL_VERSION, inputsHash: hashOf(request), randomSeed: 0 });
}

interface SceneContext {
  readonly scene: Scene;
  readonly sea: ClosedSea;
  readonly roads: ReadonlyMap<string, RoadWays>;
  readonly starts: ReadonlyMap<string, RoadStart | undefined>;
}

function rowsOfScene(request: TravelRequest, context: SceneContext): readonly Travel[] {
  const places = [...request.origins.filter((origin) => origin.seaAccess), ...request.quays];
  const seaWays = seaWaysTo(context.sea, context.scene, places, request.waterToleranceM);
  return request.origins.map((origin) => row(request, context, { origin, seaWays }));
}

function row(request: TravelRequest, context: SceneContext, { origin, seaWays }: { origin: Origin; seaWays: SeaWays }): Travel {
  const { scene, roads } = context;
  const start = context.starts.get(origin.id);
  const shared = { origin, scene, seaWays, conditions: request.conditions, assumedVessel: request.assumedVessel };
  const ways: Way[] = [];
  if (origin.seaAccess) ways.push(seaDirect(shared));
  if (start === undefined) ways.push({ open: false, reason: [{ code: 'MOVEMENT_NO_ROAD_ACCESS', params: nameParams('name', origin.name) }] });
  else {
    for (const quay of request.quays) {
      const road = roads.get(quay.roadNode);
      if (road !== undefined) ways.push(roadThenSea(shared, { quay, road, start }));
    }
    const toScene = scene.roadNode === undefined ? undefined : roads.get(scene.roadNode);
    if (toScene !== undefined) ways.push(roadOnly(shared, { road: toScene, start }));
  }
  return chooseWay(origin, scene, ways);
}

function chooseWay(origin: Origin, scene: Scene, ways: readonly Way[]): Travel {
  const open = ways.filter((way) => way.open).sort((a, b) => a.travelS - b.travelS);
  const blocked = distinct(ways.flatMap((way) => (way.open ? [] : way.reason)));
  const leadS = Math.ceil(origin.leadS);
  const ends = { originId: origin.id, sceneId: scene.id, leadS };
  const [best, second] = open;
  if (best === undefined) {
    const reason = blocked.length > 0 ? blocked : [{ code: 'MOVEMENT_NO_WAY', params: nameParams('name', origin.name) }];
    return { reachable: false, ...ends, reason, assumed: [] } satisfies Blocked;
  }
  const etaS = leadS + best.travelS;
  const reason: Reason[] = [{ code: best.chosenCode, params: { ...best.params, minutes: Math.round(etaS / 60) } }];
  if (second !== undefined) {
    reason.push({ code: 'MOVEMENT_WAY_SLOWER', params: { ...nameParams('via', second.via), minutes: Math.round((second.travelS - best.travelS) / 60) } });
  }
  const mobilise: Leg = { kind: 'mobilise', durationS: leadS, distanceM: 0, fromName: origin.name, toName: origin.name, pathDeg: [origin.position] };
  return {
    reachable: true, ...ends, etaS, travelS: best.travelS, legs: [mobilise, ...best.legs],
    reason: [...reason, ...distinct([...best.reason, ...blocked])], assumed: best.assumed,
  } satisfies Arrival;
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [canonicalJson(reason), reason])).values()];
}

/** One search per node that a trip may end at. */
function roadWaysByNode(request: TravelRequest): Result<ReadonlyMap<string, RoadWays>> {
  const situation = { departAt: request.departAt, conditions: request.conditions, closures: request.roadClosures };
  const ends = [...request.quays.map((quay) => quay.roadNode), ...request.scenes.flatMap((scene) => (scene.roadNode === undefined ? [] : [scene.roadNode]))];
  const ways = new Map<string, RoadWays>();
  for (const nodeId of new Set(ends)) {
    const made = createRoadWays(request.road, nodeId, situation);
    if (!made.ok) return made;
    ways.set(nodeId, made.value);
  }
  return ok(ways);
}

function roadStart(origin: Origin, request: TravelRequest): RoadStart | undefined {
  if (origin.roadNode !== undefined) return { nodeId: origin.roadNode, offsetM: 0, assumed: [] };
  if (request.roadToleranceM === undefined) return undefined;
  const nearest = findNearestNode(request.road, request.sea, { position: origin.position, toleranceM: request.roadToleranceM });
  if (nearest === undefined) return undefined;
  const params = { ...nameParams('name', origin.name), ...nameParams('node', nearest.node.name ?? nearest.node.id), offsetM: Math.round(nearest.offsetM) };
  const assumed: Assumption = { code: 'MOVEMENT_ASSUMED_ROAD_ACCESS', params };
  return { nodeId: nearest.node.id, offsetM: nearest.offsetM, assumed: [assumed] };
}

function firstWrongInput(request: TravelRequest): ReturnType<typeof refuse> | undefined {
  const vessels = [...request.origins.map((origin) => origin.vessel), ...request.quays.map((quay) => quay.vessel), request.assumedVessel];
  const checks: [name: string, given: number, low: number, high: number][] = [
    ['waterToleranceM', request.waterToleranceM, 0, TOLERANCE_M_MAX],
    ['roadToleranceM', request.roadToleranceM ?? 0, 0, TOLERANCE_M_MAX],
    ['windSpeedMps', request.conditions.windSpeedMps ?? 0, 0, 120],
    ['waveHeightM', request.conditions.waveHeightM ?? 0, 0, 30],
    ['visibilityM', request.conditions.visibilityM ?? 0, 0, 100_000],
    ...request.origins.flatMap((origin): [string, number, number, number][] => [['leadS', origin.leadS, 0, DURATION_S_MAX], ['loadS', origin.loadS, 0, DURATION_S_MAX]]),
    ...vessels.flatMap((vessel): [string, number, number, number][] => (vessel === undefined ? [] : [['vessel.speedMps', vessel.speedMps, 0.5, 60]])),
  ];
  for (const [name, given, low, high] of checks) {
    if (!(given >= low && given <= high)) return refuse('MOVEMENT_INPUT_OUT_OF_RANGE', { name, given: String(given), low, high });
  }
  return undefined;
}

/** The grid enters by its frame and a digest of its water, the rest as it stands. */
function hashOf(request: TravelRequest): string {
  const { sea, ...rest } = request;
  let digest = 2166136261;
  for (const count of sea.clearanceCount) digest = Math.imul(digest ^ count, 16777619);
  return sha256Hex(canonicalJson({ ...rest, sea: { bboxDeg: sea.bboxDeg, cellM: sea.cellM, digest: digest >>> 0 } }));
}

/** Farther than this from water or road a place is not "at" it. */
const TOLERANCE_M_MAX = 20_000;
/** Thirty days. */
const DURATION_S_MAX = 2_592_000;
