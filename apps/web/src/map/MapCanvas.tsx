// The map itself. A change of look or language makes a new map with the same camera: simpler than
// repainting forty layers, and it happens a few times a shift. Errors of the base map are said on the
// screen; the rest of the desk does not wait for it.

import { useEffect, useRef, useState } from 'react';
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Locale } from '@anlan/messages';
import type { ApiError } from '../api/api-error.ts';
import { toApiError, webError } from '../api/api-error.ts';
import type { MapMode } from '../app/theme.tsx';
import { ErrorBox } from '../parts/ErrorBox.tsx';
import type { BasemapManifest } from './basemap.ts';
import { loadBasemap } from './basemap.ts';
import { addImages } from './images.ts';
import { readPalette } from './palette.ts';
import type { Palette } from './palette.ts';
import { buildStyle } from './style.ts';
import './map.css';

setWorkerUrl(workerUrl);

/** A loaded map with the look it was made with. */
export interface ReadyMap {
  readonly map: MapLibreMap;
  readonly palette: Palette;
  readonly manifest: BasemapManifest;
  /** How much letters and symbols are enlarged: 1 at a desk. */
  readonly scaleRatio: number;
}

interface Props {
  readonly mode: MapMode;
  readonly locale: Locale;
  readonly label: string;
  /** undefined while there is none. */
  readonly onMap: (ready: ReadyMap | undefined) => void;
}

export function MapCanvas({ mode, locale, label, onMap }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const camera = useRef<Camera>(undefined);
  const [error, setError] = useState<ApiError>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    let map: MapLibreMap | undefined;
    let gone = false;
    setError(undefined);
    loadBasemap()
      .then((manifest) => {
        if (gone) return;
        const palette = readPalette(element);
        map = createMap(element, buildStyle(manifest, palette, locale, scaleOf(element)), manifest, camera.current);
        map.on('load', () => {
          if (map === undefined || gone) return;
          addImages(map, palette);
          onMap({ map, palette, manifest, scaleRatio: scaleOf(element) });
        });
        map.on('moveend', () => {
          if (map !== undefined) camera.current = { center: map.getCenter().toArray(), zoom: map.getZoom() };
        });
        map.on('error', (event) => setError(mapError(event.error)));
      })
      .catch((cause: unknown) => !gone && setError(isWebGlError(cause) ? webError('WEB_MAP_UNSUPPORTED') : toApiError(cause)));
    return () => {
      gone = true;
      onMap(undefined);
      map?.remove();
    };
  }, [mode, locale, attempt, onMap]);
  return (
    <div className="map-frame" data-map={mode}>
      <div className="map-canvas" ref={container} role="application" aria-label={label} />
      {error !== undefined && <div className="map-error"><ErrorBox error={error} onRetry={() => setAttempt((count) => count + 1)} /></div>}
    </div>
  );
}

interface Camera { readonly center: [number, number]; readonly zoom: number }

/** 1 at a desk, as much as the type grows on a wall (base.css). */
function scaleOf(element: Element): number {
  return Number.parseFloat(getComputedStyle(element.ownerDocument.documentElement).fontSize) / 10;
}

function createMap(container: HTMLElement, style: StyleSpecification, manifest: BasemapManifest, camera: Camera | undefined): MapLibreMap {
  const [west, south, east, north] = manifest.bboxDeg;
  return new MapLibreMap({
    container,
    style,
    localIdeographFontFamily: getComputedStyle(document.body).fontFamily,
    center: camera?.center ?? [manifest.centre[0], manifest.centre[1]],
    zoom: camera?.zoom ?? START_ZOOM,
    minZoom: 6.5, maxZoom: 16,
    maxBounds: [west - MARGIN_DEG, south - MARGIN_DEG, east + MARGIN_DEG, north + MARGIN_DEG],
    attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0, renderWorldCopies: false,
    // The desk walks the queue with the arrow keys; the map has its own tools.
    keyboard: false,
  });
}

/** A file that could not be fetched carries its address; anything else is a fault of the screen. */
function mapError(error: { readonly message: string }): ApiError {
  const { url } = error as { readonly url?: string };
  return url === undefined ? toApiError(new Error(error.message)) : webError('WEB_BASEMAP_MISSING', { path: new URL(url, location.href).pathname });
}

function isWebGlError(cause: unknown): boolean {
  return cause instanceof Error && /webgl/i.test(cause.message);
}

/** Shows the whole of the inner archipelago on a 700 px map. */
const START_ZOOM = 9.3;
const MARGIN_DEG = 1;
