// One departure, one traveller: the world turned into vertices and arcs. Vertices: road nodes that
// matter, every berth and pad twice (load with its vehicle, load without), and the destinations.
// Plain roads between them are one matrix from the contracted network; restricted links, sailings,
// vessels and flights are arcs by time.

/* eslint-disable @typescript-eslint/naming-convention -- node, arc, vertex, from, to are numbers of a graph, not quantities */
import type { Assumption, LonLat, Result } from '@anlan/kernel';
import { nameParams, ok, polygonContains, refuse } from '@anlan/kernel';
import type { Berth, MatrixRequest, MovementPlace, Pad } from '../api/multimodal.ts';
import type { MovementClosure, TravelMode } from '../api/network.ts';
import type { Flight } from '../air/flight.ts';
import type { FerryService } from '../ferry/sailings.ts';
import { ferryService } from '../ferry/sailings.ts';
import { touchesPolygon } from '../network/geometry.ts';
import { createLocator } from '../network/locate.ts';
import type { SpecialLink } from '../network/weights.ts';
import { specialLinks } from '../network/weights.ts';
import type { SeaLegs } from '../spi/sea-legs.ts';
import { berthKey, placeKey } from '../spi/sea-legs.ts';
import type { BadTime } from '../time/bad-times.ts';
import { badWeather, closedTimes, closesMode } from '../time/bad-times.ts';
import type { TimeFrame } from '../time/clock.ts';
import { fullTimes } from '../time/slots.ts';
import { compileFlights } from './flights.ts';

export interface SpecialArc {
  readonly special: SpecialLink;
  readonly specialIndex: number;
  readonly arcIndex: number;
  readonly toPortal: number;
}

/** Where a place meets roads, berths and pads. */
export interface Access {
  readonly portal: number;
  readonly offsetS: number;
  readonly offsetM: number;
  readonly berth: number;
  readonly pad: number;
  readonly seaEnd: number;
}

export interface Compiled {
  readonly request: MatrixRequest;
  readonly frame: TimeFrame;
  readonly portalNodes: readonly number[];
  /** Seconds between portals by plain roads, row by row. */
  readonly roadS: Float64Array;
  readonly specialArcs: readonly (readonly SpecialArc[])[];
  readonly masked: readonly number[];
  readonly berths: readonly Berth[];
  readonly berthPortal: Int32Array;
  readonly berthBad: readonly (readonly BadTime[])[];
  readonly services: readonly (readonly Service[])[];
  readonly sea: SeaLegs | undefined;
  readonly seaEndOfBerth: Int32Array;
  readonly vesselAt: Uint8Array;
  /** Limits of the class by weather; empty when the sea legs hold them. */
  readonly seaBad: readonly BadTime[];
  readonly pads: readonly Pad[];
  readonly padPortal: Int32Array;
  readonly flights: readonly (readonly FlightArc[])[];
  readonly fromAccess: readonly Access[];
  readonly toAccess: readonly Access[];
  readonly assumed: readonly Assumption[];
}

/** A line from one berth to another, with the number of the far one. */
export interface Service extends FerryService {
  readonly toBerth: number;
}

/** To a pad, or straight to a destination that can be landed at. */
export interface FlightArc {
  readonly flight: Flight;
  readonly toPad: number;
  readonly toSink: number;
}

export function compileWorld(request: MatrixRequest): Result<Compiled> {
  const wrong = firstWrong(request);
  if (wrong !== undefined) return wrong;
  const { world, profile } = request;
  const frame: TimeFrame = { departAt: request.departAt, utcOffsetMinutes: world.utcOffsetMinutes };
  const conditions = { frame, weather: world.weather, closures: world.closures };
  const special = profile.road === undefined ? [] : specialLinks(world.roads.network, profile.road, conditions);
  const portals = createPortals();
  const assumed: Assumption[] = [];
  const { berthPortal, padPortal, fromAccess, toAccess } = accesses(request, portals, assumed);
  const masked = special.map(({ linkIndex }) => linkIndex);
  const specialArcs = arcsOfSpecial(request, special, portals);
  const sea = profile.carrier === undefined ? undefined : world.sea.get(profile.carrier.vessel.id);
  const seaEnd = (key: string): number => sea?.endIndex(key) ?? -1;
  const withSea = (list: readonly Access[], places: readonly MovementPlace[]): readonly Access[] => list.map((access, i) => ({ ...access, seaEnd: places[i]!.onWater ? seaEnd(placeKey(places[i]!.id)) : -1 }));
  const roadS = profile.road === undefined ? new Float64Array(portals.nodes.length ** 2).fill(Infinity) : world.roads.queries(profile.road, masked).matrixMs(portals.nodes, portals.nodes).map((ms) => ms / 1000);
  return ok({
    request, frame, portalNodes: portals.nodes, roadS, specialArcs, masked,
    berths: world.berths, berthPortal, berthBad: world.berths.map((berth) => terminalBad(request, frame, berth, 'sea')),
    services: servicesByBerth(request, frame),
    sea, seaEndOfBerth: Int32Array.from(world.berths, (berth) => seaEnd(berthKey(berth.id))),
    vesselAt: Uint8Array.from(world.berths, (berth) => (profile.carrier !== undefined && berth.vesselIds.includes(profile.carrier.vessel.id) ? 1 : 0)),
    seaBad: sea === undefined || sea.timed || profile.carrier === undefined ? [] : badWeather(frame, world.weather, profile.carrier.vessel, { ...VESSEL_CODES, params: { name: profile.carrier.vessel.id } }),
    pads: world.pads, padPortal, flights: compileFlights(request, frame),
    fromAccess: withSea(fromAccess, request.from), toAccess: withSea(toAccess, request.to),
    assumed: [...assumed, ...standing(request), ...(sea?.assumed ?? [])],
  });
}

