// Today's forces as supplies: each ready vehicle, vessel, team, generator, hospital and shelter with
// what it can give. What is held by an order, out of service or reported unavailable does not count;
// free beds are those that a hospital has reported and that still hold, never assumed (S-444).

import type { Assumption, Instant, LonLat } from '@anlan/kernel';
import type { StockSupply } from '@anlan/allocation';
import { recordOf } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import type { Titles } from '../../signal/index.ts';
import type { CheckInValues } from '../forces/check-in-fields.ts';
import { generators } from '../forces/generators.ts';
import { hospitals } from '../forces/hospitals.ts';
import { shelters } from '../forces/shelters.ts';
import { teams } from '../forces/teams.ts';
import { vehicles } from '../forces/vehicles.ts';
import { vessels } from '../forces/vessels.ts';
import type { StressOrigin, StressSource } from './ports.ts';

export interface ForceRecords {
  readonly vehicles: readonly RecordBody[];
  readonly vessels: readonly RecordBody[];
  readonly teams: readonly RecordBody[];
  readonly generators: readonly RecordBody[];
  readonly hospitals: readonly RecordBody[];
  readonly shelters: readonly RecordBody[];
  /** `register/id` of units that an order holds. */
  readonly heldKeys: ReadonlySet<string>;
}

/** A unit with what it could give, in order of preference; it gives one of them. */
export interface ForceUnitSupply {
  readonly id: string;
  readonly titles: Titles;
  readonly position: LonLat;
  readonly leadS: number;
  readonly loadS: number;
  readonly offers: readonly { readonly code: string; readonly quantityValue: number; readonly unitCode: string }[];
  readonly source: StressSource;
}

export interface GatheredForces {
  readonly units: readonly ForceUnitSupply[];
  readonly left: readonly { readonly supplyRegisterId: string; readonly supplyId: string; readonly reason: Assumption }[];
  readonly assumed: readonly Assumption[];
}

export function gatherForces(records: ForceRecords, now: Instant): GatheredForces {
  const left: { supplyRegisterId: string; supplyId: string; reason: Assumption }[] = [];
  const units: ForceUnitSupply[] = [];
  for (const { registerId, bodies, unitOf } of kindsOf(records)) {
    for (const body of bodies) {
      const why = whyNot(body, records.heldKeys, now);
      const made = why === null ? unitOf(body, now) : why;
      if ('code' in made) left.push({ supplyRegisterId: registerId, supplyId: body.id, reason: made });
      else units.push(...made.filter(({ offers }) => offers.length > 0));
    }
  }
  return {
    units, left,
    assumed: [
      { code: 'STRESS_ASSUMED_TURN_OUT', params: { minutes: VEHICLE_TURN_OUT_S / 60 } }, { code: 'STRESS_ASSUMED_LOADING', params: { minutes: VEHICLE_LOAD_S / 60 } },
      { code: 'STRESS_ASSUMED_NO_AIR', params: {} }, { code: 'STRESS_ASSUMED_NO_FOG_LIMIT', params: {} }, { code: 'STRESS_ASSUMED_SHELTER_FOOD', params: {} },
    ],
  };
}

/** The supplies of a scenario: each unit under the first of its offers that is asked for. */
export function forceSupplies(units: readonly ForceUnitSupply[], wanted: ReadonlySet<string>): readonly { readonly supply: StockSupply; readonly origin: StressOrigin; readonly source: StressSource }[] {
  return units.flatMap((unit) => {
    const offer = unit.offers.find(({ code, quantityValue }) => wanted.has(code) && quantityValue > 0);
    if (offer === undefined) return [];
    const origin: StressOrigin = { id: `force ${unit.id}`, name: unit.titles, position: unit.position, loadS: unit.loadS };
    const supply: StockSupply = {
      id: unit.id, name: unit.titles, originId: origin.id, itemKindId: offer.code, capabilityCode: offer.code, unitCode: offer.unitCode, effectValue: 1, stepValue: WHOLE_UNITS.has(offer.code) ? offer.quantityValue : 1,
      leadS: unit.leadS, requires: [], reserve: 'stock', floorValue: 0, lots: [{ lotId: unit.id, quantityValue: offer.quantityValue, expiresAt: null, inspection: 'passed', inspectionValidUntilAt: null }],
    };
    return [{ supply, origin, source: unit.source }];
  });
}

interface Kind {
  readonly registerId: string;
  readonly bodies: readonly RecordBody[];
  readonly unitOf: (body: RecordBody, now: Instant) => readonly ForceUnitSupply[] | Assumption;
}

function kindsOf(records: ForceRecords): readonly Kind[] {
  return [
    { registerId: 'vehicles', bodies: records.vehicles, unitOf: vehicleUnit }, { registerId: 'vessels', bodies: records.vessels, unitOf: vesselUnit },
    { registerId: 'teams', bodies: records.teams, unitOf: teamUnit }, { registerId: 'generators', bodies: records.generators, unitOf: generatorUnit },
    { registerId: 'hospitals', bodies: records.hospitals, unitOf: hospitalUnit }, { registerId: 'shelters', bodies: records.shelters, unitOf: shelterUnit },
  ];
}

function whyNot(body: RecordBody, heldKeys: ReadonlySet<string>, now: Instant): Assumption | null {
  const { readinessCode, readyUntilAt, readinessNote } = body.values as RecordBody['values'] & Partial<CheckInValues>;
  if (body.archived) return { code: 'READINESS_SUPPLY_ARCHIVED', params: { id: body.id } };
  if (body.state !== 'ready' && body.state !== 'open') return { code: 'READINESS_UNIT_STATE', params: { state: body.state ?? '' } };
  if (heldKeys.has(`${body.registerId}/${body.id}`)) return { code: 'READINESS_UNIT_ON_ORDER', params: {} };
  const isReportedOut = readinessCode === 'unavailable' && typeof readyUntilAt === 'number' && readyUntilAt > now;
  return isReportedOut ? { code: 'READINESS_REPORTED', params: { readiness: 'unavailable', note: readinessNote ?? '' } } : null;
}

