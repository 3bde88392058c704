// Writes out the input of a forecast from what the person gave, what the facts tell and what the
// stations say, in that order. What is missing is refused by name; where the house lets a choice
// stand in, the choice is named and travels with the result. Nothing is silently defaulted.

import type { Assumption, Instant, LonLat, Result } from '@anlan/kernel';
import { addS, degCToK, isoFromInstant, nameParams, ok, refuse, secondsBetween } from '@anlan/kernel';
import { findOil, oilMassKg } from '@anlan/drift';
import type { IncidentBody } from '../incident/index.ts';
import type { KnownWindGrid, StationTemperature, StationWind, Surroundings, WaterCheck } from './ports.ts';
import type { Titles } from '../signal/index.ts';
import { checkRunSettings, elapsedStepsS, RUN_DEFAULTS } from './run-settings.ts';
import type { RunChoice } from './run-settings.ts';
import { spillFactsOf } from './spill-facts.ts';
import type { SpillFacts } from './spill-facts.ts';
import type { ForecastInput, SpillInput, WindInput } from './types.ts';
import { windGridCovers, windGridExtent, windNear } from './wind-grid.ts';
import type { RunSpan } from './wind-reach.ts';

/** What a person may set by hand; everything left out comes from facts and stations. */
export interface ForecastChoice extends RunChoice {
  readonly spill?: Partial<SpillInput>;
  readonly wind?: { readonly speedMps: number; readonly windFromDegTrue: number };
}

/** What the handler looked up. */
export interface KnownSurroundings {
  readonly stationWind: StationWind | undefined;
  readonly windGrids: readonly KnownWindGrid[];
  readonly currentReach: Surroundings['currentReach'];
  readonly stationTemperature: StationTemperature | undefined;
  readonly usualWater: Surroundings['usualWater'];
  readonly water: WaterCheck;
}

/** `randomSeed` is used unless the choice names one. */
export function decideForecastInput(incident: IncidentBody, choice: ForecastChoice, known: KnownSurroundings, run: { readonly randomSeed: number; readonly now: Instant }): Result<ForecastInput> {
  const facts = spillFactsOf(incident);
  const assumed: Assumption[] = [];
  const waterTemperatureK = temperatureOf(facts, known, assumed);
  const spill = spillOf(incident, facts, choice.spill ?? {}, waterTemperatureK, assumed);
  if (!spill.ok) return spill;
  const place = checkSpillPosition(known.water, spill.value.position);
  if (!place.ok) return place;
  const { startAt } = spill.value;
  const start = checkReleaseStart(startAt, run.now);
  if (!start.ok) return start;
  const { horizonS: aheadS, ...settings } = { ...RUN_DEFAULTS, randomSeed: run.randomSeed, ...given(choice) };
  const horizonS = aheadS + elapsedStepsS(startAt, run.now, settings.outputEveryS);
  if (horizonS > aheadS) assumed.push({ code: 'FORECAST_ASSUMED_PAST_AS_NOW', params: { startAt: isoFromInstant(startAt), untilAt: isoFromInstant(addS(startAt, horizonS)) } });
  const span = { position: spill.value.position, radiusM: spill.value.radiusM, fromAt: startAt, untilAt: addS(startAt, horizonS) };
  const wind = choice.wind === undefined ? (griddedWind(known, facts, span, assumed) ?? windOf(facts, known.stationWind, run.now, assumed)) : { kind: 'constant', ...choice.wind, sourceText: 'chosen' } as const;
  const input: ForecastInput = { spill: spill.value, wind, waterTemperatureK, ...settings, horizonS, aheadS, assumed };
  return checkRunSettings(input);
}

/** A spill starts on water; also asked when a person confirms a spill. */
export function checkSpillPosition(water: WaterCheck, position: LonLat): Result<true> {
  if (water.isWater(position)) return ok(true);
  return refuse('FORECAST_POSITION_ON_LAND', { lonDeg: position[0].toFixed(4), latDeg: position[1].toFixed(4) });
}

/** A release begins at most a day from now and at most three days ago; also asked when a person confirms a spill. */
export function checkReleaseStart(startAt: Instant, now: Instant): Result<true> {
  const latestAt = addS(now, START_AHEAD_S_MAX);
  if (startAt > latestAt) return refuse('FORECAST_STARTS_TOO_LATE', { startAt: isoFromInstant(startAt), latestAt: isoFromInstant(latestAt) });
  const earliestAt = addS(now, -START_AGE_S_MAX);
  if (startAt < earliestAt) return refuse('FORECAST_STARTS_TOO_EARLY', { startAt: isoFromInstant(startAt), earliestAt: isoFromInstant(earliestAt), limitHours: START_AGE_S_MAX / 3600 });
  return ok(true);
}

