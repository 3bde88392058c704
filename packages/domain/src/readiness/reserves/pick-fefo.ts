// First expired, first out: which lots give a wanted quantity. Lots that will not be usable at the
// time of use are passed over and named, with the reason.

import type { Instant, Refusal } from '@anlan/kernel';
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
  const ordered = usable.toSorted((a, b) => (a.values.expiresAt ?? Infinity) - (b.values.expiresAt ?? Infinity) || (a.id < b.id ? -1 : 1));
  const picks: { lotId: string; quantityValue: number }[] = [];
  let shortValue = wantedValue;
  for (const lot of ordered) {
    const quantityValue = Math.min(shortValue, availableValue(byId.get(recordKey('stock-lots', lot.id))));
    if (quantityValue <= 0) continue;
    picks.push({ lotId: lot.id, quantityValue });
    shortValue -= quantityValue;
  }
  return { picks, shortValue, passedOver };
}

/** On hand and not promised to anyone. */
export function availableValue(holding: Holding | undefined): number {
  return holding === undefined ? 0 : holding.onHandValue - holding.heldValue;
}
