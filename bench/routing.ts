// Routing with time windows against the best known values: a full plan after 0.4 processor seconds,
// the plan after 5, and the assignment of the first hour. Every plan is walked by the checker.
// The cases lie in the shared reference material; without it only the made ones are run.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assignFirstHour, checkPlainRoutes, readRoutingText, solvePlain } from '@anlan/allocation';
import type { PlainResult, RoutingText } from '@anlan/allocation';
import { createRng } from '@anlan/kernel';
import type { BenchRow, BenchSuite } from '../scripts/lib/bench-suite.ts';

export const suite: BenchSuite = { id: 'routing', run };

/** Best known distance with arcs cut after one decimal (DIMACS challenge 2021) and limit of the gap in 5 s where one case has its own. */
const BEST_KNOWN: Readonly<Record<string, { readonly distanceValue: number; readonly limitPercent?: number }>> = {
  C101: { distanceValue: 827.3, limitPercent: 0.01 }, R101: { distanceValue: 1637.7 }, R112: { distanceValue: 948.6 }, R202: { distanceValue: 1029.6 },
  RC101: { distanceValue: 1619.8, limitPercent: 0.5 }, RC106: { distanceValue: 1372.7, limitPercent: 0.5 },
};
const SHORT_CPU_S = 0.38;
const LONG_CPU_S = 4.95;

function run(): readonly BenchRow[] {
  const root = process.env['ANLAN_SHARED'] ?? resolve(import.meta.dirname, '..', '..', 'shared');
  const folder = join(root, 'reference', 'allocation', 'solomon');
  const texts = existsSync(folder) ? readdirSync(folder).sort().map((file) => readFileSync(join(folder, file), 'utf8')) : [];
  const cases = texts.map((text) => readRoutingText(text, 'cut')).flatMap((read) => (read.ok ? [read.value] : []));
  const pairs = cases.map((one) => ({ short: row(one, SHORT_CPU_S), long: row(one, LONG_CPU_S) }));
  const short = pairs.map((pair) => pair.short);
  const long = pairs.map((pair) => pair.long);
  return [...short, summary('0.4 CPU-s: worst gap and processor time', short, { meanPercent: 3, worstPercent: 3, cpuSMax: 0.45 }), ...long,
    summary('5 CPU-s: mean ≤ 0.4 %, worst ≤ 1.3 %', long, { meanPercent: 0.4, worstPercent: 1.3, cpuSMax: 5.1 }), dispatchRow()];
}

function row({ name, instance, scaleValue }: RoutingText, cpuSMax: number): BenchRow & { readonly gapPercent: number; readonly cpuS: number } {
  const started = nowCpuS();
  const plan: PlainResult = solvePlain(instance, { seed: 1, isFleetSpared: false, budget: { iterationCountMax: Number.POSITIVE_INFINITY, cpuSMax, nowCpuS } });
  const cpuS = nowCpuS() - started;
  const faultCount = checkPlainRoutes(instance, plan).length;
  const known = BEST_KNOWN[name];
  const distanceValue = plan.costValue / scaleValue;
  const gapPercent = known === undefined ? Number.NaN : 100 * (distanceValue / known.distanceValue - 1);
  const limitPercent = cpuSMax < 1 ? 3 : (known?.limitPercent ?? 1.3);
  return {
    case: `${name}, ${cpuSMax < 1 ? '0.4' : '5'} CPU-s`, cpuS, distanceValue, bestKnownValue: known?.distanceValue ?? '', gapPercent, limitPercent,
    routeCount: plan.routes.length, unservedCount: plan.absent.length, faultCount, ok: faultCount === 0 && plan.absent.length === 0, targetMet: gapPercent <= limitPercent,
  };
}

interface Limits { readonly meanPercent: number; readonly worstPercent: number; readonly cpuSMax: number }

function summary(title: string, rows: readonly { readonly gapPercent: number; readonly cpuS: number }[], limits: Limits): BenchRow {
  if (rows.length === 0) return { case: `${title}: the reference cases are not here` };
  const meanPercent = rows.reduce((sum, { gapPercent }) => sum + gapPercent, 0) / rows.length;
  const worstPercent = Math.max(...rows.map(({ gapPercent }) => gapPercent));
  const cpuS = Math.max(...rows.map((one) => one.cpuS));
  return { case: title, cpuS, meanPercent, worstPercent, targetMet: meanPercent <= limits.meanPercent && worstPercent <= limits.worstPercent && cpuS <= limits.cpuSMax };
}

/** 1,000 vehicles for 200 tasks from a fixed seed: the last arrival as early as it can be, then the sum. */
function dispatchRow(): BenchRow {
  const rng = createRng(7);
  const arriveS = Array.from({ length: 200 }, () => Array.from({ length: 1000 }, () => (rng.nextUnit() < 0.2 ? null : Math.floor(300 + 7200 * rng.nextUnit()))));
  const classes = arriveS.map((_task, i) => i % 4);
  assignFirstHour({ arriveS, priorityClass: classes });
  const started = nowCpuS();
  const found = assignFirstHour({ arriveS, priorityClass: classes });
  const cpuMs = (nowCpuS() - started) * 1000;
  return { case: 'first hour: 1,000 vehicles × 200 tasks', cpuMs, limitMs: 100, lastArriveS: Math.max(...found.worstArriveS), unservedCount: found.unservedCount, ok: found.unservedCount === 0, targetMet: cpuMs <= 100 };
}

function nowCpuS(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
