// From a set of chosen sites to the answer that people read: who serves whom, who is covered and
// backed up, what each site is worth, and how far the value may be from the best.

import type { Assumption } from '@anlan/kernel';
import type { Prepared } from './prepare.ts';
import type { DemandCover, SitingAnswer, SitingMethod, SitingShare, SiteValue } from './types.ts';
import { commonCorridors, corridorTable } from './corridors.ts';
import { sitesOf } from './median-search.ts';

export interface OutcomeInput {
  readonly chosen: Uint8Array;
  readonly objectiveValue: number;
  readonly boundValue: number;
  readonly isProven: boolean;
  readonly methods: readonly SitingMethod[];
  readonly nodeCount: number;
  readonly assumed: readonly Assumption[];
  /** Smaller is better; null: nothing could serve. */
  readonly measure: (chosen: Uint8Array) => number | null;
  /** False: there was no time for it; the answer has none, and says so. */
  readonly hasSiteValues?: boolean;
  /** Set where capacities split demands: shares by site in order, then nobody. */
  readonly share?: Float64Array;
  readonly optima?: SitingAnswer['optima'];
}

export function sitingAnswer(prepared: Prepared, input: OutcomeInput): SitingAnswer {
  const { problem, request } = prepared;
  const sites = sitesOf(input.chosen);
  const assignment = input.share === undefined ? nearest(prepared, sites) : split(prepared, sites, input.share);
  const distances = weightedDistance(prepared, assignment);
  const { objectiveValue, boundValue } = input;
  const scale = Math.max(Math.abs(objectiveValue), Math.abs(boundValue));
  return {
    model: request.model, unitCode: problem.unitCode, siteIds: sites.map((i) => problem.sites[i]!.id), objectiveValue, boundValue,
    gapRatio: input.isProven || scale === 0 ? 0 : Number.isFinite(boundValue) ? Math.abs(objectiveValue - boundValue) / scale : 1,
    isProven: input.isProven, methods: input.methods, assignment, cover: coverOf(prepared, sites), siteValues: input.hasSiteValues === false ? [] : siteValues(prepared, input.chosen, input.measure),
    ...distances, weightTotalValue: problem.demands.reduce((sum, demand) => sum + demand.weightValue, 0),
    ...(input.optima === undefined ? {} : { optima: input.optima }), nodeCount: input.nodeCount,
    assumed: input.hasSiteValues === false ? [...input.assumed, { code: 'SITING_ASSUMED_NO_SITE_VALUES', params: {} }] : input.assumed,
  };
}

function nearest({ problem, rowCount, stateCount, distance }: Prepared, sites: readonly number[]): SitingShare[] {
  return Array.from({ length: rowCount }, (_row, r) => {
    let best = -1;
    for (const i of sites) if (distance[i * rowCount + r]! < (best === -1 ? Infinity : distance[best * rowCount + r]!)) best = i;
    const state = problem.states?.[r % stateCount];
    return {
      demandId: problem.demands[Math.floor(r / stateCount)]!.id, ...(state === undefined ? {} : { stateId: state.id }),
      siteId: best === -1 ? null : problem.sites[best]!.id, shareRatio: 1, distanceValue: best === -1 ? null : distance[best * rowCount + r]!,
    };
  });
}

function split({ problem, rowCount, distance }: Prepared, sites: readonly number[], share: Float64Array): SitingShare[] {
  return problem.demands.flatMap((demand, j) =>
    [...sites, -1].flatMap((i, place): SitingShare[] => {
      const shareRatio = share[place * rowCount + j]!;
      if (shareRatio === 0) return [];
      const hasWay = i !== -1 && distance[i * rowCount + j] !== Infinity;
      return [{ demandId: demand.id, siteId: hasWay ? problem.sites[i]!.id : null, shareRatio: Math.min(1, shareRatio), distanceValue: hasWay ? distance[i * rowCount + j]! : null }];
    }),
  );
}

function weightedDistance({ problem }: Prepared, assignment: readonly SitingShare[]): { weightedDistanceValue: number | null; meanDistanceValue: number | null } {
  const weight = new Map(problem.demands.map((demand) => [demand.id, demand.weightValue]));
  const hours = new Map((problem.states ?? []).map((state) => [state.id, state.hoursRatio]));
  let [sum, total] = [0, 0];
  for (const { demandId, stateId, shareRatio, distanceValue } of assignment) {
    const part = weight.get(demandId)! * shareRatio * (stateId === undefined ? 1 : hours.get(stateId)!);
    if (part === 0) continue;
    if (distanceValue === null) return { weightedDistanceValue: null, meanDistanceValue: null };
    sum += part * distanceValue;
    total += part;
  }
  return { weightedDistanceValue: sum, meanDistanceValue: total === 0 ? null : sum / total };
}

function coverOf(prepared: Prepared, sites: readonly number[]): DemandCover[] {
  const { problem, rowCount, stateCount, cover, distance } = prepared;
  const table = corridorTable(prepared);
  const covers = (i: number, r: number): number => (cover.length > 0 ? cover[i * rowCount + r]! : distance[i * rowCount + r] === Infinity ? 0 : 1);
  return problem.demands.map((demand, j) => {
    let coverRatio = 0;
    let hasBackup = true;
    for (let s = 0; s < stateCount; s++) {
      const r = j * stateCount + s;
      const reaching = sites.filter((i) => covers(i, r) > 0);
      coverRatio += (problem.states?.[s]?.hoursRatio ?? 1) * reaching.reduce((best, i) => Math.max(best, covers(i, r)), 0);
      hasBackup &&= reaching.length >= 2 && commonCorridors(table, reaching, j, problem.demands.length).length === 0;
    }
    const inReach = sites.filter((i) => Array.from({ length: stateCount }, (_state, s) => covers(i, j * stateCount + s)).some((ratio) => ratio > 0));
    return { demandId: demand.id, coverRatio: Math.min(1, coverRatio), siteIds: inReach.map((i) => problem.sites[i]!.id), hasBackup };
  });
}

function siteValues({ problem, mayEnter }: Prepared, chosen: Uint8Array, measure: OutcomeInput['measure']): SiteValue[] {
  const now = measure(chosen);
  return problem.sites.flatMap((site, i): SiteValue[] => {
    if (mayEnter[i] === 0) return [];
    const other = chosen.slice();
    other[i] = 1 - other[i]!;
    const then = measure(other);
    const change = now === null || then === null ? null : chosen[i] === 1 ? then - now : now - then;
    return [{ siteId: site.id, isChosen: chosen[i] === 1, marginalValue: change }];
  });
}
