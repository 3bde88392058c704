// A small chart in a form: one click puts the pin. Five decimals are about a metre.

import { useEffect, useMemo, useRef, useState } from 'react';
import type { LonLat } from '@anlan/contracts';
import { useSeat } from '../../../../app/seat.tsx';
import { mapModeOf } from '../../../../app/theme.tsx';
import { useI18n } from '../../../../i18n/i18n.tsx';
import { draftFeatures } from '../../../../map/features.ts';
import { MapCanvas } from '../../../../map/MapCanvas.tsx';
import type { ReadyMap } from '../../../../map/MapCanvas.tsx';
import { useSource } from '../../../../map/use-source.ts';

export function PickMap({ position, onPick }: { readonly position: LonLat | undefined; readonly onPick: (position: LonLat) => void }) {
  const { t, locale } = useI18n();
  const { preferences } = useSeat();
  const [ready, setReady] = useState<ReadyMap>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  const latest = useRef(onPick);
  latest.current = onPick;
  const key = position?.join(' ');
  useEffect(() => {
    const subscription = ready?.map.on('click', (event) => {
      const [lonDeg, latDeg] = event.lngLat.toArray();
      latest.current([Math.round(lonDeg * 1e5) / 1e5, Math.round(latDeg * 1e5) / 1e5]);
    });
    return () => subscription?.unsubscribe();
  }, [ready]);
  useEffect(() => {
    if (position === undefined || ready === undefined || ready.map.getBounds().contains([position[0], position[1]])) return;
    ready.map.jumpTo({ center: [position[0], position[1]] });
  }, [ready, key]);
  useSource(ready, 'draft', useMemo(() => draftFeatures(position, [], ''), [key]));
  return <div className="rg-map" ref={box}><MapCanvas mode={mapModeOf(preferences)} locale={locale} label={t('web.readiness.map-pick')} onMap={setReady} /></div>;
}
