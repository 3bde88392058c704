// Roads, berths, ferries and pads for the multimodal engine: the road graph of the present planner
// as it is, with what lies beside it in `movement.json`. Indicative and unverified throughout; the
// present planner reads roads.json alone and is not touched by this.

import type { Confidence, LonLat } from '@anlan/kernel';
import { distanceM } from '@anlan/kernel';
import type { Berth, BridgeRule, BridgeStage, NetworkInput, NetworkLink, NetworkNode, Pad, RoadClass, Sailing, TimetableFerry } from '@anlan/movement';
import { readJson } from './files.ts';
import { loadNetworks } from './networks.ts';
import type { RoadNetworkEdge } from './networks.ts';

export interface MovementPack {
  readonly note: string;
  readonly network: NetworkInput;
  /** Vessels wait at none of them: who knows where they lie adds them. */
  readonly berths: readonly Berth[];
  readonly ferries: readonly TimetableFerry[];
  readonly pads: readonly Pad[];
  /** Minutes east of UTC of the clock in the timetables. */
  readonly utcOffsetMinutes: number;
}

export function loadMovement(): MovementPack {
  const { roads, quays } = loadNetworks();
  const more = readJson<MovementFile>('networks/movement.json');
  const berths = [...quays.map(({ id, names, position, roadNode, berthCount }) => ({ id, names, position, roadNode, slotCount: berthCount })), ...more.berths];
  const nodes: NetworkNode[] = [...roads.nodes.map(({ id, position, names }) => ({ id, position, name: names })), ...more.nodes.map(({ id, position, names }) => ({ id, position, name: names }))];
  const links: NetworkLink[] = [...roads.edges.map(linkOf), ...more.links.map(({ confidence: _confidence, ...link }) => link)];
  const at = new Map(nodes.map(({ id, position }) => [id, position]));
  for (const { id, names, position, roadNode } of berths) {
    nodes.push({ id: `at-${id}`, position, name: names });
    links.push({ id: `road-${id}`, fromNode: roadNode, toNode: `at-${id}`, lengthM: Math.max(QUAY_ROAD_M_MIN, Math.round(QUAY_ROAD_RATIO * distanceM(at.get(roadNode)!, position))), classCode: 'service', speedMps: QUAY_SPEED_MPS });
  }
  return {
    note: more.note, network: { nodes, links, bridges: bridgesOf(roads.edges, more.bridgeStages) }, utcOffsetMinutes: 480,
    berths: berths.map(({ id, names, position, slotCount }): Berth => ({ id, name: names, position, roadNode: `at-${id}`, slotCount, bookings: [], vesselIds: [], vehicleWaits: false })),
    ferries: more.ferries.flatMap(bothWays),
    pads: more.pads.map(({ id, names, position, roadNode, aircraftIds, lit, slotCount }): Pad => ({ id, name: names, position, roadNode, aircraftIds, lit, slotCount, bookings: [], vehicleWaits: false })),
  };
}

interface Names {
  readonly zh: string;
  readonly en: string;
}

interface MovementFile {
  readonly note: string;
  readonly bridgeStages: readonly BridgeStage[];
  readonly nodes: readonly { readonly id: string; readonly names: Names; readonly position: LonLat; readonly confidence: Confidence }[];
  readonly links: readonly (NetworkLink & { readonly confidence: Confidence })[];
  readonly berths: readonly { readonly id: string; readonly names: Names; readonly position: LonLat; readonly roadNode: string; readonly slotCount: number }[];
  readonly ferries: readonly FerryFile[];
  readonly pads: readonly { readonly id: string; readonly names: Names; readonly position: LonLat; readonly roadNode: string; readonly aircraftIds: readonly string[]; readonly lit: boolean; readonly slotCount: number }[];
}

interface FerryFile {
  readonly id: string;
  readonly names: Names;
  readonly fromBerth: string;
  readonly toBerth: string;
  readonly kind: 'vehicle' | 'passenger';
  readonly crossingS: number;
  /** `hh:mm` by the clock of the region. */
  readonly times: readonly string[];
  readonly backTimes: readonly string[];
  readonly vehicleSlotCount: number;
  readonly seatCount: number;
  readonly weekdays: readonly number[];
  readonly confidence: Confidence;
}

function linkOf({ id, names, fromNode, toNode, lengthM, speedMps, classCode, bridgeId }: RoadNetworkEdge): NetworkLink {
  return { id, fromNode, toNode, lengthM, speedMps, classCode: CLASS[classCode], ...(names === undefined ? {} : { name: names }), ...(bridgeId === undefined ? {} : { bridgeId }) };
}

function bridgesOf(edges: readonly RoadNetworkEdge[], stages: readonly BridgeStage[]): readonly BridgeRule[] {
  const byId = new Map(edges.flatMap(({ id, bridgeId, names }) => (bridgeId === undefined ? [] : [[bridgeId, { bridgeId, name: names ?? id, stages }] as const])));
  return [...byId.values()];
}

function bothWays(ferry: FerryFile): readonly TimetableFerry[] {
  const limits = ferry.kind === 'vehicle' ? { windSpeedMpsMax: 17.2, waveHeightMMax: 2, visibilityMMin: 500 } : { windSpeedMpsMax: 13.9, waveHeightMMax: 1.5, visibilityMMin: 1000 };
  const handling = ferry.kind === 'vehicle' ? { boardS: 900, dischargeS: 600 } : { boardS: 600, dischargeS: 300 };
  const sailings = (times: readonly string[]): readonly Sailing[] => times.map((time) => ({ departMinutes: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), weekdays: ferry.weekdays }));
  const { id, names, fromBerth, toBerth, kind, crossingS, vehicleSlotCount, seatCount, confidence } = ferry;
  const shared = { name: names, kind, crossingS, vehicleSlotCount, seatCount, booked: [], hazmatAllowed: false, confidence, sourceText: '演示数据，虚构 / invented for demonstration', ...limits, ...handling };
  return [
    { id, fromBerth, toBerth, sailings: sailings(ferry.times), ...shared },
    { id: `${id}-back`, fromBerth: toBerth, toBerth: fromBerth, sailings: sailings(ferry.backTimes), ...shared },
  ];
}

const CLASS: Readonly<Record<RoadNetworkEdge['classCode'], RoadClass>> = { expressway: 'motorway', main: 'primary', local: 'local', bridge: 'trunk' };
/** From the road node of a quay to its ramp: straight × 1.35 as for local roads, 30 km/h. Assumption. */
const QUAY_ROAD_RATIO = 1.35;
const QUAY_ROAD_M_MIN = 100;
const QUAY_SPEED_MPS = 8.3;
