// How fast ways are found, and whether they are right: the water grid of the Zhoushan pack, one
// search for forty origins, and door to door over the pack's roads and quays.

import { instant, knToMps } from '@anlan/kernel';
import type { LonLat } from '@anlan/kernel';
import type { Origin, SeaGrid } from '@anlan/movement';
import { buildSeaGrid, createSeaWays, findSeaRoute, travelDoorToDoor } from '@anlan/movement';
import { regionPack } from '@anlan/region-zhoushan';
import type { BenchRow, BenchSuite } from '../scripts/lib/bench-suite.ts';

export const suite: BenchSuite = { id: 'movement', run };

const AOSHAN: LonLat = [122.155, 29.945];
const YUSHAN: LonLat = [121.965, 30.305];
const ARCHIPELAGO = [121.5, 29.5, 123, 31] as const;
const CELL_M = 250;

function run(): readonly BenchRow[] {
  const land = regionPack().loadLand();
  const build = (): SeaGrid => {
    const grid = buildSeaGrid({ polygons: land, bboxDeg: ARCHIPELAGO, cellM: CELL_M });
    if (!grid.ok) throw new Error(grid.refusal.code);
    return grid.value;
  };
  const grid = build();
  return [gridRow(build, grid), routeRow(grid), manyRow(grid), doorRow(grid)];
}

function gridRow(build: () => SeaGrid, grid: SeaGrid): BenchRow {
  const waterCount = grid.clearanceCount.filter((count) => count > 0).length;
  return { case: `grid ${CELL_M} m, 1.5° × 1.5°`, cpuMs: medianMs(build, 5), cellCount: grid.clearanceCount.length, waterCount, ok: waterCount > 200_000 };
}

function routeRow(grid: SeaGrid): BenchRow {
  const request = { from: { name: 'Yushan', position: YUSHAN }, to: { name: 'Aoshan', position: AOSHAN }, toleranceM: 3000 };
  const route = findSeaRoute(grid, request);
  const distanceNmi = route.ok ? route.value.distanceM / 1852 : Number.NaN;
  return { case: 'Aoshan–Yushan by sea (not 24 nm)', cpuMs: medianMs(() => findSeaRoute(grid, request), 5), distanceNmi, ok: distanceNmi > 27.5 && distanceNmi < 32.5 };
}

function manyRow(grid: SeaGrid): BenchRow {
  const places = Array.from({ length: 40 }, (_place, i) => ({ name: `p${i}`, position: [121.7 + 0.03 * i, 29.6 + ((i * 7) % 13) * 0.1] as LonLat }));
  const search = (): number => {
    const ways = createSeaWays(grid, { scene: { name: 'scene', position: AOSHAN }, places, toleranceM: 5000 });
    if (!ways.ok) throw new Error(ways.refusal.code);
    return places.filter((place) => ways.value.from(place).found).length;
  };
  const reachedCount = search();
  const cpuMs = medianMs(search, 9);
  return { case: '40 origins to one scene, routes straightened', cpuMs, limitMs: 100, reachedCount, ok: cpuMs <= 100 && reachedCount >= 30 };
}

function doorRow(grid: SeaGrid): BenchRow {
  const pack = regionPack();
  const vessel = { speedMps: knToMps(12), windSpeedMpsMax: 17.2, waveHeightMMax: 2.5 };
  const origins = pack.roads.nodes.slice(0, 20).map((node): Origin => ({ id: node.id, name: node.name, position: node.position, leadS: 1800, loadS: 1200, seaAccess: false, roadNode: node.id }));
  const request = {
    departAt: instant('2026-11-23T02:00:00Z'), scenes: [{ id: 'spill', name: '溢油点', position: AOSHAN }], origins, quays: pack.quays.map((quay) => ({ ...quay, vessel })),
    sea: grid, road: pack.roads, conditions: { windSpeedMps: 7, waveHeightM: 0.6, visibilityM: 8000 }, roadClosures: [], seaClosures: [], waterToleranceM: 3000,
  };
  const solve = (windSpeedMps: number) => {
    const result = travelDoorToDoor({ ...request, conditions: { ...request.conditions, windSpeedMps } });
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value.value.travel;
  };
  const rows = solve(7);
  const reached = rows.filter((row) => row.reachable);
  const gale = solve(26).filter((row) => row.reachable).length;
  const cpuMs = medianMs(() => solve(7), 5);
  return { case: `${origins.length} depots × ${request.quays.length} quays, door to door`, cpuMs, limitMs: 300, reachedCount: reached.length, reachedInGaleCount: gale, ok: cpuMs <= 300 && reached.length > 0 && gale === 0 };
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
