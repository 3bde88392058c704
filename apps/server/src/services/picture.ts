// The common picture: the one queue, what still keeps an incident open, and everything that was
// recorded about it. Joined here because each part belongs to another stage.

import { buildQueue, eventsOfIncident, incidentQueueRow, isOrderOpen, orderDueAt, orderLateness, unansweredClocks } from '@anlan/domain';
import type { AlertBody, Context, EventEnvelope, ForecastBody, IncidentBody, OpenThings, OrderBody, PlanBody, QueueRow, ReportBody, ReviewBody, View } from '@anlan/domain';
import { ok, refuse } from '@anlan/kernel';
import type { Result } from '@anlan/kernel';
import type { ServiceBase } from '../services.ts';

export async function queueRows(base: ServiceBase, context: Context): Promise<readonly QueueRow[]> {
  const { views } = base;
  const { realm, now } = context;
  const alerts = await views.list<AlertBody>({ realm, kind: 'alert', where: { state: ['new', 'acknowledged'] } });
  const reports = await views.list<ReportBody>({ realm, kind: 'report', where: { state: ['received', 'acknowledged'] } });
  const incidents = await views.list<IncidentBody>({ realm, kind: 'incident', where: { state: ['received', 'verifying', 'confirmed', 'contained', 'terminated'] } });
  const rows = await Promise.all(incidents.map((view) => incidentRow(base, view, context)));
  const orders = await views.list<OrderBody>({ realm, kind: 'order', where: { state: ['issued', 'accepted', 'under-way', 'on-scene', 'blocked'] } });
  return buildQueue({ alerts, reports, incidents: rows.filter((row) => row !== undefined), orders: orders.flatMap((view) => orderRow(view, context)), now });
}

async function incidentRow(base: ServiceBase, view: View<IncidentBody>, context: Context): Promise<QueueRow | undefined> {
  const { views } = base;
  const of = { realm: context.realm, where: { incidentId: view.id } };
  const forecasts = await views.list<ForecastBody>({ ...of, kind: 'forecast' });
  const plans = await views.list<PlanBody>({ ...of, kind: 'plan' });
  const orders = await views.list<OrderBody>({ ...of, kind: 'order' });
  return incidentQueueRow(view, {
    forecastState: forecasts.some(({ body }) => body.state === 'completed') ? 'ready' : forecasts.some(({ body }) => body.state === 'requested') ? 'running' : 'none',
    planState: plans.some(({ body }) => body.chosenOptionId !== null) ? 'chosen' : plans.length > 0 ? 'drawn' : 'none',
    orderCount: orders.length,
    openOrderCount: orders.filter(({ body }) => isOrderOpen(body)).length,
    reviewState: await reviewStateOf(base, view.id, context),
  }, context.now);
}

/** Only orders that somebody must look at: late ones and blocked ones. */
function orderRow({ body, streamVersion }: View<OrderBody>, context: Context): readonly QueueRow[] {
  const late = orderLateness(body, context.now);
  if (late === null && body.state !== 'blocked') return [];
  const due = orderDueAt(body);
  return [{
    id: body.id, kind: 'order', section: 'active', titles: body.task, levelIndex: null, urgencyIndex: null, position: body.toPosition,
    detail: body.state === 'blocked' ? { zh: `受阻：${body.blockedReason ?? ''}`, en: `Blocked: ${body.blockedReason ?? ''}` } : body.unitTitles ?? body.fromText,
    sinceAt: body.issuedAt, dueAt: due?.dueAt ?? null, dueTitles: due === null ? null : ORDER_DUE[due.kind], overdueCount: late === null ? 0 : 1,
    simulated: false, sounding: false, nextAction: { code: 'order.follow', key: 'd' }, streamVersion, ownerTitles: body.organisationTitles,
  }];
}

export async function openThingsOf(base: ServiceBase, incidentId: string, context: Context): Promise<OpenThings> {
  const { views } = base;
  const { realm } = context;
  const incident = await views.find<IncidentBody>(realm, 'incident', incidentId);
  const orders = await views.list<OrderBody>({ realm, kind: 'order', where: { incidentId } });
  const open = orders.map((view) => view.body).filter(isOrderOpen);
  const alerts = await views.list<AlertBody>({ realm, kind: 'alert', where: { incidentId } });
  const holding = open.filter(({ state }) => state === 'issued' || state === 'accepted' || state === 'blocked');
  return {
    openOrderIds: open.map(({ id }) => id),
    unansweredClockIds: unansweredClocks(incident?.body.clocks ?? []).map(({ id }) => id),
    heldHoldingIds: [...new Set(holding.flatMap(({ items }) => items.map((item) => `${item.supplyRegisterId}/${item.supplyId}`)))],
    openAlertIds: alerts.filter(({ body }) => body.conditionActive).map(({ id }) => id),
    reviewState: await reviewStateOf(base, incidentId, context),
  };
}

export async function eventsOf(base: ServiceBase, incidentId: string, context: Context): Promise<Result<readonly EventEnvelope[]>> {
  const incident = await base.views.find<IncidentBody>(context.realm, 'incident', incidentId);
  if (incident === undefined) return refuse('INCIDENT_UNKNOWN', { id: incidentId });
  const events = await eventsOfIncident(base, incident.body, context);
  const reviews = await base.views.list<ReviewBody>({ realm: context.realm, kind: 'review', where: { incidentId } });
  const own = await Promise.all(reviews.map((view) => base.log.readStream(context.realm, `review:${view.id}`)));
  return ok([...events, ...own.flat()]);
}

async function reviewStateOf(base: ServiceBase, incidentId: string, context: Context): Promise<OpenThings['reviewState']> {
  const reviews = await base.views.list<ReviewBody>({ realm: context.realm, kind: 'review', where: { incidentId }, limitCount: 1 });
  return reviews[0]?.body.state ?? 'none';
}

const ORDER_DUE = { depart: { zh: '应出发', en: 'Departure due' }, arrive: { zh: '应到达', en: 'Arrival due' } } as const;
