// Typhoon with a closing window for each island: what is not on the island when the last way shuts is
// not there during the typhoon. Needs are due at that hour, so the plan has to place before it.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { StressCase, StressClosure, StressDemand, StressPlace, StressScenario } from '../types.ts';
import { needOf, readFigures, worked } from './figures.ts';
import type { FigureSpec } from './figures.ts';

const D4 = 'D4: typhoon that closes bridges and ferries';

export const TYPHOON_FIGURES = [
  { name: 'foodDays', titles: { zh: '食品天数', en: 'Days of food' }, low: 1, high: 10, usual: 3, sourceText: D4 },
  { name: 'evacuatedCount', titles: { zh: '转移人数', en: 'People to be moved' }, low: 0, high: 500_000, usual: 40_000, sourceText: D4 },
  { name: 'pumpCount', titles: { zh: '排水车', en: 'Drainage pump trucks' }, low: 0, high: 200, usual: 4, sourceText: 'assumption; D4 names drains and pumps without a number; unverified' },
  { name: 'shelterDueHours', titles: { zh: '转移完成时限', en: 'People in shelters by' }, low: 1, high: 96, usual: 36, sourceText: 'D4: closure at T−12 of a warning at T−48' },
  { name: 'horizonHours', titles: { zh: '时长', en: 'Length' }, low: 12, high: 168, usual: 84, sourceText: 'D4: T−48 to T+36' },
] as const satisfies readonly FigureSpec[];

/** Each place: people, householdFoodRatio, generatorCount, closeHours, reopenHours. */
export function typhoon(given: StressCase): Result<StressScenario> {
  const read = readFigures(given.figures, TYPHOON_FIGURES, given.familyId);
  if (!read.ok) return read;
  const { figures, assumed } = read.value;
  const islands = given.places ?? [];
  if (islands.length === 0) return refuse('STRESS_PLACES_MISSING', { familyId: given.familyId });
  const wrong = islands.find(({ figures: own }) => !(own['closeHours'] !== undefined && own['reopenHours'] !== undefined && own['reopenHours'] > own['closeHours']));
  if (wrong !== undefined) return refuse('STRESS_PLACES_MISSING', { familyId: given.familyId });
  const main = { id: given.id, titles: given.sceneTitles, position: given.position };
  return ok({
    id: given.id, familyId: given.familyId, titles: given.titles, scenes: [main, ...islands.map(({ id, titles, position }) => ({ id, titles, position }))],
    demands: [...islands.flatMap((island) => islandDemands(island, figures.foodDays, given)), ...mainDemands(given, figures)],
    weather: given.phases ?? 'statistics', closures: islands.map((island) => closureOf(island)), horizonHours: figures.horizonHours,
    sourceText: given.sourceText, confidence: given.confidence, demonstration: given.demonstration, assumed,
  });
}

function islandDemands({ id, figures }: StressPlace, foodDays: number, given: StressCase): readonly StressDemand[] {
  const { people = 0, householdFoodRatio = 0, generatorCount = 0, closeHours = 0 } = figures;
  const meals = Math.ceil(people * MEALS_PER_DAY * foodDays * (1 - householdFoodRatio));
  const food = needOf({
    code: 'meal', sceneId: id, unitCode: 'meals', urgency: 'life', dueHours: closeHours, quantityValue: meals,
    working: worked('stress.island-food', { people, mealsPerDay: MEALS_PER_DAY, foodDays, householdFoodRatio }, `${D4}: three days of food by island`),
  }, given);
  const power = needOf({
    code: 'generator', sceneId: id, unitCode: 'pieces', urgency: 'critical', dueHours: closeHours, quantityValue: generatorCount,
    working: worked('stress.island-generators', { generatorCount }, `${D4}: twelve generators; their split over the islands is ours (unverified)`),
  }, given);
  return [...(meals > 0 ? [food] : []), ...(generatorCount > 0 ? [power] : [])];
}

function mainDemands(given: StressCase, figures: { readonly evacuatedCount: number; readonly pumpCount: number; readonly shelterDueHours: number }): readonly StressDemand[] {
  const at = { sceneId: given.id, dueHours: figures.shelterDueHours };
  const places = needOf({ ...at, code: 'shelter-place', unitCode: 'persons', urgency: 'life', quantityValue: figures.evacuatedCount, working: worked('stress.evacuated', { evacuatedCount: figures.evacuatedCount }, D4) }, given);
  const pumps = needOf({ ...at, code: 'pump-truck', unitCode: 'vehicles', urgency: 'critical', quantityValue: figures.pumpCount, working: worked('stress.pumps', { pumpCount: figures.pumpCount }, D4) }, given);
  return [...(figures.evacuatedCount > 0 ? [places] : []), ...(figures.pumpCount > 0 ? [pumps] : [])];
}

function closureOf({ id, titles, figures }: StressPlace): StressClosure {
  return {
    id: `closed-${id}`, titles: { zh: `${titles.zh}断航断桥`, en: `${titles.en} cut off` }, sceneIds: [id], fromHours: figures['closeHours'] ?? 0, untilHours: figures['reopenHours'] ?? null,
    sourceText: D4,
  };
}

const MEALS_PER_DAY = 3;
