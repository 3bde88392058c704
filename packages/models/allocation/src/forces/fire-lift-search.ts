// Whether the first few trips can carry enough together: every truck is tried in every trip, with
// bounds, until an answer is proved or the budget of steps is spent. The greedy fill may take a
// truck that leaves no room for two others; this search finds such loads.

import { holds, isReady } from './fire-lift-fill.ts';
import type { FilledTrip } from './fire-lift-fill.ts';
import type { EmptyTrip, LiftInput, LiftTruck } from './fire-lift.ts';

/** Steps left for the whole plan; what is not proved within it is said. */
export interface SearchBudget {
  stepCount: number;
}

/** A load of exactly these trips that meets flow and foam; undefined: none, or the budget is spent. */
export function searchLoad(input: LiftInput, trips: readonly EmptyTrip[], budget: SearchBudget): readonly FilledTrip[] | undefined {
  const ships = [...new Set(trips.map((trip) => trip.route.ship))];
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  const flow = input.requiredFlowLPerMinute - input.thereFlowLPerMinute - sum(ships.map((ship) => ship.ownFlowLPerMinute));
  const foam = input.requiredFoamLitres - input.thereFoamLitres - sum(ships.map((ship) => ship.ownFoamLitres));
  const share = (truck: LiftTruck): number => (flow > 0 ? truck.flowLPerMinute / flow : 0) + (foam > 0 ? truck.foamLitres / foam : 0);
  const trucks = input.trucks.filter((truck) => trips.some((trip) => isReady(truck, trip))).toSorted((a, b) => share(b) - share(a) || (a.id < b.id ? -1 : 1));
  const restFlow = suffixSums(trucks.map((truck) => truck.flowLPerMinute));
  const restFoam = suffixSums(trucks.map((truck) => truck.foamLitres));
  const loads: LiftTruck[][] = trips.map(() => []);
  const visit = (at: number, flowLeft: number, foamLeft: number, lowest: number): boolean => {
    if (flowLeft <= 0 && foamLeft <= 0) return true;
    if (at === trucks.length || restFlow[at]! < flowLeft || restFoam[at]! < foamLeft || budget.stepCount <= 0) return false;
    budget.stepCount -= 1;
    const truck = trucks[at]!;
    // Of equal trucks the later never takes an earlier trip than the one before it.
    const isEqual = at > 0 && sameKind(trucks[at - 1]!, truck, trips);
    for (let i = isEqual ? lowest : 0; i < trips.length; i++) {
      const trip = trips[i]!;
      if (!isReady(truck, trip) || !holds(trip.route.ship, trip.route.site, [...loads[i]!, truck])) continue;
      loads[i]!.push(truck);
      if (visit(at + 1, flowLeft - truck.flowLPerMinute, foamLeft - truck.foamLitres, i)) return true;
      loads[i]!.pop();
    }
    return visit(at + 1, flowLeft, foamLeft, trips.length);
  };
  return visit(0, flow, foam, 0) ? trips.map((trip, i) => ({ trip, trucks: loads[i]! })) : undefined;
}

function sameKind(a: LiftTruck, b: LiftTruck, trips: readonly EmptyTrip[]): boolean {
  return trips.every((trip) => isReady(a, trip) === isReady(b, trip)) && a.deckAreaM2 === b.deckAreaM2 && a.massKg === b.massKg && a.axleMassKg === b.axleMassKg && a.flowLPerMinute === b.flowLPerMinute && a.foamLitres === b.foamLitres;
}

function suffixSums(values: readonly number[]): readonly number[] {
  const sums = [...values, 0];
  for (let i = values.length - 1; i >= 0; i--) sums[i] = values[i]! + sums[i + 1]!;
  return sums;
}
