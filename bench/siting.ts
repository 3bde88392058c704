// Siting against published optima: OR-Library p-median and warehouse files, the San Francisco stores,
// and random cases of the size of a province. Every row is the whole question, reading included, with
// its bound, and is recomputed by the independent check. Limits are processor seconds of one core.

import { readFileSync } from 'node:fs';
import type { SitingAnswer, SitingOptions, SitingProblem, SitingRequest } from '@anlan/allocation';
import { checkSiting, readCap, readDistances, readPmed, SITING_OPTIONS, solveSiting } from '@anlan/allocation';
import { createRng } from '@anlan/kernel';
import type { Result } from '@anlan/kernel';
import type { BenchRow, BenchSuite } from '../scripts/lib/bench-suite.ts';
import { sharedPath } from '../test/shared.ts';

export const suite: BenchSuite = { id: 'siting', run };

const STORES = 'SF_network_distance_candidateStore_16_censusTract_205_new.csv';

function run(): readonly BenchRow[] {
  return [...pmedRows(), capRow(), ...storeRows(), ...centerRows(), ...provinceRows()];
}

interface Case {
  readonly name: string;
  readonly limitS: number;
  readonly ask: (options: SitingOptions) => { readonly problem: SitingProblem; readonly request: SitingRequest };
  /** Published optimum; absent: only the gap is judged. */
  readonly wantedValue?: number;
  readonly gapRatioMax: number;
  readonly extra?: (answer: SitingAnswer) => Readonly<Record<string, string | number>>;
  readonly isRight?: (answer: SitingAnswer) => boolean;
}

function row({ name, limitS, ask, wantedValue, gapRatioMax, extra, isRight }: Case): BenchRow {
  const nowCpuS = (): number => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
  const startS = nowCpuS();
  const { problem, request } = ask(SITING_OPTIONS);
  const answer = taken(solveSiting(problem, request, { ...SITING_OPTIONS, nowCpuS, cpuLimitS: Math.max(0.1, limitS - (nowCpuS() - startS)) * 0.8 }));
  const cpuS = nowCpuS() - startS;
  const { objectiveValue: value, boundValue, gapRatio } = answer;
  const faultCount = checkSiting(problem, request, answer).faults.length;
  const isExact = wantedValue === undefined || Math.abs(value - wantedValue) <= Math.max(gapRatioMax, 1e-9) * Math.abs(wantedValue);
  return {
    case: name, value, wantedValue: wantedValue ?? '–', boundValue, gapRatio, proven: answer.isProven, cpuS, limitS, faultCount, ...extra?.(answer),
    ok: isExact && gapRatio <= gapRatioMax && faultCount === 0 && (isRight?.(answer) ?? true), targetMet: cpuS <= limitS,
  };
}

function pmedRows(): BenchRow[] {
  const cases = [['pmed1', 5819, 1], ['pmed2', 4093, 1], ['pmed5', 1355, 1], ['pmed10', 1255, 1], ['pmed30', 1989, 5], ['pmed40', 5128, 5]] as const;
  return cases.map(([file, wantedValue, limitS]) => row({ name: `${file}: p-median`, limitS, wantedValue, gapRatioMax: 0.0005, ask: () => pmed(file, 'pmedian') }));
}

function centerRows(): BenchRow[] {
  return ([['pmed1', 127], ['pmed10', 20], ['pmed40', 13]] as const).map(([file, wantedValue]) => row({ name: `${file}: p-center`, limitS: 5, wantedValue, gapRatioMax: 0, ask: () => pmed(file, 'pcenter') }));
}

function capRow(): BenchRow {
  return row({
    name: 'cap71: fixed charge, capacities lifted', limitS: 1, wantedValue: 932615.75, gapRatioMax: 0,
    ask: () => {
      const { problem } = taken(readCap(readFileSync(sharedPath('reference/allocation/sf/cap71.txt'), 'utf8')));
      return { problem: { ...problem, sites: problem.sites.map((site) => ({ ...site, capacityValue: null })) }, request: { model: 'ufl' } };
    },
  });
}

