// From the two public coasts to the two layers that we ship: rounded, islands inside the mainland
// dropped, lakes dropped, newer OSM coast only where it is the better one. Layers stay separate
// because GSHHG is LGPL-3+ and OpenStreetMap is ODbL.

import type { LonLat, Polygon } from '@anlan/kernel';
import { polygonContains } from '@anlan/kernel';
import type { Feature } from './geojson.ts';
import { polygonsOf, ringAreaM2, tidyRing } from './geojson.ts';

export interface LandLayers {
  readonly islands: readonly Feature[];
  readonly mainland: readonly Feature[];
}

export function buildLand(islandsIn: readonly Feature[], mainlandIn: readonly Feature[]): LandLayers {
  const mainland = mainlandIn.flatMap(polygonsOf).flatMap(mainlandFeature);
  const mainlandPolygons = mainland.flatMap(polygonsOf);
  const islands = islandsIn
    .flatMap(islandFeature)
    .filter((island) => !polygonsOf(island).every((polygon) => liesInside(polygon, mainlandPolygons)));
  return { islands, mainland };
}

function mainlandFeature(polygon: Polygon): Feature[] {
  const ring = tidyRing(polygon[0] ?? []);
  if (ring.length === 0) return [];
  const areaM2 = Math.round(ringAreaM2(ring));
  const kind = kindOf(polygon, areaM2);
  if (kind === undefined) return [];
  return [{ type: 'Feature', properties: { source: 'osm', kind, areaM2 }, geometry: { type: 'Polygon', coordinates: [ring] } }];
}

function kindOf(polygon: Polygon, areaM2: number): string | undefined {
  if (areaM2 > MAINLAND_AREA_M2_MIN) return 'mainland';
  const named = NEWER_IN_OSM.find(({ inside }) => polygonContains(polygon, inside));
  if (named !== undefined) return named.kind;
  const inYangtzeMouth = (polygon[0] ?? []).every(([, latDeg]) => latDeg > YANGTZE_MOUTH_LAT_DEG_MIN);
  return inYangtzeMouth ? 'yangtze-mouth' : undefined;
}

function islandFeature(feature: Feature): Feature[] {
  const districtName = feature.properties['district'];
  const areaKm2 = feature.properties['area_km2'];
  const districtCode = typeof districtName === 'string' ? (DISTRICT_CODES[districtName] ?? null) : null;
  return polygonsOf(feature).flatMap((polygon): Feature[] => {
    const ring = tidyRing(polygon[0] ?? []);
    if (ring.length === 0) return [];
    const areaM2 = typeof areaKm2 === 'number' ? Math.round(areaKm2 * 1e6) : Math.round(ringAreaM2(ring));
    return [{ type: 'Feature', properties: { source: 'gshhg', districtCode, areaM2 }, geometry: { type: 'Polygon', coordinates: [ring] } }];
  });
}

function liesInside(polygon: Polygon, others: readonly Polygon[]): boolean {
  return others.some((other) => (polygon[0] ?? []).every((at) => polygonContains(other, at)));
}

/** GB/T 2260 codes by the name used in the input. */
const DISTRICT_CODES: Readonly<Record<string, string>> = {
  定海区: '330902',
  普陀区: '330903',
  岱山县: '330921',
  嵊泗县: '330922',
};
/** Everything larger in this window is the continent, north or south of Hangzhou Bay. */
const MAINLAND_AREA_M2_MIN = 1e9;
/** OSM shows the recent fills of these three; GSHHG has the coast of the 1980s. */
const NEWER_IN_OSM: readonly { readonly kind: string; readonly inside: LonLat }[] = [
  { kind: 'daxie', inside: [121.96, 29.925] },
  { kind: 'meishan', inside: [121.99, 29.795] },
  { kind: 'xiaoyangshan', inside: [122.06, 30.636] },
];
const YANGTZE_MOUTH_LAT_DEG_MIN = 31.15;
