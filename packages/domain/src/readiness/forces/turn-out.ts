// Turn-out of units: from the order to the departure, as the orders recorded it (S-403). Mean and
// P90 (nearest rank: the smallest time that at least 90 % kept).

import type { Instant } from '@anlan/kernel';

/** What an order says of a turn-out; of dispatch only its shape is known here. */
export interface OrderTimes {
  readonly unitRegisterId: string | null;
  readonly unitId: string | null;
  readonly issuedAt: Instant;
  readonly steps: readonly { readonly state: string; readonly at: Instant }[];
}

export interface TurnOut {
  readonly orderCount: number;
  readonly turnOutSMean: number;
  readonly turnOutSP90: number;
}

/** By `<register>/<id>`; a unit that never left is absent. */
export function turnOutByUnit(orders: readonly OrderTimes[]): ReadonlyMap<string, TurnOut> {
  const timesS = new Map<string, number[]>();
  for (const { unitRegisterId, unitId, issuedAt, steps } of orders) {
    const departedAt = steps.find((step) => step.state === 'under-way')?.at;
    if (unitRegisterId === null || unitId === null || departedAt === undefined) continue;
    const key = `${unitRegisterId}/${unitId}`;
    timesS.set(key, [...(timesS.get(key) ?? []), (departedAt - issuedAt) / 1000]);
  }
  return new Map([...timesS].map(([key, times]) => [key, summarise(times)]));
}

function summarise(times: readonly number[]): TurnOut {
  const sorted = times.toSorted((a, b) => a - b);
  const rank = Math.ceil(0.9 * sorted.length) - 1;
  return { orderCount: sorted.length, turnOutSMean: sorted.reduce((sum, one) => sum + one, 0) / sorted.length, turnOutSP90: sorted[rank] ?? 0 };
}
