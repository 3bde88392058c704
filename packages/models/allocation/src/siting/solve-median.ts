// p-median, fixed-charge location and maximal cover without capacities: one search serves all three,
// because uncovered demand is a cost like any other. Equal best covers are told apart by distance.

import type { Result } from '@anlan/kernel';
import type { CostTable } from './cost-table.ts';
import type { InterchangeRules } from './interchange.ts';
import type { SearchOutcome } from './median-search.ts';
import type { Prepared } from './prepare.ts';
import type { SitingAnswer, SitingOptions } from './types.ts';
import { ok, refuse } from '@anlan/kernel';
import { costTable } from './cost-table.ts';
import { Interchange } from './interchange.ts';
import { searchMedian, sitesOf } from './median-search.ts';
import { medianValue } from './median-relaxation.ts';
import { sitingAnswer } from './outcome.ts';
import { someIds } from './prepare.ts';
import { demandIdsOf, refuseOutOfReach, rowSitesOf } from './reach.ts';

export function solveMedian(prepared: Prepared, options: SitingOptions): Result<SitingAnswer> {
  const { request, siteCount, rowCount, problem, cost, distance } = prepared;
  const openingCost = Float64Array.from(problem.sites, (site) => (request.model === 'ufl' ? site.openingCostValue : 0));
  const bare = refuseOutOfReach({ ...prepared, cover: EMPTY }, rowSitesOf({ ...prepared, cover: EMPTY }, 0), '∞');
  if (bare !== null) return bare;
  const reachable = cost.map((value, at) => (distance[at] === Infinity ? Infinity : value));
  const table = costTable(reachable, siteCount, rowCount, openingCost);
  const rules = countRules(prepared, openingCost);
  const found = searchMedian({ table, rules, options });
  const chosen = found.chosen;
  const cut = Array.from({ length: rowCount }, (_row, r) => r).filter((r) => sitesOf(chosen).every((i) => distance[i * rowCount + r] === Infinity));
  if (cut.length > 0) {
    const ids = demandIdsOf(prepared, cut);
    return refuse('SITING_TOO_FEW_SITES', { siteCount: rules.maxCount, demandCount: ids.length, demandIds: someIds(ids) });
  }
  const measure = (set: Uint8Array): number | null => {
    const value = medianValue(table, openingCost, set);
    return value >= table.noWayValue ? null : value;
  };
  return ok(sitingAnswer(prepared, { ...found, objectiveValue: found.value, assumed: [], measure }));
}

export function solveMaximalCover(prepared: Prepared, options: SitingOptions): Result<SitingAnswer> {
  const { siteCount, rowCount, rowWeight, cover } = prepared;
  const openingCost = new Float64Array(siteCount);
  const uncovered = cover.map((ratio, at) => rowWeight[at % rowCount]! * (1 - ratio));
  const table = costTable(uncovered, siteCount, rowCount, openingCost);
  const rules = countRules(prepared, openingCost);
  const found = searchMedian({ table, rules, options });
  const chosen = breakTie(prepared, { table, rules, found });
  const weightTotal = rowWeight.reduce((sum, weight) => sum + weight, 0);
  const bound = weightTotal - found.boundValue;
  return ok(sitingAnswer(prepared, {
    ...found, chosen, objectiveValue: weightTotal - found.value, boundValue: bound, assumed: [], measure: (set) => medianValue(table, openingCost, set),
  }));
}

export function countRules({ request, mayEnter, mayLeave }: Prepared, openingCost: Float64Array): InterchangeRules {
  const existingCount = mayLeave.reduce((sum, may) => sum + 1 - may, 0);
  const usableCount = mayEnter.reduce((sum, may) => sum + may, 0);
  const isFree = request.model === 'ufl';
  const maxCount = request.siteCount ?? usableCount;
  return { mayEnter, mayLeave, openingCost, minCount: isFree ? Math.max(1, existingCount) : maxCount, maxCount };
}

/** Swaps that keep the cover and shorten the weighted distance. A local search: equals far apart are not compared. */
function breakTie({ siteCount, rowCount, cost, distance }: Prepared, { table, rules, found }: { table: CostTable; rules: InterchangeRules; found: SearchOutcome }): Uint8Array {
  if (sitesOf(found.chosen).some((i) => cost.subarray(i * rowCount, (i + 1) * rowCount).includes(Infinity))) return found.chosen;
  let dearest = 0;
  for (const value of distance) if (value !== Infinity && value > dearest) dearest = value;
  if (dearest === 0) return found.chosen;
  const total = cost.reduce((sum, value) => sum + (value === Infinity ? 0 : value), 0);
  const smallRatio = (TIE_RATIO * Math.max(1, found.value)) / Math.max(1, total / siteCount);
  const mixed = costTable(table.cost.map((value, at) => (cost[at] === Infinity ? Infinity : value + smallRatio * cost[at]!)), siteCount, rowCount, rules.openingCost);
  const swaps = new Interchange(mixed, rules);
  swaps.reset(sitesOf(found.chosen));
  swaps.descend(smallRatio * 1e-3);
  return medianValue(table, rules.openingCost, swaps.chosen) <= found.value * (1 + 1e-12) ? swaps.chosen.slice() : found.chosen;
}

const EMPTY = new Float64Array(0);
/** Weight of distance against cover in the tie-break: small enough that no cover is given for it. */
const TIE_RATIO = 1e-7;
