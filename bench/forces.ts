// Planning sums for forces: their figures in the published cases, and their processor time at a size
// beyond the region's: 500 casualties to 40 hospitals, 40,000 people to 60 shelters, 60 generators
// to 60 loads, 16 trucks by two ships.

import { assignShelters, distributeCasualties, matchGenerators, planFireLift } from '@anlan/allocation';
import type { CasualtyInput, LiftInput, PowerInput, ShelterInput } from '@anlan/allocation';
import { addS, createRng, instant, secondsBetween } from '@anlan/kernel';
import type { BenchRow, BenchSuite } from '../scripts/lib/bench-suite.ts';

export const suite: BenchSuite = { id: 'forces', run };

const T0 = instant('2026-11-23T19:10:00Z');
const END = addS(T0, 86_400);

function run(): readonly BenchRow[] {
  return [shortRow(), liftRow(), casualtyRow(), shelterRow(), generatorRow()];
}

/** D3: 29,405 L/min wanted, one large-flow unit of 25,000 there. */
function shortRow(): BenchRow {
  const { found, cpuS } = timed(() => planFireLift({ ...D3, ships: [], trucks: [] }));
  const shortLPerMinute = found.ok ? found.value.shortFlowLPerMinute : Number.NaN;
  return { case: 'D3: one large-flow unit, no ship', cpuS, shortLPerMinute, expectedLPerMinute: 4405, ok: shortLPerMinute === 4405 };
}

/** D3: 40 min to load, 30 nm at 18 kn; 16 trucks wait for two ships. */
function liftRow(): BenchRow {
  const { found, cpuS } = timed(() => planFireLift(D3));
  const metHours = found.ok && found.value.metAt !== null ? secondsBetween(T0, found.value.metAt) / 3600 : Number.NaN;
  const expectedHours = (2400 + 6000) / 3600;
  return { case: 'D3: 16 trucks, two ships, to the island', cpuS, metHours, expectedHours, ok: Math.abs(metHours - expectedHours) < 1e-6, targetMet: cpuS <= 1, limitCpuS: 1 };
}

function casualtyRow(): BenchRow {
  const random = createRng(11);
  const codes = ['general', 'icu', 'burns', 'toxicology'];
  const groups = Array.from({ length: 24 }, (_, i) => ({ id: `g${i}`, sceneId: `s${i % 4}`, triage: (['red', 'yellow', 'green'] as const)[i % 3]!, acceptedSpecialityCodes: [codes[i % 4]!], personCount: 15 + Math.floor(random.nextUnit() * 12) }));
  const beds = Array.from({ length: 160 }, (_, i) => ({ hospitalId: `h${Math.floor(i / 4)}`, specialityCode: codes[i % 4]!, freeCount: Math.floor(random.nextUnit() * 8), isStale: false }));
  const travel = Array.from({ length: 160 }, (_, i) => ({ sceneId: `s${i % 4}`, hospitalId: `h${Math.floor(i / 4)}`, durationS: 300 + Math.floor(random.nextUnit() * 7200), modes: ['road'], reason: [] }));
  const input: CasualtyInput = { groups, beds, travel, countStaleBeds: false };
  const { found, cpuS } = timed(() => distributeCasualties(input));
  if (!found.ok) return { case: 'casualties', ok: false };
  const isOver = beds.some((bed) => found.value.placed.filter((one) => one.hospitalId === bed.hospitalId && one.specialityCode === bed.specialityCode).reduce((sum, one) => sum + one.personCount, 0) > bed.freeCount);
  return { case: `${groups.reduce((sum, one) => sum + one.personCount, 0)} casualties to 40 hospitals`, cpuS, placedCount: found.value.byTriage.reduce((sum, one) => sum + one.placedCount, 0), ok: !isOver, targetMet: cpuS <= 5, limitCpuS: 5 };
}

