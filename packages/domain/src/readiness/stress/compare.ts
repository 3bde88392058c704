// Two runs side by side: which gaps are new, closed, better or worse. Gaps are matched by scenario and
// demand; a scenario that only one of the runs has is named and not counted.

import type { StressGap, StressResult } from './types.ts';

export interface GapChange {
  readonly scenarioId: string;
  readonly demandId: string;
  readonly change: 'new' | 'closed' | 'better' | 'worse' | 'same';
  readonly before: StressGap | null;
  readonly after: StressGap | null;
}

export interface StressComparison {
  readonly changes: readonly GapChange[];
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  readonly shortageBeforeRatioHours: number;
  readonly shortageAfterRatioHours: number;
  readonly sameInputs: boolean;
}

export function compareRuns(before: StressResult, after: StressResult): StressComparison {
  const idsBefore = before.scenarios.map(({ scenarioId }) => scenarioId);
  const idsAfter = after.scenarios.map(({ scenarioId }) => scenarioId);
  const shared = new Set(idsBefore.filter((id) => idsAfter.includes(id)));
  const gapsOf = (result: StressResult): ReadonlyMap<string, StressGap> => new Map(result.scenarios.filter(({ scenarioId }) => shared.has(scenarioId)).flatMap(({ gaps }) => gaps).map((gap) => [`${gap.scenarioId}\n${gap.demandId}`, gap]));
  const old = gapsOf(before);
  const now = gapsOf(after);
  const sum = (result: StressResult): number => result.scenarios.filter(({ scenarioId }) => shared.has(scenarioId)).reduce((total, one) => total + one.shortageRatioHours, 0);
  return {
    changes: [...new Set([...old.keys(), ...now.keys()])].toSorted().map((key) => changeOf(old.get(key) ?? null, now.get(key) ?? null)),
    onlyBefore: idsBefore.filter((id) => !shared.has(id)), onlyAfter: idsAfter.filter((id) => !shared.has(id)),
    shortageBeforeRatioHours: sum(before), shortageAfterRatioHours: sum(after), sameInputs: before.inputsHash === after.inputsHash,
  };
}

function changeOf(before: StressGap | null, after: StressGap | null): GapChange {
  const { scenarioId = '', demandId = '' } = after ?? before ?? {};
  if (before === null || after === null) return { scenarioId, demandId, change: before === null ? 'new' : 'closed', before, after };
  const difference = weightOf(after) - weightOf(before);
  return { scenarioId, demandId, change: Math.abs(difference) < 1e-6 ? 'same' : difference < 0 ? 'better' : 'worse', before, after };
}

/** Hours short, weighted over the weather, by the share that is missing at worst. */
function weightOf({ shortHoursMean, worstShortValue, needValue }: StressGap): number {
  return shortHoursMean * (needValue > 0 ? worstShortValue / needValue : 0);
}
