// What a stress run is run against: today's registers, holdings and orders as supplies and forces,
// ways over the region's water and roads in each state of the weather, and the prices on record.

import { setImmediate } from 'node:timers/promises';
import {
  capacityContracts, createTravelTimes, facilities, gatherForces, gatherSupplies, itemKinds, offeredCode, products, recordOf, socialAgreements, vessels,
} from '@anlan/domain';
import type { ClosingOffers, ForceRecords, Gathered, PlanVessel, RecordBody, StressFacts, StressGoods, StressPlanner, StressSource, StressTravel } from '@anlan/domain';
import type { SupplyTravel } from '@anlan/allocation';
import type { Instant, LonLat } from '@anlan/kernel';
import { distanceM, ok } from '@anlan/kernel';
import { recordsOf } from '../../register-lists.ts';
import type { ServiceBase } from '../../services.ts';
import { namedWays } from '../plan-service.ts';
import { seaGridOf } from '../sea.ts';

type Base = Pick<ServiceBase, 'views' | 'realm' | 'region'>;
type Bodies = readonly RecordBody[];

export async function stressFacts(base: Base, planner: StressPlanner, now: Instant): Promise<StressFacts> {
  const of = async (registerId: string): Promise<Bodies> => (await recordsOf(base.views, base.realm, registerId)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const [kinds, stockLots, agreements, contracts, places, goodsOfFirms] = (await Promise.all(['item-kinds', 'stock-lots', 'social-agreements', 'capacity-contracts', 'facilities', 'products'].map(of))) as [Bodies, Bodies, Bodies, Bodies, Bodies, Bodies];
  const holdings = await base.views.listHoldings(base.realm);
  const heldKeys = new Set(holdings.filter(({ heldValue, holdingId }) => heldValue > 0 && UNIT_KEY.test(holdingId)).map(({ holdingId }) => holdingId));
  const forces: ForceRecords = {
    vehicles: await of('vehicles'), vessels: await of('vessels'), teams: await of('teams'), generators: await of('generators'), hospitals: await of('hospitals'), shelters: await of('shelters'), heldKeys,
  };
  const fleet = fleetOf(forces);
  const gathered = gatherSupplies({ itemKinds: kinds, stockLots, socialAgreements: agreements, capacityContracts: contracts, facilities: places, holdings }, fleet, now);
  const units = gatherForces(forces, now);
  return {
    now, goods: goodsOf(gathered), units: units.units, weatherStates: base.region.stress.weatherStates, planner, travel: travelOf(base, fleet),
    offers: offersOf({ kinds, agreements, contracts, places, products: goodsOfFirms }), notCounted: [...gathered.left, ...units.left], assumed: [...gathered.assumed, ...units.assumed],
  };
}

/** Ready vessels that no order holds; a patrol boat carries no goods, as in the plan stage. */
function fleetOf({ vessels: bodies, heldKeys }: ForceRecords): readonly PlanVessel[] {
  return bodies.filter((body) => body.state === 'ready' && !body.archived && !heldKeys.has(`vessels/${body.id}`)).map((body) => recordOf(vessels, body)).filter(({ values }) => values.kindCode !== 'patrol').map(({ id, values }) => ({
    id, position: values.position, speedMps: values.serviceSpeedMps, musterDurationS: values.musterDurationS, payloadKg: values.payloadKg, windSpeedMpsMax: values.windSpeedMpsMax, waveHeightMMax: values.waveHeightMMax,
  }));
}

/** Goods under the code by which the stress test asks for them. */
function goodsOf(gathered: Gathered): StressGoods {
  const sources = new Map([...gathered.sources].map(([id, { supplyRegisterId, supplyIds, kind, fromTitles, position }]): readonly [string, StressSource] => {
    const titles = { zh: `${kind.values.name.zh}（${fromTitles.zh}）`, en: `${kind.values.name.en} (${fromTitles.en})` };
    return [id, { registerId: supplyRegisterId, ids: supplyIds, titles, position, itemKindId: kind.id }];
  }));
  const codeOf = (supplyId: string, capabilityCode: string): string => offeredCode({ id: gathered.sources.get(supplyId)?.kind.id ?? '', capabilityCode });
  return { supplies: gathered.supplies.map((supply) => ({ ...supply, capabilityCode: codeOf(supply.id, supply.capabilityCode) })), origins: gathered.origins, sources, left: gathered.left, assumed: gathered.assumed };
}

/** Bridges and ships that somebody shut on top of what the wind shuts. Between two searches whoever waits is answered. */
function travelOf({ region }: Base, fleet: readonly PlanVessel[]): StressTravel {
  const ways = namedWays(region);
  const bridges = [...new Set(ways.road.edges.flatMap(({ bridgeId }) => (bridgeId === undefined ? [] : [bridgeId])))];
  const shutBridges = bridges.map((bridgeId) => ({ id: `stress-${bridgeId}`, bridgeId, sourceText: 'stress test' }));
  const open = createTravelTimes({ sea: seaGridOf(region), ...ways, roadClosures: [], seaClosures: [] });
  const shut = createTravelTimes({ sea: seaGridOf(region), ...ways, roadClosures: shutBridges, seaClosures: [] });
  return {
    async travel({ departAt, scenes, origins, weather, shutWays }) {
      const { windSpeedMps, waveHeightM, visibilityM } = weather;
      const rows: SupplyTravel[] = [];
      for (const { id, titles, position, afloat } of scenes) {
        await setImmediate();
        const scene = { id, name: titles, position, ...(afloat === true ? {} : nodeNear(region, position)) };
        const found = await (shutWays.includes('bridges') ? shut : open).travel({ departAt, scenes: [scene], origins, fleet: shutWays.includes('ships') ? [] : fleet, conditions: { windSpeedMps, waveHeightM, visibilityM } });
        if (!found.ok) return found;
        rows.push(...found.value.value.travel);
      }
      return ok(rows);
    },
  };
}

/** Trucks drive up to a place on land that lies near a node of the coarse road graph. */
function nodeNear({ roads }: Base['region'], position: LonLat): { readonly roadNode?: string } {
  const near = roads.nodes.map((node) => ({ node, awayM: distanceM(node.position, position) })).toSorted((a, b) => a.awayM - b.awayM)[0];
  return near === undefined || near.awayM > NODE_REACH_M ? {} : { roadNode: near.node.id };
}

function offersOf({ kinds, agreements, contracts, places, products: made }: { readonly kinds: Bodies; readonly agreements: Bodies; readonly contracts: Bodies; readonly places: Bodies; readonly products: Bodies }): ClosingOffers {
  const offered = made.map((body) => recordOf(products, body)).filter((one) => one.state === 'offered' && !one.archived);
  const priceOf = (itemKindId: string): number | null => {
    const known = offered.flatMap(({ values }) => (values.itemKindId === itemKindId && values.unitPriceFen !== null ? [values.unitPriceFen] : []));
    return known.length === 0 ? null : Math.min(...known);
  };
  return {
    items: kinds.map((body) => recordOf(itemKinds, body)).map(({ id, values }) => ({
      itemKindId: id, capabilityCode: offeredCode({ id, capabilityCode: values.capabilityCode }), titles: values.name, unitCode: values.unitCode, stepValue: values.stepValue ?? 0, handlingDurationS: values.handlingDurationS, purchaseFen: priceOf(id),
    })),
    agreements: agreements.map((body) => recordOf(socialAgreements, body)).filter(({ state, archived }) => state === 'in-force' && !archived).map(({ id, values: { name, itemKindId, position, agreedValue, callUpLeadS, rentFen } }) => ({ id, titles: name, itemKindId, position, agreedValue, callUpLeadS, rentFen })),
    contracts: contracts.map((body) => recordOf(capacityContracts, body)).filter(({ state, archived }) => state === 'in-force' && !archived).map(({ id, values: { name, itemKindId, position, startLeadS, ramp, rawMaterialCapValue, activationCostFen } }) => ({ id, titles: name, itemKindId, position, startLeadS, ramp, rawMaterialCapValue, activationCostFen })),
    depots: places.map((body) => recordOf(facilities, body)).filter(({ values, archived }) => values.kindCode === 'depot' && !archived).map(({ id, values }) => ({ id, titles: values.name, position: values.position })),
    siteFen: null,
  };
}

/** A place this near a node is on its road, m. Ours: less than the width of the sounds between islands. */
const NODE_REACH_M = 4000;
/** Holdings of units, not of goods. */
const UNIT_KEY = /^(vehicles|vessels|teams|generators)\//;
