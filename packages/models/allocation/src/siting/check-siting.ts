// The independent check of an answer: recomputes value, shares, cover, backup and capacities from the
// problem, the question and the chosen ids alone, in the plainest way, sharing no arithmetic with the
// searches. It cannot prove that an answer is best; it proves that it is what it says.

import type { SitingAnswer, SitingProblem, SitingRequest } from './types.ts';

export interface SitingFault {
  readonly code: 'SITING_FAULT';
  readonly params: { readonly place: string; readonly what: string; readonly expected: string | number; readonly found: string | number };
}

export interface SitingCheck {
  readonly isRight: boolean;
  readonly faults: readonly SitingFault[];
}

type Report = (place: string, what: string, expected: string | number, found: string | number) => void;

export function checkSiting(problem: SitingProblem, request: SitingRequest, answer: SitingAnswer): SitingCheck {
  const faults: SitingFault[] = [];
  const report: Report = (place, what, expected, found) => faults.push({ code: 'SITING_FAULT', params: { place, what, expected, found } });
  checkSites(problem, request, answer, report);
  checkShares(problem, request, answer, report);
  checkCover(problem, request, answer, report);
  checkValue(problem, request, answer, report);
  return { isRight: faults.length === 0, faults };
}

interface View {
  readonly id: string | undefined;
  readonly hoursRatio: number;
  distance(siteId: string, demandId: string): number;
}

/** The ways as told, state by state; one nameless state where there is none. */
function views({ sites, demands, states, distanceValues }: SitingProblem): View[] {
  const [row, column] = [new Map(sites.map(({ id }, i) => [id, i])), new Map(demands.map(({ id }, j) => [id, j]))];
  const at = (siteId: string, demandId: string): number => (row.get(siteId) ?? -1) * demands.length + (column.get(demandId) ?? -1);
  return states === undefined
    ? [{ id: undefined, hoursRatio: 1, distance: (siteId, demandId) => distanceValues[at(siteId, demandId)]! }]
    : states.map((state) => ({ id: state.id, hoursRatio: state.hoursRatio, distance: (siteId: string, demandId: string) => state.distanceValues[at(siteId, demandId)]! }));
}

function checkSites({ sites }: SitingProblem, { model, siteCount }: SitingRequest, { siteIds }: SitingAnswer, report: Report): void {
  if (new Set(siteIds).size !== siteIds.length) report('sites', 'doubled', siteIds.length, new Set(siteIds).size);
  for (const id of siteIds) if (sites.find((site) => site.id === id)?.state === undefined) report(id, 'unknown site', 'a site of the problem', id);
  for (const site of sites) {
    if (site.state === 'existing' && !siteIds.includes(site.id)) report(site.id, 'existing site', 'chosen', 'left out');
    if (site.state === 'forbidden' && siteIds.includes(site.id)) report(site.id, 'forbidden site', 'left out', 'chosen');
  }
  const isCountWrong = model === 'lscp' || siteCount === undefined ? false : model === 'ufl' ? siteIds.length > siteCount : siteIds.length !== siteCount;
  if (isCountWrong) report('sites', 'number', siteCount ?? 0, siteIds.length);
}

function checkShares(problem: SitingProblem, request: SitingRequest, answer: SitingAnswer, report: Report): void {
  const load = new Map<string, number>();
  const isLimited = problem.sites.some((site) => answer.siteIds.includes(site.id) && site.capacityValue !== null);
  for (const view of views(problem)) {
    for (const demand of problem.demands) {
      const shares = answer.assignment.filter((share) => share.demandId === demand.id && share.stateId === view.id);
      const sum = shares.reduce((total, share) => total + share.shareRatio, 0);
      if (!near(sum, 1)) report(demand.id, 'sum of shares', 1, sum);
      for (const { siteId, shareRatio, distanceValue } of shares) {
        if (siteId === null) continue;
        load.set(siteId, (load.get(siteId) ?? 0) + shareRatio * demand.weightValue);
        if (!answer.siteIds.includes(siteId)) report(demand.id, 'served from', 'a chosen site', siteId);
        else if (!near(view.distance(siteId, demand.id), distanceValue ?? Infinity)) report(demand.id, 'distance', view.distance(siteId, demand.id), distanceValue ?? 'none');
      }
      if (isLimited) continue;
      const nearest = Math.min(...answer.siteIds.map((id) => view.distance(id, demand.id)));
      const found = shares[0]?.distanceValue ?? Infinity;
      if (!near(nearest, found)) report(demand.id, 'nearest site', nearest, found);
    }
  }
  for (const site of problem.sites) {
    const used = load.get(site.id) ?? 0;
    if (isLimited && request.model !== 'mexclp' && site.capacityValue !== null && used > site.capacityValue * (1 + 1e-9)) report(site.id, 'capacity', site.capacityValue, used);
  }
}

/** Share of a demand that a site covers in a state. */
function ratioOf(problem: SitingProblem, { radiusValue }: SitingRequest, view: View, siteId: string, demandId: string): number {
  if (problem.coverRatios !== undefined && problem.states === undefined) {
    return problem.coverRatios[problem.sites.findIndex(({ id }) => id === siteId) * problem.demands.length + problem.demands.findIndex(({ id }) => id === demandId)]!;
  }
  const distance = view.distance(siteId, demandId);
  return distance <= (radiusValue ?? Number.MAX_VALUE) ? 1 : 0;
}

