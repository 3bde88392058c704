// Password hashes, session tokens (hashed) and screen settings: what must be forgotten lies in
// tables of its own and never in the log.

import type { AccountStore } from '@anlan/domain';
import type { Instant } from '@anlan/kernel';
import { instantFromMs } from '@anlan/kernel';
import type { PgPool } from './pool.ts';

export function createPgAccounts(options: { readonly pool: PgPool }): AccountStore {
  const { pool } = options;
  const count = async (sql: string, values: readonly unknown[]): Promise<number> => (await pool.query(sql, values)).length;
  return {
    async setPasswordHash(accountId, passwordHash) {
      await pool.query('INSERT INTO credential (account_id, password_hash) VALUES ($1, $2) ON CONFLICT (account_id) DO UPDATE SET password_hash = $2', [accountId, passwordHash]);
    },
    async findPasswordHash(accountId) {
      const rows = await pool.query<{ password_hash: string }>('SELECT password_hash FROM credential WHERE account_id = $1', [accountId]);
      return rows[0]?.password_hash;
    },
    async createSession(tokenHash, session) {
      await pool.query('INSERT INTO session (token_hash, account_id, expires_at) VALUES ($1, $2, $3)', [tokenHash, session.accountId, new Date(session.expiresAt)]);
    },
    async findSession(tokenHash) {
      const rows = await pool.query<{ account_id: string; expires_at: Date }>('SELECT account_id, expires_at FROM session WHERE token_hash = $1', [tokenHash]);
      const row = rows[0];
      return row === undefined ? undefined : { accountId: row.account_id, expiresAt: instantFromMs(row.expires_at.getTime()) };
    },
    async removeSession(tokenHash) {
      await pool.query('DELETE FROM session WHERE token_hash = $1', [tokenHash]);
    },
    removeSessionsOf: (accountId, exceptTokenHash) => count('DELETE FROM session WHERE account_id = $1 AND token_hash <> $2 RETURNING 1', [accountId, exceptTokenHash ?? '']),
    removeExpiredSessions: (now: Instant) => count('DELETE FROM session WHERE expires_at <= $1 RETURNING 1', [new Date(now)]),
    async keepSeat(seatHash, { accountId, expiresAt }, now) {
      await pool.query('DELETE FROM seat WHERE account_id = $1 AND expires_at <= $2', [accountId, new Date(now)]);
      await pool.query('INSERT INTO seat (seat_hash, account_id, expires_at) VALUES ($1, $2, $3) ON CONFLICT (seat_hash, account_id) DO UPDATE SET expires_at = $3', [seatHash, accountId, new Date(expiresAt)]);
    },
    async listSeatAccountIds(seatHash, now) {
      const rows = await pool.query<{ account_id: string }>('SELECT account_id FROM seat WHERE seat_hash = $1 AND expires_at > $2 ORDER BY account_id', [seatHash, new Date(now)]);
      return rows.map(({ account_id: accountId }) => accountId);
    },
    async savePreferences(accountId, preferencesJson) {
      await pool.query('INSERT INTO preference (account_id, body) VALUES ($1, $2) ON CONFLICT (account_id) DO UPDATE SET body = $2', [accountId, preferencesJson]);
    },
    async findPreferences(accountId) {
      const rows = await pool.query<{ body: string }>('SELECT body FROM preference WHERE account_id = $1', [accountId]);
      return rows[0]?.body;
    },
  };
}
