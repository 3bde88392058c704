// Loans out of a lot, with a day they are due back, and write-offs that a second person agrees to.

import type { Instant, Result } from '@anlan/kernel';
import type { Context, HoldingMove } from '../../log/index.ts';
import { takeAway } from '../reserves/decide-stock.ts';
import { checkLoan, decideAnswerWriteOff, decideExtendLoan, decideGiveBack, decideLoanLost, onLoan } from './decide-loan.ts';
import { takeBack } from './handle-return.ts';
import { appendStep, checkNote, checkQuantity, loadLot, loadSlip, lotHolding, mayForAll, openSlip, stepAppend } from './slip-desk.ts';
import type { Seen, SlipDeps, SlipDone } from './slip-desk.ts';
import type { NewSlip, WriteOffReason } from './types.ts';

export interface LendStock {
  readonly lotId: string;
  readonly quantityValue: number;
  readonly borrowerText: string;
  readonly dueBackAt: Instant;
  readonly note: string;
}

export async function handleLend(deps: SlipDeps, command: LendStock, context: Context): Promise<Result<SlipDone>> {
  const { lotId, quantityValue, dueBackAt, note } = command;
  const found = await loadLot(deps.views, lotId, context);
  if (!found.ok) return found;
  const { values } = found.value.lot;
  const may = mayForAll(context.actor, 'stock.move', [values.organisationId]);
  if (!may.ok) return may;
  const checked = checkLoan(lotId, command, context);
  if (!checked.ok) return checked;
  const id = deps.ids.newId('loan');
  const slip: NewSlip<'loan'> = {
    kind: 'loan', state: 'out', facilityId: values.facilityId, organisationIds: [values.organisationId], lotId, itemKindId: values.itemKindId, quantityValue, returnedValue: 0, lostValue: 0,
    borrowerText: command.borrowerText.trim(), dueBackAt,
  };
  const moves: readonly HoldingMove[] = [...takeAway(lotHolding(lotId), quantityValue), { holdingId: onLoan(id), move: 'open', quantityValue }];
  return openSlip(deps, slip, { id, note, moves }, context);
}

export async function handleExtendLoan(deps: SlipDeps, command: { readonly id: string; readonly dueBackAt: Instant; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadSlip(deps.views, 'loan', command.id, context, command);
  if (!view.ok) return view;
  const may = mayForAll(context.actor, 'stock.move', view.value.body.organisationIds);
  return may.ok ? appendStep(deps, view.value, decideExtendLoan(view.value.body, command.dueBackAt, command.note, context), context) : may;
}

export async function handleGiveBack(deps: SlipDeps, command: { readonly id: string; readonly quantityValue: number; readonly straight: boolean; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadSlip(deps.views, 'loan', command.id, context, command);
  if (!view.ok) return view;
  const { body } = view.value;
  const may = mayForAll(context.actor, 'stock.move', body.organisationIds);
  if (!may.ok) return may;
  const decision = decideGiveBack(body, command);
  if (!decision.ok || command.straight) return appendStep(deps, view.value, decision, context);
  const lot = await loadLot(deps.views, body.lotId, context);
  if (!lot.ok) return lot;
  const also = [stepAppend(view.value, decision.value, context)];
  return takeBack(deps, { originKind: 'loan', originId: body.id, lot: lot.value, drawnValue: body.quantityValue, quantityValue: command.quantityValue, note: command.note }, also, context);
}

export async function handleLoanLost(deps: SlipDeps, command: { readonly id: string; readonly quantityValue: number; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadSlip(deps.views, 'loan', command.id, context, command);
  if (!view.ok) return view;
  const may = mayForAll(context.actor, 'stock.approve', view.value.body.organisationIds);
  return may.ok ? appendStep(deps, view.value, decideLoanLost(view.value.body, command.quantityValue, command.note, context), context) : may;
}

export async function handleProposeWriteOff(deps: SlipDeps, command: { readonly lotId: string; readonly quantityValue: number; readonly reasonCode: WriteOffReason; readonly note: string }, context: Context): Promise<Result<SlipDone>> {
  const { lotId, quantityValue, reasonCode, note } = command;
  const found = await loadLot(deps.views, lotId, context);
  if (!found.ok) return found;
  const { values } = found.value.lot;
  const may = mayForAll(context.actor, 'stock.move', [values.organisationId]);
  if (!may.ok) return may;
  const quantity = checkQuantity(lotId, quantityValue);
  if (!quantity.ok) return quantity;
  const noted = checkNote(lotId, note);
  if (!noted.ok) return noted;
  const slip: NewSlip<'write-off'> = { kind: 'write-off', state: 'proposed', facilityId: values.facilityId, organisationIds: [values.organisationId], lotId, itemKindId: values.itemKindId, quantityValue, reasonCode };
  return openSlip(deps, slip, { id: deps.ids.newId('write-off'), note, moves: [{ holdingId: lotHolding(lotId), move: 'hold', quantityValue }] }, context);
}

export async function handleAnswerWriteOff(deps: SlipDeps, command: { readonly id: string; readonly approve: boolean; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadSlip(deps.views, 'write-off', command.id, context, command);
  if (!view.ok) return view;
  const may = mayForAll(context.actor, 'stock.approve', view.value.body.organisationIds);
  return may.ok ? appendStep(deps, view.value, decideAnswerWriteOff(view.value.body, command, context), context) : may;
}
