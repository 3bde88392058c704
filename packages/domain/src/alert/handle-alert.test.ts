import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Instant } from '@anlan/kernel';
import { AdapterError, addS, instant } from '@anlan/kernel';
import { foldAll } from '../log/index.ts';
import type { EventLog } from '../log/index.ts';
import { createTestMemory, testContext } from '../log/memory-for-tests.ts';
import type { ObservationStore, Reading, Sensor } from '../signal/index.ts';
import { belongingFor } from './belonging-for-tests.ts';
import type { AlertBody, AlertRule } from './index.ts';
import {
  alertFold, createRuleWatch, decideLinkAlert, ESCALATION_COUNT_MAX, handleAcknowledgeAlert, handleDismissAlert, handleEscalations, handleReadingForAlerts,
  handleRestoreRules, handleSilence,
} from './index.ts';

const t0 = instant('2026-11-23T09:00:00+08:00');
const at = (s: number): Instant => addS(t0, s);
const sensor: Sensor = {
  id: 'gas-1', titles: { zh: '可燃气', en: 'Gas' }, quantity: 'gas', unitCode: '%LEL', position: [122.158, 29.943], updateContract: 'periodic',
  staleAfterS: 60, validMinValue: 0, validMaxValue: 100, simulated: true,
};
const rule: AlertRule = {
  id: 'rule-gas', sensorId: 'gas-1', titles: { zh: '可燃气高', en: 'Gas high' }, comparison: 'above', thresholdValue: 20, clearValue: 15, persistenceS: 0,
  urgencyIndex: 1, acknowledgeWithinS: 60, incidentKindCode: 'gas-leak', sourceText: 'CJJ/T 146',
};
const reading = (s: number, readingValue: number): Reading => ({ sensorId: 'gas-1', readingValue, observedAt: at(s), receivedAt: at(s), sourceId: 'http', simulated: true });
const system = (s: number) => testContext(at(s), { kind: 'system', id: 'engine', name: '规则引擎', roles: [] });
const duty = (s: number) => testContext(at(s));

function setUp(rules: readonly AlertRule[] = [rule], units: Readonly<Record<string, string>> = {}, watched: Sensor = sensor) {
  const memory = createTestMemory([alertFold]);
  const stored: Reading[] = [];
  const observations = {
    latestReadings: async () => stored.length === 0 ? [] : [stored.reduce((a, b) => (b.observedAt > a.observedAt ? b : a))],
    readingSeries: async ({ fromAt, toAt }: { fromAt: Instant; toAt: Instant }) => stored.filter((r) => r.observedAt >= fromAt && r.observedAt <= toAt),
  } as unknown as ObservationStore;
  const fixed = {
    ...memory, observations, belonging: belongingFor(units), sensors: { findSensor: (id: string) => (id === 'gas-1' ? watched : undefined), listSensors: () => [watched] },
    rules: { listRules: () => rules, rulesOfSensor: (id: string) => rules.filter((r) => r.sensorId === id) },
  };
  const started = (s: number) => ({ ...fixed, watch: createRuleWatch(at(s)) });
  const deps = started(-1000);
  const feed = async (s: number, readings: readonly Reading[], to: typeof deps = deps) => {
    stored.push(...readings);
    return handleReadingForAlerts(to, readings, system(s));
  };
  const alerts = async () => (await memory.views.list<AlertBody>({ realm: 'real', kind: 'alert' })).map((view) => view.body);
  return { ...memory, deps, started, stored, feed, alerts };
}

