// Sessions: a random token in a cookie, its SHA-256 in the store. A session dies by time, by logging
// out, and at once when its account is revoked (asked again on every request).

import type { AccountBody, AccountStore, Actor, Realm, ViewStore } from '@anlan/domain';
import type { Clock, Instant } from '@anlan/kernel';
import { addS } from '@anlan/kernel';
import { drawToken, hashToken } from './secrets.ts';

export interface SessionDeps {
  readonly views: ViewStore;
  readonly accounts: AccountStore;
  readonly realm: Realm;
  /** False in production: an account that demonstration mode made does not open the door there. */
  readonly allowDemonstration: boolean;
  /** The machine's own clock: a session's life does not follow a play's. */
  readonly wallClock: Clock;
  readonly verifyPassword: (passwordHash: string, password: string) => Promise<boolean>;
}

export interface Session {
  readonly account: AccountBody;
  readonly actor: Actor;
  readonly expiresAt: Instant;
}

export interface Sessions {
  /** undefined when the name, the password or the account does not hold; takes as long in every case. */
  login(userName: string, password: string): Promise<{ readonly token: string; readonly session: Session } | undefined>;
  find(token: string | undefined): Promise<Session | undefined>;
  end(token: string): Promise<void>;
}

export function createSessions(deps: SessionDeps): Sessions {
  return {
    async login(userName, password) {
      const account = await findByUserName(deps, userName);
      const stored = account === undefined ? undefined : await deps.accounts.findPasswordHash(account.id);
      const holds = await deps.verifyPassword(stored ?? UNMATCHABLE_HASH, password);
      if (account === undefined || stored === undefined || !holds || !isOpen(deps, account)) return undefined;
      const token = drawToken();
      const expiresAt = addS(deps.wallClock.now(), SESSION_S);
      await deps.accounts.createSession(hashToken(token), { accountId: account.id, expiresAt });
      // A new password or a revocation that came in between has ended all sessions but this one.
      if ((await deps.accounts.findPasswordHash(account.id)) !== stored) {
        await deps.accounts.removeSession(hashToken(token));
        return undefined;
      }
      return { token, session: sessionOf(account, expiresAt) };
    },
    async find(token) {
      if (token === undefined || token.length > 200) return undefined;
      const stored = await deps.accounts.findSession(hashToken(token));
      if (stored === undefined || stored.expiresAt <= deps.wallClock.now()) return undefined;
      const view = await deps.views.find<AccountBody>(deps.realm, 'account', stored.accountId);
      return view === undefined || !isOpen(deps, view.body) ? undefined : sessionOf(view.body, stored.expiresAt);
    },
    end: (token) => deps.accounts.removeSession(hashToken(token)),
  };
}

function isOpen(deps: SessionDeps, account: AccountBody): boolean {
  return !account.revoked && (deps.allowDemonstration || !account.demonstration);
}

export function actorOf(account: AccountBody): Actor {
  return { kind: 'person', id: account.id, name: account.displayName.zh, roles: account.roles, organisationId: account.organisationId };
}

async function findByUserName(deps: SessionDeps, userName: string): Promise<AccountBody | undefined> {
  const views = await deps.views.list<AccountBody>({ realm: deps.realm, kind: 'account', where: { userName }, limitCount: 1 });
  return views[0]?.body;
}

function sessionOf(account: AccountBody, expiresAt: Instant): Session {
  return { account, actor: actorOf(account), expiresAt };
}

/** One long shift and its hand-over, 14 hours. */
const SESSION_S = 14 * 3600;
/** A well-formed argon2id hash that no password matches, so that an unknown name costs the same time. */
const UNMATCHABLE_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
