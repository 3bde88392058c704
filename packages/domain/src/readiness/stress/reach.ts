// How far the base reaches along the coast in T hours (S-212): rings by sea speed and by air radius,
// and the hours to named ports. Straight over the earth outside the region, because no land is known
// there: indicative, shorter than any real voyage. Inside the region the water grid has better times.

import type { LonLat } from '@anlan/kernel';
import { degToRad, distanceM, radToDeg } from '@anlan/kernel';
import type { Titles } from '../../signal/index.ts';

export interface ReachUnit {
  readonly registerId: 'vessels' | 'aircraft';
  readonly id: string;
  readonly titles: Titles;
  readonly position: LonLat;
  readonly speedMps: number;
  readonly musterDurationS: number;
  /** Aircraft: out and back within it; null: no limit but time. */
  readonly radiusM: number | null;
}

export interface ReachPort {
  readonly id: string;
  readonly titles: Titles;
  readonly position: LonLat;
  readonly sourceText: string;
}

export interface PortReach {
  readonly portId: string;
  readonly titles: Titles;
  readonly position: LonLat;
  readonly distanceM: number;
  /** From the alarm, muster included; null: beyond the radius. */
  readonly reachHours: number | null;
}

export interface UnitReach {
  readonly unit: ReachUnit;
  /** One ring for each T: closed, [lonDeg, latDeg]. `radiusM` 0: it has not left by then. */
  readonly rings: readonly { readonly hours: number; readonly radiusM: number; readonly ring: readonly LonLat[] }[];
  readonly ports: readonly PortReach[];
  /** Share of the ports reached, for each T. */
  readonly shares: readonly { readonly hours: number; readonly portRatio: number }[];
}

/** Shares are of the ports given. */
export function reachOf(unit: ReachUnit, ports: readonly ReachPort[], hoursList: readonly number[]): UnitReach {
  const reached = ports.map((port): PortReach => {
    const away = distanceM(unit.position, port.position);
    const within = unit.radiusM === null || away <= unit.radiusM;
    return { portId: port.id, titles: port.titles, position: port.position, distanceM: away, reachHours: within ? (unit.musterDurationS + away / unit.speedMps) / 3600 : null };
  }).toSorted((a, b) => a.distanceM - b.distanceM);
  return {
    unit, ports: reached,
    rings: hoursList.map((hours) => {
      const radiusM = Math.min(unit.radiusM ?? Infinity, Math.max(0, hours * 3600 - unit.musterDurationS) * unit.speedMps);
      return { hours, radiusM, ring: radiusM > 0 ? ringAround(unit.position, radiusM) : [] };
    }),
    shares: hoursList.map((hours) => ({ hours, portRatio: ports.length === 0 ? 0 : reached.filter(({ reachHours }) => reachHours !== null && reachHours <= hours).length / ports.length })),
  };
}

/** Polygons of every unit and T, and the ports as points with the hours of the first unit to come. */
export function reachGeoJson(units: readonly UnitReach[]): { readonly type: 'FeatureCollection'; readonly features: readonly object[] } {
  const rings = units.flatMap(({ unit, rings: own }) => own.filter(({ ring }) => ring.length > 0).map(({ hours, radiusM, ring }) => ({
    type: 'Feature', id: `${unit.registerId}/${unit.id}/${hours}`, geometry: { type: 'Polygon', coordinates: [ring] },
    properties: { kind: 'ring', registerId: unit.registerId, unitId: unit.id, unitZh: unit.titles.zh, unitEn: unit.titles.en, hours, radiusM: Math.round(radiusM), indicative: true },
  })));
  const ports = units[0]?.ports.map(({ portId }) => firstAt(portId, units)) ?? [];
  return { type: 'FeatureCollection', features: [...rings, ...ports] };
}

function firstAt(portId: string, units: readonly UnitReach[]): object {
  const all = units.flatMap(({ unit, ports }) => ports.filter((port) => port.portId === portId).map((port) => ({ unit, port })));
  const best = all.toSorted((a, b) => (a.port.reachHours ?? Infinity) - (b.port.reachHours ?? Infinity))[0];
  const port = best?.port;
  return {
    type: 'Feature', id: `port/${portId}`, geometry: { type: 'Point', coordinates: port?.position ?? [0, 0] },
    properties: {
      kind: 'port', portId, nameZh: port?.titles.zh ?? '', nameEn: port?.titles.en ?? '', distanceM: Math.round(port?.distanceM ?? 0), reachHours: port?.reachHours ?? null,
      firstUnitId: port?.reachHours === null ? null : (best?.unit.id ?? null), indicative: true,
    },
  };
}

/** Points of equal great-circle distance on the mean sphere, 5° apart in bearing. */
function ringAround([lonDeg, latDeg]: LonLat, radiusM: number): readonly LonLat[] {
  const angle = radiusM / MEAN_RADIUS_M;
  const phi = degToRad(latDeg);
  const at = (bearingDeg: number): LonLat => {
    const theta = degToRad(bearingDeg);
    const phi2 = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(theta));
    const dLon = Math.atan2(Math.sin(theta) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * Math.sin(phi2));
    return [round(lonDeg + radToDeg(dLon)), round(radToDeg(phi2))];
  };
  const ring = Array.from({ length: 72 }, (_unused, i) => at(360 - i * 5));
  return [...ring, ring[0] ?? [lonDeg, latDeg]];
}

const round = (deg: number): number => Math.round(deg * 1e5) / 1e5;
/** Mean radius of WGS 84, (2a + b) / 3, m. */
const MEAN_RADIUS_M = 6371008.8;
/** T of the map, hours. */
export const REACH_HOURS = [6, 12, 24] as const;
