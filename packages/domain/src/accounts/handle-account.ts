// Making and revoking accounts. Revoking ends every session at once; live sockets are closed by the
// application, which is told by the event.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Context, EventLog, ViewStore } from '../log/index.ts';
import { appendOne, loadView, newEvent } from '../log/index.ts';
import type { AccountStore } from './ports.ts';
import type { AccountBody } from './types.ts';

export interface AccountDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly accounts: AccountStore;
}

export type CreateAccount = Omit<AccountBody, 'revoked' | 'revokedReason' | 'createdAt'> & { readonly passwordHash: string };

/** Creates an account by the system or an administrator; the same id twice changes nothing. */
export async function handleCreateAccount(deps: AccountDeps, command: CreateAccount, context: Context): Promise<Result<{ id: string }>> {
  const allowed = context.actor.kind === 'system' ? ok(true as const) : mayDo(context.actor, 'account.revoke');
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