describe('readings raise alerts', () => {
  it('S-327: a reading at the threshold raises one alert that cites the reading and the rule', async () => {
    const { feed, alerts, events } = setUp();
    const changes = await feed(1, [reading(0, 22), reading(1, 23)]);
    expect(changes.ok && changes.value.raisedIds).toHaveLength(1);
    expect(await alerts()).toMatchObject([{ kind: 'threshold', ruleId: 'rule-gas', readingValue: 22, thresholdValue: 20, unitCode: '%LEL', state: 'new', conditionActive: true, raisedAt: at(1), acknowledgeDueAt: at(61), simulated: true }]);
    expect(events[0]).toMatchObject({ happenedAt: at(0), recordedAt: at(1), actor: { kind: 'system' }, basis: [{ kind: 'reading' }, { kind: 'rule', ref: 'rule-gas' }] });
  });

  it.each([
    ['the unit of the sensor', { 'sensors/gas-1': 'org-firm', 'facilities/berth': 'org-port' }, { organisationId: 'org-firm', titles: { zh: '石化码头公司', en: 'Terminal company' }, basis: 'sensor' }],
    ['the unit of its facility', { 'facilities/berth': 'org-port' }, { organisationId: 'org-port', basis: 'facility' }],
    ['the next in line when a unit is not on record', { 'sensors/gas-1': 'org-gone' }, { organisationId: 'org-watch', basis: 'watch' }],
    ['the organisation on watch', {}, { organisationId: 'org-watch', basis: 'watch' }],
  ])('S-001: an alert belongs to %s, recorded with the county of its place (S-321)', async (_whom, units, owner) => {
    const { feed, alerts, events } = setUp([rule], units as Readonly<Record<string, string>>, { ...sensor, facilityId: 'berth' });
    await feed(1, [reading(1, 23)]);
    expect(events[0]?.payload).toMatchObject({ owner, county: { divisionCode: '330902' } });
    expect(await alerts()).toMatchObject([{ owner, county: { divisionCode: '330902' } }]);
  });

  it('S-001: a silent sensor has an owner too, and one outside every county says so', async () => {
    const { deps, feed, alerts } = setUp([rule], { 'sensors/gas-1': 'org-firm' }, { ...sensor, position: [120, 29] });
    await feed(1, [reading(1, 3)]);
    await handleSilence(deps, system(120));
    expect(await alerts()).toMatchObject([{ kind: 'stale', owner: { organisationId: 'org-firm', basis: 'sensor' }, county: null }]);
  });

  it('an unanswered alert whose condition ends and comes back stays one row', async () => {
    const { feed, alerts } = setUp();
    await feed(0, [reading(0, 22)]);
    await feed(10, [reading(10, 5)]);
    expect(await alerts()).toMatchObject([{ conditionActive: false, conditionChangedAt: at(10), state: 'new' }]);
    const changes = await feed(20, [reading(20, 30)]);
    expect(changes.ok && changes.value).toMatchObject({ raisedIds: [], resumedIds: [expect.any(String)] });
    expect(await alerts()).toMatchObject([{ conditionActive: true, conditionChangedAt: at(20) }]);
    await feed(30, [reading(30, 5)]);
    expect(await alerts()).toMatchObject([{ conditionActive: false }]);
  });

  it('once answered and ended, a new condition is a new alert; while it lasts it is not', async () => {
    const { feed, alerts, deps } = setUp();
    await feed(0, [reading(0, 22)]);
    await handleAcknowledgeAlert(deps, { alertId: (await alerts())[0]!.id }, duty(5));
    await feed(10, [reading(10, 40)]);
    expect(await alerts()).toHaveLength(1);
    await feed(30, [reading(20, 5), reading(30, 40)]);
    expect((await alerts()).map((alert) => [alert.state, alert.conditionActive])).toEqual([['acknowledged', false], ['new', true]]);
  });

  it('two batches at the same time cannot both raise', async () => {
    const { feed, alerts } = setUp();
    await Promise.all([feed(2, [reading(1, 22)]), feed(2, [reading(2, 23)])]);
    expect(await alerts()).toHaveLength(1);
  });

  it('when the log is away the alert is raised with the next call, from the stored readings', async () => {
    const { deps, feed, alerts } = setUp();
    await feed(0, [reading(0, 1)]);
    const broken: EventLog = { ...deps.log, append: async () => { throw new AdapterError('POSTGRES_AWAY', { retryable: true }); } };
    await expect(feed(1, [reading(1, 50)], { ...deps, log: broken })).rejects.toThrow('POSTGRES_AWAY');
    await feed(2, [reading(2, 1)]);
    expect(await alerts()).toMatchObject([{ readingValue: 50, observedAt: at(1), conditionActive: false, state: 'new' }]);
  });

  it('a person or a device cannot raise', async () => {
    const { deps } = setUp();
    expect(await handleReadingForAlerts(deps, [], duty(0))).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
  });
});

describe('restart', () => {
  it('S-327: after a restart nothing is raised twice and nothing stored is left unjudged', async () => {
    const { feed, alerts, started, stored, deps } = setUp();
    await feed(0, [reading(0, 22)]);
    await feed(10, [reading(10, 5)]);
    await handleAcknowledgeAlert(deps, { alertId: (await alerts())[0]!.id }, duty(12));
    stored.push(reading(20, 60));
    const again = started(25);
    expect(await handleRestoreRules(again, system(25))).toMatchObject({ ok: true, value: { raisedIds: [expect.any(String)] } });
    expect((await alerts()).map((alert) => [alert.readingValue, alert.conditionActive])).toEqual([[22, false], [60, true]]);
    expect(await handleRestoreRules(started(26), system(26))).toMatchObject({ ok: true, value: { raisedIds: [], resumedIds: [], endedIds: [] } });
    expect(await alerts()).toHaveLength(2);
  });

  it('a restart at any moment leaves the same alerts as no restart', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 25 }), fc.nat(24), fc.constantFrom(0, 15), async (values, cut, persistenceS) => {
      const told = async (restartAfter: number) => {
        const world = setUp([{ ...rule, persistenceS }]);
        let deps = world.deps;
        for (const [i, value] of values.entries()) {
          await world.feed(i * 10, [reading(i * 10, value)], deps);
          if (i === restartAfter) deps = world.started(i * 10);
        }
        return world.events.map((event) => [event.type, event.stream, event.happenedAt]);
      };
      expect(await told(cut)).toEqual(await told(-1));
    }), { numRuns: 150 });
  });
});

