import { describe, expect, it } from 'vitest';
import type { OrderBody } from '@anlan/domain';
import { addS, instant, secondsBetween } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import { moveCrews } from './crews.ts';
import type { Player } from './player.ts';

const T0 = instant('2026-11-26T05:00:00Z');
const NEXT = { accept: 'accepted', depart: 'under-way', arrive: 'on-scene', complete: 'done' } as const;

/** A player over orders in memory; the step is taken when the route is called, at the clock's instant. */
function playerWith(order: { readonly departDueAt: Instant; readonly arriveDueAt: Instant }) {
  let now: Instant = T0;
  let body = { id: 'order-1', state: 'issued', issuedAt: T0, steps: [{ state: 'issued', at: T0 }], task: { zh: '布放', en: 'boom' }, ...order } as unknown as OrderBody;
  const inject = async ({ url }: { url: string }) => {
    const step = Object.keys(NEXT).find((name) => url.endsWith(`/${name}`)) as keyof typeof NEXT;
    body = { ...body, state: NEXT[step], steps: [...body.steps, { state: NEXT[step], at: now }] } as OrderBody;
    return { statusCode: 200, body: '', cookies: [], json: () => ({}) };
  };
  const player = {
    server: { app: { realm: 'drill-d1', views: { list: async () => [{ body }] }, demonstrationAccounts: [] }, http: { inject } },
    clock: { now: () => now, reach: async (at: Instant) => { now = at; } },
    cookies: new Map([['dispatcher', 'c']]), say: () => undefined,
  } as unknown as Player;
  return { player, stepsS: () => body.steps.map(({ at }) => secondsBetween(T0, at)) };
}

const crews = { atS: 0, kind: 'crews', as: 'dispatcher', acceptAfterS: 130, workS: 3600 } as const;

describe('crews of a play', () => {
  it('do each step at its own instant, not at the next round of the timers: in time is in time', async () => {
    const { player, stepsS } = playerWith({ departDueAt: addS(T0, 601), arriveDueAt: addS(T0, 1999) });
    for (let s = 120; s <= 6000; s += 120) await moveCrews(player, crews, addS(T0, s));
    expect(stepsS()).toEqual([0, 130, 601, 1999, 5599]);
  });

  it('leave late when they were told late, and then arrive as much later', async () => {
    const { player, stepsS } = playerWith({ departDueAt: addS(T0, 30), arriveDueAt: addS(T0, 1030) });
    await moveCrews(player, crews, addS(T0, 6000));
    expect(stepsS()).toEqual([0, 130, 130, 1130, 4730]);
  });
});
