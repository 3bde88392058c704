// The little GeoJSON that build-land reads and writes. Output is one feature a line, keys in a fixed
// order, so that a changed coast shows as a short diff and the same inputs give the same bytes.

import { writeFileSync, readFileSync } from 'node:fs';
import type { LonLat, Polygon, Ring } from '@anlan/kernel';
import { metresPerDegree } from '@anlan/kernel';

export interface Feature {
  readonly type: 'Feature';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: LonLat }
    | { readonly type: 'LineString'; readonly coordinates: readonly LonLat[] }
    | { readonly type: 'Polygon'; readonly coordinates: Polygon }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] };
}

/** Features of a collection; throws when the file is something else. */
export function readFeatures(path: string): readonly Feature[] {
  const parsed = JSON.parse(readFileSync(path, 'utf8')) as { type?: string; features?: Feature[] };
  if (parsed.type !== 'FeatureCollection' || parsed.features === undefined) throw new Error(`not a feature collection: ${path}`);
  return parsed.features;
}

export function polygonsOf(feature: Feature): readonly Polygon[] {
  if (feature.geometry.type === 'Polygon') return [feature.geometry.coordinates];
  if (feature.geometry.type === 'MultiPolygon') return feature.geometry.coordinates;
  return [];
}

export function writeCollection(path: string, metadata: Readonly<Record<string, unknown>>, features: readonly Feature[]): void {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  writeFileSync(path, `{"type":"FeatureCollection","metadata":${JSON.stringify(metadata)},"features":[\n${lines}\n]}\n`);
}

/** Rounds to 1e-5° and drops repeated positions; an empty ring when fewer than four remain. */
export function tidyRing(ring: Ring): Ring {
  const out: LonLat[] = [];
  for (const [lonDeg, latDeg] of ring) {
    const next: LonLat = [round5(lonDeg), round5(latDeg)];
    const last = out.at(-1);
    if (last === undefined || last[0] !== next[0] || last[1] !== next[1]) out.push(next);
  }
  const [first, last] = [out[0], out.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (first[0] !== last[0] || first[1] !== last[1]) out.push(first);
  return out.length >= 4 ? out : [];
}

/** Area on the tangent plane of the ring's first position, m²; good to 1 % over this window. */
export function ringAreaM2(ring: Ring): number {
  const [, latDeg] = ring[0] ?? [0, 0];
  const { lonM, latM } = metresPerDegree(latDeg);
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] as LonLat;
    const [bx, by] = ring[i + 1] as LonLat;
    twice += ax * by - bx * ay;
  }
  return Math.abs(twice / 2) * lonM * latM;
}

function round5(angleDeg: number): number {
  return Math.round(angleDeg * 1e5) / 1e5;
}
