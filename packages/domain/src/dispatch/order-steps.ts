// The legal steps of an order, in one table. A blocked order may be taken up again where it stood;
// what was drawn at departure is never drawn twice and never released.

import type { OrderBody, OrderEvent, OrderState } from './types.ts';

export const ORDER_STEPS = ['accept', 'depart', 'arrive', 'complete', 'block', 'cancel'] as const;
export type OrderStepName = (typeof ORDER_STEPS)[number];

interface StepRule {
  readonly event: OrderEvent['type'];
  readonly to: OrderState;
  readonly from: readonly OrderState[];
  /** From `blocked`: only before departure, only after it, or in either case. */
  readonly fromBlocked: 'before-departure' | 'after-departure' | 'always' | 'never';
}

export const STEP_RULES: Readonly<Record<OrderStepName, StepRule>> = {
  accept: { event: 'order.accepted', to: 'accepted', from: ['issued'], fromBlocked: 'before-departure' },
  depart: { event: 'order.departed', to: 'under-way', from: ['accepted'], fromBlocked: 'always' },
  arrive: { event: 'order.arrived', to: 'on-scene', from: ['under-way'], fromBlocked: 'after-departure' },
  complete: { event: 'order.completed', to: 'done', from: ['on-scene'], fromBlocked: 'never' },
  block: { event: 'order.blocked', to: 'blocked', from: ['issued', 'accepted', 'under-way', 'on-scene'], fromBlocked: 'never' },
  cancel: { event: 'order.cancelled', to: 'cancelled', from: ['issued', 'accepted', 'under-way'], fromBlocked: 'always' },
};

export function hasDeparted(order: OrderBody): boolean {
  return order.steps.some((step) => step.state === 'under-way');
}

export function isStepLegal(order: OrderBody, step: OrderStepName): boolean {
  const rule = STEP_RULES[step];
  if (order.state !== 'blocked') return rule.from.includes(order.state);
  if (rule.fromBlocked === 'always') return true;
  return rule.fromBlocked === (hasDeparted(order) ? 'after-departure' : 'before-departure');
}

/** The steps that may come next; for the screen, which offers no other. */
export function nextSteps(order: OrderBody): readonly OrderStepName[] {
  return ORDER_STEPS.filter((step) => isStepLegal(order, step));
}

/** States in which an order still needs somebody. */
export const OPEN_ORDER_STATES: readonly OrderState[] = ['issued', 'accepted', 'under-way', 'on-scene', 'blocked'];

export function isOrderOpen(order: OrderBody): boolean {
  return OPEN_ORDER_STATES.includes(order.state);
}
