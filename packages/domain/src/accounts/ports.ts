// What forgetting needs: hashes of passwords, hashes of session tokens, a seat's screen settings.

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
  savePreferences(accountId: string, preferencesJson: string): Promise<void>;
  findPreferences(accountId: string): Promise<string | undefined>;
}
