// From a completed forecast to what is asked of the reserves: the inputs of the demand model, read
// off the forecast, the oil and the registers. What the forecast does not say is named.

import type { Assumption, Instant, LonLat, Result } from '@anlan/kernel';
import { addS, degCToK, distanceM, nameParams, ok } from '@anlan/kernel';
import type { Demand, OilDemand, OilDemandInput, OilPlanning, ThreatenedSite } from '@anlan/allocation';
import { deriveOilDemand } from '@anlan/allocation';
import { findOil, oilAtTemperature } from '@anlan/drift';
import type { ModelResult } from '@anlan/kernel';
import type { ForecastBody, ForecastSummary } from '../forecast/index.ts';
import type { IncidentBody } from '../incident/index.ts';
import { facilities } from '../readiness/index.ts';
import { recordOf } from '../register/index.ts';
import type { RecordBody } from '../register/index.ts';
import type { Titles } from '../signal/index.ts';
import type { PeakCurrents, PlanScene } from './ports.ts';
import type { DemandLine } from './types.ts';

export const MAIN_SCENE_ID = 'scene';

export interface DemandQuestion {
  readonly incident: IncidentBody;
  readonly forecast: ForecastBody;
  readonly summary: ForecastSummary;
  readonly facilities: readonly RecordBody[];
  readonly planning: OilPlanning;
  /** Left out: the fastest current that the forecast met stands for every place, and is named. */
  readonly currents?: PeakCurrents;
  readonly now: Instant;
}

export interface DemandAnswer {
  readonly result: ModelResult<OilDemand>;
  /** The place of the spill first, then the sites to protect. */
  readonly scenes: readonly PlanScene[];
  readonly assumed: readonly Assumption[];
  readonly warnings: readonly Assumption[];
}

export function oilDemandOf(question: DemandQuestion): Result<DemandAnswer> {
  const { incident, forecast, summary, planning, now } = question;
  const { spill, waterTemperatureK } = forecast.input;
  const oil = findOil(spill.oilId);
  if (!oil.ok) return oil;
  const atSea = oilAtTemperature(oil.value, waterTemperatureK, SEA_WATER_KG_PER_M3);
  if (!atSea.ok) return atSea;
  const at50 = oilAtTemperature(oil.value, degCToK(50), SEA_WATER_KG_PER_M3);
  const viscosity = at50.ok && at50.value.assumed.every(({ code }) => code !== 'DRIFT_ASSUMED_VISCOSITY') ? { oilViscosityM2PerS: at50.value.viscosityM2PerS } : {};
  const berth = berthAt(question.facilities, spill.position);
  const range = { fromAt: spill.startAt, toAt: addS(spill.startAt, forecast.input.horizonS) };
  const peakAt = (position: LonLat): number | undefined => question.currents?.peakSpeedMps(position, range);
  const here = peakAt(spill.position);
  const input: OilDemandInput = {
    now, spilledAt: spill.startAt, sceneId: MAIN_SCENE_ID, sceneName: berth.titles ?? (incident.placeText === '' ? incident.title : incident.placeText),
    spilledMassKg: spill.massKg, oilDensityKgPerM3: atSea.value.densityKgPerM3, ...viscosity,
    evaporated: summary.massBudget.map((point) => ({ at: point.at, evaporatedRatio: Math.min(1, point.evaporatedKg / spill.massKg) })),
    currentSpeedMps: here ?? summary.currentSpeedMpsMax, berth: berth.boomM === null ? null : { boomM: berth.boomM }, sites: sitesOf(summary, peakAt), planning,
  };
  const result = deriveOilDemand(input);
  if (!result.ok) return result;
  const code = here === undefined ? 'PLAN_ASSUMED_FASTEST_CURRENT' : 'PLAN_ASSUMED_LOCAL_CURRENT';
  const assumed: Assumption[] = [{ code, params: { currentSpeedMps: Math.round(input.currentSpeedMps * 100) / 100 } }];
  const scenes = scenesOf(result.value.value.demands, summary, { id: MAIN_SCENE_ID, name: input.sceneName, position: spill.position });
  return ok({ result: result.value, scenes, assumed, warnings: berth.warnings });
}

