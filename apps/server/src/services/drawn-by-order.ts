// What an order took out of a lot: its items, once it has left. Returns rest on it; orders are a later stage
// than the store, so the store asks through this.

import { wholeMillionths } from '@anlan/domain';
import type { OrderBody } from '@anlan/domain';
import type { ServiceBase } from '../services.ts';

export async function drawnByOrder(base: Pick<ServiceBase, 'views' | 'realm'>, orderId: string, lotId: string): Promise<number | undefined> {
  const order = (await base.views.find<OrderBody>(base.realm, 'order', orderId))?.body;
  if (order === undefined || !order.steps.some(({ state }) => state === 'under-way')) return undefined;
  const items = order.items.filter((item) => item.supplyRegisterId === 'stock-lots' && item.supplyId === lotId);
  return wholeMillionths(items.reduce((sum, item) => sum + item.quantityValue, 0));
}
