// Which ship takes which trucks to an island, so that a required flow of water and volume of foam
// stand there as early as possible (S-366). A ship makes trips: it waits for its trucks, loads, sails,
// waits for the tide at the ramp, unloads, returns. Deck area, places, payload and axle load bind.
// Every plan of first departures is tried; for each the trips are filled in order of landing, and
// whether fewer trips could do is then searched through. What the search did not prove is said.

import type { Assumption, Instant, Result } from '@anlan/kernel';
import { addS, ok, refuse } from '@anlan/kernel';
import { fillTrips, holds } from './fire-lift-fill.ts';
import type { FilledTrip } from './fire-lift-fill.ts';
import { searchLoad } from './fire-lift-search.ts';
import type { SearchBudget } from './fire-lift-search.ts';

export interface LiftShip {
  readonly id: string;
  readonly readyAt: Instant;
  readonly loadDurationS: number;
  /** To each landing site; null: no way there. */
  readonly sailS: Readonly<Record<string, number | null>>;
  readonly draughtM: number;
  readonly deckVehicleCount: number;
  readonly deckAreaM2: number;
  readonly payloadKg: number;
  readonly axleMassKgMax: number;
  /** Of its own, brought to the island's shore: monitors and pumps. 0 when they do not reach. */
  readonly ownFlowLPerMinute: number;
  readonly ownFoamLitres: number;
}

export interface LiftTruck {
  readonly id: string;
  /** At the quay of each ship; null or absent: it cannot drive there. */
  readonly readyAt: Readonly<Record<string, Instant | null>>;
  readonly deckAreaM2: number;
  readonly massKg: number;
  readonly axleMassKg: number;
  readonly flowLPerMinute: number;
  readonly foamLitres: number;
}

export interface LandingSite {
  readonly id: string;
  readonly axleMassKgMax: number;
  readonly unloadDurationS: number;
  /** When depth at the ramp and tide let a ship of this draught in; by ship. Empty: never. */
  readonly windows: Readonly<Record<string, readonly TideWindow[]>>;
}

