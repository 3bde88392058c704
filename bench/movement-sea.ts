// The sea engine on 100 m cells over the archipelago: what the raster and its preparation cost, one
// search to all the water, how right the lengths are against the present engine on its own 100 m
// raster, and what tide, draught and current cost.

import { instant, knToMps } from '@anlan/kernel';
import type { LonLat } from '@anlan/kernel';
import type { FineSeaGrid, SeaField, SeaPlace, SeaProfile, SeaWorld } from '@anlan/movement';
import { buildFineSeaGrid, buildSeaGrid, createSeaWays, indicativeDepth, seaIsochrones, searchSeaField } from '@anlan/movement';
import { loadAirGaps, loadDepthRule, regionPack, seaCurrentSource, seaTideSource } from '@anlan/region-zhoushan';
import type { BenchRow, BenchSuite } from '../scripts/lib/bench-suite.ts';

export const suite: BenchSuite = { id: 'movement-sea', run };

const AOSHAN: SeaPlace = { name: 'Aoshan', position: [122.155, 29.945] };
const YUSHAN: SeaPlace = { name: 'Yushan', position: [121.965, 30.305] };
const ARCHIPELAGO = [121.5, 29.5, 123, 31] as const;
const DEPART_AT = instant('2026-11-25T04:00:00Z');
const SHIP: SeaProfile = { id: 'fire ship', speedMps: knToMps(18), draughtM: 3.6, underKeelClearanceM: 0.5, airDraughtM: 22 };
const TOLERANCE_M = 3000;

function run(): readonly BenchRow[] {
  const grid = build();
  const plain: SeaWorld = { grid, closures: [] };
  const first = timed(() => fieldOf(plain, AOSHAN));
  return [gridRow(grid), ...oneToAllRows(plain, first.cpuMs), routeRow(plain), accuracyRow(plain), ...worldRows(grid)];
}

function build(): FineSeaGrid {
  const grid = buildFineSeaGrid({ polygons: regionPack().loadLand(), bboxDeg: ARCHIPELAGO, cellM: 100 });
  if (!grid.ok) throw new Error(grid.refusal.code);
  return grid.value;
}

function fieldOf(world: SeaWorld, from: SeaPlace, profile: SeaProfile = { id: 'v', speedMps: knToMps(18) }): SeaField {
  const field = searchSeaField(world, { from, departAt: DEPART_AT, profile, toleranceM: TOLERANCE_M });
  if (!field.ok) throw new Error(field.refusal.code);
  return field.value;
}

function gridRow(grid: FineSeaGrid): BenchRow {
  const { waterCount, reopenedCount, isletCount, barrierCount } = grid.raster;
  return { case: 'grid 100 m, 1.5° × 1.5° (once per pack)', cpuMs: medianMs(build, 3), cellCount: grid.land.length, waterCount, reopenedCount, isletCount, barrierCount, ok: waterCount > 1_500_000 };
}

/** From five places, each after the searches before it have warmed the code; the figure is the median of all. */
function oneToAllRows(world: SeaWorld, firstMs: number): BenchRow[] {
  const starts: LonLat[] = [AOSHAN.position, [122.2, 30.45], [122.47, 30.69], [121.8, 29.98], [122.3, 29.75]];
  const fields = starts.map((position) => fieldOf(world, { name: 'start', position }));
  for (let i = 0; i < 5; i++) fieldOf(world, AOSHAN);
  const cpuMs = medianOf(starts.flatMap((position) => [0, 1, 2, 3, 4].map(() => timed(() => fieldOf(world, { name: 'start', position })).cpuMs)));
  const reachedCount = fields[0]!.cellS.reduce((count, atS) => count + (atS < Infinity ? 1 : 0), 0);
  const placesMs = medianMs(() => { for (let i = 0; i < 300; i++) fields[0]!.to({ name: 'p', position: [121.7 + (i % 20) * 0.05, 29.6 + Math.floor(i / 20) * 0.08] }); }, 3);
  return [
    { case: 'preparation of a land mask (once, kept)', cpuMs: Math.max(0, firstMs - cpuMs), ok: firstMs < 3000 },
    { case: 'one to all, any angle, median of 5 starts', cpuMs, limitMs: 100, reachedCount, ok: reachedCount > 1_500_000, targetMet: cpuMs <= 100 },
    { case: 'routes to 300 places of one field', cpuMs: placesMs, limitMs: 1000, targetMet: placesMs <= 1000 },
  ];
}

