// What the store's screens ask: slips as the caller may see them, the picture of a place, kits, codes, what
// to order and what will lapse. Reads registers and moves; decides nothing that the domain does not.

import {
  acceptanceOf, capacityCurve, capacityContracts, demandKey, demandSeen, differenceValue, expiryForecast, findByCode, findRegister, itemKinds, kitReadiness, kits, ledgerOf, localHours, mayDo, missingValue,
  outstandingValue, recordKey, recordOf, recordTitles, scopeOf, socialAgreements, stockLots, stockPolicies, storageBins, storeView, suggestOrder, teams, throughputByDay,
} from '@anlan/domain';
import type { Actor, Context, DemandSeen, LedgerEntry, RecordBody, SlipBody, StockLot, StockNow, StoreRecords, Titles, View } from '@anlan/domain';
import type { Instant, Result } from '@anlan/kernel';
import { addS, instantFromMs, ok, refuse, secondsBetween } from '@anlan/kernel';
import { recordsOf } from '../register-lists.ts';
import type { ServiceBase } from '../services.ts';

type Base = Pick<ServiceBase, 'views' | 'realm' | 'log'>;
type Body = Readonly<Record<string, unknown>>;

export interface Named {
  readonly names: Readonly<Record<string, Titles>>;
  readonly unitCodes: Readonly<Record<string, string>>;
}

/** Registers of the store, read once for an answer; a caller who may only see their own sees no other lots. */
export async function storeOf(base: Base, actor: Actor): Promise<StoreRecords & { readonly named: (ids: readonly (string | null | undefined)[]) => Named; readonly bodies: ReadonlyMap<string, RecordBody> }> {
  const [lots, bins, kinds, places, organisations, teamBodies, kitBodies] = await Promise.all(
    ['stock-lots', 'storage-bins', 'item-kinds', 'facilities', 'organisations', 'teams', 'kits'].map((id) => recordsOf(base.views, base.realm, id)),
  ) as [Bodies, Bodies, Bodies, Bodies, Bodies, Bodies, Bodies];
  const bodies = new Map([...lots, ...bins, ...kinds, ...places, ...organisations, ...teamBodies, ...kitBodies].map((body) => [recordKey(body.registerId, body.id), body]));
  const mine = ({ values }: RecordBody): boolean => maySeeStore(actor, [String(values['organisationId'])]);
  return {
    lots: lots.filter(mine).map((body) => recordOf(stockLots, body)), bins: bins.filter(mine).map((body) => recordOf(storageBins, body)), itemKinds: kinds.map((body) => recordOf(itemKinds, body)),
    holdings: await base.views.listHoldings(base.realm), bodies, named: (ids) => namedOf(bodies, ids),
  };
}

type Bodies = readonly RecordBody[];
type Store = Awaited<ReturnType<typeof storeOf>>;

export function maySeeStore(actor: Actor, organisationIds: readonly string[]): boolean {
  return scopeOf(actor, 'warehouse.read') === 'all' || organisationIds.some((organisationId) => mayDo(actor, 'warehouse.read', { organisationId }).ok);
}

function namedOf(bodies: ReadonlyMap<string, RecordBody>, ids: readonly (string | null | undefined)[]): Named {
  const names: Record<string, Titles> = {};
  const unitCodes: Record<string, string> = {};
  for (const key of ids) {
    const body = bodies.get(key ?? '');
    const register = body === undefined ? undefined : findRegister(body.registerId);
    if (body === undefined || register === undefined) continue;
    names[recordKey(body.registerId, body.id)] = recordTitles(register, body);
    if (body.registerId === 'item-kinds') unitCodes[body.id] = String(body.values['unitCode'] ?? '');
  }
  return { names, unitCodes };
}

