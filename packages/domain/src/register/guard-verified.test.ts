import { describe, it, expect } from 'vitest';
import { documentFold, handleUploadDocument } from '../document/index.ts';
import { registers } from '../registers.ts';
import type { RecordBody } from './index.ts';
import { handleChangeRecord, handleCreateRecord, handleImportRecords, handleSeedRecords, handleVerifyRecord, recordFold } from './index.ts';
import { createFakeMemory, testContext, testIds } from './testing/fake-memory.ts';

const office = testContext(['industry'], undefined, 'org-office', 'wu');
const owner = testContext(['enterprise'], undefined, 'org-firm', 'zhao');
const rival = testContext(['enterprise'], undefined, 'org-rival', 'qian');
const duty = testContext(['duty'], undefined, 'org-duty', 'zhou');
const NOTHING = `sha256-${'0'.repeat(64)}`;
const PDF = new TextEncoder().encode('%PDF-1.7 sales');

async function world() {
  const memory = createFakeMemory([recordFold, documentFold]);
  const stored = new Map<string, { bytes: Uint8Array; mediaType: string }>();
  const artefacts = { put: async (bytes: Uint8Array, mediaType: string) => { const id = `sha256-${String(bytes.length).padStart(64, 'a')}`; stored.set(id, { bytes, mediaType }); return id; }, get: async (id: string) => stored.get(id) };
  const deps = { ...memory, artefacts, ids: testIds(), registers };
  const name = { zh: '海安', en: 'Haian' };
  const seeded = await handleSeedRecords(deps, [
    { registerId: 'organisations', records: ['org-firm', 'org-rival'].map((id) => ({ id, values: { name: { zh: id, en: id }, kindCode: 'enterprise' } })) },
    { registerId: 'enterprises', records: [{ id: 'firm', values: { name, creditCode: '91350100M000100Y43', organisationId: 'org-firm', fieldCode: 'rescue' } }] },
    { registerId: 'vessels', records: [{ id: 'boat', values: { name, kindCode: 'tug', organisationId: 'org-firm', position: [122, 30], draughtM: 2, airDraughtM: 5, serviceSpeedMps: 5, musterDurationS: 60, waveHeightMMax: 2, windSpeedMpsMax: 15, payloadKg: 1 } }] },
  ], testContext(['admin']));
  if (!seeded.ok) throw new Error(JSON.stringify(seeded.refusal));
  const uploaded = await handleUploadDocument(deps, { name: 'sales.pdf', bytes: PDF }, owner);
  if (!uploaded.ok) throw new Error(uploaded.refusal.code);
  const years = async () => ((await memory.views.find<RecordBody>('real', 'record', 'enterprises/firm'))?.body.values['years'] ?? []) as unknown as readonly Record<string, unknown>[];
  const set = (rows: readonly object[], who = owner) => handleChangeRecord(deps, { registerId: 'enterprises', id: 'firm', values: { years: rows } }, who);
  return { deps, documentId: uploaded.value.id, years, set };
}

const problemsOf = (result: unknown) => ((result as { refusal?: { problems?: readonly { code: string; fieldId: string }[]; code: string } }).refusal?.problems ?? []).map((one) => `${one.fieldId} ${one.code}`);

