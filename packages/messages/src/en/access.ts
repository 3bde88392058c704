// Sentences of the access table.
import type { Messages } from '../types.ts';

export const access = {
  ACCESS_DENIED: {
    happened: 'The post of {actorName} does not allow: {command}.',
    means: 'This step was not carried out and nothing was recorded.',
    next: 'Ask someone whose post allows it, or have an administrator check the post.',
  },
  ACCESS_COMMAND_UNKNOWN: {
    happened: 'There is no command named {command}.',
    means: 'Nothing was done.',
    next: 'Bring client and server to the same version and try again.',
  },
} as const satisfies Messages;