/** A slip as the wire shows it: what is missing, overdue or hidden is worked out here and nowhere else. */
export function slipToWire(view: View<SlipBody>, now: Instant): Body {
  const { body, streamVersion } = view;
  const overdueS = (dueAt: Instant | null, open: boolean): number | null => (open && dueAt !== null && dueAt < now ? secondsBetween(dueAt, now) : null);
  if (body.kind === 'count') {
    const hidden = body.blind && body.state === 'open';
    return { ...body, streamVersion, lines: body.lines.map((line) => ({ ...line, bookValue: hidden ? null : line.bookValue, differenceValue: hidden || line.countedValue === null ? null : differenceValue(line) })) };
  }
  if (body.kind === 'transfer') return { ...body, streamVersion, lines: body.lines.map((line) => ({ ...line, missingValue: missingValue(line) })), overdueS: overdueS(body.dueAt, body.state === 'in-transit') };
  if (body.kind === 'loan') return { ...body, streamVersion, outstandingValue: outstandingValue(body), overdueS: overdueS(body.dueBackAt, body.state === 'out') };
  return { ...body, streamVersion };
}

/** Every id that a slip names, as record keys. */
export function namesInSlip(slip: SlipBody): readonly (string | null)[] {
  const place = slip.facilityId === null ? null : recordKey('facilities', slip.facilityId);
  const lot = (lotId: string | null): string | null => (lotId === null ? null : recordKey('stock-lots', lotId));
  const base = [place, ...slip.organisationIds.map((id) => recordKey('organisations', id))];
  if (slip.kind === 'reservation') return [...base, ...slip.lines.flatMap((line) => [recordKey(line.registerId, line.supplyId), recordKey('item-kinds', line.itemKindId)])];
  if (slip.kind === 'count') return [...base, ...slip.lines.flatMap((line) => [lot(line.lotId), recordKey('item-kinds', line.itemKindId)])];
  if (slip.kind === 'transfer') return [...base, recordKey('facilities', slip.toFacilityId), ...slip.lines.flatMap((line) => [lot(line.fromLotId), lot(line.toLotId), recordKey('item-kinds', line.itemKindId)])];
  return [...base, lot(slip.lotId), recordKey('item-kinds', slip.itemKindId)];
}

export async function listSlips(base: Base, query: { readonly kind?: string | undefined; readonly state?: string | undefined; readonly facilityId?: string | undefined; readonly limit?: number | undefined }, context: Context): Promise<object> {
  const where = query.state === undefined ? {} : { where: { state: query.state } };
  const views = await base.views.list<SlipBody>({ realm: base.realm, kind: 'slip', newestFirst: true, ...(query.kind === undefined ? {} : { idPrefix: `${query.kind}/` }), ...where });
  const here = ({ body }: View<SlipBody>): boolean => query.facilityId === undefined || body.facilityId === query.facilityId || (body.kind === 'transfer' && body.toFacilityId === query.facilityId);
  const seen = views.filter((view) => here(view) && maySeeStore(context.actor, view.body.organisationIds)).slice(0, query.limit ?? 500);
  const store = await storeOf(base, context.actor);
  return { slips: seen.map((view) => slipToWire(view, context.now)), ...store.named(seen.flatMap(({ body }) => namesInSlip(body))) };
}

export async function getSlip(base: Base, { kind, id }: { readonly kind: string; readonly id: string }, context: Context): Promise<Result<object>> {
  const view = await base.views.find<SlipBody>(base.realm, 'slip', `${kind}/${id}`);
  if (view === undefined || !maySeeStore(context.actor, view.body.organisationIds)) return refuse('READINESS_SLIP_UNKNOWN', { kind, id });
  return ok({ slip: slipToWire(view, context.now), ...(await storeOf(base, context.actor)).named(namesInSlip(view.body)) });
}

export async function listWarehouses(base: Base, context: Context): Promise<readonly object[]> {
  const store = await storeOf(base, context.actor);
  const slips = await openSlips(base, context);
  const placeIds = [...new Set([...store.lots.map(({ values }) => values.facilityId), ...store.bins.map(({ values }) => values.facilityId)])].filter((id) => id !== null).sort();
  return placeIds.map((facilityId) => {
    const { zones, unplaced } = storeView(store, facilityId, context.now);
    const bins = zones.flatMap((zone) => zone.bins);
    const lots = [...bins.flatMap((bin) => bin.lots), ...unplaced];
    const body = store.bodies.get(recordKey('facilities', facilityId));
    return {
      facilityId, titles: namedTitles(store, recordKey('facilities', facilityId), facilityId), organisationId: typeof body?.values['organisationId'] === 'string' ? body.values['organisationId'] : null,
      binCount: bins.length, lotCount: lots.length, notUsableCount: lots.filter((lot) => lot.notUsable !== null).length, unplacedCount: unplaced.length, openSlipCount: slips.filter((view) => touches(view.body, facilityId)).length,
    };
  });
}

