import { describe, expect, it } from 'vitest';
import type { Fact, Measures, Plan, TimelineEntry } from '@anlan/contracts';
import { makeI18n } from '../../i18n/i18n.tsx';
import { makeEntryText } from './entry-text.ts';
import { factText } from './fact-text.ts';
import { clockOutcome, countBy, currentFacts, knownBy, lateRecordMs, measureRows, nextMinute, planThen, previousMinute, replayRange } from './review-view.ts';
import { stageOf, timelineCsv, timelineJson } from './timeline-file.ts';

const iso = (minutes: number, seconds = 0) => new Date(Date.UTC(2026, 10, 26, 4, 47) + minutes * 60_000 + seconds * 1000).toISOString();
const ms = (minutes: number, seconds = 0) => Date.parse(iso(minutes, seconds));

function entry(positionIndex: number, recordedAt: string, part: Partial<TimelineEntry> = {}): TimelineEntry {
  return { positionIndex, stream: 'incident:i', stage: 'incident', type: 'incident.noted', happenedAt: recordedAt, recordedAt, by: '周岚', message: { code: 'timeline.incident.noted', params: { text: '缆断' } }, hash: 'abcdef0123', ...part };
}

const entries = [entry(1, iso(0, 16)), entry(2, iso(2, 30), { happenedAt: iso(0) }), entry(3, iso(8))];

describe('replay', () => {
  it('runs from the minute in which it began to the last record, or to now while the case is open', () => {
    expect(replayRange(entries, true, ms(500))).toEqual({ fromMs: ms(0), toMs: ms(8) });
    expect(replayRange(entries, false, ms(500, 10))).toEqual({ fromMs: ms(0), toMs: ms(501) });
    expect(replayRange([], true, ms(1))).toBeUndefined();
  });

  it('shows what was recorded by then, never what only happened by then', () => {
    expect(knownBy(entries, ms(1)).map(({ positionIndex }) => positionIndex)).toEqual([1]);
    expect(knownBy(entries, ms(3)).map(({ positionIndex }) => positionIndex)).toEqual([1, 2]);
    expect(knownBy(entries, undefined)).toHaveLength(3);
  });

  it('steps to the next and the previous minute in which the picture changes', () => {
    expect(nextMinute(entries, ms(0))).toBe(ms(1));
    expect(nextMinute(entries, ms(1))).toBe(ms(3));
    expect(nextMinute(entries, ms(8))).toBeUndefined();
    expect(previousMinute(entries, ms(8))).toBe(ms(3));
    expect(previousMinute(entries, ms(1))).toBeUndefined();
  });

  it('marks what was told a minute or more after it happened', () => {
    expect(lateRecordMs(entries[0]!)).toBeUndefined();
    expect(lateRecordMs(entries[1]!)).toBe(150_000);
  });
});

describe('clocks', () => {
  const clock = { dueAt: iso(15), answeredAt: null, replacedByClockId: null };
  it('are judged at the minute that is replayed', () => {
    expect(clockOutcome(clock, ms(10))).toBe('running');
    expect(clockOutcome(clock, ms(16))).toBe('overdue');
    expect(clockOutcome({ ...clock, answeredAt: iso(15) }, ms(99))).toBe('met');
    expect(clockOutcome({ ...clock, answeredAt: iso(16) }, ms(99))).toBe('missed');
    expect(clockOutcome({ ...clock, replacedByClockId: 'b' }, ms(99))).toBe('replaced');
  });
});

describe('measures', () => {
  it('every figure comes with the places in the log that it rests on', () => {
    const measures: Measures = {
      signalToAlertMinutes: 0, alertToAcknowledgedMinutes: 1.2, alertToDecisionMinutes: null, confirmedToForecastS: 2, confirmedToPlanS: 3, decisionToFirstArrivalMinutes: 55, clocksMetCount: 4, clocksMissedCount: 0, clocksOpenCount: 0,
      ordersDoneCount: 16, ordersLateCount: 0, citedPositionIndexes: { alertToAcknowledgedMinutes: [351, 354] },
    };
    const rows = measureRows(measures);
    expect(rows).toHaveLength(11);
    expect(rows.find(({ name }) => name === 'alertToAcknowledgedMinutes')).toEqual({ name: 'alertToAcknowledgedMinutes', value: 1.2, unit: 'minutes', citedIndexes: [351, 354] });
    expect(rows.find(({ name }) => name === 'alertToDecisionMinutes')?.value).toBeNull();
    expect(countBy(['a', 'b', 'a'], (one) => one)).toEqual(new Map([['a', 2], ['b', 1]]));
  });
});

