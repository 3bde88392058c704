// Fewest sites that reach everybody (lscp), and the shortest radius at which p sites do (pcenter:
// the right radius is one of the distances, found by halving, each half settled by set covering;
// Minieka 1970). Among equal sets the one with the least weighted distance is given.

import type { Result } from '@anlan/kernel';
import type { Prepared } from './prepare.ts';
import type { SetCoverOutcome } from './set-cover.ts';
import type { SitingAnswer, SitingOptions } from './types.ts';
import { ok, refuse } from '@anlan/kernel';
import { costTable } from './cost-table.ts';
import { coverRows } from './corridors.ts';
import { outOfTime, searchMedian, sitesOf } from './median-search.ts';
import { listCovers } from './optima.ts';
import { sitingAnswer } from './outcome.ts';
import { someIds } from './prepare.ts';
import { demandIdsOf, refuseOutOfReach, rowSitesOf } from './reach.ts';
import { searchSetCover } from './set-cover.ts';

export function solveCovering(prepared: Prepared, options: SitingOptions): Result<SitingAnswer> {
  const { request, mayLeave } = prepared;
  const within = inEnoughHours(prepared);
  const rowSites = rowSitesOf(within, request.hoursRatioMin ?? 1);
  const isBackedUp = (request.backupRatio ?? 0) > 0;
  const bare = refuseOutOfReach(within, rowSites, String(request.radiusValue ?? '∞'));
  if (bare !== null) return bare;
  const { rows, source } = coverRows(within, rowSites, isBackedUp);
  const existing = mayLeave.map((may) => 1 - may);
  const found = searchSetCover({ rows, existing, nodeCount: options.nodeCount, isOutOfTime: outOfTime(options) });
  if (found === null) {
    const ids = demandIdsOf(within, [...source].filter((_r, k) => rows.rowSites[k]!.length < rows.needCount[k]!));
    return refuse('SITING_BACKUP_MISSING', { demandCount: ids.length, demandIds: someIds(ids) });
  }
  // Without proof the best sets are not known, and a list of others would say nothing.
  const optima = found.isProven ? listCovers(rows, existing, found.coverCount, request.optimaLimitCount ?? OPTIMA_LIMIT) : { sets: [], isComplete: false };
  const measure = (set: Uint8Array): number => rowSites.reduce((sum, sites, r) => sum + (sites.some((i) => set[i] === 1) ? 0 : within.rowWeight[r]!), 0);
  const sets = optima.sets.map((set) => set.map((i) => prepared.problem.sites[i]!.id));
  return ok(sitingAnswer(prepared, {
    chosen: nearestOf(prepared, optima.sets) ?? found.chosen, objectiveValue: found.coverCount, boundValue: found.boundCount, isProven: found.isProven,
    methods: ['set-cover', 'lagrangian', ...(found.nodeCount > 1 ? ['branch-and-bound' as const] : []), ...(optima.isComplete ? ['enumeration' as const] : [])], nodeCount: found.nodeCount, assumed: [], measure,
    ...(request.optimaLimitCount === undefined ? {} : { optima: { setCount: sets.length, isComplete: optima.isComplete && found.isProven, sets } }),
  }));
}

/** One row a demand: the share of the hours in which a site reaches it. */
function inEnoughHours(prepared: Prepared): Prepared {
  const { problem, siteCount, stateCount, rowCount, cover } = prepared;
  if (prepared.request.hoursRatioMin === undefined || problem.states === undefined) return prepared;
  const demandCount = problem.demands.length;
  const ratio = new Float64Array(siteCount * demandCount);
  for (let at = 0; at < siteCount * rowCount; at++) ratio[Math.floor(at / rowCount) * demandCount + Math.floor((at % rowCount) / stateCount)]! += cover[at]! * problem.states[at % stateCount]!.hoursRatio;
  return { ...prepared, rowCount: demandCount, stateCount: 1, cover: ratio, rowWeight: Float64Array.from(problem.demands, (demand) => demand.weightValue) };
}

/** The set with the least weighted distance; a demand without a way counts as the farthest of all. */
function nearestOf({ rowCount, cost, siteCount }: Prepared, sets: readonly (readonly number[])[]): Uint8Array | null {
  let [best, least]: [readonly number[] | null, number] = [null, Infinity];
  for (const set of sets) {
    let sum = 0;
    for (let r = 0; r < rowCount; r++) sum += Math.min(Number.MAX_SAFE_INTEGER, set.reduce((near, i) => Math.min(near, cost[i * rowCount + r]!), Infinity));
    if (sum < least) [best, least] = [set, sum];
  }
  if (best === null) return null;
  const chosen = new Uint8Array(siteCount);
  for (const i of best) chosen[i] = 1;
  return chosen;
}

