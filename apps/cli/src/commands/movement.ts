// Earliest arrival from place to place over the region's roads, ferries, sea and air, without a
// server: one path with its legs, or a matrix for one hour of departure. A pair that cannot be
// reached is a row with its reasons; what the case leaves out is refused or named in `assumed`.

import { readFileSync } from 'node:fs';
import { readRoadExtract } from '@anlan/adapter-osm';
import type { Assumption, Instant, Result } from '@anlan/kernel';
import { AdapterError, addS, distanceM, instantFromIso, isoFromInstant, lonLat } from '@anlan/kernel';
import type { Berth, MovementClosure, MovementPlace, MovementWeather, MovementWorld, NetworkInput, Pad, SeaClosure, SeaEnd, SeaLegs, TravelProfile } from '@anlan/movement';
import { berthKey, buildFineSeaGrid, buildNetwork, createRoads, createSeaTable, indicativeDepth, placeKey, searchSeaField, travelMatrix, travelPath } from '@anlan/movement';
import { loadAirGaps, loadDepthRule, loadMovement, regionPack, seaTideSource } from '@anlan/region-zhoushan';
import { printJson } from '../print.ts';
import { refused } from '../refused.ts';
import { MOVEMENT_SCHEMA } from './movement-schema.ts';

/** What the file holds; see MOVEMENT_SCHEMA. */
interface MovementFile {
  readonly departAt: string;
  readonly profile: TravelProfile;
  readonly from: PlaceFile | readonly PlaceFile[];
  readonly to: PlaceFile | readonly PlaceFile[];
  readonly weather?: readonly (Omit<MovementWeather['steps'][number], 'at'> & { readonly at: string })[];
  readonly closures?: readonly (Omit<MovementClosure, 'fromAt' | 'untilAt'> & { readonly fromAt?: string; readonly untilAt?: string })[];
  readonly vesselsAt?: readonly string[];
  readonly aircraftAt?: readonly string[];
  readonly vehiclesAt?: readonly string[];
  readonly horizonS?: number;
  readonly seaSampleCount?: number;
  readonly explain?: boolean;
  readonly roadsFile?: string;
}

/** A node, berth or pad of the region by its id, or a place with a position. */
interface PlaceFile {
  readonly nodeId?: string;
  readonly berthId?: string;
  readonly padId?: string;
  readonly id?: string;
  readonly name?: string;
  readonly position?: readonly [number, number];
  readonly onWater?: boolean;
  readonly landing?: boolean;
}

interface CommandOptions {
  readonly input?: string;
  readonly schema: boolean;
}

export async function matrix(options: CommandOptions): Promise<void> {
  if (options.schema) return printJson(MOVEMENT_SCHEMA);
  const read = readCase(options.input ?? '');
  const solved = travelMatrix({ from: read.from, to: read.to, departAt: read.departAt, profile: read.profile, world: read.world, explain: read.file.explain ?? true });
  if (!solved.ok) throw refused(solved.refusal);
  const { cells, toIds, fromIds, ...rest } = solved.value;
  const rows = fromIds.map((from, i) => ({ from, to: toIds.map((to, j) => ({ to, ...shown(cells[i * toIds.length + j]!) })) }));
  printJson({ ...rest, departAt: isoFromInstant(rest.departAt), assumed: [...read.assumed, ...rest.assumed], rows });
}

export async function path(options: CommandOptions): Promise<void> {
  if (options.schema) return printJson(MOVEMENT_SCHEMA);
  const read = readCase(options.input ?? '');
  const [from, to] = [read.from[0], read.to[0]];
  if (from === undefined || to === undefined) throw refused({ code: 'CLI_OPTION_INVALID', params: { option: 'from, to', value: 'missing' } });
  const solved = travelPath({ from, to, departAt: read.departAt, profile: read.profile, world: read.world });
  if (!solved.ok) throw refused(solved.refusal);
  const answer = solved.value;
  const assumed = [...read.assumed, ...answer.assumed];
  if (!answer.reachable) return printJson({ ...answer, assumed });
  printJson({ ...shown(answer), legs: answer.legs.map(shown), assumed });
}

interface Case {
  readonly file: MovementFile;
  readonly departAt: Instant;
  readonly from: readonly MovementPlace[];
  readonly to: readonly MovementPlace[];
  readonly profile: TravelProfile;
  readonly world: MovementWorld;
  readonly assumed: readonly Assumption[];
}

