// The map of one run: contours, particles, sites, and the strip that says what is shown.

import { useEffect, useMemo, useState } from 'react';
import type { Forecast, ForecastFrames, Incident } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import { useSeat } from '../../app/seat.tsx';
import { mapModeOf } from '../../app/theme.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { contourFeatures, milestoneFeatures, siteFeatures } from '../../map/features.ts';
import { FeatureTip } from '../../map/FeatureTip.tsx';
import { MapCanvas } from '../../map/MapCanvas.tsx';
import type { ReadyMap } from '../../map/MapCanvas.tsx';
import { MapFoot, MapTools } from '../../map/MapTools.tsx';
import { useParticleLayer } from '../../map/use-particle-layer.ts';
import { useSource } from '../../map/use-source.ts';
import { useDesk } from '../watch/desk-store.ts';
import { ForecastStrip } from '../watch/ForecastStrip.tsx';

interface Props { readonly incident: Incident | undefined; readonly forecast: Forecast | undefined; readonly frames: ForecastFrames | undefined; readonly frameIndex: number }

export function ForecastMap({ incident, forecast, frames, frameIndex }: Props) {
  const { t, title, locale } = useI18n();
  const { preferences } = useSeat();
  const [ready, setReady] = useState<ReadyMap>();
  const look = useDesk((state) => state.look);
  const sites = useQuery('listRecords', { params: { registerId: 'sensitive-sites' }, query: { limit: 1000 } }).data?.records;
  const frame = frames?.frames[frameIndex];
  useSource(ready, 'sites', useMemo(() => siteFeatures(sites ?? [], forecast, title), [sites, forecast, title]));
  useSource(ready, 'contours', useMemo(() => contourFeatures(frame), [frame]));
  useSource(ready, 'milestones', useMemo(() => milestoneFeatures(frames, frame?.leadTimeS), [frames, frame]));
  useParticleLayer(ready, frame, true);
  useEffect(() => {
    if (look !== undefined) ready?.map.jumpTo({ center: [look.position[0], look.position[1]] });
  }, [ready, look]);
  const at = forecast?.input.spill.position ?? incident?.position;
  const key = forecast?.id;
  useEffect(() => {
    if (at !== undefined) ready?.map.jumpTo({ center: [at[0], at[1]], zoom: Math.max(10, ready.map.getZoom()) });
    // Once for each run.
  }, [ready, key]);
  return (
    <div className="map-holder">
      <MapCanvas mode={mapModeOf(preferences)} locale={locale} label={t('web.map.title')} onMap={setReady} />
      <MapTools ready={ready} onLocate={() => at !== undefined && ready?.map.jumpTo({ center: [at[0], at[1]] })} />
      {forecast !== undefined && <ForecastStrip forecast={forecast} frames={frames} frameIndex={frameIndex} />}
      <FeatureTip ready={ready} layerIds={TIP_LAYERS} />
      <MapFoot ready={ready} />
    </div>
  );
}

const TIP_LAYERS = ['sites-icon'];
