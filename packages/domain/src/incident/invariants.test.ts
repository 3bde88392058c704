import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { alertFold } from '../alert/index.ts';
import { asReal, foldAll } from '../log/index.ts';
import { createTestMemory } from '../log/memory-for-tests.ts';
import { clockStanding, nationalRuleBook } from '../rules/index.ts';
import { reportFold } from '../signal/index.ts';
import type { IncidentBody } from './index.ts';
import {
  FACT_CODES, FACT_FORMS, handleAnswerClock, handleBreaches, handleCloseIncident, handleConfirm, handleContain, handleDecideLevel, handleDismissIncident, handleNote, handleOpenIncident, handleReactivate,
  handleRecordFacts, handleStartVerification, handleTerminate, handleVerify, INCIDENT_STATES, incidentFold, timelineOf,
} from './index.ts';
import { ALL_CONDITIONS, at, byHand, commander, duty, fact, NOTHING_OPEN, system, worldOn } from './incident-for-tests.ts';

const createWorld = () => worldOn(createTestMemory([alertFold, reportFold, incidentFold]));

/** D1 from the opening to the close, as people would do it. */
async function wholeIncident() {
  const world = createWorld();
  const { deps, open, find } = world;
  const incidentId = await open();
  const answer = async (clockId: string, s: number) => handleAnswerClock(deps, { incidentId, clockId, text: '已电话报告值班室' }, duty(s));
  await answer('cn-ship-pollution-phone', 120);
  await handleStartVerification(deps, { incidentId }, duty(150));
  await handleConfirm(deps, { incidentId, note: '现场核实', facts: [fact('spilled-volume', 145, 'm3'), fact('spilled-mass', 124_700, 'kg'), fact('oil', null, null, { text: 'arab-light' })] }, duty(300));
  await handleDecideLevel(deps, { incidentId, levelIndex: 3, reason: '敏感目标受威胁' }, commander(400));
  for (const clock of (await find(incidentId)).body.clocks) await answer(clock.id, 1800);
  await handleNote(deps, { incidentId, text: '围油栏布放完成' }, duty(2000));
  await handleContain(deps, { incidentId, text: '源已切断' }, duty(9000));
  await handleTerminate(deps, { incidentId, reason: '清污完成', conditions: ALL_CONDITIONS }, commander(90_000));
  await handleCloseIncident(deps, { incidentId, overrideReason: null, openThings: NOTHING_OPEN }, duty(99_000));
  return { ...world, incidentId };
}

