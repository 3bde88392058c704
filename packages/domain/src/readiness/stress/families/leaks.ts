// Releases on land: ammonia from a cold store, and gas from a main that was struck. The packages are
// those of scenarios D2 and D5; a larger release asks for more by the square root, which is ours.

import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import type { StressCase, StressDemand, StressScenario } from '../types.ts';
import { needOf, readFigures, scaled, worked } from './figures.ts';
import type { FigureSpec, NeedLine } from './figures.ts';

const D2 = 'D2: 2 t of ammonia in 20 min from a cold store';
const D5 = 'D5: medium-pressure main struck, 0.42 kg/s, 45 min to isolation';

export const AMMONIA_FIGURES = [
  { name: 'massTonnes', titles: { zh: '泄漏量', en: 'Released mass' }, low: 0.05, high: 100, usual: 2, sourceText: D2 },
  { name: 'poisonedCount', titles: { zh: '中毒人数', en: 'People poisoned' }, low: 0, high: 2000, usual: 12, sourceText: D2 },
] as const satisfies readonly FigureSpec[];

export const GAS_FIGURES = [
  { name: 'releaseKgPerS', titles: { zh: '泄漏速率', en: 'Release rate' }, low: 0.01, high: 20, usual: 0.42, sourceText: D5 },
  { name: 'cordonM', titles: { zh: '警戒半径', en: 'Radius of the cordon' }, low: 20, high: 1000, usual: 100, sourceText: D5 },
] as const satisfies readonly FigureSpec[];

type Package = Pick<NeedLine, 'code' | 'unitCode' | 'urgency' | 'dueHours'> & { readonly count: number };

export function ammoniaLeak(given: StressCase): Result<StressScenario> {
  const read = readFigures(given.figures, AMMONIA_FIGURES, given.familyId);
  if (!read.ok) return read;
  const { massTonnes, poisonedCount } = read.value.figures;
  const factor = Math.sqrt(massTonnes / D2_MASS_TONNES);
  const packages = AMMONIA_PACKAGE.map((one) => packaged(one, factor, { given, sourceText: D2, inputs: { massTonnes } }));
  const beds = needOf({
    code: 'bed-toxicology', sceneId: given.id, unitCode: 'beds', urgency: 'life', dueHours: 2, quantityValue: Math.ceil(poisonedCount / 2), alsoAccepts: ['bed-burns'],
    working: worked('stress.poisoned-beds', { poisonedCount, sharePerBed: 0.5 }, 'D2: six of twelve to burns or toxicology beds'),
  }, given);
  return ok(scenarioOf(given, [...packages, ...(poisonedCount > 0 ? [beds] : [])], read.value.assumed, factor));
}

export function gasStrike(given: StressCase): Result<StressScenario> {
  const read = readFigures(given.figures, GAS_FIGURES, given.familyId);
  if (!read.ok) return read;
  const { releaseKgPerS, cordonM } = read.value.figures;
  const factor = Math.sqrt(releaseKgPerS / D5_RATE_KG_PER_S);
  const packages = GAS_PACKAGE.map((one) => packaged(one, factor, { given, sourceText: D5, inputs: { releaseKgPerS } }));
  const police = needOf({
    code: 'police', sceneId: given.id, unitCode: 'persons', urgency: 'life', dueHours: 0.5, quantityValue: Math.ceil((D5_POLICE_COUNT * cordonM) / D5_CORDON_M),
    working: worked('stress.cordon-police', { cordonM, policeAt100M: D5_POLICE_COUNT }, `${D5}; by the length of the cordon`),
  }, given);
  return ok(scenarioOf(given, [...packages, police], read.value.assumed, factor));
}

function packaged({ count, ...line }: Package, factor: number, { given, sourceText, inputs }: { readonly given: StressCase; readonly sourceText: string; readonly inputs: Record<string, number> }): StressDemand {
  return needOf({ ...line, sceneId: given.id, quantityValue: scaled(count, factor), working: worked('stress.package', { ...inputs, packageCount: count, factor: Math.round(factor * 1000) / 1000 }, sourceText) }, given);
}

function scenarioOf(given: StressCase, demands: readonly StressDemand[], assumed: StressScenario['assumed'], factor: number): StressScenario {
  return {
    id: given.id, familyId: given.familyId, titles: given.titles, scenes: [{ id: given.id, titles: given.sceneTitles, position: given.position }], demands, weather: given.phases ?? 'statistics',
    closures: [], horizonHours: 12, sourceText: given.sourceText, confidence: given.confidence, demonstration: given.demonstration,
    assumed: factor > 1 ? [...assumed, { code: 'STRESS_ASSUMED_SQUARE_ROOT', params: { factor: Math.round(factor * 100) / 100 } }] : assumed,
  };
}

/** Resources of D2; hours due are ours (unverified). Four in a Level A team: two in, two ready (practice, unverified). */
const AMMONIA_PACKAGE: readonly Package[] = [
  { code: 'fire-engine', unitCode: 'vehicles', urgency: 'life', dueHours: 0.5, count: 9 },
  { code: 'hazmat-crew', unitCode: 'persons', urgency: 'life', dueHours: 1, count: 16 },
  { code: 'water-screen', unitCode: 'sets', urgency: 'critical', dueHours: 1, count: 2 },
  { code: 'gas-detector', unitCode: 'sets', urgency: 'critical', dueHours: 0.5, count: 3 },
  { code: 'ambulance', unitCode: 'vehicles', urgency: 'life', dueHours: 1, count: 6 },
];
/** Resources of D5; hours due are ours (unverified). */
const GAS_PACKAGE: readonly Package[] = [
  { code: 'gas-crew', unitCode: 'teams', urgency: 'life', dueHours: 0.75, count: 1 },
  { code: 'gas-detector', unitCode: 'sets', urgency: 'life', dueHours: 0.5, count: 4 },
  { code: 'fire-engine', unitCode: 'vehicles', urgency: 'critical', dueHours: 0.5, count: 3 },
  { code: 'ex-fan', unitCode: 'sets', urgency: 'critical', dueHours: 1, count: 2 },
  { code: 'ambulance', unitCode: 'vehicles', urgency: 'life', dueHours: 0.5, count: 1 },
];
const D2_MASS_TONNES = 2;
const D5_RATE_KG_PER_S = 0.42;
const D5_POLICE_COUNT = 10;
const D5_CORDON_M = 100;