function readCase(input: string): Case {
  const file = readJson(input) as MovementFile;
  const missing = MOVEMENT_SCHEMA.required.find((name) => (file as unknown as Record<string, unknown>)[name] === undefined);
  if (missing !== undefined) throw refused({ code: 'CLI_OPTION_INVALID', params: { option: missing, value: 'missing' } });
  const pack = loadMovement();
  const [network, assumed] = file.roadsFile === undefined ? [pack.network, [{ code: 'CLI_ASSUMED_INDICATIVE_NETWORK', params: {} }]] : extractOf(file.roadsFile);
  const built = valueOf(buildNetwork(network));
  const known = new Set(network.nodes.map(({ id }) => id));
  const berths = pack.berths.map((berth): Berth => terminal(berth, network, known, { vesselIds: file.vesselsAt?.includes(berth.id) === true && file.profile.carrier !== undefined ? [file.profile.carrier.vessel.id] : berth.vesselIds, vehicleWaits: file.vehiclesAt?.includes(berth.id) === true }));
  const pads = pack.pads.map((pad): Pad => terminal(pad, network, known, { aircraftIds: file.aircraftAt?.includes(pad.id) === true && file.profile.air !== undefined ? [file.profile.air.id] : pad.aircraftIds, vehicleWaits: file.vehiclesAt?.includes(pad.id) === true }));
  const places = { network, berths, pads };
  const [from, to] = [file.from, file.to].map((list) => (Array.isArray(list) ? (list as readonly PlaceFile[]) : [list as PlaceFile]).map((place, i) => placeOf(place, i, places)));
  const departAt = at(file.departAt);
  const closures = (file.closures ?? []).map(({ fromAt, untilAt, ...closure }): MovementClosure => ({ ...closure, ...(fromAt === undefined ? {} : { fromAt: at(fromAt) }), ...(untilAt === undefined ? {} : { untilAt: at(untilAt) }) }));
  const weather: MovementWeather | undefined = file.weather === undefined ? undefined : { source: { zh: '算例文件', en: 'case file' }, steps: file.weather.map((step) => ({ ...step, at: at(step.at) })) };
  const sea = seaOf(file, { from: from!, to: to!, berths, departAt, closures, weather });
  const world: MovementWorld = {
    roads: createRoads(built), berths, ferries: pack.ferries, pads, sea, ...(weather === undefined ? {} : { weather }), closures,
    utcOffsetMinutes: pack.utcOffsetMinutes, roadToleranceM: ROAD_TOLERANCE_M, horizonS: file.horizonS ?? HORIZON_S,
  };
  return { file, departAt, from: from!, to: to!, profile: file.profile, world, assumed };
}

function extractOf(file: string): readonly [NetworkInput, readonly Assumption[]] {
  const read = valueOf(readRoadExtract(bytesOf(file), file));
  return [{ ...read.network, bridges: rulesFor(read.network) }, [{ code: 'CLI_ASSUMED_ROAD_EXTRACT', params: { file, linkCount: read.network.links.length, junkCount: read.junkCount } }]];
}

/** An extract has bridges by name and no wind rules: those of the region are laid on bridges of the same name. */
function rulesFor({ links }: NetworkInput): NetworkInput['bridges'] {
  const names = new Set(links.flatMap(({ bridgeId }) => (bridgeId === undefined ? [] : [bridgeId])));
  return loadMovement().network.bridges.flatMap((rule) => [rule.name].flat().flatMap((name) => (typeof name === 'string' ? [name] : [name.zh, name.en])).filter((name) => names.has(name)).map((bridgeId) => ({ ...rule, bridgeId })));
}

/** In another network a berth or pad joins the nearest node, or none. */
function terminal<T extends Berth | Pad>(given: T, network: NetworkInput, known: ReadonlySet<string>, change: Partial<T>): T {
  const { roadNode, ...rest } = { ...given, ...change };
  if (roadNode !== undefined && known.has(roadNode)) return { ...rest, roadNode } as T;
  let near: { readonly id: string; readonly offsetM: number } | undefined;
  for (const node of network.nodes) {
    const offsetM = distanceM(given.position, node.position);
    if (offsetM <= ROAD_TOLERANCE_M && offsetM < (near?.offsetM ?? Infinity)) near = { id: node.id, offsetM };
  }
  return (near === undefined ? rest : { ...rest, roadNode: near.id }) as T;
}

