// Door to door: from the order to the first metre of use at the scene. One row per origin and
// scene; a row that is blocked says why, never a huge number.

import type { Assumption, Instant, LocalName, LonLat, Polygon } from '@anlan/kernel';
import type { RoadClosure, RoadGraph } from './road.ts';
import type { SeaGrid } from './sea.ts';

/** A sentence for people: message code and its parameters. */
export type Reason = Assumption;

export interface Vessel {
  readonly id?: string;
  readonly speedMps: number;
  /** Limits of the class. At or above them (below, for visibility) it does not sail. */
  readonly windSpeedMpsMax?: number;
  readonly waveHeightMMax?: number;
  readonly visibilityMMin?: number;
}

export interface Scene {
  readonly id: string;
  readonly name: LocalName;
  readonly position: LonLat;
  /** Set when trucks can drive up to it. */
  readonly roadNode?: string;
}

export interface Origin {
  readonly id: string;
  readonly name: LocalName;
  readonly position: LonLat;
  /** From the order until ready to leave or to load: call-up, crew, paperwork. */
  readonly leadS: number;
  /** Loading on board. */
  readonly loadS: number;
  /** It lies at its own berth, or is afloat: the sea leg may start here. */
  readonly seaAccess: boolean;
  readonly roadNode?: string;
  /** The vessel that carries it when it sails from its own berth. */
  readonly vessel?: Vessel;
}

export interface Quay {
  readonly id: string;
  readonly name: LocalName;
  readonly position: LonLat;
  readonly roadNode: string;
  /** The vessel that waits there. */
  readonly vessel?: Vessel;
}

/** Weather for the whole trip. A figure that is absent is not checked, and the result says so. */
export interface Conditions {
  readonly windSpeedMps?: number;
  readonly waveHeightM?: number;
  readonly visibilityM?: number;
}

export interface SeaClosure {
  readonly id: string;
  readonly name: LocalName;
  readonly polygon: Polygon;
  readonly fromAt?: Instant;
  readonly untilAt?: Instant;
  readonly sourceText: string;
}

export interface TravelRequest {
  readonly departAt: Instant;
  readonly scenes: readonly Scene[];
  readonly origins: readonly Origin[];
  readonly quays: readonly Quay[];
  readonly sea: SeaGrid;
  readonly road: RoadGraph;
  readonly conditions: Conditions;
  readonly roadClosures: readonly RoadClosure[];
  readonly seaClosures: readonly SeaClosure[];
  /** Farthest that a place may lie from open water and still load there. */
  readonly waterToleranceM: number;
  /** Used, and named in `assumed`, where neither origin nor quay has a vessel. Absent: blocked. */
  readonly assumedVessel?: Vessel;
  /** Farthest that an origin without `roadNode` may lie from a node. Absent: it has no road. */
  readonly roadToleranceM?: number;
}

export type LegKind = 'mobilise' | 'road' | 'load' | 'sea';

export interface Leg {
  readonly kind: LegKind;
  readonly durationS: number;
  readonly distanceM: number;
  /** Names of places, for people. */
  readonly fromName: LocalName;
  readonly toName: LocalName;
  readonly pathDeg: readonly LonLat[];
  readonly speedMps?: number;
}

export interface Arrival {
  readonly reachable: true;
  readonly originId: string;
  readonly sceneId: string;
  /** From the order to the scene: leadS + travelS, whole seconds. */
  readonly etaS: number;
  readonly leadS: number;
  readonly travelS: number;
  readonly legs: readonly Leg[];
  /** Why this way, and why not the others. */
  readonly reason: readonly Reason[];
  readonly assumed: readonly Assumption[];
}

export interface Blocked {
  readonly reachable: false;
  readonly originId: string;
  readonly sceneId: string;
  readonly leadS: number;
  readonly reason: readonly Reason[];
  readonly assumed: readonly Assumption[];
}

export type Travel = Arrival | Blocked;

export interface TravelTable {
  readonly travel: readonly Travel[];
}
