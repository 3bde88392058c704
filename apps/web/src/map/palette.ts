// Colours of the map, read from the style sheet where the map hangs (day, dusk or night). The GPU and
// canvases need values, so they are read once for each look of the map.

import { readToken } from '../app/tokens.ts';

export interface Palette {
  readonly land: string; readonly hill: string; readonly drying: string; readonly deep: string; readonly shallow: string;
  readonly coast: string; readonly label: string; readonly sounding: string; readonly halo: string;
  readonly panel: string; readonly text: string; readonly quiet: string; readonly accent: string; readonly model: string;
  /** Fill, numeral on it, and edge of levels 1…4; index 0 is unused. */
  readonly levels: readonly (readonly [fill: string, on: string, edge: string])[];
}

export function readPalette(element: Element): Palette {
  const c = (name: `--${string}`) => readToken(name, element);
  return {
    land: c('--land'), hill: c('--hill'), drying: c('--drying'), deep: c('--deep'), shallow: c('--d5'), coast: c('--coast'), label: c('--mapLabel'),
    sounding: c('--sounding'), halo: c('--halo'), panel: c('--panel'), text: c('--t1'), quiet: c('--t3'), accent: c('--acc'), model: c('--model'),
    levels: [['', '', ''], ...[1, 2, 3, 4].map((level): [string, string, string] => [c(`--l${level}`), c(`--l${level}on`), c(`--l${level}e`)])],
  };
}

/** `#rrggbb` as red, green, blue 0…255 with an opacity, for deck.gl. */
export function channels(colour: string, opacity = 1): [number, number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255, Math.round(opacity * 255)];
}
