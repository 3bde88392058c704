// Draws a plan from what was gathered: demand, supplies and travel into the allocation model, each
// option checked by the independent checker before anybody sees it. Pure: everything that must be
// looked up is an argument.

import type { Assumption, Instant, ModelResult, Result } from '@anlan/kernel';
import { canonicalJson, ok, refuse } from '@anlan/kernel';
import type { GroupCurve, PlanInput, PlanOption as ModelOption, RankedPlans } from '@anlan/allocation';
import { checkPlan, rankPlans } from '@anlan/allocation';
import type { TravelTable } from '@anlan/movement';
import type { ForecastSummary } from '../forecast/index.ts';
import { mayDo } from '../access/index.ts';
import type { Context, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { Owner } from '../signal/index.ts';
import { assignCarriers } from './assign-carriers.ts';
import type { Carriers } from './assign-carriers.ts';
import type { Gathered } from './gather-supplies.ts';
import { demandLineOf } from './oil-demand.ts';
import type { DemandAnswer } from './oil-demand.ts';
import type { PlanBody, PlanEvent, PlanOption, SufficiencyLine } from './types.ts';
import { writeOption } from './write-option.ts';

export type DrawnPlan = Extract<PlanEvent, { readonly type: 'plan.drawn' }>['payload'];

export interface PlanFacts {
  readonly id: string;
  readonly incidentId: string;
  readonly forecastId: string;
  readonly owner: Owner | null;
  readonly summary: ForecastSummary;
  readonly demand: DemandAnswer;
  readonly gathered: Gathered;
  readonly travel: ModelResult<TravelTable>;
  readonly carriers: Carriers;
  readonly horizonS: number;
  readonly now: Instant;
}

export function decidePlan(facts: PlanFacts): Result<DrawnPlan> {
  const { demand, gathered, travel, now, horizonS } = facts;
  const input: PlanInput = { now, horizonS, demands: demand.result.value.demands, supplies: gathered.supplies, travel: travel.value.travel };
  const ranked = rankPlans(input);
  if (!ranked.ok) return ranked;
  const distinctOptions = ranked.value.value.options.filter((option) => option.sameAsOptionId === null);
  for (const option of distinctOptions) {
    const check = checkPlan(option, input);
    if (!check.isRight) return refuse('PLAN_CHECK_FAILED', { optionId: option.id, fault: check.faults[0]?.code ?? '' });
  }
  const written = distinctOptions.map((option, i) => writeChecked(option, i + 1, facts));
  return ok({
    id: facts.id, incidentId: facts.incidentId, forecastId: facts.forecastId, owner: facts.owner,
    demand: demand.result.value.demands.map((line) => demandLineOf(line, demand.scenes, facts.summary)),
    options: written.map(({ option }) => option),
    sufficiency: ranked.value.value.potential.map((curve) => sufficiencyOf(curve)),
    notReachable: notReachable(ranked.value.value, gathered),
    assumed: distinct([...demand.assumed, ...demand.result.assumed, ...gathered.assumed, ...travel.assumed, ...ranked.value.assumed]),
    warnings: distinct([...indicative(facts.summary), ...demand.warnings, ...demand.result.warnings, ...ranked.value.warnings, ...travel.warnings, ...written.flatMap(({ warnings }) => warnings)]),
    modelVersion: `${ranked.value.modelVersion} ${travel.modelVersion}`,
    inputsHash: ranked.value.inputsHash,
  });
}

/** Whoever chooses takes one option whole; choosing the same again changes nothing. */
export function decideChooseOption(plan: PlanBody, optionId: string, context: Context): Result<readonly NewEvent[]> {
  const may = mayDo(context.actor, 'plan.choose');
  if (!may.ok) return may;
  if (!plan.options.some((option) => option.id === optionId)) return refuse('PLAN_OPTION_UNKNOWN', { planId: plan.id, optionId: optionId.slice(0, 60) });
  if (plan.chosenOptionId === optionId) return refuse('PLAN_ALREADY_CHOSEN', { planId: plan.id, optionId });
  return ok([newEvent(context, 'plan.chosen', { optionId })]);
}

function writeChecked(option: ModelOption, rankIndex: number, facts: PlanFacts): { readonly option: PlanOption; readonly warnings: readonly Assumption[] } {
  const assigned = assignCarriers(option.lines, facts.gathered.sources, facts.carriers);
  return { option: writeOption(option, rankIndex, facts.gathered.sources, assigned), warnings: assigned.warnings };
}

/** S-450: for each capability need(t) against what the three reserves could bring, and the first hour of shortage. */
function sufficiencyOf({ capabilityCode, unitCode, firstShortHours, curve }: GroupCurve): SufficiencyLine {
  const points = curve.map(({ at, needValue, stockValue, socialValue, capacityValue }) => ({ at, needValue, stockValue, socialValue, capacityValue }));
  const changes = points.filter((point, i) => i === 0 || i === points.length - 1 || canonicalJson({ ...point, at: 0 }) !== canonicalJson({ ...points[i - 1], at: 0 }));
  return { capabilityCode, unitCode, firstShortHours, curve: changes };
}

function notReachable(ranked: RankedPlans, gathered: Gathered): DrawnPlan['notReachable'] {
  const unusable = ranked.unusable.flatMap(({ supplyId, reason }) => {
    const source = gathered.sources.get(supplyId);
    const [why] = reason;
    if (source === undefined || why === undefined) return [];
    return source.supplyIds.map((id) => ({ supplyRegisterId: source.supplyRegisterId, supplyId: id, reason: why }));
  });
  const all = [...gathered.left, ...unusable];
  return [...new Map(all.map((one) => [canonicalJson([one.supplyRegisterId, one.supplyId, one.reason.code]), one])).values()];
}

function indicative(summary: ForecastSummary): readonly Assumption[] {
  return summary.indicative ? [{ code: 'PLAN_WARN_FORECAST_INDICATIVE', params: {} }] : [];
}

function distinct(notes: readonly Assumption[]): readonly Assumption[] {
  return [...new Map(notes.map((note) => [canonicalJson(note), note])).values()];
}
