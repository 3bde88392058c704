// First expired, first out: which lots give a wanted quantity. Lots that will not be usable at the
// time of use are passed over and named, with the reason; the order is the allocation model's.

import type { Instant, Refusal } from '@anlan/kernel';
import type { Lot } from '@anlan/allocation';
import { fefoTake } from '@anlan/allocation';
import type { Holding } from '../../log/index.ts';
import { recordKey } from '../../register/index.ts';
import { checkLotUsable } from './usable.ts';
import type { StockLot } from './usable.ts';

export interface FefoPick {
  readonly picks: readonly { readonly lotId: string; readonly quantityValue: number }[];
  readonly shortValue: number;
  readonly passedOver: readonly { readonly lotId: string; readonly refusal: Refusal }[];
}

export interface FefoQuery {
  /** Lots of one item kind. */
  readonly lots: readonly StockLot[];
  readonly holdings: readonly Holding[];
  readonly wantedValue: number;
  readonly usedAt: Instant;
}

/** Earliest expiry first; lots that never expire last; equal expiry by id. */
export function pickFefo({ lots, holdings, wantedValue, usedAt }: FefoQuery): FefoPick {
  const byId = new Map(holdings.map((holding) => [holding.holdingId, holding]));
  const passedOver: { lotId: string; refusal: Refusal }[] = [];
  const usable = lots.filter((lot) => {
    const check = checkLotUsable(lot, usedAt);
    if (!check.ok) passedOver.push({ lotId: lot.id, refusal: check.refusal });
    return check.ok;
  });
  const free = usable.map(({ id, values }): Lot => ({
    lotId: id, quantityValue: availableValue(byId.get(recordKey('stock-lots', id))),
    expiresAt: values.expiresAt, inspection: values.inspectionCode, inspectionValidUntilAt: values.inspectionValidUntilAt,
  }));
  const picks = fefoTake(free, usedAt, wantedValue);
  const shortValue = wantedValue - picks.reduce((sum, pick) => sum + pick.quantityValue, 0);
  return { picks, shortValue, passedOver };
}

/** On hand and not promised to anyone. */
export function availableValue(holding: Holding | undefined): number {
  return holding === undefined ? 0 : holding.onHandValue - holding.heldValue;
}
