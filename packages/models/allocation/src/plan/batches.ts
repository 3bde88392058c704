// The stock of the game: every supply as batches that can leave at a moment. Stock and social
// goods are one batch, ready after their lead; production is one batch per shipment. Batches hold
// what is left of them while an option is filled.

import type { Instant } from '@anlan/kernel';
import { addS } from '@anlan/kernel';
import type { LotShare, PlanInput } from '../api/plan.ts';
import type { Lot, StockSupply, Supply } from '../api/supply.ts';
import { shipmentsOf, wholeSteps } from '../supply/ramp.ts';
import { fefoTake, lotIsUsable } from '../supply/usable.ts';

export interface Batch {
  readonly supply: Supply;
  readonly departAt: Instant;
  /** Social and capacity: what is left. Stock: unused, the lots hold it. */
  leftValue: number;
  readonly unitCode: string;
  lots: readonly Lot[];
}

/** Fresh batches for one option. `keepFloors` sets the floor of each stock aside first. */
export function batchesOf(input: PlanInput, keepFloors: { readonly keepFloors: boolean }): readonly Batch[] {
  return input.supplies.flatMap((supply): Batch[] => {
    if (supply.reserve === 'stock') {
      const lots = keepFloors.keepFloors ? withoutFloor(supply) : supply.lots;
      return [{ supply, departAt: addS(input.now, supply.leadS), leftValue: 0, unitCode: supply.unitCode, lots }];
    }
    if (supply.reserve === 'social') return [{ supply, departAt: addS(input.now, supply.leadS), leftValue: supply.countedValue, unitCode: supply.unitCode, lots: [] }];
    return shipmentsOf(supply, input.horizonS).map((shipment) => ({
      supply, departAt: addS(input.now, shipment.readyS), leftValue: shipment.quantityValue, unitCode: supply.unitCode, lots: [],
    }));
  });
}

/** How much of the batch can be used by something that arrives at `useAt`, in whole steps. */
export function availableAt(batch: Batch, useAt: Instant): number {
  if (batch.supply.reserve !== 'stock') return wholeSteps(batch.leftValue, batch.supply.stepValue);
  const usable = batch.lots.reduce((sum, lot) => sum + (lotIsUsable(lot, useAt) ? lot.quantityValue : 0), 0);
  return wholeSteps(usable, batch.supply.stepValue);
}

/** Takes q, which must be available; returns the lots of a stock. */
export function takeFrom(batch: Batch, useAt: Instant, q: number): readonly LotShare[] {
  if (batch.supply.reserve !== 'stock') {
    batch.leftValue = nearZero(batch.leftValue - q);
    return [];
  }
  const shares = fefoTake(batch.lots, useAt, q);
  const takenByLot = new Map(shares.map((share) => [share.lotId, share.quantityValue]));
  batch.lots = batch.lots.map((lot) => ({ ...lot, quantityValue: nearZero(lot.quantityValue - (takenByLot.get(lot.lotId) ?? 0)) }));
  return shares;
}

/** The floor is kept in the lots that expire last, so that what goes out is what is oldest. */
function withoutFloor(supply: StockSupply): readonly Lot[] {
  let floorLeft = supply.floorValue;
  const expiry = (lot: Lot): number => lot.expiresAt ?? Infinity;
  return [...supply.lots]
    .sort((a, b) => (expiry(a) === expiry(b) ? 0 : expiry(b) - expiry(a)))
    .map((lot) => {
      const kept = lot.inspection === 'passed' ? Math.min(floorLeft, lot.quantityValue) : 0;
      floorLeft -= kept;
      return { ...lot, quantityValue: lot.quantityValue - kept };
    });
}

function nearZero(q: number): number {
  return Math.abs(q) < QUANTITY_HAIR ? 0 : q;
}

/** Quantities below this are the dust of floating sums, not goods. */
export const QUANTITY_HAIR = 1e-9;
