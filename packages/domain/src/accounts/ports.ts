// What forgetting needs: hashes of passwords, hashes of session and seat tokens, a seat's screen settings.

import type { Instant } from '@anlan/kernel';

export interface StoredSession {
  readonly accountId: string;
  readonly expiresAt: Instant;
}

/** Tokens are kept as SHA-256 only: whoever reads the store cannot log in with what is there. */
export interface AccountStore {
  setPasswordHash(accountId: string, passwordHash: string): Promise<void>;
  findPasswordHash(accountId: string): Promise<string | undefined>;
  createSession(tokenHash: string, session: StoredSession): Promise<void>;
  findSession(tokenHash: string): Promise<StoredSession | undefined>;
  removeSession(tokenHash: string): Promise<void>;
  /** Ends every session of an account but the one named; returns how many. */
  removeSessionsOf(accountId: string, exceptTokenHash?: string): Promise<number>;
  removeExpiredSessions(now: Instant): Promise<number>;
  /** Remembers that the account was opened at this seat, and forgets its seats that have expired. */
  keepSeat(seatHash: string, seat: StoredSession, now: Instant): Promise<void>;
  /** The accounts that were opened at this seat and are still remembered there. */
  listSeatAccountIds(seatHash: string, now: Instant): Promise<readonly string[]>;
  savePreferences(accountId: string, preferencesJson: string): Promise<void>;
  findPreferences(accountId: string): Promise<string | undefined>;
}
