// The plan: demand against three reserves, filled in four ways, compared stage by stage. A greedy
// in order of service, deterministic and without chance; the LP and its gap come in issue 3 behind
// the same input and output.

import type { Assumption, ModelResult, Result } from '@anlan/kernel';
import { addS, canonicalJson, ok, sha256Hex } from '@anlan/kernel';
import type { DemandOutcome, PlanInput, PlanLine, PlanOption, RankedPlans, StrategyId } from '../api/plan.ts';
import { MODEL_VERSION } from '../version.ts';
import { checkInput } from './check-input.ts';
import { figuresOf, mixOf, refusalsOf } from './figures.ts';
import { fillOption } from './fill.ts';
import { linesOf } from './lines.ts';
import { groupCurve, outcomeOf } from './outcome.ts';
import { capabilityCodes, potentialCurves } from './potential.ts';
import { rankByStages } from './rank.ts';
import type { Strategy } from './strategies.ts';
import { listStrategies } from './strategies.ts';
import type { TravelIndex } from './travel-index.ts';
import { indexTravel } from './travel-index.ts';
import { unusableSupplies } from './unusable.ts';

/** Options in order of rank. Refuses inputs that cannot mean anything; an unmet need is a result. */
export function rankPlans(input: PlanInput): Result<ModelResult<RankedPlans>> {
  const travel = indexTravel(input);
  const checked = checkInput(input, travel);
  if (!checked.ok) return checked;
  const drawn = listStrategies().map((strategy) => drawOption(input, travel, strategy));
  const ranked = rankByStages(drawn);
  const options = ranked.map(({ option, decidedBy }, i): PlanOption => ({ ...option, rankIndex: i + 1, decidedBy, sameAsOptionId: twinOf(option, ranked.slice(0, i).map((each) => each.option)) }));
  const value: RankedPlans = { options, potential: potentialCurves(input, travel), unusable: unusableSupplies(input, travel) };
  return ok({
    value, band: {}, assumed: assumedIn(input, options), warnings: warningsOf(input, options),
    modelVersion: MODEL_VERSION, inputsHash: hashOf(input), randomSeed: 0,
  });
}

type Drawn = Omit<PlanOption, 'rankIndex' | 'decidedBy' | 'sameAsOptionId'>;

function drawOption(input: PlanInput, travel: TravelIndex, strategy: Strategy): Drawn {
  const lines = linesOf(input, fillOption(input, travel, strategy), strategy);
  const outcomes = input.demands.map((demand): DemandOutcome => outcomeOf(demand, lines, input));
  const curves = capabilityCodes(input.demands).map((code) => groupCurve(code, input.demands.filter((demand) => demand.capabilityCode === code), lines, input));
  return {
    id: strategy.id, title: strategy.title, lines, outcomes, curves,
    mix: mixOf(input, lines), figures: figuresOf(input, { lines, outcomes }), refusals: refusalsOf(input, lines),
  };
}

function twinOf(option: Drawn, better: readonly Drawn[]): StrategyId | null {
  const key = keyOf(option.lines);
  return better.find((other) => keyOf(other.lines) === key)?.id ?? null;
}

function keyOf(lines: readonly PlanLine[]): string {
  return lines.map((line) => `${line.demandId} ${line.supplyId} ${line.departAt} ${line.quantityValue} ${line.countsAt}`).sort().join('\n');
}

/** Assumptions of the ways that are used. */
function assumedIn(input: PlanInput, options: readonly PlanOption[]): readonly Assumption[] {
  const used = new Set(options.flatMap((option) => option.lines.map((line) => JSON.stringify([line.originId, line.sceneId]))));
  const rows = input.travel.filter((row) => used.has(JSON.stringify([row.originId, row.sceneId])));
  const all = rows.flatMap((row) => (row.reachable ? (row.assumed ?? []) : []));
  return [...new Map(all.map((each) => [canonicalJson(each), each])).values()];
}

function warningsOf(input: PlanInput, options: readonly PlanOption[]): readonly Assumption[] {
  const endAt = addS(input.now, input.horizonS);
  const warnings: Assumption[] = [];
  for (const demand of input.demands) {
    if (demand.need.some((point) => point.at > endAt)) warnings.push({ code: 'ALLOCATION_NEED_BEYOND_HORIZON', params: { demandId: demand.id } });
    if (demand.deadlineAt < input.now) warnings.push({ code: 'ALLOCATION_DEADLINE_PASSED', params: { demandId: demand.id } });
  }
  const unknown = options.reduce((most, option) => Math.max(most, option.figures.costUnknownCount), 0);
  if (unknown > 0) warnings.push({ code: 'ALLOCATION_COST_UNKNOWN', params: { supplyCount: unknown } });
  return warnings;
}

/** Ways enter by their time; their paths and sentences decide nothing. */
function hashOf(input: PlanInput): string {
  const travel = input.travel.map((row) => [row.originId, row.sceneId, row.reachable ? row.travelS : null]);
  return sha256Hex(canonicalJson({ ...input, travel }));
}
