// What every store of accounts and device tokens must keep: it finds by hash, and it forgets.

import type { AccountStore, DeviceTokenStore } from '@anlan/domain';
import { instant } from '@anlan/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

export interface AccountHarness {
  readonly accounts: AccountStore;
  readonly deviceTokens: DeviceTokenStore;
  close(): Promise<void>;
}

const NOON = instant('2026-11-25T04:00:00Z');
const EVENING = instant('2026-11-25T12:00:00Z');

export function describeAccountContract(name: string, create: () => Promise<AccountHarness>): void {
  describe(`account contract: ${name}`, () => {
    let harness: AccountHarness;
    beforeEach(async () => { harness = await create(); });
    afterEach(async () => { await harness.close(); });

    it('ends every session of one account but the one that is named, and of no other', async () => {
      const { accounts } = harness;
      for (const [tokenHash, accountId] of [['a1', 'a'], ['a2', 'a'], ['a3', 'a'], ['b1', 'b']] as const) await accounts.createSession(tokenHash, { accountId, expiresAt: EVENING });
      expect(await accounts.removeSessionsOf('a', 'a2')).toBe(2);
      expect(await Promise.all(['a1', 'a2', 'a3', 'b1'].map(async (tokenHash) => (await accounts.findSession(tokenHash))?.accountId))).toEqual([undefined, 'a', undefined, 'b']);
      expect(await accounts.removeSessionsOf('a')).toBe(1);
      expect(await accounts.findSession('b1')).toEqual({ accountId: 'b', expiresAt: EVENING });
    });

    it('keeps the last password hash; forgets what has expired', async () => {
      const { accounts } = harness;
      await accounts.setPasswordHash('a', 'one');
      await accounts.setPasswordHash('a', 'two');
      expect(await accounts.findPasswordHash('a')).toBe('two');
      await accounts.createSession('old', { accountId: 'a', expiresAt: NOON });
      expect(await accounts.removeExpiredSessions(NOON)).toBe(1);
      expect(await accounts.findSession('old')).toBeUndefined();
    });

    it('remembers at which seats an account was opened, several at one seat, until their time is over', async () => {
      const { accounts } = harness;
      await accounts.keepSeat('desk', { accountId: 'a', expiresAt: EVENING }, NOON);
      await accounts.keepSeat('desk', { accountId: 'b', expiresAt: EVENING }, NOON);
      await accounts.keepSeat('home', { accountId: 'a', expiresAt: NOON }, NOON);
      await accounts.removeSessionsOf('a');
      expect([await accounts.listSeatAccountIds('desk', NOON), await accounts.listSeatAccountIds('home', NOON), await accounts.listSeatAccountIds('none', NOON)]).toEqual([['a', 'b'], [], []]);
      await accounts.keepSeat('home', { accountId: 'a', expiresAt: EVENING }, NOON);
      expect([await accounts.listSeatAccountIds('home', NOON), await accounts.listSeatAccountIds('desk', EVENING)]).toEqual([['a'], []]);
    });

    it('finds a device by the hash of its token until that is replaced or removed', async () => {
      const { deviceTokens } = harness;
      await deviceTokens.setTokenHash('gauge', 'h1');
      await deviceTokens.setTokenHash('other', 'h2');
      expect(await deviceTokens.findDeviceId('h1')).toBe('gauge');
      await deviceTokens.setTokenHash('gauge', 'h3');
      expect([await deviceTokens.findDeviceId('h1'), await deviceTokens.findDeviceId('h3')]).toEqual([undefined, 'gauge']);
      await deviceTokens.removeToken('gauge');
      expect([await deviceTokens.findDeviceId('h3'), await deviceTokens.findDeviceId('h2')]).toEqual([undefined, 'other']);
    });
  });
}
