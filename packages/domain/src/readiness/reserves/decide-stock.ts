// Decides moves of the stock ledger beside orders: receipt, transfer between lots, count. A count
// that differs from the book changes nothing until a second person approves it (S-447). Quantities
// are moved as holdings in the same append, so that the ledger cannot go below zero.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, Holding, HoldingMove, NewEvent } from '../../log/index.ts';
import { isMovable, newEvent, wholeMillionths } from '../../log/index.ts';
import { mayEdit, recordKey } from '../../register/index.ts';
import type { RecordValues } from '../../register/index.ts';
import { stockLots } from './stock-lots.ts';
import type { StockLot } from './usable.ts';

export interface StockDecision {
  readonly events: readonly NewEvent[];
  readonly holdings: readonly HoldingMove[];
}

export type StockEvent =
  | { readonly type: 'stock.received' | 'stock.sent'; readonly payload: { readonly quantityValue: number; readonly otherLotId: string | null; readonly note: string } }
  /** Taken out of the store without an order: used for training, given back, worn out. */
  | { readonly type: 'stock.issued'; readonly payload: { readonly quantityValue: number; readonly note: string } }
  | { readonly type: 'stock.counted'; readonly payload: { readonly countedValue: number; readonly bookValue: number; readonly changes: RecordValues } }
  | { readonly type: 'stock.count_approved' | 'stock.count_rejected'; readonly payload: { readonly differenceValue: number; readonly note: string; readonly changes: RecordValues } };

export function decideReceiveStock(lot: StockLot, quantityValue: number, note: string, context: Context): Result<StockDecision> {
  const checked = checkMove(lot, quantityValue, note, context);
  if (!checked.ok) return checked;
  const event = stockEvent({ type: 'stock.received', payload: { quantityValue, otherLotId: null, note } }, context);
  return ok({ events: [event], holdings: [{ holdingId: holdingId(lot), move: 'receive', quantityValue }] });
}

/** Takes free stock out of the store; what is promised to an order cannot be issued. */
export function decideIssueStock(lot: StockLot, quantityValue: number, note: string, context: Context): Result<StockDecision> {
  const checked = checkMove(lot, quantityValue, note, context);
  if (!checked.ok) return checked;
  const event = stockEvent({ type: 'stock.issued', payload: { quantityValue, note } }, context);
  return ok({ events: [event], holdings: takeAway(holdingId(lot), quantityValue) });
}

/** The pair of events of a transfer: `sent` for the stream of `from`, `received` for that of `to`. */
export function decideTransferStock(from: StockLot, to: StockLot, quantityValue: number, note: string, context: Context): Result<{ readonly sent: StockDecision; readonly received: StockDecision }> {
  for (const lot of [from, to]) {
    const checked = checkMove(lot, quantityValue, note, context);
    if (!checked.ok) return checked;
  }
  if (from.values.itemKindId !== to.values.itemKindId || from.id === to.id) return refuse('READINESS_TRANSFER_OTHER_KIND', { fromId: from.id, toId: to.id });
  const sent = stockEvent({ type: 'stock.sent', payload: { quantityValue, otherLotId: to.id, note } }, context);
  const received = stockEvent({ type: 'stock.received', payload: { quantityValue, otherLotId: from.id, note } }, context);
  return ok({
    sent: { events: [sent], holdings: takeAway(holdingId(from), quantityValue) },
    received: { events: [received], holdings: [{ holdingId: holdingId(to), move: 'receive', quantityValue }] },
  });
}

/** `holding` is the lot's as it stands now: the book quantity of the count. */
export function decideCountStock(lot: StockLot, holding: Holding, countedValue: number, context: Context): Result<StockDecision> {
  const allowed = checkEdit(lot, context);
  if (!allowed.ok) return allowed;
  const quantity = checkFound(lot.id, countedValue);
  if (!quantity.ok) return quantity;
  if (lot.values.countState === 'difference') return refuse('READINESS_COUNT_WAITING', { id: lot.id });
  const bookValue = holding.onHandValue;
  const changes: RecordValues = {
    countState: countedValue === bookValue ? 'agreed' : 'difference', countedValue, countBookValue: bookValue, countedAt: context.now, countedBy: context.actor.id,
  };
  return ok({ events: [stockEvent({ type: 'stock.counted', payload: { countedValue, bookValue, changes } }, context)], holdings: [] });
}

