// Small random siting problems and the plainest way to solve them: try every set.

import type { SitingProblem, SitingRequest } from './types.ts';
import { createRng } from '@anlan/kernel';
import { checkSiting } from './check-siting.ts';
import { solveSiting } from './solve-siting.ts';

export interface RandomShape {
  readonly seed: number;
  readonly siteCount: number;
  readonly demandCount: number;
  readonly isWhole?: boolean;
  readonly corridorCount?: number;
  readonly stateCount?: number;
  readonly capacityRatio?: number;
}

/** Points on a square of 100 × 100; weights 1…9; opening costs about a demand's journey. */
export function randomProblem({ seed, siteCount, demandCount, isWhole = true, corridorCount = 0, stateCount = 0, capacityRatio }: RandomShape): SitingProblem {
  const rng = createRng(seed);
  const point = (): [number, number] => [rng.nextUnit() * 100, rng.nextUnit() * 100];
  const [sites, demands] = [Array.from({ length: siteCount }, point), Array.from({ length: demandCount }, point)];
  const round = (value: number): number => (isWhole ? Math.round(value) : value);
  const distance = (): Float64Array => Float64Array.from(sites.flatMap(([x, y]) => demands.map(([u, v]) => round(Math.hypot(x - u, y - v) * (0.9 + 0.2 * rng.nextUnit())))));
  const weights = demands.map(() => 1 + Math.floor(rng.nextUnit() * 9));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const corridor = (): string[] => Array.from({ length: corridorCount }, (_c, c) => `bridge-${c}`).filter(() => rng.nextUnit() < 0.35);
  const states = Array.from({ length: stateCount }, (_state, s) => ({ id: `state-${s}`, hoursRatio: 1 / stateCount, distanceValues: distance() }));
  return {
    sites: sites.map((_site, i) => ({ id: `s${i}`, state: 'candidate', capacityValue: capacityRatio === undefined ? null : Math.ceil(total * capacityRatio), openingCostValue: round(50 + 150 * rng.nextUnit()) })),
    demands: weights.map((weightValue, j) => ({ id: `d${j}`, weightValue })),
    unitCode: 'm', distanceValues: distance(),
    ...(corridorCount === 0 ? {} : { corridorIds: Array.from({ length: siteCount * demandCount }, corridor) }),
    ...(stateCount === 0 ? {} : { states }),
  };
}

/** Best value over all sets that the question allows, by the definition; NaN when none is allowed. */
export function bruteForce(problem: SitingProblem, request: SitingRequest): number {
  const isMaximum = request.model === 'mclp' || request.model === 'mexclp';
  let best = Number.NaN;
  for (let mask = 1; mask < 2 ** problem.sites.length; mask++) {
    const chosen = problem.sites.map((_site, i) => i).filter((i) => (mask >> i) & 1);
    const wrong = problem.sites.some((site, i) => (site.state === 'existing' && !chosen.includes(i)) || (site.state === 'forbidden' && chosen.includes(i)));
    const isCounted = request.model === 'lscp' || (request.model === 'ufl' ? chosen.length <= (request.siteCount ?? 99) : chosen.length === request.siteCount);
    if (wrong || !isCounted) continue;
    const value = plainValue(problem, request, chosen);
    if (Number.isFinite(value) && (Number.isNaN(best) || (isMaximum ? value > best : value < best))) best = value;
  }
  return best;
}

function plainValue(problem: SitingProblem, request: SitingRequest, chosen: readonly number[]): number {
  const { demands, sites, corridorIds } = problem;
  const states = problem.states ?? [{ hoursRatio: 1, distanceValues: problem.distanceValues }];
  const radius = request.radiusValue ?? Infinity;
  let [sum, worst, isCovered] = [0, 0, true];
  demands.forEach(({ weightValue }, j) => {
    for (const { hoursRatio, distanceValues } of states) {
      const at = (i: number): number => distanceValues[i * demands.length + j]!;
      const nearest = Math.min(...chosen.map(at));
      const reaching = chosen.filter((i) => at(i) <= radius);
      const pairs = reaching.flatMap((a) => reaching.filter((b) => a < b).map((b) => [a, b] as const));
      const corridors = (i: number): readonly string[] => corridorIds?.[i * demands.length + j] ?? [];
      const survives = pairs.length > 0 && [...new Set(reaching.flatMap((i) => [...corridors(i)]))].every((lost) => reaching.some((i) => !corridors(i).includes(lost)));
      const weight = weightValue * hoursRatio;
      worst = Math.max(worst, nearest);
      isCovered &&= reaching.length > 0 && ((request.backupRatio ?? 0) === 0 || survives);
      if (request.model === 'pmedian' || request.model === 'ufl') sum += weight * nearest;
      if (request.model === 'mclp') sum += weight * ((reaching.length > 0 ? 1 : 0) + (survives ? (request.backupRatio ?? 0) : 0));
      if (request.model === 'mexclp') sum += weight * (1 - request.busyRatio! ** reaching.length);
    }
  });
  if (request.model === 'lscp') return isCovered ? chosen.length : Number.NaN;
  if (request.model === 'pcenter') return worst;
  return request.model === 'ufl' ? sum + chosen.reduce((total, i) => total + sites[i]!.openingCostValue, 0) : sum;
}

/** Solves and checks; throws on a refusal or a fault. */
export function solved(problem: SitingProblem, request: SitingRequest) {
  const answer = solveSiting(problem, request);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  const { faults } = checkSiting(problem, request, answer.value);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return answer.value;
}