/** Bad times of a berth or pad: positions taken, closed by id, by polygon, or with its whole mode. */
export function terminalBad(request: MatrixRequest, frame: TimeFrame, terminal: Berth | Pad, mode: TravelMode): readonly BadTime[] {
  return [...fullTimes(frame, terminal), ...closedTimes(frame, request.world.closures, mode, (closure) => closesTerminal(closure, terminal, mode))];
}

function closesTerminal(closure: MovementClosure, { id, position }: { readonly id: string; readonly position: LonLat }, mode: TravelMode): boolean {
  if (mode === 'air' ? closure.padId === id : closure.berthId === id) return true;
  return closure.polygon !== undefined && closesMode(closure, mode) && polygonContains(closure.polygon, position);
}

interface Portals {
  readonly nodes: number[];
  of(node: number): number;
}

function createPortals(): Portals {
  const nodes: number[] = [];
  const byNode = new Map<number, number>();
  const of = (node: number): number => {
    const found = byNode.get(node);
    if (found !== undefined) return found;
    byNode.set(node, nodes.length);
    nodes.push(node);
    return nodes.length - 1;
  };
  return { nodes, of };
}

function accesses(request: MatrixRequest, portals: Portals, assumed: Assumption[]): { berthPortal: Int32Array; padPortal: Int32Array; fromAccess: Access[]; toAccess: Access[] } {
  const { world, from, to } = request;
  const { network } = world.roads;
  const portalOf = (roadNode: string | undefined): number => (roadNode === undefined ? -1 : portals.of(network.nodeIndexById.get(roadNode)!));
  const locate = createLocator(network);
  const berthIndex = new Map(world.berths.map(({ id }, i) => [id, i]));
  const padIndex = new Map(world.pads.map(({ id }, i) => [id, i]));
  const told = new Set<string>();
  const access = (place: MovementPlace): Access => {
    const ends = { berth: berthIndex.get(place.berthId ?? '') ?? -1, pad: padIndex.get(place.padId ?? '') ?? -1, seaEnd: -1 };
    if (place.roadNode !== undefined) return { portal: portalOf(place.roadNode), offsetS: 0, offsetM: 0, ...ends };
    const near = place.onWater || ends.berth >= 0 || ends.pad >= 0 ? undefined : locate(place.position, world.roadToleranceM);
    if (near === undefined) return { portal: -1, offsetS: 0, offsetM: 0, ...ends };
    const node = network.nodes[near.nodeIndex]!;
    const params = { ...nameParams('name', place.name), ...nameParams('node', node.name ?? node.id), offsetM: Math.round(near.offsetM) };
    if (near.offsetM >= 1 && !told.has(place.id)) assumed.push({ code: 'MOVEMENT_ASSUMED_ROAD_ACCESS', params });
    told.add(place.id);
    return { portal: portals.of(near.nodeIndex), offsetS: near.offsetM / ACCESS_SPEED_MPS, offsetM: near.offsetM, ...ends };
  };
  return {
    berthPortal: Int32Array.from(world.berths, ({ roadNode }) => portalOf(roadNode)), padPortal: Int32Array.from(world.pads, ({ roadNode }) => portalOf(roadNode)),
    fromAccess: from.map(access), toAccess: to.map(access),
  };
}

