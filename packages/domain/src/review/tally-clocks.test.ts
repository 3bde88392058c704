import { describe, expect, it } from 'vitest';
import type { Instant } from '@anlan/kernel';
import type { EventEnvelope } from '../log/index.ts';
import { tallyClocks } from './tally-clocks.ts';

const started = (positionIndex: number, id: string, dueAt: number, replacesClockIds: readonly string[] = []) =>
  ({ positionIndex, type: 'incident.clock_started', happenedAt: 0, payload: { id, dueAt, replacesClockIds } }) as unknown as EventEnvelope;
const about = (positionIndex: number, type: string, clockId: string, happenedAt: number) =>
  ({ positionIndex, type, happenedAt, payload: { clockId } }) as unknown as EventEnvelope;

describe('clocks met and missed', () => {
  it('S-327: a reading that was replaced is judged by the one that replaced it', () => {
    const events = [started(1, '4h', 100), started(2, '2h', 50, ['4h']), about(3, 'incident.clock_answered', '2h', 40)];
    expect(tallyClocks(events, 500 as Instant)).toEqual({ met: [3], missed: [], open: [] });
  });

  it('S-327: a reading that was breached before it was replaced stays missed', () => {
    const events = [started(1, '4h', 100), about(2, 'incident.clock_breached', '4h', 100), started(3, '2h', 250, ['4h'])];
    expect(tallyClocks(events, 200 as Instant)).toEqual({ met: [], missed: [1], open: [3] });
  });
});
