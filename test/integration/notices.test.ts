import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); });
afterAll(() => server.stop());

interface Receipt { readonly organisationId: string; readonly acknowledged: { readonly by: string } | null }
const letter = { title: '关于立即开展港口隐患排查的通知', text: '请各单位于今日18时前报结果。', incidentId: null };
const send = async (addressees: 'all-addressees' | readonly string[], who = 'duty') => server.call(who, 'sendNotice', { body: { ...letter, addressees } });
const read = async (id: string, who = 'duty') => (await server.call(who, 'getNotice', { params: { id } })).body;
const acknowledge = (who: string, id: string, body: object) => server.call(who, 'acknowledgeNotice', { params: { id }, body: { channel: 'system', spokenTo: null, note: '', ...body } });
const open = (notice: { receipts: readonly Receipt[] }) => notice.receipts.filter(({ acknowledged }) => acknowledged === null).map(({ organisationId }) => organisationId);

describe('S-001: a notice to all addressees', () => {
  it('S-001: the seed lists 2 districts, 2 counties, at least 6 function zones and at least 20 departments; each has one receipt', async () => {
    const { body: page } = await server.call('duty', 'listRecords', { params: { registerId: 'organisations' }, query: { limit: '2000' } });
    const addressees = page.records.filter((record: { values: { addressee?: boolean } }) => record.values.addressee === true);
    const count = (kindCode: string): number => addressees.filter((record: { values: { kindCode: string } }) => record.values.kindCode === kindCode).length;
    expect([count('district'), count('county')]).toEqual([2, 2]);
    expect(count('function-zone')).toBeGreaterThanOrEqual(6);
    expect(count('department')).toBeGreaterThanOrEqual(20);

    const sent = await send('all-addressees');
    expect(sent.statusCode).toBe(200);
    const notice = await read(sent.body.id);
    const ids = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id).toSorted();
    expect(notice.receipts.map(({ organisationId }: Receipt) => organisationId).toSorted()).toEqual(ids(addressees));
    expect(notice).toMatchObject({ receiptCount: addressees.length, acknowledgedCount: 0, addressedTo: 'all-addressees', sentBy: '周岚（值班员）' });
  });

  it('S-001: shows who has not acknowledged, after a unit answered for itself and the desk for another by telephone', async () => {
    const { body: { id } } = await send('all-addressees', 'commander');
    const before = open(await read(id));
    expect((await acknowledge('industry', id, { organisationId: 'org-industry-office' })).body).toEqual({ done: true });
    const told = await acknowledge('duty', id, { organisationId: 'org-dinghai', channel: 'phone', spokenTo: '何浦', note: '已传达至各镇' });
    expect(told.body).toEqual({ done: true });
    const notice = await read(id);
    expect(open(notice)).toEqual(before.filter((unit) => unit !== 'org-industry-office' && unit !== 'org-dinghai'));
    expect(notice.acknowledgedCount).toBe(2);
    const receipt = (unit: string) => notice.receipts.find(({ organisationId }: Receipt) => organisationId === unit).acknowledged;
    expect(receipt('org-industry-office')).toMatchObject({ channel: 'system', byOrganisationId: 'org-industry-office', spokenTo: null });
    expect(receipt('org-dinghai')).toMatchObject({ by: '周岚（值班员）', byOrganisationId: 'org-emergency-bureau', channel: 'phone', spokenTo: '何浦', note: '已传达至各镇' });
    const again = await acknowledge('duty', id, { organisationId: 'org-dinghai', channel: 'phone', spokenTo: '别人' });
    expect([again.statusCode, again.body.code, again.body.params.by]).toEqual([409, 'NOTICE_ALREADY_ACKNOWLEDGED', '周岚（值班员）']);
  });

  it('S-001: all units answered in the same moment, over the real database, are all kept', async () => {
    const { body: { id } } = await send('all-addressees');
    const units = open(await read(id)).filter((unit) => unit !== 'org-emergency-bureau');
    const answers = await Promise.all(units.map((organisationId) => acknowledge('duty', id, { organisationId, channel: 'phone', spokenTo: '值班员' })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(units.map(() => 200));
    expect(open(await read(id))).toEqual(['org-emergency-bureau']);
  });
});

describe('S-451: who sends, reads and answers', () => {
  it('S-451: an enterprise reads and answers what was sent to it and nothing else', async () => {
    const { body: { id: toAll } } = await send('all-addressees');
    const { body: { id } } = await send(['org-port-enterprise', 'org-tug-company']);
    expect((await send(['org-tug-company'], 'enterprise')).statusCode).toBe(403);
    expect((await read(toAll, 'enterprise')).code).toBe('NOTICE_UNKNOWN');
    const { body: rows } = await server.call('enterprise', 'listNotices');
    expect(rows.map((row: { id: string }) => row.id)).toEqual([id]);
    expect(rows[0]).toMatchObject({ receiptCount: 2, acknowledgedCount: 0, ownReceipt: 'open' });
    expect((await read(id, 'enterprise')).receipts.map(({ organisationId }: Receipt) => organisationId)).toEqual(['org-port-enterprise']);
    expect((await acknowledge('enterprise', id, { organisationId: 'org-tug-company' })).statusCode).toBe(403);
    expect((await acknowledge('enterprise', id, { organisationId: 'org-port-enterprise' })).statusCode).toBe(200);
    expect((await read(id, 'enterprise')).ownReceipt).toBe('acknowledged');
  });

  it('an unknown unit, an unknown incident and a time before the notice are refused with sentences in both languages', async () => {
    const unknown = await send(['org-none']);
    expect([unknown.statusCode, unknown.body.code]).toEqual([422, 'NOTICE_ORGANISATION_UNKNOWN']);
    const incident = await server.call('duty', 'sendNotice', { body: { ...letter, incidentId: 'incident-none', addressees: 'all-addressees' } });
    expect(incident.body.code).toBe('NOTICE_INCIDENT_UNKNOWN');
    const { body: { id } } = await send(['org-tug-company']);
    const early = await acknowledge('duty', id, { organisationId: 'org-tug-company', channel: 'phone', spokenTo: '值班员', happenedAt: '2020-01-01T00:00:00Z' });
    expect(early.body).toMatchObject({ code: 'NOTICE_TIME_IMPOSSIBLE', zh: { happened: expect.stringContaining('早于') }, en: { next: expect.any(String) } });
  });
});

describe('a notice of an incident', () => {
  it('stands in the timeline of the incident, and the desk hears of it at once', async () => {
    const opened = await server.call('duty', 'openIncident', { body: { alertIds: [], reportIds: [], kindCode: 'fire', title: '码头火情', placeText: '岙山', position: [122.158, 29.943], happenedAt: new Date(Date.now() - 1000).toISOString() } });
    const socket = new WebSocket(`${server.address.replace('http', 'ws')}/api/live`, { headers: { cookie: await server.cookieOf('duty') } });
    const changed: string[] = [];
    socket.on('message', (data: Buffer) => changed.push(...(JSON.parse(data.toString()) as { changed: string[] }).changed));
    await new Promise((resolve) => socket.once('message', resolve));
    const sent = await server.call('duty', 'sendNotice', { body: { ...letter, incidentId: opened.body.id, addressees: ['org-tug-company'] } });
    await acknowledge('responder', sent.body.id, { organisationId: 'org-tug-company' });
    const { body: timeline } = await server.call('duty', 'getTimeline', { params: { id: opened.body.id } });
    expect(timeline.entries.map(({ type }: { type: string }) => type)).toEqual(expect.arrayContaining(['notice.sent', 'notice.acknowledged']));
    await expect.poll(() => changed).toEqual(expect.arrayContaining([`notice/${sent.body.id}`, `incident/${opened.body.id}`]));
    socket.close();
    const { body: rows } = await server.call('duty', 'listNotices', { query: { incidentId: opened.body.id } });
    expect(rows).toMatchObject([{ id: sent.body.id, acknowledgedCount: 1 }]);
  });
});
