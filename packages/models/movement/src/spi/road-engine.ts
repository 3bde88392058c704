// Road times from anywhere: our own network, or a routing server. An engine that cannot take a
// closure says so; nothing that it left out looks like a figure. Ferries are never part of it: what
// a road engine knows of a ferry is length and speed.

import type { Assumption, Instant, LonLat, Result } from '@anlan/kernel';
import type { MovementClosure, RoadProfile } from '../api/network.ts';

export interface RoadEngineRequest {
  readonly from: readonly LonLat[];
  readonly to: readonly LonLat[];
  readonly departAt: Instant;
  readonly profile: RoadProfile;
}

/** Row by row; null: no way by road. */
export interface RoadEngineMatrix {
  readonly durationS: readonly (number | null)[];
  readonly distanceM: readonly (number | null)[];
  readonly assumed: readonly Assumption[];
}

export interface RoadEnginePath {
  readonly durationS: number;
  readonly distanceM: number;
  readonly pathDeg: readonly LonLat[];
  readonly names: readonly string[];
  readonly assumed: readonly Assumption[];
}

export interface RoadEngine {
  readonly id: string;
  matrix(request: RoadEngineRequest): Promise<RoadEngineMatrix>;
  /** Undefined: no way by road. */
  path(ends: { readonly from: LonLat; readonly to: LonLat; readonly departAt: Instant; readonly profile: RoadProfile }): Promise<RoadEnginePath | undefined>;
  /** An engine that keeps to these closures; a refusal when it cannot keep to each of them. */
  apply(closures: readonly MovementClosure[]): Result<RoadEngine>;
}
