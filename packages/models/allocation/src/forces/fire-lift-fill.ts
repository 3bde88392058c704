// Fills trips with trucks: earlier landings first, each as useful as it can be made within deck,
// payload and axle load, without asking when the rest will go. A second pass exchanges trucks between
// a trip and the quay while that raises what the trip brings.

import type { LandingSite, LiftInput, LiftShip, LiftTruck, EmptyTrip } from './fire-lift.ts';

export interface FilledTrip {
  readonly trip: EmptyTrip;
  readonly trucks: readonly LiftTruck[];
}

export function fillTrips(input: LiftInput, ordered: readonly EmptyTrip[]): readonly FilledTrip[] {
  const waiting = new Set(input.trucks);
  const came = new Set<string>();
  let [flowLeftLPerMinute, foamLeftLitres] = [input.requiredFlowLPerMinute - input.thereFlowLPerMinute, input.requiredFoamLitres - input.thereFoamLitres];
  return ordered.map((trip) => {
    const { ship, site } = trip.route;
    if (!came.has(ship.id)) [flowLeftLPerMinute, foamLeftLitres] = [flowLeftLPerMinute - ship.ownFlowLPerMinute, foamLeftLitres - ship.ownFoamLitres];
    came.add(ship.id);
    const ready = [...waiting].filter((truck) => isReady(truck, trip));
    const trucks = fillOne(ship, site, ready, { flowLeftLPerMinute, foamLeftLitres });
    for (const truck of trucks) waiting.delete(truck);
    flowLeftLPerMinute -= trucks.reduce((sum, truck) => sum + truck.flowLPerMinute, 0);
    foamLeftLitres -= trucks.reduce((sum, truck) => sum + truck.foamLitres, 0);
    return { trip, trucks };
  });
}

export function isReady(truck: LiftTruck, trip: EmptyTrip): boolean {
  const readyAt = truck.readyAt[trip.shipId] ?? null;
  return readyAt !== null && readyAt <= trip.loadAt;
}

/** Whether the ship takes them together and the ramp bears them. */
export function holds(ship: LiftShip, site: LandingSite, trucks: readonly LiftTruck[]): boolean {
  const axleMax = Math.min(ship.axleMassKgMax, site.axleMassKgMax);
  const total = (of: (truck: LiftTruck) => number): number => trucks.reduce((sum, truck) => sum + of(truck), 0);
  return trucks.length <= ship.deckVehicleCount && trucks.every((truck) => truck.axleMassKg <= axleMax)
    && total((truck) => truck.deckAreaM2) <= ship.deckAreaM2 && total((truck) => truck.massKg) <= ship.payloadKg;
}

interface Wanted {
  readonly flowLeftLPerMinute: number;
  readonly foamLeftLitres: number;
}

function fillOne(ship: LiftShip, site: LandingSite, ready: readonly LiftTruck[], wanted: Wanted): readonly LiftTruck[] {
  if (wanted.flowLeftLPerMinute <= 0 && wanted.foamLeftLitres <= 0) return [];
  const ranked = ready.toSorted((a, b) => worth([b], wanted) - worth([a], wanted) || a.massKg - b.massKg || (a.id < b.id ? -1 : 1));
  let chosen: readonly LiftTruck[] = [];
  for (const truck of ranked) {
    const next = [...chosen, truck];
    if (worth(next, wanted) > worth(chosen, wanted) && holds(ship, site, next)) chosen = next;
  }
  for (;;) {
    const better = exchange(ship, site, ranked, chosen, wanted);
    if (better === undefined) break;
    chosen = better;
  }
  // What is not needed for the sum stays on the quay.
  for (const truck of chosen.toSorted((a, b) => worth([a], wanted) - worth([b], wanted))) {
    const without = chosen.filter((one) => one !== truck);
    if (worth(without, wanted) === worth(chosen, wanted)) chosen = without;
  }
  return chosen;
}

function exchange(ship: LiftShip, site: LandingSite, ranked: readonly LiftTruck[], chosen: readonly LiftTruck[], wanted: Wanted): readonly LiftTruck[] | undefined {
  const now = worth(chosen, wanted);
  for (const out of chosen) {
    for (const into of ranked) {
      if (chosen.includes(into)) continue;
      const next = [...chosen.filter((one) => one !== out), into];
      if (worth(next, wanted) > now && holds(ship, site, next)) return next;
    }
  }
  return undefined;
}

/** Share of what is still wanted: flow and foam, each no more than is wanted of it. */
function worth(trucks: readonly LiftTruck[], { flowLeftLPerMinute, foamLeftLitres }: Wanted): number {
  const share = (have: number, left: number): number => (left <= 0 ? 0 : Math.min(have, left) / left);
  return share(trucks.reduce((sum, truck) => sum + truck.flowLPerMinute, 0), flowLeftLPerMinute) + share(trucks.reduce((sum, truck) => sum + truck.foamLitres, 0), foamLeftLitres);
}
