// Data of the desk put into the map's sources, and layers shown or hidden by their chip.

import { useEffect } from 'react';
import type { GeoJSONSource } from 'maplibre-gl';
import type { ReadyMap } from './MapCanvas.tsx';
import type { LiveSource } from './style.ts';

export function useSource(ready: ReadyMap | undefined, id: LiveSource, data: GeoJSON.FeatureCollection): void {
  useEffect(() => {
    void ready?.map.getSource<GeoJSONSource>(id)?.setData(data);
  }, [ready, id, data]);
}

export function useVisible(ready: ReadyMap | undefined, layerIds: readonly string[], visible: boolean): void {
  const joined = layerIds.join(' ');
  useEffect(() => {
    for (const id of joined.split(' ')) {
      if (ready?.map.getLayer(id) !== undefined) ready.map.setLayoutProperty(id, 'visibility', visible ? 'visible' : 'none');
    }
  }, [ready, joined, visible]);
}

/** Calls back with the id of the feature that was clicked in a layer. */
export function useFeatureClick(ready: ReadyMap | undefined, layerId: string, onClick: (id: string, properties: Record<string, unknown>) => void): void {
  useEffect(() => {
    const map = ready?.map;
    if (map === undefined) return undefined;
    const click = map.on('click', layerId, (event) => {
      const properties = event.features?.[0]?.properties;
      if (properties !== undefined) onClick(String(properties['id']), properties);
    });
    const enter = map.on('mouseenter', layerId, () => void (map.getCanvas().style.cursor = 'pointer'));
    const leave = map.on('mouseleave', layerId, () => void (map.getCanvas().style.cursor = ''));
    return () => [click, enter, leave].forEach((subscription) => subscription.unsubscribe());
  }, [ready, layerId, onClick]);
}
