// One scenario over its states of the weather: ways by phase, arrivals with waiting, a checked plan,
// the least shortage that any sharing could leave, and from these the gaps.

import type { Assumption, Instant, Result } from '@anlan/kernel';
import { addS, canonicalJson, ok, refuse, secondsBetween } from '@anlan/kernel';
import type { Demand, PlanInput, Supply, SupplyTravel } from '@anlan/allocation';
import { closingMix, depotOriginId } from './closing-mix.ts';
import { forceSupplies } from './force-supplies.ts';
import type { ForceUnitSupply } from './force-supplies.ts';
import { gapsOf } from './gaps.ts';
import type { StateRun } from './gaps.ts';
import { leastShortageRatioHours } from './least-shortage.ts';
import type { ClosingOffers, PlannedStress, StressGoods, StressOrigin, StressPlanner, StressSource, StressTravel } from './ports.ts';
import { firstClosureAt, pairKey, shipmentsApart, wayFor } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import type { ScenarioOutcome, StressDemand, StressGap, StressLine, StressPhase, StressScenario, WeatherState } from './types.ts';

export interface StressWorld {
  readonly now: Instant;
  readonly goods: StressGoods;
  readonly units: readonly ForceUnitSupply[];
  readonly weatherStates: readonly WeatherState[];
  readonly travel: StressTravel;
  readonly planner: StressPlanner;
  /** null: no closing mix is reckoned. */
  readonly offers: ClosingOffers | null;
}

/** Tells how many states are done; throws nothing, asks `isWanted` between states. */
export interface RunWatch {
  isWanted(): boolean;
  onState(): void;
}

export async function runScenario(scenario: StressScenario, world: StressWorld, watch: RunWatch): Promise<Result<{ readonly outcome: ScenarioOutcome; readonly modelVersion: string }>> {
  const asked = suppliesFor(scenario, world);
  const runs: StateRun[] = [];
  for (const state of statesOf(scenario, world.weatherStates)) {
    if (!watch.isWanted()) return refuse('STRESS_CANCELLED', { id: scenario.id });
    const run = await runState(scenario, state, asked, world);
    if (!run.ok) return run;
    runs.push(run.value);
    watch.onState();
  }
  const gaps = gapsOf(scenario, runs);
  const worst = runs.reduce((most, run) => (run.planned.shortageRatioHours > most.planned.shortageRatioHours ? run : most), runs[0]!);
  const closed = gaps.map((gap) => (world.offers === null ? gap : { ...gap, closing: closingOf(gap, scenario, runs, world.offers) }));
  const mean = (value: (run: StateRun) => number): number => runs.reduce((sum, run) => sum + run.weightRatio * value(run), 0);
  return ok({
    modelVersion: worst.planned.modelVersion,
    outcome: {
      scenarioId: scenario.id, titles: scenario.titles, demandCount: scenario.demands.length, shortDemandCount: gaps.length, demands: scenario.demands, scenes: scenario.scenes, closures: scenario.closures,
      states: runs.flatMap(({ outcomes }) => outcomes), gaps: closed, worstStateId: worst.stateId, lines: linesOf(worst, scenario, asked, world.now),
      shortageRatioHours: mean(({ planned }) => planned.shortageRatioHours), leastShortageRatioHours: mean(({ leastRatioHours }) => leastRatioHours), assumed: scenario.assumed,
    },
  });
}

/** For the worst state; where no way closes the gap in it, for the heaviest other state in which it is short. */
function closingOf(gap: StressGap, scenario: StressScenario, runs: readonly StateRun[], offers: ClosingOffers): StressGap['closing'] {
  const short = runs.flatMap((run) => run.outcomes.filter(({ demandId, firstShortHours }) => demandId === gap.demandId && firstShortHours !== null).map((outcome) => ({ run, outcome })));
  const inOrder = short.toSorted((a, b) => Number(b.run.stateId === gap.worstStateId) - Number(a.run.stateId === gap.worstStateId) || b.run.weightRatio - a.run.weightRatio);
  const mixes = inOrder.map(({ run, outcome }) => closingMix({ ...gap, worstShortValue: outcome.worstShortValue }, scenario, { offers, timeline: run.timeline, stateId: run.stateId }));
  return mixes.find((mix) => mix !== null && mix.parts.length > 0 && mix.leftValue <= 0) ?? mixes[0] ?? null;
}

