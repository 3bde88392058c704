import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '@anlan/kernel';
import { testContext } from '../../register/testing/fake-memory.ts';
import { createSmallWorld } from '../testing/small-world.ts';
import { acceptanceOf, capacityCurve, clockRamp, handleRecordCall, localHours, producedValue, workedHours } from './index.ts';

describe('calls under an agreement', () => {
  it('S-448: each answer is recorded and moves what the firm is reckoned with, shown with how often it was asked', async () => {
    const world = await createSmallWorld([]);
    const duty = testContext(['duty']);
    const call = (askedValue: number, acceptedValue: number, answerCode: 'accepted' | 'partly' | 'refused' | 'no-answer') =>
      handleRecordCall(world, { agreementId: 'agreement-1', askedValue, acceptedValue, answerCode, calledAt: instant('2026-11-24T00:30:00Z'), note: '电话' }, duty);
    expect(await call(100, 0, 'refused')).toMatchObject({ value: { acceptance: { agreedRatio: 0.9, observedRatio: 0, callCount: 1, usedRatio: 0.75 } } });
    expect(await call(200, 100, 'partly')).toMatchObject({ value: { acceptance: { callCount: 2, observedRatio: 0.25 } } });
    expect(await call(100, 50, 'accepted')).toMatchObject({ refusal: { code: 'READINESS_ANSWER_CONTRADICTS' } });
    expect(await call(100, 1, 'no-answer')).toMatchObject({ refusal: { code: 'READINESS_ANSWER_CONTRADICTS' } });
    expect(world.events.at(-1)).toMatchObject({ type: 'agreement.called', happenedAt: instant('2026-11-24T00:30:00Z') });
    expect(await handleRecordCall(world, { agreementId: 'agreement-1', askedValue: 1, acceptedValue: 1, answerCode: 'accepted', calledAt: instant('2026-11-24T00:30:00Z'), note: 'x' }, testContext(['enterprise'], undefined, 'org-firm'))).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
  });

  it('before the first call the contract’s word stands; without either nothing is made up', () => {
    const agreement = (acceptanceRatio: number | null) => ({ values: { acceptanceRatio, callCount: null, honouredValue: null } }) as never;
    expect(acceptanceOf(agreement(0.8))).toMatchObject({ usedRatio: 0.8, observedRatio: null, callCount: 0 });
    expect(acceptanceOf(agreement(null)).usedRatio).toBeNull();
  });
});

describe('shifts', () => {
  const terms = { startLeadS: 7200, ramp: [{ fromHours: 0, ratePerHourValue: 10 }, { fromHours: 4, ratePerHourValue: 30 }], rawMaterialCapValue: 1e6 };
  const shifts = [{ startLocalHours: 8, workedHours: 8 }, { startLocalHours: 20, workedHours: 8 }];

  it('S-449: the ramp runs by the hours worked; between shifts the curve stands still', () => {
    // Asked at 12:00, ready at 14:00, works 14–16 and 20–04: two hours at 10, two more at 10, then 30.
    const curve = capacityCurve({ ...terms, shifts }, 16, { startLocalHours: 12 }).map((point) => point.quantityValue);
    expect(curve).toEqual([0, 0, 0, 10, 20, 20, 20, 20, 20, 30, 40, 70, 100, 130, 160, 190, 220]);
    expect(producedValue({ ...terms, shifts: [] }, 8)).toBe(producedValue(terms, 8));
    expect(workedHours([{ startLocalHours: 22, workedHours: 8 }, { startLocalHours: 0, workedHours: 4 }], 0, 24)).toBe(8);
    expect(localHours(instant('2026-11-24T20:30:00Z'), 480)).toBe(4.5);
  });

  it('S-449: property: shifts never make more than the clock, and the ramp by the clock gives the same curve', () => {
    const shift = fc.record({ startLocalHours: fc.integer({ min: 0, max: 23 }), workedHours: fc.integer({ min: 1, max: 12 }) });
    fc.assert(fc.property(fc.array(shift, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 120 }), (given, startLocalHours, afterHours) => {
      const made = producedValue({ ...terms, shifts: given }, afterHours, { startLocalHours });
      expect(made).toBeLessThanOrEqual(producedValue(terms, afterHours) + 1e-9);
      const ramp = clockRamp({ ...terms, shifts: given }, 120, { startLocalHours });
      expect(producedValue({ ...terms, ramp }, afterHours)).toBeCloseTo(made, 6);
    }));
  });
});
