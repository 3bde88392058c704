import { describe, expect, it } from 'vitest';
import type { AlertBody } from '../alert/index.ts';
import { alertFold, handleDismissAlert } from '../alert/index.ts';
import { createTestMemory } from '../log/memory-for-tests.ts';
import type { ReportBody } from '../signal/index.ts';
import { handleReceiveReport, reportFold } from '../signal/index.ts';
import { handleConfirm, handleLinkSources, handleOpenIncident, handleRecordFacts, incidentFold, standingFactIds } from './index.ts';
import { at, byHand, duty, enterprise, fact, passerBy, t0, worldOn } from './incident-for-tests.ts';

const createWorld = () => worldOn(createTestMemory([alertFold, reportFold, incidentFold]));

const report = {
  idempotencyKey: 'device-7f3a9c2e41d0', what: '有油花', placeText: '三号泊位', position: null, phone: '', photoArtefactIds: [], observedAt: null,
};

describe('opening an incident', () => {
  it('S-327: from an alert and a report: linked in the same append, known since the first of them, clocks running, nothing verified', async () => {
    const { deps, raiseAlert, find, views, events } = createWorld();
    await raiseAlert('alert-1', 10, true);
    const receipt = await handleReceiveReport({ ...deps, countyAt: () => null }, report, passerBy(5));
    const reportId = receipt.ok ? receipt.value.id : '';
    const opened = await handleOpenIncident(deps, { ...byHand, alertIds: ['alert-1'], reportIds: [reportId] }, duty(60));
    const incident = (await find(opened.ok ? opened.value.id : '')).body;
    expect(incident).toMatchObject({ state: 'received', knownAt: at(5), happenedAt: t0, openedAt: at(60), openedBy: '值班员', simulated: true, verifiedAt: null, level: null });
    expect(incident.clocks.map((clock) => [clock.id, clock.startAt])).toEqual([
      ['cn-ship-pollution-phone', at(5)], ['cn-493-9-unit', at(5)], ['cn-493-11-city', at(5)], ['cn-environment-4h', at(5)],
    ]);
    expect(incident.assessments.map(({ ruleSetId, gradeIndex }) => [ruleSetId, gradeIndex])).toEqual([['cn-493', null], ['cn-ship-pollution', null], ['cn-water-traffic', null], ['cn-environment', null]]);
    expect((await views.find<AlertBody>('real', 'alert', 'alert-1'))?.body).toMatchObject({ state: 'linked', incidentId: incident.id, acknowledgedBy: '值班员' });
    expect((await views.find<ReportBody>('real', 'report', reportId))?.body).toMatchObject({ state: 'linked', incidentId: incident.id });
    expect(events.find((event) => event.type === 'incident.opened')?.basis).toEqual([{ kind: 'event', ref: 'alert:alert-1' }, { kind: 'report', ref: reportId }]);
  });

  it('by hand, with facts and an earlier telephone call', async () => {
    const { open, find } = createWorld();
    const id = await open({ knownAt: at(-600), facts: [fact('spilled-mass', 125_000, 'kg')] });
    const { body } = await find(id);
    expect(body).toMatchObject({ knownAt: at(-600), facts: [{ code: 'spilled-mass', recordedAt: at(60), verified: false }] });
    expect(body.assessments.find(({ ruleSetId }) => ruleSetId === 'cn-ship-pollution')).toMatchObject({ gradeIndex: 3, gradeTitles: { zh: '较大' } });
  });

  it('two officers cannot open two incidents from one alert', async () => {
    const { deps, raiseAlert, events } = createWorld();
    await raiseAlert('alert-1', 10);
    const command = { ...byHand, alertIds: ['alert-1'] };
    const answers = await Promise.all([handleOpenIncident(deps, command, duty(60)), handleOpenIncident(deps, command, duty(60))]);
    expect(answers.map((answer) => (answer.ok ? 'opened' : answer.refusal.code)).sort()).toEqual(['LOG_VERSION_CONFLICT', 'opened']);
    expect(await handleOpenIncident(deps, command, duty(70))).toMatchObject({ ok: false, refusal: { code: 'ALERT_ANSWERED', params: { state: 'linked' } } });
    expect(events.filter((event) => event.type === 'incident.opened')).toHaveLength(1);
  });

  it('an alert that does not exist opens nothing', async () => {
    const { open, events } = createWorld();
    expect(await open({ alertIds: ['alert-x'] })).toBe('ALERT_UNKNOWN');
    expect(await open({ reportIds: ['report-x'] })).toBe('SIGNAL_REPORT_UNKNOWN');
    expect(events).toHaveLength(0);
  });

  it.each([
    [{ kindCode: 'party' }, 'INCIDENT_KIND_UNKNOWN'], [{ title: ' ' }, 'INCIDENT_TEXT_MISSING'], [{ position: [122, 99] as const }, 'KERNEL_POSITION_OUT_OF_RANGE'],
    [{ happenedAt: at(3600) }, 'INCIDENT_TIME_IN_FUTURE'], [{ facts: [fact('deaths', 1.5, 'persons')] }, 'INCIDENT_FACT_VALUE_WRONG'],
  ])('%o is refused', async (over, code) => {
    expect(await createWorld().open(over)).toBe(code);
  });

  it('who may not open is refused', async () => {
    const { deps } = createWorld();
    expect(await handleOpenIncident(deps, byHand, enterprise(60))).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
  });
});

