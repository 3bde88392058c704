import { describe, expect, it } from 'vitest';
import type { EventEnvelope, Role, ViewStore } from '@anlan/domain';
import type { LiveClient, LiveHub } from '../live/hub.ts';
import { announceToHub } from './live-announcements.ts';

async function told(stream: EventEnvelope['stream'], roles: readonly Role[]): Promise<readonly string[]> {
  const keys: string[] = [];
  const client = { accountId: 'a', roles, organisationId: 'org-a', ofFirm: false } as unknown as LiveClient;
  const hub = { clientCount: () => 1, changed: (key: string, maySee: (one: LiveClient) => boolean) => void (maySee(client) && keys.push(key)) } as unknown as LiveHub;
  const views = { find: () => Promise.resolve(undefined), list: () => Promise.resolve([]) } as unknown as ViewStore;
  await announceToHub(hub, views, [{ realm: 'real', stream } as EventEnvelope]);
  return keys;
}

describe('the push tells of the readiness board', () => {
  it('S-441: when a unit checks in, when an order takes one away, when stock of a package moves; not for other lists', async () => {
    expect(await told('record:teams/team-1', ['responder'])).toEqual(['register/teams', 'readiness']);
    expect(await told('record:hospitals/h-1', ['duty'])).toContain('readiness');
    expect(await told('record:stock-lots/lot-1', ['duty'])).toContain('readiness');
    expect(await told('order:order-1', ['duty'])).toContain('readiness');
    expect(await told('record:tanks/t-1', ['duty'])).toEqual(['register/tanks']);
  });
});
