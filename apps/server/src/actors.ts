// Who acts when no person does.

import type { Actor, Context, Realm } from '@anlan/domain';
import type { Instant } from '@anlan/kernel';

export const SYSTEM: Actor = { kind: 'system', id: 'anlan', name: '安澜', roles: [], organisationId: '' };

export function systemContext(realm: Realm, now: Instant): Context {
  return { realm, actor: SYSTEM, now };
}

export function deviceActor(sourceId: string): Actor {
  return { kind: 'device', id: sourceId, name: sourceId, roles: [], organisationId: '' };
}
