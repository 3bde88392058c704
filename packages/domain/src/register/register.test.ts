import { describe, it, expect } from 'vitest';
import { instant } from '@anlan/kernel';
import { registers } from '../registers.ts';
import {
  checkHeader, decodeFeature, decodeRow, defineRegister, describeRegister, encodeFeature, encodeRow, handleChangeRecord, handleCreateRecord,
  handleImportRecords, handleSeedRecords, handleTransitionRecord, listExpiring, listRecords, codeEntry, readNewValues, recordFold, recordHistory, recordKey,
  recordStream, registerJsonSchema, searchText, stateEntry, tableColumns, valuesToWire, visibleValues,
} from './index.ts';
import type { RecordBody, RegisterDeps } from './index.ts';
import { createFakeMemory, later, testContext, testIds } from './testing/fake-memory.ts';

const pumps = defineRegister({
  id: 'pumps',
  titles: { zh: '泵', en: 'Pumps' },
  room: 'readiness/reserves',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  holdingField: 'openingValue',
  importKey: 'serial',
  edit: { roles: ['admin'], ownRoles: ['enterprise'] },
  visibleTo: ['admin', 'enterprise', 'duty'],
  personalVisibleTo: ['admin'],
  states: [stateEntry('ready', '可用', 'ready'), stateEntry('broken', '故障', 'broken')],
  transitions: [{ from: 'ready', to: 'broken', roles: [] }, { from: 'broken', to: 'ready', roles: ['admin'] }],
  expiry: [{ field: 'testedUntilAt', remindDays: 30 }],
  rules: [{ code: 'PUMPS_TOO_SMALL', field: 'flowM3PerHour', holds: (values) => values['kindCode'] !== 'large' || (values['flowM3PerHour'] as number) >= 100 }],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'serial', titles: { zh: '编号', en: 'Serial' }, type: 'text', required: true, searchable: true, fixed: true, pattern: 'P-\\d+' },
    { id: 'kindCode', titles: { zh: '类别', en: 'Kind' }, type: 'code', required: true, searchable: true, codeList: [codeEntry('small', '小型', 'small'), codeEntry('large', '大型', 'large')] },
    { id: 'organisationId', titles: { zh: '单位', en: 'Owner' }, type: 'relation', register: 'owners' },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'flowM3PerHour', titles: { zh: '流量', en: 'Flow' }, type: 'number', min: 1, max: 2000, required: true, unitCode: 'm3/h' },
    { id: 'openingValue', titles: { zh: '数量', en: 'Quantity' }, type: 'number', min: 0, required: true, fixed: true },
    { id: 'priceFen', titles: { zh: '价格', en: 'Price' }, type: 'money', min: 0 },
    { id: 'boughtOn', titles: { zh: '购入', en: 'Bought' }, type: 'date' },
    { id: 'testedUntilAt', titles: { zh: '检验至', en: 'Tested until' }, type: 'instant' },
    { id: 'electric', titles: { zh: '电动', en: 'Electric' }, type: 'boolean' },
    { id: 'uses', titles: { zh: '用途', en: 'Uses' }, type: 'list', itemType: 'text' },
    { id: 'tests', titles: { zh: '试验', en: 'Tests' }, type: 'rows', fields: [{ id: 'doneOn', titles: { zh: '日期', en: 'Day' }, type: 'date', required: true }, { id: 'pressurePa', titles: { zh: '压力', en: 'Pressure' }, type: 'number', min: 0 }] },
    { id: 'keeperPhone', titles: { zh: '保管人电话', en: 'Keeper' }, type: 'text', personal: true, searchable: true },
    { id: 'countedValue', titles: { zh: '盘点', en: 'Counted' }, type: 'number', system: true },
  ],
});
const owners = defineRegister({
  id: 'owners', titles: { zh: '单位', en: 'Owners' }, room: 'readiness/forces', titleField: 'name', importKey: 'id', edit: { roles: ['admin'], ownRoles: [] }, visibleTo: 'everyone',
  fields: [{ id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'text', required: true, searchable: true }],
});

