// Grades one incident under every rule set at once, from the facts known at an instant. The grade
// of a set is the highest that any of its rows reaches (493 §3: "有下列情形之一"); what is not known
// is listed and never read as zero.

import type { Instant } from '@anlan/kernel';
import type { Titles } from '../signal/index.ts';
import { standingFacts } from './standing-fact.ts';
import type { Assessment, CriterionRow, GradeIndex, RuleFact, RuleSet } from './types.ts';

/** One assessment for each rule set in force at `at`, from facts recorded by then. */
export function assess(facts: readonly RuleFact[], ruleSets: readonly RuleSet[], at: Instant): readonly Assessment[] {
  const current = standingFacts(facts, at);
  return ruleSets.filter((set) => inForce(set, at)).map((set) => assessOne(current, set, at));
}

export function inForce(rule: { readonly validFromAt: Instant; readonly validToAt: Instant | null }, at: Instant): boolean {
  return rule.validFromAt <= at && (rule.validToAt === null || at < rule.validToAt);
}

/** Same answer to the same facts, whenever it was given. */
export function sameAnswer(a: Assessment | undefined, b: Assessment | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const key = (x: Assessment): string => JSON.stringify([x.ruleSetId, x.ruleSetVersion, x.gradeIndex, x.matched, x.unknown]);
  return key(a) === key(b);
}

interface Judged {
  readonly row: CriterionRow;
  readonly gradeIndex: GradeIndex | null;
  readonly factId: string | null;
  readonly whole: boolean;
}

function assessOne(facts: ReadonlyMap<string, RuleFact>, set: RuleSet, at: Instant): Assessment {
  const judged = set.criteria.map((row) => judgeRow(facts, row));
  const gradeIndex = judged.reduce<GradeIndex | null>((best, { gradeIndex: g }) => (g !== null && (best === null || g < best) ? g : best), null);
  const matched = judged.flatMap(({ row, gradeIndex: g, factId }) =>
    g !== null && g === gradeIndex && factId !== null ? [{ criterion: row.id, factId }] : []);
  return {
    ruleSetId: set.ruleSetId, ruleSetVersion: set.version, titles: set.titles,
    gradeIndex, gradeTitles: gradeIndex === null ? null : GRADE_TITLES[gradeIndex],
    matched, unknown: judged.filter(({ whole }) => !whole).map(({ row }) => row.id),
    clause: set.clause, sourceText: set.sourceText, confidence: set.confidence, assessedAt: at,
  };
}

/** Adds up what is known; a sum with an unknown part is a lower bound and is listed as not whole. */
function judgeRow(facts: ReadonlyMap<string, RuleFact>, row: CriterionRow): Judged {
  const used = row.factCodes.flatMap((code) => {
    const fact = facts.get(code);
    return fact !== undefined && fact.factValue !== null && fact.unitCode === row.unitCode ? [{ id: fact.id, factValue: fact.factValue, unitCode: fact.unitCode }] : [];
  });
  const whole = used.length === row.factCodes.length;
  if (used.length === 0) return { row, gradeIndex: null, factId: null, whole };
  const sumValue = used.reduce((sum, fact) => sum + fact.factValue, 0);
  const position = row.fromValues.findIndex((fromValue) => fromValue !== null && reaches(sumValue, fromValue));
  const largest = used.reduce((best, fact) => (fact.factValue > best.factValue ? fact : best));
  return { row, gradeIndex: position < 0 ? null : GRADES[position] ?? null, factId: largest.id, whole };
}

const reaches = (factValue: number, fromValue: number): boolean => (fromValue === 0 ? factValue > 0 : factValue >= fromValue);

const GRADES = [1, 2, 3, 4] as const;

/** Names of event grades (突发事件应对法 2024; 493 §3). */
export const GRADE_TITLES: Readonly<Record<GradeIndex, Titles>> = {
  1: { zh: '特别重大', en: 'Especially major' },
  2: { zh: '重大', en: 'Major' },
  3: { zh: '较大', en: 'Relatively large' },
  4: { zh: '一般', en: 'Ordinary' },
};
