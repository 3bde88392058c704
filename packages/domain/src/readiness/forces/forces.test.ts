import { describe, it, expect } from 'vitest';
import fc from 'fast-check';
import type { Instant } from '@anlan/kernel';
import { addS, instant } from '@anlan/kernel';
import type { Context } from '../../log/index.ts';
import { handleIssueOrder, orderFold } from '../../dispatch/index.ts';
import { handleChangeRecord, handleVerifyRecord, recordKey } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import { later, testContext } from '../../register/testing/fake-memory.ts';
import { findRegister, registers } from '../../registers.ts';
import { createSmallWorld, payloadFold, SCENE } from '../testing/small-world.ts';
import type { SmallWorld } from '../testing/small-world.ts';
import { BOARD_STATES, CHECK_IN_REGISTERS, handleCheckIn, leastReady, proposeCallOut, readinessBoard, turnOutByUnit } from './index.ts';
import type { BoardInput, BoardState, CheckIn, UnitRow } from './index.ts';

const AT = '2026-11-24T02:00:00Z';
const crew = testContext(['responder'], AT, 'org-b', 'crew');
const boss = testContext(['dispatcher'], AT, 'org-command', 'boss');
const word = (hours: number, given: Partial<CheckIn> = {}): CheckIn => ({ readinessCode: 'available', note: '', peopleOnDutyCount: 12, dutySinceAt: null, readyUntilAt: addS(crew.now, hours * 3600), ...given });
const team = (id = 'team-1') => ({ registerId: 'teams', id });

async function room(): Promise<SmallWorld> {
  const world = await createSmallWorld([orderFold, payloadFold('incident')]);
  await world.log.append({ realm: 'real', recordedAt: crew.now, appends: [{ stream: 'incident:incident-1', expectedVersion: 0, events: [{ type: 'incident.opened', payload: { id: 'incident-1', state: 'confirmed' }, happenedAt: crew.now, actor: crew.actor, basis: [] }] }] });
  return world;
}

async function board(world: SmallWorld, now: Instant, more: Partial<BoardInput> = {}) {
  const list = async (id: string) => (await world.views.list<RecordBody>({ realm: 'real', kind: 'record', idPrefix: `${id}/` })).map((view) => view.body);
  const shown = await Promise.all(CHECK_IN_REGISTERS.map(async (id) => ({ register: findRegister(id)!, records: await list(id) })));
  return readinessBoard({ now, registers: shown, packages: await list('force-packages'), stockLots: await list('stock-lots'), holdings: await world.views.listHoldings('real'), orders: [], ais: [], ...more });
}

const unitOn = async (world: SmallWorld, now: Instant, id = 'team-1', more: Partial<BoardInput> = {}) => (await board(world, now, more)).units.find((unit) => unit.id === id) as UnitRow;
const write = (world: SmallWorld, values: Readonly<Record<string, unknown>>, context: Context) => handleChangeRecord({ ...world, registers }, { registerId: 'teams', id: 'team-1', values }, context);
const intoHotZone = (world: SmallWorld, unitId: string | null = 'team-1') => handleIssueOrder(world, {
  incidentId: 'incident-1', items: [{ supplyRegisterId: 'stock-lots', supplyId: 'lot-boom', quantityValue: 10 }], unitRegisterId: unitId === null ? null : 'teams', unitId, zoneCode: 'hot',
  toPosition: SCENE, departDueAt: addS(crew.now, 600), arriveDueAt: addS(crew.now, 3600),
}, boss);

