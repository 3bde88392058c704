import { readFileSync, statSync } from 'node:fs';
import { describe, it, expect } from 'vitest';
import type { BboxDeg, LonLat } from '@anlan/kernel';
import { bboxContains, distanceM } from '@anlan/kernel';
import { dataPath, readBytes, readJson } from './files.ts';
import { LAND_BBOX_DEG, LAND_LAYER_IDS, isOnLand, loadLand, loadLandPolygons } from './land.ts';

interface Collection {
  features: { properties: Record<string, unknown>; geometry: { type: string; coordinates: unknown } }[];
}

const land = loadLandPolygons();
/** The window, wider by 0.02°: an island that touches the frame is kept whole. */
const windowDeg: BboxDeg = [LAND_BBOX_DEG[0] - 0.02, LAND_BBOX_DEG[1] - 0.02, LAND_BBOX_DEG[2] + 0.02, LAND_BBOX_DEG[3] + 0.02];

describe('land of the Zhoushan pack', () => {
  it('closes every ring and stays inside its window', () => {
    for (const [ring] of loadLand()) {
      expect(ring?.length ?? 0).toBeGreaterThanOrEqual(4);
      expect(ring?.[0]).toEqual(ring?.at(-1));
      expect((ring ?? []).filter((at) => !bboxContains(windowDeg, at))).toEqual([]);
    }
  });

  it('knows islands, mainland and fills as land, and channels as water', () => {
    const dry: LonLat[] = [[122.12, 30.06], [122.15, 29.955], [121.5, 29.85], [121.805, 31.143], [121.94, 30.31], [122.385, 30.005]];
    const wet: LonLat[] = [[122.158, 29.943], [121.9198, 30.0634], [122.1, 29.925], [122.6, 30.0], [121.5, 30.5], [123.4, 29.3]];
    expect(dry.filter((at) => !isOnLand(land, at))).toEqual([]);
    expect(wet.filter((at) => isOnLand(land, at))).toEqual([]);
  });

  it('D1: the Aoshan 300,000 t berth at 29.943 N 122.158 E is in the water', () => {
    expect(isOnLand(land, [122.158, 29.943])).toBe(false);
  });

  it('counts a place under two overlapping layers as land, not as a hole', () => {
    const yushan: LonLat = [121.96, 30.315];
    const covering = land.filter(({ polygon }) => isOnLand([{ layer: 'islands', polygon, bboxDeg: LAND_BBOX_DEG }], yushan));
    expect(covering.map(({ layer }) => layer).sort()).toEqual(['islands', 'reclamation']);
    expect(isOnLand(land, yushan)).toBe(true);
  });

  it('finds every island of the gazetteer on land, within its tolerance', () => {
    const places = readJson<Collection>('basemap/places.geojson').features;
    const islands = places.filter(({ properties }) => properties['kind'] === 'island');
    expect(islands.length).toBeGreaterThanOrEqual(37);
    const lost = islands.filter(({ geometry, properties }) => {
      const at = geometry.coordinates as LonLat;
      return !isOnLand(land, at) && shoreDistanceM(at) > Number(properties['toleranceM']);
    });
    expect(lost.map(({ properties }) => properties['id'])).toEqual([]);
  });

  it('tags the islands of all four counties and every hand-made fill as approximate', () => {
    const codes = new Set(land.flatMap(({ districtCode }) => districtCode ?? []));
    expect([...codes].sort()).toEqual(['330902', '330903', '330921', '330922']);
    const fills = readJson<Collection>('land/reclamation.geojson').features;
    expect(fills.every(({ properties }) => properties['approximate'] === true)).toBe(true);
  });
});

describe('base map of the Zhoushan pack', () => {
  const manifest = readJson<{ layers: { id: string; path: string; licence: string }[] }>('basemap/basemap.json');

  it('lists only files that exist, with a licence, in less than 1.5 MB', () => {
    const sizes = manifest.layers.map(({ path }) => statSync(dataPath(`basemap/${path}`)).size);
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(1.5e6);
    expect(manifest.layers.every(({ licence }) => licence.length > 0)).toBe(true);
    expect(readFileSync(dataPath('land/NOTICE'), 'utf8')).toContain('91 m');
  });

  it('draws the very coast that the model strands oil on', () => {
    for (const layer of LAND_LAYER_IDS) {
      expect(readBytes(`basemap/${layer}.geojson`)).toEqual(readBytes(`land/${layer}.geojson`));
    }
  });

  it('draws no fairway over land', () => {
    const lines = readJson<Collection>('basemap/fairways.geojson').features;
    for (const { geometry, properties } of lines) {
      const dry = alongLine(geometry.coordinates as LonLat[]).filter((at) => isOnLand(land, at));
      expect(dry, String(properties['id'])).toEqual([]);
    }
  });

  it('names every place in both languages with tolerance, confidence and label rank', () => {
    for (const { properties } of readJson<Collection>('basemap/places.geojson').features) {
      expect(properties).toMatchObject({ nameZh: expect.stringMatching(/\p{Script=Han}/u), nameEn: expect.stringMatching(/[A-Za-z]/) });
      expect(properties['toleranceM']).toBeGreaterThan(0);
      expect(['likely', 'unsure']).toContain(properties['confidence']);
      expect([1, 2, 3, 4]).toContain(properties['rank']);
    }
  });
});

function shoreDistanceM(at: LonLat): number {
  return Math.min(...land.flatMap(({ polygon }) => (polygon[0] ?? []).map((vertex) => distanceM(at, vertex))));
}

function alongLine(line: readonly LonLat[]): LonLat[] {
  return line.slice(1).flatMap(([lonDeg, latDeg], i) => {
    const [fromLonDeg, fromLatDeg] = line[i] as LonLat;
    return Array.from({ length: 100 }, (_, k): LonLat => [
      fromLonDeg + ((lonDeg - fromLonDeg) * k) / 100,
      fromLatDeg + ((latDeg - fromLatDeg) * k) / 100,
    ]);
  });
}