/** States to run: those of the region with a constant phase each, or the scenario's own course alone. */
export function statesOf({ weather }: Pick<StressScenario, 'weather'>, states: readonly WeatherState[]): readonly { readonly id: string; readonly weightRatio: number; readonly phases: readonly StressPhase[] }[] {
  if (weather !== 'statistics') return [{ id: OWN_STATE_ID, weightRatio: 1, phases: weather }];
  return states.map(({ id, weightRatio, titles, windSpeedMps, waveHeightM, visibilityM }) => ({ id, weightRatio, phases: [{ fromHours: 0, titles, windSpeedMps, waveHeightM, visibilityM, shutWays: [] }] }));
}

export interface AskedSupplies {
  readonly supplies: readonly Supply[];
  readonly origins: readonly StressOrigin[];
  readonly sources: ReadonlyMap<string, StressSource>;
  /** Of a shipment: the contract. */
  readonly wholeOf: ReadonlyMap<string, Supply>;
}

/** Goods and forces that serve some demand of the scenario; production by shipment. */
export function suppliesFor(scenario: StressScenario, { goods, units }: Pick<StressWorld, 'goods' | 'units'>): AskedSupplies {
  const wanted = new Set(scenario.demands.flatMap(({ accepts }) => accepts));
  const parts = new Set(goods.supplies.filter(({ capabilityCode }) => wanted.has(capabilityCode)).flatMap(({ requires }) => requires.map(({ itemKindId }) => itemKindId)));
  const fromGoods = goods.supplies.filter(({ capabilityCode, itemKindId }) => wanted.has(capabilityCode) || parts.has(itemKindId));
  const forces = forceSupplies(units, wanted);
  const whole = [...fromGoods, ...forces.map(({ supply }) => supply)];
  const apart = shipmentsApart(whole, scenario.horizonHours * 3600);
  const byId = new Map(whole.map((supply) => [supply.id, supply]));
  const used = new Set(fromGoods.map(({ originId }) => originId));
  const sources = new Map([...goods.sources, ...forces.map(({ supply, source }) => [supply.id, source] as const)]);
  return {
    supplies: apart.map(({ supply }) => supply), origins: [...goods.origins.filter(({ id }) => used.has(id)), ...forces.map(({ origin }) => origin)],
    sources: new Map(apart.flatMap(({ supply, ofSupplyId }) => { const source = sources.get(ofSupplyId); return source === undefined ? [] : [[supply.id, source] as const]; })),
    wholeOf: new Map(apart.flatMap(({ supply, ofSupplyId }) => { const one = byId.get(ofSupplyId); return one === undefined ? [] : [[supply.id, one] as const]; })),
  };
}

async function runState(scenario: StressScenario, state: ReturnType<typeof statesOf>[number], asked: AskedSupplies, world: StressWorld): Promise<Result<StateRun>> {
  const rows: ReadonlyMap<string, SupplyTravel>[] = [];
  const { scenes } = scenario;
  const depots = world.offers === null ? [] : world.offers.depots.map(({ id, titles, position }): StressOrigin => ({ id: depotOriginId(id), name: titles, position, loadS: 0 }));
  for (const phase of state.phases) {
    const found = await world.travel.travel({ departAt: world.now, scenes, origins: [...asked.origins, ...depots], weather: phase, shutWays: phase.shutWays });
    if (!found.ok) return found;
    rows.push(new Map(found.value.map((row) => [pairKey(row.originId, row.sceneId), row])));
  }
  const timeline: Timeline = { phases: state.phases, rows, closures: scenario.closures, horizonHours: scenario.horizonHours };
  const input = planInputOf(scenario, asked, timeline, world.now);
  const planned = await world.planner.plan(input);
  if (!planned.ok) return planned.refusal.code === 'STRESS_PLAN_CHECK_FAILED' ? refuse('STRESS_PLAN_CHECK_FAILED', { ...planned.refusal.params, scenarioId: scenario.id, stateId: state.id }) : planned;
  return ok({
    stateId: state.id, weightRatio: state.weightRatio, planned: planned.value, input, timeline,
    leastRatioHours: leastShortageRatioHours(input), outcomes: outcomesOf(scenario, state, planned.value, world.now),
  });
}

