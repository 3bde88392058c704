// One allocation by optimisation from a JSON problem, without a server: demand against three reserves, stage
// by stage, with the distance to a proven bound. The plan is checked by the independent checker before it
// is printed; what stays unmet says what is in the way.

import { readFileSync } from 'node:fs';
import type { AllocationPlan, AllocationProblem } from '@anlan/allocation';
import { allocate as allocateLadder, checkAllocation } from '@anlan/allocation';
import { createHighsSolver } from '@anlan/adapter-highs';
import type { Instant } from '@anlan/kernel';
import { AdapterError, instantFromIso } from '@anlan/kernel';
import { printJson } from '../print.ts';
import { refused } from '../refused.ts';
import { ALLOCATE_SCHEMA } from './allocate-schema.ts';

export interface AllocateCommand {
  readonly input?: string;
  readonly seconds: string;
  readonly rungs: boolean;
  readonly schema: boolean;
}

export async function allocate(options: AllocateCommand): Promise<void> {
  if (options.schema) return printJson(ALLOCATE_SCHEMA);
  const timeLimitS = Number(options.seconds);
  if (!(timeLimitS > 0)) throw refused({ code: 'CLI_OPTION_INVALID', params: { option: 'seconds', value: options.seconds } });
  const problem = problemOf(readJson(options.input ?? ''));
  const solver = createHighsSolver();
  try {
    const ladder = allocateLadder(problem, { solver, timeLimitS, nowS: () => performance.now() / 1000 });
    if (!ladder.ok) throw refused(ladder.refusal);
    const rungs: unknown[] = [];
    for await (const plan of ladder.value) rungs.push(shown(problem, plan));
    printJson(options.rungs ? rungs : rungs.at(-1));
  } finally {
    await solver.close();
  }
}

function shown(problem: AllocationProblem, plan: AllocationPlan): unknown {
  const { lines, trips, ...rest } = plan;
  return {
    ...rest, check: checkAllocation(problem, plan),
    lines: lines.map((line) => ({ ...line, departAt: new Date(line.departAt).toISOString(), arriveAt: new Date(line.arriveAt).toISOString() })),
    trips: trips.map((trip) => ({ ...trip, departAt: new Date(trip.departAt).toISOString() })),
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path === '-' ? 0 : path, 'utf8')) as unknown;
  } catch (cause) {
    throw new AdapterError('CLI_FILE_UNREADABLE', { cause, retryable: false, params: { path, detail: (cause as Error).message.slice(0, 160) } });
  }
}

/** Shape by the schema's required names; instants from ISO 8601; everything else is judged by the planner. */
function problemOf(raw: unknown): AllocationProblem {
  requireShape(raw, ALLOCATE_SCHEMA, 'problem');
  const file = raw as Omit<AllocationProblem, 'now'> & { readonly now: string };
  return {
    ...file, now: readInstant(file.now, 'now'),
    stocks: file.stocks.map((stock) => ({ ...stock, lots: stock.lots.map((lot) => ({ ...lot, expiresAt: readEnd(lot.expiresAt, lot.lotId), inspectionValidUntilAt: readEnd(lot.inspectionValidUntilAt, lot.lotId) })) })),
  };
}

interface Shape {
  readonly type?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly items?: unknown;
}

function requireShape(raw: unknown, given: unknown, place: string): void {
  const shape = given as Shape;
  const types = [shape.type].flat();
  const found = raw === null ? 'null' : Array.isArray(raw) ? 'array' : typeof raw;
  if (shape.type !== undefined && !types.includes(found)) throw refused({ code: 'CLI_OPTION_INVALID', params: { option: place, value: `${found}, not ${types.join(' | ')}` } });
  if (found === 'array') (raw as readonly unknown[]).forEach((each, i) => { requireShape(each, shape.items ?? {}, `${place}[${i}]`); });
  if (found !== 'object') return;
  const record = raw as Readonly<Record<string, unknown>>;
  const missing = shape.required?.find((name) => record[name] === undefined);
  if (missing !== undefined) throw refused({ code: 'CLI_OPTION_INVALID', params: { option: `${place}.${missing}`, value: 'missing' } });
  for (const [name, inner] of Object.entries(shape.properties ?? {})) if (record[name] !== undefined) requireShape(record[name], inner, `${place}.${name}`);
}

function readInstant(text: string, place: string): Instant {
  const read = instantFromIso(text);
  if (!read.ok) throw refused({ code: 'CLI_OPTION_INVALID', params: { option: place, value: text } });
  return read.value;
}

function readEnd(raw: unknown, place: string): Instant | null {
  return raw === null ? null : readInstant(String(raw), place);
}
