// n casualties at one place, whatever hurt them: transport and beds. Shares by severity are inputs.

import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import type { StressCase, StressScenario } from '../types.ts';
import { needOf, readFigures, worked } from './figures.ts';
import type { FigureSpec } from './figures.ts';

const SPLIT = 'assumption: 20 % severe, 30 % moderate; unverified';

export const CASUALTY_FIGURES = [
  { name: 'casualtyCount', titles: { zh: '伤员人数', en: 'Casualties' }, low: 1, high: 5000, usual: 30, sourceText: 'assumption: lower bound of a 重大 accident by deaths is 10; 30 hurt; unverified' },
  { name: 'severeRatio', titles: { zh: '重伤比例', en: 'Share severe' }, low: 0, high: 1, usual: 0.2, sourceText: SPLIT },
  { name: 'moderateRatio', titles: { zh: '中度比例', en: 'Share moderate' }, low: 0, high: 1, usual: 0.3, sourceText: SPLIT },
  { name: 'burnedRatio', titles: { zh: '烧伤占重伤比例', en: 'Burned among the severe' }, low: 0, high: 1, usual: 0.25, sourceText: 'assumption; unverified' },
] as const satisfies readonly FigureSpec[];

export function casualties(given: StressCase): Result<StressScenario> {
  const read = readFigures(given.figures, CASUALTY_FIGURES, given.familyId);
  if (!read.ok) return read;
  const { figures: { casualtyCount, severeRatio, moderateRatio, burnedRatio }, assumed } = read.value;
  const severe = Math.ceil(casualtyCount * severeRatio);
  const moderate = Math.ceil(casualtyCount * moderateRatio);
  const burned = Math.ceil(severe * burnedRatio);
  const at = { sceneId: given.id, urgency: 'life' as const };
  const lines = [
    { code: 'ambulance', unitCode: 'vehicles', dueHours: 1, quantityValue: severe, working: worked('stress.ambulances', { severe }, 'one for each severe casualty (assumption, unverified)') },
    { code: 'bed-icu', unitCode: 'beds', dueHours: 2, quantityValue: severe - burned, working: worked('stress.beds', { casualtyCount, severeRatio, burnedRatio }, SPLIT) },
    { code: 'bed-burns', unitCode: 'beds', dueHours: 3, quantityValue: burned, working: worked('stress.beds', { severe, burnedRatio }, SPLIT) },
    { code: 'bed-trauma', unitCode: 'beds', dueHours: 4, quantityValue: moderate, working: worked('stress.beds', { casualtyCount, moderateRatio }, SPLIT) },
  ];
  return ok({
    id: given.id, familyId: given.familyId, titles: given.titles, scenes: [{ id: given.id, titles: given.sceneTitles, position: given.position }],
    demands: lines.filter(({ quantityValue }) => quantityValue > 0).map((line) => needOf({ ...at, ...line }, given)), weather: given.phases ?? 'statistics', closures: [], horizonHours: 12,
    sourceText: given.sourceText, confidence: given.confidence, demonstration: given.demonstration, assumed,
  });
}