describe('the invariants of practice', () => {
  it('S-327: a whole incident runs from the opening to the close, each step with who, role, when it happened, when it was recorded and on what it rests (1)', async () => {
    const { find, incidentId, events } = await wholeIncident();
    expect((await find(incidentId)).body).toMatchObject({ state: 'closed', closedAt: at(99_000), closeOverrideReason: null, verifiedBy: '值班员' });
    expect(events.length).toBeGreaterThan(15);
    for (const event of events) {
      expect(event.basis.length, event.type).toBeGreaterThan(0);
      expect(event.actor.id !== '' && event.actor.name !== '', event.type).toBe(true);
      expect(event.actor.kind === 'system' || event.actor.roles.length > 0, event.type).toBe(true);
      expect(event.happenedAt, event.type).toBeLessThanOrEqual(event.recordedAt);
    }
  });

  it('S-327: reporting, facts and containment wait neither for verification nor for a level (2)', async () => {
    const { deps, open, find } = createWorld();
    const incidentId = await open();
    expect((await handleAnswerClock(deps, { incidentId, clockId: 'cn-ship-pollution-phone', text: '已报海事' }, duty(90))).ok).toBe(true);
    expect((await handleRecordFacts(deps, { incidentId, facts: [fact('spilled-mass', 1000, 'kg')] }, duty(91))).ok).toBe(true);
    expect((await handleContain(deps, { incidentId, text: '已切断' }, duty(92))).ok).toBe(true);
    expect((await find(incidentId)).body).toMatchObject({ state: 'contained', verifiedAt: null, level: null });
    expect((await handleVerify(deps, { incidentId, note: '' }, duty(93))).ok).toBe(true);
    expect((await find(incidentId)).body).toMatchObject({ state: 'contained', verifiedAt: at(93) });
  });

  it('S-327: a level is decided by a named commander with a reason, changes, and every decision stays (3)', async () => {
    const { deps, open, find } = createWorld();
    const incidentId = await open();
    const decide = (levelIndex: number, s: number, context = commander(s), reason = '研判') => handleDecideLevel(deps, { incidentId, levelIndex, reason }, context);
    expect(await decide(3, 70, duty(70))).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
    expect(await decide(3, 70, system(70))).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
    expect(await decide(3, 70, commander(70), '')).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_TEXT_MISSING' } });
    expect(await decide(5, 70)).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_LEVEL_UNREADABLE' } });
    await decide(3, 80);
    await decide(2, 90);
    expect(await decide(2, 95)).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_LEVEL_SAME' } });
    const { level, levelHistory, assessments } = (await find(incidentId)).body;
    expect(level).toMatchObject({ levelIndex: 2, signerId: 'p-commander', signerName: '指挥长', decidedAt: at(90) });
    expect(levelHistory.map(({ levelIndex }) => levelIndex)).toEqual([3, 2]);
    expect(assessments.every(({ gradeIndex }) => gradeIndex === null)).toBe(true);
  });

  it('S-327: termination states every condition, and can be taken back as an order of its own (3)', async () => {
    const { deps, open, find } = createWorld();
    const incidentId = await open();
    await handleVerify(deps, { incidentId, note: '' }, duty(70));
    const terminate = (conditions: string[]) => handleTerminate(deps, { incidentId, reason: '完成', conditions }, commander(80));
    expect(await terminate(ALL_CONDITIONS.slice(1))).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_CONDITIONS_MISSING', params: { missing: 'source-stopped', missingCount: 1 } } });
    expect(await handleTerminate(deps, { incidentId, reason: '完成', conditions: ALL_CONDITIONS }, duty(80))).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
    expect((await terminate(ALL_CONDITIONS)).ok).toBe(true);
    expect((await find(incidentId)).body).toMatchObject({ state: 'terminated', terminationConditions: ALL_CONDITIONS });
    expect((await handleReactivate(deps, { incidentId, reason: '再次溢出' }, commander(90))).ok).toBe(true);
    expect((await find(incidentId)).body).toMatchObject({ state: 'confirmed', terminationReason: null });
  });

  it('S-327: a late fact is appended with its own time; clocks are read again and the old reading stays visible (4)', async () => {
    const { deps, open, find } = createWorld();
    const incidentId = await open();
    await handleRecordFacts(deps, { incidentId, facts: [fact('direct-loss', 20e6, 'CNY', { happenedAt: at(10) })] }, duty(7200));
    const { body } = await find(incidentId);
    expect(body.facts[0]).toMatchObject({ happenedAt: at(10), recordedAt: at(7200) });
    expect(body.clocks.find(({ id }) => id === 'cn-environment-2h')).toMatchObject({ startAt: at(7200), dueAt: at(14_400), triggerFactId: body.facts[0]!.id });
    expect(body.clocks.find(({ id }) => id === 'cn-environment-4h')).toMatchObject({ startAt: at(60), replacedByClockId: 'cn-environment-2h' });
    const asKnownBefore = foldAll(incidentFold, await deps.log.readStream('real', `incident:${incidentId}`, { knownAt: at(7199) }));
    expect(asKnownBefore).toMatchObject({ facts: [], clocks: expect.not.arrayContaining([expect.objectContaining({ id: 'cn-environment-2h' })]) });
  });

  it('S-327: closing is refused while anything is open, and says what; an override is signed by a commander and says what was left (5)', async () => {
    const { deps, open, find, events } = createWorld();
    const incidentId = await open();
    const close = (over: object, overrideReason: string | null, context = duty(200)) => handleCloseIncident(deps, { incidentId, overrideReason, openThings: { ...NOTHING_OPEN, ...over } }, context);
    expect(await close({}, null)).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_STATE_WRONG' } });
    await handleVerify(deps, { incidentId, note: '' }, duty(70));
    await handleTerminate(deps, { incidentId, reason: '完成', conditions: ALL_CONDITIONS }, commander(80));
    expect(await close({}, null)).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_CLOSE_REFUSED', params: { clockCount: 4, orderCount: 0 } } });
    for (const clock of (await find(incidentId)).body.clocks) await handleAnswerClock(deps, { incidentId, clockId: clock.id, text: '已报' }, duty(100));
    for (const open of [{ openOrderIds: ['order-1'] }, { heldHoldingIds: ['lot-1'] }, { openAlertIds: ['alert-1'] }, { reviewState: 'open' }, { reviewState: 'none' }]) {
      expect(await close(open, null), JSON.stringify(open)).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_CLOSE_REFUSED' } });
    }
    expect(await close({ openOrderIds: ['order-1'] }, '移交上级')).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
    expect(await close({ openOrderIds: ['order-1'] }, ' ', commander(210))).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_TEXT_MISSING' } });
    expect((await close({ openOrderIds: ['order-1'] }, '移交上级', commander(210))).ok).toBe(true);
    expect((await find(incidentId)).body).toMatchObject({ state: 'closed', closeOverrideReason: '移交上级' });
    expect(events.at(-1)?.payload).toMatchObject({ leftOpen: { openOrderIds: ['order-1'] } });
  });

  it('what a drill decides cannot be addressed to the world, and stays out of the real views (6)', async () => {
    const { deps, views } = createWorld();
    const opened = await handleOpenIncident(deps, byHand, { ...duty(60), realm: 'drill-1' });
    const incidentId = opened.ok ? opened.value.id : '';
    expect(await views.list({ realm: 'drill-1', kind: 'incident' })).toHaveLength(1);
    expect(asReal('drill-1', '初报')).toMatchObject({ ok: false, refusal: { code: 'LOG_DRILL_CANNOT_LEAVE' } });
    expect(asReal('real', '初报')).toEqual({ ok: true, value: '初报' });
    expect(await handleNote(deps, { incidentId, text: '演练' }, duty(90))).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_UNKNOWN' } });
    expect(await views.list({ realm: 'real', kind: 'incident' })).toEqual([]);
  });

  it('S-327: two people at once: the second sees the conflict and nothing is lost (7)', async () => {
    const { deps, open, find } = createWorld();
    const incidentId = await open();
    const { streamVersion } = await find(incidentId);
    const answers = await Promise.all([
      handleNote(deps, { incidentId, text: '甲记', seenVersion: streamVersion }, duty(70)), handleNote(deps, { incidentId, text: '乙记', seenVersion: streamVersion }, duty(70)),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code)).sort()).toEqual(['LOG_VERSION_CONFLICT', 'ok']);
    expect(await handleNote(deps, { incidentId, text: '乙记', seenVersion: streamVersion }, duty(71))).toMatchObject({ ok: false, refusal: { code: 'LOG_VERSION_CONFLICT', params: { expectedVersion: streamVersion } } });
    expect((await find(incidentId)).body.notes).toHaveLength(1);
  });
});

