// Slips: the papers of the store. A slip is opened, takes steps and is closed, and each step says who,
// when and why. Quantities move with the step, as holdings in the same append; what is on its way, on
// loan or not yet clean again lies in a holding of the slip's own, so that no lot counts it as usable.

import type { Instant } from '@anlan/kernel';

export const SLIP_KINDS = ['reservation', 'count', 'transfer', 'return', 'loan', 'write-off'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

export interface SlipStep {
  readonly type: string;
  readonly at: Instant;
  readonly by: string;
  readonly byId: string;
  readonly note: string;
}

interface SlipBase {
  readonly id: string;
  /** Where the goods lie when it is opened; null when they lie in several places. */
  readonly facilityId: string | null;
  /** Whose goods it moves; who has only their own must have all of these. */
  readonly organisationIds: readonly string[];
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly openedById: string;
  readonly steps: readonly SlipStep[];
}

export const RESERVE_REGISTERS = ['stock-lots', 'social-agreements', 'capacity-contracts'] as const;
export type ReserveRegisterId = (typeof RESERVE_REGISTERS)[number];

export interface SupplyLine {
  readonly registerId: ReserveRegisterId;
  readonly supplyId: string;
  readonly itemKindId: string;
  readonly quantityValue: number;
}

/** held until `expiresAt` → confirmed (no time-out) → issued; or released; or expired by the clock. */
export interface ReservationSlip extends SlipBase {
  readonly kind: 'reservation';
  readonly state: 'held' | 'confirmed' | 'issued' | 'released' | 'expired';
  readonly lines: readonly SupplyLine[];
  readonly purposeText: string;
  readonly expiresAt: Instant;
}

export interface CountLine {
  readonly lotId: string;
  readonly itemKindId: string;
  /** Book quantity when this lot was counted; at opening while it is not. */
  readonly bookValue: number;
  readonly countedValue: number | null;
  readonly countedById: string | null;
}

/** open → agreed, or submitted → approved | open again (rejected, to count anew); cancelled. */
export interface CountSlip extends SlipBase {
  readonly kind: 'count';
  readonly state: 'open' | 'agreed' | 'submitted' | 'approved' | 'cancelled';
  readonly zoneCode: string | null;
  /** The counter does not see the book. */
  readonly blind: boolean;
  readonly lines: readonly CountLine[];
  readonly submittedById: string | null;
}

export interface TransferLine {
  readonly fromLotId: string;
  readonly itemKindId: string;
  readonly quantityValue: number;
  readonly receivedValue: number | null;
  readonly toLotId: string | null;
  /** Written off after a difference was settled. */
  readonly lostValue: number;
}

/** in-transit → received, or difference → settled; or turned-back. */
export interface TransferSlip extends SlipBase {
  readonly kind: 'transfer';
  readonly state: 'in-transit' | 'received' | 'difference' | 'settled' | 'turned-back';
  readonly toFacilityId: string;
  readonly dueAt: Instant | null;
  readonly carrierText: string;
  readonly lines: readonly TransferLine[];
  readonly receivedById: string | null;
}

export const RETURN_ORIGINS = ['order', 'reservation', 'loan', 'issue'] as const;
export type ReturnOriginKind = (typeof RETURN_ORIGINS)[number];

/** Quantity by state: dirty (returned) → clean → ready, or written off; the sum never passes what went out. */
export interface ReturnSlip extends SlipBase {
  readonly kind: 'return';
  readonly state: 'open' | 'closed';
  readonly originKind: ReturnOriginKind;
  readonly originId: string;
  readonly lotId: string;
  readonly itemKindId: string;
  readonly drawnValue: number;
  readonly dirtyValue: number;
  readonly cleanValue: number;
  readonly readyValue: number;
  readonly writtenOffValue: number;
}

export interface LoanSlip extends SlipBase {
  readonly kind: 'loan';
  readonly state: 'out' | 'closed';
  readonly lotId: string;
  readonly itemKindId: string;
  readonly quantityValue: number;
  readonly returnedValue: number;
  readonly lostValue: number;
  readonly borrowerText: string;
  readonly dueBackAt: Instant;
}

export const WRITE_OFF_REASONS = ['expired', 'damaged', 'failed-test', 'lost', 'obsolete'] as const;
export type WriteOffReason = (typeof WRITE_OFF_REASONS)[number];

export interface WriteOffSlip extends SlipBase {
  readonly kind: 'write-off';
  readonly state: 'proposed' | 'approved' | 'rejected';
  readonly lotId: string;
  readonly itemKindId: string;
  readonly quantityValue: number;
  readonly reasonCode: WriteOffReason;
}

export type SlipBody = ReservationSlip | CountSlip | TransferSlip | ReturnSlip | LoanSlip | WriteOffSlip;
export type SlipOf<K extends SlipKind> = Extract<SlipBody, { kind: K }>;

/** What is given when a slip is opened; the fold adds who and when. */
export type NewSlip<K extends SlipKind = SlipKind> = K extends SlipKind ? Omit<SlipOf<K>, 'id' | 'openedAt' | 'openedBy' | 'openedById' | 'steps'> : never;

/** `slip.opened` carries the whole slip; every other event merges `changes`, as records do. */
export type SlipEvent =
  | { readonly type: 'slip.opened'; readonly payload: { readonly slip: NewSlip & { readonly id: string }; readonly note: string } }
  | { readonly type: SlipEventType; readonly payload: { readonly changes: Readonly<Record<string, unknown>>; readonly note: string } };

export const SLIP_EVENTS = [
  'slip.confirmed', 'slip.issued', 'slip.released', 'slip.expired', 'slip.counted', 'slip.submitted', 'slip.approved', 'slip.rejected', 'slip.cancelled',
  'slip.received', 'slip.settled', 'slip.turned_back', 'slip.taken_back', 'slip.cleaned', 'slip.retested', 'slip.extended', 'slip.given_back', 'slip.lost',
] as const;
export type SlipEventType = (typeof SLIP_EVENTS)[number];
