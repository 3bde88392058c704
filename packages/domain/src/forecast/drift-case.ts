// Between the forecast and the drift model: the case that the model runs, and the summary that the
// event keeps. The runner of an app adds what only it has: coast, current, worker threads.

import type { Instant, LonLat, Polygon } from '@anlan/kernel';
import { canonicalJson, windVector } from '@anlan/kernel';
import type { Assumption } from '@anlan/kernel';
import type { Coast, CurrentField, DriftCase, DriftResult, GriddedWind, MassBudgetPoint as DriftBudgetPoint, WindField } from '@anlan/drift';
import { recordOf } from '../register/index.ts';
import type { RecordBody } from '../register/index.ts';
import { sensitiveSites } from '../readiness/index.ts';
import type { Titles } from '../signal/index.ts';
import type { ForecastInput, ForecastSummary, MassBudgetPoint, SiteArrival, WindInput } from './types.ts';

export interface ForecastSite {
  readonly siteId: string;
  readonly titles: Titles;
  readonly priorityIndex: number;
  readonly position: LonLat;
  readonly shoreLengthM: number;
  readonly reachRadiusM: number;
  readonly area: Polygon | null;
}

/** The register's sites, first priority first. */
export function forecastSitesFrom(records: readonly RecordBody[]): readonly ForecastSite[] {
  return records
    .map((body) => recordOf(sensitiveSites, body))
    .filter((site) => !site.archived)
    .map(({ id, values }) => ({
      siteId: id, titles: values.name, priorityIndex: values.priorityIndex, position: values.position,
      shoreLengthM: values.shoreLengthM, reachRadiusM: values.reachRadiusM, area: values.area,
    }))
    .toSorted((a, b) => a.priorityIndex - b.priorityIndex || (a.siteId < b.siteId ? -1 : 1));
}

/** The case as the model takes it; `windGrid` is the file that a gridded wind names. `assumed` of the input travels through the run. */
export function driftCaseFor(input: ForecastInput, world: { readonly current: CurrentField; readonly coast: Coast; readonly sites: readonly ForecastSite[]; readonly windGrid?: GriddedWind }): DriftCase {
  const { spill } = input;
  return {
    substance: { kind: 'oil', oilId: spill.oilId },
    release: { position: spill.position, radiusM: spill.radiusM, startAt: spill.startAt, durationS: spill.durationS, massKg: spill.massKg },
    water: { temperatureK: input.waterTemperatureK },
    current: world.current,
    coast: world.coast,
    wind: world.windGrid ?? windFieldOf(input.wind),
    run: {
      durationS: input.horizonS, stepS: input.stepS, outputIntervalS: input.outputEveryS,
      particleCount: input.particleCount, memberCount: input.memberCount, randomSeed: input.randomSeed,
    },
    sites: world.sites.map((site) => ({
      siteId: site.siteId,
      area: site.area === null ? { kind: 'circle', centre: site.position, radiusM: site.reachRadiusM } : { kind: 'polygon', polygon: site.area },
    })),
    assumed: input.assumed,
  };
}

/** What people see of a run, and what the plan is drawn from. */
export function summariseDrift(result: DriftResult, input: ForecastInput, sites: readonly ForecastSite[]): ForecastSummary {
  const { value } = result;
  const end = value.budget.at(-1);
  const ratio = (massKg: number) => Math.min(1, massKg / input.spill.massKg);
  return {
    massBudget: value.budget.map(budgetPoint),
    evaporatedRatioBand: [ratio(end?.evaporated.p05Kg ?? 0), ratio(end?.evaporated.p95Kg ?? 0)],
    arrivals: sites.map((site) => arrivalAt(site, value.arrivals)),
    meanDriftEastM: end?.displacementEastMMean ?? 0,
    meanDriftNorthM: end?.displacementNorthMMean ?? 0,
    currentSpeedMpsMax: value.currentSpeedMpsMax,
    assumed: distinct(result.assumed),
    warnings: distinct(result.warnings),
    modelVersion: result.modelVersion,
    inputsHash: result.inputsHash,
    randomSeed: result.randomSeed,
    indicative: value.indicative,
  };
}

function windFieldOf(wind: WindInput): WindField {
  if (wind.kind === 'none-assumed-calm') return { kind: 'assume-calm' };
  return { kind: 'constant', ...windVector(wind.speedMps, wind.windFromDegTrue), sourceText: { zh: wind.sourceText, en: wind.sourceText } };
}

function budgetPoint(point: DriftBudgetPoint): MassBudgetPoint {
  return {
    at: point.validAt, pendingKg: point.pending.meanKg, afloatKg: point.afloat.meanKg, evaporatedKg: point.evaporated.meanKg,
    strandedKg: point.stranded.meanKg, outsideKg: point.outside.meanKg,
  };
}

function arrivalAt(site: ForecastSite, arrivals: DriftResult['value']['arrivals']): SiteArrival {
  const { siteId, titles, priorityIndex, position, shoreLengthM } = site;
  const found = arrivals.find((arrival) => arrival.siteId === siteId);
  const none: Instant | null = null;
  return {
    siteId, titles, priorityIndex, position, shoreLengthM,
    probabilityRatio: found?.probabilityRatio ?? 0, earliestAt: found?.earliestAt ?? none, medianAt: found?.medianAt ?? none,
  };
}

function distinct(notes: readonly Assumption[]): readonly Assumption[] {
  return [...new Map(notes.map((note) => [canonicalJson(note), note])).values()];
}