describe('clocks of an incident', () => {
  it('S-327: time breaches a clock once, at its due time; a late answer is taken and stays late', async () => {
    const { deps, open, find } = createWorld();
    const incidentId = await open();
    expect(await handleBreaches(deps, system(960))).toEqual({ ok: true, value: [] });
    expect(await handleBreaches(deps, system(961))).toEqual({ ok: true, value: [`${incidentId} cn-ship-pollution-phone`] });
    expect(await handleBreaches(deps, system(962))).toEqual({ ok: true, value: [] });
    await handleAnswerClock(deps, { incidentId, clockId: 'cn-ship-pollution-phone', text: '已报海事' }, duty(1000));
    const clock = (await find(incidentId)).body.clocks[0]!;
    expect(clock).toMatchObject({ breachedAt: at(960), answeredAt: at(1000), answeredBy: '值班员', answerText: '已报海事' });
    expect(clockStanding(clock, at(5000))).toBe('late');
    expect(await handleBreaches(deps, duty(9999))).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
  });

  it('an answer is given once, with words, not in the future, and not to a reading that was replaced', async () => {
    const { deps, open } = createWorld();
    const incidentId = await open();
    const answer = (over: object, s = 100) => handleAnswerClock(deps, { incidentId, clockId: 'cn-493-9-unit', text: '已报县局', ...over }, duty(s));
    expect(await answer({ clockId: 'nobody' })).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_CLOCK_UNKNOWN' } });
    expect(await answer({ text: '' })).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_TEXT_MISSING' } });
    expect(await answer({ answeredAt: at(9999) })).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_TIME_IN_FUTURE' } });
    expect((await answer({ answeredAt: at(80) })).ok).toBe(true);
    expect(await answer({})).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_CLOCK_ANSWERED', params: { by: '值班员' } } });
    await handleRecordFacts(deps, { incidentId, facts: [fact('direct-loss', 20e6, 'CNY')] }, duty(110));
    expect(await answer({ clockId: 'cn-environment-4h' }, 120)).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_CLOCK_REPLACED' } });
  });
});

