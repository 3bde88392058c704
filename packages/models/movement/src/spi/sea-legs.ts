// Sea legs of one vessel class between berths and places on the water, for one departure window.
// The multimodal search asks arrivals many thousand times, so ends are numbers and arrivals figures
// of a table; the route is asked once for the legs that are shown.

import type { Assumption, LonLat } from '@anlan/kernel';
import type { Reason } from '../api/travel.ts';

export interface SeaLegRoute {
  readonly distanceM: number;
  readonly pathDeg: readonly LonLat[];
  readonly reason: readonly Reason[];
}

export interface SeaLegs {
  /** Whether weather, tide and closures are in the figures; if not, the search holds the limits of the class itself. */
  readonly timed: boolean;
  /** Number of an end (`berthKey`, `placeKey`); −1 when the table has none. */
  endIndex(key: string): number;
  /** Seconds after the departure of the request at which a vessel that leaves at `leaveS` arrives; Infinity: it does not. Never earlier for a later start. */
  arriveS(fromIndex: number, toIndex: number, leaveS: number): number;
  /** Duration if nothing stood in the way; at most the real one. For reasons only, never shown. */
  calmS(fromIndex: number, toIndex: number): number;
  route(fromIndex: number, toIndex: number, leaveS: number): SeaLegRoute | undefined;
  /** Why there is no way, or a slow one. */
  reasons(fromIndex: number, toIndex: number, leaveS: number): readonly Reason[];
  readonly assumed: readonly Assumption[];
}

/** Keys of ends: a berth, or a place on the water by its id. */
export function berthKey(berthId: string): string {
  return `berth ${berthId}`;
}
export function placeKey(placeId: string): string {
  return `place ${placeId}`;
}