export function solveCenter(prepared: Prepared, options: SitingOptions): Result<SitingAnswer> {
  const { request, siteCount, rowCount, distance, mayLeave } = prepared;
  const rowSites = rowSitesOf({ ...prepared, cover: new Float64Array(0) }, 0);
  const bare = refuseOutOfReach(prepared, rowSites, '∞');
  if (bare !== null) return bare;
  const radii = radiiOf(prepared, rowSites);
  const enoughCount = request.siteCount!;
  const isOutOfTime = outOfTime(options);
  const existing = mayLeave.map((may) => 1 - may);
  const ask = (radiusValue: number): SetCoverOutcome => searchSetCover({
    rows: { siteCount, rowSites: rowSites.map((sites, r) => sites.filter((i) => distance[i * rowCount + r]! <= radiusValue)), needCount: new Int32Array(rowCount).fill(1) },
    existing, enoughCount, nodeCount: options.nodeCount, isOutOfTime,
  })!;
  let [low, high, provenLow, nodeCount] = [0, radii.length - 1, 0, 0];
  let best = ask(radii[high]!);
  if (best.coverCount > enoughCount) {
    const ids = demandIdsOf(prepared, [...rowSites.keys()].filter((r) => rowSites[r]!.every((i) => best.chosen[i] === 0)));
    return refuse('SITING_TOO_FEW_SITES', { siteCount: enoughCount, demandCount: ids.length, demandIds: someIds(ids) });
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = ask(radii[middle]!);
    nodeCount += found.nodeCount;
    if (found.coverCount <= enoughCount) [high, best] = [middle, found];
    else {
      low = middle + 1;
      if (found.boundCount > enoughCount) provenLow = Math.max(provenLow, low);
    }
  }
  return ok(centerAnswer(prepared, options, { radiusValue: radii[high]!, boundValue: radii[Math.min(provenLow, high)]!, chosen: best.chosen, nodeCount }));
}

/** Distances at which something may change: none below what the worst placed demand needs. */
function radiiOf({ rowCount, distance }: Prepared, rowSites: readonly Int32Array[]): Float64Array {
  let floor = 0;
  rowSites.forEach((sites, r) => (floor = Math.max(floor, sites.reduce((near, i) => Math.min(near, distance[i * rowCount + r]!), Infinity))));
  const all: number[] = [];
  rowSites.forEach((sites, r) => sites.forEach((i) => distance[i * rowCount + r]! >= floor && distance[i * rowCount + r]! < Infinity && all.push(distance[i * rowCount + r]!)));
  return Float64Array.from(all).sort().filter((value, k, sorted) => k === 0 || value !== sorted[k - 1]);
}

/** With the radius known, p sites are placed for the least weighted distance within it. */
function centerAnswer(prepared: Prepared, options: SitingOptions, found: { radiusValue: number; boundValue: number; chosen: Uint8Array; nodeCount: number }): SitingAnswer {
  const { request, siteCount, rowCount, distance, cost, mayEnter, mayLeave } = prepared;
  const none = new Float64Array(siteCount);
  const table = costTable(cost.map((value, at) => (distance[at]! <= found.radiusValue ? value : Infinity)), siteCount, rowCount, none);
  const limits = { minCount: request.siteCount!, maxCount: request.siteCount! };
  const tied = searchMedian({ table, rules: { mayEnter, mayLeave, openingCost: none, ...limits }, start: sitesOf(found.chosen), options: { ...options, roundCount: Math.min(options.roundCount, 50), nodeCount: 1 } });
  const measure = (set: Uint8Array): number | null => {
    const sites = sitesOf(set);
    let worst = 0;
    for (let r = 0; r < rowCount; r++) worst = Math.max(worst, sites.reduce((near, i) => Math.min(near, distance[i * rowCount + r]!), Infinity));
    return worst === Infinity ? null : worst;
  };
  const chosen = tied.value < table.noWayValue ? tied.chosen : found.chosen;
  return sitingAnswer(prepared, {
    chosen, objectiveValue: found.radiusValue, boundValue: found.boundValue, isProven: found.boundValue === found.radiusValue, methods: ['set-cover', 'lagrangian', 'interchange'], nodeCount: found.nodeCount, assumed: [], measure,
  });
}

/** Best sets looked at for the tie-break when no list was asked for. */
const OPTIMA_LIMIT = 200;
