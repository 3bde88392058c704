// Named places of the pack: for search, for labels and for saying where something is.

import type { LonLat } from '@anlan/kernel';
import { readJson } from './files.ts';

export interface RegionPlace {
  readonly id: string;
  readonly names: { readonly zh: string; readonly en: string };
  readonly kind: string;
  /** 1 first: which name stays when labels collide. */
  readonly rank: number;
  readonly position: LonLat;
  readonly toleranceM: number;
  readonly confidence: 'likely' | 'unsure';
  /** GB/T 2260; null outside the city. */
  readonly districtCode: string | null;
}

export function loadPlaces(): readonly RegionPlace[] {
  const { features } = readJson<{ features: readonly PlaceFeature[] }>('basemap/places.geojson');
  return features.map(({ properties: p, geometry }) => ({
    id: p.id,
    names: { zh: p.nameZh, en: p.nameEn },
    kind: p.kind,
    rank: p.rank,
    position: geometry.coordinates,
    toleranceM: p.toleranceM,
    confidence: p.confidence,
    districtCode: p.districtCode,
  }));
}

interface PlaceFeature {
  readonly properties: Omit<RegionPlace, 'names' | 'position'> & { readonly nameZh: string; readonly nameEn: string };
  readonly geometry: { readonly coordinates: LonLat };
}
