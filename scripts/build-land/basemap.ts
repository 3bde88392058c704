// What the web draws over the land: names, districts, bridges, fairways, anchorages, and one manifest
// that lists every layer with its licence. Places come from the gazetteer with their tolerance and
// confidence; lines and areas are those of overlays.ts, approximate and tagged so.

import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LonLat } from '@anlan/kernel';
import { polygonContains } from '@anlan/kernel';
import type { Feature } from './geojson.ts';
import { polygonsOf, writeCollection } from './geojson.ts';
import { ANCHORAGES, BRIDGES, DISTRICTS, FAIRWAYS } from './overlays.ts';

export interface BasemapInput {
  readonly gazetteerPath: string;
  readonly islands: readonly Feature[];
  readonly mainland: readonly Feature[];
  /** Where the land layers lie; the web gets copies, so that its folder can be served whole. */
  readonly landFolder: string;
  readonly outputFolder: string;
}

export function buildBasemap(input: BasemapInput): void {
  const gazetteer = JSON.parse(readFileSync(input.gazetteerPath, 'utf8')) as { places: GazetteerPlace[] };
  const land = [...input.islands, ...input.mainland];
  const places = gazetteer.places.map((place) => placeFeature(place, land)).sort(byRankThenId);
  for (const layer of LAND_LAYERS) copyFileSync(join(input.landFolder, `${layer}.geojson`), join(input.outputFolder, `${layer}.geojson`));
  const layers: [string, readonly Feature[]][] = [
    ['places', places],
    ['districts', DISTRICTS],
    ['bridges', BRIDGES],
    ['fairways', FAIRWAYS],
    ['anchorages', ANCHORAGES],
  ];
  for (const [name, features] of layers) {
    const path = join(input.outputFolder, `${name}.geojson`);
    writeCollection(path, { source: 'general public knowledge, not surveyed', approximate: true, datum: 'WGS 84' }, features);
    process.stdout.write(`basemap/${name}.geojson: ${features.length} features, ${statSync(path).size} bytes\n`);
  }
  writeFileSync(join(input.outputFolder, 'basemap.json'), `${JSON.stringify(MANIFEST, null, 2)}\n`);
}

interface GazetteerPlace {
  readonly id: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly tolerance_km: number;
  readonly admin: string;
  readonly note: string;
}

function placeFeature(place: GazetteerPlace, land: readonly Feature[]): Feature {
  const at: LonLat = [place.lon, place.lat];
  const island = place.kind === 'island' ? land.find((f) => polygonsOf(f).some((p) => polygonContains(p, at))) : undefined;
  const areaM2 = island?.properties['areaM2'];
  return {
    type: 'Feature',
    properties: {
      id: place.id,
      nameZh: place.name_zh,
      nameZhShort: place.name_zh.replace(/（.*?）/g, ''),
      nameEn: place.name_en,
      kind: place.kind,
      rank: rankOf(place.kind, typeof areaM2 === 'number' ? areaM2 : 0),
      toleranceM: place.tolerance_km * 1000,
      confidence: CONFIDENCE[place.confidence],
      districtCode: place.admin === '' ? null : place.admin,
      note: place.note === '' ? null : place.note,
    },
    geometry: { type: 'Point', coordinates: at },
  };
}

/** Label priority, 1 first: what a duty officer names a place by. */
function rankOf(kind: string, areaM2: number): number {
  if (kind === 'island') return ISLAND_RANKS.find(([areaM2Min]) => areaM2 >= areaM2Min)?.[1] ?? 4;
  return KIND_RANKS[kind] ?? 4;
}

function byRankThenId(a: Feature, b: Feature): number {
  const difference = Number(a.properties['rank']) - Number(b.properties['rank']);
  return difference !== 0 ? difference : String(a.properties['id']) < String(b.properties['id']) ? -1 : 1;
}

const ISLAND_RANKS: readonly (readonly [areaM2Min: number, rank: number])[] = [[5e7, 1], [1e7, 2], [3e6, 3]];
const KIND_RANKS: Readonly<Record<string, number>> = {
  town: 1, government: 2, port: 2, refinery: 2, tank_farm: 2, airport: 2, terminal: 3, lng: 3, bridge: 3, fairway: 3, anchorage: 3,
};
const CONFIDENCE = { high: 'likely', medium: 'unsure', low: 'unsure' } as const;

const LAND_LAYERS = ['mainland', 'islands', 'reclamation'] as const;

/** Paths are relative to the manifest. */
const MANIFEST = {
  id: 'zhoushan-basemap',
  title: { zh: '舟山离线底图', en: 'Zhoushan offline base map' },
  notice: { zh: '示意图，不可用于航行', en: 'Indicative, not for navigation' },
  datum: 'WGS 84 (EPSG:4326)',
  bboxDeg: [121.0, 29.2, 123.5, 31.3],
  centre: [122.16, 30.02],
  graticule: 'computed by the web',
  attribution: {
    zh: '岛岸线 GSHHG（LGPL-3）；大陆岸线 © OpenStreetMap 贡献者（ODbL）；填海与地名为示意',
    en: 'Islands GSHHG (LGPL-3); mainland © OpenStreetMap contributors (ODbL); fills and names indicative',
  },
  layers: [
    { id: 'mainland', path: 'mainland.geojson', geometry: 'polygon', role: 'land', licence: 'ODbL-1.0', approximate: false },
    { id: 'islands', path: 'islands.geojson', geometry: 'polygon', role: 'land', licence: 'LGPL-3.0-or-later', approximate: false },
    { id: 'reclamation', path: 'reclamation.geojson', geometry: 'polygon', role: 'land', licence: 'Apache-2.0', approximate: true },
    { id: 'anchorages', path: 'anchorages.geojson', geometry: 'polygon', role: 'water-area', licence: 'Apache-2.0', approximate: true },
    { id: 'fairways', path: 'fairways.geojson', geometry: 'line', role: 'water-line', licence: 'Apache-2.0', approximate: true },
    { id: 'bridges', path: 'bridges.geojson', geometry: 'line', role: 'bridge', licence: 'Apache-2.0', approximate: true },
    { id: 'districts', path: 'districts.geojson', geometry: 'point', role: 'label', licence: 'Apache-2.0', approximate: true },
    { id: 'places', path: 'places.geojson', geometry: 'point', role: 'label', licence: 'Apache-2.0', approximate: true },
  ],
};
