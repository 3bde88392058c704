// A flight along the great circle: start the rotor, fly with the wind that the clock brings, land.
// Ground speed after the wind triangle. It starts only when wind, visibility, light and closures are
// right for the whole flight and the fuel reaches under the worst wind that the flight can meet.

import type { LonLat } from '@anlan/kernel';
import { bearingDegTrue, degToRad, distanceM, nameParams } from '@anlan/kernel';
import type { LocalName } from '@anlan/kernel';
import type { AirProfile } from '../api/multimodal.ts';
import type { Reason } from '../api/travel.ts';
import type { MovementWeather, MovementWeatherStep } from '../spi/movement-weather.ts';
import type { BadTime } from '../time/bad-times.ts';
import { earliestClear } from '../time/bad-times.ts';
import type { TimeFrame } from '../time/clock.ts';
import { secondsOf } from '../time/clock.ts';

export interface FlightEnd {
  readonly name: LocalName;
  readonly position: LonLat;
}

/** Times of one flight, as functions of the moment when the load is ready on the pad. */
export interface Flight {
  readonly distanceM: number;
  readonly bad: readonly BadTime[];
  /** Why no wind of the window lets the fuel reach. */
  readonly never: readonly Reason[];
  at(readyS: number): { readonly startS: number; readonly takeOffS: number; readonly arriveS: number };
}

export function flightBetween(ends: { readonly from: FlightEnd; readonly to: FlightEnd }, profile: AirProfile, conditions: { readonly frame: TimeFrame; readonly weather?: MovementWeather | undefined; readonly bad: readonly BadTime[] }): Flight {
  const { from, to } = ends;
  const lengthM = distanceM(from.position, to.position);
  const courseDegTrue = bearingDegTrue(from.position, to.position);
  const winds = windSteps(conditions.frame, conditions.weather, (step) => groundSpeedMps(profile.cruiseSpeedMps, courseDegTrue, step));
  const budgetS = profile.enduranceS * profile.outboundRatioMax;
  const fuelBad = shortOfFuel(winds, { lengthM, budgetS, params: { ...nameParams('fromName', from.name), ...nameParams('toName', to.name) } });
  const bad = [...conditions.bad, ...fuelBad];
  const never = fuelBad.some(({ fromS, untilS }) => fromS === -Infinity && untilS === Infinity) ? fuelBad.map(({ reason }) => reason).slice(0, 1) : [];
  const at = (readyS: number): { startS: number; takeOffS: number; arriveS: number } => {
    // Clear for the longest that the flight can last: what is clear for longer is clear for shorter.
    const startS = earliestClear(bad, readyS, profile.startS + Math.min(budgetS, lengthM / slowest(winds)) + profile.landS);
    if (!Number.isFinite(startS)) return { startS: Infinity, takeOffS: Infinity, arriveS: Infinity };
    const takeOffS = startS + profile.startS;
    return { startS, takeOffS, arriveS: fly(winds, lengthM, takeOffS) + profile.landS };
  };
  return { distanceM: lengthM, bad, never, at };
}

/** Along the course, with the nose into the crosswind; 0 when the wind is stronger than the aircraft. */
export function groundSpeedMps(airSpeedMps: number, courseDegTrue: number, wind: { readonly windSpeedMps?: number; readonly windFromDegTrue?: number }): number {
  const { windSpeedMps = 0, windFromDegTrue } = wind;
  // Without a direction the wind is taken to stand against the aircraft: never too quick.
  const angleRad = windFromDegTrue === undefined ? 0 : degToRad(windFromDegTrue - courseDegTrue);
  const [headMps, crossMps] = [windSpeedMps * Math.cos(angleRad), windSpeedMps * Math.sin(angleRad)];
  if (Math.abs(crossMps) >= airSpeedMps) return 0;
  return Math.max(0, Math.sqrt(airSpeedMps ** 2 - crossMps ** 2) - headMps);
}

interface WindStep {
  readonly fromS: number;
  readonly untilS: number;
  readonly groundMps: number;
}

function windSteps(frame: TimeFrame, weather: MovementWeather | undefined, groundOf: (step: MovementWeatherStep) => number): readonly WindStep[] {
  const steps = weather?.steps ?? [];
  if (steps.length === 0) return [{ fromS: -Infinity, untilS: Infinity, groundMps: groundOf({ at: frame.departAt }) }];
  return steps.map((step, i) => ({
    fromS: i === 0 ? -Infinity : secondsOf(frame, step.at),
    untilS: i + 1 < steps.length ? secondsOf(frame, steps[i + 1]!.at) : Infinity,
    groundMps: groundOf(step),
  }));
}

function slowest(winds: readonly WindStep[]): number {
  return winds.reduce((least, { groundMps }) => (groundMps > 0 ? Math.min(least, groundMps) : least), Infinity);
}

/** Starts in a step count as short when the worst wind of that step and of all that the flight can touch does not reach. */
function shortOfFuel(winds: readonly WindStep[], flight: { readonly lengthM: number; readonly budgetS: number; readonly params: Readonly<Record<string, string>> }): readonly BadTime[] {
  const { lengthM, budgetS } = flight;
  return winds.flatMap(({ fromS, untilS }) => {
    const touched = winds.filter((each) => each.fromS < untilS + budgetS && each.untilS > fromS);
    const worstMps = touched.reduce((least, each) => Math.min(least, each.groundMps), Infinity);
    const neededS = worstMps > 0 ? lengthM / worstMps : Infinity;
    if (neededS <= budgetS) return [];
    const params = { ...flight.params, neededMinutes: Number.isFinite(neededS) ? Math.ceil(neededS / 60) : '∞', enduranceMinutes: Math.floor(budgetS / 60) };
    return [{ fromS, untilS, reason: { code: 'MOVEMENT_AIR_FUEL', params } }];
  });
}

function fly(winds: readonly WindStep[], lengthM: number, takeOffS: number): number {
  let [atS, leftM] = [takeOffS, lengthM];
  for (const { untilS, groundMps } of winds) {
    if (untilS <= atS) continue;
    if (atS + leftM / groundMps <= untilS) return atS + leftM / groundMps;
    leftM -= groundMps * (untilS - atS);
    atS = untilS;
  }
  return Infinity;
}
