import { describe, expect, it } from 'vitest';
import { AdapterError, assert, AssertionFailure, kernelErrors, ok, refuse, unreachable } from './index.ts';

describe('the three kinds of what goes wrong', () => {
  it('a refusal is a value with a code and what fills its sentence', () => {
    expect(ok(3)).toEqual({ ok: true, value: 3 });
    expect(refuse('SOME_CODE', { massKg: -1 })).toEqual({ ok: false, refusal: { code: 'SOME_CODE', params: { massKg: -1 } } });
    expect(refuse('SOME_CODE').refusal.params).toEqual({});
  });

  it('a failure of the world is thrown with its code, its cause and whether to try again', () => {
    const cause = new Error('ECONNREFUSED');
    const failure = new AdapterError('POSTGRES_UNAVAILABLE', { cause, retryable: true });
    expect(failure).toMatchObject({ name: 'AdapterError', message: 'POSTGRES_UNAVAILABLE', code: 'POSTGRES_UNAVAILABLE', retryable: true, params: {}, cause });
    expect(failure).toBeInstanceOf(Error);
  });

  it('a mistake in the program stops the run where it is found', () => {
    expect(() => assert(false, 'mass is negative')).toThrow(AssertionFailure);
    expect(() => assert(true, 'never')).not.toThrow();
    expect(() => unreachable('left' as never)).toThrow('unreachable: left');
  });

  it('every code of the kernel begins with its name', () => {
    for (const code of Object.keys(kernelErrors)) expect(code).toMatch(/^KERNEL_[A-Z_]+$/);
  });
});