function spillOf(incident: IncidentBody, facts: SpillFacts, chosen: Partial<SpillInput>, waterTemperatureK: number, assumed: Assumption[]): Result<SpillInput> {
  const oilId = chosen.oilId ?? facts.oilId;
  const knownMass = chosen.massKg ?? facts.massKg;
  const missing = [...(oilId === null ? ['oil'] : []), ...(knownMass === null && facts.volumeM3 === null ? ['spilled-mass', 'spilled-volume'] : [])];
  if (oilId === null || missing.length > 0) return refuse('FORECAST_SPILL_INCOMPLETE', { missing: missing.join(', ') });
  const oil = findOil(oilId);
  if (!oil.ok) return oil;
  const massKg = knownMass ?? oilMassKg(oil.value, facts.volumeM3 ?? 0, waterTemperatureK);
  if (knownMass === null) assumed.push({ code: 'FORECAST_MASS_FROM_VOLUME', params: { volumeM3: facts.volumeM3 ?? 0, densityKgPerM3: Math.round(massKg / (facts.volumeM3 ?? 1)), oilName: oil.value.name } });
  const startAt = chosen.startAt ?? facts.startAt ?? incident.happenedAt;
  if (chosen.startAt === undefined && facts.startAt === null) assumed.push({ code: 'FORECAST_ASSUMED_RELEASE_START', params: { startAt: isoFromInstant(startAt) } });
  const durationS = chosen.durationS ?? facts.durationS ?? 0;
  if (chosen.durationS === undefined && facts.durationS === null) assumed.push({ code: 'FORECAST_ASSUMED_INSTANT_RELEASE', params: {} });
  const radiusM = chosen.radiusM ?? RELEASE_RADIUS_M;
  if (chosen.radiusM === undefined) assumed.push({ code: 'FORECAST_ASSUMED_RADIUS', params: { radiusM } });
  return ok({ position: chosen.position ?? facts.position, startAt, durationS, massKg, oilId, radiusM });
}

/** The newest file that holds wherever oil may get in the whole run; when files are there and none does, that is said. */
function griddedWind({ windGrids, currentReach }: KnownSurroundings, facts: SpillFacts, span: RunSpan, assumed: Assumption[]): WindInput | undefined {
  const newest = windGrids[0];
  if (newest === undefined) return undefined;
  const { position, fromAt, untilAt } = span;
  const current = currentReach(addS(fromAt, Math.round(secondsBetween(fromAt, untilAt) / 2)));
  const found = current === undefined ? undefined : windGrids.find(({ wind }) => windGridCovers(wind, span, current));
  if (found === undefined) {
    assumed.push({ code: 'FORECAST_WIND_GRID_NOT_COVERING', params: { source: sourceOf(newest), untilAt: isoFromInstant(windGridExtent(newest.wind).untilAt), neededAt: isoFromInstant(untilAt) } });
    return undefined;
  }
  const { forcingId, artefactId, wind } = found;
  const extent = windGridExtent(wind);
  assumed.push({ code: 'FORECAST_WIND_GRID_USED', params: { source: sourceOf(found), untilAt: isoFromInstant(extent.untilAt) } });
  const told = facts.wind;
  if (told !== null) assumed.push({ code: 'FORECAST_WIND_TOLD_SET_ASIDE', params: { speedMps: told.speedMps, windFromDegTrue: told.windFromDegTrue, observedAt: isoFromInstant(told.observedAt), source: sourceOf(found) } });
  return { kind: 'gridded', ...windNear(wind, position, fromAt), sourceText: sourceOf(found), grid: { forcingId, artefactId, untilAt: extent.untilAt } };
}

function sourceOf({ wind }: KnownWindGrid): string {
  return bothNames(wind.sourceText);
}

function bothNames({ zh, en }: Titles): string {
  return zh === en ? zh : `${zh} ${en}`;
}

function windOf(facts: SpillFacts, station: StationWind | undefined, now: Instant, assumed: Assumption[]): WindInput {
  const told = facts.wind;
  const fresh = told !== null && secondsBetween(told.observedAt, now) <= WIND_FACT_S_MAX;
  if (told !== null && (fresh || station === undefined)) {
    if (!fresh) assumed.push({ code: 'FORECAST_ASSUMED_WIND_PERSISTS', params: { observedAt: isoFromInstant(told.observedAt) } });
    return { kind: 'constant', speedMps: told.speedMps, windFromDegTrue: told.windFromDegTrue, sourceText: 'fact' };
  }
  if (station !== undefined) {
    assumed.push({ code: 'FORECAST_ASSUMED_STATION_WIND', params: { ...nameParams('station', station.sourceText), observedAt: isoFromInstant(station.observedAt) } });
    return { kind: 'station', speedMps: station.speedMps, windFromDegTrue: station.windFromDegTrue, sourceText: bothNames(station.sourceText) };
  }
  assumed.push({ code: 'FORECAST_ASSUMED_CALM', params: {} });
  return { kind: 'none-assumed-calm', speedMps: 0, windFromDegTrue: 0, sourceText: 'assumed' };
}

function temperatureOf(facts: SpillFacts, known: KnownSurroundings, assumed: Assumption[]): number {
  if (facts.waterTemperatureDegC !== null) return degCToK(facts.waterTemperatureDegC);
  const { stationTemperature: station, usualWater } = known;
  if (station !== undefined) {
    assumed.push({ code: 'FORECAST_ASSUMED_STATION_TEMPERATURE', params: { ...nameParams('station', station.sourceText), observedAt: isoFromInstant(station.observedAt) } });
    return station.temperatureK;
  }
  assumed.push({ code: 'FORECAST_ASSUMED_WATER_TEMPERATURE', params: { temperatureK: usualWater.temperatureK, source: usualWater.sourceText } });
  return usualWater.temperatureK;
}

function given({ horizonS, particleCount, memberCount, randomSeed }: RunChoice): Partial<RunChoice> {
  const entries = Object.entries({ horizonS, particleCount, memberCount, randomSeed }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

/** Circle in which the particles start when nobody says how wide the slick began, m. Ours: a berth's width. */
const RELEASE_RADIUS_M = 50;
/** A wind told by a person stands for so long before a live station is preferred, s. Ours. */
const WIND_FACT_S_MAX = 3 * 3600;
/** A planned release may begin so long after now, s. Ours. */
const START_AHEAD_S_MAX = 24 * 3600;
/**
 * A release may have begun so long before now, s. Ours, the longest look ahead: one wind stands for all
 * hours of the past, so that after three days a sighting is a better start than the release.
 */
const START_AGE_S_MAX = 72 * 3600;
