// Reserving by name (these lots, that agreement) or by kind (so much of this, from here, usable then:
// first expired, first out). Picking happens outside the lock, so a pick that lost a race picks again; the
// holds themselves are decided by the database alone. A key of the caller's makes a repeated request safe.

import type { Instant, Refusal, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, View } from '../../log/index.ts';
import { recordKey, recordOf } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import { mayDo } from '../../access/index.ts';
import { capacityContracts } from '../reserves/capacity-contracts.ts';
import { checkCallUp } from '../reserves/decide-agreement.ts';
import { pickFefo } from '../reserves/pick-fefo.ts';
import { socialAgreements } from '../reserves/social-agreements.ts';
import { stockLots } from '../reserves/stock-lots.ts';
import { checkContractUsable, checkLotUsable } from '../reserves/usable.ts';
import { decideConfirmHold, decideExpire, decideIssueReserved, decideReleaseHold, holdUntil, reservationMoves } from './decide-reservation.ts';
import { appendStep, checkNote, checkQuantity, listLots, loadSlip, mayForAll, openSlip } from './slip-desk.ts';
import type { Seen, SlipDeps, SlipDone } from './slip-desk.ts';
import type { NewSlip, ReserveRegisterId, ReservationSlip, SupplyLine } from './types.ts';

export interface ReserveSupplies {
  readonly lines: readonly { readonly registerId: ReserveRegisterId; readonly supplyId: string; readonly quantityValue: number }[];
}

export interface ReserveByKind {
  readonly itemKindId: string;
  /** null: from any store. */
  readonly facilityId: string | null;
  readonly quantityValue: number;
  readonly usedAt: Instant;
}

export interface HoldCommand {
  readonly wanted: ReserveSupplies | ReserveByKind;
  readonly purposeText: string;
  readonly holdForS: number;
  /** Given again with the same key, the first reservation is the answer. */
  readonly requestKey?: string;
}

export async function handleHold(deps: SlipDeps, command: HoldCommand, context: Context): Promise<Result<SlipDone>> {
  const { requestKey, purposeText } = command;
  const id = requestKey === undefined ? deps.ids.newId('reservation') : `${context.actor.id}-${requestKey}`;
  const noted = checkNote(id, purposeText);
  if (!noted.ok) return noted;
  const until = holdUntil(command.holdForS, context);
  if (!until.ok) return until;
  let lost: Refusal | undefined;
  for (let tryIndex = 0; tryIndex < TRY_COUNT_MAX; tryIndex += 1) {
    const known = requestKey === undefined ? undefined : await deps.views.find<ReservationSlip>(context.realm, 'slip', `reservation/${id}`);
    if (known !== undefined) return ok({ id, streamVersion: known.streamVersion });
    const picked = 'lines' in command.wanted ? await pickNamed(deps, command.wanted, context) : await pickByKind(deps, command.wanted, context);
    if (!picked.ok) return picked;
    const { lines, organisationIds, facilityId } = picked.value;
    const may = mayForAll(context.actor, 'stock.hold', organisationIds);
    if (!may.ok) return may;
    const slip: NewSlip<'reservation'> = { kind: 'reservation', state: 'held', facilityId, organisationIds, lines, purposeText: purposeText.trim(), expiresAt: until.value };
    const opened = await openSlip(deps, slip, { id, note: purposeText, moves: reservationMoves(lines, 'hold') }, context);
    if (opened.ok) return opened;
    lost = opened.refusal;
    const racing = lost.code === 'LOG_HOLDING_SHORT' && !('lines' in command.wanted);
    if (!racing && !(lost.code === 'LOG_VERSION_CONFLICT' && requestKey !== undefined)) return opened;
  }
  return { ok: false, refusal: lost ?? { code: 'READINESS_SLIP_UNKNOWN', params: { kind: 'reservation', id } } };
}

