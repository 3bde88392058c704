import { describe, expect, it } from 'vitest';
import { addS, instant } from '@anlan/kernel';
import type { Role } from '../log/index.ts';
import { handleSeedRecords, recordFold } from '../register/index.ts';
import type { SeedRecord } from '../register/index.ts';
import { createFakeMemory, testContext, testIds } from '../register/testing/fake-memory.ts';
import { registers } from '../registers.ts';
import { handleAcknowledgeNotice, handleSendNotice, noticeFold, openReceipts, visibleReceipts } from './index.ts';
import type { AcknowledgeNotice, NoticeBody, SendNotice } from './index.ts';

const SENT = '2026-11-24T01:00:00Z';
const LATER = '2026-11-24T01:30:00Z';
const duty = testContext(['duty'], SENT, 'org-desk', '周岚');
const of = (organisationId: string, ...roles: Role[]) => testContext(roles.length === 0 ? ['responder'] : roles, LATER, organisationId, `person-${organisationId}`);
const desk = { ...duty, now: instant(LATER) };

const organisation = (id: string, addressee: boolean, kindCode = 'department'): SeedRecord => ({ id, values: { name: { zh: `单位${id}`, en: `Unit ${id}` }, kindCode, addressee } });
const letter: SendNotice = { title: '关于做好防台工作的通知', text: '请各单位值守。', incidentId: null, addressees: 'all-addressees' };
const own: Omit<AcknowledgeNotice, 'organisationId'> = { channel: 'system', spokenTo: null, note: '' };
const byPhone = { channel: 'phone', spokenTo: '何浦', note: '已传达' } as const;

async function world(seed: readonly SeedRecord[] = [organisation('org-a', true), organisation('org-b', true), organisation('org-c', true), organisation('org-firm', false)]) {
  const memory = createFakeMemory([recordFold, noticeFold]);
  const deps = { ...memory, ids: testIds(), registers };
  const seeded = await handleSeedRecords(deps, [{ registerId: 'organisations', records: seed }], { ...duty, actor: { ...duty.actor, kind: 'system' } });
  expect(seeded.ok).toBe(true);
  return deps;
}

async function sent(change: Partial<SendNotice> = {}, seed?: readonly SeedRecord[]) {
  const deps = await world(seed);
  const done = await handleSendNotice(deps, { ...letter, ...change }, duty);
  const noticeId = done.ok ? done.value.id : '';
  const body = async () => (await deps.views.find<NoticeBody>('real', 'notice', noticeId))?.body as NoticeBody;
  return { deps, done, noticeId, body };
}

const codeOf = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) => (result.ok ? 'done' : result.refusal?.code);

describe('sending', () => {
  it('S-001: all addressees are those of the register at the moment of sending, with their names', async () => {
    const { body } = await sent();
    expect(await body()).toMatchObject({
      title: letter.title, addressedTo: 'all-addressees', sentBy: '周岚', sentByOrganisationId: 'org-desk', sentAt: duty.now,
      receipts: ['org-a', 'org-b', 'org-c'].map((id) => ({ organisationId: id, titles: { zh: `单位${id}` }, acknowledged: null })),
    });
  });

  it('S-001: receipts stand in the order in which the opinions name their addressees', async () => {
    const { body } = await sent({}, [organisation('org-a', true, 'other'), organisation('org-b', true), organisation('org-c', true, 'function-zone'), organisation('org-e', true, 'county'), organisation('org-f', true, 'district'), organisation('org-d', true, 'district')]);
    expect((await body()).receipts.map(({ organisationId }) => organisationId)).toEqual(['org-d', 'org-f', 'org-e', 'org-c', 'org-b', 'org-a']);
  });

  it('S-001: a chosen unit named twice has one receipt; an unknown one stops the whole notice', async () => {
    const { body } = await sent({ addressees: ['org-firm', 'org-a', 'org-firm'] });
    expect(await body()).toMatchObject({ addressedTo: 'chosen', receipts: [{ organisationId: 'org-firm' }, { organisationId: 'org-a' }] });
    const unknown = await sent({ addressees: ['org-a', 'org-none'] });
    expect(codeOf(unknown.done)).toBe('NOTICE_ORGANISATION_UNKNOWN');
    expect(await unknown.deps.views.list({ realm: 'real', kind: 'notice' })).toEqual([]);
  });

  it('a notice without words, without units or about no incident is refused', async () => {
    expect(codeOf((await sent({ text: ' ' })).done)).toBe('NOTICE_TEXT_MISSING');
    expect(codeOf((await sent({ addressees: [] })).done)).toBe('NOTICE_NO_ADDRESSEES');
    expect(codeOf((await sent({}, [organisation('org-firm', false)])).done)).toBe('NOTICE_NO_ADDRESSEES');
    expect(codeOf((await sent({ incidentId: 'incident-none' })).done)).toBe('NOTICE_INCIDENT_UNKNOWN');
  });

  it('only duty officer, commander and administrator send', async () => {
    const deps = await world();
    for (const role of ['dispatcher', 'responder', 'enterprise', 'reserve', 'industry'] as const) expect(codeOf(await handleSendNotice(deps, letter, of('org-a', role)))).toBe('ACCESS_DENIED');
    for (const role of ['duty', 'commander', 'admin'] as const) expect(codeOf(await handleSendNotice(deps, letter, of('org-a', role)))).toBe('done');
  });
});

