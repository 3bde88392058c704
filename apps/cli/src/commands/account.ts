// Accounts from the command line; how a production installation gets its first administrator. A
// password is asked on the terminal or drawn and printed once; it is never an argument, which other
// users of the machine could read.

import { administer, drawPassword, readConfig } from '@anlan/server';
import type { Administration } from '@anlan/server';
import type { Role } from '@anlan/domain';
import { AdapterError } from '@anlan/kernel';
import { askNewPassword } from '../ask-password.ts';
import { printJson } from '../print.ts';
import { refused } from '../refused.ts';

export interface CreateOptions {
  readonly role: readonly string[];
  readonly organisation: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly generate: boolean;
}

export async function create(userName: string, options: CreateOptions): Promise<void> {
  const roles = options.role.map(roleFromText);
  const password = await passwordOf(options.generate);
  const account = { userName, displayName: { zh: options.nameZh, en: options.nameEn }, roles, organisationId: options.organisation, password };
  const made = await withAccounts((administration) => administration.createAccount(account));
  if (!made.ok) throw refused(made.refusal);
  printJson({ id: made.value.id, userName, roles, ...(options.generate ? { password } : {}) });
}

export async function list(): Promise<void> {
  const accounts = await withAccounts((administration) => administration.listAccounts());
  printJson(accounts.map(({ userName, displayName, roles, organisationId, demonstration, revoked }) => ({ userName, displayName, roles, organisationId, demonstration, revoked })));
}

export async function revoke(userName: string, options: { readonly reason: string }): Promise<void> {
  const done = await withAccounts((administration) => administration.revokeAccount(userName, options.reason));
  if (!done.ok) throw refused(done.refusal);
  printJson({ userName, revoked: true, endedSessionCount: done.value.endedSessionCount });
}

export async function password(userName: string, options: { readonly generate: boolean }): Promise<void> {
  const chosen = await passwordOf(options.generate);
  const done = await withAccounts((administration) => administration.resetPassword(userName, chosen));
  if (!done.ok) throw refused(done.refusal);
  printJson({ userName, endedSessionCount: done.value.endedSessionCount, ...(options.generate ? { password: chosen } : {}) });
}

function passwordOf(generate: boolean): Promise<string> {
  return generate ? Promise.resolve(drawPassword()) : askNewPassword();
}

function withAccounts<T>(work: (administration: Administration) => Promise<T>): Promise<T> {
  return administer(readConfig(process.env), work);
}

function roleFromText(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new AdapterError('CLI_OPTION_INVALID', { retryable: false, params: { option: '--role', value: text } });
  return role;
}

const ROLES = ['duty', 'commander', 'dispatcher', 'responder', 'enterprise', 'reserve', 'industry', 'admin'] as const satisfies readonly Role[];
