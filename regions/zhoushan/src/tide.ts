// Tide stations of the pack: the indicative constants of Zhoushan and the two observed stations that
// bracket it. The stored files are checked here; wrong constants are a broken pack, not a refusal.

import type { LonLat } from '@anlan/kernel';
import { assert } from '@anlan/kernel';
import type { HarmonicConstant, TidePredictor } from '@anlan/tide';
import { createTidePredictor } from '@anlan/tide';
import { readJson } from './files.ts';

export interface TideStation {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly position: LonLat;
  readonly datum: string;
  readonly confidence: 'verified' | 'unsure';
  readonly indicative?: boolean;
  readonly source: string;
  readonly licence: string;
  /** Constituents of the source that the predictor does not know, and the sum of their amplitudes. */
  readonly leftOut: { readonly names: readonly string[]; readonly amplitudeSumM: number };
  readonly constants: readonly HarmonicConstant[];
}

export function loadTideStations(): readonly TideStation[] {
  return readJson<{ stations: readonly TideStation[] }>('tide/stations.json').stations;
}

/** Predictor of a station of this pack; heights are about mean sea level, m. */
export function tidePredictor(stationId: string): TidePredictor {
  const station = loadTideStations().find(({ id }) => id === stationId);
  assert(station !== undefined, `no tide station ${stationId} in the pack`);
  const predictor = createTidePredictor(station.constants);
  assert(predictor.ok, `constants of ${stationId} are valid`);
  return predictor.value;
}
