// Demonstration accounts: one for each role, made only in demonstration mode and in plays, with
// passwords drawn at first start and kept in the data folder (readable by its owner only).

import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handleCreateAccount } from '@anlan/domain';
import type { AccountDeps, Context, Role } from '@anlan/domain';
import { drawPassword } from './secrets.ts';

export interface DemonstrationAccount {
  readonly userName: string;
  readonly password: string;
  readonly displayName: { readonly zh: string; readonly en: string };
  readonly roles: readonly Role[];
  readonly organisationId: string;
}

/**
 * One account for each seat of today, with the passwords that the data folder holds; a seat that it does
 * not know yet gets one. So a play has the same accounts, and the same log, in every folder.
 */
export function readDemonstrationAccounts(dataDir: string): readonly DemonstrationAccount[] {
  const path = join(dataDir, 'demonstration-accounts.json');
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as DemonstrationAccount[]) : [];
  const accounts = SEATS.map((seat) => ({ ...seat, password: kept.find(({ userName }) => userName === seat.userName)?.password ?? drawPassword(PASSWORD_LENGTH_COUNT) }));
  if (JSON.stringify(accounts) === JSON.stringify(kept)) return accounts;
  writeFileSync(path, JSON.stringify(accounts, null, 2), { mode: 0o600 });
  chmodSync(path, 0o600);
  return accounts;
}

/** Creates the accounts in the log and sets their passwords; doing it again changes nothing. */
export async function seedDemonstrationAccounts(
  deps: AccountDeps, accounts: readonly DemonstrationAccount[], hashPassword: (password: string) => Promise<string>, context: Context,
): Promise<void> {
  for (const account of accounts) {
    const id = `account-${account.userName}`;
    if ((await deps.accounts.findPasswordHash(id)) !== undefined) continue;
    const passwordHash = await hashPassword(account.password);
    const { userName, displayName, roles, organisationId } = account;
    const created = await handleCreateAccount(deps, { id, userName, displayName, roles, organisationId, demonstration: true, passwordHash }, context);
    if (!created.ok) throw new Error(`cannot make demonstration account ${userName}: ${created.refusal.code}`);
    await deps.accounts.setPasswordHash(id, passwordHash);
  }
}


/** Short enough to type from the terminal. */
const PASSWORD_LENGTH_COUNT = 12;

const SEATS: readonly Omit<DemonstrationAccount, 'password'>[] = [
  { userName: 'duty', displayName: { zh: '周岚（值班员）', en: 'Zhou Lan (duty officer)' }, roles: ['duty'], organisationId: 'org-emergency-bureau' },
  { userName: 'commander', displayName: { zh: '陈屿（指挥长）', en: 'Chen Yu (commander)' }, roles: ['commander'], organisationId: 'org-emergency-bureau' },
  { userName: 'dispatcher', displayName: { zh: '林帆（调度员）', en: 'Lin Fan (dispatcher)' }, roles: ['dispatcher'], organisationId: 'org-emergency-bureau' },
  { userName: 'responder', displayName: { zh: '王海（现场人员）', en: 'Wang Hai (responder)' }, roles: ['responder'], organisationId: 'org-tug-company' },
  { userName: 'responder2', displayName: { zh: '徐港（企业现场人员）', en: 'Xu Gang (responder of the terminal)' }, roles: ['responder'], organisationId: 'org-port-enterprise' },
  { userName: 'enterprise', displayName: { zh: '赵平（企业安全员）', en: 'Zhao Ping (enterprise safety officer)' }, roles: ['enterprise'], organisationId: 'org-port-enterprise' },
  { userName: 'reserve', displayName: { zh: '孙仓（储备管理员）', en: 'Sun Cang (reserve manager)' }, roles: ['reserve'], organisationId: 'org-reserve-centre' },
  { userName: 'industry', displayName: { zh: '吴业（产业办）', en: 'Wu Ye (industry office)' }, roles: ['industry'], organisationId: 'org-industry-office' },
  { userName: 'admin', displayName: { zh: '郑管（管理员）', en: 'Zheng Guan (administrator)' }, roles: ['admin'], organisationId: 'org-emergency-bureau' },
];
