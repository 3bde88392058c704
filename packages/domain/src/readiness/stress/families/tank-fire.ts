// Full-surface fire of a floating-roof tank of diameter D: foam solution over the whole surface at
// once, its concentrate for the whole attack, and cooling of the tank and its neighbours from the
// first hour. No attack before all of the foam is on site (practice of scenario D3).

import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import type { StressCase, StressScenario } from '../types.ts';
import { needOf, readFigures, worked } from './figures.ts';
import type { FigureSpec } from './figures.ts';

/** Scenario D3 of the demonstration set: rate, time and share of concentrate are inputs, by fuel and device. */
const D3 = 'D3: full-surface fire of naphtha, D 60 m';

export const TANK_FIRE_FIGURES = [
  { name: 'diameterM', titles: { zh: '储罐直径', en: 'Diameter of the tank' }, low: 5, high: 110, usual: 60, sourceText: D3 },
  { name: 'foamLPerMinutePerM2', titles: { zh: '泡沫混合液供给强度', en: 'Application rate of foam solution' }, low: 4, high: 20, usual: 10.4, sourceText: D3 },
  { name: 'attackMinutes', titles: { zh: '供给时间', en: 'Duration of the attack' }, low: 15, high: 180, usual: 65, sourceText: D3 },
  { name: 'concentrateRatio', titles: { zh: '泡沫液比例', en: 'Share of concentrate' }, low: 0.01, high: 0.06, usual: 0.03, sourceText: D3 },
  { name: 'neighbourCount', titles: { zh: '邻近罐数', en: 'Neighbouring tanks' }, low: 0, high: 8, usual: 3, sourceText: 'D3: four tanks in the dike' },
  { name: 'foamDueHours', titles: { zh: '泡沫到场时限', en: 'Foam due' }, low: 0.5, high: 24, usual: 4, sourceText: 'assumption: 1.7 h by ship, 40 min loading, call-out; unverified' },
  { name: 'coolingDueHours', titles: { zh: '冷却到场时限', en: 'Cooling due' }, low: 0.1, high: 12, usual: 1, sourceText: 'assumption: neighbours at 0.4 D need cooling at once; unverified' },
] as const satisfies readonly FigureSpec[];

export function tankFire(given: StressCase): Result<StressScenario> {
  const read = readFigures(given.figures, TANK_FIRE_FIGURES, given.familyId);
  if (!read.ok) return read;
  const { figures, assumed } = read.value;
  const { diameterM, attackMinutes, concentrateRatio, neighbourCount, foamDueHours, coolingDueHours } = figures;
  const solution = foamSolutionLPerMinute(diameterM, figures.foamLPerMinutePerM2);
  const concentrateM3 = (solution * attackMinutes * concentrateRatio) / LITRES_PER_M3;
  const cooling = coolingLPerMinute(diameterM, neighbourCount);
  const at = { sceneId: given.id, urgency: 'critical' as const };
  const demands = [
    needOf({ ...at, code: 'large-flow', unitCode: 'L/min', dueHours: foamDueHours, quantityValue: solution, adequateValue: solution,
      working: worked('stress.foam-solution', { diameterM, rateLPerMinutePerM2: figures.foamLPerMinutePerM2 }, 'Q = π/4 · D² · rate') }, given),
    needOf({ ...at, code: 'foam', unitCode: 'm3', dueHours: foamDueHours, quantityValue: concentrateM3, adequateValue: concentrateM3,
      working: worked('stress.foam-concentrate', { solutionLPerMinute: solution, attackMinutes, concentrateRatio }, 'V = Q · t · share') }, given),
    needOf({ ...at, code: 'cooling-flow', unitCode: 'L/min', dueHours: coolingDueHours, quantityValue: cooling,
      working: worked('stress.tank-cooling', { diameterM, neighbourCount, ownLPerSPerM: OWN_L_PER_S_PER_M, neighbourLPerSPerM: NEIGHBOUR_L_PER_S_PER_M }, COOLING_SOURCE) }, given),
  ];
  return ok({
    id: given.id, familyId: given.familyId, titles: given.titles, scenes: [{ id: given.id, titles: given.sceneTitles, position: given.position }], demands,
    weather: given.phases ?? 'statistics', closures: [], horizonHours: 24, sourceText: given.sourceText, confidence: given.confidence, demonstration: given.demonstration, assumed,
  });
}

/** Whole litres a minute, as the tables of foam plans have it: 29,405 for D 60 m at 10.4 L/min·m². */
export function foamSolutionLPerMinute(diameterM: number, rateLPerMinutePerM2: number): number {
  return Math.round((Math.PI / 4) * diameterM * diameterM * rateLPerMinutePerM2);
}

/** The whole shell of the burning tank and the near half of each neighbour. */
export function coolingLPerMinute(diameterM: number, neighbourCount: number): number {
  return Math.round(60 * Math.PI * diameterM * (OWN_L_PER_S_PER_M + (neighbourCount * NEIGHBOUR_L_PER_S_PER_M) / 2));
}

/** L/s for each metre of circumference, mobile cooling, floating roof. GB 50074-2014, read from memory: unverified. */
const OWN_L_PER_S_PER_M = 0.6;
/** The same for the half circumference of a neighbour without insulation: unverified. */
const NEIGHBOUR_L_PER_S_PER_M = 0.7;
const COOLING_SOURCE = 'Q = π·D·(0.6 + n·0.7/2) L/s, GB 50074-2014 from memory (unverified)';
const LITRES_PER_M3 = 1000;
