// What the plan stage needs: how long it takes from the places of the reserves to the scenes. The
// sea grid and the roads live with the app; `createTravelTimes` makes the port from them.

import type { Instant, LocalName, LonLat, ModelResult, Result } from '@anlan/kernel';
import type { Conditions, TravelTable } from '@anlan/movement';

export interface PlanScene {
  readonly id: string;
  readonly name: LocalName;
  readonly position: LonLat;
  /** Set when trucks can drive up to it. */
  readonly roadNode?: string;
}

/** A place from which supplies leave. */
export interface PlanOrigin {
  readonly id: string;
  readonly name: LocalName;
  readonly position: LonLat;
  /** Longest loading among the item kinds that lie there. */
  readonly loadS: number;
}

/** A ready vessel at its berth. */
export interface PlanVessel {
  readonly id: string;
  readonly position: LonLat;
  readonly speedMps: number;
  readonly musterDurationS: number;
  readonly payloadKg: number;
  readonly windSpeedMpsMax: number;
  readonly waveHeightMMax: number;
}

export interface TravelQuery {
  readonly departAt: Instant;
  readonly scenes: readonly PlanScene[];
  readonly origins: readonly PlanOrigin[];
  readonly fleet: readonly PlanVessel[];
  readonly conditions: Conditions;
}

export interface TravelTimes {
  /** One row for each origin and scene; blocked rows say why. */
  travel(query: TravelQuery): Promise<Result<ModelResult<TravelTable>>>;
}

/** Fastest current at a place while the forecast runs; undefined where the region knows none. */
export interface PeakCurrents {
  peakSpeedMps(position: LonLat, range: { readonly fromAt: Instant; readonly toAt: Instant }): number | undefined;
}
