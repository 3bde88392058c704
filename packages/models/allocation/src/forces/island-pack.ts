// What an island must hold before it is cut off, for the hours it may stay so, against what is there
// (D4). Planning figures carry their source; those that are ours or from memory are marked. Drinking
// water and food follow people; medical kits follow people; power follows the loads that must stay.

import type { Assumption } from '@anlan/kernel';

export interface IslandNeed {
  readonly personCount: number;
  /** Hours without any way to the island. */
  readonly cutOffHours: number;
  /** Power that must stay; null: nobody said. */
  readonly criticalKw: number | null;
}

export interface IslandHave {
  readonly waterLitres: number;
  readonly foodKg: number;
  readonly medicalKitCount: number;
  readonly generatorKw: number;
}

export interface PackLine {
  readonly itemCode: 'water' | 'food' | 'medical' | 'power';
  readonly wantedValue: number;
  readonly haveValue: number;
  readonly shortValue: number;
  /** Hours that what is there lasts; null: not a matter of hours. */
  readonly lastsHours: number | null;
  readonly unitCode: 'L' | 'kg' | 'sets' | 'kW';
  readonly figure: PlanningFigure;
}

export interface PlanningFigure {
  readonly value: number;
  readonly unitText: string;
  readonly source: string;
  readonly isVerified: boolean;
}

export interface IslandPack {
  readonly lines: readonly PackLine[];
  /** Lasts for the whole time, in everything. */
  readonly isEnough: boolean;
  /** How long water and food last: the least of them, never an average. Kits and power are short or not. */
  readonly lastsHours: number;
  readonly assumed: readonly Assumption[];
}

export function islandPack(need: IslandNeed, have: IslandHave): IslandPack {
  const days = need.cutOffHours / 24;
  const daily = (itemCode: 'water' | 'food', haveValue: number, figure: PlanningFigure, unitCode: 'L' | 'kg'): PackLine => {
    const perHour = (need.personCount * figure.value) / 24;
    const wantedValue = need.personCount * figure.value * days;
    return { itemCode, wantedValue, haveValue, shortValue: Math.max(0, wantedValue - haveValue), lastsHours: perHour === 0 ? need.cutOffHours : Math.min(need.cutOffHours, haveValue / perHour), unitCode, figure };
  };
  const kits = Math.ceil(need.personCount * FIGURES.medical.value);
  const lines: PackLine[] = [
    daily('water', have.waterLitres, FIGURES.water, 'L'),
    daily('food', have.foodKg, FIGURES.food, 'kg'),
    { itemCode: 'medical', wantedValue: kits, haveValue: have.medicalKitCount, shortValue: Math.max(0, kits - have.medicalKitCount), lastsHours: null, unitCode: 'sets', figure: FIGURES.medical },
  ];
  if (need.criticalKw !== null) lines.push({ itemCode: 'power', wantedValue: need.criticalKw, haveValue: have.generatorKw, shortValue: Math.max(0, need.criticalKw - have.generatorKw), lastsHours: null, unitCode: 'kW', figure: FIGURES.power });
  const isEnough = lines.every((line) => line.shortValue === 0);
  const lasting = lines.flatMap((line) => line.lastsHours ?? []);
  const assumed: Assumption[] = lines.filter((line) => !line.figure.isVerified).map((line) => ({ code: 'FORCES_ASSUMED_PLANNING_FIGURE', params: { packItem: line.itemCode, value: line.figure.value, unit: line.figure.unitText } }));
  if (need.criticalKw === null) assumed.push({ code: 'FORCES_ASSUMED_POWER_UNKNOWN', params: {} });
  return { lines, isEnough, lastsHours: Math.min(need.cutOffHours, ...lasting), assumed };
}

/** Planning figures of the demonstration; China's own local figures are data to be put in their place. */
export const FIGURES: Readonly<Record<PackLine['itemCode'], PlanningFigure>> = {
  water: { value: 3, unitText: 'L/(person·day)', source: 'Sphere Handbook 2018, basic survival water: drinking and food 2.5–3 L a person a day', isVerified: false },
  food: { value: 0.55, unitText: 'kg/(person·day)', source: 'Sphere Handbook 2018: 2,100 kcal a person a day; about 0.55 kg of dry ration (from memory)', isVerified: false },
  medical: { value: 0.001, unitText: 'kit/person', source: 'WHO Interagency Emergency Health Kit: one basic unit for 1,000 people for three months', isVerified: false },
  power: { value: 1, unitText: 'kW/kW', source: 'power that must stay, as the island reports it', isVerified: true },
};
