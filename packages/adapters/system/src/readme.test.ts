import { instant } from '@anlan/kernel';
import { expect, it } from 'vitest';
import { createScaledClock, createSystemIds, hashPassword, verifyPassword } from './index.ts';

it('the example of the README holds', async () => {
  const startAt = instant('2026-11-23T09:00:00Z');
  const clock = createScaledClock(startAt, 60);
  expect(clock.now()).toBeGreaterThanOrEqual(startAt);
  expect(createSystemIds().newId('alert')).toMatch(/^alert-[0-9a-z]{16}$/);
  const passwordHash = await hashPassword('平安舟山');
  expect(await verifyPassword(passwordHash, '平安舟山')).toBe(true);
});
