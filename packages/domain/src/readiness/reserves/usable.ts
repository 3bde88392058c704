// Whether a supply counts at the time it is to be used: a lot must be ready, inspected, within its
// inspection and not expired at that time, not today; a contract must be in force then (S-447).

import type { Instant, Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { RecordOf } from '../../register/index.ts';
import type { capacityContracts } from './capacity-contracts.ts';
import type { socialAgreements } from './social-agreements.ts';
import type { stockLots } from './stock-lots.ts';

export type StockLot = RecordOf<typeof stockLots>;
export type SocialAgreement = RecordOf<typeof socialAgreements>;
export type CapacityContract = RecordOf<typeof capacityContracts>;

export function checkLotUsable(lot: StockLot, usedAt: Instant): Result<true> {
  const { id, values } = lot;
  if (lot.archived) return refuse('READINESS_SUPPLY_ARCHIVED', { id });
  if (lot.state !== 'ready') return refuse('READINESS_SUPPLY_NOT_READY', { id, state: lot.state ?? '' });
  if (values.expiresAt !== null && usedAt >= values.expiresAt) return refuse('READINESS_LOT_EXPIRED', { id, expiredAt: isoFromInstant(values.expiresAt) });
  if (values.inspectionCode === 'failed') return refuse('READINESS_LOT_INSPECTION_FAILED', { id });
  if (values.inspectionCode === 'not-inspected' || values.inspectionValidUntilAt === null) return refuse('READINESS_LOT_NOT_INSPECTED', { id });
  if (usedAt >= values.inspectionValidUntilAt) return refuse('READINESS_LOT_INSPECTION_LAPSED', { id, lapsedAt: isoFromInstant(values.inspectionValidUntilAt) });
  return ok(true);
}

/** For social agreements and capacity contracts, at the time they are called. */
export function checkContractUsable(contract: SocialAgreement | CapacityContract, calledAt: Instant): Result<true> {
  const { id, values } = contract;
  if (contract.archived) return refuse('READINESS_SUPPLY_ARCHIVED', { id });
  if (contract.state !== 'in-force') return refuse('READINESS_SUPPLY_NOT_READY', { id, state: contract.state ?? '' });
  if (calledAt < values.validFromAt || calledAt >= values.validUntilAt) {
    return refuse('READINESS_CONTRACT_NOT_VALID', { id, fromAt: isoFromInstant(values.validFromAt), untilAt: isoFromInstant(values.validUntilAt) });
  }
  return ok(true);
}
