import { afterAll, describe, expect, it } from 'vitest';
import { instant } from '@anlan/kernel';
import type { LonLat, Polygon } from '@anlan/kernel';
import { createReachPool } from './reach-pool.ts';

const wall: Polygon = [[[122.09, 30], [122.11, 30], [122.11, 30.2], [122.09, 30.2], [122.09, 30]]];
const pool = createReachPool(() => ({ polygons: [wall], bboxDeg: [122, 29.95, 122.2, 30.2], cellM: 100 }));
afterAll(() => pool.close());
const task = { from: { name: 'west', position: [122.05, 30.1] as LonLat }, departAt: instant('2026-11-24T00:00:00Z'), profile: { id: 'boat', speedMps: 10, windSpeedMpsMax: 12 }, weather: null, toleranceM: 500, thresholdsS: [600, 3600], places: [{ id: 'east', name: 'east', position: [122.15, 30.1] as LonLat }] };

describe('reach of a vessel in a thread of its own', () => {
  it('S-212: goes round land, and the areas grow with time', async () => {
    const answered = await pool.run(task);
    if (!answered.ok) throw new Error(answered.refusal.code);
    const [east] = answered.value.places;
    expect(east?.way?.distanceM).toBeGreaterThan(20_000);
    expect(answered.value.bands.map(({ thresholdS, polygons }) => [thresholdS, polygons.length > 0])).toEqual([[600, true], [3600, true]]);
  });

  it('the server’s own thread goes on while it reckons', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    await Promise.all([pool.run(task), pool.run(task), pool.run(task)]);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
  });

  it('a gale is a reason and no empty answer', async () => {
    const answered = await pool.run({ ...task, weather: { steps: [{ at: task.departAt, windSpeedMps: 30 }], source: 'test' } });
    if (!answered.ok) throw new Error(answered.refusal.code);
    expect(answered.value.places[0]?.way).toBeNull();
    expect(answered.value.places[0]?.reason.length).toBeGreaterThan(0);
  });
});
