// Two islands and a spill for tests: a bridge and a vehicle ferry join them, a vessel waits at either
// side, a helicopter stands on the first. Distances are round; the sea is a straight line.

import type { Instant } from '@anlan/kernel';
import { assert, distanceM, instant, ok } from '@anlan/kernel';
import type { SeaField } from '../api/sea-field.ts';
import type { Berth, MatrixRequest, MovementPlace, MovementWorld, TimetableFerry, TravelProfile } from '../api/multimodal.ts';
import type { BridgeRule, MovementClosure, NetworkInput } from '../api/network.ts';
import { buildNetwork } from '../network/build.ts';
import { createRoads } from '../network/roads.ts';
import type { MovementWeather } from '../spi/movement-weather.ts';
import type { SeaLegs } from '../spi/sea-legs.ts';
import { berthKey, placeKey } from '../spi/sea-legs.ts';
import { createSeaTable } from './sea-table.ts';

/** 10:00 by the clock of the islands, a Tuesday. */
export const DEPART_AT = instant('2026-11-24T02:00:00Z');

const BRIDGE: BridgeRule = {
  bridgeId: 'bridge', name: { zh: '跨海大桥', en: 'sea bridge' },
  stages: [
    { windSpeedMpsMin: 13.9, beaufortCode: 7, kinds: ['coach', 'heavy-truck', 'hazmat-truck'], speedMpsMax: 0 },
    { windSpeedMpsMin: 17.2, beaufortCode: 8, kinds: ['car', 'coach', 'truck', 'heavy-truck', 'hazmat-truck'], speedMpsMax: 16.7 },
    { windSpeedMpsMin: 24.5, beaufortCode: 10, kinds: ['car', 'coach', 'truck', 'heavy-truck', 'hazmat-truck'], speedMpsMax: 0 },
  ],
};

const NETWORK: NetworkInput = {
  nodes: [
    { id: 'town', name: '南城', position: [122.1, 30.0] }, { id: 'south', name: '桥南', position: [122.1, 30.05] }, { id: 'ramp', position: [122.15, 30.05] },
    { id: 'north', name: '桥北', position: [122.1, 30.15] }, { id: 'north-ramp', position: [122.15, 30.15] }, { id: 'village', name: '北镇', position: [122.1, 30.2] },
  ],
  links: [
    { id: 'a', name: '南路', fromNode: 'town', toNode: 'south', lengthM: 6000, classCode: 'primary', speedMps: 15 },
    { id: 'b', name: '东路', fromNode: 'town', toNode: 'ramp', lengthM: 7500, classCode: 'primary', speedMps: 15 },
    { id: 'c', bridgeId: 'bridge', fromNode: 'south', toNode: 'north', lengthM: 12_000, classCode: 'trunk', speedMps: 20, massKgMax: 49_000 },
    { id: 'd', name: '北路', fromNode: 'north', toNode: 'village', lengthM: 6000, classCode: 'primary', speedMps: 15 },
    { id: 'e', name: '北东路', fromNode: 'north-ramp', toNode: 'village', lengthM: 7500, classCode: 'primary', speedMps: 15 },
  ],
  bridges: [BRIDGE],
};

export const FERRY: TimetableFerry = {
  id: 'ferry', name: { zh: '南—北', en: 'South–North' }, fromBerth: 'quay-south', toBerth: 'quay-north', kind: 'vehicle',
  sailings: [8, 9, 10, 11, 12, 14, 16].map((hour) => ({ departMinutes: hour * 60 + 30, weekdays: [1, 2, 3, 4, 5, 6, 7] })),
  boardS: 600, crossingS: 2400, dischargeS: 300, vehicleSlotCount: 20, seatCount: 100, booked: [], hazmatAllowed: false,
  windSpeedMpsMax: 17.2, waveHeightMMax: 2, visibilityMMin: 500, confidence: 'demonstration', sourceText: 'test',
};