/** A second person takes the counted quantity into the book, or rejects the count. */
export function decideApproveCount(lot: StockLot, holding: Holding, answer: { readonly approve: boolean; readonly note: string }, context: Context): Result<StockDecision> {
  const { id, values } = lot;
  const allowed = checkEdit(lot, context);
  if (!allowed.ok) return allowed;
  const { countedValue, countBookValue } = values;
  if (values.countState !== 'difference' || countedValue === null || countBookValue === null) return refuse('READINESS_COUNT_NOT_WAITING', { id });
  if (values.countedBy === context.actor.id) return refuse('READINESS_COUNT_SAME_PERSON', { id });
  if (answer.note.trim() === '') return refuse('READINESS_NOTE_MISSING', { id });
  const differenceValue = wholeMillionths(countedValue - countBookValue);
  const note = answer.note.trim();
  if (!answer.approve) {
    const changes: RecordValues = { countState: null, countedValue: null, countBookValue: null };
    return ok({ events: [stockEvent({ type: 'stock.count_rejected', payload: { differenceValue, note, changes } }, context)], holdings: [] });
  }
  if (holding.onHandValue !== countBookValue) return refuse('READINESS_COUNT_OUTDATED', { id, book: countBookValue, onHand: holding.onHandValue });
  const holdings: readonly HoldingMove[] = differenceValue > 0
    ? [{ holdingId: holdingId(lot), move: 'receive', quantityValue: differenceValue }]
    : takeAway(holdingId(lot), -differenceValue);
  return ok({ events: [stockEvent({ type: 'stock.count_approved', payload: { differenceValue, note, changes: { countState: 'agreed' } } }, context)], holdings });
}

/** Takes free stock away: a hold that fails when it is promised, then the draw. */
export function takeAway(id: string, quantityValue: number): readonly HoldingMove[] {
  return [{ holdingId: id, move: 'hold', quantityValue }, { holdingId: id, move: 'draw', quantityValue }];
}

/** What somebody found in a store may be nothing; else it is as fine as the book. */
export function checkFound(id: string, foundValue: number): Result<true> {
  if (!Number.isFinite(foundValue) || foundValue < 0) return refuse('READINESS_QUANTITY_NOT_POSITIVE', { id, quantity: String(foundValue) });
  return foundValue === 0 || isMovable(foundValue) ? ok(true) : refuse('READINESS_QUANTITY_TOO_FINE', { id, quantity: String(foundValue) });
}

function checkMove(lot: StockLot, quantityValue: number, note: string, context: Context): Result<true> {
  const allowed = checkEdit(lot, context);
  if (!allowed.ok) return allowed;
  if (!(quantityValue > 0) || !Number.isFinite(quantityValue)) return refuse('READINESS_QUANTITY_NOT_POSITIVE', { id: lot.id, quantity: String(quantityValue) });
  if (!isMovable(quantityValue)) return refuse('READINESS_QUANTITY_TOO_FINE', { id: lot.id, quantity: String(quantityValue) });
  return note.trim() === '' ? refuse('READINESS_NOTE_MISSING', { id: lot.id }) : ok(true);
}

function checkEdit(lot: StockLot, context: Context): Result<true> {
  if (lot.archived) return refuse('READINESS_SUPPLY_ARCHIVED', { id: lot.id });
  return mayEdit(stockLots, lot.values, context.actor) ? ok(true) : refuse('READINESS_STOCK_EDIT_FORBIDDEN', { id: lot.id });
}

function holdingId(lot: StockLot): string {
  return recordKey('stock-lots', lot.id);
}

function stockEvent(event: StockEvent, context: Context): NewEvent {
  return newEvent(context, event.type, event.payload);
}