describe('more signals of the same incident', () => {
  it('S-327: one that was known earlier reads the unanswered clocks again, and the old readings stay', async () => {
    const { deps, raiseAlert, open, find } = createWorld();
    await raiseAlert('early', 20);
    const id = await open({}, 60);
    await handleLinkSources(deps, { incidentId: id, alertIds: ['early'], reportIds: [] }, duty(90));
    const { body } = await find(id);
    expect(body).toMatchObject({ knownAt: at(20), alertIds: ['early'] });
    expect(body.clocks.filter(({ ruleId }) => ruleId === 'cn-493-9-unit').map(({ id: clockId, startAt, replacedByClockId }) => [clockId, startAt, replacedByClockId])).toEqual([
      ['cn-493-9-unit', at(60), 'cn-493-9-unit~2'], ['cn-493-9-unit~2', at(20), null],
    ]);
  });

  it('one that was dismissed may be linked, one of another incident may not, one already linked changes nothing', async () => {
    const { deps, raiseAlert, open, typesOf } = createWorld();
    await raiseAlert('a', 70);
    const [id, other] = [await open(), await open()];
    await handleDismissAlert(deps, { alertId: 'a', reason: '误报' }, duty(75));
    expect((await handleLinkSources(deps, { incidentId: id, alertIds: ['a'], reportIds: [] }, duty(80))).ok).toBe(true);
    const before = typesOf(`incident:${id}`).length;
    expect((await handleLinkSources(deps, { incidentId: id, alertIds: ['a'], reportIds: [] }, duty(85))).ok).toBe(true);
    expect(typesOf(`incident:${id}`)).toHaveLength(before);
    expect(await handleLinkSources(deps, { incidentId: other, alertIds: ['a'], reportIds: [] }, duty(85))).toMatchObject({ ok: false, refusal: { code: 'ALERT_ANSWERED' } });
    expect(await handleLinkSources(deps, { incidentId: 'incident-x', alertIds: [], reportIds: [] }, duty(85))).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_UNKNOWN' } });
  });
});

