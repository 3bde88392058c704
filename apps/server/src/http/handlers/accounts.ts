// Accounts: made, given a new password, revoked by an administrator; a password changed by its holder.

import { handleAddAccount, handleChangeOwnPassword, handleResetPassword, handleRevokeAccount } from '@anlan/domain';
import type { AccountBody, PasswordDeps } from '@anlan/domain';
import { hashPassword, verifyPassword } from '@anlan/adapter-system';
import { ok, refuse } from '@anlan/kernel';
import { hashToken } from '../../accounts/secrets.ts';
import type { App } from '../../app.ts';
import type { Handlers } from '../call.ts';
import { findToken } from '../cookie.ts';

type AccountRoutes = 'listAccounts' | 'createAccount' | 'resetPassword' | 'changePassword' | 'revokeAccount';

export const accountHandlers: Pick<Handlers, AccountRoutes> = {
  async listAccounts({ app }) {
    const views = await app.views.list<AccountBody>({ realm: app.realm, kind: 'account' });
    return ok(views.map((view) => accountToWire(view.body)));
  },

  async createAccount({ app, body, context }) {
    return handleAddAccount(passwordDeps(app), { ...body, demonstration: app.mode !== 'production' }, context);
  },

  async resetPassword({ app, params, body, context }) {
    const reset = await handleResetPassword(passwordDeps(app), { id: params.id, password: body.password }, context);
    if (!reset.ok) return reset;
    app.hub.closeAccount(params.id);
    return ok({ endedSessionCount: reset.value.endedSessionCount });
  },

  async changePassword({ app, body, actor, context, request }) {
    const token = findToken(request);
    const account = await app.views.find<AccountBody>(app.realm, 'account', actor.id);
    if (token === undefined || account === undefined) return refuse('HTTP_SESSION_MISSING');
    // Whoever found an open seat does not get to guess here what the login slows down.
    const tokenHash = hashToken(token);
    const entered = app.loginWaits.enter({ userName: account.body.userName, address: request.ip, provenHash: tokenHash });
    if (!entered.ok) return entered;
    const changed = await handleChangeOwnPassword(passwordDeps(app), { ...body, tokenHash }, context);
    if (changed.ok || changed.refusal.code !== 'ACCOUNT_PASSWORD_WRONG') entered.value.succeeded();
    // Every socket of the account closes; those whose session still holds come back by themselves.
    if (changed.ok) app.hub.closeAccount(actor.id);
    return changed;
  },

  async revokeAccount({ app, params, body, context }) {
    const revoked = await handleRevokeAccount(app, { id: params.id, reason: body.reason }, context);
    if (!revoked.ok) return revoked;
    app.hub.closeAccount(params.id);
    return ok({ done: true });
  },
};

export function accountToWire({ id, userName, displayName, roles, organisationId, demonstration, revoked }: AccountBody): object {
  return { id, userName, displayName, roles, organisationId, demonstration, revoked };
}

function passwordDeps(app: App): PasswordDeps {
  return { log: app.log, views: app.views, accounts: app.accounts, hashPassword, verifyPassword };
}
