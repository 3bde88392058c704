// The general evaluator: one vehicle along its stops in time, with loads in several dimensions, groups
// that keep apart, reloads, hand-overs and hours of departure. Forward only: no slack is assumed.

import type { RoutingStopKind, RoutingWindow } from '../types.ts';
import type { RichCase, RichJob, RichTravel } from './case.ts';

export interface Stop {
  readonly kind: RoutingStopKind;
  readonly placeIndex: number;
  /** null at a reload. */
  readonly job: RichJob | null;
}

export interface Walk {
  readonly departS: number;
  readonly arriveS: Float64Array;
  readonly beginS: Float64Array;
  readonly leaveS: Float64Array;
  readonly endS: number;
  readonly travelS: number;
  readonly distanceM: number;
  readonly costValue: number;
}

/** undefined: the vehicle cannot do these stops in this order. */
export function walk(c: RichCase, vehicleIndex: number, stops: readonly Stop[], readyS: Float64Array): Walk | undefined {
  const vehicle = c.vehicles[vehicleIndex]!;
  const { given, travel } = vehicle;
  const arriveS = new Float64Array(stops.length);
  const beginS = new Float64Array(stops.length);
  const leaveS = new Float64Array(stops.length);
  if (stops.length === 0) return { departS: given.shiftFromS, arriveS, beginS, leaveS, endS: given.shiftFromS, travelS: 0, distanceM: 0, costValue: 0 };
  if (!isLoadRight(c, vehicleIndex, stops)) return undefined;
  let departS = given.shiftFromS;
  let travelS = 0;
  let distanceM = 0;
  let place = vehicle.startIndex;
  let clock = departS;
  for (let i = 0; i < stops.length; i++) {
    const stop = stops[i]!;
    let arrives = arrivalS(c, travel, { fromIndex: place, toIndex: stop.placeIndex, departS: clock });
    const begins = beginOf(stop, arrives, readyS);
    if (!(begins < Number.POSITIVE_INFINITY)) return undefined;
    if (i === 0 && begins > arrives) {
      // Crew hours run from the departure: leave as late as the first stop allows.
      const later = arrivalS(c, travel, { fromIndex: place, toIndex: stop.placeIndex, departS: clock + begins - arrives });
      if (later <= begins) { departS += begins - arrives; clock = departS; arrives = later; }
    }
    travelS += arrives - clock;
    distanceM += travel.distanceM[place * c.placeCount + stop.placeIndex]!;
    arriveS[i] = arrives;
    beginS[i] = begins;
    clock = begins + serviceS(stop, given.classId, given.reloadS);
    leaveS[i] = clock;
    place = stop.placeIndex;
  }
  if (vehicle.endIndex >= 0) {
    const home = arrivalS(c, travel, { fromIndex: place, toIndex: vehicle.endIndex, departS: clock });
    travelS += home - clock;
    distanceM += travel.distanceM[place * c.placeCount + vehicle.endIndex]!;
    clock = home;
  }
  if (!(clock <= given.shiftUntilS) || (given.dutySMax !== null && clock - departS > given.dutySMax)) return undefined;
  return { departS, arriveS, beginS, leaveS, endS: clock, travelS, distanceM, costValue: given.fixedCostValue + travelS * given.costPerSValue + distanceM * given.costPerMValue };
}

interface Leg { readonly fromIndex: number; readonly toIndex: number; readonly departS: number }

/** Arrival when one may wait for a later, quicker hour: never earlier for a later departure. */
export function arrivalS(c: RichCase, travel: RichTravel, { fromIndex, toIndex, departS }: Leg): number {
  const arc = fromIndex * c.placeCount + toIndex;
  const { fromS, durations } = travel;
  let k = durations.length - 1;
  while (k > 0 && fromS[k]! > departS) k--;
  let best = departS + durations[k]![arc]!;
  for (k++; k < durations.length && fromS[k]! < best; k++) best = Math.min(best, fromS[k]! + durations[k]![arc]!);
  return best;
}

function beginOf({ kind, job }: Stop, arrives: number, readyS: Float64Array): number {
  if (job === null || kind === 'hand-over') return arrives;
  if (kind === 'take-over') return Math.max(arrives, readyS[job.jobIndex]!);
  return inWindow(kind === 'deliver' ? job.given.windows : job.given.pickupWindows, arrives);
}

function inWindow(windows: readonly RoutingWindow[], arrives: number): number {
  if (windows.length === 0) return arrives;
  for (const [from, until] of windows) if (arrives <= until) return Math.max(arrives, from);
  return Number.POSITIVE_INFINITY;
}

function serviceS({ kind, job }: Stop, classId: string, reload: number): number {
  if (job === null) return reload;
  if (kind === 'deliver') return job.given.serviceSByClass[classId] ?? job.given.serviceS;
  return kind === 'pick-up' ? job.given.pickupServiceS : (job.given.transfer?.handlingS ?? 0);
}

/** What is loaded at the start or at a reload is aboard from there; every dimension fits and no two groups that keep apart meet. */
function isLoadRight(c: RichCase, vehicleIndex: number, stops: readonly Stop[]): boolean {
  const { capacity } = c.vehicles[vehicleIndex]!;
  const aboard = new Float64Array(c.dimensions.length);
  const groups = new Int32Array(c.groupCount);
  if (!loadTrip(c, stops, 0, { aboard, groups })) return false;
  if (!fits(aboard, capacity)) return false;
  for (let i = 0; i < stops.length; i++) {
    const { kind, job } = stops[i]!;
    if (job === null) {
      if (!loadTrip(c, stops, i + 1, { aboard, groups }) || !fits(aboard, capacity)) return false;
    } else if (kind === 'deliver' || kind === 'hand-over') {
      for (let d = 0; d < aboard.length; d++) aboard[d] = aboard[d]! - job.load[d]!;
      if (job.groupIndex >= 0) groups[job.groupIndex] = groups[job.groupIndex]! - 1;
    } else if (!take(c, job, { aboard, groups }) || !fits(aboard, capacity)) {
      return false;
    }
  }
  return true;
}

interface Aboard { readonly aboard: Float64Array; readonly groups: Int32Array }

/** Everything of the trip that begins at this stop and is not taken up on the way. */
function loadTrip(c: RichCase, stops: readonly Stop[], from: number, state: Aboard): boolean {
  for (let i = from; i < stops.length && stops[i]!.job !== null; i++) if (isFromStore(stops[i]!) && !take(c, stops[i]!.job!, state)) return false;
  return true;
}

export function isFromStore({ kind, job }: Stop): boolean {
  return job !== null && job.pickupIndex < 0 && (kind === 'hand-over' || (kind === 'deliver' && job.given.transfer === null));
}

function take(c: RichCase, job: RichJob, { aboard, groups }: Aboard): boolean {
  for (let d = 0; d < aboard.length; d++) aboard[d] = aboard[d]! + job.load[d]!;
  if (job.groupIndex < 0) return true;
  for (let g = 0; g < groups.length; g++) if (groups[g]! > 0 && c.apart[job.groupIndex * c.groupCount + g] === 1) return false;
  groups[job.groupIndex] = groups[job.groupIndex]! + 1;
  return true;
}

function fits(aboard: Float64Array, capacity: Float64Array): boolean {
  for (let d = 0; d < aboard.length; d++) if (aboard[d]! > capacity[d]! + 1e-9) return false;
  return true;
}
