// The spill as the incident's facts tell it: of each code the fact that stands by the rule of
// `rules/standing-fact.ts`. Nothing is filled in here; what is missing stays null.

import type { Instant, LonLat } from '@anlan/kernel';
import type { FactCode, IncidentBody } from '../incident/index.ts';
import { standingFacts } from '../rules/index.ts';

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
  const standing = standingFacts(incident.facts);
  const of = (code: FactCode) => standing.get(code);
  const speed = of('wind-speed');
  const from = of('wind-from');
  const oilId = of('oil')?.text.trim() ?? '';
  return {
    position: of('position')?.position ?? incident.position,
    oilId: oilId === '' ? null : oilId,
    massKg: of('spilled-mass')?.factValue ?? null,
    volumeM3: of('spilled-volume')?.factValue ?? null,
    startAt: of('release-started')?.happenedAt ?? null,
    durationS: of('release-duration')?.factValue ?? null,
    wind: speed?.factValue == null || from?.factValue == null ? null : { speedMps: speed.factValue, windFromDegTrue: from.factValue, observedAt: speed.happenedAt },
    waterTemperatureDegC: of('water-temperature')?.factValue ?? null,
  };
}

/** True when enough is told to ask for a forecast: how much of which oil. */
export function isForecastable(facts: SpillFacts): boolean {
  return facts.oilId !== null && (facts.massKg !== null || facts.volumeM3 !== null);
}
