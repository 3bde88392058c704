// How long, how fine and with how many particles a forecast runs, and the ranges that are taken.
// The defaults are those of the three-second promise: 10,000 particles, 24 h, 10-minute steps. The
// limits bound what one person at a screen may ask of the machine that others wait for; larger runs
// go through the command line, on a machine of their own.

import type { Instant, Result } from '@anlan/kernel';
import { ok, refuse, secondsBetween } from '@anlan/kernel';
import type { ForecastInput } from './types.ts';

export interface RunChoice {
  /** How far ahead: counted from now, or from the start of a release that begins later. */
  readonly horizonS?: number;
  readonly particleCount?: number;
  readonly memberCount?: number;
  readonly randomSeed?: number;
}

export const RUN_DEFAULTS = { horizonS: 86_400, stepS: 600, outputEveryS: 1800, particleCount: 10_000, memberCount: 20 } as const;

/** Largest interactive run; ours: about half a minute of one core (1 µs a particle-step). `runS` holds the oldest release with a day ahead of it. */
export const RUN_LIMITS = { horizonS: 72 * 3600, runS: 96 * 3600, particleCount: 50_000, memberCount: 50 } as const;

/** No finer or longer than the run that a confirmed spill calls for by itself. */
export function isDefaultSize(input: Pick<ForecastInput, 'horizonS' | 'aheadS' | 'particleCount' | 'memberCount'>): boolean {
  return (input.aheadS ?? input.horizonS) <= RUN_DEFAULTS.horizonS && input.particleCount <= RUN_DEFAULTS.particleCount && input.memberCount <= RUN_DEFAULTS.memberCount;
}

/** Refuses the first figure outside its range. */
export function checkRunSettings(input: ForecastInput): Result<ForecastInput> {
  const { spill, wind } = input;
  const checks: readonly (readonly [name: string, given: number, min: number, max: number])[] = [
    ['massKg', spill.massKg, 1, 2e9],
    ['durationS', spill.durationS, 0, input.horizonS],
    ['radiusM', spill.radiusM, 0, 20_000],
    ['windSpeedMps', wind.speedMps, 0, 60],
    ['windFromDegTrue', wind.windFromDegTrue, 0, 360],
    ['waterTemperatureK', input.waterTemperatureK, 270, 315],
    ['horizonS', input.aheadS ?? input.horizonS, 3600, RUN_LIMITS.horizonS],
    ['runS', input.horizonS, 3600, RUN_LIMITS.runS],
    ['particleCount', input.particleCount, 100, RUN_LIMITS.particleCount],
    ['memberCount', input.memberCount, 1, RUN_LIMITS.memberCount],
    ['randomSeed', input.randomSeed, 0, 2 ** 32 - 1],
  ];
  for (const [name, given, min, max] of checks) {
    if (!(given >= min && given <= max)) return refuse('FORECAST_INPUT_OUT_OF_RANGE', { name, given: String(given), min, max });
  }
  if (input.horizonS % input.outputEveryS !== 0) return refuse('FORECAST_INPUT_OUT_OF_RANGE', { name: 'horizonS', given: String(input.horizonS), min: input.outputEveryS, max: RUN_LIMITS.horizonS });
  return ok(input);
}

/** Time of the release that has passed, in whole output steps, so that a run for an old release still reaches its whole way beyond now; less than one step is none. */
export function elapsedStepsS(startAt: Instant, now: Instant, outputEveryS: number): number {
  const elapsedS = secondsBetween(startAt, now);
  return elapsedS < outputEveryS ? 0 : Math.ceil(elapsedS / outputEveryS) * outputEveryS;
}
