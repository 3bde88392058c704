// Which keys of the live push an event touches, and who may hear of it.

import { scopeOf } from '@anlan/domain';
import type { Actor, Command, EventEnvelope, StreamKind, ViewStore } from '@anlan/domain';
import type { LiveHub } from '../live/hub.ts';

/** Looks up the incident that a stream belongs to, so that its panel is refreshed as well. */
export async function announceToHub(hub: LiveHub, views: ViewStore, events: readonly EventEnvelope[]): Promise<void> {
  for (const { realm, stream } of events) {
    const [kind, id] = splitStream(stream);
    const maySee = (client: { readonly accountId: string; readonly roles: Actor['roles'] }): boolean =>
      scopeOf({ kind: 'person', id: client.accountId, name: '', roles: client.roles, organisationId: '' }, READ[kind]) !== 'none';
    hub.changed(keyOf(kind, id), maySee);
    if (!OUTSIDE_QUEUE.includes(kind)) hub.changed('queue', maySee);
    if (kind === 'order') hub.changed('orders', maySee);
    const body = (await views.find<{ incidentId?: string | null }>(realm, kind, id))?.body;
    if (typeof body?.incidentId === 'string') hub.changed(`incident/${body.incidentId}`, maySee);
  }
}

export function splitStream(stream: string): readonly [kind: StreamKind, id: string] {
  const at = stream.indexOf(':');
  return [stream.slice(0, at) as StreamKind, stream.slice(at + 1)];
}

function keyOf(kind: StreamKind, id: string): string {
  if (kind === 'record') return `register/${id.split('/')[0] ?? ''}`;
  return kind === 'account' || kind === 'device' ? `${kind}s` : `${kind}/${id}`;
}

/** Kinds that are never a row of the queue and change none. */
const OUTSIDE_QUEUE: readonly StreamKind[] = ['record', 'account', 'notice', 'device', 'document', 'catalogue', 'forcing'];

const READ: Readonly<Record<StreamKind, Command>> = {
  alert: 'alert.read', report: 'report.read', incident: 'incident.read', forecast: 'forecast.read', plan: 'plan.read',
  order: 'order.read', review: 'review.read', record: 'register.read', account: 'account.read', notice: 'notice.read', document: 'document.read', forcing: 'forecast.read', catalogue: 'catalogue.read',
  device: 'device.read',
};
