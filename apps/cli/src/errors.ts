// Refusals of the command line itself.
import type { ErrorCatalogue } from '@anlan/kernel';

export const cliErrors = {
  CLI_FORMULA_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  CLI_SCENARIO_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id', 'known'] },
  CLI_OPTION_INVALID: { kind: 'refusal', httpStatus: 400, params: ['option', 'value'] },
  CLI_FILE_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['path', 'detail'] },
  CLI_TERMINAL_MISSING: { kind: 'refusal', httpStatus: 400, params: [] },
  CLI_PASSWORD_NOT_SAME: { kind: 'refusal', httpStatus: 400, params: [] },
  CLI_INTERRUPTED: { kind: 'refusal', httpStatus: 400, params: [] },
} as const satisfies ErrorCatalogue;