/** Every supply its own origin, because its way depends on when it is ready. */
export function planInputOf(scenario: StressScenario, asked: AskedSupplies, timeline: Timeline, now: Instant): PlanInput {
  const travel = asked.supplies.flatMap((supply) => scenario.scenes.map(({ id }): SupplyTravel => ({ ...wayFor(timeline, supply, id), originId: supply.id })));
  return {
    now, horizonS: scenario.horizonHours * 3600, demands: scenario.demands.map((demand) => demandOf(demand, now)),
    supplies: asked.supplies.map((supply) => ({ ...supply, originId: supply.id })), travel,
  };
}

function demandOf(demand: StressDemand, now: Instant): Demand {
  const { id, sceneId, capabilityCode, accepts, unitCode, urgency, need, deadlineHours, adequateValue, working } = demand;
  return {
    // One group a demand: units of two needs that share a capability may differ.
    id, sceneId, capabilityCode: id, accepts: accepts.map((code) => ({ capabilityCode: code, effectRatio: 1 })), unitCode, urgency,
    need: need.map(({ afterHours, quantityValue }) => ({ at: addS(now, afterHours * 3600), quantityValue, unitCode })), deadlineAt: addS(now, deadlineHours * 3600), adequateValue,
    purpose: { code: 'STRESS_NEED', params: { capability: capabilityCode } }, working,
  };
}

function outcomesOf(scenario: StressScenario, state: { readonly id: string; readonly weightRatio: number }, { curves }: PlannedStress, now: Instant): StateRun['outcomes'] {
  const endAt = addS(now, scenario.horizonHours * 3600);
  return curves.map(({ demandId, points, shortAtDeadlineValue }) => {
    const first = points.find(({ shortValue }) => shortValue > 0);
    const shortS = points.reduce((sum, { at, shortValue }, i) => sum + (shortValue > 0 ? secondsBetween(at, points[i + 1]?.at ?? endAt) : 0), 0);
    return {
      stateId: state.id, weightRatio: state.weightRatio, demandId, unitCode: points[0]?.unitCode ?? '', firstShortHours: first === undefined ? null : secondsBetween(now, first.at) / 3600, shortHours: shortS / 3600,
      worstShortValue: points.reduce((most, { shortValue }) => Math.max(most, shortValue), 0), shortAtDeadlineValue, shortAtEndValue: points.at(-1)?.shortValue ?? 0,
    };
  });
}

function linesOf({ planned }: StateRun, scenario: StressScenario, asked: AskedSupplies, now: Instant): readonly StressLine[] {
  return planned.lines.map(({ demandId, sceneId, supplyId, quantityValue, unitCode, departAt, arriveAt }): StressLine => {
    const closedAt = firstClosureAt(scenario.closures, sceneId, now);
    return {
      demandId, sceneId, supplyId, titles: asked.sources.get(supplyId)?.titles ?? { zh: supplyId, en: supplyId }, reserve: asked.wholeOf.get(supplyId)?.reserve ?? 'stock', quantityValue, unitCode,
      departHours: secondsBetween(now, departAt) / 3600, arriveHours: secondsBetween(now, arriveAt) / 3600, beforeClosure: closedAt === null ? null : arriveAt <= closedAt,
    };
  }).sort((a, b) => a.departHours - b.departHours || a.arriveHours - b.arriveHours || (a.supplyId < b.supplyId ? -1 : 1));
}

/** Assumptions once each. */
export function distinctNotes(notes: readonly Assumption[]): readonly Assumption[] {
  return [...new Map(notes.map((note) => [canonicalJson(note), note])).values()];
}

/** The scenario's own course of weather. */
export const OWN_STATE_ID = 'own';
