// Refusals around accounts.
import type { ErrorCatalogue } from '@anlan/kernel';

export const accountErrors = {
  ACCOUNT_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  ACCOUNT_CANNOT_REVOKE_SELF: { kind: 'refusal', httpStatus: 409, params: [] },
} as const satisfies ErrorCatalogue;