describe('acknowledging', () => {
  it('S-001: shows who has not acknowledged; a unit answers for itself only', async () => {
    const { deps, noticeId, body } = await sent();
    expect(codeOf(await handleAcknowledgeNotice(deps, { ...own, noticeId, organisationId: 'org-b' }, of('org-a')))).toBe('ACCESS_DENIED');
    expect(codeOf(await handleAcknowledgeNotice(deps, { ...own, noticeId, organisationId: 'org-b' }, of('org-b')))).toBe('done');
    expect(openReceipts(await body()).map(({ organisationId }) => organisationId)).toEqual(['org-a', 'org-c']);
    expect((await body()).receipts[1]?.acknowledged).toEqual({ at: instant(LATER), recordedAt: instant(LATER), by: 'person-org-b', byOrganisationId: 'org-b', channel: 'system', spokenTo: null, note: '' });
  });

  it('S-001: the desk answers for a unit by telephone and says so: whom it spoke to, when, over what', async () => {
    const { deps, noticeId, body } = await sent();
    const happenedAt = addS(duty.now, 600);
    const command = { noticeId, organisationId: 'org-a', ...byPhone };
    expect(codeOf(await handleAcknowledgeNotice(deps, { ...command, channel: 'system' }, desk))).toBe('NOTICE_CHANNEL_WRONG');
    expect(codeOf(await handleAcknowledgeNotice(deps, { ...command, spokenTo: ' ' }, desk))).toBe('NOTICE_SPOKEN_TO_MISSING');
    expect(codeOf(await handleAcknowledgeNotice(deps, { ...command, happenedAt: addS(desk.now, 1) }, desk))).toBe('NOTICE_TIME_IMPOSSIBLE');
    expect(codeOf(await handleAcknowledgeNotice(deps, { ...command, happenedAt: addS(duty.now, -1) }, desk))).toBe('NOTICE_TIME_IMPOSSIBLE');
    expect(codeOf(await handleAcknowledgeNotice(deps, { ...command, happenedAt }, desk))).toBe('done');
    expect((await body()).receipts[0]?.acknowledged).toEqual({ at: happenedAt, recordedAt: desk.now, by: '周岚', byOrganisationId: 'org-desk', channel: 'phone', spokenTo: '何浦', note: '已传达' });
    expect(codeOf(await handleAcknowledgeNotice(deps, { noticeId, organisationId: 'org-b', ...byPhone }, of('org-b')))).toBe('NOTICE_CHANNEL_WRONG');
  });

  it('a receipt is answered once, and the second is told who was first', async () => {
    const { deps, noticeId, body } = await sent();
    await handleAcknowledgeNotice(deps, { ...own, noticeId, organisationId: 'org-a' }, of('org-a'));
    const second = await handleAcknowledgeNotice(deps, { noticeId, organisationId: 'org-a', ...byPhone }, desk);
    expect(second).toMatchObject({ ok: false, refusal: { code: 'NOTICE_ALREADY_ACKNOWLEDGED', params: { unitZh: '单位org-a', by: 'person-org-a', at: '2026-11-24T01:30:00.000Z' } } });
    expect((await body()).receipts[0]?.acknowledged?.channel).toBe('system');
    expect(codeOf(await handleAcknowledgeNotice(deps, { ...own, noticeId, organisationId: 'org-firm' }, of('org-firm', 'enterprise')))).toBe('NOTICE_NOT_ADDRESSED');
    expect(codeOf(await handleAcknowledgeNotice(deps, { ...own, noticeId: 'notice-none', organisationId: 'org-a' }, of('org-a')))).toBe('NOTICE_UNKNOWN');
  });

  it('S-001: thirty units that answer in the same moment are all kept', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `org-${String(i).padStart(2, '0')}`);
    const { deps, noticeId, body } = await sent({}, ids.map((id) => organisation(id, true)));
    let conflictCount = 0;
    const log: typeof deps.log = { ...deps.log, append: async (request) => {
      const appended = await deps.log.append(request);
      if (!appended.ok) conflictCount++;
      return appended;
    } };
    const answered = await Promise.all(ids.map((organisationId) => handleAcknowledgeNotice({ ...deps, log }, { ...own, noticeId, organisationId }, of(organisationId))));
    expect(answered.every((one) => one.ok)).toBe(true);
    expect(openReceipts(await body())).toEqual([]);
    expect(conflictCount).toBeGreaterThan(0);
  });

  it('a log that never agrees is told to the caller and not tried for ever', async () => {
    const { deps, noticeId } = await sent();
    let tryCount = 0;
    const log = { ...deps.log, append: async () => { tryCount++; return { ok: false, refusal: { code: 'LOG_VERSION_CONFLICT', params: {} } } as const; } };
    expect(codeOf(await handleAcknowledgeNotice({ ...deps, log }, { ...own, noticeId, organisationId: 'org-a' }, of('org-a')))).toBe('LOG_VERSION_CONFLICT');
    expect(tryCount).toBe(4);
  });

  it('an enterprise and a responder read their own receipt and nobody else’s', async () => {
    const { body } = await sent();
    expect(visibleReceipts(await body(), of('org-b', 'enterprise').actor).map(({ organisationId }) => organisationId)).toEqual(['org-b']);
    expect(visibleReceipts(await body(), of('org-firm', 'responder').actor)).toEqual([]);
    expect(visibleReceipts(await body(), of('org-firm', 'industry').actor)).toHaveLength(3);
  });
});
