// A unit that is held is refused by the store as a holding that is short. People need to know who has
// it: the order that holds it, and the incident that order belongs to.

import type { Refusal } from '@anlan/kernel';
import type { Context, ViewStore } from '../log/index.ts';
import { OPEN_ORDER_STATES } from './order-steps.ts';
import type { OrderBody } from './types.ts';

/** DISPATCH_UNIT_HELD with the order and the incident; the refusal as it was when no unit is meant or its order has just ended. */
export async function namedHolder(views: ViewStore, refusal: Refusal, context: Context): Promise<Refusal> {
  const [unitRegisterId = '', unitId = ''] = String(refusal.params['holdingId'] ?? '').split('/');
  if (refusal.code !== 'LOG_HOLDING_SHORT' || !UNIT_REGISTERS.includes(unitRegisterId)) return refusal;
  const held = await views.list<OrderBody>({ realm: context.realm, kind: 'order', where: { unitRegisterId, unitId, state: OPEN_ORDER_STATES } });
  const order = held[0]?.body;
  return order === undefined ? refusal : { code: 'DISPATCH_UNIT_HELD', params: { id: unitId, orderId: order.id, incidentId: order.incidentId } };
}

const UNIT_REGISTERS: readonly string[] = ['teams', 'vessels'];
