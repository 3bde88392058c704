// How fast a plan is drawn, and whether it is right: sixty supplies against six needs with every
// option checked by the independent checker, the mini three-reserve case, and the D1 spill.

import { addS, createRng, instant } from '@anlan/kernel';
import type { Demand, Lot, OilDemandInput, PlanInput, RankedPlans, Supply, SupplyTravel } from '@anlan/allocation';
import { checkPlan, DEMONSTRATION_OIL_PLANNING, deriveOilDemand, formulas, rankPlans } from '@anlan/allocation';
import type { BenchRow, BenchSuite } from '../scripts/lib/bench-suite.ts';

export const suite: BenchSuite = { id: 'allocation', run };

const NOW = instant('2026-11-23T02:00:00Z');
const after = (hours: number) => addS(NOW, hours * 3600);

function run(): readonly BenchRow[] {
  return [demandRow(), planRow(60), planRow(240), ...miniRows(), ...figureRows()];
}

function demandRow(): BenchRow {
  const derive = () => deriveOilDemand(d1());
  const result = derive();
  if (!result.ok) throw new Error(result.refusal.code);
  const { skimmerCapacityM3PerHour, storageM3, sweepCount, berthBoomM } = result.value.value.figures;
  const inBand = (value: number, wanted: number): boolean => Math.abs(value / wanted - 1) <= 0.3;
  const ok = inBand(skimmerCapacityM3PerHour, 20) && inBand(storageM3, 300) && sweepCount === 2 && inBand(berthBoomM, 800);
  return { case: 'D1 demand: 20 m³/h, 300 m³, 2 sweeps, 800 m (±30 %)', cpuMs: medianMs(derive, 20), skimmerCapacityM3PerHour, storageM3, sweepCount, berthBoomM, ok };
}

function planRow(supplyCount: number): BenchRow {
  const input = world(supplyCount);
  const plan = (): RankedPlans => solve(input);
  const { options } = plan();
  const faultCount = options.reduce((sum, option) => sum + checkPlan(option, input).faults.length, 0);
  const best = options[0]!;
  const cpuMs = medianMs(plan, 15);
  const limitMs = (50 * supplyCount) / 60;
  return {
    case: `plan: ${supplyCount} supplies × ${input.demands.length} needs, ${options.length} options`, cpuMs, limitMs, best: best.id, lineCount: best.lines.length,
    unmetCriticalRatio: best.figures.unmetCriticalRatio, checkCpuMs: medianMs(() => checkPlan(best, input), 5), faultCount, ok: faultCount === 0 && cpuMs <= limitMs,
  };
}

function miniRows(): BenchRow[] {
  const cases: [string, number, boolean, number][] = [['mini A base', 30, true, 20], ['mini B social link closed', 30, false, 130], ['mini C stock 70', 70, true, 0]];
  return cases.map(([name, stock, open, wanted]) => {
    const input = mini(stock, open);
    const outcome = solve(input).options.find((option) => option.id === 'earliest')!.outcomes[0]!;
    const shortAt = (hours: number): number => outcome.curve.filter((point) => point.at <= after(hours)).at(-1)?.shortValue ?? 0;
    const unmetSum = [2, 6, 12, 24].reduce((sum, hours) => sum + shortAt(hours), 0);
    return { case: name, cpuMs: medianMs(() => solve(input), 15), unmetSum, wanted, ok: unmetSum === wanted };
  });
}

function figureRows(): BenchRow[] {
  const figure = (id: string, inputs: Record<string, number>, name: string): unknown => {
    const result = formulas.find((formula) => formula.id === id)?.run(inputs);
    return result?.ok === true ? result.value[name] : undefined;
  };
  const wac = [2, 3, 6, 12, 24].map((sinceSpillHours) => figure('allocation.wac-boom', { sinceSpillHours }, 'boomFeet')).join('/');
  const edrc = figure('allocation.edrc', { rateM3PerHour: 100 }, 'perDayM3') as number;
  return [
    { case: 'WAC boom curve, ft at 2/3/6/12/24 h', result: wac, ok: wac === '1000/3000/10000/30000/50000' },
    { case: 'EDRC of 100 an hour, per day', result: String(Math.round(edrc)), ok: Math.abs(edrc - 480) < 1e-9 },
  ];
}