describe('S-441: the readiness board', () => {
  it('S-441: a unit that never checked in is unknown, after a check-in it is what its people said, and unknown again once that lapsed', async () => {
    const world = await room();
    expect(await unitOn(world, crew.now)).toMatchObject({ state: 'unknown', reasons: [{ code: 'READINESS_NEVER_CHECKED_IN' }] });
    expect(await handleCheckIn(world, { ...team(), ...word(8) }, crew)).toMatchObject({ ok: true });
    expect(await unitOn(world, addS(crew.now, 7 * 3600))).toMatchObject({ state: 'available', reasons: [], checkedInBy: 'crew', peopleOnDutyCount: 12 });
    expect(await unitOn(world, addS(crew.now, 8 * 3600))).toMatchObject({ state: 'unknown', reasons: [{ code: 'READINESS_CHECK_IN_LAPSED' }] });
    await handleCheckIn(world, { ...team(), ...word(8, { readinessCode: 'limited', note: '一台泵检修' }) }, later(crew, 60));
    expect(await unitOn(world, addS(crew.now, 120))).toMatchObject({ state: 'limited', note: '一台泵检修' });
  });

  it('S-441: only its own organisation or the desk checks a unit in', async () => {
    const world = await room();
    expect(await handleCheckIn(world, { ...team(), ...word(8) }, testContext(['responder'], AT, 'org-a', 'other'))).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
    expect(await handleCheckIn(world, { ...team(), ...word(8) }, testContext(['industry'], AT, 'org-b', 'clerk'))).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
    expect(await handleCheckIn(world, { ...team(), ...word(8) }, boss)).toMatchObject({ ok: true });
    expect(await handleCheckIn(world, { registerId: 'tanks', id: 'x', ...word(8) }, boss)).toMatchObject({ ok: false, refusal: { code: 'READINESS_UNIT_UNKNOWN' } });
  });

  it('a check-in is refused when it is past, too long, older than the last, or limited without a word why', async () => {
    const world = await room();
    const said = (given: Partial<CheckIn>) => handleCheckIn(world, { ...team(), ...word(8, given) }, crew);
    expect(await said({ readyUntilAt: crew.now })).toMatchObject({ refusal: { code: 'READINESS_CHECK_IN_LAPSED_ALREADY' } });
    expect(await said({ readyUntilAt: addS(crew.now, 25 * 3600) })).toMatchObject({ refusal: { code: 'READINESS_CHECK_IN_TOO_LONG', params: { hours: 25, hoursMax: 24 } } });
    expect(await said({ happenedAt: addS(crew.now, 60) })).toMatchObject({ refusal: { code: 'READINESS_CHECK_IN_OUT_OF_ORDER' } });
    expect(await said({ readinessCode: 'unavailable' })).toMatchObject({ refusal: { code: 'READINESS_CHECK_IN_NOTE_MISSING' } });
    expect(await said({ dutySinceAt: addS(crew.now, 60) })).toMatchObject({ refusal: { code: 'READINESS_DUTY_IN_FUTURE' } });
    expect(await said({ freeBeds: [] })).toMatchObject({ refusal: { code: 'READINESS_BEDS_NOT_HERE' } });
    await said({});
    expect(await said({ happenedAt: addS(crew.now, -60) })).toMatchObject({ refusal: { code: 'READINESS_CHECK_IN_OUT_OF_ORDER' } });
  });

  it('an order, a shift over 12 h and a berth left each lower what was reported, and never raise it', async () => {
    const world = await room();
    await handleCheckIn(world, { ...team(), ...word(8, { dutySinceAt: addS(crew.now, -9 * 3600) }) }, crew);
    expect((await unitOn(world, addS(crew.now, 2 * 3600))).state).toBe('available');
    expect(await unitOn(world, addS(crew.now, 4 * 3600))).toMatchObject({ state: 'limited', reasons: [{ code: 'READINESS_SHIFT_LONG', params: { hours: 13, hoursMax: 12 } }] });
    const issued = await handleIssueOrder(world, { incidentId: 'incident-1', items: [], unitRegisterId: 'teams', unitId: 'team-1', toPosition: SCENE, departDueAt: crew.now, arriveDueAt: addS(crew.now, 3600) }, boss);
    expect(issued).toMatchObject({ ok: true });
    expect((await unitOn(world, addS(crew.now, 3600))).state).toBe('committed');
    await handleCheckIn(world, { registerId: 'vessels', id: 'boat-1', ...word(8) }, boss);
    const heard = { mmsi: '412345678', observedAt: crew.now, position: [122.2, 29.95], speedMps: 5, navigationStatusCode: 0 } as const;
    expect(await unitOn(world, addS(crew.now, 60), 'boat-1', { ais: [heard] })).toMatchObject({ state: 'limited', ais: { state: 'under-way' }, reasons: [{ code: 'READINESS_AWAY_FROM_BERTH' }] });
    expect(await unitOn(world, addS(crew.now, 3600), 'boat-1', { ais: [heard] })).toMatchObject({ state: 'available', ais: { state: 'stale' } });
    expect(await unitOn(world, addS(crew.now, 60), 'boat-1')).toMatchObject({ ais: { state: 'not-heard', observedAt: null } });
  });

  it('S-441: a package is as ready as the least of its parts, never an average, and names what holds it back', async () => {
    const world = await room();
    const made = await world.log.append({ realm: 'real', recordedAt: crew.now, appends: [{ stream: 'record:force-packages/pack-1', expectedVersion: 0, events: [{
      type: 'record.created', happenedAt: crew.now, actor: crew.actor, basis: [],
      payload: { registerId: 'force-packages', id: 'pack-1', state: null, seedHash: null, values: { name: { zh: '组', en: 'pack' }, organisationId: 'org-a', parts: [
        { registerCode: 'teams', kindCode: 'spill-response', facilityId: null, neededValue: 1 },
        { registerCode: 'vessels', kindCode: 'boom-boat', facilityId: null, neededValue: 1 },
        { registerCode: 'item-kinds', kindCode: 'boom-open', facilityId: 'depot-1', neededValue: 800 },
      ] } },
    }] }] });
    expect(made.ok).toBe(true);
    const pack = async () => (await board(world, addS(crew.now, 60))).packages[0];
    expect(await pack()).toMatchObject({ state: 'unknown', limitedBy: [0, 1] });
    await handleCheckIn(world, { ...team(), ...word(8) }, crew);
    expect(await pack()).toMatchObject({ state: 'unknown', limitedBy: [1] });
    await handleCheckIn(world, { registerId: 'vessels', id: 'boat-1', ...word(8, { readinessCode: 'limited', note: '单机' }) }, boss);
    expect(await pack()).toMatchObject({ state: 'limited', limitedBy: [1], parts: [{ haveValue: 1 }, { haveValue: 1 }, { haveValue: 1000, state: 'available' }] });
  });

  it('property: the least of several states is one of them and no state is below it', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...BOARD_STATES), { minLength: 1 }), (states) => {
      const least = states.reduce<BoardState>(leastReady, 'available');
      expect(states).toContain(least);
      expect(states.every((state) => BOARD_STATES.indexOf(state) >= BOARD_STATES.indexOf(least))).toBe(true);
    }));
  });
});

