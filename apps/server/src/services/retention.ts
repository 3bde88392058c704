// Once a day: observations older than the setting go, whole days at a time, and closed days get the
// index that would be too dear while they are written. The event log keeps everything for good. A
// day that fails is tried again at the next sweep.

import { addS } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import type { App } from '../app.ts';

export interface ObservationCare {
  sealClosed(now: Instant): Promise<readonly string[]>;
  dropBefore(beforeAt: Instant): Promise<readonly string[]>;
}

export interface Retention {
  /** Does the day's work when it is due. */
  sweep(): Promise<void>;
}

export function createRetention(base: Pick<App, 'clock' | 'note'>, care: ObservationCare, keepDays: number): Retention {
  let nextAt: Instant | undefined;
  return {
    async sweep() {
      const now = base.clock.now();
      if (nextAt !== undefined && now < nextAt) return;
      const sealed = await care.sealClosed(now);
      const dropped = keepDays === 0 ? [] : await care.dropBefore(addS(now, -keepDays * DAY_S));
      nextAt = addS(now, DAY_S);
      if (sealed.length > 0) base.note('info', 'closed days of readings indexed', { count: sealed.length });
      if (dropped.length > 0) base.note('warn', 'observations older than the setting dropped', { keepDays, partitions: dropped.join(', ') });
    },
  };
}

const DAY_S = 86_400;
