// From the answer to shapes of the map: one feature for each threshold, the widest first, so that the
// nearer areas lie over the farther ones.

import type { Isochrones } from '@anlan/contracts';

export function reachFeatures(reach: Isochrones | undefined, wordsOf: (thresholdS: number) => string): GeoJSON.FeatureCollection {
  const bands = (reach?.bands ?? []).filter(({ polygons }) => polygons.length > 0).toSorted((a, b) => b.thresholdS - a.thresholdS);
  return {
    type: 'FeatureCollection',
    features: bands.map(({ thresholdS, polygons }) => ({
      type: 'Feature', properties: { id: String(thresholdS), label: wordsOf(thresholdS) },
      geometry: { type: 'MultiPolygon', coordinates: polygons.map((polygon) => polygon.map((ring) => ring.map((position) => [...position]))) },
    })),
  };
}

/** `30 min`, `2 h`: the same signs in both languages, as on every chart. */
export function thresholdWords(thresholdS: number): string {
  return thresholdS < 3600 ? `${Math.round(thresholdS / 60)} min` : `${thresholdS / 3600} h`;
}
