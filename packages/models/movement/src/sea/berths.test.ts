import { addS, instant } from '@anlan/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planBerths } from './berths.ts';

const at = instant('2026-11-25T04:00:00Z');
const quay = { id: 'q', name: '码头', berthCount: 2, taken: [] };

describe('berths and anchorages', () => {
  it('S-450: the third of three waits for the first to leave, and is told until when', () => {
    const plan = planBerths(quay, [0, 60, 120].map((s, i) => ({ id: `v${i}`, arriveAt: addS(at, s), serviceS: 3600 })));
    if (!plan.ok) throw new Error(plan.refusal.code);
    expect(plan.value.stays.map(({ waitS }) => waitS)).toEqual([0, 0, 3480]);
    expect(plan.value.stays[2]!.reason).toEqual([{ code: 'MOVEMENT_BERTH_WAIT', params: { name: '码头', berthCount: 2, untilAt: '2026-11-25T05:00:00.000Z' } }]);
    expect(plan.value).toMatchObject({ waitSTotal: 3480, queueCountMax: 1 });
  });

  it('counts those who lie there already', () => {
    const plan = planBerths({ ...quay, taken: [{ untilAt: addS(at, 600) }, { untilAt: addS(at, 300) }] }, [{ id: 'v', arriveAt: at, serviceS: 60 }]);
    expect(plan).toMatchObject({ ok: true, value: { stays: [{ waitS: 300 }] } });
  });

  it('never has two vessels at one berth nor more than its number, and another berth never lengthens the waits', () => {
    const calls = fc.array(fc.record({ at: fc.nat(20_000), serviceS: fc.nat(9000) }), { maxLength: 25 });
    fc.assert(fc.property(calls, fc.integer({ min: 1, max: 4 }), (given, berthCount) => {
      const list = given.map((call, i) => ({ id: `v${i}`, arriveAt: addS(at, call.at), serviceS: call.serviceS }));
      const [few, more] = [planBerths({ ...quay, berthCount }, list), planBerths({ ...quay, berthCount: berthCount + 1 }, list)];
      if (!few.ok || !more.ok) throw new Error('right figures');
      for (const a of few.value.stays) for (const b of few.value.stays) {
        if (a.callId !== b.callId && a.berthIndex === b.berthIndex) expect(a.endAt <= b.startAt || b.endAt <= a.startAt).toBe(true);
      }
      expect(more.value.waitSTotal).toBeLessThanOrEqual(few.value.waitSTotal);
    }), { seed: 20261128 });
  });

  it('refuses no berths and endless stays', () => {
    expect(planBerths({ ...quay, berthCount: 0 }, [])).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_BERTH_FIGURES_WRONG' } });
    expect(planBerths(quay, [{ id: 'v', arriveAt: at, serviceS: Infinity }])).toMatchObject({ ok: false });
  });
});
