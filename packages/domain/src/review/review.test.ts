import { describe, it, expect } from 'vitest';
import { addS, instant } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import type { EventEnvelope, StreamId } from '../log/index.ts';
import { createSmallWorld, payloadFold } from '../readiness/testing/small-world.ts';
import { testContext } from '../register/testing/fake-memory.ts';
import { registers } from '../registers.ts';
import { handleAddLesson, handleCloseReview, handleMeasureReview, handleOpenReview, handleVerifyLesson, listOpenLessons, measure, reviewFold } from './index.ts';
import type { ReviewBody } from './index.ts';

const T0 = instant('2026-11-24T01:00:00Z');
const at = (minutes: number): Instant => addS(T0, minutes * 60);
const duty = testContext(['duty'], '2026-11-25T01:00:00Z');

interface Told {
  readonly stream: StreamId;
  readonly type: string;
  readonly payload?: unknown;
  readonly minutes: number;
  readonly happenedMinutes?: number;
}

/** D1 in short: alert at 1 min, acknowledged 2, decided 20, first unit there at 80. */
const told: readonly Told[] = [
  { stream: 'alert:a', type: 'alert.raised', payload: { observedAt: at(-0.5) }, minutes: 1 },
  { stream: 'alert:a', type: 'alert.acknowledged', payload: {}, minutes: 2 },
  { stream: 'incident:i', type: 'incident.opened', payload: { id: 'i', alertIds: ['a'], reportIds: [], state: 'terminated' }, minutes: 3 },
  { stream: 'incident:i', type: 'incident.clock_started', payload: { id: 'c1', dueAt: at(63), replacesClockIds: [] }, minutes: 3 },
  { stream: 'incident:i', type: 'incident.clock_started', payload: { id: 'c2', dueAt: at(30), replacesClockIds: [] }, minutes: 3 },
  { stream: 'incident:i', type: 'incident.clock_started', payload: { id: 'c3', dueAt: at(100_000), replacesClockIds: [] }, minutes: 3 },
  { stream: 'incident:i', type: 'incident.clock_started', payload: { id: 'c4', dueAt: at(100_000), replacesClockIds: ['c3'] }, minutes: 4 },
  { stream: 'incident:i', type: 'incident.verified', payload: {}, minutes: 10 },
  { stream: 'forecast:f', type: 'forecast.completed', payload: { incidentId: 'i' }, minutes: 10.05 },
  { stream: 'plan:p', type: 'plan.drawn', payload: { incidentId: 'i' }, minutes: 10.1 },
  { stream: 'incident:i', type: 'incident.level_decided', payload: {}, minutes: 20 },
  { stream: 'order:o', type: 'order.issued', payload: { incidentId: 'i', arriveDueAt: at(75) }, minutes: 21 },
  { stream: 'order:late', type: 'order.issued', payload: { incidentId: 'i', arriveDueAt: at(75) }, minutes: 21 },
  { stream: 'order:cancelled', type: 'order.issued', payload: { incidentId: 'i', arriveDueAt: at(75) }, minutes: 21 },
  { stream: 'order:cancelled', type: 'order.cancelled', payload: {}, minutes: 22 },
  { stream: 'incident:i', type: 'incident.clock_answered', payload: { clockId: 'c1' }, minutes: 40 },
  { stream: 'incident:i', type: 'incident.clock_answered', payload: { clockId: 'c2' }, minutes: 41 },
  { stream: 'order:o', type: 'order.arrived', payload: {}, minutes: 90, happenedMinutes: 74 },
  { stream: 'order:o', type: 'order.completed', payload: {}, minutes: 200 },
];

const events = told.map((one, i) => ({
  ...one, positionIndex: i + 1, recordedAt: at(one.minutes), happenedAt: at(one.happenedMinutes ?? one.minutes), realm: 'real', streamVersion: 1, actor: duty.actor, basis: [], prevHash: '', hash: '',
})) as unknown as EventEnvelope[];

describe('review: measures', () => {
  it('S-451: every measure comes from the log and cites the events it rests on', () => {
    const measures = measure(events.toReversed(), at(1000));
    expect(measures).toMatchObject({
      signalToAlertMinutes: 1.5, alertToAcknowledgedMinutes: 1, alertToDecisionMinutes: 19, confirmedToForecastS: 3, confirmedToPlanS: 6, decisionToFirstArrivalMinutes: 54,
      clocksMetCount: 1, clocksMissedCount: 1, clocksOpenCount: 1, ordersDoneCount: 1, ordersLateCount: 1,
    });
    expect(measures.citedPositionIndexes).toMatchObject({ alertToAcknowledgedMinutes: [1, 2], decisionToFirstArrivalMinutes: [11, 18], clocksMetCount: [16], clocksMissedCount: [5], clocksOpenCount: [7], ordersLateCount: [13] });
  });

  it('a figure without its events is unknown, not zero', () => {
    expect(measure([], T0)).toMatchObject({ signalToAlertMinutes: null, alertToDecisionMinutes: null, decisionToFirstArrivalMinutes: null, clocksMetCount: 0 });
  });
});

