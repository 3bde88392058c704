// Orders and their steps.

import { handleDispatchPlan, handleIssueOrder, handleOrderStep, mayDo, orderFold, scopeOf } from '@anlan/domain';
import type { Actor, Context, OrderBody, OrderStepName, View } from '@anlan/domain';
import { instant, instantFromIso, ok, refuse } from '@anlan/kernel';
import type { Result } from '@anlan/kernel';
import type { App } from '../../app.ts';
import { viewsKnownAt } from '../../known-at.ts';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';
import { viewToWire } from '../to-wire.ts';

type OrderRoutes =
  | 'dispatchPlan' | 'issueOrder' | 'listOrders' | 'getOrder' | 'acceptOrder' | 'departOrder' | 'arriveOrder' | 'completeOrder' | 'blockOrder' | 'cancelOrder';

export const orderHandlers: Pick<Handlers, OrderRoutes> = {
  async dispatchPlan({ app, params, body, context }) {
    return handleDispatchPlan(app, { planId: params.id, ...(body.lineIds === undefined ? {} : { lineIds: body.lineIds }), ...(body.zoneCode === undefined ? {} : { zoneCode: body.zoneCode }) }, context);
  },

  async issueOrder({ app, params, body, context }) {
    const { task, items, unitRegisterId, unitId, zoneCode, toPosition, departDueAt, arriveDueAt } = body;
    const command = { incidentId: params.id, items, unitRegisterId, unitId, toPosition, departDueAt: instant(departDueAt), arriveDueAt: instant(arriveDueAt) };
    return handleIssueOrder(app, { ...command, ...(task === undefined ? {} : { task }), ...(zoneCode === undefined ? {} : { zoneCode }) }, context);
  },

  async listOrders({ app, actor, query }) {
    const where = query.incidentId === undefined ? {} : { where: { incidentId: query.incidentId } };
    const limitCount = query.limit ?? 500;
    // What was not known yet, and what the caller may not see, must not take the place of what remains.
    const views = await app.views.list<OrderBody>({ realm: app.realm, kind: 'order', ...where, newestFirst: true });
    const known = query.knownAt === undefined ? views : newestFirst(await viewsKnownAt(app, 'order', orderFold, views, instant(query.knownAt)));
    return ok(known.filter((view) => maySeeOrder(actor, view)).slice(0, limitCount).map(viewToWire));
  },

  async getOrder({ app, actor, params }) {
    const view = await app.views.find<OrderBody>(app.realm, 'order', params.id);
    if (view === undefined || !maySeeOrder(actor, view)) return refuse('DISPATCH_ORDER_UNKNOWN', { id: params.id });
    return ok(viewToWire(view));
  },

  acceptOrder: ({ app, params, body, context }) => step(app, params.id, 'accept', body.note, body, context),
  departOrder: ({ app, params, body, context }) => step(app, params.id, 'depart', body.note, body, context),
  arriveOrder: ({ app, params, body, context }) => step(app, params.id, 'arrive', body.note, body, context),
  completeOrder: ({ app, params, body, context }) => step(app, params.id, 'complete', body.note, body, context),
  blockOrder: ({ app, params, body, context }) => step(app, params.id, 'block', body.reason, body, context),
  cancelOrder: ({ app, params, body, context }) => step(app, params.id, 'cancel', body.reason, body, context),
};

interface Told { readonly happenedAt?: string | undefined; readonly seenVersion?: number | undefined }

async function step(app: App, orderId: string, name: OrderStepName, note: string, { happenedAt, seenVersion }: Told, context: Context): Promise<Result<unknown>> {
  const told = happenedAt === undefined ? undefined : instantFromIso(happenedAt);
  if (told !== undefined && !told.ok) return told;
  const when = told === undefined ? {} : { happenedAt: told.value };
  return done(await handleOrderStep(app, { orderId, step: name, note, ...when, ...(seenVersion === undefined ? {} : { seenVersion }) }, context));
}

/** As they stood then: the one that was changed last by then comes first. */
function newestFirst<Body>(views: readonly View<Body>[]): readonly View<Body>[] {
  return views.toSorted((a, b) => b.updatedAt - a.updatedAt);
}

/** Whoever reads only what is their own sees the orders of their organisation. */
function maySeeOrder(actor: Actor, view: View<OrderBody>): boolean {
  return scopeOf(actor, 'order.read') === 'all' || mayDo(actor, 'order.read', { organisationId: view.body.organisationId }).ok;
}