function corridorsOf({ sites, demands, corridorIds }: SitingProblem, siteId: string, demandId: string): readonly string[] {
  return corridorIds?.[sites.findIndex(({ id }) => id === siteId) * demands.length + demands.findIndex(({ id }) => id === demandId)] ?? [];
}

/** Takes away every chosen site and every corridor in turn: somebody must be left each time. */
function survives(problem: SitingProblem, siteIds: readonly string[], demandId: string): boolean {
  const corridors = new Set(siteIds.flatMap((id) => corridorsOf(problem, id, demandId)));
  const losses = [...siteIds.map((lost) => (id: string) => id === lost), ...[...corridors].map((lost) => (id: string) => corridorsOf(problem, id, demandId).includes(lost))];
  return siteIds.length > 0 && losses.every((isLost) => siteIds.some((id) => !isLost(id)));
}

function checkCover(problem: SitingProblem, request: SitingRequest, answer: SitingAnswer, report: Report): void {
  for (const demand of problem.demands) {
    const told = answer.cover.find((cover) => cover.demandId === demand.id);
    let [coverRatio, hasBackup] = [0, true];
    for (const view of views(problem)) {
      const ratios = answer.siteIds.map((id) => ratioOf(problem, request, view, id, demand.id));
      coverRatio += view.hoursRatio * Math.max(0, ...ratios);
      hasBackup &&= survives(problem, answer.siteIds.filter((_id, k) => ratios[k]! > 0), demand.id);
    }
    if (told === undefined || !near(told.coverRatio, coverRatio)) report(demand.id, 'cover', coverRatio, told?.coverRatio ?? 'none');
    if (told !== undefined && told.hasBackup !== hasBackup) report(demand.id, 'backup', String(hasBackup), String(told.hasBackup));
    const isNeeded = request.model === 'lscp';
    if (isNeeded && coverRatio < (request.hoursRatioMin ?? 1) - 1e-9) report(demand.id, 'must be covered', request.hoursRatioMin ?? 1, coverRatio);
    if (isNeeded && (request.backupRatio ?? 0) > 0 && request.hoursRatioMin === undefined && !hasBackup) report(demand.id, 'must have backup', 'true', 'false');
  }
}

function checkValue(problem: SitingProblem, request: SitingRequest, answer: SitingAnswer, report: Report): void {
  const expected = valueOf(problem, request, answer);
  const { objectiveValue, boundValue } = answer;
  if (!near(expected, objectiveValue)) report('answer', 'objective', expected, objectiveValue);
  const isMaximum = request.model === 'mclp' || request.model === 'mexclp';
  const over = isMaximum ? objectiveValue - boundValue : boundValue - objectiveValue;
  if (over > 1e-7 * Math.max(1, Math.abs(objectiveValue))) report('answer', 'bound', isMaximum ? `≥ ${objectiveValue}` : `≤ ${objectiveValue}`, boundValue);
  if (answer.isProven && !near(objectiveValue, boundValue)) report('answer', 'bound of a proven answer', objectiveValue, boundValue);
}

function valueOf(problem: SitingProblem, request: SitingRequest, answer: SitingAnswer): number {
  const { model } = request;
  if (model === 'lscp') return answer.siteIds.length;
  if (model === 'pcenter') return Math.max(...answer.assignment.map((share) => share.distanceValue ?? Infinity));
  if (model === 'mclp' && problem.sites.some((site) => site.capacityValue !== null && answer.siteIds.includes(site.id))) return servedCover(problem, request, answer);
  let sum = 0;
  for (const [j, demand] of problem.demands.entries()) {
    for (const view of views(problem)) {
      const weight = demand.weightValue * view.hoursRatio;
      const ratios = answer.siteIds.map((id) => ratioOf(problem, request, view, id, demand.id));
      if (model === 'mclp') sum += weight * (Math.max(0, ...ratios) + (request.backupRatio !== undefined && survives(problem, answer.siteIds.filter((_id, k) => ratios[k]! > 0), demand.id) ? request.backupRatio : 0));
      else if (model === 'mexclp') sum += weight * (1 - request.busyRatio! ** ratios.filter((ratio) => ratio > 0).length);
      else for (const share of answer.assignment) if (share.demandId === demand.id && share.stateId === view.id) sum += serveCost(problem, share.siteId, j, weight, share.distanceValue) * share.shareRatio;
    }
  }
  if (model === 'ufl') for (const site of problem.sites) if (answer.siteIds.includes(site.id)) sum += site.openingCostValue;
  return sum;
}

function serveCost({ sites, demands, serveCostValues, states }: SitingProblem, siteId: string | null, demand: number, weightValue: number, distanceValue: number | null): number {
  if (serveCostValues !== undefined && states === undefined) return serveCostValues[sites.findIndex(({ id }) => id === siteId) * demands.length + demand]!;
  return weightValue === 0 ? 0 : weightValue * (distanceValue ?? Infinity);
}

/** With capacities only what is really assigned within reach counts. */
function servedCover(problem: SitingProblem, request: SitingRequest, { assignment }: SitingAnswer): number {
  const [view] = views(problem);
  return assignment.reduce((sum, { siteId, demandId, shareRatio }) => {
    const weight = problem.demands.find((demand) => demand.id === demandId)!.weightValue;
    return sum + (siteId === null ? 0 : weight * shareRatio * ratioOf(problem, request, view!, siteId, demandId));
  }, 0);
}

function near(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a), Math.abs(b));
}