describe('what an owner may not say of itself', () => {
  it('S-209: an enterprise cannot mark its own sales as verified, by form, by a new record or by import', async () => {
    const { deps, documentId, set } = await world();
    const forged = { yearIndex: 2025, salesFen: 60_000_000_000, verified: true, verifiedBy: 'Wu', documentId };
    expect(problemsOf(await set([forged]))).toEqual(['years[0].verified REGISTER_FIELD_VERIFY_FORBIDDEN']);
    const values = { name: { zh: '新', en: 'New' }, creditCode: '91330902AA0000018F', organisationId: 'org-firm', fieldCode: 'rescue', years: [forged] };
    expect(problemsOf(await handleCreateRecord(deps, { registerId: 'enterprises', values }, owner))).toEqual(['years[0].verified REGISTER_FIELD_VERIFY_FORBIDDEN']);
    const row = { id: 'firm', state: null, values: { creditCode: '91350100M000100Y43', years: [forged] } };
    expect(await handleImportRecords(deps, { registerId: 'enterprises', rows: [row], dryRun: false }, owner)).toMatchObject({ value: { changedCount: 0, refused: [{ problems: [{ code: 'REGISTER_FIELD_VERIFY_FORBIDDEN' }] }] } });
  });

  it('S-209: the office verifies only with a document that is really kept, and its own name is written', async () => {
    const { documentId, set, years } = await world();
    const row = { yearIndex: 2025, salesFen: 60_000_000_000, verified: true };
    expect(problemsOf(await set([row], office))).toEqual(['years[0].documentId REGISTER_FIELD_VERIFY_UNPROVED']);
    expect(problemsOf(await set([{ ...row, documentId: NOTHING }], office))).toEqual(['years[0].documentId REGISTER_FIELD_DOCUMENT']);
    expect(await set([{ ...row, documentId, verifiedBy: 'somebody else' }], office)).toMatchObject({ ok: true });
    expect(await years()).toMatchObject([{ verified: true, verifiedBy: 'wu', documentId }]);
  });

  it('S-209: a verified figure that its owner changes is unverified again, remembers it, and cannot be taken out', async () => {
    const { documentId, set, years } = await world();
    await set([{ yearIndex: 2025, salesFen: 1, verified: true, documentId }], office);
    expect(problemsOf(await set([{ yearIndex: 2024, salesFen: 9, verified: false }]))).toEqual(['years REGISTER_FIELD_VERIFIED_KEPT']);
    expect(await set([{ yearIndex: 2025, salesFen: 1, verified: true, documentId }, { yearIndex: 2026, salesFen: 5, verified: false }])).toMatchObject({ ok: true });
    expect(await years()).toMatchObject([{ verified: true, verifiedBy: 'wu' }, { verified: false }]);
    expect(await set([{ yearIndex: 2025, salesFen: 99_000_000_000, verified: true, verifiedBy: 'wu', documentId }, { yearIndex: 2026, salesFen: 5, verified: false }])).toMatchObject({ ok: true });
    expect(await years()).toMatchObject([{ salesFen: 99_000_000_000, verified: false, verifiedBy: null, changedSinceVerified: true }, { verified: false }]);
    expect(problemsOf(await set([{ yearIndex: 2026, salesFen: 5, verified: false }]))).toEqual(['years REGISTER_FIELD_VERIFIED_KEPT']);
  });

  it('a person of the owner with the verifying role verifies nothing of its own', async () => {
    const { documentId, set } = await world();
    const both = testContext(['industry'], undefined, 'org-firm', 'li');
    expect(problemsOf(await set([{ yearIndex: 2025, salesFen: 1, verified: true, documentId }], both))).toEqual(['years[0].verified REGISTER_FIELD_VERIFY_FORBIDDEN']);
  });

  it('a document of another firm cannot be attached by knowing its id', async () => {
    const { deps, documentId } = await world();
    const values = { name: { zh: '乙', en: 'B' }, creditCode: '91330902AA0000018F', organisationId: 'org-rival', fieldCode: 'rescue', years: [{ yearIndex: 2025, salesFen: 1, verified: false, documentId }] };
    expect(problemsOf(await handleCreateRecord(deps, { registerId: 'enterprises', values }, rival))).toEqual(['years[0].documentId REGISTER_FIELD_DOCUMENT']);
  });

  it('an owner does not call its record verified, and loses the word with a change', async () => {
    const { deps } = await world();
    const change = (values: object, who = owner) => handleChangeRecord(deps, { registerId: 'vessels', id: 'boat', values: values as Record<string, unknown> }, who);
    expect(problemsOf(await change({ confidenceCode: 'verified' }))).toEqual(['confidenceCode REGISTER_FIELD_VERIFY_FORBIDDEN']);
    expect(await change({ confidenceCode: 'verified' }, testContext(['dispatcher'], undefined, 'org-duty'))).toMatchObject({ ok: true });
    await change({ serviceSpeedMps: 20 });
    expect((await deps.views.find<RecordBody>('real', 'record', 'vessels/boat'))?.body.values).toMatchObject({ serviceSpeedMps: 20, confidenceCode: 'unsure' });
  });
});

