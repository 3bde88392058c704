// What a new account and a new password must be. A password is judged by its length and by not being
// the user name, after NIST SP 800-63B (2017), 5.1.1.2: no composition rules, no forced renewal.

import type { Result } from '@anlan/kernel';
import { ok, plainName, refuse } from '@anlan/kernel';
import type { AccountBody } from './types.ts';

export type NewAccount = Pick<AccountBody, 'userName' | 'displayName' | 'roles' | 'organisationId' | 'demonstration'>;

/** The id follows from the user name, so that a name can be given only once, for ever. */
export function accountIdOf(userName: string): string {
  return `account-${userName}`;
}

/** `organisationIsThere`: whether the organisation has a record. Only an administrator may be without one. */
export function decideNewAccount(given: NewAccount, organisationIsThere: boolean): Result<NewAccount> {
  const { userName, roles, organisationId } = given;
  const displayName = { zh: plainName(given.displayName.zh), en: plainName(given.displayName.en) };
  if (!USER_NAME.test(userName)) return refuse('ACCOUNT_NAME_UNREADABLE', { userName: userName.slice(0, 60) });
  if (displayName.zh === '' || displayName.en === '') return refuse('ACCOUNT_DISPLAY_NAME_MISSING');
  if (roles.length === 0) return refuse('ACCOUNT_ROLE_MISSING');
  const mayStandAlone = organisationId === '' && roles.every((role) => role === 'admin');
  if (!organisationIsThere && !mayStandAlone) return refuse('ACCOUNT_ORGANISATION_UNKNOWN', { organisationId: organisationId === '' ? '—' : organisationId.slice(0, 80) });
  return ok({ ...given, displayName, roles: [...new Set(roles)] });
}

/** Length is counted in characters as a person sees them typed, not in bytes. */
export function decidePassword(userName: string, password: string): Result<true> {
  if ([...password].length < PASSWORD_LENGTH_COUNT_MIN) return refuse('ACCOUNT_PASSWORD_TOO_SHORT', { lengthCountMin: PASSWORD_LENGTH_COUNT_MIN });
  if (password.trim().toLowerCase() === userName.toLowerCase()) return refuse('ACCOUNT_PASSWORD_IS_NAME');
  return ok(true);
}

/** Our choice: above the eight that NIST SP 800-63B asks for at least. */
export const PASSWORD_LENGTH_COUNT_MIN = 12;
/** Lower case only, so that two accounts never differ by the case of a letter. */
const USER_NAME = /^[a-z0-9][a-z0-9._-]{1,39}$/;
