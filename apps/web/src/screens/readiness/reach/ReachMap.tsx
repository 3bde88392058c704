// The areas that the vessel reaches, outlined and labelled with their time, and where it leaves from.

import { useEffect, useMemo, useState } from 'react';
import type { Isochrones } from '@anlan/contracts';
import { useSeat } from '../../../app/seat.tsx';
import { mapModeOf } from '../../../app/theme.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { MapCanvas } from '../../../map/MapCanvas.tsx';
import type { ReadyMap } from '../../../map/MapCanvas.tsx';
import { MapFoot, MapTools } from '../../../map/MapTools.tsx';
import { useSource } from '../../../map/use-source.ts';
import { reachFeatures, thresholdWords } from './reach-features.ts';

export function ReachMap({ reach }: { readonly reach: Isochrones | undefined }) {
  const { t, title, locale } = useI18n();
  const { preferences } = useSeat();
  const [ready, setReady] = useState<ReadyMap>();
  useSource(ready, 'reach', useMemo(() => reachFeatures(reach, thresholdWords), [reach]));
  useSource(ready, 'units', useMemo(() => ({
    type: 'FeatureCollection' as const,
    features: reach === undefined ? [] : [{ type: 'Feature' as const, properties: { id: reach.vesselId, icon: 'base', name: title(reach.vesselTitles), rotateDeg: 0 }, geometry: { type: 'Point' as const, coordinates: [...reach.position] } }],
  }), [reach, title]));
  const locate = () => reach !== undefined && ready?.map.jumpTo({ center: [reach.position[0], reach.position[1]], zoom: 9 });
  useEffect(() => {
    locate();
    // Once for each vessel.
  }, [ready, reach?.vesselId]);
  return (
    <div className="map-holder">
      <MapCanvas mode={mapModeOf(preferences)} locale={locale} label={t('web.reach.map')} onMap={setReady} />
      <MapTools ready={ready} onLocate={() => void locate()} />
      <MapFoot ready={ready} />
    </div>
  );
}
