// Sentences about accounts.
import type { Messages } from '../types.ts';

export const account = {
  ACCOUNT_UNKNOWN: { happened: 'There is no account {id}.', means: 'No account was changed.', next: 'Reload the list of accounts and try again.' },
  ACCOUNT_CANNOT_REVOKE_SELF: { happened: 'You cannot revoke the account that you are using.', means: 'The account is still valid.', next: 'Ask another administrator to revoke it.' },
  ACCOUNT_REVOKED: { happened: 'The account {id} was revoked.', means: 'Its password cannot be changed and it cannot sign in.', next: 'Make a new account with another user name.' },
  ACCOUNT_NAME_TAKEN: { happened: 'The user name {userName} was given already.', means: 'No account was made. A name is given only once, also when its account was revoked.', next: 'Choose another user name.' },
  ACCOUNT_NAME_UNREADABLE: { happened: 'The user name "{userName}" does not fit.', means: 'No account was made.', next: 'Use 2 to 40 small letters, digits, dots, hyphens or underscores, beginning with a letter or digit.' },
  ACCOUNT_DISPLAY_NAME_MISSING: { happened: 'The name to show is missing in Chinese or in English.', means: 'No account was made.', next: 'Give both names; the Chinese one stands in the log.' },
  ACCOUNT_ROLE_MISSING: { happened: 'No role was chosen.', means: 'No account was made: without a role it could do nothing.', next: 'Choose at least one role.' },
  ACCOUNT_ORGANISATION_UNKNOWN: { happened: 'There is no organisation {organisationId}.', means: 'No account was made: only an administrator may be without an organisation.', next: 'Choose one of the register of organisations; it is filled at the first start of the server.' },
  ACCOUNT_PASSWORD_TOO_SHORT: { happened: 'The password has fewer than {lengthCountMin} characters.', means: 'The password was not set.', next: 'Take a longer one; a sentence is good.' },
  ACCOUNT_PASSWORD_IS_NAME: { happened: 'The password is the user name.', means: 'The password was not set.', next: 'Take another one.' },
  ACCOUNT_PASSWORD_WRONG: { happened: 'The current password is wrong.', means: 'The password was not changed.', next: 'Try again, or have an administrator reset it.' },
} as const satisfies Messages;
