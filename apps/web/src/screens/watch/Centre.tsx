// The middle column: the map with its layers, the forecast strip on it, the time axis under it.

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { LonLat } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { distanceM } from '@anlan/kernel';
import { useQuery } from '../../api/use-query.ts';
import { useLiveValues, useMeta } from '../../app/installation.tsx';
import { useKeys } from '../../app/keys.ts';
import { useNow } from '../../app/now.ts';
import { useSeat } from '../../app/seat.tsx';
import { mapModeOf } from '../../app/theme.tsx';
import { duration } from '../../format/time.ts';
import { distance, quantity } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { contourFeatures, draftFeatures, incidentFeatures, milestoneFeatures, routeFeatures, sensorFeatures, siteFeatures, unitFeatures } from '../../map/features.ts';
import { MapCanvas } from '../../map/MapCanvas.tsx';
import type { ReadyMap } from '../../map/MapCanvas.tsx';
import { FeatureTip } from '../../map/FeatureTip.tsx';
import { LayerChips, MapFoot, MapTools } from '../../map/MapTools.tsx';
import { useParticleLayer } from '../../map/use-particle-layer.ts';
import { useFeatureClick, useSource, useVisible } from '../../map/use-source.ts';
import { useVesselLayer } from '../../map/use-vessel-layer.ts';
import { VesselTip } from '../../map/VesselTip.tsx';
import { TimeAxis } from './axis/TimeAxis.tsx';
import { desk, useDesk } from './desk-store.ts';
import { ForecastStrip } from './ForecastStrip.tsx';
import { currentPlan, newestForecast } from './panel/incident-view.ts';
import { parseSelection } from './selection.ts';
import type { Selection } from './selection.ts';
import './centre.css';

interface Props { readonly selection: Selection | undefined; readonly onSelect: (selection: Selection) => void }

export function Centre({ selection, onSelect }: Props) {
  const { t, locale } = useI18n();
  const { preferences, changeLayout } = useSeat();
  const [ready, setReady] = useState<ReadyMap>();
  const shown = useShownLayers();
  const incidentId = selection?.kind === 'incident' ? selection.id : undefined;
  const shownForecast = useShownForecast(incidentId);
  const incident = useQuery('getIncident', { params: { id: incidentId ?? '' } }, { enabled: incidentId !== undefined }).data;
  const measure = useMapPointer(ready);
  const hovered = useVesselLayer(ready, shown.has('vessels'));
  useDeskSources(ready, selection, shownForecast, measure, shown);
  useFeatureClick(ready, 'incidents-icon', useCallback((key: string) => {
    const next = parseSelection(key);
    if (next !== undefined && !desk.get().picking) onSelect(next);
  }, [onSelect]));
  useLook(ready);
  useKeys({ '+': () => ready?.map.zoomIn({ duration: 0 }), '=': () => ready?.map.zoomIn({ duration: 0 }), '-': () => ready?.map.zoomOut({ duration: 0 }) });
  const picking = useDesk((state) => state.picking);
  const { forecast, frames, frameIndex } = shownForecast;
  return (
    <>
      <div className={picking || measure.measuring ? 'map-holder picking' : 'map-holder'}>
        <MapCanvas mode={mapModeOf(preferences)} locale={locale} label={t('web.map.title')} onMap={setReady} />
        <LayerChips layers={CHIPS} shown={shown} onToggle={(id) => changeLayout(`layer-${id}`, !shown.has(id))} />
        <MapTools ready={ready} measuring={measure.measuring} onMeasure={measure.toggle} onLocate={() => {
          const { look } = desk.get();
          if (look !== undefined) desk.lookAt(look.position);
        }} />
        {picking && <p className="map-box map-hint">{t('web.form.place-picking')}</p>}
        {forecast !== undefined && shown.has('forecast') && <ForecastStrip forecast={forecast} frames={frames} frameIndex={frameIndex} />}
        <MapFoot ready={ready} />
        {hovered !== undefined ? <VesselTip hovered={hovered} /> : <FeatureTip ready={ready} layerIds={TIP_LAYERS} />}
      </div>
      <TimeAxis incident={incident} forecast={forecast} frames={frames} frameIndex={frameIndex} />
    </>
  );
}

/** Layers that the officer shows; kept with the seat. A layer that was never touched stands at its default. */
function useShownLayers(): ReadonlySet<string> {
  const { layout } = useSeat().preferences;
  return useMemo(() => new Set(CHIPS.filter(({ id, hidden }) => layout?.[`layer-${id}`] ?? hidden !== true).map(({ id }) => id)), [layout]);
}

function useShownForecast(incidentId: string | undefined) {
  const wanted = useDesk((state) => state.forecastId);
  const frameIndex = useDesk((state) => state.frameIndex);
  const list = useQuery('listForecasts', { params: { id: incidentId ?? '' } }, { enabled: incidentId !== undefined }).data;
  const forecast = list === undefined ? undefined : (list.find((candidate) => candidate.id === wanted) ?? newestForecast(list));
  const frames = useQuery('getFrames', { params: { id: forecast?.id ?? '' } }, { enabled: forecast?.state === 'completed' }).data;
  return { forecast, frames, frameIndex: Math.min(frameIndex, Math.max(0, (frames?.frames.length ?? 1) - 1)) };
}

