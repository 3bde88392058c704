import { describe, expect, it } from 'vitest';
import { dayFigures } from './day-figures.ts';

const zone = 'Asia/Shanghai';
const nowMs = Date.parse('2026-11-23T17:00:00.000Z');

describe('figures of the day', () => {
  it('the day is that of the region: 16:30 UTC is already tomorrow', () => {
    const figures = dayFigures({
      alerts: [
        { raisedAt: '2026-11-23T15:59:00.000Z', acknowledgedAt: '2026-11-23T15:59:30.000Z' },
        { raisedAt: '2026-11-23T16:30:00.000Z', acknowledgedAt: '2026-11-23T16:30:40.000Z' },
        { raisedAt: '2026-11-23T16:40:00.000Z', acknowledgedAt: '2026-11-23T16:41:00.000Z' },
      ],
      reports: [{ receivedAt: '2026-11-23T16:00:00.000Z' }], incidents: [{ closedAt: '2026-11-23T16:10:00.000Z' }, { closedAt: null }], nowMs, zone,
    });
    expect(figures).toEqual({ takenCount: 3, closedCount: 1, acknowledgeMedianMs: 50_000 });
  });

  it('without an acknowledged alert there is no median, not a zero', () => {
    expect(dayFigures({ alerts: [{ raisedAt: '2026-11-23T16:30:00.000Z', acknowledgedAt: null }], reports: [], incidents: [], nowMs, zone }).acknowledgeMedianMs).toBeUndefined();
  });
});
