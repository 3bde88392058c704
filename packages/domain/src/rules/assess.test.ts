import { describe, expect, it } from 'vitest';
import { addMs, instant } from '@anlan/kernel';
import type { GradeIndex, RuleFact, RuleSet } from './index.ts';
import { assess, GRADE_TITLES, nationalRuleBook, productionAccident, sameAnswer, shipPollution, standingFacts, suddenEnvironmental, waterTraffic } from './index.ts';

const at = instant('2026-11-23T09:00:00+08:00');
const UNITS: Readonly<Record<string, string>> = { 'spilled-mass': 'kg', 'direct-loss': 'CNY', 'water-source-cut': 'admin-level', 'cross-boundary': 'admin-level' };

function fact(code: string, factValue: number, more: Partial<RuleFact> = {}): RuleFact {
  return { id: `fact-${code}`, code, factValue, unitCode: UNITS[code] ?? 'persons', happenedAt: at, recordedAt: at, verified: true, supersedesFactId: null, ...more };
}
const casualties = (deaths: number, injuries: number, lossCny: number): RuleFact[] =>
  [fact('deaths', deaths), fact('serious-injuries', injuries), fact('direct-loss', lossCny)];
const grade = (set: RuleSet, facts: readonly RuleFact[]): GradeIndex | null => assess(facts, [set], at)[0]?.gradeIndex ?? null;

describe('grading', () => {
  it.each([
    [2, 9, 9.99e6, '一般'], [3, 0, 0, '较大'], [0, 10, 0, '较大'], [0, 0, 50e6, '重大'], [29, 99, 99.99e6, '重大'], [30, 0, 0, '特别重大'],
  ])('S-327: order 493 grades (%d dead, %d injured, CNY %d) as %s', (deaths, injuries, lossCny, zh) => {
    expect(assess(casualties(deaths, injuries, lossCny), [productionAccident], at)[0]?.gradeTitles?.zh).toBe(zh);
  });

  it('S-327: D2, 12 poisoned and nobody dead, is 较大 under order 493', () => {
    expect(grade(productionAccident, casualties(0, 12, 0))).toBe(3);
  });

  it('S-327: D1, 125 t of crude, is 较大 under ship pollution and 一般 as an environmental event', () => {
    const spill = [fact('spilled-mass', 125e3)];
    expect(assess(spill, nationalRuleBook.ruleSets, at).map((a) => [a.ruleSetId, a.gradeIndex])).toEqual([
      ['cn-493', null], ['cn-ship-pollution', 3], ['cn-water-traffic', 3], ['cn-environment', 4],
    ]);
  });

  it('every bound of every table: 以上 includes the number, just below it the grade is lower', () => {
    let bounds = 0;
    for (const set of nationalRuleBook.ruleSets) {
      for (const row of set.criteria) {
        row.fromValues.forEach((fromValue, position) => {
          if (fromValue === null || fromValue === 0) return;
          const code = row.factCodes[0] ?? '';
          const reached = (factValue: number) => grade({ ...set, criteria: [row] }, [fact(code, factValue)]);
          expect(reached(fromValue), `${set.ruleSetId} ${row.id} ≥ ${fromValue}`).toBe(position + 1);
          expect(reached(fromValue * (1 - 1e-9)) ?? 5, `${set.ruleSetId} ${row.id} < ${fromValue}`).toBeGreaterThan(position + 1);
          bounds++;
        });
      }
    }
    expect(bounds).toBeGreaterThan(40);
  });

  it.each([
    [shipPollution, [fact('spilled-mass', 99_999)], 4], [shipPollution, [fact('spilled-mass', 100_000)], 3], [shipPollution, [fact('spilled-mass', 499_999)], 3],
    [shipPollution, [fact('spilled-mass', 500_000)], 2], [shipPollution, [fact('spilled-mass', 1_000_000)], 1], [shipPollution, [fact('direct-loss', 200e6)], 1],
    [waterTraffic, [fact('spilled-mass', 999)], null], [waterTraffic, [fact('spilled-mass', 1000)], 4],
    [waterTraffic, [fact('deaths', 2), fact('missing', 1)], 3], [waterTraffic, [fact('deaths', 2), fact('missing', 0)], 4],
    [suddenEnvironmental, [fact('evacuated', 50_000)], 1], [suddenEnvironmental, [fact('evacuated', 9_999)], 3], [suddenEnvironmental, [fact('direct-loss', 20e6)], 2],
    [suddenEnvironmental, [fact('water-source-cut', 2)], 2], [suddenEnvironmental, [fact('cross-boundary', 3)], 2], [suddenEnvironmental, [fact('cross-boundary', 2)], 3],
  ] as [RuleSet, RuleFact[], GradeIndex | null][])('table 2.3: %#', (set, facts, expected) => {
    expect(grade(set, facts)).toBe(expected);
  });

  it('nothing lost and nobody hurt is no grade, and is not the same as unknown', () => {
    const [answer] = assess(casualties(0, 0, 0), [productionAccident], at);
    expect(answer).toMatchObject({ gradeIndex: null, unknown: [] });
    expect(assess([], [productionAccident], at)[0]).toMatchObject({ gradeIndex: null, unknown: ['deaths', 'serious-injuries', 'direct-loss'] });
  });

  it('the highest row decides, and names its fact', () => {
    const [answer] = assess([fact('deaths', 1), fact('direct-loss', 60e6)], [productionAccident], at);
    expect(answer).toMatchObject({ gradeIndex: 2, matched: [{ criterion: 'direct-loss', factId: 'fact-direct-loss' }], unknown: ['serious-injuries'] });
    expect(answer?.gradeTitles).toEqual(GRADE_TITLES[2]);
  });

  it('a sum with an unknown part is a lower bound and stays listed as unknown', () => {
    expect(assess([fact('deaths', 4)], [waterTraffic], at)[0]).toMatchObject({ gradeIndex: 3, unknown: ['deaths-and-missing', 'serious-injuries', 'spilled-mass', 'direct-loss'] });
  });

  it('a figure in another unit is not judged', () => {
    expect(grade(shipPollution, [fact('spilled-mass', 600, { unitCode: 't' })])).toBeNull();
  });

  it('a rule set is used only while it is in force', () => {
    const old: RuleSet = { ...productionAccident, version: 'old', validToAt: at };
    const next: RuleSet = { ...productionAccident, version: 'next', validFromAt: at };
    expect(assess([], [old, next], at).map((a) => a.ruleSetVersion)).toEqual(['next']);
    expect(assess([], [old, next], addMs(at, -1)).map((a) => a.ruleSetVersion)).toEqual(['old']);
  });
});