const good = {
  name: { zh: '岙山一号泵', en: 'Aoshan pump 1' }, serial: 'P-1', kindCode: 'small', position: [122.15, 29.94], flowM3PerHour: 50, openingValue: 3, priceFen: 120050,
  boughtOn: '2024-02-29', testedUntilAt: '2026-12-01T00:00:00+08:00', electric: true, uses: ['排水', '消防'], tests: [{ doneOn: '2025-01-02', pressurePa: 5e5 }], keeperPhone: '13800000000',
};
const admin = testContext(['admin']);

function room() {
  const memory = createFakeMemory([recordFold]);
  const deps: RegisterDeps = { ...memory, ids: testIds(), registers: [pumps, owners] };
  return { ...memory, deps, body: async (id: string) => (await memory.views.find<RecordBody>('real', 'record', recordKey('pumps', id)))?.body };
}

describe('register: validation', () => {
  it('tells every problem of a record at once, each with its code and field', () => {
    const read = readNewValues(pumps, { ...good, name: { zh: '', en: 'x' }, serial: 'X', kindCode: 'huge', position: [122, 95], flowM3PerHour: 0, priceFen: 1.5, boughtOn: '2023-02-29', testedUntilAt: '2026-12-01', extra: 1, countedValue: 2, tests: [{ pressurePa: -1 }] });
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.refusal.problems.map((problem) => [problem.fieldId, problem.code])).toEqual([
      ['extra', 'REGISTER_FIELD_UNKNOWN'], ['countedValue', 'REGISTER_FIELD_SYSTEM'], ['name', 'REGISTER_FIELD_TYPE'], ['serial', 'REGISTER_FIELD_PATTERN'], ['kindCode', 'REGISTER_FIELD_CODE'],
      ['position', 'REGISTER_FIELD_TYPE'], ['flowM3PerHour', 'REGISTER_FIELD_RANGE'], ['priceFen', 'REGISTER_FIELD_TYPE'], ['boughtOn', 'REGISTER_FIELD_TYPE'],
      ['testedUntilAt', 'REGISTER_FIELD_TYPE'], ['tests[0].doneOn', 'REGISTER_FIELD_MISSING'], ['tests[0].pressurePa', 'REGISTER_FIELD_RANGE'],
    ]);
  });

  it('reads instants from ISO text with an offset and keeps every declared field, null when empty', () => {
    const read = readNewValues(pumps, good);
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    expect(read.value['testedUntilAt']).toBe(instant('2026-11-30T16:00:00Z'));
    expect(read.value['organisationId']).toBeNull();
    expect(Object.keys(read.value)).toEqual(pumps.fields.map((field) => field.id));
  });

  it('a rule between fields is judged once the fields are right', () => {
    const read = readNewValues(pumps, { ...good, kindCode: 'large' });
    expect(!read.ok && read.refusal.problems).toEqual([{ fieldId: 'flowM3PerHour', code: 'PUMPS_TOO_SMALL', params: { field: 'flowM3PerHour' } }]);
  });
});

