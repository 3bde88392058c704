import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { distanceM, instant, instantFromMs } from '@anlan/kernel';
import type { LonLat } from '@anlan/kernel';
import { measurePath, pathLengthM, placeAlong, shuttleAt, voyageAt } from './tracks.ts';

const path = measurePath([[122.1, 29.9], [122.2, 29.9], [122.2, 30.0]]);

describe('simulated tracks', () => {
  it('a place along the path is on the path, at the asked distance from the start', () => {
    const corner = placeAlong(path, path.cumulativeM[1]!);
    expect(distanceM(corner.position, [122.2, 29.9])).toBeLessThan(1);
    expect(placeAlong(path, 0).position).toEqual([122.1, 29.9]);
    expect(placeAlong(path, 1e9).position).toEqual([122.2, 30.0]);
  });

  it('a shuttle never jumps: in one second it sails at most its speed', () => {
    const options = { speedMps: 8, layoverS: 600, phaseS: 1234 };
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), (offsetS) => {
      const at = instantFromMs(instant('2026-11-23T00:00:00Z') + offsetS * 1000);
      const before: LonLat = shuttleAt(path, options, at).position;
      const after: LonLat = shuttleAt(path, options, instantFromMs(at + 1000)).position;
      expect(distanceM(before, after)).toBeLessThan(8.2);
    }));
  });

  it('a voyage starts at its departure and stays at its end', () => {
    const departAt = instant('2026-11-23T00:00:00Z');
    const options = { departAt, speedMps: 10 };
    expect(voyageAt(path, options, instantFromMs(departAt - 5000)).speedMps).toBe(0);
    const arrivedAt = instantFromMs(Math.ceil(departAt + (pathLengthM(path) / 10) * 1000 + 5000));
    expect(voyageAt(path, options, arrivedAt).position).toEqual([122.2, 30.0]);
  });
});