describe('an approval that the office enters is verified in another role', () => {
  async function indicator() {
    const { deps, documentId } = await world();
    const seeded = await handleSeedRecords(deps, [{ registerId: 'indicators', records: [{ id: 'base', values: { name: { zh: '基地', en: 'Base' }, formulaCode: 'approved-national-bases', targetCountMin: 1, dueOn: '2020-12-31', clauseText: '二', approvals: [] } }] }], testContext(['admin']));
    if (!seeded.ok) throw new Error(JSON.stringify(seeded.refusal));
    const row = (part: object = {}) => ({ title: '批复', approvedOn: '2020-06-01', documentId, verified: false, ...part });
    const set = (who: typeof office, rows: readonly object[]) => handleChangeRecord(deps, { registerId: 'indicators', id: 'base', values: { approvals: rows } }, who);
    const rows = async () => ((await deps.views.find<RecordBody>('real', 'record', 'indicators/base'))?.body.values['approvals'] ?? []) as unknown as readonly Record<string, unknown>[];
    return { row, set, rows };
  }
  const forbidden = ['approvals[0].verified REGISTER_FIELD_VERIFY_FORBIDDEN'];
  const head = testContext(['commander'], undefined, 'org-city', 'zhou-head');

  it('S-208: neither the office nor who wrote the row nor another of the same role verifies it', async () => {
    const { row, set, rows } = await indicator();
    expect(problemsOf(await set(office, [row({ verified: true })]))).toEqual(forbidden);
    expect(problemsOf(await set(head, [row({ verified: true })]))).toEqual(forbidden);
    const admin = testContext(['admin'], undefined, 'org-a', 'admin-one');
    expect(await set(admin, [row({ writtenById: 'somebody', writtenRoles: 'industry' })])).toMatchObject({ ok: true });
    expect(problemsOf(await set(admin, [row({ verified: true })]))).toEqual(forbidden);
    expect(problemsOf(await set(testContext(['admin'], undefined, 'org-b', 'admin-two'), [row({ verified: true })]))).toEqual(forbidden);
    expect(await set(head, [row({ verified: true })])).toMatchObject({ ok: true });
    expect(await rows()).toMatchObject([{ verified: true, verifiedBy: 'zhou-head' }]);
  });

  it('S-208: a verified approval that the office changes is unverified again and cannot be taken out', async () => {
    const { row, set, rows } = await indicator();
    await set(office, [row()]);
    expect(problemsOf(await set(head, [row({ verified: true, approvedOn: '2020-05-01' })]))).toEqual(forbidden);
    expect(await set(head, [row({ verified: true })])).toMatchObject({ ok: true });
    expect(problemsOf(await set(office, []))).toEqual(['approvals REGISTER_FIELD_VERIFIED_KEPT']);
    await set(office, [row({ verified: true, approvedOn: '2019-01-01' })]);
    expect(await rows()).toMatchObject([{ verified: false, verifiedBy: null, changedSinceVerified: true, approvedOn: '2019-01-01' }]);
  });
});

describe('a unit is reported by its owner and verified by the desk', () => {
  it('the desk verifies, the owner never, and any later change takes it back', async () => {
    const { deps } = await world();
    const verify = (who: typeof duty, note = '电话核对') => handleVerifyRecord(deps, { registerId: 'vessels', id: 'boat', note }, who);
    const verification = async () => (await deps.views.find<RecordBody>('real', 'record', 'vessels/boat'))?.body.verification;
    expect(await verify(owner)).toMatchObject({ refusal: { code: 'REGISTER_VERIFY_FORBIDDEN' } });
    expect(await verify(testContext(['dispatcher'], undefined, 'org-firm'))).toMatchObject({ refusal: { code: 'REGISTER_VERIFY_OWN' } });
    expect(await verify(duty, ' ')).toMatchObject({ refusal: { code: 'REGISTER_REASON_MISSING' } });
    expect(await verify(duty)).toMatchObject({ ok: true });
    expect(await verification()).toMatchObject({ by: 'zhou', note: '电话核对' });
    await handleChangeRecord(deps, { registerId: 'vessels', id: 'boat', values: { serviceSpeedMps: 12 } }, owner);
    expect(await verification()).toBeNull();
  });

  it('a register whose rows are verified one by one has no verdict over the whole', async () => {
    const { deps } = await world();
    expect(await handleVerifyRecord(deps, { registerId: 'enterprises', id: 'firm', note: 'x' }, office)).toMatchObject({ refusal: { code: 'REGISTER_VERIFY_UNKNOWN' } });
  });
});