export async function getWarehouse(base: Base, facilityId: string, days: number, context: Context): Promise<Result<object>> {
  const store = await storeOf(base, context.actor);
  const view = storeView(store, facilityId, context.now);
  const lots = store.lots.filter(({ values }) => values.facilityId === facilityId);
  if (lots.length === 0 && view.zones.length === 0) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId: 'facilities', id: facilityId });
  const slips = (await openSlips(base, context)).filter(({ body }) => touches(body, facilityId));
  const entries = (await ledgerSince(base, 'stock-lots/', days, context)).filter((entry) => lots.some((lot) => lot.id === entry.lotId));
  const throughput = throughputByDay(entries, { kindOfLot: new Map(lots.map((lot) => [lot.id, lot.values.itemKindId])), utcOffsetMinutes: UTC_OFFSET_MINUTES });
  const ids = [recordKey('facilities', facilityId), ...lots.flatMap((lot) => [recordKey('stock-lots', lot.id), recordKey('item-kinds', lot.values.itemKindId), recordKey('organisations', lot.values.ownerOrganisationId ?? lot.values.organisationId)])];
  return ok({
    facilityId, titles: namedTitles(store, recordKey('facilities', facilityId), facilityId), ...view, throughput, slips: slips.map((slip) => slipToWire(slip, context.now)),
    ...store.named([...ids, ...slips.flatMap(({ body }) => namesInSlip(body))]),
  });
}

export async function ledgerOfLot(base: Base, lotId: string, context: Context): Promise<Result<object>> {
  const store = await storeOf(base, context.actor);
  const lot = store.lots.find(({ id }) => id === lotId);
  if (lot === undefined) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId: 'stock-lots', id: lotId });
  const moves = await base.log.listMoves(base.realm, { holdingIdPrefix: recordKey('stock-lots', lotId), fromAt: instantFromMs(0), toAt: addS(context.now, 1) });
  let balanceValue = 0;
  const entries = ledgerOf(moves).filter((entry) => entry.lotId === lotId).map((entry) => {
    balanceValue = Number((balanceValue + entry.inValue - entry.outValue).toFixed(6));
    return { ...entry, balanceValue };
  });
  return ok({ lotId, unitCode: store.named([recordKey('item-kinds', lot.values.itemKindId)]).unitCodes[lot.values.itemKindId] ?? '', entries });
}

export async function findCode(base: Base, query: { readonly code: string; readonly facilityId?: string | undefined; readonly quantityValue?: number | undefined }, context: Context): Promise<object> {
  const store = await storeOf(base, context.actor);
  const found = findByCode(store, { supplyCode: query.code, facilityId: query.facilityId ?? null, wantedValue: query.quantityValue ?? null, usedAt: context.now });
  const ids = found.flatMap((one) => [recordKey('item-kinds', one.itemKindId), ...one.stops.flatMap((stop) => [recordKey('stock-lots', stop.lotId), stop.facilityId === null ? null : recordKey('facilities', stop.facilityId)])]);
  return { found, ...store.named(ids) };
}

export async function kitPage(base: Base, query: { readonly facilityId?: string | undefined; readonly usedAt: Instant }, context: Context): Promise<object> {
  const store = await storeOf(base, context.actor);
  const ofRegister = (registerId: string): Bodies => [...store.bodies.values()].filter((body) => body.registerId === registerId);
  // All kits of a place share its stock, so all are counted before any is left out.
  const all = kitReadiness(ofRegister('kits').map((body) => recordOf(kits, body)), { lots: store.lots, teams: ofRegister('teams').map((body) => recordOf(teams, body)), holdings: store.holdings, usedAt: query.usedAt });
  const seen = all.filter((kit) => (query.facilityId === undefined || kit.facilityId === query.facilityId) && maySeeStore(context.actor, [String(store.bodies.get(recordKey('kits', kit.kitId))?.values['organisationId'])]));
  const ids = seen.flatMap((kit) => [
    recordKey('kits', kit.kitId), recordKey('facilities', kit.facilityId),
    ...kit.parts.flatMap((part) => [part.itemKindId === null ? null : recordKey('item-kinds', part.itemKindId), part.teamId === null ? null : recordKey('teams', part.teamId), ...part.notCounted.map(({ id }) => recordKey('stock-lots', id))]),
  ]);
  return { kits: seen, ...store.named(ids) };
}

