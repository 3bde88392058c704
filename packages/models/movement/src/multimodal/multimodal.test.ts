import fc from 'fast-check';
import type { Instant } from '@anlan/kernel';
import { describe, expect, it } from 'vitest';
import type { MovementAnswer, MovementPlace, MovementWorld, TravelProfile } from '../api/multimodal.ts';
import type { MovementClosure } from '../api/network.ts';
import { travelMatrix } from './matrix.ts';
import { travelPath } from './path.ts';
import { BASE, BOAT, CLOSED_BRIDGE, DEPART_AT, FERRY, HELICOPTER, matrixOf, SPILL, TOWN, TRUCK, VILLAGE, weatherOf, worldOf } from './test-world-for-tests.ts';

const at = (offsetS: number): Instant => (DEPART_AT + offsetS * 1000) as Instant;

function pathOf(profile: TravelProfile, world: MovementWorld, ends: { from?: MovementPlace; to?: MovementPlace; departAt?: Instant } = {}): MovementAnswer {
  const answer = travelPath({ from: ends.from ?? TOWN, to: ends.to ?? VILLAGE, departAt: ends.departAt ?? DEPART_AT, profile, world });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

const codes = (answer: MovementAnswer): string[] => answer.reason.map(({ code }) => code);
const shape = (answer: MovementAnswer): unknown => (answer.reachable ? answer.legs.map(({ kind, waitS, handlingS, movingS }) => [kind, Math.round(waitS), handlingS, Math.round(movingS)]) : 'blocked');
const durationOf = (answer: MovementAnswer): number => (answer.reachable ? answer.durationS : Infinity);

describe('a truck between islands', () => {
  it('takes the bridge in calm weather', () => {
    const answer = pathOf(TRUCK, worldOf());
    expect(shape(answer)).toEqual([['road', 0, 0, 1400]]);
    expect(answer).toMatchObject({ durationS: 1400, reason: [], legs: [{ distanceM: 24_000, via: ['南路', { zh: '跨海大桥', en: 'sea bridge' }, '北路'] }] });
  });

  it('takes the ferry when the wind stage closes the bridge to it: wait, board, cross, discharge, never length by speed', () => {
    const answer = pathOf(TRUCK, worldOf({ weather: weatherOf(15) }));
    // 500 s to the ramp, on it until 10:20 (600 s before 10:30), 40 min across.
    expect(shape(answer)).toEqual([['road', 0, 0, 500], ['ferry', 700, 900, 2400], ['road', 0, 0, 500]]);
    expect(answer).toMatchObject({ durationS: 5000, waitS: 700 });
    expect(answer.reason).toContainEqual({ code: 'MOVEMENT_BRIDGE_WIND_CLOSED', params: { nameZh: '跨海大桥', nameEn: 'sea bridge', windSpeedMps: 15, windLimitMps: 13.9, beaufort: 7, until: '—' } });
  });

  it('is blocked with both reasons when the ferry stays in port too', () => {
    const answer = pathOf(TRUCK, worldOf({ weather: weatherOf(26) }));
    expect(answer.reachable).toBe(false);
    expect(codes(answer)).toEqual(['MOVEMENT_BRIDGE_WIND_CLOSED', 'MOVEMENT_FERRY_WIND']);
  });

  it('waits for the bridge when that is earlier, and says until when', () => {
    const answer = pathOf(TRUCK, worldOf({ weather: weatherOf(15, 5), ferries: [] }));
    expect(shape(answer)).toEqual([['road', 3200, 0, 1400 - 400 + 400]]);
    expect(answer.reason[0]).toMatchObject({ code: 'MOVEMENT_BRIDGE_WIND_CLOSED', params: { until: '11-24 11:00' } });
  });

  it('drives slower in the lower stage', () => {
    const light = { ...TRUCK, road: { ...TRUCK.road!, kind: 'truck' as const } };
    expect(durationOf(pathOf(light, worldOf({ weather: weatherOf(18) })))).toBe(Math.ceil(800 + 12_000 / 16.7));
    expect(codes(pathOf(light, worldOf({ weather: weatherOf(18) })))).toEqual(['MOVEMENT_BRIDGE_WIND_SLOW']);
  });

  it('is not admitted by mass, by dangerous goods, by a full boat, and says each', () => {
    const heavy = { ...TRUCK, road: { ...TRUCK.road!, massKg: 55_000, hazmat: true, kind: 'hazmat-truck' as const } };
    expect(codes(pathOf(heavy, worldOf()))).toEqual(['MOVEMENT_LINK_MASS', 'MOVEMENT_FERRY_HAZMAT']);
    const full = worldOf({ closures: [CLOSED_BRIDGE], ferries: [{ ...FERRY, booked: [{ departAt: at(1800), vehicleCount: 20, personCount: 0 }] }] });
    const answer = pathOf(TRUCK, full);
    expect(answer.reason).toContainEqual({ code: 'MOVEMENT_FERRY_FULL', params: { nameZh: '南—北', nameEn: 'South–North', departs: '11-24 10:30' } });
    expect(durationOf(answer)).toBe(5000 + 3600);
  });

  it('keeps to the days of the timetable', () => {
    const weekend = { ...FERRY, sailings: [{ departMinutes: 630, weekdays: [6, 7] }, { departMinutes: 640, weekdays: [2, 3], notOn: ['2026-11-24'] }] };
    expect(durationOf(pathOf(TRUCK, worldOf({ closures: [CLOSED_BRIDGE], ferries: [weekend] })))).toBe(86_400 + 2400 + 2400 + 300 + 500);
    const soon = worldOf({ closures: [CLOSED_BRIDGE], ferries: [{ ...weekend, sailings: weekend.sailings.slice(0, 1) }] });
    expect(codes(pathOf(TRUCK, soon))).toEqual(['MOVEMENT_CLOSED_UNTIL', 'MOVEMENT_FERRY_NO_SAILING']);
  });
});

describe('vessel, aircraft and closures', () => {
  it('loads at a quay, sails to the spill, and waits for a free position', () => {
    const calm = pathOf(BOAT, worldOf(), { to: SPILL });
    expect(shape(calm)).toMatchObject([['road', 0, 0, 500], ['sea', 0, 1200, expect.any(Number)]]);
    const world = worldOf();
    const taken = { ...world, berths: world.berths.map((each) => ({ ...each, bookings: [{ fromAt: at(0), untilAt: at(3600), slotCount: 1 }] })) };
    const later = pathOf(BOAT, taken, { to: SPILL });
    expect(durationOf(later)).toBe(durationOf(calm) + 3100);
    expect(later.reason).toContainEqual({ code: 'MOVEMENT_SLOTS_FULL', params: { name: 'quay-south', slotCount: 1, until: '11-24 11:00' } });
  });

  it('a polygon closes the bridge that crosses it and the ferry over it, only for its modes and its time', () => {
    const ring = [[122.05, 30.09], [122.2, 30.09], [122.2, 30.11], [122.05, 30.11], [122.05, 30.09]] as const;
    const area: MovementClosure = { id: 'p', name: '警戒区', polygon: [ring], sourceText: '指挥部', untilAt: at(3600) };
    const both = pathOf(TRUCK, worldOf({ closures: [area] }));
    expect(durationOf(both)).toBe(3600 + 600 + 400);
    expect(both.reason).toContainEqual({ code: 'MOVEMENT_CLOSED_UNTIL', params: { name: '警戒区', sourceText: '指挥部', until: '11-24 11:00' } });
    expect(shape(pathOf(TRUCK, worldOf({ closures: [{ ...area, modes: ['road'] }] })))).toMatchObject([['road', 3200, 0, 1400]]);
    expect(durationOf(pathOf(TRUCK, worldOf({ closures: [{ ...area, modes: ['air'] }] })))).toBe(1400);
  });

  it('leaves the vehicle behind unless one waits or the ship carries it', () => {
    const world = worldOf({ closures: [CLOSED_BRIDGE], ferries: [] });
    expect(codes(pathOf(BOAT, world))).toEqual(['MOVEMENT_CLOSED_UNTIL']);
    const carried = { ...BOAT, carrier: { ...BOAT.carrier!, carriesVehicle: true } };
    expect(shape(pathOf(carried, world))).toMatchObject([['road', 0, 0, 500], ['sea', 0, 2100, expect.any(Number)], ['road', 0, 0, 500]]);
    const met = { ...world, berths: world.berths.map((each) => ({ ...each, vehicleWaits: true })) };
    expect(pathOf(BOAT, met).reachable).toBe(true);
  });

  it('stays in port beyond its limits, with until when', () => {
    const answer = pathOf(BOAT, worldOf({ weather: weatherOf(18, 18, 5) }), { to: SPILL });
    expect(answer.reason).toContainEqual({ code: 'MOVEMENT_VESSEL_WIND', params: { name: 'work-boat', windSpeedMps: 18, windLimitMps: 17.2, until: '11-24 12:00' } });
    expect(codes(pathOf(BOAT, worldOf({ weather: weatherOf(18) }), { to: SPILL }))).toEqual(['MOVEMENT_VESSEL_WIND']);
  });

  it('flies after rotor start, waits for daylight, and stays for wind, fuel and closed air', () => {
    const world = worldOf();
    const day = pathOf(HELICOPTER, world, { from: BASE, to: SPILL });
    expect(shape(day)).toMatchObject([['air', 0, 720, expect.any(Number)]]);
    const night = pathOf(HELICOPTER, worldOf({ weather: weatherOf(5) }), { from: BASE, to: SPILL, departAt: at(12 * 3600) });
    expect(codes(night)).toContain('MOVEMENT_AIR_DARK');
    expect(codes(pathOf(HELICOPTER, worldOf({ weather: weatherOf(21) }), { from: BASE, to: SPILL }))).toEqual(['MOVEMENT_AIR_WIND']);
    const thirsty = { ...HELICOPTER, air: { ...HELICOPTER.air!, enduranceS: 200 } };
    expect(codes(pathOf(thirsty, world, { from: BASE, to: SPILL }))).toEqual(['MOVEMENT_AIR_FUEL']);
    const ring = [[122.15, 30.03], [122.17, 30.03], [122.17, 30.08], [122.15, 30.08], [122.15, 30.03]] as const;
    const closed: MovementClosure = { id: 'a', name: '演习空域', polygon: [ring], modes: ['air'], untilAt: at(7200), sourceText: '空管' };
    const held = pathOf(HELICOPTER, worldOf({ closures: [closed] }), { from: BASE, to: SPILL });
    expect(durationOf(held)).toBe(durationOf(day) + 7200);
    expect(held.reason).toEqual([{ code: 'MOVEMENT_CLOSED_UNTIL', params: { name: '演习空域', sourceText: '空管', until: '11-24 12:00' } }]);
  });

  it('says what a place lacks, and what no mode can do', () => {
    const nowhere: MovementPlace = { id: 'rock', name: '礁石', position: [122.3, 30.3], onWater: false, landing: false };
    expect(pathOf(TRUCK, worldOf(), { to: nowhere }).reason).toEqual([{ code: 'MOVEMENT_PLACE_NO_ACCESS', params: { name: '礁石', toleranceM: 500 } }]);
    expect(codes(pathOf(TRUCK, worldOf(), { to: SPILL }))).toEqual(['MOVEMENT_PLACE_NO_ACCESS']);
  });

  it('names what it assumed', () => {
    const { weather: _weather, ...calm } = worldOf();
    const near: MovementPlace = { id: 'near', name: '近处', position: [122.1, 30.201], onWater: false, landing: false };
    expect(pathOf(TRUCK, calm, { to: near }).reachable && pathOf(TRUCK, calm, { to: near })).toMatchObject({
      assumed: [{ code: 'MOVEMENT_ASSUMED_ROAD_ACCESS', params: { name: '近处', offsetM: 111 } }, { code: 'MOVEMENT_ASSUMED_CALM' }, { code: 'MOVEMENT_ASSUMED_TIMETABLE' }],
    });
  });

  it('holds until the wait of the first sailing is used up, or weather changes', () => {
    const answer = pathOf(TRUCK, worldOf({ weather: weatherOf(15) }));
    expect(answer).toMatchObject({ validFrom: DEPART_AT, validTo: at(700) });
    expect(pathOf(TRUCK, worldOf({ weather: weatherOf(5, 6) }))).toMatchObject({ validTo: at(3600) });
  });
});

describe('laws of the multimodal search', () => {
  const winds = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 });
  const profile = fc.constantFrom(TRUCK, BOAT, { ...BOAT, carrier: { ...BOAT.carrier!, carriesVehicle: true }, ferry: true });
  const closure = fc.record({ fromH: fc.integer({ min: 0, max: 5 }), lastsH: fc.integer({ min: 1, max: 6 }), what: fc.constantFrom({ bridgeId: 'bridge' }, { mode: 'ferry' as const }, { mode: 'sea' as const }, { linkId: 'd' }, { berthId: 'quay-south' }, { polygon: [[[122.09, 30.09], [122.11, 30.09], [122.11, 30.11], [122.09, 30.11], [122.09, 30.09]]] as const }) })
    .map(({ fromH, lastsH, what }): MovementClosure => ({ id: 'x', name: 'x', sourceText: 'x', fromAt: at(fromH * 3600), untilAt: at((fromH + lastsH) * 3600), ...what }));

  it('who leaves later never arrives earlier (FIFO)', () => {
    fc.assert(
      fc.property(winds, profile, fc.option(closure, { nil: undefined }), fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 9000 }), fc.constantFrom(VILLAGE, SPILL), (wind, who, shut, leaveS, laterS, to) => {
        const world = worldOf({ weather: weatherOf(...wind), closures: shut === undefined ? [] : [shut] });
        const arrive = (departS: number): number => departS + durationOf(pathOf(who, world, { to, departAt: at(departS) }));
        // Whole seconds are shown; and one who leaves earlier looks less far ahead.
        const [early, late] = [arrive(leaveS), arrive(leaveS + laterS)];
        if (Number.isFinite(early)) expect(late).toBeGreaterThanOrEqual(early - 1);
      }),
      { numRuns: 150, seed: 20261124 },
    );
  });

  it('a closure or a higher wind never shortens a way', () => {
    fc.assert(
      fc.property(winds, profile, closure, fc.integer({ min: 0, max: 10 }), fc.constantFrom(VILLAGE, SPILL), (wind, who, shut, moreMps, to) => {
        const before = durationOf(pathOf(who, worldOf({ weather: weatherOf(...wind) }), { to }));
        expect(durationOf(pathOf(who, worldOf({ weather: weatherOf(...wind), closures: [shut] }), { to }))).toBeGreaterThanOrEqual(before);
        expect(durationOf(pathOf(who, worldOf({ weather: weatherOf(...wind.map((mps) => mps + moreMps)) }), { to }))).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 120, seed: 20261124 },
    );
  });

  it('going over a third place is never quicker (triangle inequality, in time)', () => {
    const who = { ...TRUCK };
    const middle: MovementPlace = { ...TOWN, id: 'ramp', roadNode: 'ramp', position: [122.15, 30.05] };
    fc.assert(
      fc.property(winds, fc.integer({ min: 0, max: 20_000 }), (wind, leaveS) => {
        const world = worldOf({ weather: weatherOf(...wind) });
        const first = durationOf(pathOf(who, world, { to: middle, departAt: at(leaveS) }));
        const rest = durationOf(pathOf(who, world, { from: middle, departAt: at(leaveS + first) }));
        const direct = durationOf(pathOf(who, world, { departAt: at(leaveS) }));
        if (Number.isFinite(rest)) expect(direct).toBeLessThanOrEqual(first + rest + 1);
      }),
      { numRuns: 80, seed: 20261124 },
    );
  });

  it('the matrix says the same as the paths, and every blocked cell has a reason', () => {
    for (const wind of [5, 15, 18, 26]) {
      const world = worldOf({ weather: weatherOf(wind) });
      const places = [TOWN, VILLAGE, SPILL, BASE];
      for (const who of [TRUCK, BOAT, HELICOPTER]) {
        const matrix = travelMatrix(matrixOf(who, world, { from: places, to: places }));
        if (!matrix.ok) throw new Error(matrix.refusal.code);
        matrix.value.cells.forEach((cell, i) => {
          const [from, to] = [places[Math.floor(i / 4)]!, places[i % 4]!];
          if (from === to) return expect(cell).toMatchObject({ reachable: true, durationS: 0 });
          const answer = pathOf(who, world, { from, to });
          expect(cell.reachable).toBe(answer.reachable);
          if (cell.reachable && answer.reachable) expect(cell.durationS).toBe(answer.durationS);
          if (!cell.reachable) expect(cell.reason.length).toBeGreaterThan(0);
        });
      }
    }
  });

  it('refuses unknown berths and nodes, and weather out of order', () => {
    const refusal = (world: MovementWorld): string | undefined => {
      const result = travelMatrix(matrixOf(TRUCK, world));
      return result.ok ? undefined : result.refusal.code;
    };
    expect(refusal(worldOf({ ferries: [{ ...FERRY, toBerth: 'nowhere' }] }))).toBe('MOVEMENT_BERTH_UNKNOWN');
    expect(refusal(worldOf({ berths: worldOf().berths.map((each) => ({ ...each, roadNode: 'nowhere' })) }))).toBe('MOVEMENT_ROAD_NODE_UNKNOWN');
    expect(refusal(worldOf({ weather: { source: 'x', steps: [...weatherOf(1, 2).steps].reverse() } }))).toBe('MOVEMENT_WEATHER_UNORDERED');
    expect(refusal(worldOf({ horizonS: 0 }))).toBe('MOVEMENT_INPUT_OUT_OF_RANGE');
  });
});