describe('S-446: who may be sent into a hot zone', () => {
  const grade = { gradeCode: 'grade-1', gradedById: 'org-a', gradeValidUntilAt: '2027-01-01T00:00:00Z' };

  it('S-446: an ungraded team cannot be tasked to a hot zone, nor can an order that names nobody; nobody overrides it', async () => {
    const world = await room();
    expect(await intoHotZone(world)).toMatchObject({ ok: false, refusal: { code: 'READINESS_GRADE_MISSING', params: { id: 'team-1' } } });
    expect(await intoHotZone(world, null)).toMatchObject({ ok: false, refusal: { code: 'READINESS_HOT_ZONE_NOBODY_NAMED' } });
    expect(await world.views.findHolding('real', recordKey('stock-lots', 'lot-boom'))).toMatchObject({ heldValue: 0 });
  });

  it('S-446: a grade counts once others verified it; a lapsed one does not, and a team cannot grade itself', async () => {
    const world = await room();
    expect(await write(world, { ...grade, gradedById: 'org-b' }, crew)).toMatchObject({ ok: false, refusal: { problems: [{ code: 'READINESS_GRADE_BY_SELF' }] } });
    expect(await write(world, { gradeCode: 'grade-1' }, crew)).toMatchObject({ ok: false, refusal: { problems: [{ code: 'READINESS_GRADE_INCOMPLETE' }] } });
    expect(await write(world, grade, crew)).toMatchObject({ ok: true });
    expect(await intoHotZone(world)).toMatchObject({ refusal: { code: 'READINESS_GRADE_UNVERIFIED' } });
    expect(await handleVerifyRecord({ ...world, registers }, { registerId: 'teams', id: 'team-1', note: '证书已核' }, boss)).toMatchObject({ ok: true });
    await handleCheckIn(world, { ...team(), ...word(8, { dutySinceAt: addS(crew.now, -11.5 * 3600) }) }, crew);
    expect(await intoHotZone(world)).toMatchObject({ refusal: { code: 'READINESS_HOT_ZONE_SHIFT_OVER', params: { hoursMax: 12 } } });
    await handleCheckIn(world, { ...team(), ...word(8, { dutySinceAt: crew.now }) }, crew);
    expect(await intoHotZone(world)).toMatchObject({ ok: true });
  });

  it('S-446: a grade that ends before the arrival is refused', async () => {
    const world = await room();
    await write(world, { ...grade, gradeValidUntilAt: addS(crew.now, 1800) }, boss);
    expect(await intoHotZone(world)).toMatchObject({ refusal: { code: 'READINESS_GRADE_LAPSED' } });
  });

  it('a roster with a shift over 12 h is not saved', async () => {
    const world = await room();
    const shift = (endsAt: string) => [{ shiftText: '甲班', startsAt: '2026-11-24T00:00:00Z', endsAt, rosteredCount: 6 }];
    expect(await write(world, { roster: shift('2026-11-24T12:00:01Z') }, boss)).toMatchObject({ ok: false, refusal: { problems: [{ code: 'READINESS_SHIFT_OVER_12_H' }] } });
    expect(await write(world, { roster: shift('2026-11-24T12:00:00Z') }, boss)).toMatchObject({ ok: true });
    expect((await unitOn(world, instant('2026-11-24T15:00:00Z'))).restHours).toBe(3);
    expect((await unitOn(world, instant('2026-11-24T11:00:00Z'))).restHours).toBeNull();
  });
});