describe('facts in words', () => {
  const fact = (part: Partial<Fact>): Fact => ({ id: 'f', code: 'other', factValue: null, unitCode: null, text: '', position: null, happenedAt: iso(0), recordedAt: iso(8), by: '', verified: true, supersedesFactId: null, standing: true, ...part });
  const context = { locale: 'zh-CN' as const, zone: 'Asia/Shanghai', oils: [{ id: 'AD1', name: 'ARABIAN LIGHT', productType: 'crude', densityKgPerM3: null, warnings: [] }] };

  it('value with unit, oil by name, instant as local time', () => {
    expect(factText(fact({ code: 'spilled-mass', factValue: 125_000, unitCode: 'kg' }), context).replace(/\s/gu, '')).toBe('125t');
    expect(factText(fact({ code: 'oil', text: 'AD1' }), context)).toBe('ARABIAN LIGHT AD1');
    expect(factText(fact({ code: 'oil', text: 'unknown' }), context)).toBe('unknown');
    expect(factText(fact({ code: 'release-started', text: '2026-11-26T04:47:00.000Z' }), context)).toBe('2026-11-26 12:47:00');
  });

  it('a fact that does not stand is not current', () => {
    expect(currentFacts([fact({ id: 'a', standing: false }), fact({ id: 'b', supersedesFactId: 'a' })]).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('the plan as it was known', () => {
  const plan = (id: string, drawnMinute: number, chosenOptionId: string | null): Plan => ({ id, drawnAt: iso(drawnMinute), chosenOptionId, chosenAt: chosenOptionId === null ? null : iso(drawnMinute + 1), options: [{ id: 'fast' }] }) as unknown as Plan;

  it('a choice stands beside the time of its own plan, and a later plan is named apart', () => {
    expect(planThen([plan('late', 9, null), plan('early', 3, 'fast')])).toMatchObject({ plan: { id: 'early' }, chosen: { id: 'fast' }, newer: { id: 'late' } });
    expect(planThen([plan('a', 3, 'fast'), plan('b', 6, 'fast')])).toMatchObject({ plan: { id: 'b' }, newer: undefined });
    expect(planThen([plan('a', 3, null), plan('b', 6, null)])).toMatchObject({ plan: { id: 'b' }, chosen: undefined, newer: undefined });
    expect(planThen([])).toMatchObject({ plan: undefined });
  });
});

describe('files', () => {
  const i18n = makeI18n('zh-CN');
  const text = makeEntryText(i18n, undefined, [], { locale: 'zh-CN', zone: 'Asia/Shanghai', oils: [] });
  const file = { incidentId: 'i', title: '岙山', marks: { realm: 'drill-1', mode: 'demonstration' as const, simulated: true, indicative: true, exportedAt: iso(9), knownAt: iso(3) }, entries: knownBy(entries, ms(3)) };

  it('hold what is on the screen, both times and the whole hash', () => {
    const csv = timelineCsv(file, text, i18n, 'Asia/Shanghai');
    expect(csv.split('\r\n')).toHaveLength(9);
    expect(csv.split('\r\n').slice(0, 4)).toEqual(['\uFEFF标记,演练 · 演示环境 · 模拟 · 示意', '数据域,drill-1', '运行方式,demonstration', expect.stringMatching(/^截至,2026-11-26 12:50:00/)]);
    expect(csv).toContain('2,2026-11-26 12:49:30,2026-11-26 12:47:00,事件,指挥日志：缆断,周岚,incident:i,abcdef0123');
    const read = JSON.parse(timelineJson(file, text)) as { knownAt: string; realm: string; mode: string; simulated: boolean; indicative: boolean; entries: { hash: string; text: string }[] };
    expect(Object.keys(read).slice(0, 4)).toEqual(['realm', 'mode', 'simulated', 'indicative']);
    expect(read).toMatchObject({ knownAt: iso(3), realm: 'drill-1', mode: 'demonstration', simulated: true, indicative: true });
    expect(read.entries.map(({ text: said }) => said)).toEqual(['指挥日志：缆断', '指挥日志：缆断']);
  });

  it('an unknown stage counts as the incident’s', () => {
    expect(stageOf({ stage: 'dispatch' })).toBe('dispatch');
    expect(stageOf({ stage: 'something-new' })).toBe('incident');
  });
});
