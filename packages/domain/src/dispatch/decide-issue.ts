// Turns lines of a chosen plan option, or a hand-written task, into orders. One order per carrier,
// origin and destination; its id is made from the plan lines and the attempt, so that issuing the
// same lines twice at once collides in the log instead of sending two ships.

import type { Instant, LonLat, Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse, sha256Hex } from '@anlan/kernel';
import type { Basis, Context, NewEvent } from '../log/index.ts';
import { isMovable, newEvent, wholeMillionths } from '../log/index.ts';
import type { PlanBody, PlanLine, PlanOption } from '../plan/index.ts';
import type { Titles } from '../signal/index.ts';
import { isOrderOpen } from './order-steps.ts';
import type { OrderBody, OrderEvent, OrderItem } from './types.ts';

export type IssuedOrder = Extract<OrderEvent, { readonly type: 'order.issued' }>['payload'];

/** What the handler looked up of a team or a vessel, or of the keeper of a supply without one. */
export interface UnitFacts {
  readonly organisationId: string;
  readonly unitTitles: Titles | null;
  readonly unitMmsi: string | null;
}

/** The lines to issue: all of the chosen option or those named; none that an open or finished order already carries. */
export function pickLines(plan: PlanBody, lineIds: readonly string[] | undefined, orders: readonly OrderBody[]): Result<{ readonly option: PlanOption; readonly lines: readonly PlanLine[] }> {
  const option = plan.options.find((candidate) => candidate.id === plan.chosenOptionId);
  if (option === undefined) return refuse('DISPATCH_OPTION_NOT_CHOSEN', { planId: plan.id });
  const issued = new Map(orders.filter(isCarried).flatMap((order) => (order.planId === plan.id && order.optionId === option.id ? order.planLineIds.map((lineId) => [lineId, order.id] as const) : [])));
  const wanted = lineIds ?? option.lines.map((line) => line.id).filter((lineId) => !issued.has(lineId));
  for (const lineId of wanted) {
    if (!option.lines.some((line) => line.id === lineId)) return refuse('DISPATCH_LINE_UNKNOWN', { lineId });
    const orderId = issued.get(lineId);
    if (orderId !== undefined) return refuse('DISPATCH_LINE_ALREADY_ISSUED', { lineId, orderId });
  }
  const lines = option.lines.filter((line) => wanted.includes(line.id));
  return lines.length === 0 ? refuse('DISPATCH_NOTHING_TO_ISSUE', { planId: plan.id }) : ok({ option, lines });
}

/** Lines that one carrier takes from one place to one place. */
export function groupLines(plan: PlanBody, lines: readonly PlanLine[]): readonly (readonly PlanLine[])[] {
  const groups = new Map<string, PlanLine[]>();
  for (const line of lines) {
    const supply = line.carrierId === null ? `${line.supplyRegisterId}/${line.supplyId}` : '';
    const key = [line.carrierRegisterId, line.carrierId, supply, positionKey(line.fromPosition), positionKey(destinationOf(plan, line)), line.departAt].join('|');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()];
}

/**
 * What each of these orders holds of its unit. Trips of one command for the same unit share its holding
 * of one, so that together they need all of it and nobody else gets any until the last of them has ended.
 */
export function unitShareOf(groups: readonly (readonly PlanLine[])[], lines: readonly PlanLine[]): number {
  const [first] = lines;
  const tripCount = groups.filter(([other]) => other?.carrierRegisterId === first?.carrierRegisterId && other?.carrierId === first?.carrierId).length;
  return Math.floor(SHARES_COUNT / Math.max(1, tripCount)) / SHARES_COUNT;
}

