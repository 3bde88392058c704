import { describe, expect, it } from 'vitest';
import { assess, clocksFor, mergeRuleBooks, nationalRuleBook } from '@anlan/domain';
import type { RuleFact } from '@anlan/domain';
import { instant } from '@anlan/kernel';
import { regionPack } from './index.ts';

const at = instant('2026-11-26T05:00:00Z');
const spill = (factValue: number): RuleFact => ({ id: 'f1', code: 'spilled-mass', factValue, unitCode: 'kg', happenedAt: at, recordedAt: at, supersedesFactId: null }) as RuleFact;

function clocksOf(massKg: number) {
  const merged = mergeRuleBooks(nationalRuleBook, regionPack().ruleBook);
  if (!merged.ok) throw new Error(merged.refusal.code);
  const facts = [spill(massKg)];
  return clocksFor({ facts, assessments: assess(facts, merged.value.ruleSets, at), rules: merged.value.clockRules, incidentKindCode: 'oil-spill', knownAt: at, clocks: [], at });
}

describe('rules of the region', () => {
  it('fit the national book, and start the two clocks of the province for a major spill, marked as unsure, with clause and source', () => {
    const provincial = clocksOf(600_000).filter(({ jurisdiction }) => jurisdiction === 'CN-33');
    expect(provincial.map(({ ruleId, allowedMinutes, channel, confidence }) => [ruleId, allowedMinutes, channel, confidence])).toEqual([
      ['zj-major-phone-30', 30, 'phone', 'unsure'], ['zj-major-written-60', 60, 'written', 'unsure'],
    ]);
    for (const clock of provincial) expect([clock.cite, clock.sourceText ?? ''].every((text) => text.length > 0)).toBe(true);
  });

  it('leave a lesser spill to the national clocks', () => {
    const jurisdictions = new Set(clocksOf(125_000).map(({ jurisdiction }) => jurisdiction));
    expect([...jurisdictions]).toEqual(['CN']);
  });
});
