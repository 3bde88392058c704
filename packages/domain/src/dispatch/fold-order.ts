// The state of an order from its events. A step keeps when it happened and when it was recorded.

import type { EventEnvelope, Fold } from '../log/index.ts';
import type { OrderBody, OrderEvent, OrderState, OrderStep } from './types.ts';

export const orderFold: Fold<OrderBody> = {
  kind: 'order',
  apply(body, event) {
    const { type, payload } = event as EventEnvelope & OrderEvent;
    if (type === 'order.issued') {
      const issued = { ...payload, organisationTitles: payload.organisationTitles ?? null, state: 'issued' as const, issuedAt: event.happenedAt, issuedBy: event.actor.name, blockedReason: null };
      return { ...issued, steps: [stepOf(event, 'issued', '')] };
    }
    if (body === undefined) return undefined;
    const state = STATE_AFTER[type];
    if (state === undefined) return body;
    const note = 'reason' in payload ? payload.reason : payload.note;
    const blockedReason = type === 'order.blocked' ? note : null;
    return { ...body, state, steps: [...body.steps, stepOf(event, state, note)], blockedReason };
  },
};

const STATE_AFTER: Readonly<Record<string, OrderState>> = {
  'order.accepted': 'accepted',
  'order.departed': 'under-way',
  'order.arrived': 'on-scene',
  'order.completed': 'done',
  'order.blocked': 'blocked',
  'order.cancelled': 'cancelled',
};

function stepOf(event: EventEnvelope, state: OrderState, note: string): OrderStep {
  return { state, at: event.happenedAt, recordedAt: event.recordedAt, by: event.actor.name, note };
}
