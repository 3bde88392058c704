import { describe, expect, it } from 'vitest';
import { addS, instant } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import { createRetention } from './retention.ts';

const T0 = instant('2026-11-23T00:00:00Z');
const DAY_S = 86_400;

function watched(keepDays: number) {
  let now: Instant = T0;
  const droppedBefore: Instant[] = [];
  const notes: string[] = [];
  let broken = false;
  const care = {
    sealClosed: async () => [],
    dropBefore: async (beforeAt: Instant) => {
      if (broken) throw new Error('away');
      droppedBefore.push(beforeAt);
      return ['reading_20251019'];
    },
  };
  const retention = createRetention({ clock: { now: () => now }, note: (_level, text) => void notes.push(text) }, care, keepDays);
  return { retention, droppedBefore, notes, goTo: (at: Instant) => { now = at; }, breakIt: (is: boolean) => { broken = is; } };
}

describe('retention of observations', () => {
  it('drops what is older than the setting once a day, and says so', async () => {
    const { retention, droppedBefore, notes, goTo } = watched(400);
    await retention.sweep();
    await retention.sweep();
    goTo(addS(T0, DAY_S));
    await retention.sweep();
    expect(droppedBefore).toEqual([addS(T0, -400 * DAY_S), addS(T0, -399 * DAY_S)]);
    expect(notes).toEqual(['observations older than the setting dropped', 'observations older than the setting dropped']);
  });

  it('0 keeps everything', async () => {
    const { retention, droppedBefore } = watched(0);
    await retention.sweep();
    expect(droppedBefore).toEqual([]);
  });

  it('a store that is away is asked again at the next sweep', async () => {
    const { retention, droppedBefore, breakIt } = watched(30);
    breakIt(true);
    await expect(retention.sweep()).rejects.toThrow('away');
    breakIt(false);
    await retention.sweep();
    expect(droppedBefore).toHaveLength(1);
  });
});
