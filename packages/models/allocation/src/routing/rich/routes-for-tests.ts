// Small routing cases on a line: place i lies i × 10 minutes and i × 5 km from place 0.

import type { RoutingJob, RoutingProblem, RoutingTravel, RoutingVehicle } from '../types.ts';

export const MINUTE = 60;

export function lineTravel(count: number, change: Partial<RoutingTravel> = {}): RoutingTravel {
  const rows = (unit: number): number[][] => Array.from({ length: count }, (_from, i) => Array.from({ length: count }, (_to, j) => Math.abs(i - j) * unit));
  return { id: 'road', distanceM: rows(5000), buckets: [{ fromS: 0, durationS: rows(10 * MINUTE) }], ...change };
}

export function vehicle(id: string, change: Partial<RoutingVehicle> = {}): RoutingVehicle {
  return {
    id, classId: 'truck', travelId: 'road', startPlaceId: 'p0', endPlaceId: 'p0', shiftFromS: 0, shiftUntilS: 12 * 3600, dutySMax: null, capacity: { massKg: 1000 }, skills: [], refusedGroups: [],
    reloadPlaceIds: [], reloadS: 10 * MINUTE, tripCountMax: 1, costPerSValue: 1, costPerMValue: 0, fixedCostValue: 100, pinnedJobIds: [], ...change,
  };
}

export function job(id: string, placeId: string, change: Partial<RoutingJob> = {}): RoutingJob {
  return {
    id, placeId, pickupPlaceId: null, pickupWindows: [], pickupServiceS: 5 * MINUTE, windows: [], serviceS: 5 * MINUTE, serviceSByClass: {}, load: { massKg: 400 }, skills: [], group: null,
    unservedCostValue: 1e6, transfer: null, ...change,
  };
}

export function problem(change: Partial<RoutingProblem> = {}): RoutingProblem {
  return { placeIds: ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'], travel: [lineTravel(6)], vehicles: [vehicle('v1')], jobs: [], segregated: [], ...change };
}