export async function replenishment(base: Base, days: number, context: Context): Promise<object> {
  const store = await storeOf(base, context.actor);
  const policies = (await recordsOf(base.views, base.realm, 'stock-policies')).filter((body) => maySeeStore(context.actor, [String(body.values['organisationId'])])).map((body) => recordOf(stockPolicies, body));
  const { seen } = await demandByKey(base, store, days, context);
  const slips = await openSlips(base, context);
  const suggestions = policies.map((policy) => {
    const { itemKindId, facilityId } = policy.values;
    const lots = store.lots.filter(({ values }) => values.itemKindId === itemKindId && values.facilityId === facilityId);
    const demand = seen.get(demandKey(itemKindId, facilityId)) ?? { perDayValue: 0, perDaySdValue: 0, issueCount: 0, seenDays: days };
    return suggestOrder(policy, demand, stockNow(store, lots, slips, { itemKindId, facilityId, arrivesAt: addS(context.now, policy.values.leadTimeS) }, context), context.now);
  });
  return { suggestions, ...store.named(suggestions.flatMap((one) => [recordKey('item-kinds', one.itemKindId), recordKey('facilities', one.facilityId)])) };
}

export async function expiryPage(base: Base, query: { readonly months: number; readonly days: number }, context: Context): Promise<object> {
  const store = await storeOf(base, context.actor);
  const { seen } = await demandByKey(base, store, query.days, context);
  const perDayValueByKey = new Map([...seen].map(([key, demand]) => [key, demand.perDayValue]));
  const cohorts = expiryForecast({ lots: store.lots, holdings: store.holdings, now: context.now, monthCount: query.months, utcOffsetMinutes: UTC_OFFSET_MINUTES, perDayValueByKey });
  const ids = cohorts.flatMap((one) => [recordKey('item-kinds', one.itemKindId), one.facilityId === null ? null : recordKey('facilities', one.facilityId), ...one.lots.map(({ lotId }) => recordKey('stock-lots', lotId))]);
  return { cohorts, ...store.named(ids) };
}

export async function listAcceptance(base: Base): Promise<readonly object[]> {
  const register = findRegister('social-agreements');
  return (await recordsOf(base.views, base.realm, 'social-agreements')).map((body) => ({
    agreementId: body.id, titles: register === undefined ? { zh: body.id, en: body.id } : recordTitles(register, body), ...acceptanceOf(recordOf(socialAgreements, body)),
  }));
}

/** The curve of what is left of the raw material, from a start on; shifts by the local clock. */
export async function curveOf(base: Base, query: { readonly contractId: string; readonly untilHours: number; readonly startAt: Instant }): Promise<Result<object>> {
  const key = recordKey('capacity-contracts', query.contractId);
  const body = (await base.views.find<RecordBody>(base.realm, 'record', key))?.body;
  if (body === undefined) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId: 'capacity-contracts', id: query.contractId });
  const { values } = recordOf(capacityContracts, body);
  const holding = await base.views.findHolding(base.realm, key);
  const rawMaterialCapValue = holding === undefined ? values.rawMaterialCapValue : holding.onHandValue - holding.heldValue;
  const kind = (await base.views.find<RecordBody>(base.realm, 'record', recordKey('item-kinds', values.itemKindId)))?.body;
  const curve = capacityCurve({ ...values, rawMaterialCapValue }, query.untilHours, { startLocalHours: localHours(query.startAt, UTC_OFFSET_MINUTES) });
  return ok({
    contractId: body.id, itemKindId: values.itemKindId, unitCode: String(kind?.values['unitCode'] ?? ''), startAt: query.startAt, rawMaterialCapValue, shifts: values.shifts ?? [],
    curve: curve.map((point) => ({ ...point, at: addS(query.startAt, point.afterHours * 3600) })),
  });
}