function shelterRow(): BenchRow {
  const random = createRng(12);
  const groups = Array.from({ length: 80 }, (_, i) => ({ id: `g${i}`, needsNoSteps: i % 8 === 0, familyCounts: Array.from({ length: 160 }, () => 1 + Math.floor(random.nextUnit() * 5)) }));
  const shelters = Array.from({ length: 60 }, (_, i) => ({ shelterId: `s${i}`, freeCount: 400 + Math.floor(random.nextUnit() * 600), noStepsFreeCount: 120 }));
  const travel = groups.flatMap((group) => shelters.map((one) => ({ groupId: group.id, shelterId: one.shelterId, durationS: 120 + Math.floor(random.nextUnit() * 5400) })));
  const input: ShelterInput = { groups, shelters, travel };
  const { found, cpuS } = timed(() => assignShelters(input));
  if (!found.ok) return { case: 'shelters', ok: false };
  const isOver = shelters.some((one) => found.value.placed.filter((row) => row.shelterId === one.shelterId).reduce((sum, row) => sum + row.personCount, 0) > one.freeCount);
  return { case: `${groups.reduce((sum, group) => sum + group.familyCounts.reduce((a, b) => a + b, 0), 0)} people to 60 shelters`, cpuS, placedCount: found.value.placedCount, splitFamilyCount: found.value.splitFamilyCount, ok: !isOver, targetMet: cpuS <= 10, limitCpuS: 10 };
}

function generatorRow(): BenchRow {
  const random = createRng(13);
  const curve = [{ loadRatio: 0.25, fuelLPerHour: 10 }, { loadRatio: 1, fuelLPerHour: 40 }];
  const sources = Array.from({ length: 60 }, (_, i) => ({ id: `g${i}`, ratedKw: 20 + Math.floor(random.nextUnit() * 400), phaseCode: 'three', nominalVolt: 400, connectorCodes: ['terminal'], tankLitres: 400, consumption: curve, parallelCapable: true }));
  const loads = Array.from({ length: 60 }, (_, i) => ({ id: `l${i}`, priorityIndex: 1 + (i % 3), demandKw: 20 + Math.floor(random.nextUnit() * 400), phaseCode: 'three', nominalVolt: 400, connectorCode: 'terminal', neededHours: 24, acceptsParallel: false }));
  const input: PowerInput = { sources, loads, travel: sources.flatMap((one) => loads.map((load) => ({ sourceId: one.id, loadId: load.id, durationS: 600 + Math.floor(random.nextUnit() * 3600) }))) };
  const { found, cpuS } = timed(() => matchGenerators(input));
  const unmetKw = found.ok ? (found.value.byClass[0]?.unmetKw ?? Number.NaN) : Number.NaN;
  const alone = matchGenerators({ ...input, loads: loads.filter((load) => load.priorityIndex === 1) });
  const leastUnmetKw = alone.ok ? (alone.value.byClass[0]?.unmetKw ?? Number.NaN) : Number.NaN;
  return { case: '60 generators to 60 loads: class 1 as if alone', cpuS, unmetKw, leastUnmetKw, ok: unmetKw === leastUnmetKw, targetMet: cpuS <= 10, limitCpuS: 10 };
}

const D3: LiftInput = {
  startAt: T0, horizonAt: END, requiredFlowLPerMinute: 29_405, requiredFoamLitres: 57_340, thereFlowLPerMinute: 25_000, thereFoamLitres: 0,
  ships: [
    { id: 'ship', readyAt: T0, loadDurationS: 2400, sailS: { ramp: (30 / 18) * 3600 }, draughtM: 3.6, deckVehicleCount: 14, deckAreaM2: 520, payloadKg: 450_000, axleMassKgMax: 13_000, ownFlowLPerMinute: 0, ownFoamLitres: 17_000 },
    { id: 'ferry', readyAt: T0, loadDurationS: 1800, sailS: { ramp: 9000 }, draughtM: 2.4, deckVehicleCount: 6, deckAreaM2: 260, payloadKg: 200_000, axleMassKgMax: 13_000, ownFlowLPerMinute: 0, ownFoamLitres: 0 },
  ],
  trucks: Array.from({ length: 16 }, (_, i) => ({ id: `t${i}`, readyAt: { ship: T0, ferry: addS(T0, 1800) }, deckAreaM2: 32, massKg: 32_000, axleMassKg: 11_500, flowLPerMinute: 4800, foamLitres: 6000 })),
  sites: [{ id: 'ramp', axleMassKgMax: 13_000, unloadDurationS: 0, windows: { ship: [{ fromAt: T0, untilAt: END }], ferry: [{ fromAt: T0, untilAt: END }] } }],
};

function timed<T>(work: () => T): { readonly found: T; readonly cpuS: number } {
  const before = process.cpuUsage();
  const found = work();
  const { user, system } = process.cpuUsage(before);
  return { found, cpuS: (user + system) / 1e6 };
}
