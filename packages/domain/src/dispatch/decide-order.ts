// Decides a step of an order: who may, whether it is legal now, and what it does to the reserves.
// Stock is held when the order is issued, drawn when it departs, released when it is cancelled
// before departure: always in the append of the event itself.

import type { Instant, Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { Actor, Context, HoldingMove, NewEvent, Role } from '../log/index.ts';
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
  if (!mayMoveOrder(order, step, context.actor)) return refuse('DISPATCH_NOT_OWN_ORDER', { id, organisationId: context.actor.organisationId });
  if (!isStepLegal(order, step)) return refuse('DISPATCH_STEP_ILLEGAL', { id, from: order.state, step });
  const withReason = step === 'block' || step === 'cancel';
  if (withReason && note === '') return refuse('DISPATCH_REASON_MISSING', { id });
  const happenedAt = command.happenedAt ?? context.now;
  const lastAt = order.steps.at(-1)?.at ?? order.issuedAt;
  if (happenedAt > context.now || happenedAt < lastAt) return refuse('DISPATCH_TIME_OUT_OF_ORDER', { id, at: isoFromInstant(happenedAt) });
  const payload = withReason ? { reason: note } : { note };
  const event: NewEvent = { type: STEP_RULES[step].event, payload, happenedAt, actor: context.actor, basis: [] };
  return ok({ events: [event], holdings: movesOf(order, step) });
}

/** Desk roles move any order; everyone else only those of their own organisation, and never cancels. */
export function mayMoveOrder(order: OrderBody, step: OrderStepName, actor: Actor): boolean {
  if (mayIssueOrders(actor)) return true;
  if (step === 'cancel' || actor.kind !== 'person') return false;
  const roleFits = actor.roles.some((role) => role === 'responder' || role === 'enterprise' || role === 'reserve');
  return roleFits && actor.organisationId !== '' && actor.organisationId === order.organisationId;
}

export function mayIssueOrders(actor: Actor): boolean {
  return actor.kind === 'system' || (actor.kind === 'person' && actor.roles.some((role) => DESK_ROLES.includes(role)));
}

/** Reservations for the items of a new order. */
export function holdItems(items: readonly OrderItem[]): readonly HoldingMove[] {
  return items.map((item) => moveOf(item, 'hold'));
}

function movesOf(order: OrderBody, step: OrderStepName): readonly HoldingMove[] {
  if (hasDeparted(order)) return [];
  if (step === 'depart') return order.items.map((item) => moveOf(item, 'draw'));
  if (step === 'cancel') return order.items.map((item) => moveOf(item, 'release'));
  return [];
}

function moveOf(item: OrderItem, move: HoldingMove['move']): HoldingMove {
  return { holdingId: recordKey(item.supplyRegisterId, item.supplyId), move, quantityValue: item.quantityValue };
}

const DESK_ROLES: readonly Role[] = ['dispatcher', 'commander', 'duty'];
