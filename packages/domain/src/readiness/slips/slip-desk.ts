// What every slip needs of the memory: load it and its lots, ask the access table by whose the goods
// are, append its events and moves in one transaction. The decisions themselves are pure and elsewhere.

import type { IdSource, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Actor, Context, EventLog, Holding, HoldingMove, NewEvent, StreamAppend, View, ViewStore } from '../../log/index.ts';
import { isMovable, loadView, newEvent, withMoves } from '../../log/index.ts';
import { mayDo } from '../../access/index.ts';
import type { Command } from '../../access/index.ts';
import { recordKey, recordOf } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import { stockLots } from '../reserves/stock-lots.ts';
import type { StockLot } from '../reserves/usable.ts';
import type { NewSlip, SlipBody, SlipEventType, SlipKind, SlipOf } from './types.ts';

export interface SlipDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly ids: IdSource;
}

export interface SlipDone {
  readonly id: string;
  readonly streamVersion: number;
}

/** A step of a slip, decided: what changes, what moves, and records that are made with it. */
export interface SlipDecision<Body> {
  readonly type: SlipEventType;
  readonly changes: Partial<Body>;
  readonly note: string;
  readonly moves: readonly HoldingMove[];
  readonly also?: readonly StreamAppend[];
}

export interface Seen {
  readonly seenVersion?: number;
}

export function slipStream(kind: SlipKind, id: string): `slip:${string}` {
  return `slip:${kind}/${id}`;
}

/** A holding of the slip's own: `slips/<kind>/<id>/<part>`. */
export function slipHolding(kind: SlipKind, id: string, part: string): string {
  return `slips/${kind}/${id}/${part}`;
}

export async function loadSlip<K extends SlipKind>(views: ViewStore, kind: K, id: string, context: Context, { seenVersion }: Seen = {}): Promise<Result<View<SlipOf<K>>>> {
  const found = await loadView<SlipOf<K>>(views, context, 'slip', `${kind}/${id}`, { unknownCode: 'READINESS_SLIP_UNKNOWN', seenVersion });
  return found.ok || found.refusal.code !== 'READINESS_SLIP_UNKNOWN' ? found : refuse('READINESS_SLIP_UNKNOWN', { kind, id });
}

export async function openSlip(
  deps: SlipDeps, slip: NewSlip, opening: { readonly id: string; readonly note: string; readonly moves: readonly HoldingMove[]; readonly also?: readonly StreamAppend[] }, context: Context,
): Promise<Result<SlipDone>> {
  const event = newEvent(context, 'slip.opened', { slip: { ...slip, id: opening.id }, note: opening.note.trim() });
  const appends: readonly StreamAppend[] = [{ stream: slipStream(slip.kind, opening.id), expectedVersion: 0, events: withMoves([event], opening.moves) }, ...(opening.also ?? [])];
  const appended = await deps.log.append({ realm: context.realm, recordedAt: context.now, appends });
  return appended.ok ? ok({ id: opening.id, streamVersion: 1 }) : appended;
}

export async function appendStep<K extends SlipKind>(deps: SlipDeps, view: View<SlipOf<K>>, decision: Result<SlipDecision<SlipOf<K>>>, context: Context): Promise<Result<SlipDone>> {
  if (!decision.ok) return decision;
  const { also, ...step } = decision.value;
  const appends = [stepAppend(view, step, context), ...(also ?? [])];
  const appended = await deps.log.append({ realm: context.realm, recordedAt: context.now, appends });
  return appended.ok ? ok({ id: view.body.id, streamVersion: view.streamVersion + 1 }) : appended;
}

export function stepAppend<Body extends SlipBody>(view: View<Body>, { type, changes, note, moves }: SlipDecision<Body>, context: Context): StreamAppend {
  const event: NewEvent = newEvent(context, type, { changes, note: note.trim() });
  return { stream: slipStream(view.body.kind, view.body.id), expectedVersion: view.streamVersion, events: withMoves([event], moves) };
}

/** The access table, for every organisation whose goods are touched. */
export function mayForAll(actor: Actor, command: Command, organisationIds: readonly string[]): Result<true> {
  for (const organisationId of organisationIds.length === 0 ? [null] : organisationIds) {
    const may = mayDo(actor, command, { organisationId });
    if (!may.ok) return may;
  }
  return ok(true);
}

export interface LotNow {
  readonly lot: StockLot;
  readonly holding: Holding;
  readonly streamVersion: number;
}

export async function loadLot(views: ViewStore, lotId: string, context: Context): Promise<Result<LotNow>> {
  const key = recordKey('stock-lots', lotId);
  const view = await views.find<RecordBody>(context.realm, 'record', key);
  const holding = await views.findHolding(context.realm, key);
  if (view === undefined || holding === undefined) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId: 'stock-lots', id: lotId });
  if (view.body.archived) return refuse('READINESS_SUPPLY_ARCHIVED', { id: lotId });
  return ok({ lot: recordOf(stockLots, view.body), holding, streamVersion: view.streamVersion });
}

/** Lots of the realm that are not put away, in order of id. */
export async function listLots(views: ViewStore, context: Pick<Context, 'realm'>): Promise<readonly StockLot[]> {
  const found = await views.list<RecordBody>({ realm: context.realm, kind: 'record', idPrefix: 'stock-lots/' });
  return found.filter(({ body }) => !body.archived).map(({ body }) => recordOf(stockLots, body)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A quantity that the book can move: above nothing, no finer than a millionth. */
export function checkQuantity(id: string, quantityValue: number): Result<true> {
  if (!(quantityValue > 0) || !Number.isFinite(quantityValue)) return refuse('READINESS_QUANTITY_NOT_POSITIVE', { id, quantity: String(quantityValue) });
  return isMovable(quantityValue) ? ok(true) : refuse('READINESS_QUANTITY_TOO_FINE', { id, quantity: String(quantityValue) });
}

export function checkNote(id: string, note: string): Result<true> {
  return note.trim() === '' ? refuse('READINESS_NOTE_MISSING', { id }) : ok(true);
}

export function wrongState(slip: Pick<SlipBody, 'id' | 'state'>, step: string): Result<never> {
  return refuse('READINESS_SLIP_STEP_ILLEGAL', { id: slip.id, state: slip.state, step });
}

export function lotHolding(lotId: string): string {
  return recordKey('stock-lots', lotId);
}