describe('facts', () => {
  it.each([
    [fact('weather', 1, 'C'), 'INCIDENT_FACT_CODE_UNKNOWN'], [fact('spilled-mass', 125, 't'), 'INCIDENT_FACT_UNIT_WRONG'], [fact('spilled-mass', 125, null), 'INCIDENT_FACT_UNIT_WRONG'],
    [fact('spilled-mass', -1, 'kg'), 'INCIDENT_FACT_VALUE_WRONG'], [fact('wind-from', 361, 'degTrue'), 'INCIDENT_FACT_VALUE_WRONG'], [fact('deaths', Number.NaN, 'persons'), 'INCIDENT_FACT_VALUE_WRONG'],
    [fact('deaths', null, 'persons'), 'INCIDENT_FACT_EMPTY'], [fact('vessel', null, null, { text: '' }), 'INCIDENT_FACT_EMPTY'], [fact('position', null, null), 'INCIDENT_FACT_EMPTY'],
    [fact('vessel', 3, null, { text: '某轮' }), 'INCIDENT_FACT_UNIT_WRONG'], [fact('other', null, null, { position: [500, 0] }), 'KERNEL_POSITION_OUT_OF_RANGE'],
    [fact('deaths', 1, 'persons', { happenedAt: at(9999) }), 'INCIDENT_TIME_IN_FUTURE'], [fact('deaths', 1, 'persons', { supersedesFactId: 'fact-x' }), 'INCIDENT_FACT_TO_CORRECT_UNKNOWN'],
  ])('%o is refused', async (input, code) => {
    const { deps, open } = createWorld();
    expect(await handleRecordFacts(deps, { incidentId: await open(), facts: [input] }, duty(90))).toMatchObject({ ok: false, refusal: { code } });
  });

  it('one wrong fact of several records none of them', async () => {
    const { deps, open, find } = createWorld();
    const id = await open();
    await handleRecordFacts(deps, { incidentId: id, facts: [fact('deaths', 1, 'persons'), fact('deaths', 1, 'people')] }, duty(90));
    expect((await find(id)).body.facts).toEqual([]);
  });

  it('a correction keeps the corrected fact readable and can be corrected only once', async () => {
    const { deps, open, find } = createWorld();
    const id = await open();
    const record = (factValue: number, supersedesFactId: string | null, s: number) => handleRecordFacts(deps, { incidentId: id, facts: [fact('deaths', factValue, 'persons', { supersedesFactId })] }, duty(s));
    await record(3, null, 90);
    const wrong = (await find(id)).body.facts[0]!.id;
    await record(2, wrong, 120);
    expect(await record(1, wrong, 150)).toMatchObject({ ok: false, refusal: { code: 'INCIDENT_FACT_TO_CORRECT_UNKNOWN' } });
    const { facts, assessments } = (await find(id)).body;
    expect(facts.map(({ factValue, recordedAt }) => [factValue, recordedAt])).toEqual([[3, at(90)], [2, at(120)]]);
    expect(assessments[0]).toMatchObject({ ruleSetId: 'cn-493', gradeIndex: 4 });
  });

  it('S-327: a confirmation names every estimate that it replaces, and stands although an estimate is newer', async () => {
    const { deps, open, find } = createWorld();
    const id = await open();
    const estimate = (factValue: number, s: number) => handleRecordFacts(deps, { incidentId: id, facts: [fact('spilled-mass', factValue, 'kg', { happenedAt: at(s) }), fact('vessel', null, null, { text: `船 ${s}` })] }, duty(s));
    await estimate(900_000, 90);
    await estimate(600_000, 100);
    await handleConfirm(deps, { incidentId: id, note: '', facts: [fact('spilled-mass', 125_000, 'kg', { verified: true, happenedAt: t0 }), fact('vessel', null, null, { text: '某轮' })] }, duty(110));
    const { facts, assessments } = (await find(id)).body;
    const [first, second, confirmed] = facts.filter(({ code }) => code === 'spilled-mass');
    expect(confirmed).toMatchObject({ supersedesFactId: second!.id, alsoSupersedesFactIds: [first!.id] });
    expect([...standingFactIds(facts)].toSorted()).toEqual(facts.filter((one) => one.code === 'vessel' || one.id === confirmed!.id).map((one) => one.id).toSorted());
    expect(assessments.find(({ ruleSetId }) => ruleSetId === 'cn-ship-pollution')).toMatchObject({ gradeIndex: 3 });
    await estimate(900_000, 120);
    expect(standingFactIds((await find(id)).body.facts).has(confirmed!.id)).toBe(true);
    expect(standingFactIds((await find(id)).body.facts, at(105)).has(second!.id)).toBe(true);
  });

  it('facts that no rule reads make no new assessment', async () => {
    const { deps, open, typesOf } = createWorld();
    const id = await open();
    await handleRecordFacts(deps, { incidentId: id, facts: [fact('wind-speed', 7, 'm/s'), fact('release-started', null, null, { text: '' })] }, duty(90));
    expect(typesOf(`incident:${id}`).filter((type) => type === 'incident.assessed')).toHaveLength(1);
  });
});
