// The list of orders at a past minute.

import { describe, expect, it } from 'vitest';
import type { Actor, EventEnvelope } from '@anlan/domain';
import { instant } from '@anlan/kernel';
import type { App } from '../../app.ts';
import { orderHandlers } from './orders.ts';

const iso = (count: number) => new Date(Date.UTC(2026, 10, 26, 5, count)).toISOString();
const minute = (count: number) => instant(iso(count));
const person = (role: 'duty' | 'enterprise', organisationId: string): Actor => ({ kind: 'person', id: role, name: role, roles: [role], organisationId });

/** One order a minute; the views come newest first and are cut as the store cuts them. */
function appWith(count: number): App {
  const events = (index: number) => [{ type: 'order.issued', streamVersion: 1, happenedAt: minute(index), recordedAt: minute(index), actor: { name: '周岚' }, payload: { id: `order-${index}`, organisationId: index === 0 ? 'org-own' : 'org-other' } }] as unknown as readonly EventEnvelope[];
  const views = Array.from({ length: count }, (_, i) => count - 1 - i).map((index) => ({ realm: 'real', kind: 'order', id: `order-${index}`, streamVersion: 1, updatedAt: minute(index), body: { id: `order-${index}`, organisationId: index === 0 ? 'org-own' : 'org-other' } }));
  return {
    realm: 'real',
    views: { list: async ({ limitCount }: { limitCount?: number }) => views.slice(0, limitCount ?? views.length) },
    log: { readStream: async (_realm: string, stream: string, { knownAt }: { knownAt: number }) => events(Number(stream.split('-').at(-1))).filter((event) => event.recordedAt <= knownAt) },
  } as unknown as App;
}

async function idsOf(actor: Actor, query: object): Promise<readonly string[]> {
  const listed = await orderHandlers.listOrders({ app: appWith(8), actor, query } as never);
  if (!listed.ok) throw new Error(listed.refusal.code);
  return (listed.value as unknown as readonly { id: string }[]).map(({ id }) => id);
}

describe('orders as they were known', () => {
  it('later orders do not take the place of those that were known then', async () => {
    expect(await idsOf(person('duty', 'org-command'), { limit: 2, knownAt: iso(3) })).toEqual(['order-3', 'order-2']);
    expect(await idsOf(person('duty', 'org-command'), { limit: 2 })).toEqual(['order-7', 'order-6']);
  });

  it('orders of others do not take the place of one’s own', async () => {
    expect(await idsOf(person('enterprise', 'org-own'), { limit: 2 })).toEqual(['order-0']);
  });
});
