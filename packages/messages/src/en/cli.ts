// Sentences of the command line.
import type { Messages } from '../types.ts';

export const cli = {
  CLI_FORMULA_UNKNOWN: { happened: 'There is no formula {id}.', means: 'Nothing was computed.', next: 'anlan calc list shows all of them.' },
  CLI_SCENARIO_UNKNOWN: { happened: 'There is no scenario {id}.', means: 'Nothing was played.', next: 'There are: {known}.' },
  CLI_OPTION_INVALID: { happened: 'The option {option} has the value "{value}", which does not fit.', means: 'The command was not carried out.', next: '--help shows what is possible.' },
  CLI_FILE_UNREADABLE: { happened: 'The file {path} cannot be read: {detail}.', means: 'The command was not carried out.', next: 'Check the path and the permissions.' },
  CLI_TERMINAL_MISSING: { happened: 'There is no terminal to ask for a password.', means: 'Nothing was changed.', next: 'Run it in a terminal, or add --generate.' },
  CLI_PASSWORD_NOT_SAME: { happened: 'The two passwords are not the same.', means: 'Nothing was changed.', next: 'Try again.' },
  CLI_INTERRUPTED: { happened: 'Interrupted.', means: 'Nothing was changed.', next: 'Call the command again when you are ready.' },
  CLI_ASSUMED_INDICATIVE_NETWORK: 'Roads, berths, ferries and pads of the region are indicative and unverified',
  CLI_ASSUMED_ROAD_EXTRACT: 'Roads from {file}: {linkCount} links, {junkCount} objects could not be read; berths and pads join the nearest node',
} as const satisfies Messages;
