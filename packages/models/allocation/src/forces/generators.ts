// Generators to loads (S-368): phases, voltage, plug and power must fit. First the least unmet power
// of class 1, then of class 2, then of class 3, then the least power wasted, then the least way;
// exact for one generator a load, by min-cost flow. For a load that takes several, every smallest set
// of generators is tried against what the others then lose. Fuel hours follow the consumption curve.

import type { Assumption, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { createFlow, packCost } from './flow.ts';

export interface PowerSource {
  readonly id: string;
  readonly ratedKw: number;
  readonly phaseCode: string;
  readonly nominalVolt: number;
  readonly connectorCodes: readonly string[];
  readonly tankLitres: number;
  readonly consumption: readonly { readonly loadRatio: number; readonly fuelLPerHour: number }[];
  readonly parallelCapable: boolean;
}

export interface PowerLoad {
  readonly id: string;
  /** 1 first. */
  readonly priorityIndex: number;
  readonly demandKw: number;
  readonly phaseCode: string;
  readonly nominalVolt: number;
  readonly connectorCode: string;
  readonly neededHours: number;
  readonly acceptsParallel: boolean;
}

export interface PowerTravel {
  readonly sourceId: string;
  readonly loadId: string;
  readonly durationS: number | null;
}

export interface PowerInput {
  readonly sources: readonly PowerSource[];
  readonly loads: readonly PowerLoad[];
  readonly travel: readonly PowerTravel[];
}

export interface ServedLoad {
  readonly loadId: string;
  readonly sourceIds: readonly string[];
  readonly loadRatio: number;
  readonly arriveS: number;
  /** On the tanks as they come; null: no curve. */
  readonly fuelHours: number;
  /** To bring until the load no longer needs it. */
  readonly refuelLitres: number;
  readonly warnings: readonly Assumption[];
}

export interface PowerPlan {
  readonly served: readonly ServedLoad[];
  readonly unserved: readonly { readonly loadId: string; readonly priorityIndex: number; readonly demandKw: number; readonly reason: Assumption }[];
  readonly byClass: readonly { readonly priorityIndex: number; readonly demandKw: number; readonly unmetKw: number }[];
  readonly assumed: readonly Assumption[];
}

export function matchGenerators(input: PowerInput): Result<PowerPlan> {
  const bad = input.sources.find(({ consumption }) => consumption.length === 0 || consumption.some((point, i) => point.fuelLPerHour < 0 || (i > 0 && point.loadRatio <= consumption[i - 1]!.loadRatio)));
  if (bad !== undefined) return refuse('FORCES_CURVE_WRONG', { id: bad.id });
  const taken = withSets(input);
  const served = input.loads.flatMap((load) => (taken.has(load.id) ? [serve(input, load, taken.get(load.id)!)] : []));
  const unserved = byPriority(input.loads).filter((load) => !taken.has(load.id)).map((load) => ({ loadId: load.id, priorityIndex: load.priorityIndex, demandKw: load.demandKw, reason: reasonOf(input, load, taken) }));
  const classes = [...new Set(input.loads.map((load) => load.priorityIndex))].toSorted((a, b) => a - b);
  return ok({
    served, unserved,
    byClass: classes.map((priorityIndex) => ({
      priorityIndex, demandKw: sumKw(input.loads.filter((load) => load.priorityIndex === priorityIndex)), unmetKw: sumKw(unserved.filter((load) => load.priorityIndex === priorityIndex)),
    })),
    assumed: [{ code: 'FORCES_ASSUMED_TANKS_FULL', params: {} }],
  });
}

/** One generator a load, all classes in one exact assignment. */
function matchSingles({ sources, loads, travel }: PowerInput): readonly (readonly [loadId: string, sourceId: string])[] {
  const [source, sink, loadAt, sourceAt] = [0, 1, 2, 2 + loads.length];
  const flow = createFlow(sourceAt + sources.length);
  const classes = [...new Set(loads.map((load) => load.priorityIndex))].toSorted((a, b) => a - b);
  const tenths = (powerKw: number): number => Math.round(powerKw * 10);
  const loadTotal = Math.max(1, loads.reduce((sum, load) => sum + tenths(load.demandKw), 0));
  const spareTotal = Math.max(1, sources.reduce((sum, one) => sum + tenths(one.ratedKw), 0));
  const secondsTotal = Math.max(1, travel.reduce((sum, row) => sum + Math.ceil(row.durationS ?? 0), 0));
  const maxima = [...classes.map(() => loadTotal), spareTotal, secondsTotal];
  const none = classes.map(() => 0);
  const arcs: { readonly loadId: string; readonly sourceId: string; readonly arcIndex: number }[] = [];
  sources.forEach((_, i) => flow.add(sourceAt + i, sink, 1, 0n));
  loads.forEach((load, i) => {
    flow.add(source, loadAt + i, 1, 0n);
    flow.add(loadAt + i, sink, 1, packCost([...classes.map((one) => (one === load.priorityIndex ? tenths(load.demandKw) : 0)), 0, 0], maxima));
    sources.forEach((one, s) => {
      const durationS = wayOf(travel, one.id, load.id);
      if (durationS === null || !fits(one, load) || one.ratedKw < load.demandKw) return;
      const price = packCost([...none, tenths(one.ratedKw) - tenths(load.demandKw), Math.ceil(durationS)], maxima);
      arcs.push({ loadId: load.id, sourceId: one.id, arcIndex: flow.add(loadAt + i, sourceAt + s, 1, price) });
    });
  });
  flow.solve(source, sink);
  return arcs.filter(({ arcIndex }) => flow.on(arcIndex) > 0).map(({ loadId, sourceId }) => [loadId, sourceId] as const);
}

type Taken = ReadonlyMap<string, readonly string[]>;

/** Single matches, then sets for loads that one generator cannot serve, each kept only if less power is unmet, class by class. */
function withSets(input: PowerInput): Taken {
  let fixed: Taken = new Map();
  let best = withSingles(input, fixed);
  for (const load of byPriority(input.loads)) {
    if (best.has(load.id) || !load.acceptsParallel) continue;
    const tried = smallestSets(input, load, fixed).map((sourceIds) => {
      const sets = new Map([...fixed, [load.id, sourceIds] as const]);
      return { sets, taken: withSingles(input, sets) };
    });
    for (const { sets, taken } of tried) if (isBetter(input, taken, best)) [best, fixed] = [taken, sets];
  }
  return best;
}

function withSingles(input: PowerInput, fixed: Taken): Taken {
  return new Map([...fixed, ...matchSingles(restOf(input, fixed)).map(([loadId, sourceId]) => [loadId, [sourceId]] as const)]);
}

/** Sets of which none can be spared, the fewest and largest generators first. */
function smallestSets({ sources, travel }: PowerInput, load: PowerLoad, fixed: Taken): readonly (readonly string[])[] {
  const used = new Set([...fixed.values()].flat());
  const usable = sources.filter((one) => one.parallelCapable && !used.has(one.id) && fits(one, load) && wayOf(travel, one.id, load.id) !== null).toSorted((a, b) => b.ratedKw - a.ratedKw || (a.id < b.id ? -1 : 1));
  const sets: string[][] = [];
  const visit = (at: number, chosen: readonly PowerSource[]): void => {
    if (sets.length >= SETS_COUNT_MAX) return;
    if (sumRated(chosen) >= load.demandKw) {
      sets.push(chosen.map((one) => one.id));
      return;
    }
    if (sumRated(chosen) + sumRated(usable.slice(at)) < load.demandKw) return;
    for (let i = at; i < usable.length; i++) visit(i + 1, [...chosen, usable[i]!]);
  };
  visit(0, []);
  return sets;
}

/** Less unmet in the highest class where they differ; then fewer generators out. */
function isBetter({ loads }: PowerInput, a: Taken, b: Taken): boolean {
  const classes = [...new Set(loads.map((load) => load.priorityIndex))].toSorted((x, y) => x - y);
  const key = (taken: Taken): readonly number[] => [...classes.map((one) => sumKw(loads.filter((load) => load.priorityIndex === one && !taken.has(load.id)))), [...taken.values()].flat().length];
  const [x, y] = [key(a), key(b)];
  const at = x.findIndex((value, i) => value !== y[i]);
  return at >= 0 && x[at]! < y[at]!;
}

function restOf({ sources, loads, travel }: PowerInput, taken: Taken): PowerInput {
  const used = new Set([...taken.values()].flat());
  return { sources: sources.filter((one) => !used.has(one.id)), loads: loads.filter((load) => !taken.has(load.id)), travel };
}

function serve({ sources, travel }: PowerInput, load: PowerLoad, sourceIds: readonly string[]): ServedLoad {
  const own = sources.filter((one) => sourceIds.includes(one.id));
  const loadRatio = load.demandKw / sumRated(own);
  const burns = own.map((one) => ({ one, fuelLPerHour: fuelLPerHour(one.consumption, loadRatio) }));
  const fuelHours = Math.min(...burns.map(({ one, fuelLPerHour: rate }) => (rate === 0 ? Infinity : one.tankLitres / rate)));
  const refuelLitres = burns.reduce((total, { one, fuelLPerHour: rate }) => total + Math.max(0, rate * load.neededHours - one.tankLitres), 0);
  const warnings: Assumption[] = [];
  if (loadRatio < LOW_LOAD_RATIO) warnings.push({ code: 'FORCES_GENERATOR_LOW_LOAD', params: { percent: Math.round(loadRatio * 100) } });
  if (refuelLitres > 0) warnings.push({ code: 'FORCES_GENERATOR_REFUEL', params: { hours: Math.floor(fuelHours * 10) / 10, litres: Math.ceil(refuelLitres) } });
  if (own.length > 1) warnings.push({ code: 'FORCES_GENERATOR_PARALLEL', params: { generatorCount: own.length } });
  return { loadId: load.id, sourceIds, loadRatio, arriveS: Math.max(...sourceIds.map((id) => wayOf(travel, id, load.id) ?? 0)), fuelHours, refuelLitres: Math.ceil(refuelLitres - 1e-9), warnings };
}

/** Straight lines between the points of the curve; below the first and above the last, the ends. */
export function fuelLPerHour(curve: PowerSource['consumption'], loadRatio: number): number {
  const above = curve.findIndex((point) => point.loadRatio >= loadRatio);
  if (above <= 0) return curve.at(above === 0 ? 0 : -1)!.fuelLPerHour;
  const [low, high] = [curve[above - 1]!, curve[above]!];
  return low.fuelLPerHour + ((high.fuelLPerHour - low.fuelLPerHour) * (loadRatio - low.loadRatio)) / (high.loadRatio - low.loadRatio);
}

function reasonOf({ sources, travel }: PowerInput, load: PowerLoad, taken: Taken): Assumption {
  const plug = sources.filter((one) => fits(one, load));
  if (plug.length === 0) return { code: 'FORCES_LOAD_NO_FIT', params: { phase: load.phaseCode, volt: load.nominalVolt, connector: load.connectorCode } };
  const reachable = plug.filter((one) => wayOf(travel, one.id, load.id) !== null);
  if (reachable.length === 0) return { code: 'FORCES_LOAD_NO_WAY', params: { generatorCount: plug.length } };
  const largestKw = Math.max(...reachable.map((one) => one.ratedKw));
  const used = new Set([...taken.values()].flat());
  const freeKw = sumRated(reachable.filter((one) => !used.has(one.id)));
  if (largestKw < load.demandKw) return { code: 'FORCES_LOAD_TOO_LARGE', params: { demandKw: load.demandKw, largestKw, freeKw } };
  return { code: 'FORCES_LOAD_ALL_TAKEN', params: { demandKw: load.demandKw, freeKw } };
}

function fits(one: PowerSource, load: PowerLoad): boolean {
  return one.phaseCode === load.phaseCode && one.nominalVolt === load.nominalVolt && one.connectorCodes.includes(load.connectorCode);
}

function wayOf(travel: readonly PowerTravel[], sourceId: string, loadId: string): number | null {
  return travel.find((row) => row.sourceId === sourceId && row.loadId === loadId)?.durationS ?? null;
}

function byPriority(loads: readonly PowerLoad[]): readonly PowerLoad[] {
  return loads.toSorted((a, b) => a.priorityIndex - b.priorityIndex || b.demandKw - a.demandKw || (a.id < b.id ? -1 : 1));
}

function sumRated(sources: readonly PowerSource[]): number {
  return sources.reduce((sum, one) => sum + one.ratedKw, 0);
}

function sumKw(loads: readonly { readonly demandKw: number }[]): number {
  return loads.reduce((sum, load) => sum + load.demandKw, 0);
}

/** Below this a diesel engine runs wet (makers' advice about 30 %; unverified). */
const LOW_LOAD_RATIO = 0.3;
/** Sets tried for one load; ours. */
const SETS_COUNT_MAX = 200;
