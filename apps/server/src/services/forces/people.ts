// Casualties to hospitals and people to shelters: the records and the board as they stand, the ways,
// and the planning sums of the allocation model.

import { assignShelters, distributeCasualties } from '@anlan/allocation';
import type { BedReport, CareTravel } from '@anlan/allocation';
import { aircraft, checkAirMission, hospitals, recordOf, shelters } from '@anlan/domain';
import type { Context, ReadinessBoard, UnitRow } from '@anlan/domain';
import type { RouteBody } from '@anlan/contracts';
import { addS, distanceM, instant, ok } from '@anlan/kernel';
import type { LonLat, Result } from '@anlan/kernel';
import { recordsOf } from '../../register-lists.ts';
import { boardOf } from '../readiness.ts';
import { findWays, weatherAssumed } from './travel.ts';
import type { ForceBase } from './travel.ts';

export async function casualtyPlan(base: ForceBase, body: RouteBody<'planCasualties'>, context: Context): Promise<Result<unknown>> {
  const board = await boardOf(base, context);
  const places = (await recordsOf(base.views, base.realm, hospitals.id)).filter((one) => one.state === 'ready').map((one) => recordOf(hospitals, one));
  const departAt = instant(body.departAt);
  const scenes = body.scenes.map(({ id, titles, position }) => ({ id, name: titles, position }));
  const ways = await findWays(base, { origins: scenes, scenes: places.map(({ id, values }) => ({ id, name: values.name, position: values.position })), departAt, weather: body.weather }, context);
  if (!ways.ok) return ways;
  const flight = await flights(base, board, body);
  const travel = scenes.flatMap((scene) => places.map((place): CareTravel => {
    const ground = ways.value(scene.id, place.id);
    const airS = place.values.hasPad === true ? flight(scene.position, place.values.position) : null;
    const byAir = airS !== null && (ground.durationS === null || airS < ground.durationS);
    return { sceneId: scene.id, hospitalId: place.id, durationS: byAir ? airS : ground.durationS, modes: byAir ? ['air'] : ground.modes, reason: ground.reason };
  }));
  const beds = places.flatMap((place) => bedsOf(place.id, board.units));
  const plan = distributeCasualties({ groups: body.groups, beds, travel, countStaleBeds: body.countStaleBeds });
  if (!plan.ok) return plan;
  return ok({
    ...plan.value, assumed: [...plan.value.assumed, ...weatherAssumed(body.weather)],
    hospitals: places.map(({ id, values }) => {
      const row = board.units.find((unit) => unit.registerId === hospitals.id && unit.id === id);
      return { id, titles: values.name, position: values.position, reportedAt: row?.checkedInAt ?? null, holdsUntilAt: row?.readyUntilAt ?? null, isStale: isStale(row), freeBeds: row?.freeBeds ?? null };
    }),
    ways: travel,
  });
}

function bedsOf(hospitalId: string, units: readonly UnitRow[]): readonly BedReport[] {
  const row = units.find((unit) => unit.registerId === hospitals.id && unit.id === hospitalId);
  if (row === undefined || row.state === 'unavailable') return [];
  return (row.freeBeds ?? []).map(({ specialityCode, freeCount }) => ({ hospitalId, specialityCode, freeCount, isStale: isStale(row) }));
}

function isStale(row: UnitRow | undefined): boolean {
  return row === undefined || row.state === 'unknown';
}

/** Base to scene to hospital with the first aircraft that may fly; only with the weather of the air given. */
async function flights(base: ForceBase, board: ReadinessBoard, body: RouteBody<'planCasualties'>): Promise<(from: LonLat, to: LonLat) => number | null> {
  const { air } = body;
  if (air === undefined) return () => null;
  const ready = new Set(board.units.filter((unit) => unit.registerId === aircraft.id && (unit.state === 'available' || unit.state === 'limited')).map((unit) => unit.id));
  const fleet = (await recordsOf(base.views, base.realm, aircraft.id)).filter((one) => ready.has(one.id)).map((one) => recordOf(aircraft, one));
  return (from, to) => {
    const times = fleet.flatMap((one) => {
      const mission = checkAirMission(one, { toPosition: from, departAt: instant(body.departAt), personCount: 0, stretcherCount: 1, canLand: air.canLand, isNight: air.isNight, weather: air });
      return mission.possible ? [one.values.musterDurationS + (mission.distanceM + distanceM(from, to)) / one.values.cruiseSpeedMps] : [];
    });
    return times.length === 0 ? null : Math.min(...times);
  };
}

export async function shelterPlan(base: ForceBase, body: RouteBody<'planShelters'>, context: Context): Promise<Result<unknown>> {
  const board = await boardOf(base, context);
  const away = new Set(board.units.filter((unit) => unit.registerId === shelters.id && unit.state === 'unavailable').map((unit) => unit.id));
  const open = (await recordsOf(base.views, base.realm, shelters.id)).filter((one) => !away.has(one.id)).map((one) => recordOf(shelters, one));
  const origins = body.groups.map(({ id, titles, position }) => ({ id, name: titles, position }));
  const ways = await findWays(base, { origins, scenes: open.map(({ id, values }) => ({ id, name: values.name, position: values.position })), departAt: instant(body.departAt), weather: body.weather }, context);
  if (!ways.ok) return ways;
  const places = open.map(({ id, values }) => {
    const takenCount = values.takenPlaceCount ?? 0;
    // Who is there already is taken to sit on the places without steps, so that none is promised twice.
    return { shelterId: id, freeCount: values.placeCount - takenCount, noStepsFreeCount: Math.max(0, values.accessiblePlaceCount - takenCount) };
  });
  const plan = assignShelters({
    groups: body.groups, shelters: places,
    travel: body.groups.flatMap((group) => open.map((one) => ({ groupId: group.id, shelterId: one.id, durationS: ways.value(group.id, one.id).durationS }))),
  });
  if (!plan.ok) return plan;
  const unreported = open.some(({ values }) => (values.takenPlaceCount ?? null) === null);
  return ok({
    ...plan.value, assumed: [...weatherAssumed(body.weather), ...(unreported ? [{ code: 'FORCES_ASSUMED_PLACES_FREE', params: {} }] : [])],
    lastArriveAt: plan.value.longestS === null ? null : addS(instant(body.departAt), plan.value.longestS),
    shelters: open.map(({ id, values }, i) => ({ id, titles: values.name, position: values.position, freeCount: places[i]?.freeCount ?? 0 })),
  });
}
