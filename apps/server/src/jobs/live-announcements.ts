// Which keys of the live push an event touches, and who may hear of it.

import { CHECK_IN_REGISTERS, scopeOf, seesIncident } from '@anlan/domain';
import type { Actor, Command, EventEnvelope, Realm, StreamKind, ViewStore } from '@anlan/domain';
import type { LiveClient, LiveHub } from '../live/hub.ts';
import { partiesOf } from '../services/incident-readers.ts';

type Judge = (client: LiveClient) => boolean;

/**
 * Looks up the incident that a stream belongs to, so that its panel is refreshed as well. Who reads
 * only what is their own hears only of that: an id is news too. With nobody there nothing is looked up.
 */
export async function announceToHub(hub: LiveHub, views: ViewStore, events: readonly EventEnvelope[]): Promise<void> {
  if (hub.clientCount() === 0) return;
  for (const { realm, stream } of events) {
    const [kind, id] = splitStream(stream);
    const body = (await views.find<OwnedBody>(realm, kind, id))?.body;
    const maySee = kind === 'incident' ? await incidentJudge(views, realm, id) : judgeOf(kind, body);
    hub.changed(keyOf(kind, id), maySee);
    if (!OUTSIDE_QUEUE.includes(kind)) hub.changed('queue', maySee);
    if (kind === 'order') hub.changed('orders', maySee);
    if (kind === 'slip') hub.changed('slips', maySee);
    if (kind === 'order' || (kind === 'record' && CHECKED_IN.has(id.split('/')[0] ?? ''))) hub.changed('readiness', readsReadiness);
    if (typeof body?.incidentId === 'string') hub.changed(`incident/${body.incidentId}`, await incidentJudge(views, realm, body.incidentId));
  }
}

async function incidentJudge(views: ViewStore, realm: Realm, incidentId: string): Promise<Judge> {
  const parties = await partiesOf({ views, realm }, incidentId);
  return (client) => seesIncident({ actor: actorOf(client), ofFirm: client.ofFirm }, parties);
}

function judgeOf(kind: StreamKind, body: OwnedBody | undefined): Judge {
  const organisationIds = new Set([body?.organisationId, ...(body?.organisationIds ?? []), ...[...(body?.receipts ?? []), ...(body?.uploads ?? [])].map((one) => one.organisationId)]);
  return (client) => {
    const scope = scopeOf(actorOf(client), READ[kind]);
    return scope === 'all' || (scope === 'own' && client.organisationId !== '' && organisationIds.has(client.organisationId));
  };
}

function actorOf({ accountId, roles, organisationId }: LiveClient): Actor {
  return { kind: 'person', id: accountId, name: '', roles, organisationId };
}

/** What orders, notices and documents say of whose they are and of which incident. */
interface OwnedBody {
  readonly incidentId?: string | null;
  readonly organisationId?: string;
  readonly organisationIds?: readonly string[];
  readonly receipts?: readonly { readonly organisationId: string }[];
  readonly uploads?: readonly { readonly organisationId: string }[];
}

export function splitStream(stream: string): readonly [kind: StreamKind, id: string] {
  const at = stream.indexOf(':');
  return [stream.slice(0, at) as StreamKind, stream.slice(at + 1)];
}

function keyOf(kind: StreamKind, id: string): string {
  if (kind === 'record') return `register/${id.split('/')[0] ?? ''}`;
  return kind === 'account' || kind === 'device' ? `${kind}s` : `${kind}/${id}`;
}

/** The board says only that it changed; an order shows in it as a unit that is away. */
const readsReadiness: Judge = (client) => scopeOf(actorOf(client), 'force.read') === 'all';
const CHECKED_IN: ReadonlySet<string> = new Set([...CHECK_IN_REGISTERS, 'stock-lots', 'force-packages']);

/** Kinds that are never a row of the queue and change none. */
const OUTSIDE_QUEUE: readonly StreamKind[] = ['record', 'account', 'notice', 'device', 'document', 'catalogue', 'forcing', 'slip', 'stress'];

const READ: Readonly<Record<StreamKind, Command>> = {
  alert: 'alert.read', report: 'report.read', incident: 'incident.read', forecast: 'forecast.read', plan: 'plan.read',
  order: 'order.read', review: 'review.read', record: 'register.read', account: 'account.read', notice: 'notice.read', document: 'document.read', forcing: 'forecast.read', catalogue: 'catalogue.read',
  device: 'device.read', slip: 'warehouse.read', stress: 'stress.read',
};
