// The readiness board from the records, holdings, orders and live positions as they stand now.

import { CHECK_IN_REGISTERS, findRegister, forcePackages, itemKinds, mayDo, readinessBoard, recordOf } from '@anlan/domain';
import type { Actor, Context, OrderBody, ReadinessBoard, RecordBody, Titles, UnitRow } from '@anlan/domain';
import { addS } from '@anlan/kernel';
import { recordsOf } from '../register-lists.ts';
import type { ServiceBase } from '../services.ts';

type Base = Pick<ServiceBase, 'views' | 'realm' | 'observations'>;

export async function boardOf(base: Base, context: Context): Promise<ReadinessBoard> {
  const { views, realm } = base;
  const registers = await Promise.all(CHECK_IN_REGISTERS.map(async (id) => {
    const register = findRegister(id);
    if (register === undefined) throw new Error(`no register ${id}`);
    return { register, records: await recordsOf(views, realm, id) };
  }));
  const states = await base.observations.latestVesselStates({ sinceAt: addS(context.now, -AIS_MEMORY_S), limitCount: AIS_COUNT });
  return readinessBoard({
    now: context.now, registers, packages: await recordsOf(views, realm, forcePackages.id), stockLots: await recordsOf(views, realm, 'stock-lots'),
    holdings: await views.listHoldings(realm), orders: (await views.list<OrderBody>({ realm, kind: 'order', newestFirst: true, limitCount: ORDER_COUNT })).map((view) => view.body),
    ais: states.map(({ mmsi, observedAt, position, speedMps, navigationStatusCode }) => ({
      mmsi, observedAt, ...(position === undefined ? {} : { position }), ...(speedMps === undefined ? {} : { speedMps }), ...(navigationStatusCode === undefined ? {} : { navigationStatusCode }),
    })),
  });
}

/** With the names that people read, and whether the caller may check the unit in. */
export async function boardForPeople(base: Base, board: ReadinessBoard, actor: Actor): Promise<object> {
  const [organisations, facilities, kinds] = await Promise.all(['organisations', 'facilities', 'item-kinds'].map(async (id) => namesOf(await recordsOf(base.views, base.realm, id))));
  const placeOf = (facilityId: string | null): Titles | null => (facilityId === null ? null : (facilities?.get(facilityId) ?? null));
  const kindOf = (registerId: string, kindCode: string): Titles => {
    const known = registerId === itemKinds.id ? kinds?.get(kindCode) : board.units.find((unit) => unit.registerId === registerId && unit.kindCode === kindCode)?.kindTitles;
    return known ?? { zh: kindCode, en: kindCode };
  };
  return {
    at: board.at,
    units: board.units.map((unit) => unitForPeople(unit, { organisationTitles: organisations?.get(unit.organisationId) ?? null, facilityTitles: placeOf(unit.facilityId) }, actor)),
    byKind: board.byKind,
    byPlace: board.byPlace.map((place) => ({ ...place, titles: placeOf(place.facilityId) })),
    packages: board.packages.map((one) => ({ ...one, parts: one.parts.map((part) => ({ ...part, titles: kindOf(part.registerId, part.kindCode), facilityTitles: placeOf(part.facilityId) })) })),
  };
}

export function unitForPeople(unit: UnitRow, names: { readonly organisationTitles: Titles | null; readonly facilityTitles: Titles | null }, actor: Actor): object {
  return { ...unit, ...names, mayCheckIn: mayDo(actor, 'force.check-in', { organisationId: unit.organisationId }).ok };
}

function namesOf(records: readonly RecordBody[]): ReadonlyMap<string, Titles> {
  return new Map(records.map((body) => [body.id, recordOf(itemKinds, { ...body, registerId: itemKinds.id }).values.name]));
}

/** Ships not heard for longer are not heard. */
const AIS_MEMORY_S = 86_400;
const AIS_COUNT = 5000;
/** Turn-out is reckoned from the newest orders. */
const ORDER_COUNT = 2000;
