import { readFileSync } from 'node:fs';
import { distanceM } from '@anlan/kernel';
import type { LonLat, Polygon, Ring } from '@anlan/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedPath } from '../../../../../test/shared.ts';
import type { SeaGrid } from '../api/sea.ts';
import { BOX, gridOf, rectangle } from '../test-world.ts';
import { createSeaWays, findSeaRoute } from './ways.ts';

const AOSHAN = { name: '岙山', position: [122.155, 29.945] as LonLat };
const YUSHAN = { name: '鱼山', position: [121.965, 30.305] as LonLat };
const WINDOW = [121, 29.2, 123.5, 31.3] as const;

function landOf(file: string): Polygon[] {
  interface Feature { geometry: { type: 'Polygon'; coordinates: Polygon } | { type: 'MultiPolygon'; coordinates: Polygon[] } }
  const { features } = JSON.parse(readFileSync(sharedPath(`data/geo/${file}`), 'utf8')) as { features: Feature[] };
  return features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates));
}

function crossesRing(from: LonLat, to: LonLat, ring: Ring): boolean {
  const side = (a: LonLat, b: LonLat, c: LonLat): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  return ring.some((end, i) => {
    const start = ring[i - 1];
    return start !== undefined && side(from, to, start) !== side(from, to, end) && side(start, end, from) !== side(start, end, to);
  });
}

describe('sea routes over the real archipelago', () => {
  let land: Polygon[];
  let grid: SeaGrid;
  beforeAll(() => {
    land = [...landOf('zhoushan_islands_gshhg_shifted_district.geojson'), ...landOf('zhoushan_land_osm_geomaps1m.geojson')];
    grid = gridOf(land, 250, WINDOW);
  });

  it('go from Aoshan to Yushan in about 30 nautical miles, not 24 (S-450: travel time over water)', () => {
    const route = findSeaRoute(grid, { from: AOSHAN, to: YUSHAN, toleranceM: 1500 });
    if (!route.ok) throw new Error(route.refusal.code);
    expect(distanceM(AOSHAN.position, YUSHAN.position) / 1852).toBeCloseTo(23.7, 0);
    expect(route.value.distanceM / 1852).toBeGreaterThan(27.5);
    expect(route.value.distanceM / 1852).toBeLessThan(32.5);
    expect(Math.min(...route.value.pathDeg.map(([lonDeg]) => lonDeg))).toBeLessThan(121.97);
  });

  it('never cross a coastline of the input', () => {
    const far: LonLat[] = [[122.45, 30.72], [122.3, 29.75], [121.93, 30.1], [122.25, 30.13], [122.46, 30.43], [122.07, 30.6]];
    for (const position of [YUSHAN.position, ...far]) {
      const route = findSeaRoute(grid, { from: { name: 'start', position }, to: AOSHAN, toleranceM: 5000 });
      if (!route.ok) throw new Error(route.refusal.code);
      const path = route.value.pathDeg;
      for (let i = 1; i < path.length; i++) {
        for (const polygon of land) for (const ring of polygon) expect(crossesRing(path[i - 1]!, path[i]!, ring)).toBe(false);
      }
    }
  });

  it('are as long one way as the other, to 1 %', () => {
    const there = findSeaRoute(grid, { from: AOSHAN, to: YUSHAN, toleranceM: 1500 });
    const back = findSeaRoute(grid, { from: YUSHAN, to: AOSHAN, toleranceM: 1500 });
    if (!there.ok || !back.ok) throw new Error('both ways exist');
    expect(Math.abs(there.value.distanceM / back.value.distanceM - 1)).toBeLessThan(0.01);
  });
});

describe('sea routes in small worlds', () => {
  it('are the straight line where nothing lies between, on the ellipsoid', () => {
    const [from, to] = [[122.013, 30.021], [122.171, 30.187]] as const;
    const route = findSeaRoute(gridOf([]), { from: { name: 'a', position: from }, to: { name: 'b', position: to }, toleranceM: 0 });
    expect(route).toMatchObject({ ok: true, value: { distanceM: expect.closeTo(distanceM(from, to), 3), pathDeg: [from, to], fromOffsetM: 0 } });
  });

  it('hug the corner of an island to within a cell', () => {
    const grid = gridOf([rectangle([122.05, 30.09, 122.15, 30.11])]);
    const [from, to] = [[122.1, 30.05], [122.1, 30.15]] as const;
    const route = findSeaRoute(grid, { from: { name: 'a', position: from }, to: { name: 'b', position: to }, toleranceM: 0 });
    const taut = (corner: number): number => distanceM(from, [corner, 30.09]) + distanceM([corner, 30.09], [corner, 30.11]) + distanceM([corner, 30.11], to);
    if (!route.ok) throw new Error(route.refusal.code);
    expect(route.value.distanceM).toBeGreaterThan(Math.min(taut(122.05), taut(122.15)));
    expect(route.value.distanceM).toBeLessThan(Math.min(taut(122.05), taut(122.15)) + 600);
  });

  it('start from the nearest water within the tolerance and count the offset', () => {
    const grid = gridOf([rectangle([122.05, 30.05, 122.15, 30.15])]);
    const inland = { name: 'depot', position: [122.055, 30.1] as LonLat };
    const scene = { name: 'scene', position: [122.01, 30.1] as LonLat };
    const route = findSeaRoute(grid, { from: inland, to: scene, toleranceM: 1500 });
    if (!route.ok) throw new Error(route.refusal.code);
    expect(route.value.fromOffsetM).toBeGreaterThan(480);
    expect(route.value.distanceM).toBeGreaterThanOrEqual(distanceM(inland.position, scene.position) - 1);
    expect(route.value.distanceM).toBeLessThan(distanceM(inland.position, scene.position) + 250);
  });

  it('are refused by name: inland, enclosed, outside', () => {
    const wall = (edge: number, thick: number): Polygon => [rectangle([122.1 - edge, 30.1 - edge, 122.1 + edge, 30.1 + edge])[0]!, rectangle([122.1 - edge + thick, 30.1 - edge + thick, 122.1 + edge - thick, 30.1 + edge - thick])[0]!];
    const grid = gridOf([wall(0.02, 0.012), rectangle([122.15, 30.15, 122.2, 30.2])]);
    const scene = { name: '现场', position: [122.02, 30.02] as LonLat };
    const from = (position: LonLat) => findSeaRoute(grid, { from: { name: '仓库', position }, to: scene, toleranceM: 900 });
    expect(from([122.18, 30.18])).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_NO_WATER_NEAR', params: { name: '仓库', toleranceM: 900 } } });
    expect(from([122.1, 30.1])).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_NO_WATER_WAY', params: { name: '仓库' } } });
    expect(from([123, 30.1])).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_OUTSIDE_GRID' } });
  });

  it('come from one search for any number of announced places', () => {
    const places = Array.from({ length: 40 }, (_p, i) => ({ name: `p${i}`, position: [BOX[0] + 0.004 * (i + 1), BOX[1] + 0.18] as LonLat }));
    const ways = createSeaWays(gridOf([]), { scene: { name: 's', position: [122.1, 30.02] }, places, toleranceM: 0 });
    if (!ways.ok) throw new Error(ways.refusal.code);
    for (const place of places) expect(ways.value.from(place)).toMatchObject({ found: true });
    expect(() => ways.value.from({ name: 'unannounced', position: [122.1, 30.1] })).toThrow(/not announced/);
  });
});
