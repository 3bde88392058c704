// Fire engines to an island: which ready ships and trucks there are, how they come to the quay, how
// long the way by sea is, when the tide lets the ship on the ramp, and the plan of the model (S-366).

import { planFireLift, tideWindows } from '@anlan/allocation';
import type { LandingSite, LiftShip, LiftTruck } from '@anlan/allocation';
import { islands, landingSites, recordOf, vehicles, vessels } from '@anlan/domain';
import type { Context, RecordOf } from '@anlan/domain';
import type { RouteBody } from '@anlan/contracts';
import { addS, distanceM, instant, ok, refuse } from '@anlan/kernel';
import type { Assumption, Instant, LonLat, Result } from '@anlan/kernel';
import { findSeaRoute } from '@anlan/movement';
import { recordsOf } from '../../register-lists.ts';
import { boardOf } from '../readiness.ts';
import { seaGridOf } from '../sea.ts';
import { findWays, weatherAssumed } from './travel.ts';
import type { ForceBase, Ways } from './travel.ts';

type Ship = RecordOf<typeof vessels>;
type Truck = RecordOf<typeof vehicles>;
type Site = RecordOf<typeof landingSites>;
type Body = RouteBody<'planFireLift'>;

export async function fireLift(base: ForceBase, body: Body, context: Context): Promise<Result<unknown>> {
  const island = (await recordsOf(base.views, base.realm, islands.id)).find((one) => one.id === body.islandId);
  if (island === undefined) return refuse('READINESS_UNIT_UNKNOWN', { registerId: islands.id, id: body.islandId });
  const { position, reachRadiusM, name } = recordOf(islands, island).values;
  const startAt = instant(body.startAt);
  const horizonAt = addS(startAt, body.horizonHours * 3600);
  const ready = new Set((await boardOf(base, context)).units.filter((unit) => unit.state === 'available' || unit.state === 'limited').map((unit) => `${unit.registerId}/${unit.id}`));
  const read = async (registerId: string) => (await recordsOf(base.views, base.realm, registerId)).filter((one) => ready.has(`${registerId}/${one.id}`));
  const ships = (await read(vessels.id)).map((one) => recordOf(vessels, one)).filter((ship) => (ship.values.deckVehicleCount ?? 0) > 0);
  const trucks = (await read(vehicles.id)).map((one) => recordOf(vehicles, one)).filter(({ values }) => (values.fireFlowLPerMinute ?? 0) + (values.foamLitres ?? 0) > 0 && values.kindCode !== 'pump-truck');
  const sites = (await recordsOf(base.views, base.realm, landingSites.id)).map((one) => recordOf(landingSites, one)).filter(({ values }) => values.islandId === island.id && values.kindCode === 'ramp');
  const isThere = (truck: Truck): boolean => distanceM(truck.values.position, position) <= reachRadiusM;
  const there = trucks.filter(isThere);
  const toBring = trucks.filter((truck) => !isThere(truck));
  const ways = await findWays(base, { origins: toBring.map(placeOf), scenes: ships.map(placeOf), departAt: startAt, weather: body.weather, landOnly: true }, context);
  if (!ways.ok) return ways;
  const tide = tideAt(base, startAt, horizonAt);
  const plan = planFireLift({
    startAt, horizonAt, requiredFlowLPerMinute: body.requiredFlowLPerMinute, requiredFoamLitres: body.requiredFoamLitres,
    thereFlowLPerMinute: there.reduce((sum, { values }) => sum + (values.fireFlowLPerMinute ?? 0), 0), thereFoamLitres: there.reduce((sum, { values }) => sum + (values.foamLitres ?? 0), 0),
    ships: ships.map((ship) => liftShip(base, ship, sites, body)), trucks: toBring.map((truck) => liftTruck(truck, ships, ways.value, startAt)), sites: sites.map((site) => liftSite(site, ships, tide)),
  });
  if (!plan.ok) return plan;
  return ok({
    ...plan.value, islandTitles: name, startAt, requiredFlowLPerMinute: body.requiredFlowLPerMinute, requiredFoamLitres: body.requiredFoamLitres, thereTruckIds: there.map(({ id }) => id),
    trips: plan.value.trips.map((trip) => ({ ...trip, windows: sites.find(({ id }) => id === trip.siteId) === undefined ? [] : windowsOf(sites.find(({ id }) => id === trip.siteId)!, ships.find(({ id }) => id === trip.shipId)!, tide) })),
    ships: ships.map(({ id, values }) => ({ id, titles: values.name })), trucks: trucks.map(({ id, values }) => ({ id, titles: values.name, flowLPerMinute: values.fireFlowLPerMinute ?? 0 })), sites: sites.map(({ id, values }) => ({ id, titles: values.name })),
    assumed: [...plan.value.assumed, ...weatherAssumed(body.weather), ...(tide.indicative ? [{ code: 'FORCES_ASSUMED_TIDE_INDICATIVE', params: {} } satisfies Assumption] : [])],
  });
}

