// The road network of the multimodal engine: directed, with limits, bridges and islands. It is
// written as plain records (a region pack, an extract of OpenStreetMap) and built once into typed
// arrays. Times are whole milliseconds inside, so that sums are exact and two searches agree.

import type { Instant, LocalName, LonLat, Polygon } from '@anlan/kernel';
import type { Reason } from './travel.ts';

/** Classes of road, quick to slow. A link without a speed gets the speed of its class, and the network says so. */
export const ROAD_CLASSES = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'local', 'service', 'track'] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

/** Kinds of vehicle that wind stages and accesses tell apart. */
export const VEHICLE_KINDS = ['car', 'coach', 'truck', 'heavy-truck', 'hazmat-truck'] as const;
export type VehicleKind = (typeof VEHICLE_KINDS)[number];

export interface NetworkNode {
  readonly id: string;
  readonly position: LonLat;
  readonly name?: LocalName;
}

export interface NetworkLink {
  readonly id: string;
  readonly name?: LocalName;
  readonly fromNode: string;
  readonly toNode: string;
  readonly lengthM: number;
  readonly classCode: RoadClass;
  /** Legal or usual speed. Absent: that of the class. */
  readonly speedMps?: number;
  readonly oneWay?: true;
  readonly bridgeId?: string;
  readonly tunnelId?: string;
  readonly heightMMax?: number;
  readonly massKgMax?: number;
  /** Dangerous goods are not admitted. */
  readonly hazmatForbidden?: true;
  /** Corners between the two nodes, both nodes left out. */
  readonly viaDeg?: readonly LonLat[];
}

/** What wind makes of a bridge. The strongest stage reached that names the vehicle holds. */
export interface BridgeRule {
  readonly bridgeId: string;
  readonly name: LocalName;
  readonly stages: readonly BridgeStage[];
}

export interface BridgeStage {
  /** At or above it, mean wind at the deck. */
  readonly windSpeedMpsMin: number;
  readonly beaufortCode: number;
  readonly kinds: readonly VehicleKind[];
  /** 0: closed to these kinds. */
  readonly speedMpsMax: number;
}

export interface NetworkInput {
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
  readonly bridges: readonly BridgeRule[];
}

/** A road vehicle with its load. */
export interface RoadProfile {
  readonly id: string;
  readonly kind: VehicleKind;
  /** Highest speed of the vehicle itself. */
  readonly speedMpsMax: number;
  readonly massKg: number;
  readonly heightM: number;
  readonly lengthM: number;
  readonly hazmat: boolean;
}

export type TravelMode = 'road' | 'ferry' | 'sea' | 'air';

/** What is shut, from when until when, and who said so. At least one of polygon, link, bridge, line, pad, berth or mode. */
export interface MovementClosure {
  readonly id: string;
  readonly name: LocalName;
  readonly polygon?: Polygon;
  readonly linkId?: string;
  readonly bridgeId?: string;
  readonly ferryLineId?: string;
  readonly berthId?: string;
  readonly padId?: string;
  readonly mode?: TravelMode;
  /** With a polygon: the modes it closes. Absent: all of them. */
  readonly modes?: readonly TravelMode[];
  readonly fromAt?: Instant;
  readonly untilAt?: Instant;
  readonly sourceText: string;
}

/** Arrays by link and by arc; arc a leads from the node whose range holds it to `head[a]`. */
export interface RoadNetwork {
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
  readonly bridges: readonly BridgeRule[];
  readonly nodeIndexById: ReadonlyMap<string, number>;
  /** Arcs of node n: `first[n]` to `first[n + 1]` − 1. */
  readonly first: Int32Array;
  readonly head: Int32Array;
  readonly tail: Int32Array;
  readonly arcLink: Int32Array;
  /** 1: the arc runs against its link. */
  readonly arcBack: Uint8Array;
  readonly speedMps: Float64Array;
  readonly bridgeOfLink: Int32Array;
  /** Land that is joined without a bridge has one number; a place for "which island". */
  readonly islandIndex: Int32Array;
  readonly nodeLonDeg: Float64Array;
  readonly nodeLatDeg: Float64Array;
  /** Links whose speed is that of the class. */
  readonly classSpeedCount: number;
}

export interface RoadStep {
  readonly name: LocalName;
  readonly lengthM: number;
  readonly durationS: number;
  readonly bridgeId?: string;
}

export interface RoadPath {
  readonly durationS: number;
  readonly lengthM: number;
  readonly nodeIds: readonly string[];
  /** Neighbouring links of one name are one step. */
  readonly steps: readonly RoadStep[];
  readonly pathDeg: readonly LonLat[];
  readonly reason: readonly Reason[];
}
