import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BasemapManifest } from './basemap.ts';
import { buildStyle, ABOVE_PARTICLES, ABOVE_VESSELS, LIVE_SOURCES } from './style.ts';

const folder = join(import.meta.dirname, '../../../../regions/zhoushan/data/basemap');
const manifest = JSON.parse(readFileSync(join(folder, 'basemap.json'), 'utf8')) as BasemapManifest;
const palette = { land: '#111111', hill: '#222222', drying: '#333333', deep: '#444444', shallow: '#555555', coast: '#666666', label: '#777777', sounding: '#888888', halo: '#999999', panel: '#aaaaaa', text: '#bbbbbb', quiet: '#cccccc', accent: '#dddddd', model: '#eeeeee', levels: [] };

describe('base map of the region pack', () => {
  it('S-321: every layer that the manifest names is a file beside it, with a role that the map knows', () => {
    expect(manifest.layers.length).toBeGreaterThan(4);
    for (const layer of manifest.layers) {
      expect(existsSync(join(folder, layer.path)), layer.path).toBe(true);
      expect(['land', 'water-area', 'water-line', 'bridge', 'label']).toContain(layer.role);
    }
  });

  it('S-321: every place has its name in both languages, a rank and a position inside the window', () => {
    const places = JSON.parse(readFileSync(join(folder, 'places.geojson'), 'utf8')) as GeoJSON.FeatureCollection<GeoJSON.Point>;
    expect(places.features.length).toBeGreaterThan(50);
    const [west, south, east, north] = manifest.bboxDeg;
    for (const { properties, geometry } of places.features) {
      expect(properties?.['nameZhShort']).toMatch(/./);
      expect(properties?.['nameEn']).toMatch(/./);
      expect([1, 2, 3, 4]).toContain(properties?.['rank']);
      const [lonDeg, latDeg] = geometry.coordinates as [number, number];
      expect(lonDeg >= west && lonDeg <= east && latDeg >= south && latDeg <= north).toBe(true);
    }
  });

  it('the style needs no address but our own and no glyph server, and every layer has its source', () => {
    Object.assign(globalThis, { location: { origin: 'http://desk' } });
    for (const locale of ['zh-CN', 'en'] as const) {
      const style = buildStyle(manifest, palette, locale);
      expect(style.glyphs).toBeUndefined();
      expect(style.sprite).toBeUndefined();
      const addresses = JSON.stringify(style.sources).match(/https?:\/\/[^"]+/g) ?? [];
      expect(addresses.every((address) => address.startsWith('http://desk/basemap/'))).toBe(true);
      const ids = style.layers.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const layer of style.layers) if ('source' in layer) expect(Object.keys(style.sources)).toContain(layer.source);
      for (const id of [ABOVE_PARTICLES, ABOVE_VESSELS]) expect(ids).toContain(id);
      for (const source of LIVE_SOURCES) expect(Object.keys(style.sources)).toContain(source);
    }
  });
});
