// Two-phase reservation: what is held is promised to nobody else until its time runs out; who confirms
// in time keeps it without a time-out, who does not gives it back. The database refuses the second of two
// holds over the last piece, so no decision here can oversell (S-447).

import type { Instant, Result } from '@anlan/kernel';
import { addS, isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { Context, HoldingMove } from '../../log/index.ts';
import { recordKey } from '../../register/index.ts';
import { checkNote, wrongState } from './slip-desk.ts';
import type { SlipDecision } from './slip-desk.ts';
import type { ReservationSlip, SupplyLine } from './types.ts';

type Decision = Result<SlipDecision<ReservationSlip>>;

/** When a hold of `holdForS` runs out. */
export function holdUntil(holdForS: number, context: Context): Result<Instant> {
  if (!(holdForS >= HOLD_S_MIN && holdForS <= HOLD_S_MAX)) return refuse('READINESS_HOLD_TIME_OUT_OF_RANGE', { holdForS, holdSMin: HOLD_S_MIN, holdSMax: HOLD_S_MAX });
  return ok(addS(context.now, holdForS));
}

export function decideConfirmHold(slip: ReservationSlip, note: string, context: Context): Decision {
  if (slip.state !== 'held') return wrongState(slip, 'confirm');
  if (context.now >= slip.expiresAt) return refuse('READINESS_HOLD_EXPIRED', { id: slip.id, expiredAt: isoFromInstant(slip.expiresAt) });
  return ok({ type: 'slip.confirmed', changes: { state: 'confirmed' }, note, moves: [] });
}

export function decideReleaseHold(slip: ReservationSlip, note: string): Decision {
  if (slip.state !== 'held' && slip.state !== 'confirmed') return wrongState(slip, 'release');
  const noted = checkNote(slip.id, note);
  if (!noted.ok) return noted;
  return ok({ type: 'slip.released', changes: { state: 'released' }, note, moves: reservationMoves(slip.lines, 'release') });
}

/** Goods leave the store against a confirmed reservation. */
export function decideIssueReserved(slip: ReservationSlip, note: string): Decision {
  if (slip.state !== 'confirmed') return wrongState(slip, 'issue');
  const noted = checkNote(slip.id, note);
  if (!noted.ok) return noted;
  return ok({ type: 'slip.issued', changes: { state: 'issued' }, note, moves: reservationMoves(slip.lines, 'draw') });
}

/** By the clock alone; a step too early is refused. */
export function decideExpire(slip: ReservationSlip, context: Context): Decision {
  if (slip.state !== 'held' || context.now < slip.expiresAt) return wrongState(slip, 'expire');
  return ok({ type: 'slip.expired', changes: { state: 'expired' }, note: '', moves: reservationMoves(slip.lines, 'release') });
}

export function reservationMoves(lines: readonly SupplyLine[], move: HoldingMove['move']): readonly HoldingMove[] {
  return lines.map(({ registerId, supplyId, quantityValue }) => ({ holdingId: recordKey(registerId, supplyId), move, quantityValue }));
}

/** Our choice: a hold shorter than a minute cannot be answered by a person, one longer than a day is a plan. */
const HOLD_S_MIN = 60;
const HOLD_S_MAX = 86_400;
