// Stretches of time in which something is not possible, each with its reason: weather beyond a
// limit, a closure, darkness. The earliest start that clears them is a non-decreasing function of
// the moment one is ready, so whoever leaves later never arrives earlier (FIFO).

import { canonicalJson } from '@anlan/kernel';
import type { MovementClosure, TravelMode } from '../api/network.ts';
import type { MovementWeather } from '../spi/movement-weather.ts';
import type { Reason } from '../api/travel.ts';
import type { TimeFrame } from './clock.ts';
import { clockText, secondsOf } from './clock.ts';

/** Half open: from `fromS` until just before `untilS` (Infinity: no end is known). */
export interface BadTime {
  readonly fromS: number;
  readonly untilS: number;
  readonly reason: Reason;
}

export interface WeatherLimits {
  /** Not at or above. */
  readonly windSpeedMpsMax?: number;
  readonly waveHeightMMax?: number;
  /** Not below. */
  readonly visibilityMMin?: number;
}

/** The least s ≥ `readyS` with nothing bad in [s, s + `lastsS`); Infinity when there is none. */
export function earliestClear(bad: readonly BadTime[], readyS: number, lastsS: number): number {
  let startS = readyS;
  for (let moved = true; moved; ) {
    moved = false;
    for (const { fromS, untilS } of bad) {
      if (startS >= untilS || startS + Math.max(lastsS, MOMENT_S) <= fromS) continue;
      startS = untilS;
      moved = true;
    }
    if (!Number.isFinite(startS)) return Infinity;
  }
  return startS;
}

/**
 * Reasons that stand in the way of a start at `readyS`, until `startS`; of a sentence that comes back
 * (night after night) the first. Where there is no start at all: what holds now, and what never ends.
 */
export function inTheWay(bad: readonly BadTime[], readyS: number, startS: number, lastsS: number): readonly Reason[] {
  if (startS <= readyS) return [];
  const needS = Math.max(lastsS, MOMENT_S);
  const [now, later] = [(each: BadTime): boolean => readyS < each.untilS && readyS + needS > each.fromS, (each: BadTime): boolean => each.untilS > readyS && each.fromS < startS + needS];
  const met = bad.filter(Number.isFinite(startS) ? later : (each) => now(each) || each.untilS === Infinity);
  return firstOfEach([...met].sort((a, b) => a.fromS - b.fromS).map(({ reason }) => reason));
}

function firstOfEach(reasons: readonly Reason[]): Reason[] {
  const keyOf = ({ code, params }: Reason): string => canonicalJson([code, params['name'] ?? params['nameZh'] ?? '']);
  return [...new Map([...reasons].reverse().map((reason) => [keyOf(reason), reason])).values()].reverse();
}

/** Stretches of weather beyond the limits. `codes` name the sentences; `params` go into each. */
export function badWeather(frame: TimeFrame, weather: MovementWeather | undefined, limits: WeatherLimits, codes: WeatherCodes): readonly BadTime[] {
  if (weather === undefined) return [];
  const { steps } = weather;
  const stretches: BadTime[] = [];
  for (const test of limitTests(limits, codes)) {
    for (let i = 0; i < steps.length; i++) {
      if (test.beyond(steps[i]!) === undefined) continue;
      let end = i;
      while (end + 1 < steps.length && test.beyond(steps[end + 1]!) !== undefined) end++;
      // The first step holds before its own instant too, as the last one holds on.
      const fromS = i === 0 ? -Infinity : secondsOf(frame, steps[i]!.at);
      const untilS = end + 1 < steps.length ? secondsOf(frame, steps[end + 1]!.at) : Infinity;
      if (untilS > 0) stretches.push({ fromS, untilS, reason: { code: test.code, params: { ...codes.params, ...worst(steps.slice(i, end + 1), test), until: clockText(frame, untilS) } } });
      i = end;
    }
  }
  return stretches;
}

export interface WeatherCodes {
  readonly wind: string;
  readonly wave: string;
  readonly visibility: string;
  readonly params: Readonly<Record<string, string | number>>;
}

interface LimitTest {
  readonly code: string;
  readonly names: readonly [given: string, limit: string];
  readonly limitValue: number;
  readonly isLow: boolean;
  beyond(step: MovementWeather['steps'][number]): number | undefined;
}

function limitTests(limits: WeatherLimits, codes: WeatherCodes): readonly LimitTest[] {
  const { windSpeedMpsMax: wind, waveHeightMMax: wave, visibilityMMin: visibility } = limits;
  const over = (given: number | undefined, limitValue: number): number | undefined => (given !== undefined && given >= limitValue ? given : undefined);
  const tests: LimitTest[] = [];
  if (wind !== undefined) tests.push({ code: codes.wind, names: ['windSpeedMps', 'windLimitMps'], limitValue: wind, isLow: false, beyond: (step) => over(step.windSpeedMps, wind) });
  if (wave !== undefined) tests.push({ code: codes.wave, names: ['waveHeightM', 'waveLimitM'], limitValue: wave, isLow: false, beyond: (step) => over(step.waveHeightM, wave) });
  if (visibility !== undefined) {
    const under = (given: number | undefined): number | undefined => (given !== undefined && given < visibility ? given : undefined);
    tests.push({ code: codes.visibility, names: ['visibilityM', 'visibilityLimitM'], limitValue: visibility, isLow: true, beyond: (step) => under(step.visibilityM) });
  }
  return tests;
}

function worst(steps: MovementWeather['steps'], test: LimitTest): Readonly<Record<string, number>> {
  const given = steps.map((step) => test.beyond(step)!);
  return { [test.names[0]]: test.isLow ? Math.min(...given) : Math.max(...given), [test.names[1]]: test.limitValue };
}

/** Closures that `touches`, as stretches of time. */
export function closedTimes(frame: TimeFrame, closures: readonly MovementClosure[], mode: TravelMode, touches: (closure: MovementClosure) => boolean): readonly BadTime[] {
  return closures
    .filter((closure) => closure.mode === mode || touches(closure))
    .map((closure) => {
      const fromS = closure.fromAt === undefined ? -Infinity : secondsOf(frame, closure.fromAt);
      const untilS = closure.untilAt === undefined ? Infinity : secondsOf(frame, closure.untilAt);
      const name = typeof closure.name === 'string' ? { name: closure.name } : { nameZh: closure.name.zh, nameEn: closure.name.en };
      return { fromS, untilS, reason: { code: 'MOVEMENT_CLOSED_UNTIL', params: { ...name, sourceText: closure.sourceText, until: clockText(frame, untilS) } } };
    })
    .filter(({ fromS, untilS }) => untilS > 0 && untilS > fromS);
}

/** Whether a polygon closure speaks of this mode. */
export function closesMode(closure: MovementClosure, mode: TravelMode): boolean {
  return closure.modes === undefined || closure.modes.includes(mode);
}

export function distinctReasons(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [canonicalJson(reason), reason])).values()];
}

/** A start takes at least a moment, so that a closure that begins then holds it. */
const MOMENT_S = 1e-6;
