// Use a day out of the ledger, with its spread, and over how many days it was seen. Only what was used
// counts: a transfer, a count or a loan is no demand, and what came back ready was not used up.

import type { Instant } from '@anlan/kernel';
import { secondsBetween } from '@anlan/kernel';
import type { LedgerEntry } from '../warehouse/ledger.ts';

export interface DemandSeen {
  readonly perDayValue: number;
  readonly perDaySdValue: number;
  /** Issues, whatever their size: the events of the Poisson model. */
  readonly issueCount: number;
  readonly seenDays: number;
}

/** Entries of one kind at one place in [fromAt, toAt). Days without use count as zero. */
export function demandSeen(entries: readonly LedgerEntry[], fromAt: Instant, toAt: Instant): DemandSeen {
  const seenDays = secondsBetween(fromAt, toAt) / DAY_S;
  const dayCount = Math.max(1, Math.ceil(seenDays));
  const byDay = new Map<number, number>();
  let issueCount = 0;
  for (const { at, inValue, outValue, purpose } of entries) {
    if (at < fromAt || at >= toAt || (purpose !== 'use' && purpose !== 'return')) continue;
    if (purpose === 'use') issueCount += 1;
    const day = Math.floor((at - fromAt) / (DAY_S * 1000));
    byDay.set(day, (byDay.get(day) ?? 0) + outValue - inValue);
  }
  const total = [...byDay.values()].reduce((sum, value) => sum + value, 0);
  const mean = Math.max(0, total) / dayCount;
  const squares = [...byDay.values()].reduce((sum, value) => sum + (value - mean) ** 2, 0) + (dayCount - byDay.size) * mean * mean;
  return { perDayValue: mean, perDaySdValue: dayCount > 1 ? Math.sqrt(squares / (dayCount - 1)) : 0, issueCount, seenDays };
}

const DAY_S = 86_400;
