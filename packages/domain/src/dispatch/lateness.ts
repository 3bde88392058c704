// Whether an order is late: it has not left when it should have, or not arrived when it should
// have. Judged from the order and the clock alone, so that a replay judges as it was then.

import type { Instant } from '@anlan/kernel';
import { secondsBetween } from '@anlan/kernel';
import { hasDeparted, isOrderOpen } from './order-steps.ts';
import type { OrderBody } from './types.ts';

export interface Lateness {
  readonly kind: 'depart' | 'arrive';
  readonly dueAt: Instant;
  readonly lateS: number;
}

/** What the order is late with at `now`; null when it is not, or needs nobody any more. */
export function orderLateness(order: OrderBody, now: Instant): Lateness | null {
  if (!isOrderOpen(order) || arrivedAt(order) !== null) return null;
  if (now > order.arriveDueAt) return { kind: 'arrive', dueAt: order.arriveDueAt, lateS: secondsBetween(order.arriveDueAt, now) };
  if (!hasDeparted(order) && now > order.departDueAt) return { kind: 'depart', dueAt: order.departDueAt, lateS: secondsBetween(order.departDueAt, now) };
  return null;
}

/** When the unit was on scene, by the step's own time; null before. */
export function arrivedAt(order: OrderBody): Instant | null {
  return order.steps.find((step) => step.state === 'on-scene')?.at ?? null;
}

/** The next duty of the order and its time: leave, then arrive; null when neither is left. */
export function orderDueAt(order: OrderBody): { readonly kind: 'depart' | 'arrive'; readonly dueAt: Instant } | null {
  if (!isOrderOpen(order) || arrivedAt(order) !== null) return null;
  return hasDeparted(order) ? { kind: 'arrive', dueAt: order.arriveDueAt } : { kind: 'depart', dueAt: order.departDueAt };
}
