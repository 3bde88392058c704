// Refusals around accounts.
import type { ErrorCatalogue } from '@anlan/kernel';

export const accountErrors = {
  ACCOUNT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  ACCOUNT_CANNOT_REVOKE_SELF: { kind: 'refusal', httpStatus: 409, params: [] },
  ACCOUNT_REVOKED: { kind: 'refusal', httpStatus: 409, params: ['id'] },
  ACCOUNT_NAME_TAKEN: { kind: 'refusal', httpStatus: 409, params: ['userName'] },
  ACCOUNT_NAME_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['userName'] },
  ACCOUNT_DISPLAY_NAME_MISSING: { kind: 'refusal', httpStatus: 400, params: [] },
  ACCOUNT_ROLE_MISSING: { kind: 'refusal', httpStatus: 400, params: [] },
  ACCOUNT_ORGANISATION_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['organisationId'] },
  ACCOUNT_PASSWORD_TOO_SHORT: { kind: 'refusal', httpStatus: 400, params: ['lengthCountMin'] },
  ACCOUNT_PASSWORD_IS_NAME: { kind: 'refusal', httpStatus: 400, params: [] },
  ACCOUNT_PASSWORD_WRONG: { kind: 'refusal', httpStatus: 403, params: [] },
} as const satisfies ErrorCatalogue;
