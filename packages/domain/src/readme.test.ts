import { expect, it } from 'vitest';
import { instant } from '@anlan/kernel';
import { assess, clocksFor, nationalRuleBook } from './index.ts';

it('the example of the README holds', () => {
  const at = instant('2026-11-23T09:00:00+08:00');
  const spill = { id: 'fact-1', code: 'spilled-mass', factValue: 125_000, unitCode: 'kg', happenedAt: at, recordedAt: at, verified: true, supersedesFactId: null };
  const assessments = assess([spill], nationalRuleBook.ruleSets, at);
  const clocks = clocksFor({ facts: [spill], assessments, rules: nationalRuleBook.clockRules, incidentKindCode: 'oil-spill', knownAt: at, clocks: [], at });
  expect(assessments.map(({ ruleSetId, gradeTitles }) => `${ruleSetId} ${gradeTitles?.zh ?? '—'}`)).toEqual([
    'cn-493 —', 'cn-ship-pollution 较大', 'cn-water-traffic 较大', 'cn-environment 一般',
  ]);
  expect(clocks.map(({ id, allowedMinutes }) => `${id} ${allowedMinutes}`)).toEqual([
    'cn-ship-pollution-phone 15', 'cn-493-9-unit 60', 'cn-493-11-city 120', 'cn-environment-4h 240',
  ]);
});
