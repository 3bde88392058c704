// Sentences of the command line.
import type { Messages } from '../types.ts';

export const cli = {
  CLI_FORMULA_UNKNOWN: { happened: 'There is no formula {id}.', means: 'Nothing was computed.', next: 'anlan calc list shows all of them.' },
  CLI_SCENARIO_UNKNOWN: { happened: 'There is no scenario {id}.', means: 'Nothing was played.', next: 'There are: {known}.' },
  CLI_OPTION_INVALID: { happened: 'The option {option} has the value "{value}", which does not fit.', means: 'The command was not carried out.', next: '--help shows what is possible.' },
  CLI_FILE_UNREADABLE: { happened: 'The file {path} cannot be read: {detail}.', means: 'The command was not carried out.', next: 'Check the path and the permissions.' },
} as const satisfies Messages;
