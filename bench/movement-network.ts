// How fast the road engine and the multimodal matrix are, and whether they are right: a made-up road
// network of 109,000 nodes against Dijkstra, and 300 × 300 places for one hour of departure, over
// that network and over the Zhoushan pack. Sea legs of the matrices are straight lines; what the
// table of the real sea engine costs, made once and kept, is a row of its own (see movement-sea too).

import type { Instant, LonLat } from '@anlan/kernel';
import { distanceM, instant } from '@anlan/kernel';
import type { Berth, MatrixRequest, MovementPlace, MovementWeather, MovementWorld, RoadNetwork, RoadProfile, SeaLegs, TimetableFerry, TravelProfile } from '@anlan/movement';
import { berthKey, buildFineSeaGrid, buildNetwork, createRoads, createSeaTable, searchSeaField, travelMatrix, travelPath } from '@anlan/movement';
import { loadMovement, regionPack } from '@anlan/region-zhoushan';
import { createTree, searchFrom } from '../packages/models/movement/src/network/dijkstra.ts';
import { syntheticNetwork } from '../packages/models/movement/src/network/synthetic-for-tests.ts';
import type { BenchRow, BenchSuite } from '../scripts/lib/bench-suite.ts';

export const suite: BenchSuite = { id: 'movement-network', run };

const DEPART_AT = instant('2026-11-24T00:00:00Z');
const ROAD: RoadProfile = { id: 'truck', kind: 'heavy-truck', speedMpsMax: 25, massKg: 30_000, heightM: 3.8, lengthM: 11, hazmat: false };
const PROFILE: TravelProfile = {
  id: 'all-modes', name: 'truck, vessel, helicopter', ferry: true, personCount: 0, road: ROAD,
  carrier: { vessel: { id: 'work-boat', speedMps: 7, windSpeedMpsMax: 17.2, waveHeightMMax: 2.5 }, loadS: 1200, dischargeS: 900, carriesVehicle: true },
  air: { id: 'rescue-helicopter', cruiseSpeedMps: 60, enduranceS: 9000, outboundRatioMax: 0.5, startS: 900, landS: 180, windSpeedMpsMax: 20, visibilityMMin: 1500, nightCapable: false },
};

function run(): readonly BenchRow[] {
  const built = measured(() => networkOf());
  const roads = createRoads(built.value);
  const contracted = measured(() => roads.queries(ROAD, []));
  const wrongCount = wrongAgainstDijkstra(built.value, roads);
  return [
    { case: 'network in typed arrays', cpuMs: built.cpuMs, nodeCount: built.value.nodes.length, arcCount: built.value.head.length, ok: built.value.nodes.length >= 100_000 },
    { case: 'contraction (once a vehicle speed)', cpuMs: contracted.cpuMs, ok: true },
    { case: '1,000 pairs against Dijkstra', wrongCount, ok: wrongCount === 0 },
    queryRow(built.value, contracted.value),
    syntheticMatrixRow(built.value, roads, 7), syntheticMatrixRow(built.value, roads, 18),
    packRow(7), packRow(18), pairRow(), seaTableRow(),
  ];
}

function networkOf(): RoadNetwork {
  const built = buildNetwork(syntheticNetwork({ sideCount: 200, bendCount: 1, seed: 7 }));
  if (!built.ok) throw new Error(built.refusal.code);
  return built.value;
}

function wrongAgainstDijkstra(network: RoadNetwork, roads: ReturnType<typeof createRoads>): number {
  const [arcMs, queries, tree, nodeCount] = [roads.arcMs(ROAD, []), roads.queries(ROAD, []), createTree(network), network.nodes.length];
  let wrongCount = 0;
  for (let i = 0; i < 10; i++) {
    const from = (i * 7919 * 31) % nodeCount;
    searchFrom(network, arcMs, { from, tree });
    for (let j = 0; j < 100; j++) {
      const to = (j * 104_729 + i * 13) % nodeCount;
      if (queries.durationMs(from, to) !== tree.durationMs[to]) wrongCount++;
    }
  }
  return wrongCount;
}

function queryRow(network: RoadNetwork, queries: ReturnType<ReturnType<typeof createRoads>['queries']>): BenchRow {
  const nodeCount = network.nodes.length;
  const tookMs = Array.from({ length: 3000 }, (_query, i) => {
    const startMs = performance.now();
    queries.arcs((i * 7919) % nodeCount, (i * 104_729 + 5) % nodeCount);
    return performance.now() - startMs;
  }).sort((a, b) => a - b);
  const p95Ms = tookMs[2850] ?? Number.NaN;
  return { case: 'query with its way unpacked, 3,000 pairs', medianMs: tookMs[1500] ?? Number.NaN, p95Ms, limitMs: 5, ok: p95Ms <= 5 };
}

