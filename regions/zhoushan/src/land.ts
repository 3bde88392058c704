// The coast of the pack as polygons. Three layers of different licence lie side by side and may
// overlap; a place is land when ANY polygon contains it, each polygon by the even-odd rule alone, so
// an overlap can never cancel out. Lakes are filled: there is no sea in them.

import type { BboxDeg, LonLat, Polygon } from '@anlan/kernel';
import { bboxContains, polygonContains, ringBboxDeg } from '@anlan/kernel';
import { readJson } from './files.ts';

export type LandLayerId = 'mainland' | 'islands' | 'reclamation';
export const LAND_LAYER_IDS: readonly LandLayerId[] = ['mainland', 'islands', 'reclamation'];

export interface LandPolygon {
  readonly layer: LandLayerId;
  readonly polygon: Polygon;
  readonly bboxDeg: BboxDeg;
  /** GB/T 2260 code of the county that the island belongs to; absent outside the four. */
  readonly districtCode?: string;
}

/** The window that the coast covers. Outside it the pack knows nothing. */
export const LAND_BBOX_DEG: BboxDeg = [121.0, 29.2, 123.5, 31.3];

/** All polygons of all layers, for a model's coast. */
export function loadLand(): readonly Polygon[] {
  return loadLandPolygons().map(({ polygon }) => polygon);
}

/** The same with layer and county. */
export function loadLandPolygons(): readonly LandPolygon[] {
  return LAND_LAYER_IDS.flatMap(readLayer);
}

/** True when any polygon contains the place. */
export function isOnLand(land: readonly LandPolygon[], at: LonLat): boolean {
  return land.some(({ bboxDeg, polygon }) => bboxContains(bboxDeg, at) && polygonContains(polygon, at));
}

function readLayer(layer: LandLayerId): LandPolygon[] {
  const { features } = readJson<Collection>(`land/${layer}.geojson`);
  return features.map(({ geometry, properties }) => {
    const base = { layer, polygon: geometry.coordinates, bboxDeg: ringBboxDeg(geometry.coordinates[0] ?? []) };
    return typeof properties.districtCode === 'string' ? { ...base, districtCode: properties.districtCode } : base;
  });
}

interface Collection {
  readonly features: readonly {
    readonly properties: { readonly districtCode?: string | null };
    readonly geometry: { readonly type: 'Polygon'; readonly coordinates: Polygon };
  }[];
}
