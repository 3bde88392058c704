// Sentences of routing servers (OSRM, Valhalla).
import type { Messages } from '../types.ts';

export const routing = {
  ROUTING_UNREACHABLE: {
    happened: 'The routing server {engine} does not answer: {detail}.',
    means: 'Its road times are not available.',
    next: 'Check the server; the embedded network goes on working.',
  },
  ROUTING_TIMEOUT: {
    happened: 'The routing server {engine} did not answer within {timeoutMs} ms.',
    means: 'Its road times are not available.',
    next: 'Try again, ask for fewer places, or use the embedded network.',
  },
  ROUTING_ANSWER_UNREADABLE: {
    happened: 'The answer of {engine} cannot be read: {detail}.',
    means: 'No figure was taken from it.',
    next: 'Check the version and the address of the server.',
  },
  ROUTING_SERVER_REFUSED: {
    happened: '{engine} refused the question: {detail}.',
    means: 'Its road times are not available.',
    next: 'Check the positions and the limits of the server.',
  },
  ROUTING_FERRY_NOT_EXCLUDED: {
    happened: '{engine} would use ferries: {detail}.',
    means: 'It knows no timetable, and length by speed is wrong by hours, so its answer was not taken.',
    next: 'Allow the exclusion of ferries on the server, or use the embedded network.',
  },
  ROUTING_CLOSURES_NOT_SUPPORTED: {
    happened: '{engine} cannot keep to these closures: {names}.',
    means: 'Its ways could lead through them, so it was not asked.',
    next: 'Use the embedded network while they hold.',
  },
  ROUTING_TOO_MANY_PLACES: {
    happened: '{placeCount} places were asked for.',
    means: 'More than {placeCountMax} on one side are not asked of a server.',
    next: 'Ask for fewer places.',
  },
  ROUTING_ASSUMED_FIXED_PROFILE: 'Road times of {engine}: fixed speeds of its profile, without wind, without limits of this vehicle, without traffic',
  ROUTING_ASSUMED_NO_TRAFFIC: 'Road times of {engine}: without wind and without traffic',
} as const satisfies Messages;
