// Putting a lot into a bin of its own place, or out of any. What a bin cannot bear is refused, not warned of.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context } from '../../log/index.ts';
import { newEvent } from '../../log/index.ts';
import { recordKey, recordOf, recordStream } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import { itemKinds } from '../reserves/item-kinds.ts';
import { listLots, loadLot, mayForAll } from '../slips/slip-desk.ts';
import type { SlipDeps } from '../slips/slip-desk.ts';
import { storageBins } from './storage-bins.ts';

export async function handlePutAway(deps: Omit<SlipDeps, 'ids'>, command: { readonly lotId: string; readonly binId: string | null; readonly note: string }, context: Context): Promise<Result<{ readonly streamVersion: number }>> {
  const { lotId, binId } = command;
  const found = await loadLot(deps.views, lotId, context);
  if (!found.ok) return found;
  const { lot, streamVersion } = found.value;
  const may = mayForAll(context.actor, 'stock.move', [lot.values.organisationId]);
  if (!may.ok) return may;
  const fits = binId === null ? ok(true) : await checkBin(deps, found.value, binId, context);
  if (!fits.ok) return fits;
  const event = newEvent(context, 'stock.put_away', { note: command.note.trim(), changes: { binId } });
  const appended = await deps.log.append({ realm: context.realm, recordedAt: context.now, appends: [{ stream: recordStream('stock-lots', lotId), expectedVersion: streamVersion, events: [event] }] });
  return appended.ok ? ok({ streamVersion: streamVersion + 1 }) : appended;
}

type Found = Extract<Awaited<ReturnType<typeof loadLot>>, { ok: true }>['value'];

async function checkBin(deps: Pick<SlipDeps, 'views'>, { lot, holding }: Found, binId: string, context: Context): Promise<Result<true>> {
  const body = (await deps.views.find<RecordBody>(context.realm, 'record', recordKey('storage-bins', binId)))?.body;
  if (body === undefined || body.archived) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId: 'storage-bins', id: binId });
  const bin = recordOf(storageBins, body).values;
  if (bin.facilityId !== lot.values.facilityId) return refuse('READINESS_BIN_OTHER_PLACE', { lotId: lot.id, binId });
  if (bin.massKgMax === null) return ok(true);
  const kinds = new Map((await deps.views.list<RecordBody>({ realm: context.realm, kind: 'record', idPrefix: 'item-kinds/' })).map(({ body: kind }) => [kind.id, recordOf(itemKinds, kind).values]));
  const others = (await listLots(deps.views, context)).filter(({ id, values }) => values.binId === binId && id !== lot.id);
  let massKg = holding.onHandValue * (kinds.get(lot.values.itemKindId)?.massKgPerUnit ?? 0);
  for (const other of others) {
    const there = await deps.views.findHolding(context.realm, recordKey('stock-lots', other.id));
    massKg += (there?.onHandValue ?? 0) * (kinds.get(other.values.itemKindId)?.massKgPerUnit ?? 0);
  }
  return massKg > bin.massKgMax ? refuse('READINESS_BIN_OVERLOADED', { binId, massKg: Math.round(massKg), massKgMax: bin.massKgMax }) : ok(true);
}