function stockNow(store: Store, lots: readonly StockLot[], slips: readonly View<SlipBody>[], place: { readonly itemKindId: string; readonly facilityId: string; readonly arrivesAt: Instant }, context: Context): StockNow {
  const holdings = new Map(store.holdings.map((holding) => [holding.holdingId, holding]));
  const freeOf = (lot: StockLot): number => {
    const holding = holdings.get(recordKey('stock-lots', lot.id));
    return holding === undefined ? 0 : holding.onHandValue - holding.heldValue;
  };
  const view = storeView({ ...store, lots }, place.facilityId, context.now);
  const usable = new Set([...view.zones.flatMap((zone) => zone.bins.flatMap((bin) => bin.lots)), ...view.unplaced].filter((lot) => lot.notUsable === null).map((lot) => lot.lotId));
  const counted = lots.filter((lot) => usable.has(lot.id));
  const lapsing = counted.filter(({ values }) => values.expiresAt !== null && values.expiresAt <= place.arrivesAt);
  const incoming = slips.reduce((sum, { body }) => sum + incomingOf(body, place), 0);
  const step = store.itemKinds.find(({ id }) => id === place.itemKindId)?.values.stepValue ?? null;
  return { availableValue: counted.reduce((sum, lot) => sum + freeOf(lot), 0), lapsingValue: lapsing.reduce((sum, lot) => sum + freeOf(lot), 0), incomingValue: incoming, stepValue: step };
}

function incomingOf(slip: SlipBody, { itemKindId, facilityId }: { readonly itemKindId: string; readonly facilityId: string }): number {
  if (slip.kind === 'transfer' && slip.state === 'in-transit' && slip.toFacilityId === facilityId) return slip.lines.filter((line) => line.itemKindId === itemKindId).reduce((sum, line) => sum + line.quantityValue, 0);
  if (slip.kind === 'return' && slip.facilityId === facilityId && slip.itemKindId === itemKindId) return slip.dirtyValue + slip.cleanValue;
  return 0;
}

/** Use a day by kind and place over the last `days`, or since the ledger of that place began. */
async function demandByKey(base: Base, store: Store, days: number, context: Context): Promise<{ readonly seen: ReadonlyMap<string, DemandSeen> }> {
  const entries = await ledgerSince(base, 'stock-lots/', days, context);
  const began = entries.find((entry) => entry.purpose === 'opening')?.at;
  const fromAt = began === undefined ? addS(context.now, -days * DAY_S) : began;
  const keyOfLot = new Map(store.lots.map((lot) => [lot.id, demandKey(lot.values.itemKindId, lot.values.facilityId)]));
  const byKey = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const key = keyOfLot.get(entry.lotId);
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  return { seen: new Map([...byKey].map(([key, own]) => [key, demandSeen(own, fromAt, addS(context.now, 1))])) };
}

async function ledgerSince(base: Base, holdingIdPrefix: string, days: number, context: Context): Promise<readonly LedgerEntry[]> {
  return ledgerOf(await base.log.listMoves(base.realm, { holdingIdPrefix, fromAt: addS(context.now, -days * DAY_S), toAt: addS(context.now, 1) }));
}

async function openSlips(base: Base, context: Context): Promise<readonly View<SlipBody>[]> {
  const views = await base.views.list<SlipBody>({ realm: base.realm, kind: 'slip', where: { state: OPEN_STATES } });
  return views.filter((view) => maySeeStore(context.actor, view.body.organisationIds));
}

function touches(slip: SlipBody, facilityId: string): boolean {
  return slip.facilityId === facilityId || (slip.kind === 'transfer' && slip.toFacilityId === facilityId);
}

function namedTitles(store: Store, key: string, id: string): Titles {
  return store.named([key]).names[key] ?? { zh: id, en: id };
}

const OPEN_STATES = ['held', 'confirmed', 'open', 'submitted', 'in-transit', 'difference', 'out', 'proposed'] as const;
const DAY_S = 86_400;
/** Asia/Shanghai has no summer time. */
const UTC_OFFSET_MINUTES = 480;
