// A small map to put a pin on: the same offline base map as the desk.

import { useCallback, useEffect, useState } from 'react';
import type { LonLat } from '@anlan/contracts';
import { useI18n } from '../../i18n/i18n.tsx';
import { draftFeatures } from '../../map/features.ts';
import { MapCanvas } from '../../map/MapCanvas.tsx';
import type { ReadyMap } from '../../map/MapCanvas.tsx';
import { useSource } from '../../map/use-source.ts';

export function PlaceMap({ position, onPick }: { readonly position: LonLat | null; readonly onPick: (position: LonLat) => void }) {
  const { t, locale } = useI18n();
  const [ready, setReady] = useState<ReadyMap>();
  const pick = useCallback(onPick, []);
  useEffect(() => {
    const subscription = ready?.map.on('click', (event) => {
      const [lonDeg, latDeg] = event.lngLat.toArray();
      pick([Math.round(lonDeg * 1e5) / 1e5, Math.round(latDeg * 1e5) / 1e5]);
    });
    return () => subscription?.unsubscribe();
  }, [ready, pick]);
  useEffect(() => {
    if (position !== null && ready !== undefined && !ready.map.getBounds().contains([position[0], position[1]])) ready.map.jumpTo({ center: [position[0], position[1]] });
  }, [ready, position]);
  useSource(ready, 'draft', draftFeatures(position ?? undefined, [], ''));
  return (
    <figure className="public-map">
      <MapCanvas mode="day" locale={locale} label={t('web.map.title')} onMap={setReady} />
      <figcaption className="small quiet">{t('web.public.pin-hint')}</figcaption>
    </figure>
  );
}