function liftShip(base: ForceBase, ship: Ship, sites: readonly Site[], body: Body): LiftShip {
  const { values } = ship;
  const { windSpeedMps = 0, waveHeightM = 0 } = body.weather;
  const isHeldBack = windSpeedMps >= values.windSpeedMpsMax || waveHeightM >= values.waveHeightMMax;
  const sailS = Object.fromEntries(sites.map((site) => {
    const route = isHeldBack ? undefined : findSeaRoute(seaGridOf(base.region), { from: { name: values.name, position: values.position }, to: { name: site.values.name, position: site.values.position }, toleranceM: WATER_TOLERANCE_M });
    return [site.id, route?.ok === true ? route.value.distanceM / values.serviceSpeedMps : null];
  }));
  return {
    id: ship.id, readyAt: instant(body.startAt), loadDurationS: values.loadDurationS ?? values.musterDurationS, sailS, draughtM: values.draughtM, deckVehicleCount: values.deckVehicleCount ?? 0, deckAreaM2: values.deckAreaM2 ?? 0,
    payloadKg: values.deckMassKgMax ?? values.payloadKg, axleMassKgMax: values.axleMassKgMax ?? 0, ownFlowLPerMinute: body.countShipFlow ? (values.fireFlowLPerMinute ?? 0) : 0, ownFoamLitres: values.foamLitres ?? 0,
  };
}

function liftTruck({ id, values }: Truck, ships: readonly Ship[], ways: Ways, startAt: Instant): LiftTruck {
  const readyAt = Object.fromEntries(ships.map((ship) => {
    const way = ways(id, ship.id);
    return [ship.id, way.durationS === null ? null : addS(startAt, way.durationS)];
  }));
  return {
    id, readyAt, deckAreaM2: (values.lengthM ?? 0) * (values.widthM ?? 0) * LASHING_RATIO, massKg: values.massKg ?? 0, axleMassKg: values.axleMassKg ?? 0, flowLPerMinute: values.fireFlowLPerMinute ?? 0, foamLitres: values.foamLitres ?? 0,
  };
}

function liftSite(site: Site, ships: readonly Ship[], tide: Tide): LandingSite {
  return { id: site.id, axleMassKgMax: site.values.axleMassKgMax ?? 0, unloadDurationS: site.values.unloadDurationS ?? 0, windows: Object.fromEntries(ships.map((ship) => [ship.id, windowsOf(site, ship, tide)])) };
}

function windowsOf({ values }: Site, ship: Ship, tide: Tide) {
  return tideWindows(tide.samples, { depthM: values.depthM ?? 0, underKeelClearanceM: values.underKeelClearanceM ?? 0 }, ship.values.draughtM);
}

interface Tide {
  readonly samples: readonly { readonly at: Instant; readonly heightM: number }[];
  readonly indicative: boolean;
}

function tideAt({ region }: ForceBase, fromAt: Instant, untilAt: Instant): Tide {
  const predictor = region.tidePredictor(region.mainTideStationId);
  const count = Math.ceil((untilAt - fromAt) / 1000 / TIDE_STEP_S);
  return {
    samples: Array.from({ length: count + 1 }, (_unused, i) => addS(fromAt, i * TIDE_STEP_S)).map((at) => ({ at, heightM: predictor.heightM(at) })),
    indicative: region.tideStations.find((station) => station.id === region.mainTideStationId)?.indicative === true,
  };
}

function placeOf({ id, values }: { readonly id: string; readonly values: { readonly name: { readonly zh: string; readonly en: string }; readonly position: LonLat } }) {
  return { id, name: values.name, position: values.position };
}

/** A ramp or berth within this distance of open water, m; as the planner's. */
const WATER_TOLERANCE_M = 3000;
/** Deck that a truck takes for lashing and doors, times its own area. Ours; unverified. */
const LASHING_RATIO = 1.2;
const TIDE_STEP_S = 600;
