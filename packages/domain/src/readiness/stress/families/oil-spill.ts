// Oil spill of m tonnes at a berth: the demand of the allocation model with a fixed course of
// evaporation in place of a forecast, and the boats that lay and tow the booms.

import type { Instant, Result } from '@anlan/kernel';
import { addS, ok, refuse, secondsBetween } from '@anlan/kernel';
import type { Demand } from '@anlan/allocation';
import { DEMONSTRATION_OIL_PLANNING, deriveOilDemand } from '@anlan/allocation';
import { capabilityTitles } from '../capabilities.ts';
import type { StressCase, StressDemand, StressPlace, StressScenario } from '../types.ts';
import { needOf, readFigures, worked } from './figures.ts';
import type { FigureSpec } from './figures.ts';

const D1 = 'D1: 125 t of Arab Light at a berth, spring ebb';

export const OIL_SPILL_FIGURES = [
  { name: 'massTonnes', titles: { zh: '泄漏量', en: 'Spilled mass' }, low: 1, high: 100_000, usual: 125, sourceText: D1 },
  { name: 'densityKgPerM3', titles: { zh: '油品密度', en: 'Density of the oil' }, low: 700, high: 1000, usual: 860, sourceText: D1 },
  { name: 'currentSpeedMps', titles: { zh: '流速', en: 'Current' }, low: 0.1, high: 3, usual: 1, sourceText: 'D1: booms at 1.0 m/s' },
  { name: 'shipLengthM', titles: { zh: '船长', en: 'Length of the ship' }, low: 10, high: 450, usual: 333, sourceText: 'VLCC, common dimension' },
  { name: 'shipBeamM', titles: { zh: '船宽', en: 'Beam of the ship' }, low: 3, high: 80, usual: 60, sourceText: 'VLCC, common dimension' },
] as const satisfies readonly FigureSpec[];

export function oilSpill(given: StressCase, now: Instant): Result<StressScenario> {
  const read = readFigures(given.figures, OIL_SPILL_FIGURES, given.familyId);
  if (!read.ok) return read;
  const { figures, assumed } = read.value;
  const places = given.places ?? [];
  const wrong = places.find(({ figures: own }) => !(own['protectLengthM'] !== undefined && own['earliestHours'] !== undefined));
  if (wrong !== undefined) return refuse('STRESS_PLACES_MISSING', { familyId: given.familyId });
  const derived = deriveOilDemand({
    now, spilledAt: now, sceneId: given.id, sceneName: given.sceneTitles, spilledMassKg: figures.massTonnes * KG_PER_TONNE, oilDensityKgPerM3: figures.densityKgPerM3,
    evaporated: EVAPORATED.map(([hours, evaporatedRatio]) => ({ at: addS(now, hours * 3600), evaporatedRatio })), currentSpeedMps: figures.currentSpeedMps,
    berth: { shipLengthM: figures.shipLengthM, shipBeamM: figures.shipBeamM }, sites: places.map((place) => siteOf(place, now)), planning: DEMONSTRATION_OIL_PLANNING,
  });
  if (!derived.ok) return derived;
  const { demands, figures: sums } = derived.value.value;
  const boats = needOf({
    code: 'boom-boat', sceneId: given.id, unitCode: 'vessels', urgency: 'critical', dueHours: 2, quantityValue: BOATS_PER_SWEEP * sums.sweepCount,
    working: worked('stress.boom-boats', { sweepCount: sums.sweepCount, boatsPerSweep: BOATS_PER_SWEEP }, 'D1: four boats for two sweeps'),
  }, given);
  return ok({
    id: given.id, familyId: given.familyId, titles: given.titles,
    scenes: [{ id: given.id, titles: given.sceneTitles, position: given.position, afloat: true }, ...places.map(({ id, titles, position }) => ({ id, titles, position, afloat: true }))],
    demands: [...demands.map((demand) => demandOf(demand, now, given)), boats], weather: given.phases ?? 'statistics', closures: [], horizonHours: 72,
    sourceText: given.sourceText, confidence: given.confidence, demonstration: given.demonstration,
    assumed: [...assumed, ...derived.value.assumed, { code: 'STRESS_ASSUMED_EVAPORATION', params: { sourceText: D1 } }],
  });
}

function siteOf({ id, titles, figures }: StressPlace, now: Instant) {
  const { protectLengthM = 0, earliestHours = 0, probabilityRatio = 1, currentSpeedMps } = figures;
  return {
    id, name: titles, sceneId: id, earliestAt: addS(now, earliestHours * 3600), probabilityRatio, protectLengthM, ...(currentSpeedMps === undefined ? {} : { currentSpeedMps }),
  };
}

function demandOf(demand: Demand, now: Instant, given: StressCase): StressDemand {
  const hours = (at: Instant): number => secondsBetween(now, at) / 3600;
  return {
    id: demand.id, sceneId: demand.sceneId, capabilityCode: demand.capabilityCode, accepts: [...demand.accepts.map(({ capabilityCode }) => capabilityCode), ...(given.alsoAccepts?.[demand.capabilityCode] ?? [])],
    unitCode: demand.unitCode, titles: capabilityTitles(demand.capabilityCode), urgency: demand.urgency, need: demand.need.map(({ at, quantityValue }) => ({ afterHours: hours(at), quantityValue })),
    deadlineHours: hours(demand.deadlineAt), adequateValue: demand.adequateValue, working: demand.working,
  };
}

/** Share evaporated after so many hours, scenario D1: 13 % at 1 h, 19 % at 6 h, 24 % at 24 h. */
const EVAPORATED: readonly (readonly [hours: number, evaporatedRatio: number])[] = [[0, 0], [1, 0.13], [6, 0.19], [24, 0.24]];
const BOATS_PER_SWEEP = 2;
const KG_PER_TONNE = 1000;
