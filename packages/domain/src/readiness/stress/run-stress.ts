// A whole run: every case built into a scenario, every scenario in its states, one after the other
// with a breath in between, so that a server stays answerable and a run can be ended.

import type { Assumption, Result } from '@anlan/kernel';
import { canonicalJson, nameParams, ok, refuse, sha256Hex } from '@anlan/kernel';
import { buildScenario } from './families/index.ts';
import { distinctNotes, runScenario, statesOf } from './run-scenario.ts';
import type { StressWorld } from './run-scenario.ts';
import type { ScenarioOutcome, StressCase, StressResult, StressScenario, WeatherState } from './types.ts';

export interface StressRunOptions {
  /** Asked before each state; false ends the run with STRESS_CANCELLED. */
  isWanted?(): boolean;
  onProgress?(shareRatio: number): void;
}

export interface StressFacts extends StressWorld {
  /** Of goods and forces. */
  readonly notCounted: StressResult['notCounted'];
  readonly assumed: readonly Assumption[];
}

export async function runStress(cases: readonly StressCase[], facts: StressFacts, { isWanted = () => true, onProgress = () => undefined }: StressRunOptions = {}): Promise<Result<StressResult>> {
  const scenarios = buildScenarios(cases, facts);
  if (!scenarios.ok) return scenarios;
  const weights = checkWeights(facts.weatherStates);
  if (!weights.ok) return weights;
  const total = scenarios.value.reduce((sum, scenario) => sum + statesOf(scenario, facts.weatherStates).length, 0);
  let done = 0;
  const watch = { isWanted, onState: () => onProgress(++done / total) };
  const outcomes: ScenarioOutcome[] = [];
  let modelVersion = '';
  for (const scenario of scenarios.value) {
    const ran = await runScenario(scenario, facts, watch);
    if (!ran.ok) return ran;
    outcomes.push(ran.value.outcome);
    modelVersion = ran.value.modelVersion;
  }
  const assumed: Assumption[] = [...facts.assumed, { code: 'STRESS_ASSUMED_FIRST_YEAR', params: {} }, { code: 'STRESS_ASSUMED_DEADLINE_CLOSES', params: {} }];
  if (scenarios.value.some(({ weather }) => weather === 'statistics')) assumed.push(...weatherNotes(facts.weatherStates));
  return ok({
    scenarios: outcomes, notCounted: facts.notCounted, assumed: distinctNotes(assumed), plannerId: facts.planner.id,
    modelVersion: `stress-${STRESS_VERSION} ${modelVersion}`, inputsHash: hashOf(cases, scenarios.value, facts),
  });
}

export function buildScenarios(cases: readonly StressCase[], { now }: Pick<StressWorld, 'now'>): Result<readonly StressScenario[]> {
  if (cases.length === 0) return refuse('STRESS_NOTHING_ASKED');
  if (cases.length > CASE_COUNT_MAX) return refuse('STRESS_TOO_MANY_CASES', { given: cases.length, limit: CASE_COUNT_MAX });
  const twice = cases.find(({ id }, i) => cases.findIndex((other) => other.id === id) !== i);
  if (twice !== undefined) return refuse('STRESS_ID_TWICE', { id: twice.id });
  const scenarios: StressScenario[] = [];
  for (const one of cases) {
    const built = buildScenario(one, now);
    if (!built.ok) return built;
    scenarios.push(built.value);
  }
  return ok(scenarios);
}

/** Shares of the year add up to one. */
export function checkWeights(states: readonly WeatherState[]): Result<true> {
  const sum = states.reduce((all, { weightRatio }) => all + weightRatio, 0);
  return Math.abs(sum - 1) < 1e-6 ? ok(true) : refuse('STRESS_WEIGHTS_WRONG', { sum: String(Math.round(sum * 1e6) / 1e6) });
}

function weatherNotes(states: readonly WeatherState[]): readonly Assumption[] {
  return states.filter(({ confidence }) => confidence !== 'verified').map(({ titles, weightRatio, sourceText }) => ({ code: 'STRESS_ASSUMED_WEATHER', params: { ...nameParams('name', titles), sharePerMille: Math.round(weightRatio * 1000), sourceText } }));
}

/** What was tested against what: cases, scenarios, goods, forces, weather. Ways follow from the region and the weather. */
function hashOf(cases: readonly StressCase[], scenarios: readonly StressScenario[], facts: StressFacts): string {
  const { now, goods, units, weatherStates, planner } = facts;
  return sha256Hex(canonicalJson({ cases, scenarios: scenarios.map(({ id, demands, closures }) => ({ id, demands, closures })), now, supplies: goods.supplies, units, weatherStates, plannerId: planner.id, version: STRESS_VERSION }));
}

/** Version of the rules in this folder. */
export const STRESS_VERSION = '1';
export const CASE_COUNT_MAX = 20;
