// Seats at which an account was opened before: a random token in a cookie of the browser, its SHA-256
// with the account in the store. It opens nothing; it only says that this is not a stranger.

import type { AccountStore } from '@anlan/domain';
import { accountIdOf } from '@anlan/domain';
import type { Clock } from '@anlan/kernel';
import { addS } from '@anlan/kernel';
import { drawToken, hashToken } from './secrets.ts';

export interface Seats {
  /** The seat's hash when the account of this name was opened there; undefined for a stranger. */
  findProven(token: string | undefined, userName: string): Promise<string | undefined>;
  /** The seat's hash when any account was opened there. */
  findKnown(token: string | undefined): Promise<string | undefined>;
  /** After a right password: the token to keep at the seat, a new one where none was known. */
  remember(token: string | undefined, accountId: string): Promise<{ readonly token: string; readonly maxAgeS: number }>;
}

export function createSeats(deps: { readonly accounts: AccountStore; readonly wallClock: Clock }): Seats {
  const accountIdsAt = async (token: string | undefined): Promise<readonly string[]> =>
    token === undefined || token.length > TOKEN_LENGTH_COUNT_MAX ? [] : deps.accounts.listSeatAccountIds(hashToken(token), deps.wallClock.now());
  return {
    async findProven(token, userName) {
      return (await accountIdsAt(token)).includes(accountIdOf(userName)) ? hashToken(token ?? '') : undefined;
    },
    async findKnown(token) {
      return (await accountIdsAt(token)).length > 0 ? hashToken(token ?? '') : undefined;
    },
    async remember(given, accountId) {
      const token = given !== undefined && (await accountIdsAt(given)).length > 0 ? given : drawToken();
      const now = deps.wallClock.now();
      await deps.accounts.keepSeat(hashToken(token), { accountId, expiresAt: addS(now, SEAT_S) }, now);
      return { token, maxAgeS: SEAT_S };
    },
  };
}

const TOKEN_LENGTH_COUNT_MAX = 200;
/** Half a year, renewed at each login: longer than a leave, shorter than the 400 days browsers keep at most. */
const SEAT_S = 180 * 86_400;
