import { describe, expect, it } from 'vitest';
import type { LiveFrame, Reading } from '@anlan/contracts';
import { createLiveValues } from './live-values.ts';

const reading = (sensorId: string, observedAt: string, readingValue: number): Reading => ({ sensorId, readingValue, observedAt, receivedAt: observedAt, sourceId: 's', simulated: true });
const frame = (part: Partial<LiveFrame>): LiveFrame => ({ at: '2026-11-23T12:00:00.000Z', changed: [], vessels: [], readings: [], progress: [], snapshot: false, ...part });

describe('live values', () => {
  it('a late reading never replaces a newer one', () => {
    const values = createLiveValues((run) => run());
    values.takeFrame(frame({ readings: [reading('a', '2026-11-23T12:00:05.000Z', 2)] }));
    values.takeFrame(frame({ readings: [reading('a', '2026-11-23T12:00:01.000Z', 1)] }));
    expect(values.get().readings.get('a')?.readingValue).toBe(2);
  });

  it('a position that comes live does not forget whose ship it is', () => {
    const values = createLiveValues((run) => run());
    const vessel = { mmsi: '412', observedAt: '2026-11-23T12:00:00.000Z', receivedAt: '2026-11-23T12:00:00.000Z', sourceId: 's', simulated: true };
    values.takeVessels([{ ...vessel, unitId: 'ves-1' }]);
    values.takeFrame(frame({ vessels: [{ ...vessel, observedAt: '2026-11-23T12:00:09.000Z' }] }));
    expect(values.get().vessels.get('412')).toMatchObject({ unitId: 'ves-1', observedAt: '2026-11-23T12:00:09.000Z' });
  });

  it('listeners are told once for many frames of one turn, and never for an empty frame', () => {
    let pending: (() => void) | undefined;
    let toldCount = 0;
    const values = createLiveValues((run) => { pending = run; });
    values.subscribe(() => toldCount++);
    values.takeFrame(frame({}));
    expect(pending).toBeUndefined();
    values.takeFrame(frame({ progress: [{ forecastId: 'f', shareRatio: 0.1 }] }));
    values.takeFrame(frame({ progress: [{ forecastId: 'f', shareRatio: 0.2 }] }));
    pending?.();
    expect(toldCount).toBe(1);
    expect(values.get().progress.get('f')).toBe(0.2);
  });
});
