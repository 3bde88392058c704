// Transfers between places: leave, arrive, settle what is missing, or turn back. Who sends must have the
// goods, who receives must answer for the place they arrive at.

import type { Instant, LonLat, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context } from '../../log/index.ts';
import { recordKey } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import type { StockLot } from '../reserves/usable.ts';
import { decideReceiveTransfer, decideSettleTransfer, decideTurnBack, leaveMoves } from './decide-transfer.ts';
import type { ReceivedLine } from './decide-transfer.ts';
import { appendStep, checkNote, checkQuantity, loadLot, loadSlip, mayForAll, openSlip } from './slip-desk.ts';
import type { Seen, SlipDeps, SlipDone } from './slip-desk.ts';
import type { NewSlip, TransferLine } from './types.ts';

export interface SendTransfer {
  readonly toFacilityId: string;
  readonly lines: readonly { readonly lotId: string; readonly quantityValue: number }[];
  readonly dueAt: Instant | null;
  readonly carrierText: string;
  readonly note: string;
}

export async function handleSendTransfer(deps: SlipDeps, command: SendTransfer, context: Context): Promise<Result<SlipDone>> {
  const noted = checkNote('transfer', command.note);
  if (!noted.ok) return noted;
  const place = await findPlace(deps, command.toFacilityId, context);
  if (!place.ok) return place;
  const lines: TransferLine[] = [];
  const sources: StockLot[] = [];
  for (const { lotId, quantityValue } of command.lines) {
    const quantity = checkQuantity(lotId, quantityValue);
    if (!quantity.ok) return quantity;
    const found = await loadLot(deps.views, lotId, context);
    if (!found.ok) return found;
    if (sources.some((lot) => lot.id === lotId)) return refuse('READINESS_SLIP_LOT_TWICE', { lotId });
    sources.push(found.value.lot);
    lines.push({ fromLotId: lotId, itemKindId: found.value.lot.values.itemKindId, quantityValue, receivedValue: null, toLotId: null, lostValue: 0 });
  }
  const places = [...new Set(sources.map(({ values }) => values.facilityId))];
  if (lines.length === 0) return refuse('READINESS_SLIP_EMPTY', { kind: 'transfer' });
  if (places.length > 1) return refuse('READINESS_TRANSFER_SEVERAL_PLACES', { placeCount: places.length });
  const [facilityId = null] = places;
  if (facilityId === command.toFacilityId) return refuse('READINESS_TRANSFER_SAME_PLACE', { facilityId });
  const organisationIds = [...new Set(sources.map(({ values }) => values.organisationId))].sort();
  const may = mayForAll(context.actor, 'stock.move', organisationIds);
  if (!may.ok) return may;
  const id = deps.ids.newId('transfer');
  const slip: NewSlip<'transfer'> = {
    kind: 'transfer', state: 'in-transit', facilityId, organisationIds, toFacilityId: command.toFacilityId, dueAt: command.dueAt, carrierText: command.carrierText.trim(), lines, receivedById: null,
  };
  return openSlip(deps, slip, { id, note: command.note, moves: leaveMoves(id, lines) }, context);
}

export async function handleReceiveTransfer(deps: SlipDeps, command: { readonly id: string; readonly received: readonly ReceivedLine[]; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadSlip(deps.views, 'transfer', command.id, context, command);
  if (!view.ok) return view;
  const place = await findPlace(deps, view.value.body.toFacilityId, context);
  if (!place.ok) return place;
  const lots = new Map<string, StockLot>();
  for (const lotId of command.received.flatMap((one) => [one.fromLotId, ...(one.toLotId === null ? [] : [one.toLotId])])) {
    const found = await loadLot(deps.views, lotId, context);
    if (!found.ok) return found;
    lots.set(lotId, found.value.lot);
  }
  const targets = command.received.flatMap((one) => lots.get(one.toLotId ?? '')?.values.organisationId ?? []);
  const may = mayForAll(context.actor, 'stock.move', [...new Set([place.value.organisationId, ...targets])]);
  if (!may.ok) return may;
  return appendStep(deps, view.value, decideReceiveTransfer(view.value.body, { ...command, lots, ...place.value }, context), context);
}

export async function handleSettleTransfer(deps: SlipDeps, command: { readonly id: string; readonly foundByLot: Readonly<Record<string, number>>; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadSlip(deps.views, 'transfer', command.id, context, command);
  if (!view.ok) return view;
  const may = mayForAll(context.actor, 'stock.approve', view.value.body.organisationIds);
  return may.ok ? appendStep(deps, view.value, decideSettleTransfer(view.value.body, command, context), context) : may;
}

export async function handleTurnBack(deps: SlipDeps, command: { readonly id: string; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadSlip(deps.views, 'transfer', command.id, context, command);
  if (!view.ok) return view;
  const may = mayForAll(context.actor, 'stock.move', view.value.body.organisationIds);
  return may.ok ? appendStep(deps, view.value, decideTurnBack(view.value.body, command.note), context) : may;
}

async function findPlace(deps: SlipDeps, facilityId: string, context: Context): Promise<Result<{ readonly position: LonLat; readonly organisationId: string }>> {
  const body = (await deps.views.find<RecordBody>(context.realm, 'record', recordKey('facilities', facilityId)))?.body;
  if (body === undefined || body.archived) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId: 'facilities', id: facilityId });
  const { position, organisationId } = body.values;
  if (typeof organisationId !== 'string') return refuse('READINESS_PLACE_UNOWNED', { facilityId });
  return ok({ position: position as LonLat, organisationId });
}
