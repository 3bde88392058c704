// Records of the desk as GeoJSON features for the map. Pure.

import type { Forecast, ForecastFrames, LonLat, Order, Plan, QueueRow, Reading, RegisterRecord, SensorNow, Vessel } from '@anlan/contracts';
import { ageState, VESSEL_STALE_AFTER_S } from '../format/age.ts';
import { leadTime } from '../format/time.ts';
import type { EnvironmentValue } from '../shell/environment.ts';
import { newest } from '../shell/environment.ts';

type Features = GeoJSON.FeatureCollection;
type Titles = { readonly zh: string; readonly en: string };
export type Named = (titles: Titles) => string;

/** Incidents by their decided level; alerts and reports are not graded: dashed ring and `?`. What has the higher order is drawn over the others at the same place. */
export function incidentFeatures(rows: readonly QueueRow[], selectedKey: string, named: Named): Features {
  return collect(rows.flatMap((row) => {
    if (row.position === null || row.kind === 'order') return [];
    const selected = `${row.kind}/${row.id}` === selectedKey;
    return [point(row.position, {
      id: `${row.kind}/${row.id}`, icon: `incident-${row.levelIndex ?? 0}${selected ? '-big' : ''}`, name: selected ? named(row.titles) : '', order: selected ? 9 : row.levelIndex === null ? 0 : 5 - row.levelIndex,
    })];
  }));
}

export function siteFeatures(records: readonly RegisterRecord[], forecast: Forecast | undefined, named: Named): Features {
  const reached = new Map((forecast?.summary?.arrivals ?? []).filter((arrival) => arrival.probabilityRatio > 0).map((arrival) => [arrival.siteId, arrival]));
  return collect(records.flatMap((record) => (record.position === null ? [] : [point(record.position, { id: record.id, name: named(record.title), icon: reached.has(record.id) ? 'site-reached' : 'site' })])));
}

export function sensorFeatures(sensors: readonly SensorNow[], readings: ReadonlyMap<string, Reading>, nowMs: number, valueText: (value: EnvironmentValue) => string, named: Named): Features {
  return collect(sensors.map(({ sensor, reading }) => {
    const last = newest(reading, readings.get(sensor.id));
    const fresh = ageState(last === null ? undefined : Date.parse(last.observedAt), nowMs, sensor.updateContract === 'event' ? Infinity : sensor.staleAfterS) === 'fresh';
    return point(sensor.position, { id: sensor.id, name: named(sensor.titles), icon: fresh ? 'sensor' : 'sensor-stale', value: last === null ? '' : valueText({ sensor, reading: last }), observedAt: last?.observedAt ?? '', simulated: sensor.simulated });
  }));
}

/** The shown moment: every probability contour filled, the outermost and the even chance outlined. */
export function contourFeatures(frame: ForecastFrames['frames'][number] | undefined): Features {
  const contours = [...(frame?.contours ?? [])].sort((a, b) => a.probabilityRatio - b.probabilityRatio);
  const even = evenChance(contours);
  return collect(contours.flatMap((contour, index) => contour.polygons.map((rings) => polygon(rings, { probabilityRatio: contour.probabilityRatio, outlined: index === 0 || contour === even }))));
}

function evenChance<T extends { readonly probabilityRatio: number }>(contours: readonly T[]): T | undefined {
  return [...contours].sort((a, b) => Math.abs(a.probabilityRatio - 0.5) - Math.abs(b.probabilityRatio - 0.5))[0];
}

/** Outlines at fixed lead times, so that the course is seen without moving the slider: `+3 h`, `+6 h` … */
export function milestoneFeatures(frames: ForecastFrames | undefined, shownLeadS: number | undefined): Features {
  if (frames === undefined) return collect([]);
  return collect(MILESTONES_S.flatMap((leadS) => {
    const frame = frames.frames.find((candidate) => candidate.leadTimeS === leadS);
    if (frame === undefined || leadS === shownLeadS) return [];
    return (evenChance(frame.contours)?.polygons ?? []).map((rings) => polygon(rings, { label: leadTime(leadS) }));
  }));
}

/** Legs of the chosen option of a plan, or of the option a person looks at. */
export function routeFeatures(plan: Plan | undefined, optionId: string | null): Features {
  const option = plan?.options.find((candidate) => candidate.id === (optionId ?? plan.chosenOptionId));
  return collect((option?.lines ?? []).flatMap((planLine) => planLine.legs.flatMap((leg): GeoJSON.Feature[] => (leg.path.length < 2 ? [] : [{
    type: 'Feature', properties: { id: planLine.id, mode: leg.mode }, geometry: { type: 'LineString', coordinates: leg.path.map((position) => [...position]) },
  }]))));
}

export interface UnitLook {
  readonly named: Named;
  readonly nowMs: number;
  /** Words after the name: 模拟, and the age of a position that has grown old. */
  readonly marks: (simulated: boolean, staleMs: number | undefined) => string;
}

/**
 * Units under orders: by their own AIS when it is heard, grey when that is old, a diamond when it told
 * no direction; else at the base that they leave from.
 */
export function unitFeatures(orders: readonly Order[], vessels: ReadonlyMap<string, Vessel>, { named, nowMs, marks }: UnitLook): Features {
  return collect(orders.flatMap((order) => {
    if (order.unitTitles === null || order.state === 'cancelled' || order.state === 'done') return [];
    const vessel = order.unitMmsi === null ? undefined : vessels.get(order.unitMmsi);
    if (vessel?.position !== undefined) {
      const directionDeg = vessel.headingDegTrue ?? vessel.courseDegTrue;
      const ageMs = nowMs - Date.parse(vessel.observedAt);
      const stale = ageMs > VESSEL_STALE_AFTER_S * 1000;
      return [point(vessel.position, {
        id: order.id, name: `${named(order.unitTitles)}${marks(vessel.simulated, stale ? ageMs : undefined)}`, rotateDeg: directionDeg ?? 0,
        icon: `unit${directionDeg === undefined ? '-diamond' : ''}${stale ? '-stale' : ''}`,
      })];
    }
    const arrived = order.state === 'on-scene';
    return [point(arrived ? order.toPosition : order.fromPosition, { id: order.id, name: named(order.unitTitles), icon: arrived ? 'unit-still' : 'base', rotateDeg: 0 })];
  }));
}

/** The picked place and the measured line. */
export function draftFeatures(pick: LonLat | undefined, measured: readonly LonLat[], label: string): Features {
  const features: GeoJSON.Feature[] = [];
  if (pick !== undefined) features.push(point(pick, { icon: 'pin', name: '' }));
  if (measured.length > 1) features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: measured.map((position) => [...position]) } });
  measured.forEach((position, index) => features.push(point(position, { icon: 'dot', name: index === measured.length - 1 ? label : '' })));
  return collect(features);
}

function point(position: LonLat, properties: Record<string, unknown>): GeoJSON.Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [position[0], position[1]] } };
}

function polygon(rings: readonly (readonly LonLat[])[], properties: Record<string, unknown>): GeoJSON.Feature {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map((position) => [...position])) } };
}

function collect(features: GeoJSON.Feature[]): Features {
  return { type: 'FeatureCollection', features };
}

const MILESTONES_S = [3, 6, 12, 24].map((hours) => hours * 3600);
