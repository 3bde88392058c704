// Sentences about accounts.
import type { Messages } from '../types.ts';

export const account = {
  ACCOUNT_UNKNOWN: { happened: 'There is no account {id}.', means: 'No account was changed.', next: 'Reload the list of accounts and try again.' },
  ACCOUNT_CANNOT_REVOKE_SELF: { happened: 'You cannot revoke the account that you are using.', means: 'The account is still valid.', next: 'Ask another administrator to revoke it.' },
} as const satisfies Messages;
