import { describe, expect, it } from 'vitest';
import type { EventEnvelope, Role, ViewStore } from '@anlan/domain';
import { createLiveHub } from '../live/hub.ts';
import { announceToHub } from './live-announcements.ts';

const VIEWS: Readonly<Record<string, object>> = {
  'incident:inc-1': { id: 'inc-1', owner: { organisationId: 'org-command' } },
  'incident:inc-2': { id: 'inc-2', owner: { organisationId: 'org-port' } },
  'order:order-1': { incidentId: 'inc-1', organisationId: 'org-tug' },
  'order:order-2': { incidentId: 'inc-2', organisationId: 'org-port' },
  'notice:notice-1': { incidentId: 'inc-1', receipts: [{ organisationId: 'org-port' }, { organisationId: 'org-fire' }] },
};
const views = {
  find: async (_realm: string, kind: string, id: string) => (VIEWS[`${kind}:${id}`] === undefined ? undefined : { id, body: VIEWS[`${kind}:${id}`] }),
  list: async ({ kind, where }: { kind: string; where: { incidentId: string } }) =>
    Object.entries(VIEWS).filter(([key, body]) => key.startsWith(`${kind}:`) && (body as { incidentId?: string }).incidentId === where.incidentId).map(([, body]) => ({ body })),
} as unknown as ViewStore;

/** The keys that clients hear of after events on these streams, all in one frame. */
async function heard(streams: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const hub = createLiveHub({ nowIso: () => '2026-11-23T01:00:00Z', toWire: (value) => value, frameEveryMs: 5 });
  const keys: Record<string, string[]> = {};
  const join = (name: string, role: Role, organisationId: string, ofFirm: boolean) => {
    keys[name] = [];
    hub.join({ accountId: name, roles: [role], organisationId, ofFirm, bufferedBytes: () => 0, close: () => undefined, send: (text) => void keys[name]?.push(...(JSON.parse(text) as { changed: string[] }).changed) });
  };
  join('duty', 'duty', 'org-command', false);
  join('port', 'enterprise', 'org-port', true);
  join('tug', 'responder', 'org-tug', true);
  join('fire', 'responder', 'org-fire', false);
  await announceToHub(hub, views, streams.map((stream) => ({ realm: 'real', stream }) as EventEnvelope));
  await new Promise((resolve) => setTimeout(resolve, 40));
  hub.stop();
  return Object.fromEntries(Object.entries(keys).map(([name, list]) => [name, list.filter((key) => key.includes('/') || key === 'orders').toSorted()]));
}

describe('who hears of what by the live push', () => {
  it('S-451: of an incident, who reads it: its owner, firms with orders in it, and those who read all', async () => {
    expect(await heard(['incident:inc-1'])).toEqual({ duty: ['incident/inc-1'], port: [], tug: ['incident/inc-1'], fire: ['incident/inc-1'] });
    expect(await heard(['incident:inc-2'])).toEqual({ duty: ['incident/inc-2'], port: ['incident/inc-2'], tug: [], fire: ['incident/inc-2'] });
  });

  it('S-451: of an order, whose organisation it names; two organisations\' orders in one frame reach both', async () => {
    const both = await heard(['order:order-1', 'order:order-2']);
    expect(both['duty']).toEqual(['incident/inc-1', 'incident/inc-2', 'order/order-1', 'order/order-2', 'orders']);
    expect(both['tug']).toEqual(['incident/inc-1', 'order/order-1', 'orders']);
    expect(both['port']).toEqual(['incident/inc-2', 'order/order-2', 'orders']);
    expect(both['fire']).toEqual(['incident/inc-1', 'incident/inc-2']);
  });

  it('of a notice, to whom it was sent; not with it of an incident that the unit does not read', async () => {
    expect(await heard(['notice:notice-1'])).toEqual({ duty: ['incident/inc-1', 'notice/notice-1'], port: ['notice/notice-1'], tug: ['incident/inc-1'], fire: ['incident/inc-1', 'notice/notice-1'] });
  });
});