type ShownForecast = ReturnType<typeof useShownForecast>;
type Measure = ReturnType<typeof useMapPointer>;

function useDeskSources(ready: ReadyMap | undefined, selection: Selection | undefined, { forecast, frames, frameIndex }: ShownForecast, measure: Measure, shown: ReadonlySet<string>): void {
  const { t, title, locale } = useI18n();
  const { vessels, readings } = useLiveValues();
  const minuteMs = Math.floor(useNow() / 60_000) * 60_000;
  const incidentId = selection?.kind === 'incident' ? selection.id : undefined;
  const rows = useQuery('getQueue', {}).data?.rows;
  const sites = useQuery('listRecords', { params: { registerId: 'sensitive-sites' }, query: { limit: 1000 } }).data?.records;
  const sensors = useQuery('listSensors', {}).data;
  const orders = useQuery('listOrders', { query: incidentId === undefined ? {} : { incidentId } }).data;
  const plan = currentPlan(useQuery('listPlans', { params: { id: incidentId ?? '' } }, { enabled: incidentId !== undefined }).data ?? []);
  const picked = useDesk((state) => state.picked);
  const selectedKey = selection === undefined ? '' : `${selection.kind}/${selection.id}`;
  const frame = shown.has('forecast') ? frames?.frames[frameIndex] : undefined;
  useSource(ready, 'incidents', useMemo(() => incidentFeatures(rows ?? [], selectedKey, title), [rows, selectedKey, title]));
  useSource(ready, 'sites', useMemo(() => siteFeatures(sites ?? [], forecast, title), [sites, forecast, title]));
  useSource(ready, 'sensors', useMemo(() => sensorFeatures(sensors ?? [], readings, minuteMs, ({ sensor, reading }) => (reading === null ? '' : quantity(reading.readingValue, sensor.unitCode, locale)), title), [sensors, readings, minuteMs, locale, title]));
  useSource(ready, 'contours', useMemo(() => contourFeatures(frame), [frame]));
  useSource(ready, 'milestones', useMemo(() => milestoneFeatures(shown.has('forecast') ? frames : undefined, frame?.leadTimeS), [frames, frame, shown]));
  useSource(ready, 'routes', useMemo(() => routeFeatures(plan, null), [plan]));
  useSource(ready, 'units', useMemo(() => unitFeatures(orders ?? [], vessels, {
    named: title, nowMs: minuteMs,
    marks: (simulated, staleMs) => `${simulated ? ` ${t('web.mark.simulated')}` : ''}${staleMs === undefined ? '' : ` ${t('web.vessel.age', { age: duration(staleMs, locale) })}`}`,
  }), [orders, vessels, title, minuteMs, t, locale]));
  useSource(ready, 'draft', useMemo(() => draftFeatures(picked, measure.points, measure.label), [picked, measure.points, measure.label]));
  useParticleLayer(ready, frame, shown.has('forecast'));
  useVisible(ready, ['sites-icon'], shown.has('sites'));
  useVisible(ready, ['sensors-icon'], shown.has('sensors'));
  useVisible(ready, ['routes-line', 'units-icon'], shown.has('forces'));
}

/** Clicks on the map: picking a place for a form, or measuring a line. */
function useMapPointer(ready: ReadyMap | undefined) {
  const [measuring, setMeasuring] = useState(false);
  const [points, setPoints] = useState<readonly LonLat[]>([]);
  useEffect(() => {
    const subscription = ready?.map.on('click', (event) => {
      const [lonDeg, latDeg] = event.lngLat.toArray();
      const position: LonLat = [round(lonDeg), round(latDeg)];
      if (desk.get().picking) desk.set({ picked: position, picking: false });
      else if (measuring) setPoints((old) => [...old, position]);
    });
    return () => subscription?.unsubscribe();
  }, [ready, measuring]);
  const toggle = () => {
    setPoints([]);
    setMeasuring(!measuring);
  };
  const lengthM = points.slice(1).reduce((total, point, index) => total + distanceM(points[index] ?? point, point), 0);
  return { measuring, points, toggle, label: points.length < 2 ? '' : distance(lengthM) };
}

/** The map goes where it is asked, without a flight. The region's centre when nobody asked. */
function useLook(ready: ReadyMap | undefined): void {
  const look = useDesk((state) => state.look);
  const meta = useMeta();
  useEffect(() => {
    if (ready === undefined || look === undefined) return;
    ready.map.jumpTo({ center: [look.position[0], look.position[1]], zoom: Math.max(ready.map.getZoom(), LOOK_ZOOM) });
  }, [ready, look, meta]);
}

function round(valueDeg: number): number {
  return Math.round(valueDeg * 1e5) / 1e5;
}

const LOOK_ZOOM = 10.2;
const TIP_LAYERS = ['sites-icon', 'sensors-icon', 'units-icon'];
const CHIPS: readonly { readonly id: string; readonly titleKey: WebKey; readonly hidden?: boolean }[] = [
  { id: 'vessels', titleKey: 'web.map.layer.vessels' },
  { id: 'forecast', titleKey: 'web.map.layer.forecast' },
  { id: 'sites', titleKey: 'web.map.layer.sites' },
  { id: 'forces', titleKey: 'web.map.layer.forces' },
  { id: 'sensors', titleKey: 'web.map.layer.sensors', hidden: true },
];