describe('facts that stand', () => {
  const later = addMs(at, 60_000);

  it('S-327: only what was known by then counts', () => {
    const facts = [fact('deaths', 1), fact('deaths', 3, { id: 'f2', recordedAt: later, happenedAt: later })];
    expect(assess(facts, [productionAccident], at)[0]?.gradeIndex).toBe(4);
    expect(assess(facts, [productionAccident], later)[0]?.gradeIndex).toBe(3);
  });

  it('a late fact about an earlier time does not push aside a newer state of affairs', () => {
    const facts = [fact('deaths', 3, { id: 'ten-o-clock', happenedAt: later }), fact('deaths', 1, { id: 'late', recordedAt: later })];
    expect(standingFacts(facts, later).get('deaths')?.id).toBe('ten-o-clock');
  });

  it('a correction pushes aside what it supersedes, even downwards', () => {
    const facts = [fact('deaths', 3), fact('deaths', 2, { id: 'f2', recordedAt: later, supersedesFactId: 'fact-deaths' })];
    expect(assess(facts, [productionAccident], later)[0]?.gradeIndex).toBe(4);
    expect(assess(facts, [productionAccident], at)[0]?.gradeIndex).toBe(3);
  });

  it('the same answer at another time is the same answer', () => {
    const [a] = assess([fact('deaths', 1)], [productionAccident], at);
    const [b] = assess([fact('deaths', 1)], [productionAccident], later);
    const [c] = assess([fact('deaths', 3)], [productionAccident], later);
    expect(sameAnswer(a, b)).toBe(true);
    expect(sameAnswer(a, c)).toBe(false);
    expect(sameAnswer(a, undefined)).toBe(false);
  });
});