function storeRows(): BenchRow[] {
  const stores = (): SitingProblem => taken(readDistances(readFileSync(sharedPath(`reference/allocation/sf/${STORES}`), 'utf8'))).problem;
  const ask = (request: SitingRequest) => () => ({ problem: stores(), request });
  const ids = (answer: SitingAnswer): string => answer.siteIds.map((id) => id.replace('Store_', '')).join(' ');
  return [
    row({
      name: 'SF205 p-median, p 4', limitS: 1, wantedValue: 2848268129.7145104, gapRatioMax: 0, ask: ask({ model: 'pmedian', siteCount: 4 }),
      extra: (answer) => ({ sites: ids(answer), meanDistanceM: answer.meanDistanceValue ?? 0 }), isRight: (answer) => ids(answer) === '2 11 12 15' && Math.abs((answer.meanDistanceValue ?? 0) - 2982.12686) < 1e-5,
    }),
    row({ name: 'SF205 maximal cover, p 4, 5 km', limitS: 1, wantedValue: 875247, gapRatioMax: 0, ask: ask({ model: 'mclp', siteCount: 4, radiusValue: 5000 }), extra: (answer) => ({ sites: ids(answer), coverPercent: (100 * answer.objectiveValue) / answer.weightTotalValue }) }),
    row({
      name: 'SF205 set covering, 5 km; all best sets', limitS: 1, wantedValue: 8, gapRatioMax: 0, ask: ask({ model: 'lscp', radiusValue: 5000, optimaLimitCount: 1000 }),
      extra: (answer) => ({ setCount: answer.optima?.setCount ?? 0 }), isRight: (answer) => answer.optima?.setCount === 8 && answer.optima.isComplete,
    }),
    row({ name: 'SF205 p-median, p 5, 240,000 people a store', limitS: 5, gapRatioMax: 0, ask: () => ({ problem: { ...stores(), sites: stores().sites.map((site) => ({ ...site, capacityValue: 240_000 })) }, request: { model: 'pmedian', siteCount: 5 } }), extra: (answer) => ({ sites: ids(answer) }) }),
  ];
}

/** No published optima: the gap is judged. HiGHS after 20 s on the same cases: 0.45 % (cover), 5 % (set covering), and no better choice. */
function provinceRows(): BenchRow[] {
  const ask = (request: SitingRequest) => () => ({ problem: province(500, 2000), request });
  return [
    row({ name: 'maximal cover, 500 × 2,000, p 30', limitS: 10, gapRatioMax: 0.006, ask: ask({ model: 'mclp', siteCount: 30, radiusValue: 12 }) }),
    row({ name: 'expected cover, 500 × 2,000, p 30, busy 0.3', limitS: 10, gapRatioMax: 0.02, ask: ask({ model: 'mexclp', siteCount: 30, radiusValue: 12, busyRatio: 0.3 }) }),
    row({ name: 'set covering, 500 × 2,000', limitS: 10, gapRatioMax: 0.12, ask: ask({ model: 'lscp', radiusValue: 16 }) }),
    row({ name: 'p-median, 500 × 2,000, p 30', limitS: 10, gapRatioMax: 0.005, ask: ask({ model: 'pmedian', siteCount: 30 }) }),
  ];
}

function province(siteCount: number, demandCount: number): SitingProblem {
  const rng = createRng(2026);
  const point = (): readonly [number, number] => [rng.nextUnit() * 100, rng.nextUnit() * 100];
  const [sites, demands] = [Array.from({ length: siteCount }, point), Array.from({ length: demandCount }, point)];
  return {
    sites: sites.map((_site, i) => ({ id: `s${i}`, state: 'candidate', capacityValue: null, openingCostValue: 0 })),
    demands: demands.map((_demand, j) => ({ id: `d${j}`, weightValue: 1 + Math.floor(rng.nextUnit() * 100) })),
    unitCode: 'km', distanceValues: Float64Array.from(sites.flatMap(([x, y]) => demands.map(([u, v]) => Math.hypot(x - u, y - v)))),
  };
}

function pmed(file: string, model: 'pmedian' | 'pcenter'): { problem: SitingProblem; request: SitingRequest } {
  const { problem, siteCount } = taken(readPmed(readFileSync(sharedPath(`reference/allocation/pmed/${file}.txt`), 'utf8')));
  return { problem, request: { model, siteCount } };
}

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
