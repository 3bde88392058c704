// The models with capacities. A demand may be split between sites, and the answer says so. Maximal
// cover gets one more place, "nobody", at the cost of what stays uncovered; set covering costs 1 a
// site; p-center halves the radius and asks set covering.

import type { Result } from '@anlan/kernel';
import type { InterchangeRules } from './interchange.ts';
import type { SearchOutcome } from './median-search.ts';
import type { Prepared } from './prepare.ts';
import type { SitingAnswer, SitingOptions } from './types.ts';
import { ok, refuse } from '@anlan/kernel';
import { leastCount, searchCapacity, transportInput } from './capacity-search.ts';
import { costTable } from './cost-table.ts';
import { outOfTime, sitesOf } from './median-search.ts';
import { sitingAnswer } from './outcome.ts';
import { someIds } from './prepare.ts';
import { refuseCapacityOutOfReach, refuseCapacityShort, refuseOutOfReach, rowSitesOf } from './reach.ts';
import { countRules } from './solve-median.ts';
import { transport } from './transport.ts';

type Capacitated = ReturnType<typeof capacitated>;

export function solveCapacity(prepared: Prepared, options: SitingOptions): Result<SitingAnswer> {
  const { request, problem, mayEnter, distance, cost } = prepared;
  if (problem.states !== undefined || request.model === 'mexclp' || (request.backupRatio ?? 0) > 0) return refuse('SITING_OPTION_NOT_HERE', { model: request.model, option: 'capacityValue' });
  if (request.model === 'mclp') return solveCover(prepared, options);
  const bare = refuseOutOfReach(prepared, rowSitesOf(prepared, 1), String(request.radiusValue ?? '∞'));
  if (bare !== null) return bare;
  const most = request.siteCount ?? mayEnter.reduce((sum, may) => sum + may, 0);
  const short = refuseCapacityShort(prepared, most);
  if (short !== null) return short;
  if (request.model === 'pcenter') return solveCenter(prepared, options);
  const isCovering = request.model === 'lscp';
  const within = isCovering ? coverCost(prepared) : cost.map((value, at) => (distance[at] === Infinity ? Infinity : value));
  const made = capacitated(prepared, within, isCovering ? ones(prepared) : null);
  const cut = refuseCapacityOutOfReach(prepared, made.flows);
  if (cut !== null) return cut;
  const isOutOfTime = outOfTime(options);
  const found = searchCapacity({ ...made.input, nodeCount: options.nodeCount, isOutOfTime, isSearchOver: outOfTime(options, SEARCH_RATIO), stepValue: isCovering ? 1 : 0 });
  return answerOf(prepared, made, { ...found, hasSiteValues: !isOutOfTime() }) ?? tooFew(prepared, made, found);
}

/** Costs, rules and flows; `openingCost` null: as the model says. */
function capacitated(prepared: Prepared, cost: Float64Array, openingCost: Float64Array | null) {
  const { problem, request, siteCount, rowCount, rowWeight } = prepared;
  const opening = openingCost ?? Float64Array.from(problem.sites, (site) => (request.model === 'ufl' ? site.openingCostValue : 0));
  const counted = countRules(prepared, opening);
  const rules: InterchangeRules = request.model === 'lscp' ? { ...counted, minCount: Math.max(1, counted.mayLeave.reduce((sum, may) => sum + 1 - may, 0)) } : counted;
  const input = { table: costTable(cost, siteCount, rowCount, opening), rules, demandValue: rowWeight, capacityValue: Float64Array.from(problem.sites, (site) => site.capacityValue ?? Infinity) };
  return { input, flows: transportInput(input) };
}

function ones({ siteCount }: Prepared): Float64Array {
  return new Float64Array(siteCount).fill(1);
}

function coverCost({ distance, cover }: Prepared): Float64Array {
  return distance.map((value, at) => ((cover.length > 0 ? cover[at]! >= 1 - 1e-9 : value < Infinity) ? 0 : Infinity));
}

function answerOf(prepared: Prepared, { input, flows }: Capacitated, found: SearchOutcome & { readonly hasSiteValues: boolean }): Result<SitingAnswer> | null {
  const sites = sitesOf(found.chosen);
  const plan = transport(flows, sites);
  if (plan.unservedValue > 1e-9 * Math.max(1, input.demandValue.reduce((sum, value) => sum + value, 0))) return null;
  const measure = (set: Uint8Array): number | null => {
    const chosen = sitesOf(set);
    const next = transport(flows, chosen);
    return next.unservedValue > 1e-9 ? null : next.value + chosen.reduce((sum, i) => sum + input.rules.openingCost[i]!, 0);
  };
  return ok(sitingAnswer(prepared, { ...found, objectiveValue: found.value, share: plan.share, assumed: [{ code: 'SITING_ASSUMED_DEMAND_SPLITS', params: {} }], measure }));
}

function tooFew(prepared: Prepared, { input, flows }: Capacitated, found: SearchOutcome): Result<never> {
  const sites = sitesOf(found.chosen);
  const { share } = transport(flows, sites);
  const unserved = prepared.problem.demands.filter((_demand, j) => [...sites, -1].some((i, place) => share[place * prepared.rowCount + j]! > 0 && (i === -1 || flows.cost[i * prepared.rowCount + j]! >= flows.noWayValue)));
  return refuse('SITING_TOO_FEW_SITES', { siteCount: Math.max(input.rules.maxCount, leastCount(input)), demandCount: unserved.length, demandIds: someIds(unserved.map((demand) => demand.id)) });
}