/** The model's line as the plan keeps it. */
export function demandLineOf(demand: Demand, scenes: readonly PlanScene[], summary: ForecastSummary): DemandLine {
  const scene = scenes.find((known) => known.id === demand.sceneId);
  const site = summary.arrivals.find((arrival) => arrival.siteId === demand.sceneId);
  return {
    id: demand.id, itemKindId: demand.capabilityCode, titles: titlesOf(demand.id, site?.titles), unitCode: demand.unitCode,
    urgency: demand.urgency === 'life' ? 'critical' : demand.urgency, position: scene?.position ?? summary.arrivals[0]?.position ?? ORIGIN,
    deadlineAt: demand.deadlineAt, curve: demand.need.map(({ at, quantityValue }) => ({ at, quantityValue })), purpose: demand.purpose, working: demand.working,
  };
}

function sitesOf(summary: ForecastSummary, peakAt: (position: LonLat) => number | undefined): readonly ThreatenedSite[] {
  return summary.arrivals.map(({ siteId, titles, earliestAt, probabilityRatio, shoreLengthM, position }) => {
    const currentSpeedMps = peakAt(position);
    const site = { id: siteId, name: titles, sceneId: siteId, earliestAt, probabilityRatio, protectLengthM: shoreLengthM };
    return currentSpeedMps === undefined ? site : { ...site, currentSpeedMps };
  });
}

function scenesOf(demands: readonly Demand[], summary: ForecastSummary, main: PlanScene): readonly PlanScene[] {
  const asked = new Set(demands.map((demand) => demand.sceneId));
  const sites = summary.arrivals.filter((arrival) => asked.has(arrival.siteId)).map(({ siteId, titles, position }) => ({ id: siteId, name: titles, position }));
  return [main, ...sites];
}

/** The oil berth at which the spill lies, under its own name, and the boom on record for it. */
function berthAt(records: readonly RecordBody[], position: LonLat): { readonly titles: Titles | null; readonly boomM: number | null; readonly warnings: readonly Assumption[] } {
  const near = records
    .map((body) => recordOf(facilities, body))
    .filter((facility) => !facility.archived && facility.values.kindCode === 'oil-terminal')
    .map((facility) => ({ facility, awayM: distanceM(facility.values.position, position) }))
    .filter(({ awayM }) => awayM <= BERTH_M)
    .toSorted((a, b) => a.awayM - b.awayM)[0]?.facility;
  if (near === undefined) return { titles: null, boomM: null, warnings: [] };
  const { berthBoomM, name } = near.values;
  return { titles: name, boomM: berthBoomM, warnings: berthBoomM === null ? [{ code: 'PLAN_WARN_BERTH_BOOM_UNKNOWN', params: nameParams('name', name) }] : [] };
}

function titlesOf(demandId: string, site: Titles | undefined): Titles {
  if (site !== undefined) return { zh: `${site.zh}防护围油栏`, en: `Boom for ${site.en}` };
  return NEED_TITLES[demandId] ?? { zh: demandId, en: demandId };
}

const NEED_TITLES: Readonly<Record<string, Titles>> = {
  'berth-boom': { zh: '泊位围油栏', en: 'Boom round the berth' },
  sweep: { zh: '扫油围油栏', en: 'Sweep boom' },
  skimmer: { zh: '收油机', en: 'Skimmers' },
  storage: { zh: '储油容器', en: 'Storage for oily water' },
  sorbent: { zh: '吸油材料', en: 'Sorbent' },
};
/** A spill within this distance of an oil berth is at the berth, m. Ours. */
const BERTH_M = 600;
/** Sea water of 35 g/kg at 15 °C (UNESCO EOS-80), kg/m³. */
const SEA_WATER_KG_PER_M3 = 1026;
const ORIGIN: LonLat = [0, 0];