/** 260 places ashore and 40 on the water, 60 berths, 24 ferry lines, 10 pads. */
function syntheticMatrixRow(network: RoadNetwork, roads: ReturnType<typeof createRoads>, windSpeedMps: number): BenchRow {
  const node = (i: number): RoadNetwork['nodes'][number] => network.nodes[(i * 7919 + 17) % 40_000]!;
  const ashore = Array.from({ length: 260 }, (_place, i): MovementPlace => ({ id: `p${i}`, name: `p${i}`, position: node(i).position, roadNode: node(i).id, onWater: false, landing: i % 10 === 0 }));
  const afloat = Array.from({ length: 40 }, (_place, i): MovementPlace => ({ id: `s${i}`, name: `s${i}`, position: [121.45, 29.4 + 0.01 * i], onWater: true, landing: true }));
  const berths = Array.from({ length: 60 }, (_berth, i): Berth => ({ id: `b${i}`, name: `b${i}`, position: node(1000 + i).position, roadNode: node(1000 + i).id, slotCount: 2, bookings: [], vesselIds: ['work-boat'], vehicleWaits: false }));
  const ferries = Array.from({ length: 24 }, (_line, i): TimetableFerry => ({ ...LINE, id: `f${i}`, fromBerth: `b${i}`, toBerth: `b${i + 30}` }));
  const pads = Array.from({ length: 10 }, (_pad, i) => ({ id: `a${i}`, name: `a${i}`, position: node(2000 + i).position, roadNode: node(2000 + i).id, slotCount: 2, bookings: [], aircraftIds: ['rescue-helicopter'], lit: true, vehicleWaits: true }));
  const world: MovementWorld = { ...STILL, roads, berths, ferries, pads, sea: new Map([['work-boat', straightSea(berths, afloat)]]), weather: weatherOf(windSpeedMps) };
  return matrixRow(`300 × 300 on 109,000 nodes, wind ${windSpeedMps} m/s`, [...ashore, ...afloat], world);
}

function packRow(windSpeedMps: number): BenchRow {
  const { world, places } = packWorld(windSpeedMps);
  return matrixRow(`300 × 300 in Zhoushan, wind ${windSpeedMps} m/s`, places, world);
}

function matrixRow(name: string, places: readonly MovementPlace[], world: MovementWorld): BenchRow {
  const request: MatrixRequest = { from: places, to: places, departAt: DEPART_AT, profile: PROFILE, world, explain: true };
  const solved = measured(() => travelMatrix(request));
  if (!solved.value.ok) throw new Error(solved.value.refusal.code);
  const { cells } = solved.value.value;
  const [blocked, silent] = [cells.filter((cell) => !cell.reachable), cells.filter((cell) => !cell.reachable && cell.reason.length === 0)];
  const isComplete = cells.length === places.length ** 2 && silent.length === 0;
  return { case: name, cpuMs: solved.cpuMs, limitMs: 3000, placeCount: places.length, blockedCount: blocked.length, ok: isComplete && solved.cpuMs <= 3000 };
}

/** The truck of the issue: by bridge, by ferry, and blocked with both reasons. */
function pairRow(): BenchRow {
  const truck: TravelProfile = { id: 'truck', name: 'truck', ferry: true, personCount: 0, road: ROAD };
  const kinds = [6, 15, 26].map((windSpeedMps) => {
    const { world, places } = packWorld(windSpeedMps);
    const [from, to] = ['dinghai', 'gaoting'].map((id) => places.find((place) => place.roadNode === id)!);
    const answer = travelPath({ from: from!, to: to!, departAt: DEPART_AT, profile: truck, world });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.reachable ? `${answer.value.legs.map(({ kind }) => kind).join('+')} ${Math.round(answer.value.durationS / 60)} min` : `blocked, ${answer.value.reason.length} reasons`;
  });
  return { case: 'truck Dinghai–Gaoting at 6, 15, 26 m/s', result: kinds.join('; '), ok: /^road \d+ min; road\+ferry\+road \d+ min; blocked/.test(kinds.join('; ')) };
}

