// Where to place sites, from a file of distances: OR-Library pmed and cap files (known by their
// numbers), tables (CSV), or JSON, which can say most. The answer is checked before it is printed.

import { readFileSync } from 'node:fs';
import type { SitingModel, SitingProblem, SitingRequest } from '@anlan/allocation';
import { checkSiting, looksLikeCap, looksLikePmed, proveSiting, readCap, readDistances, readPmed, readSitingJson, readWeights, SITING_MODELS, SITING_OPTIONS, solveSiting } from '@anlan/allocation';
import { createHighsSolver } from '@anlan/adapter-highs';
import type { Assumption, Result } from '@anlan/kernel';
import { AdapterError, ok, refuse } from '@anlan/kernel';
import { printJson } from '../print.ts';
import { refused } from '../refused.ts';

export interface SitingOptionsGiven {
  readonly input?: string;
  readonly p?: string;
  readonly radius?: string;
  readonly weights?: string;
  readonly locked?: string;
  readonly forbidden?: string;
  readonly busy?: string;
  readonly backup?: string;
  readonly hours?: string;
  readonly optima?: string;
  readonly capacity?: string;
  readonly uncapacitated: boolean;
  readonly seconds: string;
  readonly seed: string;
  readonly highs: boolean;
  readonly schema: boolean;
}

interface Given {
  readonly format: string;
  readonly problem: SitingProblem;
  readonly request: Partial<SitingRequest>;
  readonly assumed: readonly Assumption[];
}

export async function siting(model: string, options: SitingOptionsGiven): Promise<void> {
  if (options.schema) return printJson(SITING_SCHEMA);
  if (!(SITING_MODELS as readonly string[]).includes(model)) throw refused({ code: 'CLI_OPTION_INVALID', params: { option: 'model', value: model } });
  const given = taken(readGiven(readText(options.input ?? ''), options));
  const request: SitingRequest = { ...given.request, model: model as SitingModel, ...numbersOf(options) };
  const start = nowCpuS();
  const limits = { ...SITING_OPTIONS, randomSeed: numberOf('seed', options.seed), nowCpuS, cpuLimitS: numberOf('seconds', options.seconds) };
  let answer = taken(solveSiting(given.problem, request, limits));
  if (options.highs && !answer.isProven) answer = await prove(given.problem, request, answer, limits.cpuLimitS);
  const check = checkSiting(given.problem, request, answer);
  printJson({ ...answer, assumed: [...given.assumed, ...answer.assumed], check, format: given.format, randomSeed: limits.randomSeed, cpuS: Math.round((nowCpuS() - start) * 1000) / 1000 });
}

async function prove(problem: SitingProblem, request: SitingRequest, answer: Parameters<typeof proveSiting>[2], timeLimitS: number): ReturnType<typeof proveSiting> {
  const solver = createHighsSolver();
  try {
    return await proveSiting(problem, request, answer, { solver, timeLimitS });
  } finally {
    await solver.close();
  }
}

function nowCpuS(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function numbersOf({ p, radius, busy, backup, hours, optima }: SitingOptionsGiven): Partial<SitingRequest> {
  const named = [['siteCount', 'p', p], ['radiusValue', 'radius', radius], ['busyRatio', 'busy', busy], ['backupRatio', 'backup', backup], ['hoursRatioMin', 'hours', hours], ['optimaLimitCount', 'optima', optima]] as const;
  return Object.fromEntries(named.flatMap(([field, option, value]) => (value === undefined ? [] : [[field, numberOf(option, value)]])));
}

function numberOf(option: string, value: string): number {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) throw refused({ code: 'CLI_OPTION_INVALID', params: { option, value } });
  return number;
}

function readGiven(text: string, options: SitingOptionsGiven): Result<Given> {
  const read = readAny(text);
  if (!read.ok) return read;
  const weighted = withWeights(read.value, options.weights);
  if (!weighted.ok) return weighted;
  return withStates(weighted.value, options);
}