describe('register: records', () => {
  it('keeps history, refuses the later of two edits, opens the holding of a new record', async () => {
    const { deps, log, body, views } = room();
    expect(await handleCreateRecord(deps, { registerId: 'pumps', id: 'pump-1', values: good }, admin)).toMatchObject({ ok: true, value: { id: 'pump-1', streamVersion: 1 } });
    expect(await views.findHolding('real', 'pumps/pump-1')).toMatchObject({ onHandValue: 3, heldValue: 0 });
    expect(await handleCreateRecord(deps, { registerId: 'pumps', id: 'pump-1', values: good }, admin)).toMatchObject({ refusal: { code: 'REGISTER_RECORD_EXISTS' } });
    expect(await handleChangeRecord(deps, { registerId: 'pumps', id: 'pump-1', values: { flowM3PerHour: 60 }, seenVersion: 1 }, later(admin, 60))).toMatchObject({ ok: true, value: { streamVersion: 2 } });
    expect(await handleChangeRecord(deps, { registerId: 'pumps', id: 'pump-1', values: { flowM3PerHour: 70 }, seenVersion: 1 }, admin)).toMatchObject({ refusal: { code: 'LOG_VERSION_CONFLICT' } });
    expect((await body('pump-1'))?.values['flowM3PerHour']).toBe(60);
    const history = recordHistory(await log.readStream('real', recordStream('pumps', 'pump-1')));
    expect(history[1]).toMatchObject({ reason: null, changes: [{ fieldId: 'flowM3PerHour', from: 50, to: 60 }] });
    await handleTransitionRecord(deps, { registerId: 'pumps', id: 'pump-1', to: 'archived', reason: ' 已报废 ' }, admin);
    expect(recordHistory(await log.readStream('real', recordStream('pumps', 'pump-1'))).at(-1)).toMatchObject({ reason: '已报废', changes: [{ fieldId: 'archived', from: false, to: true }] });
  });

  it('a fixed field and a system field cannot be edited, an unchanged one may be sent back', async () => {
    const { deps } = room();
    await handleCreateRecord(deps, { registerId: 'pumps', id: 'pump-1', values: good }, admin);
    const change = (values: Record<string, unknown>) => handleChangeRecord(deps, { registerId: 'pumps', id: 'pump-1', values }, admin);
    expect(await change({ serial: 'P-2' })).toMatchObject({ refusal: { problems: [{ code: 'REGISTER_FIELD_FIXED' }] } });
    expect(await change({ countedValue: 9 })).toMatchObject({ refusal: { problems: [{ code: 'REGISTER_FIELD_SYSTEM' }] } });
    expect(await change({ ...good })).toMatchObject({ ok: true, value: { streamVersion: 1 } });
  });

  it('a relation must point at a record that exists', async () => {
    const { deps } = room();
    const values = { ...good, organisationId: 'org-a' };
    expect(await handleCreateRecord(deps, { registerId: 'pumps', values }, admin)).toMatchObject({ refusal: { problems: [{ fieldId: 'organisationId', code: 'REGISTER_FIELD_RELATION' }] } });
    await handleCreateRecord(deps, { registerId: 'owners', id: 'org-a', values: { name: 'A' } }, admin);
    expect(await handleCreateRecord(deps, { registerId: 'pumps', values }, admin)).toMatchObject({ ok: true });
  });

  it('S-451: an owner edits its own records and no others, and cannot give one away', async () => {
    const { deps } = room();
    for (const id of ['org-a', 'org-b']) await handleCreateRecord(deps, { registerId: 'owners', id, values: { name: id } }, admin);
    const firm = testContext(['enterprise'], undefined, 'org-a');
    expect(await handleCreateRecord(deps, { registerId: 'pumps', id: 'own', values: { ...good, organisationId: 'org-a' } }, firm)).toMatchObject({ ok: true });
    expect(await handleCreateRecord(deps, { registerId: 'pumps', id: 'other', values: { ...good, organisationId: 'org-b' } }, firm)).toMatchObject({ refusal: { code: 'REGISTER_EDIT_FORBIDDEN' } });
    expect(await handleChangeRecord(deps, { registerId: 'pumps', id: 'own', values: { organisationId: 'org-b' } }, firm)).toMatchObject({ refusal: { code: 'REGISTER_EDIT_FORBIDDEN' } });
    expect(await handleChangeRecord(deps, { registerId: 'pumps', id: 'own', values: { electric: false } }, testContext(['enterprise'], undefined, 'org-b'))).toMatchObject({ refusal: { code: 'REGISTER_EDIT_FORBIDDEN' } });
    expect(await handleChangeRecord(deps, { registerId: 'pumps', id: 'own', values: { electric: false } }, testContext(['duty']))).toMatchObject({ refusal: { code: 'REGISTER_EDIT_FORBIDDEN' } });
    expect(await handleChangeRecord(deps, { registerId: 'pumps', id: 'own', values: { electric: false } }, testContext(['responder']))).toMatchObject({ refusal: { code: 'REGISTER_NOT_VISIBLE' } });
  });

  it('moves only along declared transitions; a record is put away with a reason, never deleted', async () => {
    const { deps, body } = room();
    await handleCreateRecord(deps, { registerId: 'pumps', id: 'pump-1', values: good }, admin);
    const move = (to: string, reason = '') => handleTransitionRecord(deps, { registerId: 'pumps', id: 'pump-1', to, reason }, admin);
    expect(await move('scrapped')).toMatchObject({ refusal: { code: 'REGISTER_TRANSITION_UNKNOWN' } });
    expect(await move('broken')).toMatchObject({ ok: true });
    expect(await move('archived')).toMatchObject({ refusal: { code: 'REGISTER_REASON_MISSING' } });
    expect(await move('archived', '报废')).toMatchObject({ ok: true });
    expect(await move('ready')).toMatchObject({ refusal: { code: 'REGISTER_RECORD_ARCHIVED' } });
    expect(await body('pump-1')).toMatchObject({ archived: true, archivedReason: '报废', state: 'broken' });
    expect(await move('restored', '误操作')).toMatchObject({ ok: true });
    expect(await body('pump-1')).toMatchObject({ archived: false });
  });
});

