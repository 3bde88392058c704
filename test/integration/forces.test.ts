import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../server-harness.ts';
import { startTestServer } from '../server-harness.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); }, 120_000);
afterAll(() => server.stop());

interface Unit { readonly registerId: string; readonly id: string; readonly state: string; readonly note: string | null; readonly organisationId: string; readonly mayCheckIn: boolean; readonly reasons: readonly { readonly code: string }[] }

const board = async (who = 'dispatcher') => (await server.call(who, 'getReadiness', {})).body as { units: Unit[]; packages: { id: string; state: string }[] };
const unit = async (id: string, who?: string) => (await board(who)).units.find((one) => one.id === id) as Unit;
const until = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const now = () => new Date(Date.now()).toISOString();
const calm = { windSpeedMps: 5, waveHeightM: 0.5 };

describe('the readiness board over HTTP', () => {
  it('S-441: the board changes on a check-in, at once and in the packages', async () => {
    const params = { registerId: 'vehicles', id: 'veh-aoshan-flow-2' };
    const body = { readinessCode: 'available', note: '', peopleOnDutyCount: 5, readyUntilAt: until(8) };
    expect((await board()).packages.find((one) => one.id === 'pkg-tank-fire')?.state).toBe('limited');
    expect((await server.call('dispatcher', 'checkIn', { params, body })).statusCode).toBe(200);
    expect(await unit('veh-aoshan-flow-2')).toMatchObject({ state: 'available', note: null });
    await server.call('dispatcher', 'checkIn', { params: { registerId: 'vehicles', id: 'veh-aoshan-flow-1' }, body: { ...body, readinessCode: 'unavailable', note: '水泵故障' } });
    expect((await board()).packages.find((one) => one.id === 'pkg-tank-fire')?.state).toBe('unavailable');
  });

  it('S-441: a responder checks in its own units only; whoever may not is told so by the board', async () => {
    const rows = (await board('responder')).units;
    const own = rows.find((one) => one.mayCheckIn);
    const other = rows.find((one) => !one.mayCheckIn);
    const body = { readinessCode: 'available', note: '', readyUntilAt: until(4) };
    if (own !== undefined) expect((await server.call('responder', 'checkIn', { params: { registerId: own.registerId, id: own.id }, body })).statusCode).toBe(200);
    expect((await server.call('responder', 'checkIn', { params: { registerId: other!.registerId, id: other!.id }, body })).statusCode).toBe(403);
    expect((await server.call('industry', 'checkIn', { params: { registerId: 'teams', id: 'team-gas-dinghai' }, body })).statusCode).toBe(403);
    expect((await server.call(undefined, 'getReadiness', {})).statusCode).toBe(401);
  });

  it('S-442: a gas leak in Dinghai calls the gas crew first', async () => {
    const rows = (await server.call('duty', 'getCallOut', { query: { incidentKindCode: 'gas-leak', lonDeg: '122.107', latDeg: '30.02' } })).body as { unit: Unit }[];
    expect(rows[0]?.unit.id).toBe('team-gas-dinghai');
  });

  it('S-386: a mission outside the minima of the aircraft is refused with every figure in the way', async () => {
    const body = { toPosition: [122.682, 30.198], departAt: now(), personCount: 3, stretcherCount: 1, canLand: false, isNight: true, weather: { windSpeedMps: 18, visibilityM: 1000, ceilingM: 500 } };
    const small = (await server.call('dispatcher', 'checkAirMission', { params: { id: 'air-medical-1' }, body })).body as { possible: boolean; refusals: { code: string }[] };
    expect(small.possible).toBe(false);
    expect(small.refusals.map((one) => one.code)).toEqual(['READINESS_MISSION_WIND', 'READINESS_MISSION_VISIBILITY', 'READINESS_MISSION_NIGHT', 'READINESS_MISSION_NO_PLACE_TO_LAND']);
    const large = (await server.call('dispatcher', 'checkAirMission', { params: { id: 'air-rescue-1' }, body: { ...body, weather: { windSpeedMps: 12, visibilityM: 5000, ceilingM: 500 } } })).body as { possible: boolean; sortieCount: number };
    expect(large).toMatchObject({ possible: true, sortieCount: 1 });
  });
});

