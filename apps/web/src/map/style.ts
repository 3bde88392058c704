// The style of the map as one pure function of manifest, palette and language. Land is told from sea by
// its coast line; labels drop instead of overlapping; no glyph server: letters are drawn on the device.

import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Locale } from '@anlan/messages';
import type { BasemapLayer, BasemapManifest } from './basemap.ts';
import { layerUrl } from './basemap.ts';
import { graticule } from './graticule.ts';
import type { Palette } from './palette.ts';

/** Sources that the desk fills; present and empty from the start, so that nobody waits for a layer. */
export const LIVE_SOURCES = ['reach', 'contours', 'milestones', 'routes', 'sites', 'sensors', 'units', 'incidents', 'draft'] as const;
export type LiveSource = (typeof LIVE_SOURCES)[number];

export function buildStyle(manifest: BasemapManifest, palette: Palette, locale: Locale, scaleRatio = 1): StyleSpecification {
  const sources: Record<string, SourceSpecification> = { graticule: { type: 'geojson', data: graticule(manifest.bboxDeg, 0.5) } };
  for (const layer of manifest.layers) sources[layer.id] = { type: 'geojson', data: layerUrl(layer) };
  for (const id of LIVE_SOURCES) sources[id] = { type: 'geojson', data: EMPTY };
  const byRole = (role: BasemapLayer['role']) => manifest.layers.filter((layer) => layer.role === role);
  return {
    version: 8,
    sources,
    layers: scaleLayers([
      { id: 'sea', type: 'background', paint: { 'background-color': palette.deep } },
      ...byRole('water-area').flatMap((layer) => waterArea(layer, palette)),
      ...byRole('land').flatMap((layer) => land(layer, palette)),
      line('graticule', palette.label, 1, 0.07),
      ...byRole('water-line').map((layer): LayerSpecification => ({ id: layer.id, type: 'line', source: layer.id, paint: { 'line-color': palette.label, 'line-opacity': 0.38, 'line-width': 1, 'line-dasharray': [9, 5] } })),
      ...byRole('bridge').map((layer): LayerSpecification => ({ id: layer.id, type: 'line', source: layer.id, paint: { 'line-color': palette.coast, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1, 13, 3] } })),
      ...reachLayers(palette),
      ...forecastLayers(palette),
      ...byRole('label').map((layer) => labels(layer, palette, locale)),
      ...byRole('water-line').map((layer) => waterName(layer, palette, locale, 'line')),
      ...byRole('water-area').map((layer) => waterName(layer, palette, locale, 'point')),
      ...deskLayers(palette),
    ], scaleRatio),
  };
}

/** A wall is read from five metres: letters and symbols grow, lines and colours stay. */
function scaleLayers(layers: LayerSpecification[], scaleRatio: number): LayerSpecification[] {
  if (scaleRatio === 1) return layers;
  const scaled = (value: unknown) => (typeof value === 'number' ? value * scaleRatio : value === undefined ? undefined : ['*', value, scaleRatio]);
  return layers.map((layer) => {
    if (layer.type !== 'symbol' || layer.layout === undefined) return layer;
    return { ...layer, layout: { ...layer.layout, 'text-size': scaled(layer.layout['text-size']), 'icon-size': scaleRatio } } as LayerSpecification;
  });
}

export const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** deck.gl draws the vessels below this layer. */
export const ABOVE_VESSELS = 'units-icon';
/** Particles are drawn below this layer. */
export const ABOVE_PARTICLES = 'contours-line';

function land(layer: BasemapLayer, palette: Palette): LayerSpecification[] {
  return [
    { id: layer.id, type: 'fill', source: layer.id, paint: { 'fill-color': layer.approximate ? palette.hill : palette.land, 'fill-antialias': false } },
    { id: `${layer.id}-coast`, type: 'line', source: layer.id, paint: { 'line-color': palette.coast, 'line-width': 1, 'line-opacity': layer.approximate ? 0.5 : 1 } },
  ];
}

function waterArea(layer: BasemapLayer, palette: Palette): LayerSpecification[] {
  return [{ id: layer.id, type: 'line', source: layer.id, paint: { 'line-color': palette.sounding, 'line-width': 1, 'line-opacity': 0.7, 'line-dasharray': [2, 3] } }];
}

function labels(layer: BasemapLayer, palette: Palette, locale: Locale): LayerSpecification {
  const isDistrict = layer.id === 'districts';
  const name = locale === 'en' ? ['get', 'nameEn'] : ['coalesce', ['get', 'nameZhShort'], ['get', 'nameZh']];
  return {
    id: layer.id, type: 'symbol', source: layer.id,
    // Far out only the large islands and the districts, everything from zoom 12. Whole zooms: letters are laid out by tile.
    ...(isDistrict ? { maxzoom: 10.5 } : { filter: ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 10, 2, 11, 3, 12, 4]] }),
    layout: {
      'text-field': name as never, 'text-font': FONT, 'text-size': isDistrict ? 12 : (['match', ['get', 'rank'], 1, 14, 12] as never),
      'text-letter-spacing': isDistrict ? 0.3 : (['match', ['get', 'rank'], 1, 0.15, 0] as never), 'symbol-sort-key': ['get', 'rank'], 'text-padding': 4,
      'text-variable-anchor': isDistrict ? ['center'] : ['center', 'top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.5, 'text-max-width': 8,
    },
    paint: { 'text-color': isDistrict ? palette.sounding : palette.label, 'text-halo-color': isDistrict ? palette.deep : palette.halo, 'text-halo-width': 1.5 },
  } as LayerSpecification;
}

