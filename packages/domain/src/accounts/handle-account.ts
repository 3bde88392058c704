// Making and revoking accounts. Revoking ends every session at once; live sockets are closed by the
// application, which is told by the event.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Context, EventLog, ViewStore } from '../log/index.ts';
import { appendOne, loadView, newEvent } from '../log/index.ts';
import type { NewAccount } from './decide-account.ts';
import { accountIdOf, decideNewAccount, decidePassword } from './decide-account.ts';
import type { AccountStore } from './ports.ts';
import type { AccountBody } from './types.ts';

export interface AccountDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly accounts: AccountStore;
}

export interface PasswordDeps extends AccountDeps {
  readonly hashPassword: (password: string) => Promise<string>;
  readonly verifyPassword: (passwordHash: string, password: string) => Promise<boolean>;
}

export type CreateAccount = Omit<AccountBody, 'revoked' | 'revokedReason' | 'createdAt'> & { readonly passwordHash: string };

/** Seeds an account whose password was drawn by the application; the same id twice changes nothing. */
export async function handleCreateAccount(deps: AccountDeps, command: CreateAccount, context: Context): Promise<Result<{ id: string }>> {
  const allowed = mayDo(context.actor, 'account.create');
  if (!allowed.ok) return allowed;
  const { passwordHash, ...payload } = command;
  const existing = await deps.views.find<AccountBody>(context.realm, 'account', command.id);
  if (existing !== undefined) return ok({ id: command.id });
  const stream = `account:${command.id}` as const;
  const appended = await appendOne(deps.log, context, { stream, expectedVersion: 0 }, [newEvent(context, 'account.created', payload)]);
  if (!appended.ok) return appended;
  await deps.accounts.setPasswordHash(command.id, passwordHash);
  return ok({ id: command.id });
}

/**
 * Adds an account of a person. A name that was ever given is refused, also when two ask for it at
 * once: the stream is named after it, so the log lets one of them through.
 */
export async function handleAddAccount(deps: PasswordDeps, command: NewAccount & { readonly password: string }, context: Context): Promise<Result<{ id: string }>> {
  const allowed = mayDo(context.actor, 'account.create');
  if (!allowed.ok) return allowed;
  const { password, ...given } = command;
  const organisation = given.organisationId === '' ? undefined : await deps.views.find(context.realm, 'record', `organisations/${given.organisationId}`);
  const decided = decideNewAccount(given, organisation !== undefined);
  if (!decided.ok) return decided;
  const judged = decidePassword(given.userName, password);
  if (!judged.ok) return judged;
  const id = accountIdOf(given.userName);
  const passwordHash = await deps.hashPassword(password);
  const appended = await appendOne(deps.log, context, { stream: `account:${id}`, expectedVersion: 0 }, [newEvent(context, 'account.created', { id, ...decided.value })]);
  if (!appended.ok) return appended.refusal.code === 'LOG_VERSION_CONFLICT' ? refuse('ACCOUNT_NAME_TAKEN', { userName: given.userName }) : appended;
  await deps.accounts.setPasswordHash(id, passwordHash);
  return ok({ id });
}

export async function handleRevokeAccount(deps: AccountDeps, command: { readonly id: string; readonly reason: string }, context: Context): Promise<Result<{ id: string; endedSessionCount: number }>> {
  const allowed = mayDo(context.actor, 'account.revoke');
  if (!allowed.ok) return allowed;
  if (command.id === context.actor.id) return refuse('ACCOUNT_CANNOT_REVOKE_SELF', {});
  const view = await loadView<AccountBody>(deps.views, context, 'account', command.id, { unknownCode: 'ACCOUNT_UNKNOWN' });
  if (!view.ok) return view;
  if (!view.value.body.revoked) {
    const target = { stream: `account:${command.id}` as const, expectedVersion: view.value.streamVersion };
    const appended = await appendOne(deps.log, context, target, [newEvent(context, 'account.revoked', { reason: command.reason })]);
    if (!appended.ok) return appended;
  }
  return ok({ id: command.id, endedSessionCount: await deps.accounts.removeSessionsOf(command.id) });
}
