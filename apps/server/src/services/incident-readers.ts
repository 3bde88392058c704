// Looks up what the rule of who reads an incident asks for: whether the caller is of a firm, whose
// the incident is and which organisations have orders in it.

import { isNarrowed, seesIncident } from '@anlan/domain';
import type { Actor, IncidentBody, IncidentParties, IncidentReader, OrderBody, Realm, RecordBody, View, ViewStore } from '@anlan/domain';

interface Store { readonly views: ViewStore; readonly realm: Realm }

export async function incidentReader(store: Store, actor: Actor): Promise<IncidentReader> {
  return { actor, ofFirm: await isOfFirm(store, actor.organisationId) };
}

/** An organisation that is not on record is taken for a firm: what is narrower. */
export async function isOfFirm({ views, realm }: Store, organisationId: string): Promise<boolean> {
  const body = (await views.find<RecordBody>(realm, 'record', `organisations/${organisationId}`))?.body;
  return body === undefined || body.archived || body.values['kindCode'] === 'enterprise';
}

export async function partiesOf({ views, realm }: Store, incidentId: string): Promise<IncidentParties> {
  const incident = (await views.find<IncidentBody>(realm, 'incident', incidentId))?.body;
  const orders = await views.list<OrderBody>({ realm, kind: 'order', where: { incidentId } });
  return { ownerOrganisationId: incident?.owner?.organisationId ?? null, orderOrganisationIds: new Set(orders.map(({ body }) => body.organisationId)) };
}

export async function mayReadIncident(store: Store, actor: Actor, incidentId: string): Promise<boolean> {
  const reader = await incidentReader(store, actor);
  return !isNarrowed(reader) || seesIncident(reader, await partiesOf(store, incidentId));
}

/** Those of the views that the caller reads; the orders of the caller's organisation are looked up once. */
export async function readableIncidents(store: Store, actor: Actor, incidents: readonly View<IncidentBody>[]): Promise<readonly View<IncidentBody>[]> {
  const reader = await incidentReader(store, actor);
  if (!isNarrowed(reader)) return incidents;
  const { organisationId } = actor;
  const own = await store.views.list<OrderBody>({ realm: store.realm, kind: 'order', where: { organisationId } });
  const withOrders = new Set(own.map(({ body }) => body.incidentId));
  return incidents.filter(({ id, body }) => seesIncident(reader, {
    ownerOrganisationId: body.owner?.organisationId ?? null, orderOrganisationIds: new Set(withOrders.has(id) ? [organisationId] : []),
  }));
}
