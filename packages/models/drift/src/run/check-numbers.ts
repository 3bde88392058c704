// Every number of a case with its range; outside it the case is refused by name. Ranges are what the
// formulas were made for, or what a run can hold.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { DriftCase } from '../api/case.ts';

export function checkNumbers(given: DriftCase): Result<null> {
  for (const [name, value, min, max] of ranges(given)) {
    if (value === undefined) continue;
    const isWhole = !name.endsWith('Count') && !name.endsWith('Seed') ? true : Number.isInteger(value);
    if (!(value >= min && value <= max) || !isWhole) return refuse('DRIFT_INPUT_OUT_OF_RANGE', { name, value: String(value), min, max });
  }
  return checkSteps(given);
}

type Range = readonly [name: string, value: number | undefined, min: number, max: number];

function ranges({ release, water, run, windage, diffusionM2PerS, errors, products }: DriftCase): readonly Range[] {
  return [
    ['release.lonDeg', release.position[0], -179.9, 179.9],
    ['release.latDeg', release.position[1], -85, 85],
    ['release.radiusM', release.radiusM, 0, 50_000],
    ['release.durationS', release.durationS, 0, run.durationS],
    ['release.massKg', release.massKg, 1e-3, 5e8],
    ['water.temperatureK', water.temperatureK, 270, 310],
    ['water.densityKgPerM3', water.densityKgPerM3, 990, 1060],
    ['run.durationS', run.durationS, 60, 30 * DAY_S],
    ['run.stepS', run.stepS, 1, HOUR_S],
    ['run.outputIntervalS', run.outputIntervalS, 1, 30 * DAY_S],
    ['run.particleCount', run.particleCount, run.memberCount, 5_000_000],
    ['run.memberCount', run.memberCount, 1, 1000],
    ['run.randomSeed', run.randomSeed, 0, 2 ** 32 - 1],
    ['windage.ratioMin', windage?.ratioMin, 0, windage?.ratioMax ?? 0],
    ['windage.ratioMax', windage?.ratioMax, 0, 0.2],
    ['diffusionM2PerS', diffusionM2PerS, 0, 1000],
    ['errors.windSpeedRatioSigma', errors?.windSpeedRatioSigma, 0, 2],
    ['errors.windDirectionDegSigma', errors?.windDirectionDegSigma, 0, 180],
    ['errors.windCorrelationS', errors?.windCorrelationS, 60, 30 * DAY_S],
    ['errors.currentSpeedRatioSigma', errors?.currentSpeedRatioSigma, 0, 2],
    ['errors.currentDirectionDegSigma', errors?.currentDirectionDegSigma, 0, 180],
    ['errors.currentCorrelationS', errors?.currentCorrelationS, 60, 30 * DAY_S],
    ['errors.windAdditiveMpsSigma', errors?.windAdditiveMpsSigma, 0, 20],
    ['errors.currentAdditiveMpsSigma', errors?.currentAdditiveMpsSigma, 0, 2],
    ['products.cellM', products?.cellM, 20, 20_000],
    ['products.presenceRadiusM', products?.presenceRadiusM, 0, 20_000],
    ...(products?.envelopeLeadS ?? []).map((leadS): Range => ['products.envelopeLeadS', leadS, 1, run.durationS]),
  ];
}

function checkSteps({ run, products }: DriftCase): Result<null> {
  const times: readonly (readonly [name: string, seconds: number])[] = [
    ['run.durationS', run.durationS],
    ['run.outputIntervalS', run.outputIntervalS],
    ...(products?.envelopeLeadS ?? []).map((leadS) => ['products.envelopeLeadS', leadS] as const),
  ];
  for (const [name, seconds] of times) {
    if (seconds % run.stepS !== 0) return refuse('DRIFT_STEPS_UNEVEN', { name, seconds, stepS: run.stepS });
  }
  return ok(null);
}

const HOUR_S = 3600;
const DAY_S = 86_400;