describe('register: what an order holds', () => {
  it('is not put away under the order, and leaves readiness only with a reason that its history shows', async () => {
    const { deps, log, events } = room();
    await handleCreateRecord(deps, { registerId: 'pumps', id: 'pump-1', values: good }, admin);
    const move = (to: string, reason = '') => handleTransitionRecord(deps, { registerId: 'pumps', id: 'pump-1', to, reason }, admin);
    const holds = async (step: 'hold' | 'release', expectedVersion: number) => {
      const event = { type: `order.${step}`, payload: {}, happenedAt: admin.now, actor: admin.actor, basis: [], moves: [{ holdingId: recordKey('pumps', 'pump-1'), move: step, quantityValue: 2 }] };
      await log.append({ realm: 'real', recordedAt: admin.now, appends: [{ stream: 'order:order-1', expectedVersion, events: [event] }] });
    };
    await holds('hold', 0);
    expect(await move('archived', '报废')).toMatchObject({ refusal: { code: 'REGISTER_RECORD_HELD', params: { heldValue: 2 } } });
    expect(await move('broken', ' ')).toMatchObject({ refusal: { code: 'REGISTER_HELD_REASON_MISSING' } });
    expect(await move('broken', '主机故障')).toMatchObject({ ok: true });
    expect(recordHistory(events.filter(({ stream }) => stream === recordStream('pumps', 'pump-1'))).at(-1)).toMatchObject({ reason: '主机故障', changes: [{ fieldId: 'state', to: 'broken' }] });
    expect(await move('ready')).toMatchObject({ ok: true });
    await holds('release', 1);
    expect(await move('broken')).toMatchObject({ ok: true });
    expect(await move('archived', '报废')).toMatchObject({ ok: true });
  });
});

