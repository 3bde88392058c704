// The small road graph of a region pack. Roads are two-way unless they say otherwise; a bridge is
// an edge with a wind limit. Closures come from outside and carry who said so.

import type { Instant, LocalName, LonLat } from '@anlan/kernel';
import type { Reason } from './travel.ts';

export interface RoadNode {
  readonly id: string;
  readonly position: LonLat;
  readonly name?: LocalName;
}

export interface RoadEdge {
  readonly id?: string;
  readonly name?: LocalName;
  readonly fromNode: string;
  readonly toNode: string;
  readonly lengthM: number;
  readonly speedMps: number;
  readonly oneWay?: true;
  readonly bridgeId?: string;
  /** Wind at deck height, mean, at which the edge closes. */
  readonly windLimitMps?: number;
  /** Lower speed from a wind on, for example 60 km/h from Bft 8. The strongest stage reached holds. */
  readonly windStages?: readonly WindStage[];
}

export interface WindStage {
  readonly windSpeedMpsMin: number;
  readonly speedMpsMax: number;
}

export interface RoadGraph {
  readonly nodes: readonly RoadNode[];
  readonly edges: readonly RoadEdge[];
}

/** Closes every edge with that bridge or edge id while `fromAt` ≤ departure < `untilAt`. */
export interface RoadClosure {
  readonly id: string;
  readonly bridgeId?: string;
  readonly edgeId?: string;
  readonly fromAt?: Instant;
  readonly untilAt?: Instant;
  /** Who closed it, for people: "高速交警 10:20". */
  readonly sourceText: string;
}

export interface RoadRoute {
  readonly durationS: number;
  readonly distanceM: number;
  readonly nodeIds: readonly string[];
  readonly pathDeg: readonly LonLat[];
  /** Blocked or slowed edges that the quickest way in calm weather would have used. */
  readonly reason: readonly Reason[];
}

export interface RoadBlocked {
  readonly reason: readonly Reason[];
}
