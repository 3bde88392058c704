// The ways of the shown option on the map: whole lines by road, dashed by sea; the incident, and the
// places that the goods come from. The map looks at all of them when the option changes.

import { useEffect, useMemo, useState } from 'react';
import type { Incident, LonLat, Plan, PlanLine, PlanOption } from '@anlan/contracts';
import { useSeat } from '../../app/seat.tsx';
import { mapModeOf } from '../../app/theme.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { routeFeatures } from '../../map/features.ts';
import { MapCanvas } from '../../map/MapCanvas.tsx';
import type { ReadyMap } from '../../map/MapCanvas.tsx';
import { useSource } from '../../map/use-source.ts';

interface Props { readonly plan: Plan; readonly option: PlanOption; readonly incident: Incident | undefined }

export function RouteMap({ plan, option, incident }: Props) {
  const { t, title, locale } = useI18n();
  const { preferences } = useSeat();
  const [ready, setReady] = useState<ReadyMap>();
  useSource(ready, 'routes', useMemo(() => routeFeatures(plan, option.id), [plan, option.id]));
  useSource(ready, 'units', useMemo(() => collect(basesOf(option).map((line) => point(line.fromPosition, { id: line.id, icon: 'base', name: title(line.fromText), rotateDeg: 0 }))), [option, title]));
  useSource(ready, 'incidents', useMemo(() => collect(incident === undefined ? [] : [point(incident.position, { id: incident.id, icon: `incident-${incident.level?.levelIndex ?? 0}`, name: '', order: 0 })]), [incident]));
  useEffect(() => {
    const places: readonly LonLat[] = [...option.lines.flatMap((line) => [line.fromPosition, ...line.legs.flatMap((leg) => leg.path)]), ...plan.demand.map((demand) => demand.position)];
    if (ready === undefined || places.length === 0) return;
    const lons = places.map(([lonDeg]) => lonDeg);
    const lats = places.map(([, latDeg]) => latDeg);
    ready.map.fitBounds([[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]], { padding: 24, duration: 0, maxZoom: 12 });
  }, [ready, plan, option]);
  return <MapCanvas mode={mapModeOf(preferences)} locale={locale} label={t('web.plan.map')} onMap={setReady} />;
}

/** One line for each place that goods leave from. */
function basesOf(option: PlanOption): readonly PlanLine[] {
  return [...new Map(option.lines.map((line) => [line.fromPosition.join(','), line])).values()];
}

function point(position: LonLat, properties: Record<string, unknown>): GeoJSON.Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [position[0], position[1]] } };
}

function collect(features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features };
}