export interface TideWindow {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

export interface LiftInput {
  readonly startAt: Instant;
  readonly horizonAt: Instant;
  readonly requiredFlowLPerMinute: number;
  readonly requiredFoamLitres: number;
  /** On the island already. */
  readonly thereFlowLPerMinute: number;
  readonly thereFoamLitres: number;
  readonly ships: readonly LiftShip[];
  readonly trucks: readonly LiftTruck[];
  readonly sites: readonly LandingSite[];
}

export interface LiftTrip {
  readonly shipId: string;
  readonly siteId: string;
  readonly tripIndex: number;
  readonly loadAt: Instant;
  readonly sailAt: Instant;
  readonly arriveAt: Instant;
  /** Waiting off the ramp for water. */
  readonly tideWaitS: number;
  readonly landedAt: Instant;
  readonly truckIds: readonly string[];
}

export interface LiftPlan {
  readonly trips: readonly LiftTrip[];
  /** When flow and foam both stand on the island; null: not within the horizon. */
  readonly metAt: Instant | null;
  readonly flowLPerMinute: number;
  readonly shortFlowLPerMinute: number;
  readonly shortFoamLitres: number;
  readonly curve: readonly { readonly at: Instant; readonly flowLPerMinute: number; readonly foamLitres: number }[];
  readonly leftBehind: readonly { readonly truckId: string; readonly reason: Assumption }[];
  readonly blocked: readonly { readonly shipId: string; readonly siteId: string; readonly reason: Assumption }[];
  readonly assumed: readonly Assumption[];
}

export function planFireLift(input: LiftInput): Result<LiftPlan> {
  const bad = [...input.ships.map((ship) => [ship.id, ship.deckAreaM2, ship.payloadKg, ship.loadDurationS]), ...input.trucks.map((truck) => [truck.id, truck.deckAreaM2, truck.massKg, truck.flowLPerMinute])].find((row) => row.slice(1).some((one) => !Number.isFinite(one) || Number(one) < 0));
  if (bad !== undefined) return refuse('FORCES_COUNT_NOT_WHOLE', { id: String(bad[0]), given: bad.slice(1).join(', ') });
  const blocked: LiftPlan['blocked'][number][] = [];
  const routes = input.ships.flatMap((ship) => input.sites.flatMap((site) => {
    const reason = whyNot(ship, site, input);
    if (reason !== undefined) blocked.push({ shipId: ship.id, siteId: site.id, reason });
    return reason === undefined ? [{ ship, site }] : [];
  }));
  const variants = input.ships.map((ship) => departuresOf(ship, routes.filter((route) => route.ship.id === ship.id), input)).filter((choices) => choices.length > 0);
  const budget: SearchBudget = { stepCount: SEARCH_STEPS_COUNT };
  let best = outcomeOf(input, []);
  for (const choice of combinations(variants)) {
    const ordered = choice.flat().toSorted((a, b) => a.landedAt - b.landedAt || (a.shipId < b.shipId ? -1 : 1));
    const filled = outcomeOf(input, fillTrips(input, ordered));
    if (isBetter(filled, best, input)) best = filled;
    const sooner = soonest(input, ordered, best, budget);
    if (sooner !== undefined && isBetter(sooner, best, input)) best = sooner;
  }
  const carried = new Set(best.trips.flatMap((trip) => trip.truckIds));
  const leftBehind = input.trucks.filter((truck) => !carried.has(truck.id)).map((truck) => ({ truckId: truck.id, reason: whyLeft(truck, best, routes, input) }));
  const isCut = budget.stepCount <= 0 || variants.reduce((product, one) => product * one.length, 1) > COMBINATIONS_COUNT_MAX;
  const assumed: Assumption[] = [{ code: 'FORCES_ASSUMED_TRUCKS_WITH_CREW', params: {} }, ...(isCut ? [{ code: 'FORCES_LIFT_SEARCH_CUT', params: {} }] : [])];
  return ok({ ...best, leftBehind, blocked, assumed });
}

type Outcome = Omit<LiftPlan, 'leftBehind' | 'blocked' | 'assumed'>;
interface Route { readonly ship: LiftShip; readonly site: LandingSite }
export interface EmptyTrip extends Omit<LiftTrip, 'truckIds'> { readonly route: Route }

function whyNot(ship: LiftShip, site: LandingSite, input: LiftInput): Assumption | undefined {
  const sailS = ship.sailS[site.id] ?? null;
  if (sailS === null) return { code: 'FORCES_LIFT_NO_WAY', params: {} };
  const open = (site.windows[ship.id] ?? []).filter((one) => one.untilAt > input.startAt && one.fromAt < input.horizonAt);
  return open.length === 0 ? { code: 'FORCES_LIFT_NO_WATER', params: { draughtM: ship.draughtM } } : undefined;
}

/** Chains of trips of one ship, one for each time at which it may start to load first and each landing site. */
function departuresOf(ship: LiftShip, routes: readonly Route[], input: LiftInput): readonly (readonly EmptyTrip[])[] {
  const starts = [...new Set([ship.readyAt, ...input.trucks.flatMap((truck) => truck.readyAt[ship.id] ?? [])].map((at) => Math.max(at, ship.readyAt, input.startAt)))].toSorted((a, b) => a - b).slice(0, STARTS_COUNT_MAX);
  return routes.flatMap((route) => starts.map((start) => chainFrom(route, start as Instant, input))).filter((chain) => chain.length > 0);
}

function chainFrom(route: Route, firstAt: Instant, { horizonAt }: LiftInput): readonly EmptyTrip[] {
  const { ship, site } = route;
  const sailS = ship.sailS[site.id] ?? 0;
  const chain: EmptyTrip[] = [];
  for (let loadAt = firstAt; chain.length < TRIPS_COUNT_MAX; ) {
    const sailAt = addS(loadAt, ship.loadDurationS);
    const arriveAt = addS(sailAt, sailS);
    const window = (site.windows[ship.id] ?? []).find((one) => Math.max(one.fromAt, arriveAt) + site.unloadDurationS * 1000 <= one.untilAt);
    if (window === undefined) break;
    const berthAt = Math.max(window.fromAt, arriveAt) as Instant;
    const landedAt = addS(berthAt, site.unloadDurationS);
    if (landedAt > horizonAt) break;
    chain.push({ route, shipId: ship.id, siteId: site.id, tripIndex: chain.length + 1, loadAt, sailAt, arriveAt, tideWaitS: (berthAt - arriveAt) / 1000, landedAt });
    loadAt = addS(landedAt, sailS);
  }
  return chain;
}

/** The fewest trips, landing before the best so far, that carry enough together. */
function soonest(input: LiftInput, ordered: readonly EmptyTrip[], best: Outcome, budget: SearchBudget): Outcome | undefined {
  for (let count = 1; count <= ordered.length; count++) {
    if (best.metAt !== null && ordered[count - 1]!.landedAt >= best.metAt) return undefined;
    const found = searchLoad(input, ordered.slice(0, count), budget);
    if (found !== undefined) return outcomeOf(input, found);
  }
  return undefined;
}

/** Trips without cargo or use left out; what stands on the island by when. `filled` in order of landing. */
function outcomeOf(input: LiftInput, filled: readonly FilledTrip[]): Outcome {
  let [flowLPerMinute, foamLitres] = [input.thereFlowLPerMinute, input.thereFoamLitres];
  const isMet = (): boolean => flowLPerMinute >= input.requiredFlowLPerMinute && foamLitres >= input.requiredFoamLitres;
  const curve: LiftPlan['curve'][number][] = [{ at: input.startAt, flowLPerMinute, foamLitres }];
  let metAt = isMet() ? input.startAt : null;
  const arrived = new Set<string>();
  const trips: LiftTrip[] = [];
  for (const { trip: { route, ...trip }, trucks } of filled) {
    const isFirst = !arrived.has(trip.shipId);
    const brings = trucks.length > 0 || (isFirst && route.ship.ownFlowLPerMinute + route.ship.ownFoamLitres > 0);
    if (metAt !== null || !brings) continue;
    arrived.add(trip.shipId);
    flowLPerMinute += trucks.reduce((sum, truck) => sum + truck.flowLPerMinute, isFirst ? route.ship.ownFlowLPerMinute : 0);
    foamLitres += trucks.reduce((sum, truck) => sum + truck.foamLitres, isFirst ? route.ship.ownFoamLitres : 0);
    trips.push({ ...trip, truckIds: trucks.map((truck) => truck.id) });
    curve.push({ at: trip.landedAt, flowLPerMinute, foamLitres });
    if (isMet()) metAt = trip.landedAt;
  }
  const short = (required: number, there: number): number => Math.max(0, required - there);
  return { trips, metAt, flowLPerMinute, shortFlowLPerMinute: short(input.requiredFlowLPerMinute, flowLPerMinute), shortFoamLitres: short(input.requiredFoamLitres, foamLitres), curve };
}

/** Met earlier; else less short of flow, then of foam; then sooner there, with fewer trips. */
function isBetter(a: Outcome, b: Outcome, { horizonAt }: LiftInput): boolean {
  const key = (one: Outcome): readonly number[] => [one.metAt ?? horizonAt + 1, one.shortFlowLPerMinute, one.shortFoamLitres, one.trips.reduce((sum, trip) => sum + trip.truckIds.length, 0), one.trips.length, one.curve.at(-1)?.at ?? 0];
  const [x, y] = [key(a), key(b)];
  const at = x.findIndex((value, i) => value !== y[i]);
  return at >= 0 && x[at]! < y[at]!;
}

function whyLeft(truck: LiftTruck, plan: Outcome, routes: readonly Route[], input: LiftInput): Assumption {
  if (routes.length === 0) return { code: 'FORCES_LIFT_NO_SHIP', params: {} };
  const readyAts = routes.flatMap(({ ship }) => truck.readyAt[ship.id] ?? []);
  if (readyAts.length === 0) return { code: 'FORCES_LIFT_NO_ROAD', params: {} };
  const axle = routes.filter(({ ship, site }) => truck.axleMassKg > Math.min(ship.axleMassKgMax, site.axleMassKgMax));
  if (axle.length === routes.length) return { code: 'FORCES_LIFT_AXLE', params: { axleMassKg: truck.axleMassKg, limitKg: Math.max(...routes.map(({ ship, site }) => Math.min(ship.axleMassKgMax, site.axleMassKgMax))) } };
  const alone = routes.filter(({ ship, site }) => holds(ship, site, [truck]));
  if (alone.length === 0) return { code: 'FORCES_LIFT_TOO_BIG', params: {} };
  if (plan.metAt !== null) return { code: 'FORCES_LIFT_NOT_NEEDED', params: {} };
  const tripCount = plan.trips.length;
  return readyAts.every((at) => at >= input.horizonAt) ? { code: 'FORCES_LIFT_TRUCK_LATE', params: {} } : { code: 'FORCES_LIFT_DECK_FULL', params: { tripCount } };
}

function* combinations<T>(choices: readonly (readonly T[])[]): Generator<readonly T[]> {
  const total = Math.min(COMBINATIONS_COUNT_MAX, choices.reduce((product, one) => product * one.length, 1));
  for (let index = 0; index < total; index++) {
    let rest = index;
    yield choices.map((one) => {
      const picked = one[rest % one.length]!;
      rest = Math.floor(rest / one.length);
      return picked;
    });
  }
}

/** Bounds of the search, so that it always ends; ours. */
const STARTS_COUNT_MAX = 6;
const TRIPS_COUNT_MAX = 4;
const COMBINATIONS_COUNT_MAX = 20_000;
const SEARCH_STEPS_COUNT = 200_000;
