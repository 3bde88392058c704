// From a case to a plan: checks, named assumptions, and the numbers that all workers share.

import type { Assumption, ModelWarning, Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import type { DriftCase, ForcingErrors, WindageRange } from '../api/case.ts';
import type { OilState } from '../api/outcome.ts';
import type { OilAtTemperature } from '../oil/at-temperature.ts';
import { oilAtTemperature } from '../oil/at-temperature.ts';
import { findOil } from '../oil/library.ts';
import { createPresenceGrid } from '../products/presence-grid.ts';
import { DRIFT_MODEL_VERSION } from '../version.ts';
import { checkFields } from './check-fields.ts';
import { checkNumbers } from './check-numbers.ts';
import { inputsHash } from './digest.ts';
import { domainBboxDeg } from './domain.ts';
import type { DriftPlan, PlanSummary } from './plan.ts';

export function makePlan(given: DriftCase): Result<DriftPlan> {
  const numbers = checkNumbers(given);
  if (!numbers.ok) return numbers;
  const fields = checkFields(given);
  if (!fields.ok) return fields;
  const settings = settle(given);
  const oil = settleOil(given, settings.waterDensityKgPerM3);
  if (!oil.ok) return oil;
  const { current, wind, coast } = fields.value;
  const { release, run } = given;
  const domain = domainBboxDeg({ given, current, wind, windageRatioMax: settings.windage.ratioMax, diffusionM2PerS: settings.diffusionM2PerS, errors: settings.errors });
  const presence = createPresenceGrid(domain, settings.cellM, given.products?.presenceRadiusM);
  const indicative = 'indicative' in current && current.indicative;
  const warnings: ModelWarning[] = [...(oil.value?.warnings ?? [])];
  if (indicative) warnings.push({ code: 'DRIFT_WARN_CURRENT_INDICATIVE', params: {} });
  if (presence.cellM > settings.cellM) warnings.push({ code: 'DRIFT_WARN_CELLS_ENLARGED', params: { askedM: settings.cellM, usedM: Math.round(presence.cellM) } });
  const stepCount = run.durationS / run.stepS;
  const summary: PlanSummary = {
    modelVersion: DRIFT_MODEL_VERSION,
    inputsHash: inputsHash({ modelVersion: DRIFT_MODEL_VERSION, given }),
    randomSeed: run.randomSeed,
    assumed: [...(given.assumed ?? []), ...fields.value.assumed, ...settings.assumed, ...(oil.value?.assumed ?? [])],
    warnings,
    startAt: release.startAt,
    stepS: run.stepS,
    stepCount,
    outputSteps: outputSteps(stepCount, run.outputIntervalS / run.stepS),
    envelopeSteps: settings.envelopeLeadS.map((leadS) => leadS / run.stepS),
    particleCount: run.particleCount,
    memberCount: run.memberCount,
    massKg: release.massKg,
    releasePosition: release.position,
    domainBboxDeg: domain,
    presence,
    siteIds: (given.sites ?? []).map((site) => site.siteId),
    oilState: oil.value === null ? null : oilState(oil.value, release.massKg),
    indicative,
    currentSource: 'sourceText' in current ? current.sourceText : null,
    windSource: 'sourceText' in wind ? wind.sourceText : null,
  };
  return ok({
    ...summary, summary, current, wind, coast,
    oil: oil.value,
    errors: settings.errors,
    windage: settings.windage,
    diffusionM2PerS: settings.diffusionM2PerS,
    releaseRadiusM: release.radiusM,
    releaseDurationS: release.durationS,
    sites: given.sites ?? [],
  });
}

interface Settled {
  readonly windage: WindageRange;
  readonly diffusionM2PerS: number;
  readonly errors: ForcingErrors | null;
  readonly waterDensityKgPerM3: number;
  readonly cellM: number;
  readonly envelopeLeadS: readonly number[];
  readonly assumed: readonly Assumption[];
}

/** Fills what may be left out, and names it. */
function settle(given: DriftCase): Settled {
  const assumed: Assumption[] = [];
  const { run, products } = given;
  if (given.windage === undefined) assumed.push({ code: 'DRIFT_ASSUMED_WINDAGE', params: { ...DEFAULT_WINDAGE } });
  if (given.diffusionM2PerS === undefined) assumed.push({ code: 'DRIFT_ASSUMED_DIFFUSION', params: { diffusionM2PerS: DEFAULT_DIFFUSION_M2_PER_S } });
  const errors = run.memberCount > 1 ? settleErrors(given, assumed) : null;
  if (given.water.densityKgPerM3 === undefined && given.substance.kind === 'oil') assumed.push({ code: 'DRIFT_ASSUMED_WATER_DENSITY', params: { densityKgPerM3: DEFAULT_WATER_DENSITY_KG_PER_M3 } });
  const usual = DEFAULT_ENVELOPE_LEAD_S.filter((leadS) => leadS <= run.durationS && leadS % run.stepS === 0);
  return {
    windage: given.windage ?? DEFAULT_WINDAGE,
    diffusionM2PerS: given.diffusionM2PerS ?? DEFAULT_DIFFUSION_M2_PER_S,
    errors,
    waterDensityKgPerM3: given.water.densityKgPerM3 ?? DEFAULT_WATER_DENSITY_KG_PER_M3,
    cellM: products?.cellM ?? DEFAULT_CELL_M,
    envelopeLeadS: [...(products?.envelopeLeadS ?? usual)].sort((a, b) => a - b),
    assumed,
  };
}

/** The poorest knowledge must not give the narrowest map: a field that is only assumed errs by its whole usual size. */
function settleErrors({ errors, current, wind }: DriftCase, assumed: Assumption[]): ForcingErrors {
  const base = errors ?? DEFAULT_FORCING_ERRORS;
  const unknownCurrent = current?.kind === 'assume-still-water' && errors?.currentAdditiveMpsSigma === undefined;
  const unknownWind = wind?.kind === 'assume-calm' && errors?.windAdditiveMpsSigma === undefined;
  const settled = {
    ...base,
    windAdditiveMpsSigma: unknownWind ? UNKNOWN_WIND_MPS_SIGMA : (base.windAdditiveMpsSigma ?? 0),
    currentAdditiveMpsSigma: unknownCurrent ? UNKNOWN_CURRENT_MPS_SIGMA : (base.currentAdditiveMpsSigma ?? 0),
  };
  if (errors === undefined) assumed.push({ code: 'DRIFT_ASSUMED_ERRORS', params: { ...settled } });
  if (unknownCurrent) assumed.push({ code: 'DRIFT_ASSUMED_UNKNOWN_CURRENT_ERROR', params: { sigmaMps: UNKNOWN_CURRENT_MPS_SIGMA } });
  if (unknownWind) assumed.push({ code: 'DRIFT_ASSUMED_UNKNOWN_WIND_ERROR', params: { sigmaMps: UNKNOWN_WIND_MPS_SIGMA } });
  return settled;
}

function settleOil({ substance, water }: DriftCase, waterDensityKgPerM3: number): Result<OilAtTemperature | null> {
  if (substance.kind === 'passive') return ok(null);
  const found = findOil(substance.oilId);
  return found.ok ? oilAtTemperature(found.value, water.temperatureK, waterDensityKgPerM3) : found;
}

function oilState(oil: OilAtTemperature, massKg: number): OilState {
  const { id, name, temperatureK, densityKgPerM3, viscosityM2PerS } = oil;
  return { oilId: id, name, temperatureK, densityKgPerM3, viscosityM2PerS, volumeM3: massKg / densityKgPerM3 };
}

function outputSteps(stepCount: number, interval: number): readonly number[] {
  const steps: number[] = [];
  for (let step = 0; step < stepCount; step += interval) steps.push(step);
  return [...steps, stepCount];
}

/**
 * Share of the wind at 10 m, mean 3 %: M. Reed et al., Spill Sci. Technol. Bull. 1 (1994) 143-157 (above
 * 3 % while at the surface, clearly less once mixed in); the spread is that of real streaks (PyGNOME: 1 to 4 %).
 */
export const DEFAULT_WINDAGE: WindageRange = { ratioMin: 0.02, ratioMax: 0.04 };
/** Eddies below a few kilometres: A. Okubo, Deep-Sea Res. 18 (1971) 789-802, gives 2 m²/s at a scale of 3 km. */
export const DEFAULT_DIFFUSION_M2_PER_S = 2;
/** Errors of a regional wind forecast and of an indicative tide, added vectors as in OpenDrift's OpenOil (0.5 and 0.05 m/s); a choice, to be replaced by verified figures of the region. */
export const DEFAULT_FORCING_ERRORS: ForcingErrors = {
  windSpeedRatioSigma: 0.2,
  windDirectionDegSigma: 15,
  windCorrelationS: 6 * 3600,
  currentSpeedRatioSigma: 0.2,
  currentDirectionDegSigma: 5,
  currentCorrelationS: 6 * 3600,
  windAdditiveMpsSigma: 0.5,
  currentAdditiveMpsSigma: 0.05,
};
/** Each component of a current of which nothing is known, m/s: a coastal tidal stream of 0.5 m/s root mean square. */
const UNKNOWN_CURRENT_MPS_SIGMA = 0.35;
/** Each component of a wind of which nothing is known, m/s: mean 6.6 m/s over the sea (C. L. Archer, M. Z. Jacobson, J. Geophys. Res. 110 (2005) D12110), Rayleigh. */
const UNKNOWN_WIND_MPS_SIGMA = 5.3;
/** Sea water of salinity 33 to 34 at 15 °C, kg/m³ (UNESCO 1981 equation of state, rounded). */
const DEFAULT_WATER_DENSITY_KG_PER_M3 = 1025;
const DEFAULT_CELL_M = 500;
const DEFAULT_ENVELOPE_LEAD_S: readonly number[] = [3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600];