describe('register: seed', () => {
  const seed = [{ registerId: 'owners', records: [{ id: 'org-a', values: { name: 'A' } }] }, { registerId: 'pumps', records: [{ id: 'pump-1', values: { ...good, organisationId: 'org-a' } }] }];

  it('S-451: the same seed twice changes nothing; a person\'s change is kept', async () => {
    const { deps, events, body } = room();
    expect(await handleSeedRecords(deps, seed, admin)).toMatchObject({ ok: true, value: { createdCount: 2 } });
    const count = events.length;
    expect(await handleSeedRecords(deps, seed, later(admin, 60))).toMatchObject({ ok: true, value: { unchangedCount: 2, createdCount: 0 } });
    expect(events.length).toBe(count);
    const newer = [{ registerId: 'pumps', records: [{ id: 'pump-1', values: { ...good, organisationId: 'org-a', flowM3PerHour: 55 } }] }];
    expect(await handleSeedRecords(deps, newer, admin)).toMatchObject({ value: { changedCount: 1 } });
    await handleChangeRecord(deps, { registerId: 'pumps', id: 'pump-1', values: { flowM3PerHour: 99 } }, admin);
    expect(await handleSeedRecords(deps, seed, admin)).toMatchObject({ value: { keptCount: 1 } });
    expect((await body('pump-1'))?.values['flowM3PerHour']).toBe(99);
  });

  it('a faulty record refuses the whole seed and is named', async () => {
    const { deps, events } = room();
    const refused = await handleSeedRecords(deps, [{ registerId: 'pumps', records: [{ id: 'pump-1', values: good }, { id: 'pump-2', values: { ...good, flowM3PerHour: -1 } }] }], admin);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'REGISTER_RECORD_INVALID', params: { fieldId: 'pumps/pump-2: flowM3PerHour' } } });
    expect(events).toHaveLength(0);
  });
});

describe('register: reading', () => {
  it('searches words in any order over names, codes and initials, never over personal fields', async () => {
    const { deps } = room();
    await handleCreateRecord(deps, { registerId: 'pumps', id: 'pump-1', values: good }, admin);
    await handleCreateRecord(deps, { registerId: 'pumps', id: 'pump-2', values: { ...good, name: { zh: '六横泵', en: 'Liuheng' }, serial: 'P-2' } }, admin);
    const found = async (search: string) => {
      const page = await listRecords(deps, { registerId: 'pumps', search, initials: (text) => (text.includes('六横') ? 'lhb' : '') }, admin);
      return page.ok ? page.value.records.map((view) => view.body.id) : page;
    };
    expect(await found('岙山')).toEqual(['pump-1']);
    expect(await found('PUMP aoshan')).toEqual(['pump-1']);
    expect(await found('小型')).toEqual(['pump-1', 'pump-2']);
    expect(await found('LHB')).toEqual(['pump-2']);
    expect(await found('138')).toEqual([]);
    expect(await listRecords(deps, { registerId: 'pumps' }, testContext(['responder']))).toMatchObject({ refusal: { code: 'REGISTER_NOT_VISIBLE' } });
  });

  it('S-451: personal fields are shown to those who may call, and to the owner', async () => {
    const read = readNewValues(pumps, { ...good, organisationId: 'org-a' });
    if (!read.ok) throw new Error('unreadable');
    expect(visibleValues(pumps, read.value, admin.actor)).toHaveProperty('keeperPhone');
    expect(visibleValues(pumps, read.value, testContext(['duty'], undefined, 'org-b').actor)).not.toHaveProperty('keeperPhone');
    expect(visibleValues(pumps, read.value, testContext(['enterprise'], undefined, 'org-a').actor)).toHaveProperty('keeperPhone');
  });

  it('reminds from the first due instant and says expired on the very instant', async () => {
    const { deps, views } = room();
    await handleCreateRecord(deps, { registerId: 'pumps', id: 'pump-1', values: good }, admin);
    const list = await views.list<RecordBody>({ realm: 'real', kind: 'record', idPrefix: 'pumps/' });
    expect(listExpiring(pumps, list, instant('2026-10-31T15:59:59Z'))).toEqual([]);
    expect(listExpiring(pumps, list, instant('2026-10-31T16:00:00Z'))).toMatchObject([{ id: 'pump-1', expired: false }]);
    expect(listExpiring(pumps, list, instant('2026-11-30T16:00:00Z'))).toMatchObject([{ expired: true }]);
  });

  it('describes itself as plain data and as a JSON schema', () => {
    const plain = describeRegister(pumps, admin.actor);
    expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
    expect(plain).toMatchObject({ geometry: 'point', mayEdit: true, hasHolding: true, expiryFieldId: 'testedUntilAt', expiry: [{ fieldId: 'testedUntilAt', remindDays: 30 }] });
    const schema = registerJsonSchema(pumps) as unknown as { required: string[]; properties: Record<string, unknown> };
    expect(schema.required).toEqual(['name', 'serial', 'kindCode', 'position', 'flowM3PerHour', 'openingValue']);
    expect(schema.properties['countedValue']).toMatchObject({ readOnly: true });
  });
});

