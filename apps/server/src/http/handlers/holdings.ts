// What was in stock and what was promised, now or as known at a minute: every holding of the registers
// that the caller may see, with the names it had then. A team or vessel is a holding of one.

import { maySee, recordKey, recordTitles } from '@anlan/domain';
import type { Actor, Holding, RecordBody, Register, ViewStore } from '@anlan/domain';
import { instant, ok } from '@anlan/kernel';
import type { App } from '../../app.ts';
import { storeKnownAt } from '../../known-at.ts';
import type { Handlers } from '../call.ts';

export const holdingHandlers: Pick<Handlers, 'listHoldings'> = {
  async listHoldings({ app, actor, query }) {
    const knownAt = query.knownAt === undefined ? null : instant(query.knownAt);
    const views = knownAt === null ? app.views : storeKnownAt(app, knownAt);
    const found = await Promise.all((await views.listHoldings(app.realm)).map((holding) => holdingToWire(app, views, holding, actor)));
    return ok({ knownAt, holdings: found.filter((one) => one !== undefined) });
  },
};

async function holdingToWire(app: App, views: ViewStore, holding: Holding, actor: Actor): Promise<object | undefined> {
  const { holdingId, onHandValue, heldValue } = holding;
  const [registerId = '', recordId = ''] = holdingId.split('/');
  const register = app.registers.find((known) => known.id === registerId);
  if (register === undefined || !maySee(register, actor)) return undefined;
  const body = (await views.find<RecordBody>(app.realm, 'record', holdingId))?.body;
  if (body === undefined) return undefined;
  const kind = await itemKindOf(app, views, body);
  return { registerId, recordId, titles: recordTitles(register, body), isUnit: register.unitHolding === true, ...kind, onHandValue, heldValue };
}

async function itemKindOf(app: App, views: ViewStore, body: RecordBody): Promise<{ readonly itemKindId: string | null; readonly itemTitles: object | null; readonly unitCode: string }> {
  const itemKindId = body.values['itemKindId'];
  const register = app.registers.find((known): known is Register => known.id === 'item-kinds');
  const kind = typeof itemKindId !== 'string' ? undefined : (await views.find<RecordBody>(app.realm, 'record', recordKey('item-kinds', itemKindId)))?.body;
  if (typeof itemKindId !== 'string' || kind === undefined || register === undefined) return { itemKindId: null, itemTitles: null, unitCode: '' };
  const unitCode = kind.values['unitCode'];
  return { itemKindId, itemTitles: recordTitles(register, kind), unitCode: typeof unitCode === 'string' ? unitCode : '' };
}