/** The real sea engine between all berths of the pack: made once a vessel class and departure, and kept. */
function seaTableRow(): BenchRow {
  const grid = buildFineSeaGrid({ polygons: regionPack().loadLand(), bboxDeg: [121.5, 29.5, 123, 31], cellM: 100 });
  if (!grid.ok) throw new Error(grid.refusal.code);
  const ends = loadMovement().berths.map(({ id, name, position }) => ({ key: berthKey(id), name, position, isStart: true }));
  const world = { grid: grid.value, closures: [] };
  const made = measured(() => createSeaTable({ ends, profile: { id: 'work-boat', speedMps: 7 }, toleranceM: 2000, sampleAt: [DEPART_AT], timed: true, search: (request) => searchSeaField(world, request) }));
  if (!made.value.ok) throw new Error(made.value.refusal.code);
  const table = made.value.value;
  const blockedCount = ends.flatMap((_from, i) => ends.map((_to, j) => i === j || Number.isFinite(table.arriveS(i, j, 0)))).filter((reached) => !reached).length;
  return { case: `sea legs between ${ends.length} berths, real sea engine, once`, cpuMs: made.cpuMs, placeCount: ends.length, blockedCount, ok: blockedCount === 0 };
}

function packWorld(windSpeedMps: number): { readonly world: MovementWorld; readonly places: readonly MovementPlace[] } {
  const pack = loadMovement();
  const built = buildNetwork(pack.network);
  if (!built.ok) throw new Error(built.refusal.code);
  const ashore = Array.from({ length: 260 }, (_place, i): MovementPlace => {
    const node = pack.network.nodes[i % pack.network.nodes.length]!;
    return { id: `p${i}`, name: node.name ?? node.id, position: node.position, roadNode: node.id, onWater: false, landing: i % 10 === 0 };
  });
  const afloat = Array.from({ length: 40 }, (_place, i): MovementPlace => ({ id: `s${i}`, name: `s${i}`, position: [122.4 + 0.01 * i, 30.1 + 0.004 * i], onWater: true, landing: true }));
  const berths = pack.berths.map((berth) => ({ ...berth, vesselIds: ['work-boat'] }));
  const world = { ...STILL, roads: createRoads(built.value), berths, ferries: pack.ferries, pads: pack.pads, sea: new Map([['work-boat', straightSea(berths, afloat)]]), weather: weatherOf(windSpeedMps) };
  return { world, places: [...ashore, ...afloat] };
}

function straightSea(berths: readonly Berth[], afloat: readonly MovementPlace[]): SeaLegs {
  const ends: readonly (readonly [string, LonLat])[] = [...berths.map(({ id, position }) => [`berth ${id}`, position] as const), ...afloat.map(({ id, position }) => [`place ${id}`, position] as const)];
  const index = new Map(ends.map(([key], i) => [key, i]));
  const lastsS = Float64Array.from({ length: ends.length ** 2 }, (_cell, i) => (1.25 * distanceM(ends[Math.floor(i / ends.length)]![1], ends[i % ends.length]![1])) / 7);
  const durationS = (from: number, to: number): number => lastsS[from * ends.length + to]!;
  return { timed: false, assumed: [], endIndex: (key) => index.get(key) ?? -1, arriveS: (from, to, leaveS) => leaveS + durationS(from, to), calmS: durationS, route: () => undefined, reasons: () => [] };
}

function weatherOf(windSpeedMps: number): MovementWeather {
  const steps = [windSpeedMps, windSpeedMps, windSpeedMps - 1].map((mps, i) => ({ at: (DEPART_AT + i * 21_600_000) as Instant, windSpeedMps: mps, waveHeightM: 1, visibilityM: 8000, windFromDegTrue: 20 }));
  return { source: 'bench', steps };
}

function measured<T>(work: () => T): { readonly value: T; readonly cpuMs: number } {
  const start = process.cpuUsage();
  const value = work();
  const used = process.cpuUsage(start);
  return { value, cpuMs: (used.user + used.system) / 1000 };
}

const STILL = { closures: [], utcOffsetMinutes: 480, roadToleranceM: 1500, horizonS: 2 * 86_400 };
const LINE: TimetableFerry = {
  id: '', name: 'line', fromBerth: '', toBerth: '', kind: 'vehicle', sailings: [7, 9, 11, 13, 15, 17].map((hour) => ({ departMinutes: hour * 60, weekdays: [1, 2, 3, 4, 5, 6, 7] })),
  boardS: 900, crossingS: 2700, dischargeS: 600, vehicleSlotCount: 20, seatCount: 200, booked: [], hazmatAllowed: false, windSpeedMpsMax: 17.2, waveHeightMMax: 2, visibilityMMin: 500, confidence: 'demonstration', sourceText: 'bench',
};
