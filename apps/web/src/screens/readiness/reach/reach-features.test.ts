import { describe, expect, it } from 'vitest';
import type { Isochrones } from '@anlan/contracts';
import { reachFeatures, thresholdWords } from './reach-features.ts';

describe('areas of reach on the map', () => {
  const ring: [number, number][] = [[122, 30], [122.1, 30], [122.1, 30.1], [122, 30]];
  const reach = { bands: [{ thresholdS: 1800, polygons: [[ring]] }, { thresholdS: 7200, polygons: [[ring]] }, { thresholdS: 3600, polygons: [] }] } as unknown as Isochrones;

  it('the widest lies lowest, an empty one is left out, each says its time', () => {
    const { features } = reachFeatures(reach, (thresholdS) => thresholdWords(thresholdS));
    expect(features.map(({ properties }) => (properties as { label: string }).label)).toEqual(['2 h', '30 min']);
  });

  it('nothing is drawn before there is an answer', () => {
    expect(reachFeatures(undefined, () => '').features).toEqual([]);
  });
});
