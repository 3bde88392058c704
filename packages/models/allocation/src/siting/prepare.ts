// From the problem as told to tables: rows are demands, or demands in each tide and wind, weighted by
// the hours; who reaches what within the radius; and the refusals that need no search.

import type { Result } from '@anlan/kernel';
import type { SitingProblem, SitingRequest } from './types.ts';
import { ok, refuse } from '@anlan/kernel';

export interface Prepared {
  readonly problem: SitingProblem;
  readonly request: SitingRequest;
  readonly siteCount: number;
  /** Rows of the tables: demand · states + state. */
  readonly rowCount: number;
  readonly stateCount: number;
  readonly rowWeight: Float64Array;
  /** Entry site · rowCount + row. */
  readonly distance: Float64Array;
  readonly cost: Float64Array;
  /** Share of a row that a site covers; empty when the model has no reach. */
  readonly cover: Float64Array;
  readonly mayEnter: Uint8Array;
  readonly mayLeave: Uint8Array;
  /** Some site could not serve everything alone. */
  readonly hasCapacity: boolean;
}

export function prepare(problem: SitingProblem, request: SitingRequest): Result<Prepared> {
  const wrong = checkProblem(problem) ?? checkRequest(problem, request);
  if (wrong !== null) return wrong;
  const { sites, demands } = problem;
  const stateCount = problem.states?.length ?? 1;
  const rowCount = demands.length * stateCount;
  const rowWeight = Float64Array.from({ length: rowCount }, (_row, r) => demands[Math.floor(r / stateCount)]!.weightValue * (problem.states?.[r % stateCount]?.hoursRatio ?? 1));
  const distance = expand(problem, stateCount);
  const cost = problem.serveCostValues === undefined || problem.states !== undefined
    ? distance.map((value, at) => (rowWeight[at % rowCount] === 0 ? 0 : value * rowWeight[at % rowCount]!))
    : Float64Array.from(problem.serveCostValues);
  const weightTotal = demands.reduce((sum, demand) => sum + demand.weightValue, 0);
  return ok({
    problem, request, siteCount: sites.length, rowCount, stateCount, rowWeight, distance, cost,
    cover: coverOf(problem, request, distance),
    mayEnter: Uint8Array.from(sites, (site) => (site.state === 'forbidden' ? 0 : 1)),
    mayLeave: Uint8Array.from(sites, (site) => (site.state === 'existing' ? 0 : 1)),
    hasCapacity: sites.some((site) => site.capacityValue !== null && site.state !== 'forbidden' && site.capacityValue < weightTotal),
  });
}

function expand({ sites, demands, states, distanceValues }: SitingProblem, stateCount: number): Float64Array {
  if (states === undefined) return distanceValues;
  const all = new Float64Array(sites.length * demands.length * stateCount);
  states.forEach((state, s) => state.distanceValues.forEach((value, at) => (all[at * stateCount + s] = value)));
  return all;
}

function coverOf(problem: SitingProblem, { radiusValue }: SitingRequest, distance: Float64Array): Float64Array {
  if (problem.coverRatios !== undefined && problem.states === undefined) return problem.coverRatios;
  if (radiusValue === undefined) return new Float64Array(0);
  return distance.map((value) => (value <= radiusValue ? 1 : 0));
}

function checkProblem({ sites, demands, distanceValues, serveCostValues, coverRatios, corridorIds, states }: SitingProblem): Result<never> | null {
  const pairCount = sites.length * demands.length;
  const outside = (name: string, given: number, low: number, high: number | string): Result<never> => refuse('SITING_INPUT_WRONG', { name, given, low, high });
  for (const list of [sites, demands]) {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id)) return refuse('SITING_ID_TWICE', { id });
      seen.add(id);
    }
  }
  if (sites.length < 1) return outside('sites', sites.length, 1, '∞');
  if (demands.length < 1) return outside('demands', demands.length, 1, '∞');
  const arrays = [['distanceValues', states === undefined ? distanceValues : null], ['serveCostValues', serveCostValues], ['coverRatios', coverRatios], ['corridorIds', corridorIds], ...(states ?? []).map((state) => [`states.${state.id}`, state.distanceValues] as const)] as const;
  for (const [name, array] of arrays) if (array != null && array.length !== pairCount) return outside(name, array.length, pairCount, pairCount);
  for (const array of [distanceValues, serveCostValues ?? [], ...(states ?? []).map((state) => state.distanceValues)]) {
    for (const value of array) if (!(value >= 0)) return outside('distanceValue', value, 0, '∞');
  }
  for (const value of coverRatios ?? []) if (!(value >= 0 && value <= 1)) return outside('coverRatio', value, 0, 1);
  for (const { weightValue } of demands) if (!(weightValue >= 0 && weightValue < Infinity)) return outside('weightValue', weightValue, 0, '∞');
  for (const { capacityValue, openingCostValue } of sites) {
    if (capacityValue !== null && !(capacityValue >= 0)) return outside('capacityValue', capacityValue, 0, '∞');
    if (!(openingCostValue >= 0 && openingCostValue < Infinity)) return outside('openingCostValue', openingCostValue, 0, '∞');
  }
  const hoursRatio = (states ?? []).reduce((sum, state) => sum + (state.hoursRatio >= 0 ? state.hoursRatio : Number.NaN), 0);
  return states !== undefined && !(Math.abs(hoursRatio - 1) < 1e-6) ? outside('states.hoursRatio', hoursRatio, 1, 1) : null;
}

function checkRequest({ sites, coverRatios }: SitingProblem, request: SitingRequest): Result<never> | null {
  const { model, siteCount, radiusValue, busyRatio, backupRatio, hoursRatioMin } = request;
  const needsCount = model !== 'lscp' && model !== 'ufl';
  if (needsCount && siteCount === undefined) return refuse('SITING_OPTION_MISSING', { model, option: 'siteCount' });
  const needsReach = model === 'lscp' || model === 'mclp' || model === 'mexclp';
  if (needsReach && radiusValue === undefined && coverRatios === undefined) return refuse('SITING_OPTION_MISSING', { model, option: 'radiusValue' });
  if (model === 'mexclp' && busyRatio === undefined) return refuse('SITING_OPTION_MISSING', { model, option: 'busyRatio' });
  if (radiusValue !== undefined && !(radiusValue >= 0)) return refuse('SITING_INPUT_WRONG', { name: 'radiusValue', given: radiusValue, low: 0, high: '∞' });
  for (const [name, value] of [['busyRatio', busyRatio], ['backupRatio', backupRatio], ['hoursRatioMin', hoursRatioMin]] as const) {
    if (value !== undefined && !(value >= 0 && value <= 1)) return refuse('SITING_INPUT_WRONG', { name, given: value, low: 0, high: 1 });
  }
  const existingCount = sites.filter((site) => site.state === 'existing').length;
  const usableCount = sites.filter((site) => site.state !== 'forbidden').length;
  if (siteCount !== undefined && model !== 'lscp' && !(Number.isInteger(siteCount) && siteCount >= Math.max(1, existingCount) && siteCount <= usableCount)) {
    return refuse('SITING_COUNT_WRONG', { siteCount, existingCount, usableCount });
  }
  return usableCount === 0 ? refuse('SITING_COUNT_WRONG', { siteCount: siteCount ?? 0, existingCount, usableCount }) : null;
}

/** Ids of the first few, for a sentence. */
export function someIds(ids: readonly string[]): string {
  return ids.length <= IDS_SHOWN ? ids.join(', ') : `${ids.slice(0, IDS_SHOWN).join(', ')} …`;
}

const IDS_SHOWN = 8;
