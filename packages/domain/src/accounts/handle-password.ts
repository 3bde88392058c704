// Changing a password: by an administrator, which ends every session of the account, or by its holder,
// who proves the old one and keeps only the session that asks. The event tells that and by whom; the
// hash follows after COMMIT, so a crash between the two leaves the old password, never none.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Context, View } from '../log/index.ts';
import { appendOne, loadView, newEvent } from '../log/index.ts';
import { decidePassword } from './decide-account.ts';
import type { PasswordDeps } from './handle-account.ts';
import type { AccountBody } from './types.ts';

export async function handleResetPassword(deps: PasswordDeps, command: { readonly id: string; readonly password: string }, context: Context): Promise<Result<{ id: string; endedSessionCount: number }>> {
  const allowed = mayDo(context.actor, 'account.reset-password');
  if (!allowed.ok) return allowed;
  const view = await openAccount(deps, command.id, context);
  if (!view.ok) return view;
  const changed = await change(deps, view.value, { password: command.password, by: 'administrator' }, context);
  if (!changed.ok) return changed;
  return ok({ id: command.id, endedSessionCount: await deps.accounts.removeSessionsOf(command.id) });
}

export interface ChangeOwnPassword {
  readonly currentPassword: string;
  readonly password: string;
  /** The session that asks; it goes on, all others end. */
  readonly tokenHash: string;
}

export async function handleChangeOwnPassword(deps: PasswordDeps, command: ChangeOwnPassword, context: Context): Promise<Result<{ endedSessionCount: number }>> {
  const view = await openAccount(deps, context.actor.id, context);
  if (!view.ok) return view;
  const stored = await deps.accounts.findPasswordHash(context.actor.id);
  if (stored === undefined || !(await deps.verifyPassword(stored, command.currentPassword))) return refuse('ACCOUNT_PASSWORD_WRONG');
  const changed = await change(deps, view.value, { password: command.password, by: 'holder' }, context);
  if (!changed.ok) return changed;
  return ok({ endedSessionCount: await deps.accounts.removeSessionsOf(context.actor.id, command.tokenHash) });
}

async function openAccount(deps: PasswordDeps, id: string, context: Context): Promise<Result<View<AccountBody>>> {
  const view = await loadView<AccountBody>(deps.views, context, 'account', id, { unknownCode: 'ACCOUNT_UNKNOWN' });
  return view.ok && view.value.body.revoked ? refuse('ACCOUNT_REVOKED', { id }) : view;
}

async function change(deps: PasswordDeps, view: View<AccountBody>, wanted: { readonly password: string; readonly by: 'holder' | 'administrator' }, context: Context): Promise<Result<true>> {
  const judged = decidePassword(view.body.userName, wanted.password);
  if (!judged.ok) return judged;
  const passwordHash = await deps.hashPassword(wanted.password);
  const target = { stream: `account:${view.id}` as const, expectedVersion: view.streamVersion };
  const appended = await appendOne(deps.log, context, target, [newEvent(context, 'account.password-changed', { by: wanted.by })]);
  if (!appended.ok) return appended;
  await deps.accounts.setPasswordHash(view.id, passwordHash);
  return ok(true);
}
