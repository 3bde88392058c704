// Lexicographic order of options: a later stage decides only among those that are equal, within
// 0.1 %, on every stage before it. Never one weighted sum: people must see which stage decided.

import type { Reason } from '../api/demand.ts';
import type { PlanFigures } from '../api/plan.ts';

export interface Stage {
  readonly code: string;
  /** Infinity stands for never. */
  measure(figures: PlanFigures): number;
  /** Differences below this are none, in the unit of the measure. */
  readonly hairIndex: number;
  /** The figure as people read it. */
  show(figures: PlanFigures): string | number;
}

/** Best first, each with the stage that set it against its neighbour. */
export function rankByStages<T extends { readonly figures: PlanFigures }>(options: readonly T[]): readonly { readonly option: T; readonly decidedBy: Reason }[] {
  const costsKnown = options.every((option) => option.figures.costUnknownCount === 0);
  const stages = costsKnown ? STAGES : STAGES.filter((stage) => stage.code !== COST_STAGE);
  const left = [...options];
  const ranked: T[] = [];
  while (left.length > 0) ranked.push(...left.splice(left.indexOf(bestOf(left, stages)), 1));
  return ranked.map((option, i) => ({ option, decidedBy: i === 0 ? firstDifference(stages, ranked) : decide(stages, ranked[i - 1]!, option) }));
}

/** Costs decide only when the cost of every option is known. */
const COST_STAGE = 'ALLOCATION_DECIDED_COST';

/** In order of weight. */
export const STAGES: readonly Stage[] = [
  { code: 'ALLOCATION_DECIDED_LIFE', hairIndex: 1e-6, measure: (f) => f.unmetLifeRatio, show: (f) => percent(f.unmetLifeRatio) },
  { code: 'ALLOCATION_DECIDED_CRITICAL', hairIndex: 1e-6, measure: (f) => f.unmetCriticalRatio, show: (f) => percent(f.unmetCriticalRatio) },
  { code: 'ALLOCATION_DECIDED_FIRST_ADEQUATE', hairIndex: 1, measure: (f) => f.firstAdequateS ?? Infinity, show: (f) => (f.firstAdequateS === null ? '—' : minutes(f.firstAdequateS)) },
  { code: 'ALLOCATION_DECIDED_MEAN_ADEQUATE', hairIndex: 1, measure: (f) => f.meanAdequateS, show: (f) => minutes(f.meanAdequateS) },
  { code: 'ALLOCATION_DECIDED_SHORTAGE_AREA', hairIndex: 1e-6, measure: (f) => f.shortageAreaRatioHours, show: (f) => Math.round(f.shortageAreaRatioHours * 100) / 100 },
  { code: 'ALLOCATION_DECIDED_WORST_UNMET', hairIndex: 1e-6, measure: (f) => f.worstUnmetRatio, show: (f) => percent(f.worstUnmetRatio) },
  { code: 'ALLOCATION_DECIDED_FLOORS', hairIndex: 0.5, measure: (f) => f.floorBreachCount, show: (f) => f.floorBreachCount },
  { code: 'ALLOCATION_DECIDED_COMMITTED', hairIndex: 1e-6, measure: (f) => f.committedRatio, show: (f) => percent(f.committedRatio) },
  { code: COST_STAGE, hairIndex: 1, measure: (f) => f.costFen, show: (f) => Math.round(f.costFen / 100) },
];

function bestOf<T extends { readonly figures: PlanFigures }>(options: readonly T[], stages: readonly Stage[]): T {
  let alive = options;
  for (const stage of stages) {
    const least = alive.reduce((low, option) => Math.min(low, stage.measure(option.figures)), Infinity);
    alive = alive.filter((option) => !isWorse(stage, stage.measure(option.figures), least));
  }
  return alive[0]!;
}

function isWorse(stage: Stage, here: number, best: number): boolean {
  if (here === best) return false;
  return here > best + Math.max(stage.hairIndex, Math.abs(best) * STAGE_TOLERANCE);
}

/** Why the first is first: the stage against the best of those that differ from it at all. */
function firstDifference(stages: readonly Stage[], ranked: readonly { readonly figures: PlanFigures }[]): Reason {
  const [first, ...others] = ranked;
  if (first === undefined || others.length === 0) return { code: 'ALLOCATION_DECIDED_ALONE', params: {} };
  const reasons = others.map((other) => decide(stages, first, other));
  return reasons.find((reason) => reason.code !== EQUAL) ?? { code: EQUAL, params: {} };
}

function decide(stages: readonly Stage[], better: { readonly figures: PlanFigures }, worse: { readonly figures: PlanFigures }): Reason {
  const stage = stages.find((each) => isWorse(each, each.measure(worse.figures), each.measure(better.figures)));
  if (stage === undefined) return { code: EQUAL, params: {} };
  return { code: stage.code, params: { better: stage.show(better.figures), worse: stage.show(worse.figures) } };
}

const EQUAL = 'ALLOCATION_DECIDED_EQUAL';

function percent(ratio: number): string {
  return `${Math.round(ratio * 1000) / 10} %`;
}

function minutes(durationS: number): number {
  return Math.round(durationS / 60);
}

/** Relative slack of a stage before the next may decide (formulation: 0.1 %). */
const STAGE_TOLERANCE = 0.001;
