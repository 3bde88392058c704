// What a spill needs, from its forecast: boom at the berth, sweeps, boom before each threatened
// site, skimmers, storage and sorbent, each line with its formula, inputs, source, urgency and
// deadline. Dispersant is not planned here: it needs an approval, not a stock.

import type { Assumption, ModelResult, Result } from '@anlan/kernel';
import { canonicalJson, ok, refuse, sha256Hex } from '@anlan/kernel';
import type { Demand } from '../api/demand.ts';
import type { OilDemand, OilDemandInput } from '../api/oil.ts';
import { MODEL_VERSION } from '../version.ts';
import { boomAngleDeg, isHighViscosity } from './arithmetic.ts';
import { berthLine, siteLines, sweepLine } from './boom-lines.ts';
import type { OilLine } from './line.ts';
import { skimmerLine, sorbentLine, storageLine } from './recovery-lines.ts';

/** Lines in the order berth, sites, sweeps, skimmers, storage, sorbent. */
export function deriveOilDemand(input: OilDemandInput): Result<ModelResult<OilDemand>> {
  const wrong = firstWrongInput(input);
  if (wrong !== undefined) return wrong;
  const berth = berthLine(input);
  if (!berth.ok) return berth;
  const skimmer = skimmerLine(input);
  const sites = siteLines(input);
  const sweep = sweepLine(input, skimmer.quantityValue);
  const storage = storageLine(input);
  const sorbent = sorbentLine(input);
  const lines = [...berth.value, ...sites, sweep, skimmer, storage, sorbent];
  const figures = {
    berthBoomM: total(berth.value), sweepCount: sweep.quantityValue / input.planning.sweepLengthM, sweepBoomM: sweep.quantityValue, siteBoomM: total(sites),
    skimmerCapacityM3PerHour: skimmer.quantityValue, storageM3: storage.quantityValue, sorbentKg: sorbent.quantityValue,
    boomAngleDeg: boomAngleDeg(input.currentSpeedMps, input.planning.escapeSpeedMps),
    isHighViscosity: isHighViscosity(input.oilDensityKgPerM3, input.oilViscosityM2PerS), siteCount: sites.length,
  };
  const demands = lines.map((line): Demand => line.demand);
  const assumed: readonly Assumption[] = [{ code: 'ALLOCATION_ASSUMED_PLANNING', params: { sourceText: input.planning.sourceText } }, ...lines.flatMap((line) => line.assumed)];
  return ok({
    value: { demands, figures }, band: {}, assumed: distinct(assumed), warnings: lines.flatMap((line) => line.warnings),
    modelVersion: MODEL_VERSION, inputsHash: sha256Hex(canonicalJson(input)), randomSeed: 0,
  });
}

function total(lines: readonly OilLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantityValue, 0);
}

function distinct(assumed: readonly Assumption[]): readonly Assumption[] {
  return [...new Map(assumed.map((each) => [canonicalJson(each), each])).values()];
}

function firstWrongInput(input: OilDemandInput): ReturnType<typeof refuse> | undefined {
  const { planning } = input;
  const ratios: [string, number][] = [
    ['planning.mechanicalRatio', planning.mechanicalRatio], ['planning.skimmerEfficiencyRatio', planning.skimmerEfficiencyRatio], ['planning.sorbentRatio', planning.sorbentRatio],
    ['planning.sweepSwathRatio', planning.sweepSwathRatio], ['planning.probabilityRatioMin', planning.probabilityRatioMin],
    ...input.evaporated.map((point): [string, number] => ['evaporatedRatio', point.evaporatedRatio]),
    ...input.sites.map((site): [string, number] => [`${site.id}.probabilityRatio`, site.probabilityRatio]),
  ];
  const checks: [name: string, given: number, low: number, high: number][] = [
    ['spilledMassKg', input.spilledMassKg, 1, 1e9],
    ['oilDensityKgPerM3', input.oilDensityKgPerM3, 600, 1100],
    ['oilViscosityM2PerS', input.oilViscosityM2PerS ?? 0, 0, 1],
    ['currentSpeedMps', input.currentSpeedMps, 0, 5],
    ['emulsionWaterRatio', input.emulsionWaterRatio ?? planning.emulsionWaterRatio, 0, 0.95],
    ['planning.freeWaterRatio', planning.freeWaterRatio, 0, 0.95],
    ['slickThicknessM', input.slickThicknessM ?? planning.slickThicknessM, 1e-7, 0.1],
    ['planning.escapeSpeedMps', planning.escapeSpeedMps, 0.05, 2],
    ['planning.recoveryDays', planning.recoveryDays, 1, 60],
    ['planning.workDayHours', planning.workDayHours, 1, 24],
    ['planning.sorbentUptakeRatio', planning.sorbentUptakeRatio, 0.1, 100],
    ['planning.sweepLengthM', planning.sweepLengthM, 10, 5000],
    ...ratios.map(([name, given]): [string, number, number, number] => [name, given, name === 'planning.skimmerEfficiencyRatio' ? 0.01 : 0, 1]),
    ...input.sites.flatMap((site): [string, number, number, number][] => [[`${site.id}.protectLengthM`, site.protectLengthM, 0, 1e6], [`${site.id}.currentSpeedMps`, site.currentSpeedMps ?? 0, 0, 5]]),
  ];
  for (const [name, given, low, high] of checks) {
    if (!(given >= low && given <= high)) return refuse('ALLOCATION_INPUT_OUT_OF_RANGE', { name, given: String(given), low, high });
  }
  return input.evaporated.length === 0 ? refuse('ALLOCATION_EVAPORATION_MISSING') : undefined;
}
