// How far one vessel of the register comes: earliest arrival over the fine water grid, as areas for
// thresholds and as times at quays and sensitive sites. It leaves from where AIS last saw it, or
// from its berth when nothing fresh is heard; which of the two is said.

import { recordOf, vessels } from '@anlan/domain';
import type { RecordBody, Titles } from '@anlan/domain';
import { addS, nameParams, ok, refuse, secondsBetween } from '@anlan/kernel';
import type { Assumption, Instant, LonLat, Result } from '@anlan/kernel';
import { buildFineSeaGrid, MODEL_VERSION, searchSeaField, seaIsochrones } from '@anlan/movement';
import type { FineSeaGrid, SeaField, SeaProfile, SeaWorld } from '@anlan/movement';
import type { RegionPack } from '@anlan/region-zhoushan';
import { recordsOf } from '../register-lists.ts';
import type { ServiceBase } from '../services.ts';

export interface IsochroneWish {
  readonly vesselId: string;
  readonly departAt: Instant;
  readonly conditions: { readonly windSpeedMps?: number; readonly waveHeightM?: number; readonly visibilityM?: number };
}

export async function isochronesOf(base: ServiceBase, wish: IsochroneWish): Promise<Result<unknown>> {
  const record = (await recordsOf(base.views, base.realm, 'vessels')).find(({ id }) => id === wish.vesselId);
  if (record === undefined) return refuse('READINESS_UNIT_UNKNOWN', { registerId: 'vessels', id: wish.vesselId });
  const { values } = recordOf(vessels, record);
  const where = await whereIs(base, { mmsi: values.mmsi ?? '', berth: values.position, now: wish.departAt });
  const profile: SeaProfile = {
    id: record.id, speedMps: values.serviceSpeedMps, draughtM: values.draughtM, airDraughtM: values.airDraughtM,
    windSpeedMpsMax: values.windSpeedMpsMax, waveHeightMMax: values.waveHeightMMax,
  };
  const searched = searchSeaField(worldOf(base.region, wish), { from: { name: values.name, position: where.position }, departAt: wish.departAt, profile, toleranceM: WATER_TOLERANCE_M });
  if (!searched.ok) return searched;
  const field = searched.value;
  const said = (notes: readonly Assumption[]): readonly Assumption[] => notes.map((note) => named(note, record.id, values.name));
  return ok({
    vesselId: record.id, vesselTitles: values.name, position: where.position, departAt: wish.departAt, musterDurationS: values.musterDurationS,
    speedMps: values.serviceSpeedMps, draughtM: values.draughtM,
    bands: seaIsochrones(field, THRESHOLDS_S).map(({ thresholdS, polygons }) => ({ thresholdS, polygons })),
    places: (await placesOf(base)).map((place) => atPlace(field, place, said)),
    assumed: [...where.assumed, ...said(field.assumed)],
    cellM: field.grid.cellM, modelVersion: MODEL_VERSION,
  });
}

/** The last position by AIS while it is fresh, else the berth of the register. */
async function whereIs(base: ServiceBase, { mmsi, berth, now }: { readonly mmsi: string; readonly berth: LonLat; readonly now: Instant }): Promise<{ readonly position: LonLat; readonly assumed: readonly Assumption[] }> {
  const heard = mmsi === '' ? [] : (await base.observations.latestVesselStates({ sinceAt: addS(now, -FRESH_S), limitCount: VESSEL_COUNT })).filter((state) => state.mmsi === mmsi);
  const [state] = heard;
  if (state?.position === undefined) return { position: berth, assumed: [{ code: 'TRAVEL_FROM_BERTH', params: {} }] };
  return { position: state.position, assumed: [{ code: 'TRAVEL_FROM_AIS', params: { ageS: Math.round(secondsBetween(state.observedAt, now)) } }] };
}

function worldOf(region: RegionPack, { departAt, conditions }: IsochroneWish): SeaWorld {
  const given = Object.keys(conditions).length > 0;
  return {
    grid: fineGridOf(region), closures: [],
    ...(given ? { weather: { steps: [{ at: departAt, ...conditions }], source: GIVEN } } : {}),
  };
}

const grids = new WeakMap<RegionPack, FineSeaGrid>();

/** Built once for a process; some hundred milliseconds. */
export function fineGridOf(region: RegionPack): FineSeaGrid {
  const known = grids.get(region);
  if (known !== undefined) return known;
  const built = buildFineSeaGrid({ polygons: region.loadLand(), bboxDeg: region.bboxDeg, cellM: CELL_M });
  if (!built.ok) throw new Error(`the region has no usable water grid: ${built.refusal.code}`);
  grids.set(region, built.value);
  return built.value;
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

function atPlace(field: SeaField, { id, titles, position }: Place, said: (notes: readonly Assumption[]) => readonly Assumption[]): object {
  const found = field.to({ name: titles, position });
  if (!found.found) return { id, titles, position, durationS: null, distanceM: null, path: [], reason: said(found.reason) };
  const { durationS, distanceM, pathDeg, reason } = found.route;
  return { id, titles, position, durationS: Math.round(durationS), distanceM: Math.round(distanceM), path: pathDeg, reason: said(reason) };
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
