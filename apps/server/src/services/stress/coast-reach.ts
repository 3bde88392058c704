// Reach of the base along the East China coast: the ready vessels and aircraft that go farthest, or the
// one that was asked for, with rings and the hours to every port of the region's list.

import { aircraft, reachGeoJson, reachOf, REACH_HOURS, recordOf, vessels } from '@anlan/domain';
import type { ReachUnit, UnitReach } from '@anlan/domain';
import { ok, refuse } from '@anlan/kernel';
import type { Result } from '@anlan/kernel';
import { recordsOf } from '../../register-lists.ts';
import type { ServiceBase } from '../../services.ts';

type Base = Pick<ServiceBase, 'views' | 'realm' | 'region'>;

/** `hours`: comma-separated, left out: 6, 12, 24. */
export async function coastReach(base: Base, wish: { readonly hours: string | undefined; readonly unitId: string | undefined }): Promise<Result<object>> {
  const hours = wish.hours === undefined ? [...REACH_HOURS] : wish.hours.split(',').map(Number);
  const wrong = hours.find((one) => !(one >= HOURS_MIN && one <= HOURS_MAX));
  if (wrong !== undefined || hours.length > 8) return refuse('STRESS_REACH_HOURS', { given: wish.hours?.slice(0, 40) ?? '', low: HOURS_MIN, high: HOURS_MAX });
  const all = await readyUnits(base);
  const units = wish.unitId === undefined ? farthest(all) : all.filter(({ id }) => id === wish.unitId);
  if (units.length === 0) return refuse('STRESS_REACH_UNIT_UNKNOWN', { id: wish.unitId?.slice(0, 60) ?? '' });
  const { coastPorts } = base.region.stress;
  const reaches: readonly UnitReach[] = units.map((unit) => reachOf(unit, coastPorts, hours));
  return ok({
    indicative: true, hours, units: reaches.map(({ unit, ports, shares }) => ({ ...unit, ports, shares })), geojson: reachGeoJson(reaches),
    assumed: [{ code: 'STRESS_ASSUMED_STRAIGHT', params: {} }, { code: 'STRESS_ASSUMED_CALM', params: {} }], sourceText: coastPorts[0]?.sourceText ?? '',
  });
}

async function readyUnits({ views, realm }: Base): Promise<readonly ReachUnit[]> {
  const ships = (await recordsOf(views, realm, 'vessels')).filter(({ state }) => state === 'ready').map((body) => recordOf(vessels, body)).map(({ id, values }): ReachUnit => ({
    registerId: 'vessels', id, titles: values.name, position: values.position, speedMps: values.serviceSpeedMps, musterDurationS: values.musterDurationS, radiusM: null,
  }));
  const planes = (await recordsOf(views, realm, 'aircraft')).filter(({ state }) => state === 'ready').map((body) => recordOf(aircraft, body)).map(({ id, values }): ReachUnit => ({
    registerId: 'aircraft', id, titles: values.name, position: values.position, speedMps: values.cruiseSpeedMps, musterDurationS: values.musterDurationS, radiusM: values.radiusM,
  }));
  return [...ships, ...planes];
}

/** Of what is known to go to sea in earnest: rescue and fire ships are the fastest that can stay out, so the three fastest of each register stand for the base. */
function farthest(units: readonly ReachUnit[]): readonly ReachUnit[] {
  const of = (registerId: ReachUnit['registerId']): readonly ReachUnit[] => units.filter((unit) => unit.registerId === registerId).toSorted((a, b) => b.speedMps - a.speedMps || (a.id < b.id ? -1 : 1)).slice(0, SHOWN_COUNT);
  return [...of('vessels'), ...of('aircraft')];
}

const SHOWN_COUNT = 3;
const HOURS_MIN = 0.5;
const HOURS_MAX = 72;