/** Maximal cover: the place "nobody" stands last, is always in, has room for all, and costs what stays uncovered. */
function withNobody({ problem, request, siteCount, rowCount, rowWeight, mayEnter, mayLeave }: Prepared, cover: Float64Array) {
  const cost = Float64Array.from({ length: (siteCount + 1) * rowCount }, (_cost, at) => (at >= siteCount * rowCount ? rowWeight[at % rowCount]! : cover[at]! > 0 ? rowWeight[at % rowCount]! * (1 - cover[at]!) : Infinity));
  const openingCost = new Float64Array(siteCount + 1);
  const count = request.siteCount! + 1;
  const rules: InterchangeRules = { mayEnter: Uint8Array.from([...mayEnter, 1]), mayLeave: Uint8Array.from([...mayLeave, 0]), openingCost, minCount: count, maxCount: count };
  const input = { table: costTable(cost, siteCount + 1, rowCount, openingCost), rules, demandValue: rowWeight, capacityValue: Float64Array.from([...problem.sites.map((site) => site.capacityValue ?? Infinity), Infinity]) };
  const isWhole = rowWeight.every((weight) => Number.isInteger(weight)) && problem.sites.every((site) => site.capacityValue === null || Number.isInteger(site.capacityValue)) && cover.every((ratio) => ratio === 0 || ratio === 1);
  return { input, flows: transportInput(input), stepValue: isWhole ? 1 : 0, sites: (set: Uint8Array): number[] => [...sitesOf(set.subarray(0, siteCount)), siteCount] };
}

function solveCover(prepared: Prepared, options: SitingOptions): Result<SitingAnswer> {
  const { siteCount, rowCount, rowWeight, cover } = prepared;
  const { input, flows, stepValue, sites } = withNobody(prepared, cover);
  const isOutOfTime = outOfTime(options);
  const found = searchCapacity({ ...input, nodeCount: options.nodeCount, isOutOfTime, isSearchOver: outOfTime(options, SEARCH_RATIO), stepValue });
  const total = rowWeight.reduce((sum, weight) => sum + weight, 0);
  const plan = transport(flows, sites(found.chosen));
  return ok(sitingAnswer(prepared, {
    ...found, chosen: found.chosen.slice(0, siteCount), objectiveValue: total - found.value, boundValue: total - found.boundValue, share: nobodyLast(plan.share, rowCount),
    assumed: [{ code: 'SITING_ASSUMED_DEMAND_SPLITS', params: {} }], measure: (set) => transport(flows, sites(set)).value, hasSiteValues: !isOutOfTime(),
  }));
}

/** The flow has two places that are nobody, ours and its own; the answer has one. */
function nobodyLast(share: Float64Array, rowCount: number): Float64Array {
  const one = share.slice(0, share.length - rowCount);
  for (let r = 0; r < rowCount; r++) one[one.length - rowCount + r]! += share[share.length - rowCount + r]!;
  return one;
}

/** At each radius: can p sites leave nobody out? */
function solveCenter(prepared: Prepared, options: SitingOptions): Result<SitingAnswer> {
  const { siteCount, rowCount, rowWeight, distance, request } = prepared;
  const radii = Float64Array.from(new Set(distance.filter((value) => value < Infinity))).sort();
  const total = rowWeight.reduce((sum, weight) => sum + weight, 0);
  const isOutOfTime = outOfTime(options);
  const ask = (radiusValue: number) => {
    const made = withNobody(prepared, distance.map((value) => (value <= radiusValue ? 1 : 0)));
    const askedValue = made.stepValue > 0 ? 1 : OUT_RATIO * total;
    const found = searchCapacity({ ...made.input, nodeCount: options.nodeCount, isOutOfTime, isSearchOver: isOutOfTime, stepValue: made.stepValue, askedValue });
    return { made, found, isEnough: found.value < askedValue * (1 - 1e-9), isImpossible: found.isProven && found.value >= askedValue * (1 - 1e-9) };
  };
  let [low, high, provenLow, nodeCount] = [0, radii.length - 1, 0, 0];
  let best = ask(radii[high]!);
  if (!best.isEnough) return refuse('SITING_TOO_FEW_SITES', { siteCount: request.siteCount!, demandCount: unservedIds(prepared, best).length, demandIds: someIds(unservedIds(prepared, best)) });
  while (low < high) {
    const middle = (low + high) >> 1;
    const next = ask(radii[middle]!);
    nodeCount += next.found.nodeCount;
    if (next.isEnough) [high, best] = [middle, next];
    else {
      low = middle + 1;
      if (next.isImpossible) provenLow = Math.max(provenLow, low);
    }
  }
  const plan = transport(best.made.flows, best.made.sites(best.found.chosen));
  return ok(sitingAnswer(prepared, {
    ...best.found, chosen: best.found.chosen.slice(0, siteCount), objectiveValue: radii[high]!, boundValue: radii[Math.min(provenLow, high)]!, isProven: provenLow >= high, nodeCount, share: nobodyLast(plan.share, rowCount),
    methods: ['interchange', 'lagrangian', 'branch-and-bound'], assumed: [{ code: 'SITING_ASSUMED_DEMAND_SPLITS', params: {} }], measure: () => null, hasSiteValues: false,
  }));
}

function unservedIds({ problem, rowCount }: Prepared, { made, found }: { made: ReturnType<typeof withNobody>; found: SearchOutcome }): string[] {
  const places = made.sites(found.chosen);
  const { share } = transport(made.flows, places);
  return problem.demands.filter((_demand, j) => share[(places.length - 1) * rowCount + j]! > 0).map((demand) => demand.id);
}

/** A share of all demand below which nobody is left out. */
const OUT_RATIO = 1e-9;
/** Share of the time for moves between choices. */
const SEARCH_RATIO = 0.4;