describe('register: tables', () => {
  it('S-451: a record survives the way through a table and through GeoJSON', async () => {
    const { deps, body } = room();
    await handleCreateRecord(deps, { registerId: 'pumps', id: 'pump-1', values: good }, admin);
    const record = await body('pump-1');
    if (record === undefined) throw new Error('no record');
    const header = tableColumns(pumps).map((column) => column.key);
    const cells = encodeRow(pumps, record).map((cell) => (cell === null ? '' : String(cell)));
    const back = decodeRow(pumps, header, cells);
    const feature = decodeFeature(pumps, JSON.parse(JSON.stringify(encodeFeature(pumps, record))));
    for (const row of [back, feature]) {
      expect(row).toMatchObject({ id: 'pump-1', state: 'ready' });
      const read = readNewValues(pumps, row.values);
      expect(read.ok && read.value).toEqual(record.values);
    }
    expect(valuesToWire(pumps, record.values)['testedUntilAt']).toBe('2026-11-30T16:00:00.000Z');
  });

  it('an import judges row by row, knows its key, and a dry run writes nothing', async () => {
    const { deps, events } = room();
    const header = ['serial', 'name.zh', 'name.en', 'kindCode', 'position.lonDeg', 'position.latDeg', 'flowM3PerHour', 'openingValue'];
    expect(checkHeader(pumps, [...header, 'colour'])).toMatchObject({ refusal: { code: 'REGISTER_TABLE_COLUMN_UNKNOWN', params: { column: 'colour' } } });
    const rows = [['P-1', '泵', 'pump', 'small', '122', '30', '5', '1'], ['P-2', '泵', 'pump', 'small', 'east', '30', '0', '1'], ['P-1', '泵', 'pump', 'small', '122', '30', '5', '1'], ['', '泵', 'pump', 'small', '122', '30', '5', '1']].map((cells) => decodeRow(pumps, header, cells));
    const dry = await handleImportRecords(deps, { registerId: 'pumps', rows, dryRun: true }, admin);
    expect(events).toHaveLength(0);
    const done = await handleImportRecords(deps, { registerId: 'pumps', rows, dryRun: false }, admin);
    for (const answer of [dry, done]) {
      expect(answer).toMatchObject({ ok: true, value: { createdCount: 1, refused: [{ rowIndex: 1, problems: [{ code: 'REGISTER_FIELD_TYPE' }, { code: 'REGISTER_FIELD_RANGE' }] }, { rowIndex: 2, problems: [{ code: 'REGISTER_TABLE_KEY_DOUBLED' }] }, { rowIndex: 3, problems: [{ code: 'REGISTER_TABLE_KEY_MISSING' }] }] } });
    }
    expect(await handleImportRecords(deps, { registerId: 'pumps', rows: rows.slice(0, 1), dryRun: false }, admin)).toMatchObject({ value: { unchangedCount: 1 } });
  });
});

describe('the registers', () => {
  it('S-451: ids are unique and every relation names a register of the house', () => {
    const ids = registers.map((register) => register.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(25);
    const named = registers.flatMap((register) => register.fields.map((field) => field.register)).filter((id) => id !== undefined);
    for (const id of named) expect(ids).toContain(id);
  });

  it('search text of any register is made without its personal fields', () => {
    const contact = registers.find((register) => register.id === 'contacts');
    const body = { id: 'c-1', values: { post: { zh: '值班长', en: 'Duty head' }, personName: '某某', phone: '1' } } as unknown as RecordBody;
    expect(contact !== undefined && searchText(contact, body)).toBe('c-1\n值班长\nduty head');
  });
});