type Offer = ForceUnitSupply['offers'][number];

const offer = (code: string, quantityValue: number | null | undefined, unitCode: string): readonly Offer[] => (typeof quantityValue === 'number' && quantityValue > 0 ? [{ code, quantityValue, unitCode }] : []);

function unit(body: RecordBody, values: { readonly name: Titles; readonly position: LonLat }, times: { readonly leadS: number; readonly loadS: number }, offers: readonly Offer[]): readonly ForceUnitSupply[] {
  return [{ id: `${body.registerId}/${body.id}`, titles: values.name, position: values.position, ...times, offers, source: { registerId: body.registerId, ids: [body.id], titles: values.name, position: values.position, itemKindId: null } }];
}

function vehicleUnit(body: RecordBody): readonly ForceUnitSupply[] {
  const { values } = recordOf(vehicles, body);
  const flow = values.fireFlowLPerMinute;
  const byKind: Readonly<Record<string, readonly Offer[]>> = {
    'large-flow': offer('large-flow', flow, 'L/min'),
    'foam-truck': [...offer('fire-engine', 1, 'vehicles'), ...offer('cooling-flow', flow, 'L/min')],
    'water-truck': [...offer('fire-engine', 1, 'vehicles'), ...offer('cooling-flow', flow, 'L/min')],
    'rescue-truck': offer('fire-engine', 1, 'vehicles'),
    'hazmat-truck': offer('decon-truck', 1, 'vehicles'), ambulance: offer('ambulance', 1, 'vehicles'), 'pump-truck': offer('pump-truck', 1, 'vehicles'),
  };
  return unit(body, values, { leadS: VEHICLE_TURN_OUT_S, loadS: VEHICLE_LOAD_S }, byKind[values.kindCode] ?? []);
}

function vesselUnit(body: RecordBody): readonly ForceUnitSupply[] {
  const { values } = recordOf(vessels, body);
  const own: Readonly<Record<string, readonly Offer[]>> = { 'boom-boat': offer('boom-boat', 1, 'vessels'), 'storage-barge': offer('storage-barge', 1, 'vessels') };
  return unit(body, values, { leadS: values.musterDurationS, loadS: 0 }, [...(own[values.kindCode] ?? []), ...offer('cooling-flow', values.fireFlowLPerMinute, 'L/min')]);
}

function teamUnit(body: RecordBody): readonly ForceUnitSupply[] {
  const { values } = recordOf(teams, body);
  const skills: readonly string[] = values.skillCodes ?? [];
  const offers = [...(skills.includes('scba') ? offer('hazmat-crew', values.peopleCount, 'persons') : []), ...(skills.includes('gas-repair') ? offer('gas-crew', 1, 'teams') : [])];
  return unit(body, values, { leadS: values.musterDurationS, loadS: 0 }, offers);
}

function generatorUnit(body: RecordBody): readonly ForceUnitSupply[] {
  const { values } = recordOf(generators, body);
  return unit(body, values, { leadS: STORE_TURN_OUT_S, loadS: VEHICLE_LOAD_S }, values.ratedKw >= ISLAND_GENERATOR_KW_MIN ? offer('generator', 1, 'pieces') : []);
}

function hospitalUnit(body: RecordBody, now: Instant): readonly ForceUnitSupply[] | Assumption {
  const { values } = recordOf(hospitals, body);
  const holds = typeof values.readyUntilAt === 'number' && values.readyUntilAt > now;
  if (!holds || values.freeBeds === null || values.freeBeds === undefined) return { code: 'STRESS_BEDS_NOT_REPORTED', params: {} };
  return apart(unit(body, values, AT_ONCE, values.freeBeds.flatMap(({ specialityCode, freeCount }) => offer(`bed-${specialityCode}`, freeCount, 'beds'))));
}

function shelterUnit(body: RecordBody): readonly ForceUnitSupply[] {
  const { values } = recordOf(shelters, body);
  return apart(unit(body, values, AT_ONCE, [...offer('meal', values.storedMealCount, 'meals'), ...offer('shelter-place', values.placeCount - (values.takenPlaceCount ?? 0), 'persons')]));
}

/** What a house gives side by side: beds of one kind take nothing from beds of another. */
function apart(units: readonly ForceUnitSupply[]): readonly ForceUnitSupply[] {
  return units.flatMap((one) => one.offers.map((given) => ({ ...one, id: `${one.id} ${given.code}`, offers: [given] })));
}

const AT_ONCE = { leadS: 0, loadS: 0 } as const;
/** Out of the station after the alarm, s. Ours (unverified); the register of vehicles has none. */
const VEHICLE_TURN_OUT_S = 300;
/** A vehicle driven on board and lashed, s: scenario D3, "loading 40 min". */
const VEHICLE_LOAD_S = 2400;
/** Opening a store and finding a truck, s. Ours, as the plan has it for depots without a crew. */
const STORE_TURN_OUT_S = 1800;
/** Smaller sets are for a desk, not for an island, kW. Ours (unverified). */
const ISLAND_GENERATOR_KW_MIN = 30;
/** Counted whole: half a large-flow system does not come. */
const WHOLE_UNITS: ReadonlySet<string> = new Set(['large-flow', 'cooling-flow', 'fire-engine', 'ambulance', 'decon-truck', 'pump-truck', 'boom-boat', 'storage-barge', 'generator', 'gas-crew']);