function waterName(layer: BasemapLayer, palette: Palette, locale: Locale, placement: 'line' | 'point'): LayerSpecification {
  return {
    id: `${layer.id}-name`, type: 'symbol', source: layer.id, minzoom: 9.5,
    layout: { 'text-field': ['get', locale === 'en' ? 'nameEn' : 'nameZh'], 'text-font': FONT, 'text-size': 12, 'text-letter-spacing': 0.15, 'symbol-placement': placement === 'line' ? 'line-center' : 'point', 'text-padding': 8 },
    paint: { 'text-color': palette.sounding, 'text-halo-color': palette.deep, 'text-halo-width': 1.5 },
  };
}

/** How far a unit comes in so long: whole lines with their time, since they are reckoned and not observed shapes of oil. */
function reachLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'reach-fill', type: 'fill', source: 'reach', paint: { 'fill-color': palette.accent, 'fill-opacity': 0.06 } },
    { id: 'reach-line', type: 'line', source: 'reach', paint: { 'line-color': palette.accent, 'line-width': 1.2, 'line-opacity': 0.8 } },
    { id: 'reach-label', type: 'symbol', source: 'reach', layout: { 'text-field': ['get', 'label'], 'text-font': BOLD, 'text-size': 12, 'symbol-placement': 'line', 'symbol-spacing': 400, 'text-keep-upright': true }, paint: { 'text-color': palette.accent, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 } },
  ];
}

/** Forecasts are dashed, .18 the shown moment, labelled with their lead time. */
function forecastLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'contours-fill', type: 'fill', source: 'contours', paint: { 'fill-color': palette.model, 'fill-opacity': ['interpolate', ['linear'], ['get', 'probabilityRatio'], 0, 0.08, 1, 0.14] } },
    { id: 'contours-line', type: 'line', source: 'contours', filter: ['get', 'outlined'], paint: { 'line-color': palette.model, 'line-width': 1.3, 'line-dasharray': [4, 3] } },
    { id: 'milestones-line', type: 'line', source: 'milestones', paint: { 'line-color': palette.model, 'line-width': 1.3, 'line-opacity': 0.55, 'line-dasharray': [4, 3] } },
    { id: 'milestones-label', type: 'symbol', source: 'milestones', layout: { 'text-field': ['get', 'label'], 'text-font': BOLD, 'text-size': 12, 'symbol-placement': 'line', 'symbol-spacing': 600, 'text-keep-upright': true }, paint: { 'text-color': palette.model, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 } },
  ];
}

function deskLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'routes-line', type: 'line', source: 'routes', paint: { 'line-color': palette.accent, 'line-width': 1.5, 'line-opacity': 0.7, 'line-dasharray': ['match', ['get', 'mode'], 'road', ['literal', [1, 0]], ['literal', [3, 2]]] as never } },
    symbol('sites', { 'icon-image': ['get', 'icon'], 'text-field': ['step', ['zoom'], '', 11, ['get', 'name']], 'text-size': 12, 'text-anchor': 'top', 'text-offset': [0, 0.7] }, palette),
    symbol('sensors', { 'icon-image': ['get', 'icon'], 'text-field': ['step', ['zoom'], '', 12, ['get', 'value']], 'text-size': 12, 'text-anchor': 'left', 'text-offset': [0.8, 0] }, palette),
    { ...symbol('units', { 'icon-image': ['get', 'icon'], 'icon-rotate': ['get', 'rotateDeg'], 'icon-rotation-alignment': 'map', 'text-field': ['get', 'name'], 'text-size': 12, 'text-anchor': 'left', 'text-offset': [0.9, 0] }, palette), id: ABOVE_VESSELS },
    { id: 'draft-line', type: 'line', source: 'draft', filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': palette.text, 'line-width': 1.5 } },
    symbol('draft', { 'icon-image': ['coalesce', ['get', 'icon'], 'dot'], 'text-field': ['get', 'name'], 'text-size': 12, 'text-anchor': 'bottom', 'text-offset': [0, -0.8], 'icon-allow-overlap': true, 'text-allow-overlap': true }, palette),
    symbol('incidents', { 'icon-image': ['get', 'icon'], 'icon-allow-overlap': true, 'icon-ignore-placement': false, 'symbol-sort-key': ['get', 'order'], 'text-field': ['get', 'name'], 'text-font': BOLD, 'text-size': 12, 'text-anchor': 'bottom', 'text-offset': [0, -1.7], 'text-optional': true }, palette),
  ];
}

function symbol(source: LiveSource, layout: Record<string, unknown>, palette: Palette): LayerSpecification {
  return {
    id: `${source}-icon`, type: 'symbol', source,
    layout: { 'text-font': FONT, 'icon-allow-overlap': true, 'text-optional': true, ...layout } as never,
    paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
  };
}

function line(id: string, colour: string, widthPx: number, opacity: number): LayerSpecification {
  return { id, type: 'line', source: id, paint: { 'line-color': colour, 'line-width': widthPx, 'line-opacity': opacity } };
}

const FONT = ['Noto Sans CJK SC Regular'];
const BOLD = ['Noto Sans CJK SC Bold'];
