// Lines of a GeoJSON FeatureCollection (RFC 7946) whose properties are OpenStreetMap tags. Lines
// meet where they share a position to 1e-7°, about a centimetre.

import type { LonLat, Result } from '@anlan/kernel';
import { lonLat, ok, refuse } from '@anlan/kernel';
import type { OsmElements, OsmWay } from './elements.ts';
import { createJunk, isKept, LIMITS } from './elements.ts';

export function decodeGeoJson(bytes: Uint8Array): Result<OsmElements> {
  if (bytes.length > LIMITS.xmlByteCountMax) return refuse('OSM_TOO_LARGE', { what: 'bytes', count: bytes.length, countMax: LIMITS.xmlByteCountMax });
  const features = featuresOf(bytes);
  if (!features.ok) return features;
  const junk = createJunk();
  const placeById = new Map<string, LonLat>();
  const ways: OsmWay[] = [];
  features.value.forEach((feature, index) => {
    const { properties, geometry, id } = feature ?? {};
    const tags = textTags(properties);
    if (!isKept(tags)) return;
    const lines = linesOf(geometry);
    if (lines === undefined) return junk.add('geometry');
    lines.forEach((line, part) => {
      const nodeIds = line.flatMap((position) => {
        const place = Array.isArray(position) ? lonLat(Number(position[0]), Number(position[1])) : undefined;
        if (place?.ok !== true) return [];
        const key = place.value.map((degrees) => Math.round(degrees * 1e7)).join(' ');
        placeById.set(key, place.value);
        return [key];
      });
      const wayId = typeof id === 'string' || typeof id === 'number' ? String(id) : `feature-${index}`;
      if (nodeIds.length >= 2 && nodeIds.length === line.length) ways.push({ id: lines.length === 1 ? wayId : `${wayId}-${part}`, nodeIds, tags });
      else junk.add('way');
    });
  });
  if (placeById.size > LIMITS.nodeCountMax) return refuse('OSM_TOO_LARGE', { what: 'nodes', count: placeById.size, countMax: LIMITS.nodeCountMax });
  return ok({ ways, placeById, junk: junk.counts });
}

interface Feature {
  readonly id?: unknown;
  readonly properties?: unknown;
  readonly geometry?: unknown;
}

function featuresOf(bytes: Uint8Array): Result<readonly (Feature | null)[]> {
  try {
    const { type, features } = JSON.parse(new TextDecoder('utf-8').decode(bytes)) as { type?: unknown; features?: unknown };
    if (type === 'FeatureCollection' && Array.isArray(features)) return ok(features as Feature[]);
    return refuse('OSM_UNREADABLE', { format: 'GeoJSON', detail: 'FeatureCollection' });
  } catch (cause) {
    return refuse('OSM_UNREADABLE', { format: 'GeoJSON', detail: (cause as Error).message.slice(0, 80) });
  }
}

function linesOf(geometry: unknown): readonly (readonly unknown[])[] | undefined {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (!Array.isArray(coordinates)) return undefined;
  if (type === 'LineString') return [coordinates];
  return type === 'MultiLineString' && coordinates.every(Array.isArray) ? (coordinates as unknown[][]) : undefined;
}

function textTags(properties: unknown): Readonly<Record<string, string>> {
  if (typeof properties !== 'object' || properties === null) return {};
  return Object.fromEntries(Object.entries(properties).flatMap(([key, value]) => (typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [])));
}