function routeRow(world: SeaWorld): BenchRow {
  const found = fieldOf(world, AOSHAN).to(YUSHAN);
  const distanceNmi = found.found ? found.route.distanceM / 1852 : Number.NaN;
  return { case: 'Aoshan–Yushan by sea (28–32 nm, not 24)', distanceNmi, ok: distanceNmi >= 28 && distanceNmi <= 32 };
}

/** The present engine (16 neighbours, straightened) on its own conservative 100 m raster, on pairs by a fixed rule. */
function accuracyRow(world: SeaWorld): BenchRow {
  const old = buildSeaGrid({ polygons: regionPack().loadLand(), bboxDeg: ARCHIPELAGO, cellM: 100 });
  if (!old.ok) throw new Error(old.refusal.code);
  const places = Array.from({ length: 40 }, (_place, i): SeaPlace => ({ name: `p${i}`, position: [121.72 + ((i * 37) % 41) * 0.03, 29.6 + ((i * 23) % 37) * 0.036] }));
  const ways = createSeaWays(old.value, { scene: AOSHAN, places, toleranceM: TOLERANCE_M });
  if (!ways.ok) throw new Error(ways.refusal.code);
  const field = fieldOf(world, AOSHAN);
  const ratios = places.flatMap((place) => {
    const [now, before] = [field.to(place), ways.value.from(place)];
    return now.found && before.found && before.route.distanceM > 5000 ? [now.route.distanceM / before.route.distanceM - 1] : [];
  });
  const [longestRatio, shortestRatio, meanRatio] = [Math.max(...ratios), Math.min(...ratios), ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length];
  return { case: 'longer than 16 neighbours + straightening', pairCount: ratios.length, longestRatio, limitRatio: 0.01, shortestRatio, meanRatio, ok: ratios.length >= 25 && longestRatio <= 0.01 };
}

function worldRows(grid: FineSeaGrid): BenchRow[] {
  const depthRun = timed(() => indicativeDepth(grid, loadDepthRule()));
  const current = seaCurrentSource(DEPART_AT);
  if (!current.ok) throw new Error(current.refusal.code);
  const deep: SeaWorld = { grid, closures: [], depth: depthRun.value, tide: seaTideSource(), bridges: loadAirGaps() };
  const row = (name: string, world: SeaWorld, profile: SeaProfile): BenchRow => {
    fieldOf(world, AOSHAN, profile);
    const cpuMs = medianMs(() => fieldOf(world, AOSHAN, profile), 3);
    const found = fieldOf(world, AOSHAN, profile).to(YUSHAN);
    const [distanceNmi, durationMinutes] = found.found ? [found.route.distanceM / 1852, found.route.durationS / 60] : [Number.NaN, Number.NaN];
    return { case: name, cpuMs, distanceNmi, durationMinutes, ok: distanceNmi >= 28 && distanceNmi <= 34 };
  };
  const field = fieldOf({ grid, closures: [] }, AOSHAN);
  const isochrones = timed(() => seaIsochrones(field, [1800, 3600, 7200, 10_800]));
  return [
    { case: 'indicative depths (once per pack)', cpuMs: depthRun.cpuMs, ok: depthRun.value.indicative },
    row('draught 3.6 m with tide and bridges, to Yushan', deep, SHIP),
    row('current of the pack, to Yushan', { grid, closures: [], current: current.value }, SHIP),
    row('depth, tide, bridges and current, to Yushan', { ...deep, current: current.value }, SHIP),
    { case: 'isochrones at 4 thresholds', cpuMs: isochrones.cpuMs, pointCount: isochrones.value.flatMap(({ polygons }) => polygons.flat(2)).length, ok: isochrones.value.every(({ polygons }) => polygons.length > 0) },
  ];
}

/** Processor time, so that other work on the machine counts little. */
function timed<T>(work: () => T): { readonly value: T; readonly cpuMs: number } {
  const start = process.cpuUsage();
  const value = work();
  const used = process.cpuUsage(start);
  return { value, cpuMs: (used.user + used.system) / 1000 };
}

function medianMs(work: () => unknown, times: number): number {
  return medianOf(Array.from({ length: times }, () => timed(work).cpuMs));
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
