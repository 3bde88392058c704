// Password hashes, sessions and device tokens in memory.

import type { AccountStore, DeviceTokenStore, StoredSession } from '@anlan/domain';

export function createFakeAccounts(): AccountStore {
  const hashes = new Map<string, string>();
  const sessions = new Map<string, StoredSession>();
  const seats = new Map<string, StoredSession>();
  const preferences = new Map<string, string>();
  const removeWhere = (isGone: (tokenHash: string, session: StoredSession) => boolean): Promise<number> => {
    const gone = [...sessions].filter(([tokenHash, session]) => isGone(tokenHash, session));
    gone.forEach(([tokenHash]) => sessions.delete(tokenHash));
    return Promise.resolve(gone.length);
  };
  return {
    setPasswordHash: (accountId, passwordHash) => Promise.resolve(void hashes.set(accountId, passwordHash)),
    findPasswordHash: (accountId) => Promise.resolve(hashes.get(accountId)),
    createSession: (tokenHash, session) => Promise.resolve(void sessions.set(tokenHash, session)),
    findSession: (tokenHash) => Promise.resolve(sessions.get(tokenHash)),
    removeSession: (tokenHash) => Promise.resolve(void sessions.delete(tokenHash)),
    removeSessionsOf: (accountId, exceptTokenHash) => removeWhere((tokenHash, session) => session.accountId === accountId && tokenHash !== exceptTokenHash),
    removeExpiredSessions: (now) => removeWhere((_tokenHash, session) => session.expiresAt <= now),
    keepSeat: (seatHash, seat) => Promise.resolve(void seats.set(`${seatHash} ${seat.accountId}`, seat)),
    listSeatAccountIds: (seatHash, now) => Promise.resolve([...seats].filter(([key, seat]) => key === `${seatHash} ${seat.accountId}` && seat.expiresAt > now).map(([, seat]) => seat.accountId).sort()),
    savePreferences: (accountId, preferencesJson) => Promise.resolve(void preferences.set(accountId, preferencesJson)),
    findPreferences: (accountId) => Promise.resolve(preferences.get(accountId)),
  };
}

export function createFakeDeviceTokens(): DeviceTokenStore {
  const hashes = new Map<string, string>();
  return {
    setTokenHash: (deviceId, tokenHash) => Promise.resolve(void hashes.set(deviceId, tokenHash)),
    findDeviceId: (tokenHash) => Promise.resolve([...hashes].find(([, known]) => known === tokenHash)?.[0]),
    removeToken: (deviceId) => Promise.resolve(void hashes.delete(deviceId)),
  };
}
