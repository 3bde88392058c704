// Why a supply that could serve a need brings nothing to its scene: blocked, too late, no usable
// lot, nothing left, or a kit that can never be complete. So that a shortage is never unexplained.

import type { Instant } from '@anlan/kernel';
import { addS, nameParams, secondsBetween } from '@anlan/kernel';
import type { Reason } from '../api/demand.ts';
import type { PlanInput, SupplyTravelOpen, UnusableSupply } from '../api/plan.ts';
import type { StockSupply, Supply } from '../api/supply.ts';
import { lotIsUsable } from '../supply/usable.ts';
import type { Batch } from './batches.ts';
import { availableAt, batchesOf } from './batches.ts';
import type { TravelIndex } from './travel-index.ts';
import { arrivalAt } from './travel-index.ts';

export function unusableSupplies(input: PlanInput, travel: TravelIndex): readonly UnusableSupply[] {
  const batches = batchesOf(input, { keepFloors: false });
  const bySupply = new Map<string, Batch[]>();
  for (const batch of batches) bySupply.set(batch.supply.id, [...(bySupply.get(batch.supply.id) ?? []), batch]);
  return input.supplies.flatMap((supply) => {
    const mine = bySupply.get(supply.id) ?? [];
    return scenesServed(input, supply).flatMap((sceneId): UnusableSupply[] => {
      const reason = whyNothing(input, { supply, mine, sceneId, batches, travel });
      return reason.length === 0 ? [] : [{ supplyId: supply.id, sceneId, reason }];
    });
  });
}

interface Case {
  readonly supply: Supply;
  readonly mine: readonly Batch[];
  readonly sceneId: string;
  readonly batches: readonly Batch[];
  readonly travel: TravelIndex;
}

function whyNothing(input: PlanInput, { supply, mine, sceneId, batches, travel }: Case): readonly Reason[] {
  const row = travel.get(supply.originId, sceneId);
  if (!row.reachable) return row.reason;
  const endAt = addS(input.now, input.horizonS);
  const name = nameParams('name', supply.name);
  const inTime = mine.filter((batch) => arrivalAt(batch.departAt, row) <= endAt);
  if (inTime.length === 0) return [tooLate(input, supply, row)];
  if (!inTime.some((batch) => availableAt(batch, arrivalAt(batch.departAt, row)) > 0)) {
    return [supply.reserve === 'stock' ? lotsReason(supply, arrivalAt(inTime[0]!.departAt, row)) : { code: 'ALLOCATION_NOTHING_LEFT', params: name }];
  }
  const missing = supply.requires.filter((part) => !batches.some((batch) => {
    const way = travel.find(batch.supply.originId, sceneId);
    return batch.supply.itemKindId === part.itemKindId && way?.reachable === true && arrivalAt(batch.departAt, way) <= endAt && availableAt(batch, arrivalAt(batch.departAt, way)) > 0;
  }));
  return missing.map((part) => ({ code: 'ALLOCATION_KIT_INCOMPLETE', params: { ...name, itemKindId: part.itemKindId } }));
}

function tooLate(input: PlanInput, supply: Supply, row: SupplyTravelOpen): Reason {
  const firstS = supply.leadS + (supply.reserve === 'capacity' ? supply.shipEveryS : 0) + row.travelS;
  const params = { ...nameParams('name', supply.name), hours: Math.round(firstS / 360) / 10, horizonHours: Math.round(secondsBetween(input.now, addS(input.now, input.horizonS)) / 360) / 10 };
  return { code: 'ALLOCATION_ARRIVES_TOO_LATE', params };
}

function lotsReason(supply: StockSupply, useAt: Instant): Reason {
  const held = supply.lots.filter((lot) => lot.quantityValue > 0);
  if (held.length === 0) return { code: 'ALLOCATION_NOTHING_LEFT', params: nameParams('name', supply.name) };
  const expiredCount = held.filter((lot) => lot.expiresAt !== null && lot.expiresAt <= useAt).length;
  const blockedCount = held.filter((lot) => !lotIsUsable(lot, useAt)).length;
  return { code: 'ALLOCATION_LOTS_UNUSABLE', params: { ...nameParams('name', supply.name), lotCount: held.length, expiredCount, uninspectedCount: blockedCount - expiredCount } };
}

function scenesServed(input: PlanInput, supply: Supply): readonly string[] {
  const served = input.demands.filter((demand) => demand.accepts.some((each) => each.capabilityCode === supply.capabilityCode));
  return [...new Set(served.map((demand) => demand.sceneId))];
}