function placeOf(place: PlaceFile, index: number, { network, berths, pads }: { network: NetworkInput; berths: readonly Berth[]; pads: readonly Pad[] }): MovementPlace {
  const flags = { onWater: place.onWater === true, landing: place.landing === true };
  const node = network.nodes.find(({ id }) => id === place.nodeId);
  if (node !== undefined) return { id: place.id ?? node.id, name: place.name ?? node.name ?? node.id, position: node.position, roadNode: node.id, ...flags };
  const berth = berths.find(({ id }) => id === place.berthId);
  if (berth !== undefined) return { id: place.id ?? berth.id, name: place.name ?? berth.name, position: berth.position, berthId: berth.id, ...(berth.roadNode === undefined ? {} : { roadNode: berth.roadNode }), ...flags };
  const pad = pads.find(({ id }) => id === place.padId);
  if (pad !== undefined) return { id: place.id ?? pad.id, name: place.name ?? pad.name, position: pad.position, padId: pad.id, ...(pad.roadNode === undefined ? {} : { roadNode: pad.roadNode }), ...flags };
  if (place.position === undefined) throw refused({ code: 'CLI_OPTION_INVALID', params: { option: 'nodeId | berthId | padId | position', value: place.nodeId ?? place.berthId ?? place.padId ?? 'missing' } });
  return { id: place.id ?? `place-${index}`, name: place.name ?? place.id ?? `place-${index}`, position: valueOf(lonLat(...place.position)), ...flags };
}

/** Sea legs of the one class, from where its vessels wait, with weather, closures, bridges and, for a stated draught, depth and tide. */
function seaOf(file: MovementFile, given: { from: readonly MovementPlace[]; to: readonly MovementPlace[]; berths: readonly Berth[]; departAt: Instant; closures: readonly MovementClosure[]; weather: MovementWeather | undefined }): ReadonlyMap<string, SeaLegs> {
  const { carrier } = file.profile;
  if (carrier === undefined) return new Map();
  const grid = valueOf(buildFineSeaGrid({ polygons: regionPack().loadLand(), bboxDeg: ARCHIPELAGO_DEG, cellM: SEA_CELL_M }));
  const afloat = new Map([...given.from, ...given.to].filter(({ onWater }) => onWater).map((place) => [place.id, place]));
  const starts = new Set(given.from.filter(({ onWater }) => onWater).map(({ id }) => id));
  const ends: SeaEnd[] = [
    ...given.berths.map(({ id, name, position, vesselIds }) => ({ key: berthKey(id), name, position, isStart: vesselIds.includes(carrier.vessel.id) })),
    ...[...afloat.values()].map(({ id, name, position }) => ({ key: placeKey(id), name, position, isStart: starts.has(id) })),
  ];
  const closures = given.closures.flatMap(({ polygon, modes, id, name, sourceText, fromAt, untilAt }): SeaClosure[] =>
    polygon === undefined || modes?.includes('sea') === false ? [] : [{ id, name, polygon, sourceText, ...(fromAt === undefined ? {} : { fromAt }), ...(untilAt === undefined ? {} : { untilAt }) }]);
  const depth = carrier.vessel.draughtM === undefined ? {} : { depth: indicativeDepth(grid, loadDepthRule()), tide: seaTideSource() };
  const world = { grid, closures, bridges: loadAirGaps(), ...depth, ...(given.weather === undefined ? {} : { weather: given.weather }) };
  const sampleAt = Array.from({ length: file.seaSampleCount ?? 1 }, (_sample, i) => addS(given.departAt, i * SAMPLE_STEP_S));
  const table = valueOf(createSeaTable({ ends, profile: carrier.vessel, toleranceM: SEA_TOLERANCE_M, sampleAt, timed: true, search: (request) => searchSeaField(world, request) }));
  return new Map([[carrier.vessel.id, table]]);
}

/** Text of the file, so a wrong one is refused and not asserted. */
function at(text: string): Instant {
  return valueOf(instantFromIso(text));
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw refused(result.refusal);
  return result.value;
}

/** Instants as ISO text, for people and other programs. */
function shown(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, INSTANTS.has(key) ? isoFromInstant(member as Instant) : (member as unknown)]));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8')) as unknown;
  } catch (cause) {
    throw fileUnreadable(file, cause);
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (cause) {
    throw fileUnreadable(file, cause);
  }
}

function fileUnreadable(file: string, cause: unknown): AdapterError {
  return new AdapterError('CLI_FILE_UNREADABLE', { cause, retryable: false, params: { path: file, detail: (cause as Error).message.slice(0, 160) } });
}

const INSTANTS = new Set(['departAt', 'arriveAt', 'validFrom', 'validTo']);
const ARCHIPELAGO_DEG = [121.5, 29.5, 123, 31] as const;
const SEA_CELL_M = 100;
const SEA_TOLERANCE_M = 2000;
const ROAD_TOLERANCE_M = 2000;
/** Samples of the sea legs: an hour apart. */
const SAMPLE_STEP_S = 3600;
const HORIZON_S = 2 * 86_400;
