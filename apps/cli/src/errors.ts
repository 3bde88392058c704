// Refusals of the command line itself.
import type { ErrorCatalogue } from '@anlan/kernel';

export const cliErrors = {
  CLI_FORMULA_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id'] },
  CLI_SCENARIO_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['id', 'known'] },
  CLI_OPTION_INVALID: { kind: 'refusal', httpStatus: 400, params: ['option', 'value'] },
  CLI_FILE_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['path', 'detail'] },
} as const satisfies ErrorCatalogue;
