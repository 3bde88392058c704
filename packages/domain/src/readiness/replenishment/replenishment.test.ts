import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addS, instant } from '@anlan/kernel';
import type { LedgerEntry } from '../warehouse/ledger.ts';
import type { StockLot } from '../reserves/usable.ts';
import { demandKey, demandSeen, expiryForecast, normalCdf, normalQuantile, poissonCdf, suggestOrder } from './index.ts';
import type { StockPolicy } from './index.ts';

const now = instant('2026-11-24T01:00:00Z');
const DAY_S = 86_400;
const policy = (more: Partial<StockPolicy['values']> = {}): StockPolicy => ({
  id: 'p', values: {
    name: { zh: 'p', en: 'p' }, itemKindId: 'pad', facilityId: 'd', organisationId: 'org-a', demandCode: 'consumable', serviceRatio: 0.95, leadTimeS: 4 * DAY_S, leadTimeSdS: 0, reviewPeriodS: 0, floorValue: 0,
    perDayValueExpected: null, perDayValueSdExpected: null, sourceText: null, ...more,
  },
} as unknown as StockPolicy);
const seen = (more = {}) => ({ perDayValue: 100, perDaySdValue: 20, issueCount: 30, seenDays: 90, ...more });
const stock = (more = {}) => ({ availableValue: 1000, lapsingValue: 0, incomingValue: 0, stepValue: null, ...more });

describe('the distributions', () => {
  it.each([[0.5, 0], [0.95, 1.6448536269514722], [0.975, 1.959963984540054], [0.99, 2.3263478740408408], [0.999, 3.090232306167813]])('normal quantile of %d (tables: Abramowitz and Stegun 1964, 26.5)', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 9);
    expect(normalCdf(z)).toBeCloseTo(p, 12);
  });

  it('property: the quantile undoes the distribution on both sides', () => {
    fc.assert(fc.property(fc.double({ min: -5.9, max: 5.9, noNaN: true }), (z) => { expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 5); }));
  });

  it('Poisson: P(N ≤ 2) for mean 1 is 2.5/e, and sums do not underflow at mean 800', () => {
    expect(poissonCdf(2, 1)).toBeCloseTo(2.5 / Math.E, 12);
    expect(poissonCdf(-1, 1)).toBe(0);
    expect(poissonCdf(800, 800)).toBeGreaterThan(0.5);
    expect(poissonCdf(800, 800)).toBeLessThan(0.52);
  });
});

describe('replenishment', () => {
  it('worked by hand: μ 100 a day, σ 20, lead 4 days, 95 %: s = 400 + 1.6449·40 = 465.8', () => {
    const one = suggestOrder(policy(), seen(), stock({ availableValue: 465 }), now);
    expect(one.reorderPointValue).toBeCloseTo(465.794, 3);
    expect(one).toMatchObject({ orderValue: 0.794145, assumed: [] });
    expect(one.coverRatio).toBeCloseTo(normalCdf(65 / 40), 9);
    expect(suggestOrder(policy(), seen(), stock({ availableValue: 466 }), now).orderValue).toBe(0);
  });

  it('a spread of the lead time and a review period raise both levels (Silver, Pyke and Thomas 2017)', () => {
    const one = suggestOrder(policy({ leadTimeSdS: DAY_S, reviewPeriodS: 5 * DAY_S }), seen(), stock({ availableValue: 0 }), now);
    expect(one.reorderPointValue).toBeCloseTo(400 + 1.6448536 * Math.sqrt(4 * 400 + 100 ** 2), 2);
    expect(one.orderUpToValue).toBeCloseTo(900 + 1.6448536 * Math.sqrt(9 * 400 + 100 ** 2), 2);
  });

  it('gear of low demand: the least base stock with fill rate P(N_L ≤ S−1) at the level asked (Feeney and Sherbrooke 1966)', () => {
    // Mean 1.2 pieces in the lead time: P(N≤2) = 0.8795, P(N≤3) = 0.9662 → S = 4 for 95 %.
    const gear = suggestOrder(policy({ demandCode: 'gear', leadTimeS: 60 * DAY_S, perDayValueExpected: 0.02 }), seen({ issueCount: 0, perDayValue: 0 }), stock({ availableValue: 2 }), now);
    expect(gear).toMatchObject({ orderUpToValue: 4, reorderPointValue: 3, orderValue: 2 });
    expect(gear.coverRatio).toBeCloseTo(poissonCdf(1, 1.2), 12);
    expect(gear.assumed.map(({ code }) => code)).toEqual(['REPLENISH_DEMAND_EXPECTED', 'REPLENISH_SPREAD_POISSON']);
  });

  it('the floor decides over a small use; what lapses before goods arrive does not count; steps are whole', () => {
    const one = suggestOrder(policy({ floorValue: 900 }), seen(), stock({ availableValue: 1000, lapsingValue: 300, stepValue: 25 }), now);
    expect(one).toMatchObject({ positionValue: 700, orderValue: 200 });
    expect(one.reasons.map(({ code }) => code)).toEqual(['REPLENISH_BELOW_REORDER_POINT', 'REPLENISH_FLOOR_DECIDES', 'REPLENISH_LAPSES_IN_LEAD_TIME']);
    expect(suggestOrder(policy(), seen({ issueCount: 2 }), stock(), now).assumed.map(({ code }) => code)).toEqual(['REPLENISH_DEMAND_BARELY_SEEN']);
  });

  it('property: a higher service level never asks for less, and the order never leaves the position short of the level', () => {
    fc.assert(fc.property(fc.double({ min: 0.5, max: 0.99, noNaN: true }), fc.double({ min: 0, max: 0.0099, noNaN: true }), fc.integer({ min: 0, max: 900 }), fc.constantFrom('consumable' as const, 'gear' as const), (ratio, more, availableValue, demandCode) => {
      const low = suggestOrder(policy({ serviceRatio: ratio, demandCode }), seen(), stock({ availableValue }), now);
      const high = suggestOrder(policy({ serviceRatio: ratio + more, demandCode }), seen(), stock({ availableValue }), now);
      expect(high.orderUpToValue).toBeGreaterThanOrEqual(low.orderUpToValue);
      if (low.orderValue > 0) expect(low.positionValue + low.orderValue).toBeGreaterThanOrEqual(low.orderUpToValue - 0.001);
    }));
  });

  it('only use is demand: transfers, loans and counts are not, and what came back ready is taken off', () => {
    const entry = (days: number, purpose: LedgerEntry['purpose'], outValue: number, inValue = 0): LedgerEntry => ({ lotId: 'l', at: addS(now, days * DAY_S), inValue, outValue, purpose, eventType: 'x', stream: 'x', by: 'x' });
    const found = demandSeen([entry(0, 'use', 30), entry(1, 'transfer', 500), entry(2, 'loan', 9), entry(3, 'return', 0, 10), entry(9, 'use', 20)], now, addS(now, 10 * DAY_S));
    expect(found).toMatchObject({ perDayValue: 4, issueCount: 2, seenDays: 10 });
    const days = [30, 0, 0, -10, 0, 0, 0, 0, 0, 20];
    expect(found.perDaySdValue).toBeCloseTo(Math.sqrt(days.reduce((sum, x) => sum + (x - 4) ** 2, 0) / 9), 12);
  });
});

