// What the readiness stress test knows of Zhoushan: the library of scenarios, the weather with its
// shares of the year, and the ports of the coast for the map of reach. Every figure names its source.

import type { ReachPort, StressCase, WeatherState } from '@anlan/domain';
import { readJson } from './files.ts';

export interface StressPack {
  readonly library: readonly StressCase[];
  readonly weatherStates: readonly WeatherState[];
  readonly coastPorts: readonly ReachPort[];
}

export function loadStressPack(): StressPack {
  const { ports, sourceText } = readJson<{ readonly sourceText: string; readonly ports: readonly Omit<ReachPort, 'sourceText'>[] }>('stress/coast-ports.json');
  return {
    library: readJson<{ readonly cases: readonly StressCase[] }>('stress/library.json').cases,
    weatherStates: readJson<{ readonly states: readonly WeatherState[] }>('stress/weather-states.json').states,
    coastPorts: ports.map((port) => ({ ...port, sourceText })),
  };
}
