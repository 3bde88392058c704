// Issues orders: from the lines of the chosen plan option, or by hand. All orders of one command
// and all their reservations are one append, so that a plan goes out whole or is told to be redrawn.

import type { Instant, LonLat, Result } from '@anlan/kernel';
import type { IdSource } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { IncidentBody } from '../incident/index.ts';
import type { Context, EventLog, ViewStore } from '../log/index.ts';
import { withMoves } from '../log/index.ts';
import type { PlanBody, PlanLine } from '../plan/index.ts';
import type { ZoneCode } from '../readiness/index.ts';
import type { Titles } from '../signal/index.ts';
import { checkOrder, groupLines, issueEvent, orderFromLines, pickLines, taskTitles, unitShareOf } from './decide-issue.ts';
import type { IssuedOrder, UnitFacts } from './decide-issue.ts';
import { holdForOrder } from './decide-order.ts';
import { checkZone, findOrganisationTitles, findSupply, findUnit } from './look-up-supply.ts';
import { namedHolder } from './name-holder.ts';
import type { SupplyRef } from './look-up-supply.ts';
import type { OrderBody } from './types.ts';

export interface DispatchDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly ids: IdSource;
}

export interface OrdersIssued {
  readonly orderIds: readonly string[];
}

/** `lineIds` left out: all lines of the chosen option that are not under way already. */
export async function handleDispatchPlan(deps: DispatchDeps, command: { readonly planId: string; readonly lineIds?: readonly string[]; readonly zoneCode?: ZoneCode }, context: Context): Promise<Result<OrdersIssued>> {
  const may = mayDo(context.actor, 'order.issue');
  if (!may.ok) return may;
  const plan = (await deps.views.find<PlanBody>(context.realm, 'plan', command.planId))?.body;
  if (plan === undefined) return refuse('DISPATCH_PLAN_UNKNOWN', { id: command.planId });
  const open = await checkIncidentOpen(deps.views, plan.incidentId, context);
  if (!open.ok) return open;
  const orders = (await deps.views.list<OrderBody>({ realm: context.realm, kind: 'order', where: { incidentId: plan.incidentId } })).map((view) => view.body);
  const picked = pickLines(plan, command.lineIds, orders);
  if (!picked.ok) return picked;
  const issued: IssuedOrder[] = [];
  const groups = groupLines(plan, picked.value.lines);
  for (const lines of groups) {
    const unit = await unitOf(deps.views, lines, context);
    if (!unit.ok) return unit;
    const lineIds = lines.map((line) => line.id);
    const attemptCount = orders.filter((order) => order.planId === plan.id && order.planLineIds.some((lineId) => lineIds.includes(lineId))).length;
    const order = orderFromLines(plan, picked.value.option, lines, { ...unit.value, unitShareValue: unitShareOf(groups, lines) }, attemptCount);
    issued.push(command.zoneCode === undefined ? order : { ...order, zoneCode: command.zoneCode });
  }
  return appendOrders(deps, issued, context);
}

export interface IssueOrder {
  readonly incidentId: string;
  /** Left out: written from the items. */
  readonly task?: Titles;
  readonly items: readonly SupplyRef[];
  readonly unitRegisterId: 'teams' | 'vessels' | null;
  readonly unitId: string | null;
  readonly zoneCode?: ZoneCode;
  readonly toPosition: LonLat;
  readonly departDueAt: Instant;
  readonly arriveDueAt: Instant;
}

/** An order written by hand; its items are checked and held like those of a plan. */
export async function handleIssueOrder(deps: DispatchDeps, command: IssueOrder, context: Context): Promise<Result<OrdersIssued>> {
  const may = mayDo(context.actor, 'order.issue');
  if (!may.ok) return may;
  const open = await checkIncidentOpen(deps.views, command.incidentId, context);
  if (!open.ok) return open;
  const supplies = [];
  for (const ref of command.items) {
    const supply = await findSupply(deps.views, ref, command.departDueAt, context);
    if (!supply.ok) return supply;
    supplies.push(supply.value);
  }
  const { unitRegisterId, unitId } = command;
  const unit = unitRegisterId === null || unitId === null ? undefined : await findUnit(deps.views, unitRegisterId, unitId, context);
  if (unit !== undefined && !unit.ok) return unit;
  const [first] = supplies;
  if (first === undefined && unit === undefined) return refuse('DISPATCH_ORDER_EMPTY', { incidentId: command.incidentId });
  const items = supplies.map((supply) => supply.item);
  const fromText = first?.placeTitles ?? unit?.value.unitTitles ?? NO_TITLES;
  const order: IssuedOrder = {
    id: deps.ids.newId('order'), incidentId: command.incidentId, planId: null, optionId: null, planLineIds: [],
    task: command.task ?? taskTitles(items, fromText), items,
    unitRegisterId, unitId, unitTitles: unit?.value.unitTitles ?? null, unitMmsi: unit?.value.unitMmsi ?? null,
    organisationId: unit?.value.organisationId ?? first?.organisationId ?? '',
    fromPosition: first?.position ?? unit?.value.position ?? command.toPosition, fromText, toPosition: command.toPosition,
    departDueAt: command.departDueAt, arriveDueAt: command.arriveDueAt,
    ...(command.zoneCode === undefined ? {} : { zoneCode: command.zoneCode }),
  };
  return appendOrders(deps, [order], context);
}

async function checkIncidentOpen(views: ViewStore, id: string, context: Context): Promise<Result<true>> {
  const incident = (await views.find<IncidentBody>(context.realm, 'incident', id))?.body;
  if (incident === undefined) return refuse('DISPATCH_INCIDENT_UNKNOWN', { id });
  const over = incident.state === 'terminated' || incident.state === 'closed' || incident.state === 'dismissed';
  return over ? refuse('DISPATCH_INCIDENT_NOT_OPEN', { id, state: incident.state }) : ok(true);
}

/** Checks every supply of the group once more, then names the carrier, or the keeper when none is named. */
async function unitOf(views: ViewStore, lines: readonly PlanLine[], context: Context): Promise<Result<UnitFacts>> {
  let keeperId = '';
  for (const line of lines) {
    const supply = await findSupply(views, line, line.departAt, context);
    if (!supply.ok) return supply;
    keeperId = supply.value.organisationId;
  }
  const [first] = lines;
  if (first === undefined || first.carrierRegisterId === null || first.carrierId === null) return ok({ organisationId: keeperId, unitTitles: null, unitMmsi: null });
  return findUnit(views, first.carrierRegisterId, first.carrierId, context);
}

async function appendOrders(deps: DispatchDeps, orders: readonly IssuedOrder[], context: Context): Promise<Result<OrdersIssued>> {
  for (const order of orders) {
    const checked = checkOrder(order);
    if (!checked.ok) return checked;
    const zone = await checkZone(deps.views, order, context);
    if (!zone.ok) return zone;
  }
  const owned: IssuedOrder[] = [];
  for (const order of orders) owned.push({ ...order, organisationTitles: await findOrganisationTitles(deps.views, order.organisationId, context) });
  const appended = await deps.log.append({
    realm: context.realm,
    recordedAt: context.now,
    appends: owned.map((order) => ({ stream: `order:${order.id}`, expectedVersion: 0, events: withMoves([issueEvent(order, context)], holdForOrder(order)) })),
  });
  return appended.ok ? ok({ orderIds: orders.map((order) => order.id) }) : { ok: false, refusal: await namedHolder(deps.views, appended.refusal, context) };
}

const NO_TITLES: Titles = { zh: '', en: '' };