export const TRUCK: TravelProfile = {
  id: 'truck', name: '重型卡车', ferry: true, personCount: 0,
  road: { id: 'heavy', kind: 'heavy-truck', speedMpsMax: 22, massKg: 30_000, heightM: 3.8, lengthM: 12, hazmat: false },
};
export const BOAT: TravelProfile = {
  ...TRUCK, id: 'boat', ferry: false,
  carrier: { vessel: { id: 'work-boat', speedMps: 8, windSpeedMpsMax: 17.2, waveHeightMMax: 2.5 }, loadS: 1200, dischargeS: 900, carriesVehicle: false },
};
export const HELICOPTER: TravelProfile = {
  id: 'helicopter', name: '直升机', ferry: false, personCount: 4,
  air: { id: 'helicopter', cruiseSpeedMps: 60, enduranceS: 7200, outboundRatioMax: 0.5, startS: 600, landS: 120, windSpeedMpsMax: 20, visibilityMMin: 1500, nightCapable: false },
};

export const TOWN: MovementPlace = { id: 'town', name: '南城库', position: [122.1, 30.0], roadNode: 'town', onWater: false, landing: false };
export const VILLAGE: MovementPlace = { id: 'village', name: '北镇', position: [122.1, 30.2], roadNode: 'village', onWater: false, landing: false };
export const SPILL: MovementPlace = { id: 'spill', name: '溢油点', position: [122.2, 30.1], onWater: true, landing: true };
export const BASE: MovementPlace = { id: 'base', name: '机场', position: [122.12, 30.01], padId: 'pad', onWater: false, landing: false };

const berth = (id: string, roadNode: string, position: readonly [number, number]): Berth => ({
  id, name: id, position, roadNode, slotCount: 1, bookings: [], vesselIds: ['work-boat'], vehicleWaits: false,
});

export function worldOf(change: Partial<MovementWorld> & { readonly network?: NetworkInput } = {}): MovementWorld {
  const { network = NETWORK, ...rest } = change;
  const built = buildNetwork(network);
  assert(built.ok, 'the test network is a right one');
  return {
    roads: createRoads(built.value),
    berths: [berth('quay-south', 'ramp', [122.155, 30.05]), berth('quay-north', 'north-ramp', [122.155, 30.15])],
    ferries: [FERRY], pads: [{ id: 'pad', name: '机场', position: [122.12, 30.01], slotCount: 1, bookings: [], aircraftIds: ['helicopter'], lit: true, vehicleWaits: false }],
    sea: new Map([['work-boat', seaLegs()]]), weather: weatherOf(5), closures: [], utcOffsetMinutes: 480, roadToleranceM: 500, horizonS: 2 * 86_400, ...rest,
  };
}

/** Straight lines, by the speed of the boat. */
export function seaLegs(sampleAt: readonly Instant[] = [DEPART_AT]): SeaLegs {
  const ends = [
    { key: berthKey('quay-south'), name: '南码头', position: [122.155, 30.05] as const, isStart: true },
    { key: berthKey('quay-north'), name: '北码头', position: [122.155, 30.15] as const, isStart: true },
    { key: placeKey('spill'), name: '溢油点', position: SPILL.position, isStart: false },
  ];
  const table = createSeaTable({
    ends, profile: BOAT.carrier!.vessel, toleranceM: 500, sampleAt, timed: false,
    search: ({ from, departAt }) => {
      const to: SeaField['to'] = (place) => {
        const lengthM = distanceM(from.position, place.position);
        const durationS = lengthM / 8;
        return { found: true, route: { departAt, arriveAt: departAt, durationS, distanceM: lengthM, waitS: 0, pathDeg: [from.position, place.position], reason: [], assumed: [] } };
      };
      return ok({ to, assumed: [] } as unknown as SeaField);
    },
  });
  assert(table.ok, 'the test table is a right one');
  return table.value;
}

export function weatherOf(...windsMps: readonly number[]): MovementWeather {
  return { source: 'test', steps: windsMps.map((windSpeedMps, i) => ({ at: (DEPART_AT + i * 3_600_000) as Instant, windSpeedMps, waveHeightM: 0.5, visibilityM: 10_000, windFromDegTrue: 0 })) };
}

export function matrixOf(profile: TravelProfile, world: MovementWorld, change: Partial<MatrixRequest> = {}): MatrixRequest {
  return { from: [TOWN], to: [VILLAGE], departAt: DEPART_AT, profile, world, explain: true, ...change };
}

export const CLOSED_BRIDGE: MovementClosure = { id: 'c', name: '跨海大桥', bridgeId: 'bridge', sourceText: '高速交警' };
