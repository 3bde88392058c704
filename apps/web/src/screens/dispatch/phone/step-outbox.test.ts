import { describe, expect, it } from 'vitest';
import { order } from '../../plan/plan-for-tests.ts';
import { addStep, forgetStep, happenedAtOf, isFinal, markRecorded, markRefused, markSending, markUnsent, nextToSend, parseOutbox, retryStep, tidy, withPending } from './step-outbox.ts';
import type { NewStep, StepOutbox } from './step-outbox.ts';

const task = { zh: '运送', en: 'Take' };
const step = (key: string, part: Partial<NewStep> = {}): NewStep => ({ key, accountId: 'account-1', orderId: 'order-1', incidentId: 'incident-1', task, step: 'accept', note: '', tappedAt: 1000, ...part });
const outboxOf = (...steps: readonly NewStep[]): StepOutbox => steps.reduce(addStep, [] as StepOutbox);

describe('sending', () => {
  it('one at a time, oldest first, and the steps of one order in their order', () => {
    let outbox = outboxOf(step('a'), step('b', { step: 'depart' }), step('c', { orderId: 'order-2' }));
    expect(nextToSend(outbox, 'account-1', 0)?.key).toBe('a');
    outbox = markSending(outbox, 'a');
    expect(nextToSend(outbox, 'account-1', 0)).toBeUndefined();
    outbox = markUnsent(outbox, 'a', 0);
    expect(nextToSend(outbox, 'account-1', 0)?.key).toBe('c');
    expect(nextToSend(outbox, 'account-1', 2000)?.key).toBe('a');
  });

  it('a refused step holds those after it until it is tried again', () => {
    const outbox = markRefused(outboxOf(step('a'), step('b', { step: 'depart' })), 'a', { code: 'X', zh: '', en: '' });
    expect(nextToSend(outbox, 'account-1', 0)).toBeUndefined();
    expect(nextToSend(retryStep(outbox, 'a'), 'account-1', 0)?.key).toBe('a');
  });

  it('nobody’s step is sent in another person’s name', () => {
    expect(nextToSend(outboxOf(step('a')), 'account-2', 0)).toBeUndefined();
  });

  it('waits 2, 4, 8 … 30 s; a lost session, a time-out and a busy server are not final', () => {
    let outbox = outboxOf(step('a'));
    const waits = [1, 2, 3, 4, 5, 6].map(() => {
      outbox = markUnsent(markSending(outbox, 'a'), 'a', 0);
      return outbox[0]?.notBeforeAt;
    });
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect([400, 403, 404, 409].every(isFinal)).toBe(true);
    expect([0, 401, 408, 429, 500, 503].some(isFinal)).toBe(false);
  });
});

describe('the time of the deed', () => {
  it('a step sent at once happens as it is recorded; a retry carries the time of the tap', () => {
    const [first] = outboxOf(step('a'));
    expect(happenedAtOf(first!, [first!], 2000)).toBeUndefined();
    expect(happenedAtOf({ ...first!, attemptCount: 1 }, [first!], 2000)).toBe(1000);
    expect(happenedAtOf(first!, [first!], 60_000)).toBe(1000);
  });

  it('never before the step that went ahead of it', () => {
    const outbox = markRecorded(outboxOf(step('a'), step('b', { step: 'depart', tappedAt: 2500 })), 'a', 9000);
    expect(happenedAtOf(outbox[1]!, outbox, 60_000)).toBe(9000);
    const told = markRecorded(outboxOf(step('a'), step('b', { step: 'depart', tappedAt: 2500 })), 'a', 9000, 1000);
    expect(happenedAtOf(told[1]!, told, 60_000)).toBe(2500);
  });
});

describe('what the crew sees', () => {
  it('the order with the steps that are still on the phone', () => {
    const { order: seen, pending } = withPending(order(), outboxOf(step('a'), step('b', { step: 'depart' }), step('c', { orderId: 'other' })), 'account-1');
    expect(seen.state).toBe('under-way');
    expect(seen.steps.map(({ state }) => state)).toEqual(['issued', 'accepted', 'under-way']);
    expect(pending.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(withPending(order(), markRecorded(outboxOf(step('a')), 'a', 1), 'account-1').order.state).toBe('issued');
  });
});

describe('keeping', () => {
  it('a reload turns what was being sent back into what waits, and loses nothing', () => {
    const text = JSON.stringify(markSending(outboxOf(step('a')), 'a'));
    expect(parseOutbox(text)?.[0]?.state).toBe('kept');
    expect(parseOutbox(null)).toEqual([]);
    expect(parseOutbox('{"not":"a list"}')).toBeUndefined();
    expect(parseOutbox('[{"key":"a"}]')).toBeUndefined();
    expect(parseOutbox('half a te')).toBeUndefined();
  });

  it('what waits cannot be thrown away; recorded steps leave after a day', () => {
    const outbox = outboxOf(step('a'));
    expect(forgetStep(outbox, 'a')).toEqual(outbox);
    expect(forgetStep(markRefused(outbox, 'a', { code: 'X', zh: '', en: '' }), 'a')).toEqual([]);
    const recorded = markRecorded(outbox, 'a', 0);
    expect(tidy(recorded, 1000)).toHaveLength(1);
    expect(tidy(recorded, 90_000_000)).toEqual([]);
    expect(tidy(outbox, 90_000_000)).toHaveLength(1);
  });
});
