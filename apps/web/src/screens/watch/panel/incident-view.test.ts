import { describe, expect, it } from 'vitest';
import type { Forecast, Incident, Order, Plan } from '@anlan/contracts';
import { clockShareRatio, currentFact, currentPlan, firstArrival, newestForecast, orderLateMs, runningClocks, sortOrders, stockBars } from './incident-view.ts';

type Fact = Incident['facts'][number];
type Clock = Incident['clocks'][number];
const fact = (id: string, recordedAt: string, standing = true) => ({ id, code: 'spilled-mass', recordedAt, standing }) as Fact;
const clock = (id: string, dueAt: string, part: Partial<Clock> = {}) => ({ id, dueAt, startAt: '2026-11-23T12:00:00.000Z', answeredAt: null, replacedByClockId: null, ...part }) as Clock;
const forecast = (id: string, part: Partial<Forecast>) => ({ id, state: 'completed', requestedAt: '2026-11-23T12:00:00.000Z', completedAt: null, summary: null, ...part }) as Forecast;

describe('readings of an incident', () => {
  it('the current fact is the one that the server says stands, not the newest', () => {
    expect(currentFact([fact('a', '1'), fact('b', '2', false), fact('c', '3', false)], 'spilled-mass')?.id).toBe('a');
    expect(currentFact([fact('a', '1'), fact('b', '2')], 'spilled-mass')?.id).toBe('b');
    expect(currentFact([fact('a', '1')], 'oil')).toBeUndefined();
  });

  it('S-327: clocks run by nearest deadline; answered and replaced readings do not', () => {
    const clocks = [clock('late', '2026-11-23T14:00:00.000Z'), clock('near', '2026-11-23T12:30:00.000Z'), clock('done', '2026-11-23T12:10:00.000Z', { answeredAt: 'x' }), clock('old', '2026-11-23T12:05:00.000Z', { replacedByClockId: 'near' })];
    expect(runningClocks(clocks).map(({ id }) => id)).toEqual(['near', 'late']);
    expect(clockShareRatio(clocks[1]!, Date.parse('2026-11-23T12:15:00.000Z'))).toBe(0.5);
  });

  it('a failed or cancelled run never stands for a forecast', () => {
    expect(newestForecast([forecast('a', { completedAt: '1' }), forecast('b', { state: 'failed', requestedAt: '9' }), forecast('c', { state: 'cancelled' })])?.id).toBe('a');
    expect(newestForecast([forecast('b', { state: 'requested' })])).toBeUndefined();
  });

  it('the first arrival is the earliest of those reached at all', () => {
    const summary = { arrivals: [{ siteId: 'late', earliestAt: '2', titles: {}, probabilityRatio: 1 }, { siteId: 'never', earliestAt: null }, { siteId: 'early', earliestAt: '1', titles: {}, probabilityRatio: 0.1 }] };
    expect(firstArrival(forecast('a', { summary: summary as unknown as Forecast['summary'] }))?.siteId).toBe('early');
    expect(firstArrival(undefined)).toBeUndefined();
  });

  it('the plan that counts is the newest chosen one, else the newest', () => {
    const plan = (id: string, drawnAt: string, chosenOptionId: string | null) => ({ id, drawnAt, chosenOptionId }) as Plan;
    expect(currentPlan([plan('a', '1', 'o'), plan('b', '2', null)])?.id).toBe('a');
    expect(currentPlan([plan('a', '1', null), plan('b', '2', null)])?.id).toBe('b');
  });

  it('S-450: stock bars count each reserve by itself, of the chosen option or else the first in rank', () => {
    const line = (reserve: string, quantityValue: number) => ({ demandId: 'd', reserve, quantityValue });
    const plan = {
      chosenOptionId: null, demand: [{ id: 'd', titles: { zh: '围油栏', en: 'boom' }, unitCode: 'm', curve: [{ quantityValue: 800 }, { quantityValue: 1200 }] }],
      options: [{ id: 'second', rankIndex: 2, lines: [], unmet: [] }, { id: 'first', rankIndex: 1, lines: [line('stock', 600), line('stock', 100), line('social', 200)], unmet: [{ demandId: 'd', shortAtDeadlineValue: 100, shortAtEndValue: 300 }] }],
    } as unknown as Plan;
    expect(stockBars(plan)).toEqual([{ demandId: 'd', titles: { zh: '围油栏', en: 'boom' }, unitCode: 'm', neededValue: 1200, stockValue: 700, socialValue: 200, capacityValue: 0, shortValue: 300 }]);
  });

  it('an order is late by the duty of its next step, and a settled one is never late', () => {
    const order = (state: Order['state']) => ({ id: state, state, departDueAt: '2026-11-23T12:00:00.000Z', arriveDueAt: '2026-11-23T13:00:00.000Z' }) as Order;
    const now = Date.parse('2026-11-23T12:30:00.000Z');
    expect(orderLateMs(order('issued'), now)).toBe(1_800_000);
    expect(orderLateMs(order('under-way'), now)).toBeUndefined();
    expect(orderLateMs(order('done'), now + 9e9)).toBeUndefined();
    expect(sortOrders([order('done'), order('under-way')]).map(({ id }) => id)).toEqual(['under-way', 'done']);
  });
});