describe('plans of forces over HTTP', () => {
  it('S-444: casualties of an island go by air or boat, none over a bed', async () => {
    const answer = (await server.call('dispatcher', 'planCasualties', { body: {
      departAt: now(), weather: calm, countStaleBeds: false, air: { windSpeedMps: 5, visibilityM: 8000, ceilingM: 800, isNight: false, canLand: true },
      scenes: [{ id: 'qushan', titles: { zh: '衢山', en: 'Qushan' }, position: [122.355, 30.43] }],
      groups: [{ id: 'red', sceneId: 'qushan', triage: 'red', acceptedSpecialityCodes: ['burns'], personCount: 7 }, { id: 'green', sceneId: 'qushan', triage: 'green', acceptedSpecialityCodes: ['general'], personCount: 23 }],
    } })).body as { placed: { hospitalId: string; specialityCode: string; personCount: number; modes: string[] }[]; unplaced: { groupId: string; personCount: number }[]; hospitals: { id: string; reportedAt: string | null; freeBeds: { specialityCode: string; freeCount: number }[] | null }[] };
    expect(answer.placed.every((row) => row.modes.includes('air') || row.modes.includes('sea'))).toBe(true);
    for (const hospital of answer.hospitals) {
      for (const { specialityCode, freeCount } of hospital.freeBeds ?? []) {
        expect(answer.placed.filter((row) => row.hospitalId === hospital.id && row.specialityCode === specialityCode).reduce((sum, row) => sum + row.personCount, 0)).toBeLessThanOrEqual(freeCount);
      }
    }
    expect([...answer.placed, ...answer.unplaced].reduce((sum, row) => sum + row.personCount, 0)).toBe(30);
    expect(answer.hospitals.find((one) => one.id === 'hos-zhoushan')?.reportedAt).not.toBeNull();
  });

  it('S-366 D3: Yushan with one large-flow unit is 4,405 L/min short; the plan brings the rest by ship and shows load, sailing and tide window', async () => {
    const answer = (await server.call('dispatcher', 'planFireLift', { body: { islandId: 'isl-yushan', startAt: now(), horizonHours: 24, requiredFlowLPerMinute: 29_405, requiredFoamLitres: 57_340, weather: calm, countShipFlow: false } })).body as {
      metAt: string | null; curve: { flowLPerMinute: number }[]; requiredFlowLPerMinute: number; trips: { shipId: string; sailAt: string; arriveAt: string; truckIds: string[]; windows: unknown[] }[]; thereTruckIds: string[];
    };
    expect(answer.thereTruckIds).toContain('veh-yushan-flow-1');
    expect(answer.requiredFlowLPerMinute - answer.curve[0]!.flowLPerMinute).toBe(4405);
    expect(answer.metAt).not.toBeNull();
    const first = answer.trips.find((trip) => trip.shipId === 'ves-haian-yingji');
    const sailHours = (Date.parse(first!.arriveAt) - Date.parse(first!.sailAt)) / 3_600_000;
    expect(sailHours).toBeGreaterThan(28 / 18);
    expect(sailHours).toBeLessThan(32 / 18);
    expect(first!.truckIds.length).toBeGreaterThan(0);
    expect(first!.windows.length).toBeGreaterThan(0);
  });

  it('S-368: every class-1 load is served, what is left is printed in kW', async () => {
    const answer = (await server.call('dispatcher', 'planGenerators', { body: { departAt: now(), weather: calm } })).body as { byClass: { priorityIndex: number; unmetKw: number }[]; unserved: { reason: { code: string } }[] };
    expect(answer.byClass[0]).toMatchObject({ priorityIndex: 1, unmetKw: 0 });
    expect(answer.unserved.every((row) => row.reason.code.startsWith('FORCES_LOAD_'))).toBe(true);
  });

  it('S-426 D4: people go to shelters within capacity; islands say for how long they last', async () => {
    const shelters = (await server.call('dispatcher', 'planShelters', { body: { departAt: now(), weather: calm, groups: [{ id: 'g', titles: { zh: '定海', en: 'Dinghai' }, position: [122.105, 30.02], needsNoSteps: false, familyCounts: Array.from({ length: 1200 }, () => 4) }] } })).body as { placed: { shelterId: string; personCount: number }[]; shelters: { id: string; freeCount: number }[]; placedCount: number };
    expect(shelters.placedCount).toBe(4800);
    for (const one of shelters.shelters) expect(shelters.placed.filter((row) => row.shelterId === one.id).reduce((sum, row) => sum + row.personCount, 0)).toBeLessThanOrEqual(one.freeCount);
    const packs = (await server.call('dispatcher', 'listIslandPacks', { query: { cutOffHours: '72' } })).body as { islands: { islandId: string; isEnough: boolean; lastsHours: number }[] };
    expect(packs.islands.find((one) => one.islandId === 'isl-aoshan')).toMatchObject({ lastsHours: 72 });
    expect(packs.islands[0]!.lastsHours).toBe(0);
  });

  it('S-446: an order into a hot zone for an ungraded team is refused over HTTP too', async () => {
    const opened = await server.call('duty', 'openIncident', { body: { alertIds: [], reportIds: [], kindCode: 'fire', title: '储罐火灾（测试）', placeText: '岙山', position: [122.158, 29.943], happenedAt: now() } });
    const id = opened.body.id as string;
    const order = (unitId: string) => server.call('dispatcher', 'issueOrder', { params: { id }, body: { items: [], unitRegisterId: 'teams', unitId, zoneCode: 'hot', toPosition: [122.158, 29.943], departDueAt: now(), arriveDueAt: until(1) } });
    expect((await order('team-volunteer-putuo')).body.code).toBe('READINESS_GRADE_MISSING');
    expect((await order('team-engineering-dinghai')).body.code).toBe('READINESS_GRADE_LAPSED');
    expect((await order('team-aoshan-hazmat')).statusCode).toBe(200);
  });
});