async function room(state = 'terminated') {
  const world = await createSmallWorld([reviewFold, ...(['incident', 'alert', 'forecast', 'plan', 'order'] as const).map(payloadFold)]);
  for (const { stream, type, payload, minutes } of told) {
    const expectedVersion = world.events.filter((event) => event.stream === stream).length;
    const given = type === 'incident.opened' ? { ...(payload as object), state } : payload;
    await world.log.append({ realm: 'real', recordedAt: at(minutes), appends: [{ stream, expectedVersion, events: [{ type, payload: given, happenedAt: at(minutes), actor: duty.actor, basis: [] }] }] });
  }
  return { ...world, registers };
}

const lesson = { reviewId: 'review-i', text: '岙山库增配围油栏', ownerOrganisationId: 'org-a', dueAt: instant('2027-03-01T00:00:00Z'), recordRegisterId: 'stock-lots', recordId: 'lot-boom' };

describe('review: lessons', () => {
  it('opens with measures once the response is over, once', async () => {
    expect(await handleOpenReview(await room('contained'), { incidentId: 'i' }, duty)).toMatchObject({ refusal: { code: 'REVIEW_TOO_EARLY' } });
    const world = await room();
    expect(await handleOpenReview(world, { incidentId: 'i' }, duty)).toMatchObject({ ok: true, value: { id: 'review-i', streamVersion: 2 } });
    expect(await handleOpenReview(world, { incidentId: 'i' }, duty)).toMatchObject({ refusal: { code: 'REVIEW_ALREADY_OPEN' } });
    expect((await world.views.find<ReviewBody>('real', 'review', 'review-i'))?.body.measures).toMatchObject({ alertToDecisionMinutes: 19 });
    expect(await handleMeasureReview(world, { reviewId: 'review-i' }, duty)).toMatchObject({ ok: true });
  });

  it('a lesson points at a readiness record that exists, has an owner and a day to come', async () => {
    const world = await room();
    await handleOpenReview(world, { incidentId: 'i' }, duty);
    const add = async (change: Partial<typeof lesson>) => { const added = await handleAddLesson(world, { ...lesson, ...change }, duty); return added.ok ? 'added' : added.refusal.code; };
    expect(await add({ recordId: 'lot-none' })).toBe('REVIEW_LESSON_RECORD_UNKNOWN');
    expect(await add({ recordRegisterId: 'products' })).toBe('REVIEW_LESSON_NOT_READINESS');
    expect(await add({ ownerOrganisationId: 'org-none' })).toBe('REVIEW_LESSON_OWNER_UNKNOWN');
    expect(await add({ dueAt: duty.now })).toBe('REVIEW_LESSON_DUE_PAST');
    expect(await add({})).toBe('added');
  });

  it('a lesson outlives its review: closed first, verified later, and overdue meanwhile', async () => {
    const world = await room();
    await handleOpenReview(world, { incidentId: 'i' }, duty);
    const added = await handleAddLesson(world, lesson, duty);
    const lessonId = added.ok ? added.value.lessonId : '';
    expect(await handleCloseReview(world, { reviewId: 'review-i', summaryText: ' ' }, duty)).toMatchObject({ refusal: { code: 'REVIEW_TEXT_MISSING' } });
    expect(await handleCloseReview(world, { reviewId: 'review-i', summaryText: '处置及时' }, duty)).toMatchObject({ ok: true });
    expect(await handleAddLesson(world, lesson, duty)).toMatchObject({ refusal: { code: 'REVIEW_CLOSED' } });
    const views = await world.views.list<ReviewBody>({ realm: 'real', kind: 'review' });
    expect(listOpenLessons(views, instant('2027-04-01T00:00:00Z'))).toMatchObject([{ id: lessonId, overdue: true }]);
    expect(await handleVerifyLesson(world, { reviewId: 'review-i', lessonId, note: '已入库600米' }, duty)).toMatchObject({ ok: true });
    expect(await handleVerifyLesson(world, { reviewId: 'review-i', lessonId, note: 'x' }, duty)).toMatchObject({ refusal: { code: 'REVIEW_LESSON_VERIFIED' } });
    expect(listOpenLessons(await world.views.list<ReviewBody>({ realm: 'real', kind: 'review' }), duty.now)).toEqual([]);
  });

  it('S-451: a responder may neither open nor close a review', async () => {
    const world = await room();
    expect(await handleOpenReview(world, { incidentId: 'i' }, testContext(['responder']))).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
  });
});
