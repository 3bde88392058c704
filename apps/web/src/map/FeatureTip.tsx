// The name of what the pointer is on: a site, a sensor with its value and age, a unit.

import { useEffect, useState } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import { Age } from '../parts/Age.tsx';
import type { ReadyMap } from './MapCanvas.tsx';

interface Tip { readonly name: string; readonly value: string; readonly observedAt: string; readonly simulated: boolean; readonly xPx: number; readonly yPx: number }

/** `layerIds` must be one array for the life of the map. */
export function FeatureTip({ ready, layerIds }: { readonly ready: ReadyMap | undefined; readonly layerIds: readonly string[] }) {
  const { t } = useI18n();
  const [tip, setTip] = useState<Tip>();
  useEffect(() => {
    const map = ready?.map;
    if (map === undefined) return undefined;
    const move = map.on('mousemove', (event) => {
      const properties = map.queryRenderedFeatures(event.point, { layers: [...layerIds] })[0]?.properties;
      const text = (name: string) => String(properties?.[name] ?? '');
      setTip(text('name') === '' ? undefined : { name: text('name'), value: text('value'), observedAt: text('observedAt'), simulated: properties?.['simulated'] === true, xPx: event.point.x, yPx: event.point.y });
    });
    const out = map.on('mouseout', () => setTip(undefined));
    return () => [move, out].forEach((subscription) => subscription.unsubscribe());
  }, [ready, layerIds]);
  if (tip === undefined) return null;
  return (
    <div className="vessel-tip" style={{ left: tip.xPx + 14, top: tip.yPx + 14 }}>
      <b>{tip.name}</b>
      {tip.value !== '' && <div className="num">{tip.value} {tip.observedAt !== '' && <span className="quiet"><Age at={tip.observedAt} /></span>} {tip.simulated && <span className="sim-mark">{t('web.mark.simulated')}</span>}</div>}
    </div>
  );
}
