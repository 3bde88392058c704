// How far one vessel of the register comes: earliest arrival over the fine water grid, as areas for
// thresholds and as times at quays and sensitive sites. It leaves from where AIS last saw it, or
// from its berth when nothing fresh is heard; which of the two is said.

import { createReachPool } from '@anlan/adapter-system';
import type { ReachPool } from '@anlan/adapter-system';
import { recordOf, vessels } from '@anlan/domain';
import type { RecordBody, Titles } from '@anlan/domain';
import { addS, nameParams, ok, refuse, secondsBetween } from '@anlan/kernel';
import type { Assumption, Instant, LonLat, Result } from '@anlan/kernel';
import type { SeaProfile } from '@anlan/movement';
import { recordsOf } from '../register-lists.ts';
import type { ServiceBase } from '../services.ts';

export interface IsochroneWish {
  readonly vesselId: string;
  readonly departAt: Instant;
  readonly conditions: { readonly windSpeedMps?: number; readonly waveHeightM?: number; readonly visibilityM?: number };
}

export interface IsochroneService {
  isochrones(wish: IsochroneWish): Promise<Result<unknown>>;
  closeIsochrones(): Promise<void>;
}

export function createIsochroneService(base: ServiceBase): IsochroneService {
  const { region } = base;
  const pool = createReachPool(() => ({ polygons: region.loadLand(), bboxDeg: region.bboxDeg, cellM: CELL_M }));
  return {
    isochrones: (wish) => isochronesOf(base, pool, wish),
    closeIsochrones: () => pool.close(),
  };
}

async function isochronesOf(base: ServiceBase, pool: ReachPool, wish: IsochroneWish): Promise<Result<unknown>> {
  const record = (await recordsOf(base.views, base.realm, 'vessels')).find(({ id }) => id === wish.vesselId);
  if (record === undefined) return refuse('READINESS_UNIT_UNKNOWN', { registerId: 'vessels', id: wish.vesselId });
  const { values } = recordOf(vessels, record);
  const where = await whereIs(base, { mmsi: values.mmsi ?? '', berth: values.position, now: wish.departAt });
  const places = await placesOf(base);
  const reached = await pool.run({
    from: { name: values.name, position: where.position }, departAt: wish.departAt, profile: profileOf(record), toleranceM: WATER_TOLERANCE_M, thresholdsS: THRESHOLDS_S,
    weather: Object.keys(wish.conditions).length === 0 ? null : { steps: [{ at: wish.departAt, ...wish.conditions }], source: GIVEN },
    places: places.map(({ id, titles, position }) => ({ id, name: titles, position })),
  });
  if (!reached.ok) return reached;
  const said = (notes: readonly Assumption[]): readonly Assumption[] => notes.map((note) => named(note, record.id, values.name));
  const { bands, assumed, cellM, modelVersion } = reached.value;
  return ok({
    vesselId: record.id, vesselTitles: values.name, position: where.position, departAt: wish.departAt, musterDurationS: values.musterDurationS,
    speedMps: values.serviceSpeedMps, draughtM: values.draughtM, bands, assumed: [...where.assumed, ...said(assumed)], cellM, modelVersion,
    places: places.map((place, i) => {
      const { way = null, reason = [] } = reached.value.places[i] ?? {};
      return { ...place, durationS: way === null ? null : Math.round(way.durationS), distanceM: way === null ? null : Math.round(way.distanceM), path: way?.pathDeg ?? [], reason: said(reason) };
    }),
  });
}

function profileOf(record: RecordBody): SeaProfile {
  const { serviceSpeedMps, draughtM, airDraughtM, windSpeedMpsMax, waveHeightMMax } = recordOf(vessels, record).values;
  return { id: record.id, speedMps: serviceSpeedMps, draughtM, airDraughtM, windSpeedMpsMax, waveHeightMMax };
}

/** The last position by AIS while it is fresh, else the berth of the register. */
async function whereIs(base: ServiceBase, { mmsi, berth, now }: { readonly mmsi: string; readonly berth: LonLat; readonly now: Instant }): Promise<{ readonly position: LonLat; readonly assumed: readonly Assumption[] }> {
  const heard = mmsi === '' ? [] : (await base.observations.latestVesselStates({ sinceAt: addS(now, -FRESH_S), limitCount: VESSEL_COUNT })).filter((state) => state.mmsi === mmsi);
  const [state] = heard;
  if (state?.position === undefined) return { position: berth, assumed: [{ code: 'TRAVEL_FROM_BERTH', params: {} }] };
  return { position: state.position, assumed: [{ code: 'TRAVEL_FROM_AIS', params: { ageS: Math.round(secondsBetween(state.observedAt, now)) } }] };
}

interface Place {
  readonly id: string;
  readonly titles: Titles;
  readonly position: LonLat;
}

async function placesOf(base: ServiceBase): Promise<readonly Place[]> {
  const sites = (await recordsOf(base.views, base.realm, 'sensitive-sites')).map(({ id, values }: RecordBody): Place => ({ id, titles: values['name'] as Titles, position: values['position'] as LonLat }));
  return [...base.region.quays.map(({ id, names, position }): Place => ({ id, titles: names, position })), ...sites];
}

/** The model knows the vessel by its id; people by its name. */
function named({ code, params: { name, ...params } }: Assumption, id: string, titles: Titles): Assumption {
  return { code, params: name === undefined ? params : name === id ? { ...params, ...nameParams('name', titles) } : { ...params, name } };
}

const GIVEN = { zh: '填写的天气', en: 'the weather that was given' };
/** What a duty room asks for: half an hour to six hours. */
const THRESHOLDS_S = [1800, 3600, 7200, 10_800, 21_600];
/** The issue's own grid, m. */
const CELL_M = 100;
/** A berth within this distance of open water, m; the tolerance of register positions. */
const WATER_TOLERANCE_M = 3000;
/** A position by AIS is used while it is not older, s; as the map greys it. */
const FRESH_S = 600;
const VESSEL_COUNT = 5000;
