// Pure readings of orders for the board and the phone: the next legal step, lateness, what has become
// of the goods. They mirror the rules of the domain's dispatch stage; the server judges every step again.

import type { Order } from '@anlan/contracts';

export type OrderState = Order['state'];
export const TRACK: readonly OrderState[] = ['issued', 'accepted', 'under-way', 'on-scene', 'done'];
export const ORDER_STATES: readonly OrderState[] = ['issued', 'accepted', 'under-way', 'on-scene', 'blocked', 'done', 'cancelled'];

/** Forward steps, in their order. */
export const STEPS = ['accept', 'depart', 'arrive', 'complete'] as const;
export type ForwardStep = (typeof STEPS)[number];
export type StepName = ForwardStep | 'block' | 'cancel';

export const STATE_AFTER: Readonly<Record<StepName, OrderState>> = { accept: 'accepted', depart: 'under-way', arrive: 'on-scene', complete: 'done', block: 'blocked', cancel: 'cancelled' };
/** One letter a step: A 接受, D 出发, R 到场, F 完成. */
export const STEP_KEYS: Readonly<Record<ForwardStep, string>> = { accept: 'A', depart: 'D', arrive: 'R', complete: 'F' };

type Moving = Pick<Order, 'state' | 'steps'>;

/** The one step that comes next; a blocked order is taken up where it stood. */
export function nextStep(order: Moving): ForwardStep | undefined {
  switch (order.state) {
    case 'issued': return 'accept';
    case 'accepted': return 'depart';
    case 'under-way': return 'arrive';
    case 'on-scene': return 'complete';
    case 'blocked': return hasDeparted(order) ? 'arrive' : wasAccepted(order) ? 'depart' : 'accept';
    default: return undefined;
  }
}

export function mayBlock({ state }: Pick<Order, 'state'>): boolean {
  return state === 'issued' || state === 'accepted' || state === 'under-way' || state === 'on-scene';
}

export function mayCancel({ state }: Pick<Order, 'state'>): boolean {
  return state === 'issued' || state === 'accepted' || state === 'under-way' || state === 'blocked';
}

export function isOpen({ state }: Pick<Order, 'state'>): boolean {
  return state !== 'done' && state !== 'cancelled';
}

export function hasDeparted(order: Pick<Order, 'steps'>): boolean {
  return order.steps.some((step) => step.state === 'under-way');
}

/** When a state was entered, by the time it happened. */
export function enteredAt(order: Pick<Order, 'steps'>, state: OrderState): string | undefined {
  return order.steps.find((step) => step.state === state)?.at;
}

export interface Lateness { readonly kind: 'depart' | 'arrive'; readonly lateMs: number }

/** Not there when it should be, or not even gone; undefined when in time or over. */
export function latenessOf(order: Order, nowMs: number): Lateness | undefined {
  if (!isOpen(order) || enteredAt(order, 'on-scene') !== undefined) return undefined;
  const [departMs, arriveMs] = [Date.parse(order.departDueAt), Date.parse(order.arriveDueAt)];
  if (nowMs > arriveMs) return { kind: 'arrive', lateMs: nowMs - arriveMs };
  if (!hasDeparted(order) && nowMs > departMs) return { kind: 'depart', lateMs: nowMs - departMs };
  return undefined;
}

/** How late it was in the end: arrival against its due time; negative is early. */
export function arrivalMarginMs(order: Order): number | undefined {
  const at = enteredAt(order, 'on-scene');
  return at === undefined ? undefined : Date.parse(order.arriveDueAt) - Date.parse(at);
}

/** Held when issued, drawn at departure, given back when cancelled before it. */
export function goodsOf(order: Order): 'held' | 'drawn' | 'released' | 'none' {
  if (order.items.length === 0) return 'none';
  if (hasDeparted(order)) return 'drawn';
  return order.state === 'cancelled' ? 'released' : 'held';
}

/** Share of the way by the clock, 0…1; undefined before departure. */
export function wayRatio(order: Order, nowMs: number): number | undefined {
  if (enteredAt(order, 'on-scene') !== undefined) return 1;
  const departedAt = enteredAt(order, 'under-way');
  if (departedAt === undefined) return undefined;
  const [fromMs, toMs] = [Date.parse(departedAt), Date.parse(order.arriveDueAt)];
  return toMs <= fromMs ? 1 : Math.max(0, Math.min(1, (nowMs - fromMs) / (toMs - fromMs)));
}

/** Oldest order first, and within one issue by arrival: an order never changes its place, new ones are appended. */
export function boardOrder(orders: readonly Order[]): readonly Order[] {
  return [...orders].sort(byIssue);
}

export function byIssue(a: Order, b: Order): number {
  return compare(a.issuedAt, b.issuedAt) || compare(a.arriveDueAt, b.arriveDueAt) || compare(a.id, b.id);
}

export interface BoardFilter {
  /** `open`: not done and not cancelled. */
  readonly state: OrderState | 'open' | 'all';
  /** Unit id, `none` for orders without one, `` for all. */
  readonly unitId: string;
  readonly text: string;
}

export function matches(order: Order, filter: BoardFilter): boolean {
  if (filter.state === 'open' ? !isOpen(order) : filter.state !== 'all' && order.state !== filter.state) return false;
  if (filter.unitId === 'none' ? order.unitId !== null : filter.unitId !== '' && order.unitId !== filter.unitId) return false;
  const wanted = filter.text.trim().toLowerCase();
  return wanted === '' || [order.task.zh, order.task.en, order.unitTitles?.zh ?? '', order.unitTitles?.en ?? '', order.unitMmsi ?? '', order.id].some((text) => text.toLowerCase().includes(wanted));
}

/** Rows on the board: what matches now, and what matched when the filter was set. Nothing leaves under the pointer. */
export function keepRows(orders: readonly Order[], filter: BoardFilter, shownIds: ReadonlySet<string>): readonly Order[] {
  return boardOrder(orders).filter((order) => shownIds.has(order.id) || matches(order, filter));
}

function wasAccepted(order: Pick<Order, 'steps'>): boolean {
  return order.steps.some((step) => step.state === 'accepted');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