function readAny(text: string): Result<Given> {
  if (/^\s*[{[]/.test(text)) {
    const read = readSitingJson(parsed(text));
    return read.ok ? ok({ format: 'JSON', ...read.value, assumed: [] }) : read;
  }
  if (looksLikePmed(text)) {
    const read = readPmed(text);
    if (!read.ok) return read;
    const { problem, siteCount } = read.value;
    return ok({ format: 'OR-Library pmed', problem, request: { siteCount }, assumed: [{ code: 'SITING_ASSUMED_COUNT_FROM_FILE', params: { siteCount } }] });
  }
  if (looksLikeCap(text)) {
    const read = readCap(text);
    return read.ok ? ok({ format: 'OR-Library cap', problem: read.value.problem, request: {}, assumed: read.value.hasOpenCapacity ? [{ code: 'SITING_ASSUMED_CAPACITY_OPEN', params: {} }] : [] }) : read;
  }
  const read = readDistances(text);
  return read.ok ? ok({ format: 'CSV', problem: read.value.problem, request: {}, assumed: read.value.hasWeights ? [] : [{ code: 'SITING_ASSUMED_WEIGHT_ONE', params: {} }] }) : read;
}

function withWeights(given: Given, path: string | undefined): Result<Given> {
  if (path === undefined) return ok(given);
  const weights = readWeights(readText(path));
  if (!weights.ok) return weights;
  const missing = given.problem.demands.find((demand) => !weights.value.has(demand.id));
  if (missing !== undefined) return refuse('SITING_ID_UNKNOWN', { id: missing.id });
  const spareCount = weights.value.size - given.problem.demands.length;
  const assumed = given.assumed.filter(({ code }) => code !== 'SITING_ASSUMED_WEIGHT_ONE');
  return ok({
    ...given, problem: { ...given.problem, demands: given.problem.demands.map((demand) => ({ ...demand, weightValue: weights.value.get(demand.id)! })) },
    assumed: spareCount > 0 ? [...assumed, { code: 'SITING_ASSUMED_WEIGHTS_UNUSED', params: { demandCount: spareCount } }] : assumed,
  });
}

/** Locked and forbidden sites, and capacities that the command line sets or lifts. */
function withStates(given: Given, { locked, forbidden, capacity, uncapacitated }: SitingOptionsGiven): Result<Given> {
  const listed = (list: string | undefined): string[] => (list ?? '').split(',').map((id) => id.trim()).filter((id) => id !== '');
  const [lockedIds, forbiddenIds] = [new Set(listed(locked)), new Set(listed(forbidden))];
  const unknown = [...lockedIds, ...forbiddenIds].find((id) => !given.problem.sites.some((site) => site.id === id));
  if (unknown !== undefined) return refuse('SITING_ID_UNKNOWN', { id: unknown });
  const both = [...lockedIds].find((id) => forbiddenIds.has(id));
  if (both !== undefined) return refuse('SITING_ID_TWICE', { id: both });
  const capacityValue = capacity === undefined ? undefined : numberOf('capacity', capacity);
  const sites = given.problem.sites.map((site) => ({
    ...site, state: lockedIds.has(site.id) ? ('existing' as const) : forbiddenIds.has(site.id) ? ('forbidden' as const) : site.state, capacityValue: uncapacitated ? null : (capacityValue ?? site.capacityValue),
  }));
  return ok({ ...given, problem: { ...given.problem, sites } });
}

function readText(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (cause) {
    throw new AdapterError('CLI_FILE_UNREADABLE', { cause, retryable: false, params: { path, detail: (cause as Error).message.slice(0, 160) } });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw refused({ code: 'SITING_FILE_WRONG', params: { format: 'JSON', lineIndex: 1, detail: (cause as Error).message.slice(0, 120) } });
  }
}

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw refused(result.refusal);
  return result.value;
}

const matrix = (description: string) => ({ type: 'array', items: { type: 'array', items: { type: ['number', 'null'] } }, description });

const SITING_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Siting problem',
  description: 'For --input as JSON. Other forms are known by themselves: OR-Library pmed and cap files, and CSV (wide: sites in rows, demands in columns; long: columns site, demandId, distance, weight).',
  type: 'object',
  required: ['sites', 'demands'],
  properties: {
    unitCode: { type: 'string', description: 'unit of the distances: m, s, …' },
    sites: {
      type: 'array', minItems: 1,
      items: { type: 'object', required: ['id'], properties: { id: { type: 'string' }, state: { enum: ['candidate', 'existing', 'forbidden'] }, capacityValue: { type: ['number', 'null'], description: 'in the unit of weightValue; null or left out: no limit' }, openingCostValue: { type: 'number', description: 'for ufl, in unit of distance times weight' } } },
    },
    demands: { type: 'array', minItems: 1, items: { type: 'object', required: ['id', 'weightValue'], properties: { id: { type: 'string' }, weightValue: { type: 'number', minimum: 0 } } } },
    distanceValues: matrix('one row a site, one column a demand; null: no way. Required without states'),
    serveCostValues: matrix('cost of serving all of a demand, where that is not weight times distance'),
    coverRatios: matrix('share of a demand that a site covers, 0 to 1, in place of a radius'),
    corridorIds: { type: 'array', items: { type: 'array', items: { type: 'array', items: { type: 'string' } } }, description: 'bridges, ferries, quays that the way of a pair depends on; two ways are independent when they share none' },
    states: { type: 'array', items: { type: 'object', required: ['id', 'hoursRatio', 'distanceValues'], properties: { id: { type: 'string' }, hoursRatio: { type: 'number', description: 'share of the hours; all add up to 1' }, distanceValues: matrix('as above, in this tide and wind') } } },
    siteCount: { type: 'integer', description: 'p; --p goes before it' },
    radiusValue: { type: 'number', description: '--radius goes before it' },
    busyRatio: { type: 'number' }, backupRatio: { type: 'number' }, hoursRatioMin: { type: 'number' },
  },
} as const;
