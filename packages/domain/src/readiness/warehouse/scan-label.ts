// The scan door: a label's text becomes the lot or the bin with what the scanner may do with it now. An
// action that is not allowed is listed with its reason, so that the field form can say why.

import type { Refusal, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, Holding, ViewStore } from '../../log/index.ts';
import { mayDo } from '../../access/index.ts';
import type { Command } from '../../access/index.ts';
import { recordKey, recordOf } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import { availableValue } from '../reserves/pick-fefo.ts';
import { stockLots } from '../reserves/stock-lots.ts';
import { checkLotUsable } from '../reserves/usable.ts';
import type { StockLot } from '../reserves/usable.ts';
import { listLots } from '../slips/slip-desk.ts';
import { decodeLabel } from './label-text.ts';
import type { LabelKind } from './label-text.ts';
import { storageBins } from './storage-bins.ts';

export const SCAN_ACTIONS = ['receive', 'issue', 'count', 'hold', 'transfer', 'lend', 'write-off', 'put-away'] as const;
export type ScanAction = (typeof SCAN_ACTIONS)[number];

export interface ScannedLot {
  readonly lot: StockLot;
  readonly holding: Holding | undefined;
  /** null: usable now. */
  readonly notUsable: Refusal | null;
  readonly actions: readonly { readonly action: ScanAction; readonly refusal: Refusal | null }[];
}

export interface Scanned {
  readonly kind: LabelKind;
  readonly id: string;
  readonly facilityId: string | null;
  readonly binId: string | null;
  readonly lots: readonly ScannedLot[];
}

export async function scanLabel(views: ViewStore, text: string, context: Context): Promise<Result<Scanned>> {
  const read = decodeLabel(text);
  if (!read.ok) return read;
  const { kind, id } = read.value;
  const registerId = kind === 'lot' ? 'stock-lots' : 'storage-bins';
  const body = (await views.find<RecordBody>(context.realm, 'record', recordKey(registerId, id)))?.body;
  if (body === undefined) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId, id });
  const owner = kind === 'lot' ? recordOf(stockLots, body).values : recordOf(storageBins, body).values;
  const may = mayDo(context.actor, 'warehouse.read', { organisationId: owner.organisationId });
  if (!may.ok) return may;
  const lots = kind === 'lot' ? [recordOf(stockLots, body)] : (await listLots(views, context)).filter(({ values }) => values.binId === id);
  const scanned = await Promise.all(lots.map((lot) => scannedLot(views, lot, context)));
  return ok({ kind, id, facilityId: owner.facilityId, binId: kind === 'bin' ? id : (lots[0]?.values.binId ?? null), lots: scanned });
}

async function scannedLot(views: ViewStore, lot: StockLot, context: Context): Promise<ScannedLot> {
  const holding = await views.findHolding(context.realm, recordKey('stock-lots', lot.id));
  const usable = checkLotUsable(lot, context.now);
  const available = availableValue(holding);
  const whyNot = (action: ScanAction): Refusal | null => {
    const may = mayDo(context.actor, COMMAND_OF[action], { organisationId: lot.values.organisationId });
    if (!may.ok) return may.refusal;
    if (lot.archived) return { code: 'READINESS_SUPPLY_ARCHIVED', params: { id: lot.id } };
    if (TAKES.has(action) && available <= 0) return { code: 'LOG_HOLDING_SHORT', params: { holdingId: recordKey('stock-lots', lot.id), wanted: 1, available } };
    return action === 'hold' && !usable.ok ? usable.refusal : null;
  };
  return { lot, holding, notUsable: usable.ok ? null : usable.refusal, actions: SCAN_ACTIONS.map((action) => ({ action, refusal: whyNot(action) })) };
}

const COMMAND_OF: Readonly<Record<ScanAction, Command>> = {
  receive: 'stock.move', issue: 'stock.move', count: 'stock.move', hold: 'stock.hold', transfer: 'stock.move', lend: 'stock.move', 'write-off': 'stock.move', 'put-away': 'stock.move',
};
/** Actions that need something free in the lot. */
const TAKES: ReadonlySet<ScanAction> = new Set<ScanAction>(['issue', 'hold', 'transfer', 'lend', 'write-off']);
