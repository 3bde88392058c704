import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Clock } from '@anlan/kernel';
import { addS, instant } from '@anlan/kernel';
import { createLoginWaits, waitS } from './login-waits.ts';

function create() {
  let now = instant('2026-11-25T04:00:00Z');
  const clock = { now: () => now } as Clock;
  const waits = createLoginWaits(clock);
  const enter = (userName: string, address = 'a'): number => {
    const entered = waits.enter(userName, address);
    return entered.ok ? 0 : Number(entered.refusal.params['retryAfterS']);
  };
  return { waits, enter, pass: (s: number) => { now = addS(now, s); } };
}

describe('waits of the login', () => {
  it('grow from five seconds to five minutes and never further: nobody is locked out for good', () => {
    expect([1, 4, 5, 6, 7, 10, 11, 12, 1000].map(waitS)).toEqual([0, 0, 5, 10, 20, 160, 300, 300, 300]);
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }), (pauses) => {
      const { enter, pass } = create();
      for (const pause of pauses) { enter('duty'); pass(pause); }
      pass(300);
      expect(enter('duty')).toBe(0);
    }));
  });

  it('count over all addresses, and alike for any spelling; another name is not slowed', () => {
    const { enter } = create();
    const told = Array.from({ length: 8 }, (_unused, i) => enter(i % 2 === 0 ? 'duty' : ' DUTY', `address-${i}`));
    expect(told).toEqual([0, 0, 0, 0, 0, 5, 5, 5]);
    expect(enter('other')).toBe(0);
  });

  it('a try during the wait is refused and does not lengthen it', () => {
    const { enter, pass } = create();
    for (let i = 0; i < 5; i++) enter('duty');
    for (let i = 0; i < 20; i++) expect(enter('duty')).toBe(5);
    pass(5);
    expect(enter('duty')).toBe(0);
    expect(enter('duty')).toBe(10);
  });

  it('strangers who guess do not keep the officer out of the seat that was used before; a guesser at that seat waits too', () => {
    const { waits, enter } = create();
    const entered = waits.enter('duty', 'seat');
    if (entered.ok) entered.value.succeeded();
    for (let i = 0; i < 9; i++) enter('duty', `far-${i}`);
    expect(enter('duty', 'far')).toBeGreaterThan(0);
    expect(enter('duty', 'seat')).toBe(0);
    for (let i = 0; i < 4; i++) enter('duty', 'seat');
    expect(enter('duty', 'seat')).toBe(5);
  });

  it('the right password forgets what was counted; an hour of quiet does as well', () => {
    const { waits, enter, pass } = create();
    for (let i = 0; i < 4; i++) enter('duty');
    const right = waits.enter('duty', 'a');
    if (right.ok) right.value.succeeded();
    expect([1, 2, 3, 4, 5].map(() => enter('duty', 'a'))).toEqual([0, 0, 0, 0, 0]);
    expect(enter('duty', 'a')).toBe(5);
    pass(3700);
    expect([enter('duty', 'a'), enter('duty', 'a')]).toEqual([0, 0]);
  });
});
