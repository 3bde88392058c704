// Generators to loads, and what islands hold against being cut off.

import { islandPack, matchGenerators } from '@anlan/allocation';
import { availableValue, checkLotUsable, generators, islands, itemKinds, powerLoads, recordKey, recordOf, stockLots } from '@anlan/domain';
import type { Context } from '@anlan/domain';
import type { RouteBody, RouteQuery } from '@anlan/contracts';
import { addS, distanceM, instant, ok } from '@anlan/kernel';
import type { Result } from '@anlan/kernel';
import { recordsOf } from '../../register-lists.ts';
import { boardOf } from '../readiness.ts';
import { findWays, weatherAssumed } from './travel.ts';
import type { ForceBase } from './travel.ts';

export async function generatorPlan(base: ForceBase, body: RouteBody<'planGenerators'>, context: Context): Promise<Result<unknown>> {
  const board = await boardOf(base, context);
  const usable = new Set(board.units.filter((unit) => unit.registerId === generators.id && (unit.state === 'available' || unit.state === 'limited')).map((unit) => unit.id));
  const sources = (await recordsOf(base.views, base.realm, generators.id)).filter((one) => usable.has(one.id)).map((one) => recordOf(generators, one));
  const loads = (await recordsOf(base.views, base.realm, powerLoads.id)).filter((one) => body.loadIds === undefined || body.loadIds.includes(one.id)).map((one) => recordOf(powerLoads, one));
  const named = (list: readonly { readonly id: string; readonly values: { readonly name: { readonly zh: string; readonly en: string }; readonly position: readonly [number, number] } }[]) => list.map(({ id, values }) => ({ id, name: values.name, position: values.position }));
  const ways = await findWays(base, { origins: named(sources), scenes: named(loads), departAt: instant(body.departAt), weather: body.weather }, context);
  if (!ways.ok) return ways;
  const plan = matchGenerators({
    sources: sources.map(({ id, values }) => ({
      id, ratedKw: values.ratedKw, phaseCode: values.phaseCode, nominalVolt: values.nominalVolt, connectorCodes: values.connectorCodes, tankLitres: values.tankLitres, consumption: values.consumption, parallelCapable: values.parallelCapable === true,
    })),
    loads: loads.map(({ id, values }) => ({
      id, priorityIndex: values.priorityIndex, demandKw: values.demandKw, phaseCode: values.phaseCode, nominalVolt: values.nominalVolt, connectorCode: values.connectorCode, neededHours: values.neededHours, acceptsParallel: values.acceptsParallel,
    })),
    travel: sources.flatMap((source) => loads.map((load) => ({ sourceId: source.id, loadId: load.id, durationS: ways.value(source.id, load.id).durationS }))),
  });
  if (!plan.ok) return plan;
  return ok({
    ...plan.value, assumed: [...plan.value.assumed, ...weatherAssumed(body.weather)],
    served: plan.value.served.map((one) => ({ ...one, fuelHours: Number.isFinite(one.fuelHours) ? one.fuelHours : null })),
    sources: sources.map(({ id, values }) => ({ id, titles: values.name, ratedKw: values.ratedKw })), loads: loads.map(({ id, values }) => ({ id, titles: values.name, priorityIndex: values.priorityIndex, demandKw: values.demandKw })),
  });
}

/** Every island, the one that lasts least first; stock counts that is usable when the island is cut off. */
export async function islandPacks(base: ForceBase, query: RouteQuery<'listIslandPacks'>, context: Context): Promise<Result<unknown>> {
  const cutOffAt = query.cutOffAt === undefined ? context.now : instant(query.cutOffAt);
  const read = (id: string) => recordsOf(base.views, base.realm, id);
  const capabilityOf = new Map((await read(itemKinds.id)).map((one) => [one.id, recordOf(itemKinds, one).values.capabilityCode]));
  const free = new Map((await base.views.listHoldings(base.realm)).map((holding) => [holding.holdingId, availableValue(holding)]));
  const lots = (await read(stockLots.id)).map((one) => recordOf(stockLots, one)).filter((lot) => checkLotUsable(lot, cutOffAt).ok);
  const board = await boardOf(base, context);
  const dead = new Set(board.units.filter((unit) => unit.registerId === generators.id && unit.state === 'unavailable').map((unit) => unit.id));
  const sources = (await read(generators.id)).filter((one) => !dead.has(one.id)).map((one) => recordOf(generators, one));
  const rows = (await read(islands.id)).map((one) => recordOf(islands, one)).map(({ id, values }) => {
    const isThere = (position: readonly [number, number]): boolean => distanceM(values.position, position) <= values.reachRadiusM;
    const stocked = (code: string): number => lots.filter((lot) => capabilityOf.get(lot.values.itemKindId) === code && isThere(lot.values.position)).reduce((sum, lot) => sum + (free.get(recordKey(stockLots.id, lot.id)) ?? 0), 0);
    const pack = islandPack({ personCount: values.residentCount + values.visitorCount, cutOffHours: query.cutOffHours, criticalKw: values.criticalKw }, {
      waterLitres: stocked('drinking-water'), foodKg: stocked('food'), medicalKitCount: stocked('medical-kit'), generatorKw: sources.filter((one) => isThere(one.values.position)).reduce((sum, one) => sum + one.values.ratedKw, 0),
    });
    return { islandId: id, titles: values.name, position: values.position, hasBridge: values.hasBridge, personCount: values.residentCount + values.visitorCount, ...pack };
  });
  return ok({ cutOffAt, cutOffHours: query.cutOffHours, untilAt: addS(cutOffAt, query.cutOffHours * 3600), islands: rows.toSorted((a, b) => a.lastsHours - b.lastsHours || b.personCount - a.personCount) });
}
