// From what was short in each state of the weather to the gap map: what, where, from when, for how
// long, how much at worst, in which share of the weather, and why. As data and as GeoJSON.

import type { Assumption } from '@anlan/kernel';
import { canonicalJson } from '@anlan/kernel';
import type { PlanInput, Supply } from '@anlan/allocation';
import type { PlannedStress } from './ports.ts';
import type { Timeline } from './timeline.ts';
import type { GapCause, StateOutcome, StressDemand, StressGap, StressResult, StressScenario } from './types.ts';

export interface StateRun {
  readonly stateId: string;
  readonly weightRatio: number;
  readonly planned: PlannedStress;
  readonly input: PlanInput;
  readonly timeline: Timeline;
  readonly leastRatioHours: number;
  readonly outcomes: readonly StateOutcome[];
}

/** Gravest first: urgency, then share of the weather, then hours. */
export function gapsOf(scenario: StressScenario, runs: readonly StateRun[]): readonly StressGap[] {
  return scenario.demands.flatMap((demand) => gapOf(scenario, demand, runs)).toSorted((a, b) => URGENCY_ORDER.indexOf(a.urgency) - URGENCY_ORDER.indexOf(b.urgency) || b.stateShareRatio - a.stateShareRatio || b.shortHours - a.shortHours || (a.demandId < b.demandId ? -1 : 1));
}

function gapOf(scenario: StressScenario, demand: StressDemand, runs: readonly StateRun[]): readonly StressGap[] {
  const all = runs.flatMap((run) => run.outcomes.filter(({ demandId }) => demandId === demand.id).map((outcome) => ({ run, outcome })));
  const short = all.filter(({ outcome }) => outcome.firstShortHours !== null);
  const worst = short.toSorted((a, b) => b.outcome.shortAtDeadlineValue - a.outcome.shortAtDeadlineValue || b.outcome.worstShortValue - a.outcome.worstShortValue || b.outcome.shortHours - a.outcome.shortHours || b.outcome.weightRatio - a.outcome.weightRatio)[0];
  const scene = scenario.scenes.find(({ id }) => id === demand.sceneId);
  if (worst === undefined || scene === undefined) return [];
  const { cause, reasons } = causeOf(demand, worst.run.input, worst.outcome);
  return [{
    scenarioId: scenario.id, demandId: demand.id, capabilityCode: demand.capabilityCode, titles: demand.titles, unitCode: demand.unitCode, urgency: demand.urgency, sceneId: scene.id, sceneTitles: scene.titles,
    position: scene.position, needValue: demand.need.at(-1)?.quantityValue ?? 0, deadlineHours: demand.deadlineHours,
    firstShortHours: Math.min(...short.map(({ outcome }) => outcome.firstShortHours ?? Infinity)), shortHours: Math.max(...short.map(({ outcome }) => outcome.shortHours)),
    shortHoursMean: all.reduce((sum, { outcome }) => sum + outcome.weightRatio * outcome.shortHours, 0), worstShortValue: Math.max(...short.map(({ outcome }) => outcome.worstShortValue)),
    shortAtDeadlineValue: worst.outcome.shortAtDeadlineValue, worstStateId: worst.run.stateId, stateShareRatio: Math.min(1, short.reduce((sum, { outcome }) => sum + outcome.weightRatio, 0)), cause, reasons, closing: null,
  }];
}

/** Why it is short in that state: nothing held, ways shut, too late, or simply not enough. */
function causeOf(demand: StressDemand, input: PlanInput, outcome: StateOutcome): { readonly cause: GapCause; readonly reasons: readonly Assumption[] } {
  const serving = input.supplies.filter(({ capabilityCode }) => demand.accepts.includes(capabilityCode));
  if (serving.length === 0) return { cause: 'none-held', reasons: [{ code: 'STRESS_NONE_HELD', params: { capability: demand.capabilityCode } }] };
  const rows = new Map(input.travel.filter(({ sceneId }) => sceneId === demand.sceneId).map((row) => [row.originId, row]));
  const shut = serving.filter(({ id }) => rows.get(id)?.reachable === false);
  const why = shut.flatMap(({ id }) => { const row = rows.get(id); return row !== undefined && !row.reachable ? row.reason : []; });
  const reasons = [...new Map(why.map((reason) => [canonicalJson(reason), reason])).values()].slice(0, REASON_COUNT);
  if (outcome.shortAtEndValue <= 0) return { cause: 'too-late', reasons };
  // Cut off: what stands behind shut ways would have been enough.
  return { cause: shut.reduce((sum, supply) => sum + heldValue(supply), 0) >= outcome.shortAtEndValue ? 'cut-off' : 'not-enough', reasons };
}

function heldValue(supply: Supply): number {
  if (supply.reserve === 'stock') return supply.lots.reduce((sum, lot) => sum + lot.quantityValue, 0);
  return supply.reserve === 'social' ? supply.countedValue : supply.rawMaterialCapValue;
}

/** Points of the gap map; figures that a map colours by are properties. */
export function gapGeoJson({ scenarios }: StressResult): { readonly type: 'FeatureCollection'; readonly features: readonly object[] } {
  const features = scenarios.flatMap(({ gaps, titles }) => gaps.map((gap) => {
    const { position, reasons: _reasons, closing, titles: what, sceneTitles, ...figures } = gap;
    return {
      type: 'Feature', id: `${gap.scenarioId}/${gap.demandId}`, geometry: { type: 'Point', coordinates: position },
      properties: {
        ...figures, scenarioZh: titles.zh, scenarioEn: titles.en, whatZh: what.zh, whatEn: what.en, whereZh: sceneTitles.zh, whereEn: sceneTitles.en,
        closingCostFen: closing?.costFen ?? null, closingLeftValue: closing?.leftValue ?? null,
      },
    };
  }));
  return { type: 'FeatureCollection', features };
}

const URGENCY_ORDER: readonly StressGap['urgency'][] = ['life', 'critical', 'important', 'useful'];
/** Sentences kept with a gap. */
const REASON_COUNT = 6;
