// Sends one step of an order through its route. `happenedAt` is given when the deed lies back.

import type { RouteAnswer } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import type { StepName } from './order-view.ts';

export interface StepSend {
  readonly orderId: string;
  readonly step: StepName;
  /** Note of a forward step, reason of block and cancel. */
  readonly note: string;
  readonly happenedAt?: string;
  readonly seenVersion?: number;
  readonly signal?: AbortSignal;
}

export function sendStep({ orderId: id, step, note, happenedAt, seenVersion, signal }: StepSend): Promise<RouteAnswer<'acceptOrder'>> {
  const told = { ...(happenedAt === undefined ? {} : { happenedAt }), ...(seenVersion === undefined ? {} : { seenVersion }) };
  const rest = { params: { id }, ...(signal === undefined ? {} : { signal }) };
  switch (step) {
    case 'accept': return call('acceptOrder', { ...rest, body: { note, ...told } });
    case 'depart': return call('departOrder', { ...rest, body: { note, ...told } });
    case 'arrive': return call('arriveOrder', { ...rest, body: { note, ...told } });
    case 'complete': return call('completeOrder', { ...rest, body: { note, ...told } });
    case 'block': return call('blockOrder', { ...rest, body: { reason: note, ...told } });
    case 'cancel': return call('cancelOrder', { ...rest, body: { reason: note, ...told } });
  }
}

/** Views that a step changes. */
export function touchedBy(orderId: string, incidentId: string): readonly string[] {
  return ['orders', `order/${orderId}`, `incident/${incidentId}`, 'queue', 'register/stock-lots', 'register/social-agreements', 'register/capacity-contracts'];
}
