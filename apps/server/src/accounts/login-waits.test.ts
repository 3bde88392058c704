import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Clock } from '@anlan/kernel';
import { addS, instant } from '@anlan/kernel';
import { createLoginWaits, waitS } from './login-waits.ts';

function create() {
  let now = instant('2026-11-25T04:00:00Z');
  const clock = { now: () => now } as Clock;
  const waits = createLoginWaits(clock);
  const enter = (userName: string, address = '192.0.2.1', provenHash?: string): number => {
    const entered = waits.enter({ userName, address, provenHash });
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

  it('strangers share five tries in half a minute at a name, over all addresses and any spelling of it; another name is not slowed', () => {
    const { enter } = create();
    const told = Array.from({ length: 8 }, (_unused, i) => enter(i % 2 === 0 ? 'duty' : ' DUTY', `192.0.2.${i}`));
    expect(told).toEqual([0, 0, 0, 0, 0, 30, 30, 30]);
    expect(enter('other')).toBe(0);
  });

  it('a try during the wait is refused and does not lengthen it', () => {
    const { enter, pass } = create();
    for (let i = 0; i < 5; i++) enter('duty');
    for (let i = 0; i < 20; i++) expect(enter('duty')).toBe(5);
    pass(30);
    expect(enter('duty')).toBe(0);
    expect(enter('duty')).toBe(10);
  });

  it('an IPv6 network counts as one address, an IPv4 address in IPv6 spelling as itself', () => {
    const { enter } = create();
    for (let i = 0; i < 5; i++) enter('duty', `2001:db8:0:7::${i}`);
    expect(enter('duty', '2001:0db8:0:7:ffff::9')).toBe(5);
    expect(enter('other', '::ffff:192.0.2.7')).toBe(0);
    for (let i = 0; i < 4; i++) enter('other', '192.0.2.7');
    expect(enter('other', '::ffff:192.0.2.7')).toBe(5);
  });

  it('S-451: strangers who guess never make a proved seat wait, not even in the first minute after a restart; a guesser at that seat waits', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })), { maxLength: 200 }), (guesses) => {
      const { enter, pass } = create();
      for (const [host, pause] of guesses) { enter('duty', `198.51.100.${host}`); pass(pause); }
      expect(enter('duty', '198.51.100.1', 'seat')).toBe(0);
    }));
    const { enter } = create();
    for (let i = 0; i < 5; i++) enter('duty', '192.0.2.1', 'seat');
    expect(enter('duty', '192.0.2.1', 'seat')).toBe(5);
    expect(enter('duty', '192.0.2.1', 'other seat')).toBe(0);
  });

  it('a new seat waits at most 30 s while one address guesses without pause, and gets in when it was told', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2000 }), (begunS) => {
      const { enter, pass } = create();
      const guess = (): void => { for (let i = 0; i < 10; i++) enter('duty', '198.51.100.1'); };
      for (let s = 0; s < begunS; s++) { guess(); pass(1); }
      const told = enter('duty', '192.0.2.9');
      expect(told).toBeLessThanOrEqual(30);
      for (let s = 0; s < told; s++) { guess(); pass(1); }
      guess();
      if (told > 0) expect(enter('duty', '192.0.2.9')).toBe(0);
    }), { numRuns: 40 });
  });

  it('a turn that was told is kept, however many addresses ask in between; with forty of them it comes within five minutes', () => {
    const { enter, pass } = create();
    const guess = (): void => { for (let host = 0; host < 40; host++) enter('duty', `198.51.100.${host}`); };
    guess();
    const told = enter('duty', '192.0.2.9');
    expect(told).toBe(240);
    for (let s = 0; s < told; s++) { guess(); pass(1); }
    guess();
    expect(enter('duty', '192.0.2.9')).toBe(0);
  });

  it('the right password forgets what was counted and gives the turn back; an hour of quiet does as well', () => {
    const { waits, enter, pass } = create();
    for (let i = 0; i < 20; i++) {
      const right = waits.enter({ userName: 'duty', address: '192.0.2.1' });
      expect(right.ok).toBe(true);
      if (right.ok) right.value.succeeded();
    }
    expect([1, 2, 3, 4, 5].map(() => enter('duty'))).toEqual([0, 0, 0, 0, 0]);
    expect(enter('duty')).toBe(5);
    pass(3700);
    expect([enter('duty'), enter('duty')]).toEqual([0, 0]);
  });
});
