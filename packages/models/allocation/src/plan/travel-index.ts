// Travel rows by origin and scene.

import type { Instant } from '@anlan/kernel';
import { addS, assert } from '@anlan/kernel';
import type { PlanInput, SupplyTravel, SupplyTravelOpen } from '../api/plan.ts';

export interface TravelIndex {
  find(originId: string, sceneId: string): SupplyTravel | undefined;
  /** The row; asserts that the input was checked. */
  get(originId: string, sceneId: string): SupplyTravel;
}

export function indexTravel(input: PlanInput): TravelIndex {
  const byOrigin = new Map<string, Map<string, SupplyTravel>>();
  for (const row of input.travel) {
    const rows = byOrigin.get(row.originId) ?? new Map<string, SupplyTravel>();
    byOrigin.set(row.originId, rows.set(row.sceneId, row));
  }
  const find = (originId: string, sceneId: string): SupplyTravel | undefined => byOrigin.get(originId)?.get(sceneId);
  const get = (originId: string, sceneId: string): SupplyTravel => {
    const row = find(originId, sceneId);
    assert(row !== undefined, `no travel row for ${originId} to ${sceneId}`);
    return row;
  };
  return { find, get };
}

export function arrivalAt(departAt: Instant, travel: SupplyTravelOpen): Instant {
  return addS(departAt, travel.travelS);
}
