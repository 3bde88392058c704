import { instant, instantFromMs } from '@anlan/kernel';
import { describe, expect, it } from 'vitest';
import { createScaledClock, createSteppedClock, createSystemIds, hashPassword, systemClock, verifyPassword } from './index.ts';

describe('the machine', () => {
  it('a password verifies against its own argon2id hash and no other', async () => {
    const passwordHash = await hashPassword('岙山-2026');
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(passwordHash, '岙山-2026')).toBe(true);
    expect(await verifyPassword(passwordHash, '岙山-2027')).toBe(false);
    expect(await verifyPassword('not a hash', '岙山-2026')).toBe(false);
  });

  it('a scaled clock runs at its rate from its start; a stepped clock never runs back', async () => {
    const startAt = instant('2026-11-25T00:00:00Z');
    const clock = createScaledClock(startAt, 1000);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(clock.now() - startAt).toBeGreaterThanOrEqual(25_000);
    const stepped = createSteppedClock(startAt);
    stepped.set(instantFromMs(startAt + 1));
    expect(() => stepped.set(startAt)).toThrow();
    expect(systemClock.now()).toBeGreaterThan(startAt - 1e11);
  });

  it('ids differ', () => {
    const ids = createSystemIds();
    expect(new Set(Array.from({ length: 1000 }, () => ids.newId('order'))).size).toBe(1000);
  });
});
