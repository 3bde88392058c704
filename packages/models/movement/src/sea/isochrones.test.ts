import { instant, polygonContains } from '@anlan/kernel';
import { describe, expect, it } from 'vitest';
import { cellMiddle, fineGridOf, rectangle } from '../test-world.ts';
import { searchSeaField } from './field.ts';
import { seaIsochrones } from './isochrones.ts';

const departAt = instant('2026-11-25T04:00:00Z');

describe('isochrones', () => {
  const grid = fineGridOf([rectangle([122.09, 30.09, 122.11, 30.11])]);
  const field = searchSeaField({ grid, closures: [] }, { from: { name: 'a', position: [122.05, 30.1] }, departAt, profile: { id: 'v', speedMps: 5 }, toleranceM: 0 });
  if (!field.ok) throw new Error(field.refusal.code);

  it('hold every cell reached in time and no other, to a cell at the edge; land is a hole', () => {
    const [half, all] = seaIsochrones(field.value, [1200, 9e9]);
    expect(all!.polygons).toHaveLength(1);
    expect(all!.polygons[0]).toHaveLength(2);
    let wrongCount = 0;
    for (let y = 0; y < grid.heightCount; y += 3) {
      for (let x = 0; x < grid.widthCount; x += 3) {
        const atS = field.value.cellS[y * grid.widthCount + x]!;
        const isIn = half!.polygons.some((polygon) => polygonContains(polygon, cellMiddle(grid, x, y)));
        if (Math.abs(atS - 1200) > 40 && isIn !== atS <= 1200 && grid.land[y * grid.widthCount + x] === 0) wrongCount++;
      }
    }
    expect(wrongCount).toBe(0);
  });

  it('are closed rings that a map can draw: outline counter-clockwise, few points', () => {
    const [ring] = seaIsochrones(field.value, [600])[0]!.polygons[0]!;
    expect(ring![0]).toEqual(ring!.at(-1));
    let twice = 0;
    for (let i = 1; i < ring!.length; i++) twice += ring![i - 1]![0] * ring![i]![1] - ring![i]![0] * ring![i - 1]![1];
    expect(twice).toBeGreaterThan(0);
    expect(ring!.length).toBeLessThan(80);
  });

  it('grow with the threshold and are empty below nothing', () => {
    const areas = seaIsochrones(field.value, [-1, 300, 900]).map(({ polygons }) => polygons.length);
    expect(areas[0]).toBe(0);
    expect(areas[1]).toBe(1);
  });
});
