import { describe, expect, it } from 'vitest';
import type { Instant } from '@anlan/kernel';
import { addS, instant } from '@anlan/kernel';
import type { ClockRule, ReportingClock, RuleFact } from './index.ts';
import { assess, checkRuleBook, clocksFor, clockStanding, clockUsedRatio, mergeRuleBooks, nationalRuleBook, unansweredClocks } from './index.ts';

const knownAt = instant('2026-11-23T09:00:00+08:00');
const HOUR_S = 3600;

const fact = (id: string, code: string, factValue: number, unitCode: string, recordedAt: Instant = knownAt): RuleFact =>
  ({ id, code, factValue, unitCode, happenedAt: recordedAt, recordedAt, verified: true, supersedesFactId: null });

interface Case { facts?: RuleFact[]; clocks?: readonly ReportingClock[]; at?: Instant; kind?: string; rules?: readonly ClockRule[]; known?: Instant }
function start({ facts = [], clocks = [], at = knownAt, kind = 'oil-spill', rules = nationalRuleBook.clockRules, known = knownAt }: Case) {
  const assessments = assess(facts, nationalRuleBook.ruleSets, at);
  return clocksFor({ facts, assessments, rules, incidentKindCode: kind, knownAt: known, clocks, at });
}
const replaced = (clocks: readonly ReportingClock[], by: ReportingClock | undefined): ReportingClock[] =>
  clocks.map((clock) => (by?.replacesClockIds.includes(clock.id) === true ? { ...clock, replacedByClockId: by.id } : clock));

describe('reporting clocks', () => {
  it('S-327: an oil spill starts the phone to the maritime authority, 1 h, 2 h and the environmental 4 h from known-at, with nothing verified', () => {
    expect(start({}).map((c) => [c.id, c.allowedMinutes, c.startAt === knownAt, c.dueAt - knownAt])).toEqual([
      ['cn-ship-pollution-phone', 15, true, 15 * 60_000],
      ['cn-493-9-unit', 60, true, HOUR_S * 1000],
      ['cn-493-11-city', 120, true, 2 * HOUR_S * 1000],
      ['cn-environment-4h', 240, true, 4 * HOUR_S * 1000],
    ]);
  });

  it('S-327: the chain of order 493 goes one level further with each grade: province 4 h, State Council 6 h', () => {
    const large = start({ facts: [fact('f', 'deaths', 3, 'persons')], kind: 'fire' });
    expect(large.map((c) => c.id)).toEqual(['cn-493-9-unit', 'cn-493-11-city', 'cn-493-11-province']);
    const major = start({ facts: [fact('f', 'deaths', 10, 'persons')], kind: 'fire' });
    expect(major.find((c) => c.id === 'cn-493-11-state')).toMatchObject({ allowedMinutes: 360, triggerFactId: 'f', recipientRole: 'state-council' });
  });

  it('a grade that rises starts its clock when it became known, and a clock is read once', () => {
    const first = start({});
    const at = addS(knownAt, HOUR_S);
    const facts = [fact('f1', 'deaths', 2, 'persons'), fact('f2', 'deaths', 3, 'persons', at)];
    const second = start({ facts, clocks: first, at });
    expect(second.map((c) => [c.id, c.startAt])).toEqual([['cn-493-11-province', at]]);
    expect(start({ facts, clocks: [...first, ...second], at: addS(at, 60) })).toEqual([]);
  });

  it('S-327: when the environmental grade rises the 2 h reading replaces the 4 h one, which stays readable', () => {
    const first = start({});
    const at = addS(knownAt, 600);
    const [two] = start({ facts: [fact('f', 'direct-loss', 20e6, 'CNY', at)], clocks: first, at }).filter((c) => c.ruleId.startsWith('cn-environment'));
    expect(two).toMatchObject({ id: 'cn-environment-2h', startAt: at, dueAt: addS(at, 2 * HOUR_S), replacesClockIds: ['cn-environment-4h'] });
    const clocks = replaced(first, two);
    expect(unansweredClocks(clocks).map((c) => c.id)).not.toContain('cn-environment-4h');
    expect(clocks.find((c) => c.id === 'cn-environment-4h')).toMatchObject({ replacedByClockId: 'cn-environment-2h', dueAt: addS(knownAt, 4 * HOUR_S) });
  });

  it('a grade known from the start reads the shorter clock only', () => {
    const ids = start({ facts: [fact('f', 'direct-loss', 20e6, 'CNY')] }).map((c) => c.id);
    expect(ids).toContain('cn-environment-2h');
    expect(ids).not.toContain('cn-environment-4h');
  });

  it('a grade that falls loosens nothing', () => {
    const clocks = start({ facts: [fact('f', 'deaths', 3, 'persons')] });
    expect(start({ facts: [fact('f', 'deaths', 0, 'persons')], clocks })).toEqual([]);
  });

  it('learning that we were told earlier reads an unanswered clock again, sooner; an answered one stays', () => {
    const [phone, ...rest] = start({});
    const answered = rest.map((clock) => ({ ...clock, answeredAt: knownAt }));
    const sooner = addS(knownAt, -300);
    const again = start({ clocks: [phone!, ...answered], known: sooner, at: addS(knownAt, 60) });
    expect(again.map((c) => [c.id, c.startAt, c.replacesClockIds])).toEqual([['cn-ship-pollution-phone~2', sooner, ['cn-ship-pollution-phone']]]);
  });

  it('a rule out of force is not read: the 2006 general plan gave way on 2025-02-25', () => {
    const grave = [fact('f', 'deaths', 30, 'persons', instant('2025-02-24T00:00:00+08:00'))];
    const ids = (at: Instant) => start({ facts: grave, at, known: at }).map((c) => c.id);
    expect(ids(instant('2025-02-24T23:59:59+08:00'))).toContain('cn-general-plan-4h');
    expect(ids(instant('2025-02-25T00:00:00+08:00'))).not.toContain('cn-general-plan-4h');
  });

  it('no clock shows as verified until somebody has verified its rule here', () => {
    expect(start({}).map((c) => c.confidence)).not.toContain('verified');
    const rules = nationalRuleBook.clockRules.map((rule) => ({ ...rule, verifiedBy: '法规科', verifiedOn: '2026-10-01' }));
    expect(start({ rules }).find((c) => c.id === 'cn-493-9-unit')).toMatchObject({ confidence: 'verified', verifiedBy: '法规科' });
  });

  it('minutes that no text states are told apart as a house setting', () => {
    expect(start({}).filter((c) => c.allowedBasis === 'house').map((c) => c.id)).toEqual(['cn-ship-pollution-phone']);
  });
});

