// Weather of the whole window as steps in time: that of the sea engine, with the direction of the
// wind, which a flight needs. One series for all places: the mean wind of the window.

import type { LocalName } from '@anlan/kernel';
import type { WeatherStep } from './sea-sources.ts';

export interface MovementWeatherStep extends WeatherStep {
  /** Where it comes from. */
  readonly windFromDegTrue?: number;
}

/** In order of time; a step holds until the next, the last holds on, the first holds before it too. */
export interface MovementWeather {
  readonly steps: readonly MovementWeatherStep[];
  readonly source: LocalName;
}
