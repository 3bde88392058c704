import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../server-harness.ts';
import { startTestServer } from '../server-harness.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); }, 120_000);
afterAll(() => server.stop());

async function firstRecord(registerId: string, fits: (record: { values: Record<string, unknown> }) => boolean = () => true) {
  const page = await server.call('duty', 'listRecords', { params: { registerId }, query: { limit: '500' } });
  const found = (page.body.records as { id: string; streamVersion: number; values: Record<string, unknown>; holding: { onHandValue: number; heldValue: number } | null }[]).find(fits);
  if (found === undefined) throw new Error(`no record of ${registerId}`);
  return found;
}

async function upload(who: string, name: string, bytes: Buffer) {
  const boundary = 'anlan-test-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const answered = await server.http.inject({ method: 'POST', url: '/api/documents', headers: { cookie: await server.cookieOf(who), 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
  return { statusCode: answered.statusCode, body: answered.json() as { id: string; code: string } };
}

describe('stock over HTTP', () => {
  it('S-447: receipt, issue, count and its approval by a second person move the ledger; roles and double sending are refused', async () => {
    const lot = await firstRecord('stock-lots');
    const params = { id: lot.id };
    const holding = async () => (await server.call('reserve', 'getRecord', { params: { registerId: 'stock-lots', id: lot.id } })).body;
    const before = (await holding()).holding.onHandValue as number;
    const body = { quantityValue: 10, note: '补充入库', seenVersion: lot.streamVersion };
    expect((await server.call(undefined, 'receiveStock', { params, body })).statusCode).toBe(401);
    expect((await server.call('responder', 'receiveStock', { params, body })).statusCode).toBe(403);
    expect((await server.call('reserve', 'receiveStock', { params, body: { ...body, quantityValue: -10 } })).statusCode).toBe(400);
    expect((await server.call('reserve', 'receiveStock', { params, body })).statusCode).toBe(200);
    expect((await server.call('reserve', 'receiveStock', { params, body })).body.code).toBe('LOG_VERSION_CONFLICT');
    expect((await server.call('reserve', 'issueStock', { params, body: { quantityValue: 1e8, note: '全部领用' } })).body.code).toBe('LOG_HOLDING_SHORT');
    expect((await server.call('reserve', 'issueStock', { params, body: { quantityValue: 4, note: '训练领用' } })).statusCode).toBe(200);
    expect((await holding()).holding.onHandValue).toBe(before + 6);
    await server.call('reserve', 'countStock', { params, body: { countedValue: before } });
    expect((await holding()).values).toMatchObject({ countState: 'difference', countedValue: before, countBookValue: before + 6 });
    expect((await server.call('reserve', 'answerCount', { params, body: { approve: true, note: '我自己同意' } })).body.code).toBe('READINESS_COUNT_SAME_PERSON');
    expect((await server.call('duty', 'answerCount', { params, body: { approve: true, note: '值班同意' } })).statusCode).toBe(403);
    expect((await server.call('admin', 'answerCount', { params, body: { approve: true, note: '复核无误' } })).statusCode).toBe(200);
    expect((await holding()).holding.onHandValue).toBe(before);
  });

  it('S-447: a transfer keeps the sum of both lots', async () => {
    const page = await server.call('reserve', 'listRecords', { params: { registerId: 'stock-lots' }, query: { limit: '500' } });
    const lots = page.body.records as { id: string; values: { itemKindId: string }; holding: { onHandValue: number; heldValue: number } }[];
    const from = lots.find((lot) => lots.some((other) => other.id !== lot.id && other.values.itemKindId === lot.values.itemKindId));
    const to = lots.find((lot) => lot.id !== from?.id && lot.values.itemKindId === from?.values.itemKindId);
    if (from === undefined || to === undefined) throw new Error('no two lots of one kind');
    expect((await server.call('reserve', 'transferStock', { params: { id: from.id }, body: { toLotId: to.id, quantityValue: 1, note: '调拨' } })).statusCode).toBe(200);
    const onHand = async (id: string) => (await server.call('reserve', 'getRecord', { params: { registerId: 'stock-lots', id } })).body.holding.onHandValue as number;
    expect(await onHand(from.id)).toBe(from.holding.onHandValue - 1);
    expect(await onHand(to.id)).toBe(to.holding.onHandValue + 1);
  });

  it('S-448: an audit lowers what counts; only the reserve side audits', async () => {
    const agreement = await firstRecord('social-agreements');
    const params = { id: agreement.id };
    expect((await server.call('industry', 'auditAgreement', { params, body: { foundValue: 1, note: '现场' } })).statusCode).toBe(403);
    expect((await server.call('reserve', 'auditAgreement', { params, body: { foundValue: 1, note: '现场清点' } })).statusCode).toBe(200);
    const after = (await server.call('reserve', 'getRecord', { params: { registerId: 'social-agreements', id: agreement.id } })).body;
    expect(after.values).toMatchObject({ auditCode: 'failed', countedValue: 1 });
  });

  it('what runs out is listed soonest first; the gap report names local products', async () => {
    const expiring = await server.call('reserve', 'listExpiring');
    const times = (expiring.body as { expiresAt: string }[]).map((row) => row.expiresAt);
    expect(times).toEqual(times.toSorted());
    const gap = await server.call('reserve', 'getGapReport', { query: { classIndex: '1', afterHours: '24' } });
    expect(gap.statusCode).toBe(200);
    const lines = gap.body.lines as { gapValue: number; candidates: unknown[] }[];
    expect(lines).toHaveLength(7);
    for (const line of lines) expect(line.gapValue > 0 || line.candidates.length === 0).toBe(true);
    expect((await server.call('enterprise', 'getGapReport', { query: { classIndex: '1', afterHours: '24' } })).statusCode).toBe(403);
    expect((await server.call('reserve', 'getGapReport', { query: { classIndex: '9', afterHours: '24' } })).statusCode).toBe(400);
  });
});