function solve(input: PlanInput): RankedPlans {
  const result = rankPlans(input);
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.params)}`);
  return result.value.value;
}

function d1(): OilDemandInput {
  const farm = (id: string, hours: number) => ({ id, name: id, sceneId: id, earliestAt: after(hours), probabilityRatio: 0.4, protectLengthM: 300, currentSpeedMps: 0.5 });
  return {
    now: addS(NOW, 600), spilledAt: NOW, sceneId: 'berth', sceneName: 'berth', spilledMassKg: 125_000, oilDensityKgPerM3: 860, currentSpeedMps: 1,
    evaporated: [{ at: after(1), evaporatedRatio: 0.13 }, { at: after(6), evaporatedRatio: 0.19 }, { at: after(24), evaporatedRatio: 0.24 }],
    berth: { shipLengthM: 333, shipBeamM: 60 }, sites: [farm('f1', 4), farm('f2', 6), farm('f3', 9)], planning: DEMONSTRATION_OIL_PLANNING,
  };
}

/** Six of the D1 needs against supplies drawn from a fixed seed: two of three stock, then social, then works. */
function world(supplyCount: number): PlanInput {
  const derived = deriveOilDemand(d1());
  if (!derived.ok) throw new Error(derived.refusal.code);
  const demands: readonly Demand[] = derived.value.value.demands.filter((demand) => demand.id !== 'site-boom-f3' && demand.id !== 'sorbent');
  const rng = createRng(20261123);
  const between = (low: number, high: number): number => low + Math.floor(rng.nextUnit() * (high - low + 1));
  const kinds = [['boom-open', 'm', 20, 400], ['boom-sheltered', 'm', 20, 600], ['boom-shore', 'm', 20, 500], ['skimmer-light', 'm3/h', 5, 10], ['storage', 'm3', 0, 60]] as const;
  const supplies = Array.from({ length: supplyCount }, (_supply, i): Supply => {
    const [capabilityCode, unitCode, stepValue, most] = kinds[i % kinds.length]!;
    const amount = Math.max(stepValue, Math.round((most * between(2, 10)) / 10 / Math.max(1, stepValue)) * Math.max(1, stepValue));
    const shared = { id: `s${i}`, name: `s${i}`, originId: `o${i}`, itemKindId: capabilityCode, capabilityCode, unitCode, effectValue: 1, stepValue, leadS: between(10, 120) * 60, requires: [] };
    const lots = [0, 1].map((k): Lot => ({ lotId: `s${i}-${k}`, quantityValue: amount / 2, expiresAt: after(between(12, 5000)), inspection: 'passed', inspectionValidUntilAt: null }));
    if (i % 6 < 4) return { ...shared, reserve: 'stock', lots, floorValue: amount / 4 };
    if (i % 6 === 4) return { ...shared, reserve: 'social', countedValue: amount, acceptanceRatio: 0.8 };
    return { ...shared, reserve: 'capacity', ramp: [{ fromHours: 0, ratePerHourValue: amount / 12, unitCode }, { fromHours: 6, ratePerHourValue: amount / 6, unitCode }], rawMaterialCapValue: 3 * amount, shipEveryS: 3600 };
  });
  const scenes = [...new Set(demands.map((demand) => demand.sceneId))];
  const travel = supplies.flatMap((supply) => scenes.map((sceneId): SupplyTravel => (
    rng.nextUnit() < 0.1
      ? { reachable: false, originId: supply.originId, sceneId, reason: [{ code: 'MOVEMENT_NO_WAY', params: { name: supply.originId } }] }
      : { reachable: true, originId: supply.originId, sceneId, travelS: between(20, 300) * 60, legs: [], reason: [] })));
  return { now: addS(NOW, 600), horizonS: 72 * 3600, demands, supplies, travel };
}

function mini(stock: number, socialOpen: boolean): PlanInput {
  const common = { itemKindId: 'k', capabilityCode: 'k', unitCode: 'u', effectValue: 1, stepValue: 0, requires: [] };
  const lots: readonly Lot[] = [{ lotId: 'p', quantityValue: stock, expiresAt: null, inspection: 'passed', inspectionValidUntilAt: null }];
  const way = (originId: string, hours: number): SupplyTravel => ({ reachable: true, originId, sceneId: 'j', travelS: hours * 3600, legs: [], reason: [] });
  const need = ([[2, 20], [6, 60], [12, 100], [24, 140]] as const).map(([hours, quantityValue]) => ({ at: after(hours), quantityValue, unitCode: 'u' }));
  return {
    now: NOW, horizonS: 24 * 3600,
    demands: [{ id: 'd', sceneId: 'j', capabilityCode: 'k', accepts: [{ capabilityCode: 'k', effectRatio: 1 }], unitCode: 'u', urgency: 'critical', need, deadlineAt: after(2), adequateValue: 20, purpose: { code: 'MINI', params: {} }, working: { formulaId: 'given', inputs: {}, sourceText: 'mini case' } }],
    supplies: [
      { ...common, id: 'P', name: 'P', originId: 'P', reserve: 'stock', leadS: 1800, lots, floorValue: 0 },
      { ...common, id: 'S', name: 'S', originId: 'S', reserve: 'social', leadS: 4 * 3600, countedValue: 40, acceptanceRatio: null },
      { ...common, id: 'C', name: 'C', originId: 'C', reserve: 'capacity', leadS: 8 * 3600, ramp: [{ fromHours: 0, ratePerHourValue: 5, unitCode: 'u' }], rawMaterialCapValue: 1e6, shipEveryS: 3600 },
    ],
    travel: [way('P', 1), socialOpen ? way('S', 1.5) : { reachable: false, originId: 'S', sceneId: 'j', reason: [] }, way('C', 2)],
  };
}

/** Processor time, so that other work on the machine does not count; the median of a few runs. */
function medianMs(work: () => unknown, times: number): number {
  work();
  const taken = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    work();
    const used = process.cpuUsage(start);
    return (used.user + used.system) / 1000;
  });
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}
