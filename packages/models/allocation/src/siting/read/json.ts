// Reads a siting problem as JSON, the one form that can say everything: existing sites, capacities,
// tides and winds, corridors, cover shares. Distances are rows of sites; null means that there is no
// way. What is left out is left out, never filled in.

import type { Result } from '@anlan/kernel';
import type { SitingProblem, SitingRequest, SitingSite, SiteState } from '../types.ts';
import { ok, refuse } from '@anlan/kernel';

export interface SitingFile {
  readonly problem: SitingProblem;
  /** What the file itself asks; a command line may say otherwise. */
  readonly request: Partial<SitingRequest>;
}

type Fields = Readonly<Record<string, unknown>>;

export function readSitingJson(given: unknown): Result<SitingFile> {
  if (!isFields(given) || !Array.isArray(given['sites']) || !Array.isArray(given['demands'])) return wrong('sites, demands');
  const sites = given['sites'].map(siteOf);
  const demands = given['demands'].map((demand: unknown) => (isFields(demand) && typeof demand['id'] === 'string' && typeof demand['weightValue'] === 'number' ? { id: demand['id'], weightValue: demand['weightValue'] } : null));
  if (sites.includes(null)) return wrong(`sites[${sites.indexOf(null)}]`);
  if (demands.includes(null)) return wrong(`demands[${demands.indexOf(null)}]`);
  const shape = { siteCount: sites.length, demandCount: demands.length };
  const states = given['states'] === undefined ? undefined : statesOf(given['states'], shape);
  const distanceValues = given['distanceValues'] === undefined && states !== undefined ? new Float64Array(sites.length * demands.length) : table(given['distanceValues'], shape);
  const optional = (name: string): Float64Array | null | undefined => (given[name] === undefined ? undefined : table(given[name], shape));
  const [serveCostValues, coverRatios] = [optional('serveCostValues'), optional('coverRatios')];
  const corridorIds = given['corridorIds'] === undefined ? undefined : corridorsOf(given['corridorIds'], shape);
  for (const [name, value] of Object.entries({ states, distanceValues, serveCostValues, coverRatios, corridorIds })) if (value === null) return wrong(name);
  const problem = {
    sites: sites as SitingSite[], demands: demands as { id: string; weightValue: number }[], unitCode: typeof given['unitCode'] === 'string' ? given['unitCode'] : '1', distanceValues: distanceValues!,
    ...(states == null ? {} : { states }), ...(serveCostValues == null ? {} : { serveCostValues }), ...(coverRatios == null ? {} : { coverRatios }), ...(corridorIds == null ? {} : { corridorIds }),
  };
  const request = Object.fromEntries(REQUEST_FIELDS.filter((name) => typeof given[name] === 'number').map((name) => [name, given[name]]));
  return ok({ problem, request });
}

function siteOf(given: unknown): SitingSite | null {
  if (!isFields(given) || typeof given['id'] !== 'string') return null;
  const { state = 'candidate', capacityValue = null, openingCostValue = 0 } = given;
  const isState = state === 'candidate' || state === 'existing' || state === 'forbidden';
  if (!isState || (capacityValue !== null && typeof capacityValue !== 'number') || typeof openingCostValue !== 'number') return null;
  return { id: given['id'], state: state satisfies SiteState, capacityValue, openingCostValue };
}

interface Shape {
  readonly siteCount: number;
  readonly demandCount: number;
}

function rowsOf(given: unknown, { siteCount, demandCount }: Shape): unknown[] | null {
  if (!Array.isArray(given) || given.length !== siteCount) return null;
  return given.every((row) => Array.isArray(row) && row.length === demandCount) ? given.flat(1) : null;
}

function table(given: unknown, shape: Shape): Float64Array | null {
  const cells = rowsOf(given, shape);
  return cells === null || !cells.every((cell) => cell === null || typeof cell === 'number') ? null : Float64Array.from(cells, (cell) => (cell === null ? Infinity : (cell as number)));
}

function corridorsOf(given: unknown, shape: Shape): string[][] | null {
  const cells = rowsOf(given, shape);
  return cells === null || !cells.every((cell) => Array.isArray(cell) && cell.every((id) => typeof id === 'string')) ? null : (cells as string[][]);
}

function statesOf(given: unknown, shape: Shape): { id: string; hoursRatio: number; distanceValues: Float64Array }[] | null {
  if (!Array.isArray(given)) return null;
  const states = given.map((state: unknown) => {
    if (!isFields(state) || typeof state['id'] !== 'string' || typeof state['hoursRatio'] !== 'number') return null;
    const distanceValues = table(state['distanceValues'], shape);
    return distanceValues === null ? null : { id: state['id'], hoursRatio: state['hoursRatio'], distanceValues };
  });
  return states.includes(null) ? null : (states as { id: string; hoursRatio: number; distanceValues: Float64Array }[]);
}

function isFields(given: unknown): given is Fields {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function wrong(detail: string): Result<never> {
  return refuse('SITING_FILE_WRONG', { format: 'JSON', lineIndex: 1, detail });
}

const REQUEST_FIELDS = ['siteCount', 'radiusValue', 'busyRatio', 'backupRatio', 'hoursRatioMin'] as const;