describe('expiry forecast', () => {
  const lot = (id: string, expiresDays: number | null, inspectionDays: number | null): StockLot => ({
    id, archived: false, state: 'ready', values: { itemKindId: 'pad', facilityId: 'd', expiresAt: expiresDays === null ? null : addS(now, expiresDays * DAY_S), inspectionValidUntilAt: inspectionDays === null ? null : addS(now, inspectionDays * DAY_S) },
  } as unknown as StockLot);
  const held = (id: string, onHandValue: number) => ({ holdingId: `stock-lots/${id}`, realm: 'real' as const, onHandValue, heldValue: 0 });
  const query = { now, monthCount: 12, utcOffsetMinutes: 480, perDayValueByKey: new Map<string, number>() };

  it('each lot is a cohort in the month it lapses; an inspection that runs out first is told apart', () => {
    const cohorts = expiryForecast({ ...query, lots: [lot('a', 10, null), lot('b', 300, 40), lot('c', -5, null), lot('d', 2000, null)], holdings: [held('a', 100), held('b', 50), held('c', 7), held('d', 9)] });
    expect(cohorts.map(({ month, expiresValue, inspectionLapsesValue }) => [month, expiresValue, inspectionLapsesValue])).toEqual([['2026-11', 7, 0], ['2026-12', 100, 0], ['2027-01', 0, 50]]);
  });

  it('known use takes the earliest cohort first, so less is thrown away than stands to lapse', () => {
    const given = { ...query, lots: [lot('a', 10, null), lot('b', 20, null)], holdings: [held('a', 100), held('b', 100)], perDayValueByKey: new Map([[demandKey('pad', 'd'), 15]]) };
    const [december] = expiryForecast(given);
    // a is used up after 6.7 days; b is used for the 13.3 days that remain to it.
    expect(december).toMatchObject({ expiresValue: 200, expiresAfterUseValue: 0 });
    const [slow] = expiryForecast({ ...given, perDayValueByKey: new Map([[demandKey('pad', 'd'), 2]]) });
    expect(slow?.expiresAfterUseValue).toBe(160);
  });

  it('property: use never makes more lapse, and no cohort loses more than it has', () => {
    fc.assert(fc.property(fc.array(fc.record({ days: fc.integer({ min: 1, max: 300 }), quantityValue: fc.integer({ min: 1, max: 500 }) }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 40 }), (cohorts, perDay) => {
      const lots = cohorts.map(({ days }, i) => lot(`l${i}`, days, null));
      const holdings = cohorts.map(({ quantityValue }, i) => held(`l${i}`, quantityValue));
      const rows = expiryForecast({ ...query, lots, holdings, perDayValueByKey: new Map([[demandKey('pad', 'd'), perDay]]) });
      for (const row of rows) {
        expect(row.expiresAfterUseValue).toBeLessThanOrEqual(row.expiresValue);
        expect(row.expiresAfterUseValue).toBeGreaterThanOrEqual(0);
      }
      const used = rows.reduce((sum, row) => sum + row.expiresValue - row.expiresAfterUseValue, 0);
      expect(used).toBeLessThanOrEqual(perDay * 300 + 1e-6);
    }));
  });
});
