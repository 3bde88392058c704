// Routes from the command line: a Solomon file, or a case with real vehicles as JSON. Every plan is
// walked by the independent checker before it is printed; what is left out says what is in the way.

import { readFileSync } from 'node:fs';
import type { Budget, RoutingProblem } from '@anlan/allocation';
import { checkPlainRoutes, checkRoutes, obstaclesOf, readRoutingText, solvePlain, solveRoutes } from '@anlan/allocation';
import { AdapterError } from '@anlan/kernel';
import { printJson } from '../print.ts';
import { refused } from '../refused.ts';
import { ROUTING_SCHEMA } from './routing-schema.ts';

export interface RoutingOptions {
  readonly solomon?: string;
  readonly input?: string;
  readonly seconds?: string;
  readonly seed: string;
  readonly iterations?: string;
  readonly arcs: string;
  readonly objective: string;
  readonly best?: string;
  readonly schema: boolean;
}

/** Processor seconds when neither --seconds nor --iterations is given. */
const SECONDS_DEFAULT = 5;

export function solve(options: RoutingOptions): void {
  if (options.schema) return printJson(ROUTING_SCHEMA);
  if ((options.solomon === undefined) === (options.input === undefined)) throw invalid('--solomon | --input', options.solomon === undefined ? 'missing' : 'both');
  const startedCpuS = nowCpuS();
  const seed = figure('--seed', options.seed, { least: 0, isWhole: true });
  const printed = options.solomon === undefined ? rich(options, seed) : plain(options, seed);
  printJson({ ...printed, seed, cpuS: Number((nowCpuS() - startedCpuS).toFixed(3)) });
}

function plain(options: RoutingOptions, seed: number): object {
  if (options.arcs !== 'cut' && options.arcs !== 'full') throw invalid('--arcs', options.arcs);
  if (options.objective !== 'distance' && options.objective !== 'vehicles') throw invalid('--objective', options.objective);
  const best = options.best === undefined ? undefined : figure('--best', options.best, { least: 0, isWhole: false });
  const read = readRoutingText(textOf(options.solomon!), options.arcs);
  if (!read.ok) throw refused(read.refusal);
  const { name, instance, scaleValue } = read.value;
  const plan = solvePlain(instance, { seed, isFleetSpared: options.objective === 'vehicles', budget: budgetOf(options) });
  const faults = checkPlainRoutes(instance, plan);
  const full = plan.costValue / scaleValue;
  const distanceValue = Number(full.toFixed(options.arcs === 'cut' ? 1 : 4));
  return {
    name, arcs: options.arcs, objective: options.objective, distance: distanceValue, vehicles: plan.routes.length, vehicleLimit: instance.vehicleCount,
    routes: plan.routes, unserved: plan.absent.map((customer) => ({ customer, reasons: obstaclesOf(instance, customer, scaleValue) })),
    checked: faults.length === 0, faults, ...(best === undefined || best === 0 ? {} : { gapPercent: Number((100 * (full / best - 1)).toFixed(3)) }), iterations: plan.iterationCount,
  };
}

function rich(options: RoutingOptions, seed: number): object {
  let problem: RoutingProblem;
  try {
    problem = JSON.parse(textOf(options.input!)) as RoutingProblem;
  } catch (cause) {
    if (cause instanceof AdapterError) throw cause;
    throw new AdapterError('CLI_FILE_UNREADABLE', { cause, retryable: false, params: { path: options.input!, detail: (cause as Error).message.slice(0, 160) } });
  }
  const solved = solveRoutes(problem, { seed, budget: budgetOf(options) });
  if (!solved.ok) throw refused(solved.refusal);
  const faults = checkRoutes(problem, solved.value);
  return { ...solved.value, checked: faults.length === 0, faults };
}

function budgetOf({ seconds, iterations }: RoutingOptions): Budget {
  const iterationCountMax = iterations === undefined ? Number.POSITIVE_INFINITY : figure('--iterations', iterations, { least: 1, isWhole: true });
  const limit = seconds === undefined ? (iterations === undefined ? SECONDS_DEFAULT : Number.POSITIVE_INFINITY) : figure('--seconds', seconds, { least: 0.01, isWhole: false });
  return { iterationCountMax, cpuSMax: limit, nowCpuS };
}

function figure(option: string, given: string, { least, isWhole }: { readonly least: number; readonly isWhole: boolean }): number {
  const value = given.trim() === '' ? Number.NaN : Number(given);
  if (!Number.isFinite(value) || value < least || (isWhole && !Number.isInteger(value))) throw invalid(option, given);
  return value;
}

function textOf(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (cause) {
    throw new AdapterError('CLI_FILE_UNREADABLE', { cause, retryable: false, params: { path, detail: (cause as Error).message.slice(0, 160) } });
  }
}

function invalid(option: string, value: string): AdapterError {
  return refused({ code: 'CLI_OPTION_INVALID', params: { option, value } });
}

/** Processor time of this process, so that other work on the machine does not count. */
function nowCpuS(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
