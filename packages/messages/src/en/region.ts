// Sentences of the region packs.
import type { Messages } from '../types.ts';

export const region = {
  ZHOUSHAN_DATA_UNREADABLE: {
    happened: 'The file {file} of the Zhoushan pack is missing or damaged.',
    means: 'The pack cannot be loaded, so nothing that depends on it is shown.',
    next: 'Restore the file from the release, or rebuild it with the script named in the README of the pack.',
  },
  ZHOUSHAN_CURRENT_INDICATIVE: 'Indicative tidal current, scaled to {speedMps} m/s off Aoshan on the ebb of mean springs; no measured or operational current is loaded.',
  ZHOUSHAN_CURRENT_NO_DEPTHS: 'No depths are loaded: the flow is solved at uniform depth with guessed troughs along the main fairways, speeds follow a regime depth of {referenceM} m in the open.',
  ZHOUSHAN_CURRENT_SLACK_LAG: 'The current is taken to turn {minutes} minutes after high and low water, everywhere at once.',
  ZHOUSHAN_CURRENT_ASYMMETRY: 'The flood is taken as stronger and longer than the ebb everywhere, by a steady part of {residualRatio} of mean springs; the real difference varies from place to place.',
  ZHOUSHAN_TIDE_INDICATIVE: "Indicative tidal constants, possibly an hour wrong; enter the station's own.",
} as const satisfies Messages;
