// The offline base map of the region, served by our own server: one manifest, one GeoJSON a layer.
// What the web needs of the manifest is checked here, so that a wrong pack says so instead of
// drawing an empty sea.

import type { LonLat, Titles } from '@anlan/contracts';
import { webError } from '../api/api-error.ts';

export interface BasemapLayer {
  readonly id: string;
  readonly path: string;
  readonly geometry: 'polygon' | 'line' | 'point';
  readonly role: 'land' | 'water-area' | 'water-line' | 'bridge' | 'label';
  readonly approximate: boolean;
}

export interface BasemapManifest {
  readonly id: string;
  readonly title: Titles;
  readonly notice: Titles;
  readonly bboxDeg: readonly [number, number, number, number];
  readonly centre: LonLat;
  readonly attribution: Titles;
  readonly layers: readonly BasemapLayer[];
}

export interface Place {
  readonly id: string;
  readonly titles: Titles;
  readonly kind: string;
  readonly rank: number;
  readonly position: LonLat;
}

/** Folder under which the server hands out the region's base map. */
export const BASEMAP_ROOT = '/basemap';

export function layerUrl(layer: BasemapLayer): string {
  return `${location.origin}${BASEMAP_ROOT}/${layer.path}`;
}

/** Fetched once; a failure may be tried again. */
export function loadBasemap(): Promise<BasemapManifest> {
  manifest ??= fetchJson<BasemapManifest>(`${BASEMAP_ROOT}/basemap.json`).catch((error: unknown) => {
    manifest = undefined;
    throw error;
  });
  return manifest;
}

/** Named points of the base map, for search and for "near". */
export function loadPlaces(): Promise<readonly Place[]> {
  places ??= readPlaces().catch((error: unknown) => {
    places = undefined;
    throw error;
  });
  return places;
}

async function readPlaces(): Promise<readonly Place[]> {
  const layer = (await loadBasemap()).layers.find((candidate) => candidate.id === 'places');
  if (layer === undefined) return [];
  const collection = await fetchJson<GeoJSON.FeatureCollection<GeoJSON.Point, PlaceProperties>>(`${BASEMAP_ROOT}/${layer.path}`);
  return collection.features.map(({ properties, geometry }) => ({
    id: properties.id,
    titles: { zh: properties.nameZhShort, en: properties.nameEn },
    kind: properties.kind,
    rank: properties.rank,
    position: [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0],
  }));
}

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path).catch(() => undefined);
  if (response === undefined || !response.ok || response.headers.get('content-type')?.includes('html') === true) throw webError('WEB_BASEMAP_MISSING', { path });
  return (await response.json()) as T;
}

interface PlaceProperties { readonly id: string; readonly nameZhShort: string; readonly nameEn: string; readonly kind: string; readonly rank: number }

let manifest: Promise<BasemapManifest> | undefined;
let places: Promise<readonly Place[]> | undefined;
