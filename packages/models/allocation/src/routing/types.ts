// What a routing case with real vehicles holds, and what a plan says. Times are seconds after a common
// zero; a place is named by its id; null in a matrix means that there is no way.

import type { Reason } from '../api/demand.ts';

export interface RoutingProblem {
  readonly placeIds: readonly string[];
  readonly travel: readonly RoutingTravel[];
  readonly vehicles: readonly RoutingVehicle[];
  readonly jobs: readonly RoutingJob[];
  /** Pairs of groups that may not be aboard together. */
  readonly segregated: readonly (readonly [string, string])[];
}

/** One way of moving: a matrix for each hour of departure that differs. Between two buckets arrivals never overtake (FIFO by waiting). */
export interface RoutingTravel {
  readonly id: string;
  readonly distanceM: readonly (readonly (number | null)[])[];
  /** In order of fromS; the first holds before its fromS as well. */
  readonly buckets: readonly { readonly fromS: number; readonly durationS: readonly (readonly (number | null)[])[] }[];
}

export interface RoutingVehicle {
  readonly id: string;
  readonly classId: string;
  readonly travelId: string;
  readonly startPlaceId: string;
  /** null: it stays where its last stop is. */
  readonly endPlaceId: string | null;
  readonly shiftFromS: number;
  readonly shiftUntilS: number;
  /** Longest time between departure and end; null: the shift alone bounds it. */
  readonly dutySMax: number | null;
  /** Amount by dimension (massKg, volumeM3, seats …); a dimension that is missing here cannot be carried. */
  readonly capacity: Readonly<Record<string, number>>;
  readonly skills: readonly string[];
  /** Groups that it may not carry. */
  readonly refusedGroups: readonly string[];
  /** Where it may load again, how long that takes, and how many trips it may make. */
  readonly reloadPlaceIds: readonly string[];
  readonly reloadS: number;
  readonly tripCountMax: number;
  readonly costPerSValue: number;
  readonly costPerMValue: number;
  readonly fixedCostValue: number;
  /** Jobs already ordered: they come first, in this order, on this vehicle. */
  readonly pinnedJobIds: readonly string[];
}

export interface RoutingJob {
  readonly id: string;
  readonly placeId: string;
  /** Where the load is taken up; null: it is loaded where the vehicle starts or loads again. */
  readonly pickupPlaceId: string | null;
  readonly pickupWindows: readonly RoutingWindow[];
  readonly pickupServiceS: number;
  /** Service begins in one of them; empty: at any time. */
  readonly windows: readonly RoutingWindow[];
  readonly serviceS: number;
  /** Service at the place by class of vehicle, where it differs. */
  readonly serviceSByClass: Readonly<Record<string, number>>;
  readonly load: Readonly<Record<string, number>>;
  readonly skills: readonly string[];
  /** Kind of load for segregation; null: none. */
  readonly group: string | null;
  /** What it costs to leave it out, by priority. */
  readonly unservedCostValue: number;
  /** Carried by one vehicle to a quay and by another from there: quays, handling there, classes of the second leg. */
  readonly transfer: RoutingTransfer | null;
}

export interface RoutingTransfer {
  readonly quayPlaceIds: readonly string[];
  readonly handlingS: number;
  readonly firstClassIds: readonly string[];
  readonly secondClassIds: readonly string[];
}

export type RoutingWindow = readonly [fromS: number, untilS: number];

export type RoutingStopKind = 'deliver' | 'pick-up' | 'hand-over' | 'take-over' | 'reload';

export interface RoutingStop {
  readonly kind: RoutingStopKind;
  readonly placeId: string;
  /** null at a reload. */
  readonly jobId: string | null;
  readonly arriveS: number;
  readonly beginS: number;
  readonly leaveS: number;
}

export interface VehicleRoute {
  readonly vehicleId: string;
  readonly departS: number;
  readonly endS: number;
  readonly stops: readonly RoutingStop[];
  readonly travelS: number;
  readonly distanceM: number;
  readonly costValue: number;
}

export interface UnservedJob {
  readonly jobId: string;
  readonly reasons: readonly Reason[];
}

export interface RoutingPlan {
  readonly routes: readonly VehicleRoute[];
  readonly unserved: readonly UnservedJob[];
  /** Routes and what is left out. */
  readonly costValue: number;
  readonly iterationCount: number;
  readonly randomSeed: number;
}

/** What the checker finds wrong. */
export interface RoutingFault {
  readonly place: string;
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}
