// Refusals of the access table.
import type { ErrorCatalogue } from '@anlan/kernel';

export const accessErrors = {
  ACCESS_DENIED: { kind: 'refusal', httpStatus: 403, params: ['command', 'actorName'] },
  ACCESS_COMMAND_UNKNOWN: { kind: 'refusal', httpStatus: 403, params: ['command'] },
} as const satisfies ErrorCatalogue;
