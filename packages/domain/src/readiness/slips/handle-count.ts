// Count sheets: opened over the lots of a place or of one zone of it, one sheet at a time over the same lot.

import type { Result } from '@anlan/kernel';
import { refuse } from '@anlan/kernel';
import type { Context, Holding, View } from '../../log/index.ts';
import { mayDo } from '../../access/index.ts';
import { recordKey, recordOf } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import { storageBins } from '../warehouse/storage-bins.ts';
import type { StockLot } from '../reserves/usable.ts';
import { decideAnswerCount, decideCancelCount, decideRecordCount, decideSubmitCount } from './decide-count.ts';
import { appendStep, listLots, loadSlip, lotHolding, mayForAll, openSlip } from './slip-desk.ts';
import type { Seen, SlipDeps, SlipDone } from './slip-desk.ts';
import type { CountSlip, NewSlip } from './types.ts';

export interface OpenCount {
  readonly facilityId: string;
  /** Left out: the whole place. */
  readonly zoneCode?: string;
  readonly blind: boolean;
  readonly note: string;
}

export async function handleOpenCount(deps: SlipDeps, command: OpenCount, context: Context): Promise<Result<SlipDone>> {
  const { facilityId, zoneCode } = command;
  const mine = (lot: StockLot): boolean => mayDo(context.actor, 'stock.move', { organisationId: lot.values.organisationId }).ok;
  const inPlace = (await listLots(deps.views, context)).filter(({ values }) => values.facilityId === facilityId);
  const lots = await inZone(deps, inPlace.filter(mine), zoneCode, context);
  if (inPlace.length > 0 && !inPlace.some(mine)) return mayForAll(context.actor, 'stock.move', inPlace.map(({ values }) => values.organisationId)) as Result<never>;
  if (lots.length === 0) return refuse('READINESS_SLIP_EMPTY', { kind: 'count' });
  const open = await deps.views.list<CountSlip>({ realm: context.realm, kind: 'slip', idPrefix: 'count/', where: { facilityId, state: ['open', 'submitted'] } });
  const counted = new Set(lots.map(({ id }) => id));
  const other = open.find(({ body }) => body.lines.some((line) => counted.has(line.lotId)));
  if (other !== undefined) return refuse('READINESS_COUNT_SHEET_OPEN', { id: other.body.id, facilityId });
  const holdings = new Map((await deps.views.listHoldings(context.realm)).map((holding) => [holding.holdingId, holding]));
  const slip: NewSlip<'count'> = {
    kind: 'count', state: 'open', facilityId, zoneCode: zoneCode ?? null, blind: command.blind, submittedById: null,
    organisationIds: [...new Set(lots.map(({ values }) => values.organisationId))].sort(),
    lines: lots.map(({ id, values }) => ({ lotId: id, itemKindId: values.itemKindId, bookValue: holdings.get(lotHolding(id))?.onHandValue ?? 0, countedValue: null, countedById: null })),
  };
  return openSlip(deps, slip, { id: deps.ids.newId('count'), note: command.note, moves: [] }, context);
}

export async function handleRecordCount(deps: SlipDeps, command: { readonly id: string; readonly found: readonly { readonly lotId: string; readonly countedValue: number }[] } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadCount(deps, command, 'stock.move', context);
  return view.ok ? appendStep(deps, view.value, decideRecordCount(view.value.body, command.found, await onHandOf(deps, view.value.body, context), context), context) : view;
}

export async function handleSubmitCount(deps: SlipDeps, command: { readonly id: string; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadCount(deps, command, 'stock.move', context);
  return view.ok ? appendStep(deps, view.value, decideSubmitCount(view.value.body, command.note, context), context) : view;
}

export async function handleAnswerCount(deps: SlipDeps, command: { readonly id: string; readonly approve: boolean; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadCount(deps, command, 'stock.approve', context);
  return view.ok ? appendStep(deps, view.value, decideAnswerCount(view.value.body, command, await onHandOf(deps, view.value.body, context), context), context) : view;
}

export async function handleCancelCount(deps: SlipDeps, command: { readonly id: string; readonly note: string } & Seen, context: Context): Promise<Result<SlipDone>> {
  const view = await loadCount(deps, command, 'stock.move', context);
  return view.ok ? appendStep(deps, view.value, decideCancelCount(view.value.body, command.note), context) : view;
}

async function loadCount(deps: SlipDeps, command: { readonly id: string } & Seen, asked: 'stock.move' | 'stock.approve', context: Context): Promise<Result<View<CountSlip>>> {
  const view = await loadSlip(deps.views, 'count', command.id, context, command);
  if (!view.ok) return view;
  const may = mayForAll(context.actor, asked, view.value.body.organisationIds);
  return may.ok ? view : may;
}

async function onHandOf(deps: SlipDeps, slip: CountSlip, context: Context): Promise<ReadonlyMap<string, Holding>> {
  const found = await Promise.all(slip.lines.map(({ lotId }) => deps.views.findHolding(context.realm, lotHolding(lotId))));
  return new Map(slip.lines.flatMap(({ lotId }, i) => (found[i] === undefined ? [] : [[lotId, found[i]] as const])));
}

async function inZone(deps: SlipDeps, lots: readonly StockLot[], zoneCode: string | undefined, context: Context): Promise<readonly StockLot[]> {
  if (zoneCode === undefined) return lots;
  const zones = await Promise.all(lots.map(async ({ values }) => {
    if (values.binId === null || values.binId === undefined) return null;
    const bin = (await deps.views.find<RecordBody>(context.realm, 'record', recordKey('storage-bins', values.binId)))?.body;
    return bin === undefined ? null : recordOf(storageBins, bin).values.zoneCode;
  }));
  return lots.filter((_lot, i) => zones[i] === zoneCode);
}
