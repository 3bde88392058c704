import { describe, it, expect } from 'vitest';
import { handleChangeRecord, handleSeedRecords, handleTransitionRecord, recordFold } from '../register/index.ts';
import { createFakeMemory, testContext, testIds } from '../register/testing/fake-memory.ts';
import { registers } from '../registers.ts';
import type { RegisterDeps } from '../register/index.ts';
import { belongingFor } from './belonging-for-tests.ts';
import type { AlertBody } from './index.ts';
import { alertFold, alertsOfSensorChange, buildQueue } from './index.ts';

const owner = testContext(['enterprise'], undefined, 'org-firm', '赵平');

async function world() {
  const memory = createFakeMemory([recordFold, alertFold]);
  const belonging = belongingFor({ 'sensors/gas-1': 'org-firm' });
  const alongside: NonNullable<RegisterDeps['alongside']> = async (register, ...rest) => (register.id === 'sensors' ? alertsOfSensorChange(belonging, ...rest) : []);
  const deps = { ...memory, ids: testIds(), registers, alongside };
  await handleSeedRecords(deps, [
    { registerId: 'organisations', records: [{ id: 'org-firm', values: { name: { zh: 'a', en: 'a' }, kindCode: 'enterprise' } }] },
    { registerId: 'sensors', records: [{ id: 'gas-1', values: { name: { zh: '可燃气体', en: 'Gas' }, quantity: 'gas', unitCode: '%LEL', position: [122, 30], organisationId: 'org-firm', updateContract: 'periodic', staleAfterS: 60, validMinValue: 0, validMaxValue: 100, simulated: false } }] },
  ], testContext(['admin']));
  const alerts = async () => memory.views.list<AlertBody>({ realm: 'real', kind: 'alert' });
  return { deps, memory, alerts };
}

describe('rule sensor-withdrawn', () => {
  it('S-445 S-001: a sensor switched off by its owner stands in the queue with who and why', async () => {
    const { deps, alerts } = await world();
    const off = (reason: string) => handleTransitionRecord(deps, { registerId: 'sensors', id: 'gas-1', to: 'not-connected', reason }, owner);
    expect(await off(' ')).toMatchObject({ refusal: { code: 'REGISTER_REASON_MISSING' } });
    expect(await alerts()).toHaveLength(0);
    expect(await off('检修')).toMatchObject({ ok: true });
    const found = await alerts();
    expect(found.map((view) => view.body)).toMatchObject([{ kind: 'withdrawn', sensorId: 'gas-1', ruleId: 'sensor-withdrawn:gas-1', state: 'new', owner: { organisationId: 'org-firm', basis: 'sensor' }, county: { divisionCode: '330902' }, withdrawal: { by: '赵平', organisationId: 'org-firm', reason: '检修', how: 'switched-off' } }]);
    const rows = buildQueue({ alerts: found, reports: [], incidents: [], orders: [], now: owner.now });
    expect(rows).toMatchObject([{ section: 'new', sounding: true, detail: { zh: '赵平停用了传感器：检修', en: 'Sensor switched off by 赵平: 检修' } }]);
  });

  it('S-445: limits under which it would never speak are the same; a new name is not', async () => {
    const { deps, alerts } = await world();
    await handleChangeRecord(deps, { registerId: 'sensors', id: 'gas-1', values: { name: { zh: '新名', en: 'New' } } }, owner);
    expect(await alerts()).toHaveLength(0);
    await handleChangeRecord(deps, { registerId: 'sensors', id: 'gas-1', values: { staleAfterS: 604_800 } }, owner);
    expect((await alerts()).map((view) => view.body.withdrawal)).toMatchObject([{ how: 'limits-changed', reason: 'staleAfterS 60 → 604800' }]);
  });

  it('S-445: the alert and the change are one append: a refused change raises nothing', async () => {
    const { deps, alerts, memory } = await world();
    expect(await handleTransitionRecord(deps, { registerId: 'sensors', id: 'gas-1', to: 'not-connected', reason: '检修', seenVersion: 9 }, owner)).toMatchObject({ refusal: { code: 'LOG_VERSION_CONFLICT' } });
    expect(await alerts()).toHaveLength(0);
    expect(await handleTransitionRecord(deps, { registerId: 'sensors', id: 'gas-1', to: 'archived', reason: '拆除' }, owner)).toMatchObject({ ok: true });
    expect(memory.events.slice(-2).map((event) => event.type)).toEqual(['record.archived', 'alert.raised']);
  });
});
