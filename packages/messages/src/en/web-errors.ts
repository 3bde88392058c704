// Errors of the web itself.
import type { Messages } from '../types.ts';

export const webErrorsText = {
  WEB_SERVER_UNREACHABLE: { happened: 'The server cannot be reached.', means: 'What you just did was not delivered, and the screen stands at its last synchronisation.', next: 'Check the network; the line comes back by itself, then do it again.' },
  WEB_ANSWER_UNREADABLE: { happened: 'The answer of the server cannot be read (status {status}).', means: 'It is not certain whether your last action succeeded.', next: 'Reload, check the result, then act; if it stays so, call the administrator.' },
  WEB_BASEMAP_MISSING: { happened: 'The base map file {path} cannot be had.', means: 'The map lacks this layer; positions and forecasts are still drawn by their coordinates.', next: 'Ask the administrator to check the base map of the region pack.' },
  WEB_MAP_UNSUPPORTED: { happened: 'This device cannot draw the map (no WebGL2).', means: 'Queue, forms and clocks work as usual, only the map is missing.', next: 'Use a newer browser or switch on graphics acceleration.' },
  WEB_LOCATION_UNAVAILABLE: { happened: 'The position of the phone cannot be had ({reason}).', means: 'The place must be told in another way.', next: 'Tap the map, or write the place in words.' },
  WEB_PHOTO_UNREADABLE: { happened: 'The photo {name} cannot be read.', means: 'This photo is not attached; nothing else is affected.', next: 'Choose another photo, or send without one.' },
  WEB_DEVICE_STORE_FULL: { happened: 'The storage of this phone is full; the report was not kept.', means: 'Leaving this page now loses what you wrote.', next: 'Remove the photo and try again, or call the duty number.' },
  WEB_SCREEN_FAILED: { happened: 'This part of the screen failed ({detail}).', means: 'The other parts work and no data are lost.', next: 'Try again; if it stays so, reload the page.' },
} as const satisfies Messages;
