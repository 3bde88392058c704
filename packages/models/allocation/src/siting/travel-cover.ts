// From travel rows in several tides and winds to a siting problem: how long from each site to each
// demand in each state, for what share of the hours, and which corridors the way depends on. A way
// that is blocked in a state stays blocked there; it is never averaged away.

import type { Assumption, Result } from '@anlan/kernel';
import type { SupplyTravel } from '../api/plan.ts';
import type { SitingDemand, SitingProblem, SitingSite } from './types.ts';
import { ok, refuse } from '@anlan/kernel';

/** A row of @anlan/movement, door to door, with the corridors of its way where they are known. */
export type TravelCoverRow = SupplyTravel & { readonly corridorIds?: readonly string[] };

export interface TravelCoverState {
  readonly id: string;
  /** Share of the hours of the year with this tide and wind; all states add up to 1. */
  readonly hoursRatio: number;
  readonly rows: readonly TravelCoverRow[];
}

export interface TravelCoverSite extends SitingSite {
  /** From the order until it can leave; added to every way. */
  readonly leadS: number;
}

export interface TravelCoverInput {
  readonly sites: readonly TravelCoverSite[];
  readonly demands: readonly SitingDemand[];
  readonly states: readonly TravelCoverState[];
}

export interface TravelCover {
  /** Distances are seconds from the order to the scene. */
  readonly problem: SitingProblem;
  readonly assumed: readonly Assumption[];
}

export function travelCover({ sites, demands, states }: TravelCoverInput): Result<TravelCover> {
  const demandCount = demands.length;
  const corridors = Array.from({ length: sites.length * demandCount }, () => new Set<string>());
  const openCount = new Int32Array(corridors.length);
  const tables: { id: string; hoursRatio: number; distanceValues: Float64Array }[] = [];
  for (const state of states) {
    const rows = new Map(state.rows.map((row) => [`${row.originId}\n${row.sceneId}`, row]));
    const distanceValues = new Float64Array(corridors.length).fill(Infinity);
    for (const [i, site] of sites.entries()) {
      for (const [j, demand] of demands.entries()) {
        const row = rows.get(`${site.id}\n${demand.id}`);
        if (row === undefined) return refuse('ALLOCATION_TRAVEL_MISSING', { originId: site.id, sceneId: demand.id });
        if (!row.reachable) continue;
        const at = i * demandCount + j;
        distanceValues[at] = site.leadS + row.travelS;
        openCount[at]!++;
        for (const id of row.corridorIds ?? []) corridors[at]!.add(id);
      }
    }
    tables.push({ id: state.id, hoursRatio: state.hoursRatio, distanceValues });
  }
  const pairCount = openCount.reduce((sum, count) => sum + (count > 0 && count < states.length ? 1 : 0), 0);
  const problem: SitingProblem = {
    sites: sites.map(({ id, state, capacityValue, openingCostValue }) => ({ id, state, capacityValue, openingCostValue })), demands, unitCode: 's',
    distanceValues: new Float64Array(corridors.length), states: tables, ...(corridors.some((set) => set.size > 0) ? { corridorIds: corridors.map((set) => [...set].sort()) } : {}),
  };
  return ok({ problem, assumed: pairCount === 0 ? [] : [{ code: 'SITING_ASSUMED_BLOCKED_HOURS', params: { pairCount } }] });
}

/** A matrix as @anlan/movement gives it for one departure hour, as rows; corridors by pair where they are known. */
export function rowsOfMatrix(matrix: TravelMatrixLike, corridorIdsOf: (fromId: string, toId: string) => readonly string[] = () => []): TravelCoverRow[] {
  return matrix.cells.map((cell, at) => {
    const [originId, sceneId] = [matrix.fromIds[Math.floor(at / matrix.toIds.length)]!, matrix.toIds[at % matrix.toIds.length]!];
    return cell.reachable
      ? { reachable: true, originId, sceneId, travelS: cell.durationS, legs: [], reason: cell.reason, corridorIds: corridorIdsOf(originId, sceneId) }
      : { reachable: false, originId, sceneId, reason: cell.reason };
  });
}

export interface TravelMatrixLike {
  readonly fromIds: readonly string[];
  readonly toIds: readonly string[];
  readonly cells: readonly ({ readonly reachable: true; readonly durationS: number; readonly reason: readonly Assumption[] } | { readonly reachable: false; readonly reason: readonly Assumption[] })[];
}

/** Share of the hours in which a site is with a demand in time: entry site · demands + demand. */
export function hoursWithin({ states, distanceValues }: SitingProblem, withinS: number): Float64Array {
  const hours = new Float64Array(distanceValues.length);
  for (const state of states ?? [{ hoursRatio: 1, distanceValues }]) state.distanceValues.forEach((value, at) => (hours[at]! += value <= withinS ? state.hoursRatio : 0));
  return hours;
}
