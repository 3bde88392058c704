import { instant, knToMps } from '@anlan/kernel';
import type { Polygon } from '@anlan/kernel';
import { expect, it } from 'vitest';
import { buildFineSeaGrid, buildSeaGrid, seaIsochrones, searchSeaField, travelDoorToDoor } from './index.ts';

it('the example of the README runs and gives the figures printed there', () => {
  const land: Polygon[] = [[[[122.05, 30.09], [122.15, 30.09], [122.15, 30.11], [122.05, 30.11], [122.05, 30.09]]]];
  const sea = buildSeaGrid({ polygons: land, bboxDeg: [122, 30, 122.2, 30.2], cellM: 250 });
  if (!sea.ok) throw new Error(sea.refusal.code);
  const result = travelDoorToDoor({
    departAt: instant('2026-11-23T02:00:00Z'), sea: sea.value, road: { nodes: [], edges: [] }, quays: [], roadClosures: [], seaClosures: [],
    scenes: [{ id: 'spill', name: '溢油点', position: [122.1, 30.05] }],
    origins: [{ id: 'ship', name: '待命船', position: [122.1, 30.15], leadS: 600, loadS: 0, seaAccess: true, vessel: { speedMps: knToMps(18) } }],
    conditions: { windSpeedMps: 7 }, waterToleranceM: 1000,
  });
  const [row] = result.ok ? result.value.value.travel : [];
  expect(row).toMatchObject({ reachable: true, leadS: 600, etaS: 2275, reason: [{ code: 'MOVEMENT_WAY_SEA', params: { nmi: 8.4, minutes: 38 } }, { code: 'MOVEMENT_NO_ROAD_ACCESS' }] });
});

it('the example of the sea field runs: a way round the island, and areas for a map', () => {
  const land: Polygon[] = [[[[122.05, 30.09], [122.15, 30.09], [122.15, 30.11], [122.05, 30.11], [122.05, 30.09]]]];
  const grid = buildFineSeaGrid({ polygons: land, bboxDeg: [122, 30, 122.2, 30.2], cellM: 100 });
  if (!grid.ok) throw new Error(grid.refusal.code);
  const request = { from: { name: '码头', position: [122.1, 30.05] as const }, departAt: instant('2026-11-23T02:00:00Z'), profile: { id: '消防船', speedMps: 9 }, toleranceM: 500 };
  const field = searchSeaField({ grid: grid.value, closures: [] }, request);
  if (!field.ok) throw new Error(field.refusal.code);
  const found = field.value.to({ name: '溢油点', position: [122.1, 30.15] });
  expect(found).toMatchObject({ found: true, route: { waitS: 0, assumed: [{ code: 'MOVEMENT_ASSUMED_DRAUGHT_UNKNOWN' }, { code: 'MOVEMENT_ASSUMED_CURRENT_NONE' }] } });
  expect(field.value.arriveAtS([122.1, 30.15])! / 60).toBeCloseTo(28.1, 0);
  expect(field.value.arriveAtS([122.1, 30.1])).toBeNull();
  expect(seaIsochrones(field.value, [600, 1800]).map(({ polygons }) => polygons.length)).toEqual([1, 1]);
});
