// The spill as the incident's facts tell it: the newest fact of each code that no other fact
// corrects. Nothing is filled in here; what is missing stays null.

import type { Instant, LonLat } from '@anlan/kernel';
import type { Fact, FactCode, IncidentBody } from '../incident/index.ts';

export interface SpillFacts {
  readonly position: LonLat;
  readonly oilId: string | null;
  readonly massKg: number | null;
  readonly volumeM3: number | null;
  readonly startAt: Instant | null;
  readonly durationS: number | null;
  readonly wind: { readonly speedMps: number; readonly windFromDegTrue: number; readonly observedAt: Instant } | null;
  readonly waterTemperatureDegC: number | null;
}

/** The incident's own position holds unless a fact corrects it. */
export function spillFactsOf(incident: IncidentBody): SpillFacts {
  const { facts } = incident;
  const speed = standingFact(facts, 'wind-speed');
  const from = standingFact(facts, 'wind-from');
  const oilId = standingFact(facts, 'oil')?.text.trim() ?? '';
  return {
    position: standingFact(facts, 'position')?.position ?? incident.position,
    oilId: oilId === '' ? null : oilId,
    massKg: standingFact(facts, 'spilled-mass')?.factValue ?? null,
    volumeM3: standingFact(facts, 'spilled-volume')?.factValue ?? null,
    startAt: standingFact(facts, 'release-started')?.happenedAt ?? null,
    durationS: standingFact(facts, 'release-duration')?.factValue ?? null,
    wind: speed?.factValue == null || from?.factValue == null ? null : { speedMps: speed.factValue, windFromDegTrue: from.factValue, observedAt: speed.happenedAt },
    waterTemperatureDegC: standingFact(facts, 'water-temperature')?.factValue ?? null,
  };
}

/** The newest fact of a code that no other fact corrects. */
export function standingFact(facts: readonly Fact[], code: FactCode): Fact | undefined {
  const corrected = new Set(facts.map((fact) => fact.supersedesFactId));
  return facts.findLast((fact) => fact.code === code && !corrected.has(fact.id));
}

/** True when enough is told to ask for a forecast: how much of which oil. */
export function isForecastable(facts: SpillFacts): boolean {
  return facts.oilId !== null && (facts.massKg !== null || facts.volumeM3 !== null);
}