describe('standing of a clock', () => {
  const clock = start({})[0]!;
  const late = addS(clock.dueAt, 1);

  it('the due minute itself is in time; a second later it is breached', () => {
    expect(clockStanding(clock, clock.dueAt)).toBe('running');
    expect(clockStanding(clock, late)).toBe('breached');
    expect(clockStanding({ ...clock, answeredAt: clock.dueAt }, late)).toBe('met');
  });

  it('S-327: a late answer stays late; one told in time but written down after the breach says so', () => {
    expect(clockStanding({ ...clock, answeredAt: late, breachedAt: clock.dueAt }, late)).toBe('late');
    expect(clockStanding({ ...clock, answeredAt: clock.dueAt, breachedAt: clock.dueAt }, late)).toBe('met-recorded-late');
  });

  it('counts the share used up for the amber and the sound', () => {
    expect(clockUsedRatio(clock, addS(clock.startAt, 450))).toBeCloseTo(0.5, 12);
    expect(clockStanding({ ...clock, replacedByClockId: 'x' }, late)).toBe('replaced');
  });
});

describe('rule book', () => {
  const provincial: ClockRule = {
    ...nationalRuleBook.clockRules[0]!, id: 'province-written', ruleSetId: 'province', jurisdiction: 'CN-00', channel: 'written', allowedMinutes: 60,
    trigger: { kind: 'grade', ruleSetIds: ['cn-493'], gradeIndexMax: 2, incidentKindCodes: null },
  };

  it('a region pack adds its own clocks and replaces others by id', () => {
    const shorter = { ...nationalRuleBook.clockRules[0]!, allowedMinutes: 10 };
    const merged = mergeRuleBooks(nationalRuleBook, { clockRules: [shorter, provincial] });
    expect(merged.ok && merged.value.clockRules.map((rule) => [rule.id, rule.allowedMinutes]).at(0)).toEqual(['cn-ship-pollution-phone', 10]);
    expect(merged.ok && merged.value.clockRules.at(-1)?.id).toBe('province-written');
    expect(checkRuleBook(nationalRuleBook).ok).toBe(true);
  });

  it('a book that contradicts itself is refused at the door', () => {
    const code = (over: Parameters<typeof mergeRuleBooks>[1]) => {
      const merged = mergeRuleBooks(nationalRuleBook, over);
      return merged.ok ? 'ok' : merged.refusal.code;
    };
    const set = nationalRuleBook.ruleSets[0]!;
    expect(code({ ruleSets: [{ ...set, criteria: [{ ...set.criteria[0]!, fromValues: [3, 10, 30, 1] }] }] })).toBe('RULES_ROW_UNORDERED');
    expect(code({ clockRules: [{ ...provincial, allowedMinutes: 0 }] })).toBe('RULES_CLOCK_UNREADABLE');
    expect(code({ clockRules: [{ ...provincial, replacesRuleIds: ['nobody'] }] })).toBe('RULES_CLOCK_UNREADABLE');
    expect(code({ clockRules: [{ ...provincial, verifiedBy: '某人' }] })).toBe('RULES_CLOCK_UNREADABLE');
    expect(checkRuleBook({ ruleSets: [set, set], clockRules: [] })).toMatchObject({ ok: false, refusal: { code: 'RULES_DOUBLED' } });
  });
});
