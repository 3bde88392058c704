// Decides a step of an order: who may, whether it is legal now, and what it does to the reserves.
// Stock is held when the order is issued, drawn when it departs, released when it is cancelled before
// departure. The team or vessel is a holding of one, held until the order is done or cancelled, so that
// no unit is in two places. Always in the append of the event itself.

import type { Instant, Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Context, HoldingMove, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import { recordKey } from '../register/index.ts';
import { hasDeparted, isStepLegal, STEP_RULES } from './order-steps.ts';
import type { OrderStepName } from './order-steps.ts';
import type { OrderBody, OrderItem } from './types.ts';

export interface OrderDecision {
  readonly events: readonly NewEvent[];
  readonly holdings: readonly HoldingMove[];
}

export interface OrderStepCommand {
  readonly step: OrderStepName;
  /** Reason of block and cancel, note of the others. */
  readonly note: string;
  /** When it happened, if it is told later (over the radio). Left out: now. */
  readonly happenedAt?: Instant;
}

export function decideOrderStep(order: OrderBody, command: OrderStepCommand, context: Context): Result<OrderDecision> {
  const { step } = command;
  const { id } = order;
  const note = command.note.trim();
  const may = mayDo(context.actor, step === 'cancel' ? 'order.cancel' : 'order.move', { organisationId: order.organisationId });
  if (!may.ok) return may;
  if (!isStepLegal(order, step)) return refuse('DISPATCH_STEP_ILLEGAL', { id, from: order.state, step });
  const withReason = step === 'block' || step === 'cancel';
  if (withReason && note === '') return refuse('DISPATCH_REASON_MISSING', { id });
  const happenedAt = command.happenedAt ?? context.now;
  const lastAt = order.steps.at(-1)?.at ?? order.issuedAt;
  if (happenedAt > context.now || happenedAt < lastAt) return refuse('DISPATCH_TIME_OUT_OF_ORDER', { id, at: isoFromInstant(happenedAt) });
  const payload = withReason ? { reason: note } : { note };
  return ok({ events: [newEvent(context, STEP_RULES[step].event, payload, { happenedAt })], holdings: movesOf(order, step) });
}

/** Reservations for a new order: its unit, if it names one, and its items. */
export function holdForOrder(order: UnitOf & Pick<OrderBody, 'items'>): readonly HoldingMove[] {
  return [...moveUnit(order, 'hold'), ...order.items.map((item) => moveOf(item, 'hold'))];
}

function movesOf(order: OrderBody, step: OrderStepName): readonly HoldingMove[] {
  const freed = step === 'complete' || step === 'cancel' ? moveUnit(order, 'release') : [];
  if (hasDeparted(order)) return freed;
  if (step === 'depart') return order.items.map((item) => moveOf(item, 'draw'));
  if (step === 'cancel') return [...freed, ...order.items.map((item) => moveOf(item, 'release'))];
  return freed;
}

type UnitOf = Pick<OrderBody, 'unitRegisterId' | 'unitId' | 'unitShareValue'>;

function moveUnit({ unitRegisterId, unitId, unitShareValue }: UnitOf, move: 'hold' | 'release'): readonly HoldingMove[] {
  return unitRegisterId === null || unitId === null ? [] : [{ holdingId: recordKey(unitRegisterId, unitId), move, quantityValue: unitShareValue ?? 1 }];
}

function moveOf(item: OrderItem, move: HoldingMove['move']): HoldingMove {
  return { holdingId: recordKey(item.supplyRegisterId, item.supplyId), move, quantityValue: item.quantityValue };
}
