// Looks up what an order names: the supply it takes (and whether it may be used then), and the team
// or vessel that goes. The register says whose it is, so that only that organisation moves the order.

import type { Instant, LonLat, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, ViewStore } from '../log/index.ts';
import {
  capacityContracts, checkCallUp, checkContractUsable, checkHotZone, checkLotUsable, itemKinds, organisations, socialAgreements, stockLots, teams, vessels,
} from '../readiness/index.ts';
import { recordKey, recordOf, recordTitles } from '../register/index.ts';
import type { RecordBody } from '../register/index.ts';
import type { Titles } from '../signal/index.ts';
import type { IssuedOrder, UnitFacts } from './decide-issue.ts';
import type { OrderItem } from './types.ts';

export interface SupplyRef {
  readonly supplyRegisterId: string;
  readonly supplyId: string;
  readonly quantityValue: number;
}

export interface FoundSupply {
  readonly item: OrderItem;
  readonly organisationId: string;
  readonly position: LonLat;
  readonly placeTitles: Titles;
}

/** The supply, if it is usable at `usedAt`; a social agreement must have enough left of what is agreed. */
export async function findSupply(views: ViewStore, ref: SupplyRef, usedAt: Instant, context: Context): Promise<Result<FoundSupply>> {
  const { supplyRegisterId: registerId, supplyId: id, quantityValue } = ref;
  const body = await findRecordBody(views, registerId, id, context);
  if (body === undefined || !SUPPLY_REGISTERS.includes(registerId)) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId, id });
  const usable = await checkSupply(views, body, quantityValue, usedAt, context);
  if (!usable.ok) return usable;
  const { itemKindId, organisationId, position, facilityId } = recordOf(stockLots, { ...body, registerId: 'stock-lots' }).values;
  const kindBody = await findRecordBody(views, 'item-kinds', itemKindId, context);
  if (kindBody === undefined) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId: 'item-kinds', id: itemKindId });
  const kind = recordOf(itemKinds, kindBody).values;
  const facility = facilityId === null ? undefined : await findRecordBody(views, 'facilities', facilityId, context);
  const placeTitles = (facility?.values['name'] as Titles | undefined) ?? titlesOf(body);
  return ok({ item: { supplyRegisterId: registerId, supplyId: id, itemKindId, titles: kind.name, quantityValue, unitCode: kind.unitCode }, organisationId, position, placeTitles });
}

/** The team or vessel, if it is ready. */
export async function findUnit(views: ViewStore, registerId: 'teams' | 'vessels', id: string, context: Context): Promise<Result<UnitFacts & { readonly position: LonLat }>> {
  const body = await findRecordBody(views, registerId, id, context);
  if (body === undefined || body.archived) return refuse('DISPATCH_UNIT_UNKNOWN', { registerId, id });
  if (body.state !== 'ready') return refuse('DISPATCH_UNIT_NOT_READY', { id, state: body.state ?? '' });
  if (registerId === 'teams') {
    const { name, organisationId, position } = recordOf(teams, body).values;
    return ok({ organisationId, unitTitles: name, unitMmsi: null, position });
  }
  const { name, organisationId, position, mmsi } = recordOf(vessels, body).values;
  return ok({ organisationId, unitTitles: name, unitMmsi: mmsi, position });
}

/** Into a hot zone goes a named unit, and of teams only a graded one (S-446); a vessel stands off by its own limits. */
export async function checkZone(views: ViewStore, order: IssuedOrder, context: Context): Promise<Result<true>> {
  if (order.zoneCode !== 'hot') return ok(true);
  const { unitRegisterId, unitId, incidentId } = order;
  if (unitRegisterId === null || unitId === null) return refuse('READINESS_HOT_ZONE_NOBODY_NAMED', { incidentId });
  if (unitRegisterId !== 'teams') return ok(true);
  const body = await findRecordBody(views, unitRegisterId, unitId, context);
  return body === undefined ? refuse('DISPATCH_UNIT_UNKNOWN', { registerId: unitRegisterId, id: unitId }) : checkHotZone(recordOf(teams, body), order.arriveDueAt);
}

/** The name of the organisation that carries out an order, as it is on record. */
export async function findOrganisationTitles(views: ViewStore, organisationId: string, context: Context): Promise<Titles | null> {
  const body = organisationId === '' ? undefined : await findRecordBody(views, 'organisations', organisationId, context);
  return body === undefined ? null : recordOf(organisations, body).values.name;
}

async function checkSupply(views: ViewStore, body: RecordBody, quantityValue: number, usedAt: Instant, context: Context): Promise<Result<true>> {
  if (body.registerId === 'stock-lots') return checkLotUsable(recordOf(stockLots, body), usedAt);
  if (body.registerId === 'capacity-contracts') return checkContractUsable(recordOf(capacityContracts, body), context.now);
  const agreement = recordOf(socialAgreements, body);
  const usable = checkContractUsable(agreement, context.now);
  if (!usable.ok) return usable;
  return checkCallUp(agreement, await views.findHolding(context.realm, recordKey(body.registerId, body.id)), quantityValue);
}

async function findRecordBody(views: ViewStore, registerId: string, id: string, context: Context): Promise<RecordBody | undefined> {
  return (await views.find<RecordBody>(context.realm, 'record', recordKey(registerId, id)))?.body;
}

function titlesOf(body: RecordBody): Titles {
  return recordTitles(body.registerId === 'stock-lots' ? stockLots : socialAgreements, body);
}

const SUPPLY_REGISTERS: readonly string[] = ['stock-lots', 'social-agreements', 'capacity-contracts'];
