// Which lots may be used at a moment, and in which order they are issued: first expired, first
// out. A lot is usable when it passed inspection, the inspection still holds and it has not
// expired at the time of use (S-447).

import type { Instant } from '@anlan/kernel';
import type { Lot } from '../api/supply.ts';
import type { LotShare } from '../api/plan.ts';

export function lotIsUsable(lot: Lot, useAt: Instant): boolean {
  if (lot.inspection !== 'passed' || lot.quantityValue <= 0) return false;
  if (lot.inspectionValidUntilAt !== null && lot.inspectionValidUntilAt <= useAt) return false;
  return lot.expiresAt === null || lot.expiresAt > useAt;
}

/** Usable lots, the earliest expiry first, those without expiry last, then by id. */
export function fefoOrder(lots: readonly Lot[], useAt: Instant): readonly Lot[] {
  const expiry = (lot: Lot): number => lot.expiresAt ?? Infinity;
  return lots
    .filter((lot) => lotIsUsable(lot, useAt))
    .sort((a, b) => (expiry(a) === expiry(b) ? compareText(a.lotId, b.lotId) : expiry(a) - expiry(b)));
}

/** Takes up to q in that order; what is taken may be less than asked. */
export function fefoTake(lots: readonly Lot[], useAt: Instant, q: number): readonly LotShare[] {
  const shares: LotShare[] = [];
  let left = q;
  for (const lot of fefoOrder(lots, useAt)) {
    if (left <= 0) break;
    const taken = Math.min(left, lot.quantityValue);
    shares.push({ lotId: lot.lotId, quantityValue: taken });
    left -= taken;
  }
  return shares;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
