import { addS, instant } from '@anlan/kernel';
import { expect, it } from 'vitest';
import type { PlanInput } from './index.ts';
import { checkPlan, rankPlans } from './index.ts';

it('the example of the README runs and gives the figures printed there', () => {
  const now = instant('2026-11-23T02:00:00Z');
  const needAt = addS(now, 6 * 3600);
  const input: PlanInput = {
    now, horizonS: 24 * 3600,
    demands: [{
      id: 'berth', sceneId: 'spill', capabilityCode: 'boom-open', accepts: [{ capabilityCode: 'boom-open', effectRatio: 1 }], unitCode: 'm', urgency: 'critical',
      need: [{ at: needAt, quantityValue: 800, unitCode: 'm' }], deadlineAt: needAt, adequateValue: 400,
      purpose: { code: 'ALLOCATION_NEED_BERTH_BOOM', params: { name: '泊位', lengthM: 800 } }, working: { formulaId: 'register', inputs: { boomM: 800 }, sourceText: 'register' },
    }],
    supplies: [{
      id: 'depot-boom', reserve: 'stock', name: '库房', originId: 'depot', itemKindId: 'boom-1500', capabilityCode: 'boom-open', unitCode: 'm', effectValue: 1, stepValue: 20, leadS: 1800,
      requires: [], floorValue: 0, lots: [{ lotId: 'L1', quantityValue: 600, expiresAt: null, inspection: 'passed', inspectionValidUntilAt: null }],
    }],
    travel: [{ reachable: true, originId: 'depot', sceneId: 'spill', travelS: 5400, legs: [], reason: [] }],
  };
  const result = rankPlans(input);
  if (!result.ok) throw new Error(result.refusal.code);
  const [best] = result.value.value.options;
  expect(best).toMatchObject({ id: 'earliest', figures: { unmetCriticalRatio: 0.25, firstAdequateS: 7200 }, outcomes: [{ shortAtEndValue: 200 }] });
  expect(checkPlan(best!, input)).toEqual({ isRight: true, faults: [] });
});
