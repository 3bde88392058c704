// What runs out. The declaration names the dates and how long before them people are reminded; the
// page only compares them with the server's clock.

import type { RegisterInfo, RegisterRecord } from '@anlan/contracts';

export interface Running {
  readonly fieldId: string;
  readonly at: string;
  readonly leftMs: number;
  /** Past, inside the reminder, or further off. */
  readonly state: 'expired' | 'due' | 'far';
}

/** Every date of a record that runs out, soonest first. */
export function runningOut(register: Pick<RegisterInfo, 'expiry'>, record: Pick<RegisterRecord, 'values'>, nowMs: number): readonly Running[] {
  return register.expiry.flatMap(({ fieldId, remindDays }): Running[] => {
    const at = record.values[fieldId];
    if (typeof at !== 'string') return [];
    const leftMs = Date.parse(at) - nowMs;
    return [{ fieldId, at, leftMs, state: leftMs <= 0 ? 'expired' : leftMs <= remindDays * DAY_MS ? 'due' : 'far' }];
  }).sort((a, b) => a.leftMs - b.leftMs);
}

/** How many records have passed a date, and how many are due to be reminded of. */
export function countRunning(register: Pick<RegisterInfo, 'expiry'>, records: readonly Pick<RegisterRecord, 'values'>[], nowMs: number): { readonly expiredCount: number; readonly dueCount: number } {
  const states = records.map((record) => runningOut(register, record, nowMs)[0]?.state);
  return { expiredCount: states.filter((state) => state === 'expired').length, dueCount: states.filter((state) => state === 'due').length };
}

const DAY_MS = 86_400_000;