export async function handleConfirmHold(deps: SlipDeps, command: { readonly id: string; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadSlip(deps.views, 'reservation', command.id, context, command);
  if (!view.ok) return view;
  const may = mayForAll(context.actor, 'stock.hold', view.value.body.organisationIds);
  return may.ok ? appendStep(deps, view.value, decideConfirmHold(view.value.body, command.note, context), context) : may;
}

export async function handleReleaseHold(deps: SlipDeps, command: { readonly id: string; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadSlip(deps.views, 'reservation', command.id, context, command);
  if (!view.ok) return view;
  const may = mayForAll(context.actor, 'stock.hold', view.value.body.organisationIds);
  return may.ok ? appendStep(deps, view.value, decideReleaseHold(view.value.body, command.note), context) : may;
}

export async function handleIssueReserved(deps: SlipDeps, command: { readonly id: string; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadSlip(deps.views, 'reservation', command.id, context, command);
  if (!view.ok) return view;
  const may = mayForAll(context.actor, 'stock.move', view.value.body.organisationIds);
  return may.ok ? appendStep(deps, view.value, decideIssueReserved(view.value.body, command.note), context) : may;
}

/** Gives back every hold of which the time ran out; a hold that changed meanwhile is left for the next sweep. */
export async function handleExpireHolds(deps: SlipDeps, context: Context): Promise<Result<{ readonly expiredCount: number }>> {
  const may = mayDo(context.actor, 'stock.expire');
  if (!may.ok) return may;
  const held = await deps.views.list<ReservationSlip>({ realm: context.realm, kind: 'slip', idPrefix: 'reservation/', where: { state: 'held' } });
  let expiredCount = 0;
  for (const view of held.filter(({ body }) => body.expiresAt <= context.now)) {
    const done = await appendStep<'reservation'>(deps, view as View<ReservationSlip>, decideExpire(view.body, context), context);
    if (done.ok) expiredCount += 1;
    else if (done.refusal.code !== 'LOG_VERSION_CONFLICT') return done;
  }
  return ok({ expiredCount });
}

interface Picked {
  readonly lines: readonly SupplyLine[];
  readonly organisationIds: readonly string[];
  readonly facilityId: string | null;
}

async function pickByKind(deps: SlipDeps, wanted: ReserveByKind, context: Context): Promise<Result<Picked>> {
  const quantity = checkQuantity(wanted.itemKindId, wanted.quantityValue);
  if (!quantity.ok) return quantity;
  const scope = (organisationId: string): boolean => mayDo(context.actor, 'stock.hold', { organisationId }).ok;
  const lots = (await listLots(deps.views, context)).filter(({ values }) => values.itemKindId === wanted.itemKindId && scope(values.organisationId)
    && (wanted.facilityId === null || values.facilityId === wanted.facilityId));
  const holdings = await deps.views.listHoldings(context.realm);
  const { picks, shortValue, passedOver } = pickFefo({ lots, holdings, wantedValue: wanted.quantityValue, usedAt: wanted.usedAt });
  if (shortValue > 0) {
    return refuse('READINESS_RESERVE_SHORT', { itemKindId: wanted.itemKindId, wanted: wanted.quantityValue, available: wanted.quantityValue - shortValue, passedOverCount: passedOver.length });
  }
  const byId = new Map(lots.map((lot) => [lot.id, lot]));
  const lines = picks.map(({ lotId, quantityValue }): SupplyLine => ({ registerId: 'stock-lots', supplyId: lotId, itemKindId: wanted.itemKindId, quantityValue }));
  const used = picks.flatMap(({ lotId }) => byId.get(lotId) ?? []);
  return ok({ lines, organisationIds: unique(used.map(({ values }) => values.organisationId)), facilityId: onlyOne(used.map(({ values }) => values.facilityId)) });
}

async function pickNamed(deps: SlipDeps, { lines }: ReserveSupplies, context: Context): Promise<Result<Picked>> {
  if (lines.length === 0) return refuse('READINESS_SLIP_EMPTY', { kind: 'reservation' });
  const found: { readonly line: SupplyLine; readonly organisationId: string; readonly facilityId: string | null }[] = [];
  for (const { registerId, supplyId, quantityValue } of lines) {
    const quantity = checkQuantity(supplyId, quantityValue);
    if (!quantity.ok) return quantity;
    const key = recordKey(registerId, supplyId);
    const body = (await deps.views.find<RecordBody>(context.realm, 'record', key))?.body;
    if (body === undefined) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId, id: supplyId });
    const usable = await checkUsable(deps, body, quantityValue, context);
    if (!usable.ok) return usable;
    const { itemKindId, organisationId, facilityId } = body.values;
    found.push({ line: { registerId, supplyId, quantityValue, itemKindId: String(itemKindId) }, organisationId: String(organisationId), facilityId: typeof facilityId === 'string' ? facilityId : null });
  }
  return ok({ lines: found.map(({ line }) => line), organisationIds: unique(found.map((one) => one.organisationId)), facilityId: onlyOne(found.map((one) => one.facilityId)) });
}

async function checkUsable(deps: SlipDeps, body: RecordBody, quantityValue: number, context: Context): Promise<Result<true>> {
  if (body.registerId === 'stock-lots') return checkLotUsable(recordOf(stockLots, body), context.now);
  if (body.registerId === 'capacity-contracts') return checkContractUsable(recordOf(capacityContracts, body), context.now);
  const agreement = recordOf(socialAgreements, body);
  const usable = checkContractUsable(agreement, context.now);
  return usable.ok ? checkCallUp(agreement, await deps.views.findHolding(context.realm, recordKey(body.registerId, body.id)), quantityValue) : usable;
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}

function onlyOne(ids: readonly (string | null)[]): string | null {
  return new Set(ids).size === 1 ? (ids[0] ?? null) : null;
}

/** A pick may lose a race more than once; after so many the shortage is real or the crowd is. Our choice. */
const TRY_COUNT_MAX = 20;