export function orderFromLines(plan: PlanBody, option: PlanOption, lines: readonly PlanLine[], unit: UnitFacts & { readonly unitShareValue: number }, attemptCount: number): IssuedOrder {
  const [first] = lines as readonly [PlanLine, ...PlanLine[]];
  const items = mergeItems(lines.map((line): OrderItem => ({
    supplyRegisterId: line.supplyRegisterId, supplyId: line.supplyId, itemKindId: line.itemKindId, titles: line.titles, quantityValue: line.quantityValue, unitCode: line.unitCode,
  })));
  const lineIds = lines.map((line) => line.id).toSorted();
  return {
    id: `order-${sha256Hex([plan.id, option.id, ...lineIds, attemptCount].join('|')).slice(0, 16)}`,
    incidentId: plan.incidentId, planId: plan.id, optionId: option.id, planLineIds: lineIds,
    task: taskTitles(items, first.fromText), items,
    unitRegisterId: first.carrierRegisterId, unitId: first.carrierId, ...(unit.unitShareValue === 1 || first.carrierId === null ? {} : { unitShareValue: unit.unitShareValue }), unitTitles: unit.unitTitles, unitMmsi: unit.unitMmsi, organisationId: unit.organisationId,
    fromPosition: first.fromPosition, fromText: first.fromText, toPosition: destinationOf(plan, first),
    departDueAt: Math.min(...lines.map((line) => line.departAt)) as Instant, arriveDueAt: Math.max(...lines.map((line) => line.arriveAt)) as Instant,
  };
}

export function issueEvent(order: IssuedOrder, context: Context): NewEvent {
  const basis: readonly Basis[] = order.planId === null ? [] : [{ kind: 'event', ref: `plan:${order.planId}` }];
  return newEvent(context, 'order.issued', order, { basis });
}

/** Due times must run forwards, and quantities be above zero and such as the book can hold; what a plan reckoned is rounded to that. */
export function checkOrder(order: IssuedOrder): Result<IssuedOrder> {
  if (order.items.length === 0 && order.unitId === null) return refuse('DISPATCH_ORDER_EMPTY', { incidentId: order.incidentId });
  const bad = order.items.find((item) => !(item.quantityValue > 0) || !Number.isFinite(item.quantityValue));
  if (bad !== undefined) return refuse('DISPATCH_QUANTITY_NOT_POSITIVE', { id: bad.supplyId, quantity: String(bad.quantityValue) });
  const fine = order.items.find((item) => !isMovable(order.planId === null ? item.quantityValue : wholeMillionths(item.quantityValue)));
  if (fine !== undefined) return refuse('DISPATCH_QUANTITY_TOO_FINE', { id: fine.supplyId, quantity: String(fine.quantityValue) });
  if (order.arriveDueAt < order.departDueAt) return refuse('DISPATCH_DUE_REVERSED', { departDueAt: isoFromInstant(order.departDueAt), arriveDueAt: isoFromInstant(order.arriveDueAt) });
  return ok(order);
}

/** 「围油栏 400 m、收油机 20 m³/h：岙山库出发」 */
export function taskTitles(items: readonly OrderItem[], from: Titles): Titles {
  const list = (locale: 'zh' | 'en') => items.map((item) => `${item.titles[locale]} ${item.quantityValue} ${item.unitCode}`);
  return { zh: `运送${list('zh').join('、')}（自${from.zh}）`, en: `Take ${list('en').join(', ')} from ${from.en}` };
}

/** An order that is neither cancelled nor only a hand-written one. */
function isCarried(order: OrderBody): boolean {
  return isOrderOpen(order) || order.state === 'done';
}

/** The same supply twice in one order is one item, so that it is held once. */
function mergeItems(items: readonly OrderItem[]): readonly OrderItem[] {
  const merged = new Map<string, OrderItem>();
  for (const item of items) {
    const key = `${item.supplyRegisterId}/${item.supplyId}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? item : { ...known, quantityValue: known.quantityValue + item.quantityValue });
  }
  return [...merged.values()];
}

function destinationOf(plan: PlanBody, line: PlanLine): LonLat {
  return plan.demand.find((demand) => demand.id === line.demandId)?.position ?? line.fromPosition;
}

function positionKey([lonDeg, latDeg]: LonLat): string {
  return `${lonDeg.toFixed(5)},${latDeg.toFixed(5)}`;
}

/** Holdings are kept to a millionth. */
const SHARES_COUNT = 1_000_000;