function arcsOfSpecial({ world: { roads } }: MatrixRequest, special: readonly SpecialLink[], portals: Portals): readonly (readonly SpecialArc[])[] {
  const { network } = roads;
  const byLink = new Map(special.map((each, i) => [each.linkIndex, i]));
  if (byLink.size === 0) return [];
  const arcs: SpecialArc[][] = [];
  network.arcLink.forEach((link, arcIndex) => {
    const specialIndex = byLink.get(link);
    if (specialIndex === undefined) return;
    const [from, to] = [portals.of(network.tail[arcIndex]!), portals.of(network.head[arcIndex]!)];
    (arcs[from] ??= []).push({ special: special[specialIndex]!, specialIndex, arcIndex, toPortal: to });
  });
  return portals.nodes.map((_node, i) => arcs[i] ?? []);
}

function servicesByBerth(request: MatrixRequest, frame: TimeFrame): readonly (readonly Service[])[] {
  const { world, profile } = request;
  const berths = new Map(world.berths.map((berth) => [berth.id, berth]));
  const berthIndex = new Map(world.berths.map(({ id }, i) => [id, i]));
  const services = !profile.ferry ? [] : world.ferries.map((line): Service => {
    const ends = [berths.get(line.fromBerth)!, berths.get(line.toBerth)!];
    const touches = (closure: MovementClosure): boolean => {
      if (ends.some((berth) => closure.berthId === berth.id)) return true;
      return closure.polygon !== undefined && closesMode(closure, 'ferry') && touchesPolygon(ends.map(({ position }) => position), closure.polygon);
    };
    const service = ferryService(line, profile, { frame, weather: world.weather, closures: world.closures, horizonS: world.horizonS, touches });
    return { ...service, toBerth: berthIndex.get(line.toBerth)! };
  });
  return world.berths.map((berth) => services.filter(({ line }) => line.fromBerth === berth.id));
}

function firstWrong({ world, from, to, departAt }: MatrixRequest): ReturnType<typeof refuse> | undefined {
  const { nodeIndexById } = world.roads.network;
  const nodes = [...world.berths, ...world.pads, ...from, ...to].flatMap(({ roadNode }) => (roadNode === undefined || nodeIndexById.has(roadNode) ? [] : [roadNode]));
  if (nodes[0] !== undefined) return refuse('MOVEMENT_ROAD_NODE_UNKNOWN', { nodeId: nodes[0] });
  const berthIds = new Set(world.berths.map(({ id }) => id));
  const unknown = [...world.ferries.flatMap(({ fromBerth, toBerth }) => [fromBerth, toBerth]), ...[...from, ...to].flatMap(({ berthId }) => (berthId === undefined ? [] : [berthId]))].find((id) => !berthIds.has(id));
  if (unknown !== undefined) return refuse('MOVEMENT_BERTH_UNKNOWN', { berthId: unknown });
  const inRange = world.horizonS > 0 && world.horizonS <= HORIZON_S_MAX;
  if (!inRange) return refuse('MOVEMENT_INPUT_OUT_OF_RANGE', { name: 'horizonS', given: String(world.horizonS), low: 1, high: HORIZON_S_MAX });
  const steps = world.weather?.steps ?? [];
  const unordered = steps.some((step, i) => i > 0 && step.at <= steps[i - 1]!.at);
  return unordered ? refuse('MOVEMENT_WEATHER_UNORDERED', { departAt: new Date(departAt).toISOString() }) : undefined;
}

/** What every answer of this request rests on. */
function standing({ world, profile }: MatrixRequest): readonly Assumption[] {
  const assumed: Assumption[] = [];
  const { classSpeedCount, links } = world.roads.network;
  if (classSpeedCount > 0 && profile.road !== undefined) assumed.push({ code: 'MOVEMENT_ASSUMED_CLASS_SPEED', params: { count: classSpeedCount, linkCount: links.length } });
  if (world.weather === undefined) assumed.push({ code: 'MOVEMENT_ASSUMED_CALM', params: {} });
  const unverified = world.ferries.filter(({ confidence }) => confidence !== 'verified').length;
  if (profile.ferry && unverified > 0) assumed.push({ code: 'MOVEMENT_ASSUMED_TIMETABLE', params: { count: unverified } });
  return assumed;
}

const VESSEL_CODES = { wind: 'MOVEMENT_VESSEL_WIND', wave: 'MOVEMENT_VESSEL_WAVE', visibility: 'MOVEMENT_VESSEL_VISIBILITY' };
/** From a place to the road it is taken to join: 30 km/h, as in the present planner. */
const ACCESS_SPEED_MPS = 30 / 3.6;
/** Three weeks. */
const HORIZON_S_MAX = 1_814_400;
