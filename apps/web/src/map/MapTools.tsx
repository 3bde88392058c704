// Tools at the right edge, layer chips at the left, position and scale below: opaque boxes, words for
// layers, icons only for the tools.

import { useEffect, useState } from 'react';
import type { LonLat } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { distance, position as positionText } from '../format/units.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { Icon } from '../parts/Marks.tsx';
import type { ReadyMap } from './MapCanvas.tsx';
import { scaleBar } from './scale.ts';

export interface ChipLayer { readonly id: string; readonly titleKey: WebKey }

export function LayerChips({ layers, shown, onToggle }: { readonly layers: readonly ChipLayer[]; readonly shown: ReadonlySet<string>; readonly onToggle: (id: string) => void }) {
  const { t } = useI18n();
  return (
    <div className="map-box map-chips" role="group" aria-label={t('web.map.layers')}>
      {layers.map((layer) => <button key={layer.id} type="button" aria-pressed={shown.has(layer.id)} onClick={() => onToggle(layer.id)}>{t(layer.titleKey)}</button>)}
    </div>
  );
}

interface ToolsProps { readonly ready: ReadyMap | undefined; readonly measuring?: boolean; readonly onMeasure?: () => void; readonly onLocate: () => void }

export function MapTools({ ready, measuring = false, onMeasure, onLocate }: ToolsProps) {
  const { t } = useI18n();
  return (
    <div className="map-box map-tools">
      <button type="button" aria-label={t('web.map.zoom-in')} title={t('web.map.zoom-in')} onClick={() => ready?.map.zoomIn({ duration: 0 })}><Icon name="plus" /></button>
      <button type="button" aria-label={t('web.map.zoom-out')} title={t('web.map.zoom-out')} onClick={() => ready?.map.zoomOut({ duration: 0 })}><Icon name="minus" /></button>
      <button type="button" aria-label={t('web.map.locate')} title={t('web.map.locate')} onClick={onLocate}><Icon name="target" /></button>
      {onMeasure !== undefined && <button type="button" aria-label={t('web.map.measure')} title={t('web.map.measure')} aria-pressed={measuring} onClick={onMeasure}><Icon name="ruler" /></button>}
    </div>
  );
}

/** Cursor position, scale, and what the map is not. */
export function MapFoot({ ready }: { readonly ready: ReadyMap | undefined }) {
  const { t, title } = useI18n();
  const [cursor, setCursor] = useState<LonLat>();
  const [view, setView] = useState<{ readonly zoom: number; readonly latDeg: number }>();
  useEffect(() => {
    const map = ready?.map;
    if (map === undefined) return undefined;
    const renew = () => setView({ zoom: map.getZoom(), latDeg: map.getCenter().toArray()[1] });
    renew();
    const subscriptions = [map.on('move', renew), map.on('mousemove', (event) => setCursor(event.lngLat.toArray())), map.on('mouseout', () => setCursor(undefined))];
    return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
  }, [ready]);
  const bar = view === undefined ? undefined : scaleBar(view.zoom, view.latDeg);
  return (
    <div className="map-box map-foot">
      <div className="num">
        <span>{cursor === undefined ? '' : positionText(cursor)}</span>
        {bar !== undefined && (
          <>
            <svg width={bar.widthPx + 2} height="12" aria-hidden="true"><path d={`M1 3v6h${bar.widthPx}V3M${1 + bar.widthPx / 2} 5v4`} /></svg>
            <span>{distance(bar.lengthM)}</span>
          </>
        )}
      </div>
      {ready !== undefined && (
        <details>
          <summary><b>{title(ready.manifest.notice)}</b><span>{t('web.map.sources')}</span></summary>
          <p>{title(ready.manifest.attribution)}</p>
        </details>
      )}
    </div>
  );
}
