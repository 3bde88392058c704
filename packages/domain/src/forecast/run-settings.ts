// How long, how fine and with how many particles a forecast runs, and the ranges that are taken.
// The defaults are those of the three-second promise: 10,000 particles, 24 h, 10-minute steps.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { ForecastInput } from './types.ts';

export interface RunChoice {
  readonly horizonS?: number;
  readonly particleCount?: number;
  readonly memberCount?: number;
  readonly randomSeed?: number;
}

export const RUN_DEFAULTS = { horizonS: 86_400, stepS: 600, outputEveryS: 1800, particleCount: 10_000, memberCount: 20 } as const;

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
    ['horizonS', input.horizonS, 3600, 72 * 3600],
    ['particleCount', input.particleCount, 100, 200_000],
    ['memberCount', input.memberCount, 1, 200],
    ['randomSeed', input.randomSeed, 0, 2 ** 32 - 1],
  ];
  for (const [name, given, min, max] of checks) {
    if (!(given >= min && given <= max)) return refuse('FORECAST_INPUT_OUT_OF_RANGE', { name, given: String(given), min, max });
  }
  if (input.horizonS % input.outputEveryS !== 0) return refuse('FORECAST_INPUT_OUT_OF_RANGE', { name: 'horizonS', given: String(input.horizonS), min: input.outputEveryS, max: 72 * 3600 });
  return ok(input);
}