describe('states', () => {
  it('a dismissed incident takes nothing more until it is reactivated; a verified one is not dismissed', async () => {
    const { deps, open, find } = createWorld();
    const incidentId = await open();
    expect((await handleDismissIncident(deps, { incidentId, reason: '误报' }, duty(70))).ok).toBe(true);
    expect(await handleRecordFacts(deps, { incidentId, facts: [] }, duty(80))).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_STATE_WRONG' } });
    expect(await handleDecideLevel(deps, { incidentId, levelIndex: 3, reason: '研判' }, commander(80))).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_OVER' } });
    expect(await handleBreaches(deps, system(99_999))).toEqual({ ok: true, value: [] });
    expect((await handleReactivate(deps, { incidentId, reason: '复核属实' }, commander(90))).ok).toBe(true);
    expect((await find(incidentId)).body).toMatchObject({ state: 'verifying', dismissedReason: null });
    await handleVerify(deps, { incidentId, note: '' }, duty(100));
    expect(await handleDismissIncident(deps, { incidentId, reason: '误报' }, duty(110))).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_STATE_WRONG' } });
    expect(await handleVerify(deps, { incidentId, note: '' }, duty(120))).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_STATE_WRONG' } });
  });

  it('every fact code that a rule reads exists, in the unit that the rule reads', () => {
    for (const { factCodes, unitCode } of nationalRuleBook.ruleSets.flatMap((set) => set.criteria)) {
      for (const code of factCodes) {
        expect(FACT_CODES).toContain(code);
        expect(FACT_FORMS[code as keyof typeof FACT_FORMS].unitCode).toBe(unitCode);
      }
    }
  });

  it('every prefix of any history folds to a whole incident, and nothing recorded is lost on the way', async () => {
    const act = fc.record({ kind: fc.integer({ min: 0, max: 11 }), n: fc.nat(60), gap: fc.integer({ min: 0, max: 20_000 }) });
    await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      const { deps, open, find } = createWorld();
      const incidentId = await open();
      let s = 60;
      for (const { kind, n, gap } of acts) {
        s += gap;
        const { clocks } = (await find(incidentId)).body;
        const clockId = clocks[n % clocks.length]?.id ?? '';
        await [
          () => handleRecordFacts(deps, { incidentId, facts: [fact('deaths', n, 'persons', { happenedAt: at(s - n) })] }, duty(s)),
          () => handleRecordFacts(deps, { incidentId, facts: [fact('direct-loss', n * 2e6, 'CNY')] }, duty(s)),
          () => handleAnswerClock(deps, { incidentId, clockId, text: '已报' }, duty(s)),
          () => handleBreaches(deps, system(s)),
          () => handleDecideLevel(deps, { incidentId, levelIndex: (n % 4) + 1, reason: '研判' }, commander(s)),
          () => handleStartVerification(deps, { incidentId }, duty(s)),
          () => handleVerify(deps, { incidentId, note: '核实' }, duty(s)),
          () => handleContain(deps, { incidentId, text: '控制' }, duty(s)),
          () => handleTerminate(deps, { incidentId, reason: '完成', conditions: ALL_CONDITIONS }, commander(s)),
          () => handleReactivate(deps, { incidentId, reason: '再起' }, commander(s)),
          () => handleDismissIncident(deps, { incidentId, reason: '误报' }, duty(s)),
          () => handleCloseIncident(deps, { incidentId, overrideReason: n % 2 === 0 ? '移交' : null, openThings: NOTHING_OPEN }, commander(s)),
        ][kind]!();
      }
      const events = await deps.log.readStream('real', `incident:${incidentId}`);
      let before: IncidentBody | undefined;
      for (let n = 1; n <= events.length; n++) {
        const body = foldAll(incidentFold, events.slice(0, n))!;
        checkWhole(body);
        for (const kept of ['facts', 'clocks', 'levelHistory', 'notes'] as const) expect(body[kept].length).toBeGreaterThanOrEqual(before?.[kept].length ?? 0);
        before = body;
      }
      expect(before).toEqual((await find(incidentId)).body);
      expect(timelineOf(events)).toHaveLength(events.length);
    }), { numRuns: 60 });
  });
});

function checkWhole(body: IncidentBody): void {
  expect(INCIDENT_STATES).toContain(body.state);
  expect((body.state === 'closed') === (body.closedAt !== null)).toBe(true);
  expect((body.state === 'dismissed') === (body.dismissedReason !== null)).toBe(true);
  expect(body.levelHistory.at(-1) ?? null).toEqual(body.level);
  expect(new Set(body.clocks.map(({ id }) => id)).size).toBe(body.clocks.length);
  for (const clock of body.clocks) {
    if (clock.replacedByClockId !== null) expect(body.clocks.map(({ id }) => id)).toContain(clock.replacedByClockId);
    expect(clock.dueAt).toBeGreaterThan(clock.startAt);
  }
}