describe('documents over HTTP', () => {
  it('S-209: bytes are judged by their content; what is read comes as an attachment, through its record only', async () => {
    expect(await upload('industry', 'page.pdf', Buffer.from('<html><script>1</script>'))).toMatchObject({ statusCode: 415, body: { code: 'DOCUMENT_TYPE_REFUSED' } });
    const large = Buffer.alloc(20 * 1024 * 1024 + 1);
    large.write('%PDF-1.7');
    expect(await upload('industry', 'large.pdf', large)).toMatchObject({ statusCode: 413, body: { code: 'DOCUMENT_TOO_LARGE' } });
    expect((await upload('industry', 'near.pdf', large.subarray(0, 20 * 1024 * 1024))).statusCode).toBe(200);
    const taken = await upload('industry', '../../审计 报告".pdf', Buffer.from('%PDF-1.7 proof'));
    expect(taken.statusCode).toBe(200);
    const firm = await firstRecord('enterprises', ({ values }) => values['organisationId'] !== 'org-port-enterprise');
    const years = [{ yearIndex: 2025, salesFen: 60_000_000_000, verified: true, documentId: taken.body.id }];
    const set = (who: string, rows: readonly object[]) => server.call(who, 'changeRecord', { params: { registerId: 'enterprises', id: firm.id }, body: { values: { years: rows } } });
    const forged = await set('admin', [{ ...years[0], documentId: `sha256-${'0'.repeat(64)}` }]);
    expect(forged.body).toMatchObject({ code: 'REGISTER_RECORD_INVALID' });
    expect((await set('industry', years)).statusCode).toBe(200);
    const url = `/api/registers/enterprises/records/${firm.id}/documents/${taken.body.id}`;
    const read = await server.http.inject({ method: 'GET', url, headers: { cookie: await server.cookieOf('industry') } });
    expect(read.statusCode).toBe(200);
    expect(read.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(read.headers['content-disposition']).toMatch(/^attachment; filename="[A-Za-z0-9._ -]+"; filename\*=UTF-8''%E5/);
    expect(read.rawPayload.toString()).toBe('%PDF-1.7 proof');
    expect((await server.http.inject({ method: 'GET', url, headers: { cookie: await server.cookieOf('enterprise') } })).statusCode).toBe(403);
    expect((await server.http.inject({ method: 'GET', url: url.replace(firm.id, `${firm.id}-other`), headers: { cookie: await server.cookieOf('industry') } })).statusCode).toBe(404);
    for (const who of ['responder', 'reserve', 'enterprise']) expect((await server.call(who, 'getArtefact', { params: { id: taken.body.id } })).statusCode).not.toBe(200);
    expect((await upload('duty', 'a.pdf', Buffer.from('%PDF-1.7 other'))).statusCode).toBe(200);
  });

  it('S-209: the page of targets counts no figure without its document', async () => {
    const indicators = await server.call('industry', 'listIndicators');
    const backbone = (indicators.body as { policyIds: string[]; value: number | null; records: { why: { code: string } }[] }[]).find(({ policyIds }) => policyIds.includes('S-209'));
    const why = (code: string): number => backbone?.records.filter((record) => record.why.code === code).length ?? 0;
    expect(why('INDUSTRY_SALES_ABOVE')).toBe(backbone?.value);
    // Four invented firms are verified without a document, whatever they sell.
    expect(why('INDUSTRY_SALES_NO_DOCUMENT')).toBe(4);
  });
});

describe('who says that a record is so', () => {
  it('the desk verifies a unit; a role without the word does not', async () => {
    const vessel = await firstRecord('vessels', (record) => record.values['organisationId'] !== 'org-emergency-bureau');
    const params = { registerId: 'vessels', id: vessel.id };
    expect((await server.call('enterprise', 'verifyRecord', { params, body: { note: '自报' } })).statusCode).toBe(403);
    expect((await server.call('duty', 'verifyRecord', { params, body: { note: '电话核对' } })).statusCode).toBe(200);
    expect((await server.call('duty', 'getRecord', { params })).body.verification).toMatchObject({ note: '电话核对' });
  });

  it('S-445: a sensor switched off stands in the duty queue with who and why', async () => {
    const sensor = await firstRecord('sensors');
    const params = { registerId: 'sensors', id: sensor.id };
    expect((await server.call('admin', 'transitionRecord', { params, body: { to: 'not-connected', reason: '' } })).body.code).toBe('REGISTER_REASON_MISSING');
    expect((await server.call('admin', 'transitionRecord', { params, body: { to: 'not-connected', reason: '检修停用' } })).statusCode).toBe(200);
    const queue = await server.call('duty', 'getQueue');
    const row = (queue.body.rows as { kind: string; detail: { zh: string } }[]).find(({ detail }) => detail.zh.includes('检修停用'));
    expect(row).toMatchObject({ kind: 'alert', section: 'new', sounding: true });
  });
});

describe('the catalogue and an order by hand', () => {
  it('S-522: one entry is published by the office, then the rest', async () => {
    const first = await server.call('duty', 'getCatalogue');
    expect(first.body).toMatchObject({ versions: [], mayPublish: false, streamVersion: 0 });
    const code = first.body.draft.added[0].code as string;
    expect((await server.call('duty', 'publishCatalogue', { body: {} })).statusCode).toBe(403);
    expect((await server.call('industry', 'publishCatalogue', { body: { codes: [code], seenVersion: 0 } })).body).toEqual({ versionIndex: 1 });
    expect((await server.call('industry', 'publishCatalogue', { body: { seenVersion: 0 } })).body.code).toBe('LOG_VERSION_CONFLICT');
    expect((await server.call('industry', 'publishCatalogue', { body: {} })).body).toEqual({ versionIndex: 2 });
    expect((await server.call('industry', 'getCatalogue')).body.draft).toEqual({ added: [], removed: [], changed: [] });
  });

  it('an order without a plan holds its stock like any other', async () => {
    const opened = await server.call('duty', 'openIncident', { body: { alertIds: [], reportIds: [], kindCode: 'other', title: '溢油演练', placeText: '', position: [122.158, 29.943], happenedAt: new Date().toISOString() } });
    const lot = await firstRecord('stock-lots', (record) => record.values['inspectionCode'] === 'passed');
    const body = { items: [{ supplyRegisterId: 'stock-lots', supplyId: lot.id, quantityValue: 1 }], unitRegisterId: null, unitId: null, toPosition: [122.158, 29.943], departDueAt: new Date().toISOString(), arriveDueAt: new Date(Date.now() + 3_600_000).toISOString() };
    const params = { id: (opened.body.id as string | undefined) ?? '' };
    expect(opened.statusCode, JSON.stringify(opened.body)).toBe(200);
    expect((await server.call('enterprise', 'issueOrder', { params, body })).statusCode).toBe(403);
    const issued = await server.call('duty', 'issueOrder', { params, body });
    expect(issued.statusCode, JSON.stringify(issued.body)).toBe(200);
    const after = (await server.call('duty', 'getRecord', { params: { registerId: 'stock-lots', id: lot.id } })).body;
    expect(after.holding.heldValue).toBe((lot.holding?.heldValue ?? 0) + 1);
  });
});
