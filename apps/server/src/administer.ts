// Accounts and devices for the command line: beside a running server or alone, in its database. What
// is done is an event like any other; it stands there under the command line and the user who ran it.

import { userInfo } from 'node:os';
import { accountIdOf, folds, handleAddAccount, handleCreateDevice, handleResetPassword, handleRevokeAccount, handleRevokeDevice } from '@anlan/domain';
import type { AccountBody, Actor, Context, DeviceBody, NewAccount, NewDevice } from '@anlan/domain';
import { openPgStores } from '@anlan/adapter-postgres';
import { hashPassword, systemClock, verifyPassword } from '@anlan/adapter-system';
import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import { drawDeviceToken, hashToken } from './accounts/secrets.ts';
import type { Config } from './config.ts';
import { borrowDatabase } from './database.ts';

export interface Administration {
  createAccount(account: Omit<NewAccount, 'demonstration'> & { readonly password: string }): Promise<Result<{ readonly id: string }>>;
  listAccounts(): Promise<readonly AccountBody[]>;
  /** Also ends its sessions. */
  revokeAccount(userName: string, reason: string): Promise<Result<{ readonly endedSessionCount: number }>>;
  resetPassword(userName: string, password: string): Promise<Result<{ readonly endedSessionCount: number }>>;
  /** The token is told here and never again. */
  createDevice(device: Omit<NewDevice, 'demonstration' | 'sourceId'>): Promise<Result<{ readonly id: string; readonly token: string }>>;
  listDevices(): Promise<readonly DeviceBody[]>;
  revokeDevice(id: string, reason: string): Promise<Result<{ readonly id: string }>>;
}

/** Opens the database for as long as `work` runs. */
export async function administer<T>(config: Config, work: (administration: Administration) => Promise<T>): Promise<T> {
  const database = await borrowDatabase(config);
  try {
    const stores = await openPgStores({ server: database.server, databaseName: database.databaseName, folds, applicationName: 'anlan-cli' });
    try {
      return await work(administration(stores));
    } finally {
      await stores.close();
    }
  } finally {
    await database.stop();
  }
}

type Stores = Pick<Awaited<ReturnType<typeof openPgStores>>, 'memory' | 'accounts' | 'deviceTokens'>;

function administration({ memory, accounts, deviceTokens }: Stores): Administration {
  const deps = { log: memory, views: memory, accounts, deviceTokens, hashPassword, verifyPassword };
  const context = (): Context => ({ realm: 'real', actor: commandLine(), now: systemClock.now() });
  return {
    // Not of demonstration mode's making, whichever mode the server runs in.
    createAccount: (account) => handleAddAccount(deps, { ...account, demonstration: false }, context()),
    listAccounts: async () => (await memory.list<AccountBody>({ realm: 'real', kind: 'account' })).map(({ body }) => body),
    revokeAccount: (userName, reason) => handleRevokeAccount(deps, { id: accountIdOf(userName), reason }, context()),
    resetPassword: (userName, password) => handleResetPassword(deps, { id: accountIdOf(userName), password }, context()),
    async createDevice(device) {
      const token = drawDeviceToken();
      const created = await handleCreateDevice(deps, { ...device, demonstration: false, tokenHash: hashToken(token) }, context());
      return created.ok ? ok({ id: created.value.id, token }) : created;
    },
    listDevices: async () => (await memory.list<DeviceBody>({ realm: 'real', kind: 'device' })).map(({ body }) => body),
    revokeDevice: (id, reason) => handleRevokeDevice(deps, { id, reason }, context()),
  };
}

function commandLine(): Actor {
  const { username } = userInfo();
  return { kind: 'system', id: `cli-${username}`, name: `命令行（${username}）`, roles: [], organisationId: '' };
}
