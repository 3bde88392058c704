// Figures of a family: what may be given, in which range, and what stands in where nothing is given.
// A figure that stands in is named in the scenario; one that the family does not know is refused.

import type { Assumption, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Urgency, Working } from '@anlan/allocation';
import type { Titles } from '../../../signal/index.ts';
import { capabilityTitles } from '../capabilities.ts';
import type { NeedStep, StressCase, StressDemand } from '../types.ts';

/* eslint-disable @typescript-eslint/naming-convention -- the unit of the three is in `name` */
export interface FigureSpec {
  /** Unit is in the name. */
  readonly name: string;
  readonly titles: Titles;
  readonly low: number;
  readonly high: number;
  readonly usual: number;
  readonly sourceText: string;
}
/* eslint-enable @typescript-eslint/naming-convention */

export type Figures<Name extends string> = Readonly<Record<Name, number>>;

export interface ReadFigures<Name extends string> {
  readonly figures: Figures<Name>;
  readonly assumed: readonly Assumption[];
}

export function readFigures<const Specs extends readonly FigureSpec[]>(given: StressCase['figures'], specs: Specs, familyId: string): Result<ReadFigures<Specs[number]['name']>> {
  const unknown = Object.keys(given).find((name) => specs.every((spec) => spec.name !== name));
  if (unknown !== undefined) return refuse('STRESS_FIGURE_UNKNOWN', { familyId, name: unknown.slice(0, 60) });
  const assumed: Assumption[] = [];
  const figures: Record<string, number> = {};
  for (const { name, low, high, usual, sourceText } of specs) {
    const value = given[name];
    if (value !== undefined && !(value >= low && value <= high)) return refuse('STRESS_FIGURE_OUT_OF_RANGE', { name, given: String(value), low, high });
    if (value === undefined) assumed.push({ code: 'STRESS_ASSUMED_FIGURE', params: { name, value: usual, sourceText } });
    figures[name] = value ?? usual;
  }
  return ok({ figures: figures as Figures<Specs[number]['name']>, assumed });
}

export interface NeedLine {
  readonly code: string;
  readonly sceneId: string;
  readonly unitCode: string;
  readonly urgency: Urgency;
  /** Due as a whole at this hour. */
  readonly dueHours: number;
  readonly quantityValue: number;
  /** Left out: any amount helps. */
  readonly adequateValue?: number;
  readonly alsoAccepts?: readonly string[];
  readonly titles?: Titles;
  readonly working: Working;
}

/** A need that is due at once, as most are. */
export function needOf(line: NeedLine, given: StressCase): StressDemand {
  return needOverTime({ ...line, need: [{ afterHours: line.dueHours, quantityValue: line.quantityValue }] }, given);
}

export function needOverTime(line: Omit<NeedLine, 'quantityValue'> & { readonly need: readonly NeedStep[] }, given: StressCase): StressDemand {
  const { code, sceneId, unitCode, urgency, dueHours, need, working } = line;
  return {
    id: `${code}@${sceneId}`, sceneId, capabilityCode: code, accepts: [...new Set([code, ...(line.alsoAccepts ?? []), ...(given.alsoAccepts?.[code] ?? [])])], unitCode, urgency,
    titles: line.titles ?? capabilityTitles(code), need, deadlineHours: dueHours, adequateValue: line.adequateValue ?? 0, working,
  };
}

/** Counts of a package that grows slower than the release: whole units, at least those of the case it was written for. */
export function scaled(packageCount: number, factorRatio: number): number {
  return Math.ceil(packageCount * Math.max(1, factorRatio));
}

export function worked(formulaId: string, inputs: Working['inputs'], sourceText: string): Working {
  return { formulaId, inputs, sourceText };
}