describe('silence', () => {
  it('a watched sensor that falls silent is missed once, and its next reading ends that', async () => {
    const { deps, feed, alerts } = setUp();
    await feed(0, [reading(0, 1)]);
    await handleSilence(deps, system(60));
    expect(await alerts()).toHaveLength(0);
    await handleSilence(deps, system(61));
    await handleSilence(deps, system(120));
    expect(await alerts()).toMatchObject([{ kind: 'stale', ruleId: 'stale:gas-1', readingValue: null, observedAt: at(0), conditionActive: true }]);
    await feed(130, [reading(130, 1)]);
    expect(await alerts()).toMatchObject([{ conditionActive: false, conditionChangedAt: at(130) }]);
  });

  it('a sensor that no rule watches is not missed', async () => {
    const { deps, feed, alerts } = setUp([]);
    await feed(0, [reading(0, 1)]);
    await handleSilence(deps, system(999));
    expect(await alerts()).toHaveLength(0);
  });
});

describe('people answer', () => {
  async function raised() {
    const world = setUp();
    await world.feed(0, [reading(0, 22)]);
    return { ...world, alertId: (await world.alerts())[0]!.id };
  }

  it('S-327: the first of two answers stands, the second is told who was first', async () => {
    const { deps, alertId } = await raised();
    expect(await handleAcknowledgeAlert(deps, { alertId, seenVersion: 1 }, duty(5))).toMatchObject({ ok: true, value: { streamVersion: 2 } });
    expect(await handleAcknowledgeAlert(deps, { alertId }, duty(6))).toMatchObject({ ok: false, refusal: { code: 'ALERT_ANSWERED', params: { state: 'acknowledged', by: '值班员' } } });
    expect(await handleDismissAlert(deps, { alertId, reason: '误报', seenVersion: 1 }, duty(6))).toMatchObject({ ok: false, refusal: { code: 'LOG_VERSION_CONFLICT' } });
  });

  it('a dismissal needs a reason and a role; an unknown alert is named', async () => {
    const { deps, alertId, alerts } = await raised();
    expect(await handleDismissAlert(deps, { alertId, reason: '' }, duty(5))).toMatchObject({ ok: false, refusal: { code: 'ALERT_REASON_MISSING' } });
    expect(await handleDismissAlert(deps, { alertId, reason: '误报' }, testContext(at(5), { roles: ['responder'] }))).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
    expect(await handleDismissAlert(deps, { alertId, reason: '校准' }, duty(5))).toMatchObject({ ok: true });
    expect(await alerts()).toMatchObject([{ state: 'dismissed', dismissedReason: '校准', acknowledgedBy: '值班员' }]);
    expect(await handleAcknowledgeAlert(deps, { alertId: 'alert-x' }, duty(5))).toMatchObject({ ok: false, refusal: { code: 'ALERT_UNKNOWN' } });
  });

  it('S-327: nobody answers: it escalates at the due time, not before, and a limited number of times', async () => {
    const { deps, alertId, alerts } = await raised();
    expect(await handleEscalations(deps, system(59))).toEqual({ ok: true, value: [] });
    expect(await handleEscalations(deps, system(60))).toEqual({ ok: true, value: [alertId] });
    expect(await alerts()).toMatchObject([{ escalationCount: 1, acknowledgeDueAt: at(120) }]);
    for (let s = 120; s < 2000; s += 10) await handleEscalations(deps, system(s));
    expect(await alerts()).toMatchObject([{ escalationCount: ESCALATION_COUNT_MAX, state: 'new' }]);
  });

  it('an answered alert does not escalate', async () => {
    const { deps, alertId } = await raised();
    await handleAcknowledgeAlert(deps, { alertId }, duty(5));
    expect(await handleEscalations(deps, system(600))).toEqual({ ok: true, value: [] });
  });

  it('linking answers for the alert, once, and every prefix of the stream folds to a whole alert', async () => {
    const { deps, alertId, events, alerts } = await raised();
    const linked = decideLinkAlert((await alerts())[0]!, 'incident-1', duty(9));
    expect(linked.ok).toBe(true);
    if (linked.ok) await deps.log.append({ realm: 'real', recordedAt: at(9), appends: [{ stream: `alert:${alertId}`, expectedVersion: 1, events: linked.value }] });
    const body = foldAll(alertFold, events)!;
    expect(body).toMatchObject({ state: 'linked', incidentId: 'incident-1', acknowledgedAt: at(9) });
    expect(decideLinkAlert(body, 'incident-1', duty(9))).toEqual({ ok: true, value: [] });
    expect(decideLinkAlert(body, 'incident-2', duty(9))).toMatchObject({ ok: false, refusal: { code: 'ALERT_ANSWERED' } });
    expect(foldAll(alertFold, events.slice(1))).toBeUndefined();
  });
});
