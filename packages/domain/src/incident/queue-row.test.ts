import { describe, expect, it } from 'vitest';
import { alertFold } from '../alert/index.ts';
import { createTestMemory } from '../log/memory-for-tests.ts';
import { reportFold } from '../signal/index.ts';
import type { IncidentBody, IncidentProgress } from './index.ts';
import { handleAnswerClock, incidentFold, incidentQueueRow, timelineOf } from './index.ts';
import { at, duty, fact, worldOn } from './incident-for-tests.ts';

const createWorld = () => worldOn(createTestMemory([alertFold, reportFold, incidentFold]));

const NOTHING_YET: IncidentProgress = { forecastState: 'none', planState: 'none', orderCount: 0, openOrderCount: 0, reviewState: 'none' };

async function opened() {
  const world = createWorld();
  const id = await world.open({ facts: [fact('spilled-mass', 125_000, 'kg')] });
  return { ...world, view: await world.find(id) };
}
const answered = (body: IncidentBody): IncidentBody => ({ ...body, clocks: body.clocks.map((clock) => ({ ...clock, answeredAt: at(100) })) });
const level: IncidentBody['level'] = { levelIndex: 3, decidedAt: at(100), signerId: 'p', signerName: '指挥长', reason: '研判' };

describe('an incident in the queue', () => {
  it('S-327: shows its nearest clock, sounds at 80 % of it, counts what is overdue, and names each grade beside its rule', async () => {
    const { view } = await opened();
    const row = (s: number) => incidentQueueRow(view, NOTHING_YET, at(s))!;
    expect(row(61)).toMatchObject({ section: 'active', dueAt: at(960), dueTitles: { zh: '立即电话报告海事（12395）' }, overdueCount: 0, sounding: false, nextAction: { code: 'incident.confirm-spill', key: 'v' } });
    expect(row(60 + 450).nextAction.code).toBe('incident.answer-clock');
    expect(row(60 + 720).sounding).toBe(true);
    expect(row(961).overdueCount).toBe(1);
    expect(row(61).detail.zh).toBe('三号泊位 · 船舶污染事故等级 较大 · 水上交通事故等级 较大 · 突发环境事件分级 一般');
  });

  it('leads through the loop one step at a time', async () => {
    const { view } = await opened();
    const next = (over: Partial<IncidentBody>, progress: Partial<IncidentProgress> = {}) => {
      const row = incidentQueueRow({ ...view, body: { ...answered(view.body), ...over } }, { ...NOTHING_YET, ...progress }, at(120));
      return [row?.nextAction.code, row?.section];
    };
    const confirmed = { state: 'confirmed', level } as const;
    expect(next({ kindCode: 'fire' })).toEqual(['incident.verify', 'active']);
    expect(next({ state: 'confirmed' })).toEqual(['incident.decide-level', 'active']);
    expect(next(confirmed)).toEqual(['forecast.request', 'active']);
    expect(next(confirmed, { forecastState: 'running' })).toEqual(['forecast.follow', 'watch']);
    expect(next(confirmed, { forecastState: 'ready' })).toEqual(['plan.draw', 'active']);
    expect(next(confirmed, { forecastState: 'ready', planState: 'drawn' })).toEqual(['plan.choose', 'active']);
    expect(next(confirmed, { forecastState: 'ready', planState: 'chosen' })).toEqual(['order.issue', 'active']);
    expect(next(confirmed, { orderCount: 3, openOrderCount: 2 })).toEqual(['order.follow', 'watch']);
    expect(next(confirmed, { orderCount: 3 })).toEqual(['incident.contain', 'active']);
    expect(next({ ...confirmed, state: 'contained' }, { orderCount: 3 })).toEqual(['incident.terminate', 'active']);
    expect(next({ ...confirmed, state: 'terminated' }, { orderCount: 3, openOrderCount: 1 })).toEqual(['order.follow', 'watch']);
    expect(next({ ...confirmed, state: 'terminated' })).toEqual(['review.open', 'active']);
    expect(next({ ...confirmed, state: 'terminated' }, { reviewState: 'open' })).toEqual(['review.close', 'active']);
    expect(next({ ...confirmed, state: 'terminated' }, { reviewState: 'closed' })).toEqual(['incident.close', 'active']);
    expect(next({ state: 'closed' })).toEqual([undefined, undefined]);
    expect(next({ state: 'dismissed' })).toEqual([undefined, undefined]);
  });
});

describe('timeline', () => {
  it('S-327: every event becomes one line with who, both times and a message code, in the order of the log', async () => {
    const { events, view, deps } = await opened();
    await handleAnswerClock(deps, { incidentId: view.id, clockId: 'cn-493-9-unit', text: '已报县局' }, duty(90));
    const lines = timelineOf([...events].reverse());
    expect(lines.map(({ type }) => type)).toEqual(events.map(({ type }) => type));
    expect(lines[0]).toMatchObject({ stage: 'incident', by: '值班员', happenedAt: at(0), recordedAt: at(60), message: { code: 'timeline.incident.opened', params: { title: view.body.title, knownAt: '2026-11-23T01:01:00.000Z', alertIdsCount: 0 } } });
    expect(lines.find(({ type }) => type === 'incident.assessed')?.message.params).toMatchObject({ gradesZh: '船舶污染事故等级：较大；水上交通事故等级：较大；突发环境事件分级：一般' });
    expect(lines.find(({ type }) => type === 'incident.clock_started')?.message.params).toMatchObject({ titlesZh: '立即电话报告海事（12395）', allowedMinutes: 15 });
    expect(lines.at(-1)?.message).toMatchObject({ code: 'timeline.incident.clock_answered', params: { titlesZh: '事故单位报县级部门', text: '已报县局' } });
  });
});
