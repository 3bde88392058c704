// Loans and write-offs. A loan lies in a holding of its own until it is back or given up; a write-off holds
// what it proposes, so that nobody is promised it, and takes it away only when a second person agrees.

import type { Instant, Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { Context, HoldingMove } from '../../log/index.ts';
import { wholeMillionths } from '../../log/index.ts';
import { takeAway } from '../reserves/decide-stock.ts';
import { checkNote, checkQuantity, lotHolding, slipHolding, wrongState } from './slip-desk.ts';
import type { SlipDecision } from './slip-desk.ts';
import type { LoanSlip, WriteOffSlip } from './types.ts';

export function checkLoan(id: string, loan: { readonly quantityValue: number; readonly borrowerText: string; readonly dueBackAt: Instant; readonly note: string }, context: Context): Result<true> {
  const quantity = checkQuantity(id, loan.quantityValue);
  if (!quantity.ok) return quantity;
  if (loan.borrowerText.trim() === '' || loan.note.trim() === '') return refuse('READINESS_NOTE_MISSING', { id });
  return loan.dueBackAt > context.now ? ok(true) : refuse('READINESS_DUE_PASSED', { id, dueAt: isoFromInstant(loan.dueBackAt) });
}

export function decideExtendLoan(slip: LoanSlip, dueBackAt: Instant, note: string, context: Context): Result<SlipDecision<LoanSlip>> {
  if (slip.state !== 'out') return wrongState(slip, 'extend');
  const noted = checkNote(slip.id, note);
  if (!noted.ok) return noted;
  if (dueBackAt <= context.now) return refuse('READINESS_DUE_PASSED', { id: slip.id, dueAt: isoFromInstant(dueBackAt) });
  return ok({ type: 'slip.extended', changes: { dueBackAt }, note, moves: [] });
}

/** `straight`: unused and checked, into the lot at once; else it goes the way of all that was used. */
export function decideGiveBack(slip: LoanSlip, back: { readonly quantityValue: number; readonly straight: boolean; readonly note: string }): Result<SlipDecision<LoanSlip>> {
  const checked = checkOut(slip, back.quantityValue, back.note, 'give-back');
  if (!checked.ok) return checked;
  const returnedValue = wholeMillionths(slip.returnedValue + back.quantityValue);
  const into: readonly HoldingMove[] = back.straight ? [{ holdingId: lotHolding(slip.lotId), move: 'receive', quantityValue: back.quantityValue }] : [];
  const moves = [...takeAway(onLoan(slip.id), back.quantityValue), ...into];
  return ok({ type: 'slip.given_back', changes: { returnedValue, state: stateOf({ ...slip, returnedValue }) }, note: back.note, moves });
}

/** What will not come back is given up by another person than the one who lent it. */
export function decideLoanLost(slip: LoanSlip, quantityValue: number, note: string, context: Context): Result<SlipDecision<LoanSlip>> {
  const checked = checkOut(slip, quantityValue, note, 'lose');
  if (!checked.ok) return checked;
  if (slip.openedById === context.actor.id) return refuse('READINESS_SLIP_SAME_PERSON', { id: slip.id });
  const lostValue = wholeMillionths(slip.lostValue + quantityValue);
  return ok({ type: 'slip.lost', changes: { lostValue, state: stateOf({ ...slip, lostValue }) }, note, moves: takeAway(onLoan(slip.id), quantityValue) });
}

export function decideAnswerWriteOff(slip: WriteOffSlip, answer: { readonly approve: boolean; readonly note: string }, context: Context): Result<SlipDecision<WriteOffSlip>> {
  if (slip.state !== 'proposed') return wrongState(slip, answer.approve ? 'approve' : 'reject');
  const noted = checkNote(slip.id, answer.note);
  if (!noted.ok) return noted;
  if (slip.openedById === context.actor.id) return refuse('READINESS_SLIP_SAME_PERSON', { id: slip.id });
  const move = answer.approve ? 'draw' : 'release';
  const moves: readonly HoldingMove[] = [{ holdingId: lotHolding(slip.lotId), move, quantityValue: slip.quantityValue }];
  return ok({ type: answer.approve ? 'slip.approved' : 'slip.rejected', changes: { state: answer.approve ? 'approved' : 'rejected' }, note: answer.note, moves });
}

/** Still with the borrower. */
export function outstandingValue({ quantityValue, returnedValue, lostValue }: Pick<LoanSlip, 'quantityValue' | 'returnedValue' | 'lostValue'>): number {
  return wholeMillionths(quantityValue - returnedValue - lostValue);
}

export function onLoan(slipId: string): string {
  return slipHolding('loan', slipId, 'out');
}

function stateOf(slip: LoanSlip): LoanSlip['state'] {
  return outstandingValue(slip) > 0 ? 'out' : 'closed';
}

function checkOut(slip: LoanSlip, quantityValue: number, note: string, step: string): Result<true> {
  if (slip.state !== 'out') return wrongState(slip, step);
  const quantity = checkQuantity(slip.id, quantityValue);
  if (!quantity.ok) return quantity;
  const noted = checkNote(slip.id, note);
  if (!noted.ok) return noted;
  const out = outstandingValue(slip);
  return quantityValue > out ? refuse('READINESS_RETURN_OVER_DRAWN', { id: slip.id, wanted: quantityValue, available: out }) : ok(true);
}
