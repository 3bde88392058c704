// How good a sensor's newest value is, by its own age on the server's clock: no fetch is needed for a
// value to grow old. A sensor that speaks only when something changes is never late for being silent.

import type { Reading, SensorNow } from '@anlan/contracts';
import type { AgeState } from '../../format/age.ts';
import { ageState } from '../../format/age.ts';
import { newest } from '../../shell/environment.ts';

export interface JudgedSensor {
  readonly sensor: SensorNow['sensor'];
  readonly reading: Reading | null;
  readonly state: AgeState;
  readonly staleAfterS: number;
}

export const SENSOR_STATES = ['fresh', 'late', 'lost', 'none'] as const satisfies readonly AgeState[];

export function judgeSensor({ sensor, reading: fetched }: SensorNow, readings: ReadonlyMap<string, Reading>, nowMs: number): JudgedSensor {
  const reading = newest(fetched, readings.get(sensor.id));
  const staleAfterS = sensor.updateContract === 'event' ? Infinity : sensor.staleAfterS;
  return { sensor, reading, staleAfterS, state: ageState(reading === null ? undefined : Date.parse(reading.observedAt), nowMs, staleAfterS) };
}

export function countStates(judged: readonly JudgedSensor[]): Readonly<Record<AgeState, number>> {
  const counts = { fresh: 0, late: 0, lost: 0, none: 0 };
  for (const { state } of judged) counts[state] += 1;
  return counts;
}
