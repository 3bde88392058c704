// Accounts of people. The log knows that an account was made, changed or revoked and by whom;
// password hashes and session tokens are not events: they live in a store that forgets.

import type { Instant } from '@anlan/kernel';
import type { Role } from '../log/index.ts';
import type { Titles } from '../signal/index.ts';

export interface AccountBody {
  readonly id: string;
  readonly userName: string;
  readonly displayName: Titles;
  readonly roles: readonly Role[];
  readonly organisationId: string;
  /** Made by demonstration mode; never exists in production. */
  readonly demonstration: boolean;
  readonly revoked: boolean;
  readonly revokedReason: string | null;
  readonly createdAt: Instant;
}

export type AccountEvent =
  | { readonly type: 'account.created'; readonly payload: Omit<AccountBody, 'revoked' | 'revokedReason' | 'createdAt'> }
  /** By whom is in the envelope; the password and its hash are in no event. */
  | { readonly type: 'account.password-changed'; readonly payload: { readonly by: 'holder' | 'administrator' } }
  | { readonly type: 'account.revoked'; readonly payload: { readonly reason: string } };
