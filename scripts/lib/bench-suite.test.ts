import { describe, expect, it } from 'vitest';
import { isFailed, markOf } from './bench-suite.ts';

describe('a bench row says whether its promise was kept', () => {
  it('is marked ✓ only when result and speed are both as promised', () => {
    expect([markOf({ ok: true, targetMet: true }), markOf({ ok: true }), markOf({ ok: true, targetMet: false }), markOf({ ok: false }), markOf({ itemCount: 3 })]).toEqual(['✓', '✓', '✗', '✗', '–']);
  });

  it('a wrong result fails the command; a missed target fails it when enforced', () => {
    expect([isFailed([{ ok: true, targetMet: false }], false), isFailed([{ ok: true, targetMet: false }], true), isFailed([{ ok: false, targetMet: true }], false), isFailed([{ ok: true, targetMet: true }], true)]).toEqual([false, true, true, false]);
  });
});