describe('whom to call, and how fast they go', () => {
  const unit = (id: string, kindCode: string, lonDeg: number, state: BoardState = 'available'): UnitRow => ({ registerId: 'teams', id, kindCode, position: [lonDeg, 30], state } as unknown as UnitRow);

  it('S-442: a gas leak proposes the gas crew first, though the fire station is nearer; who is away comes last', () => {
    const rows = proposeCallOut([unit('fire', 'fire', 122.1), unit('gas-far', 'gas', 122.3), unit('gas-near', 'gas', 122.2), unit('gas-away', 'gas', 122.1, 'committed'), unit('spill', 'spill-response', 122.1)], 'gas-leak', [122.1, 30]);
    expect(rows.map((row) => row.unit.id)).toEqual(['gas-near', 'gas-far', 'fire', 'gas-away']);
  });

  it('S-403: turn-out is from the order to the departure: mean and P90 of each unit', () => {
    const order = (turnOutS: number | null) => ({ unitRegisterId: 'teams', unitId: 't', issuedAt: crew.now, steps: turnOutS === null ? [] : [{ state: 'under-way', at: addS(crew.now, turnOutS) }] });
    const found = turnOutByUnit([...[60, 120, 180, 240, 300, 360, 420, 480, 540, 3600].map(order), order(null)]).get('teams/t');
    expect(found).toEqual({ orderCount: 10, turnOutSMean: 630, turnOutSP90: 540 });
  });
});
