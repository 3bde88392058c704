import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';

let server: TestServer;
const ids: string[] = [];
const iso = (offsetS = 0): string => new Date(Date.now() + offsetS * 1000).toISOString();

beforeAll(async () => {
  server = await startTestServer();
  for (const title of ['一号溢油', '二号溢油']) {
    ids.push((await server.call('duty', 'openIncident', { body: { alertIds: [], reportIds: [], kindCode: 'other', title, placeText: '', position: [122.158, 29.943], happenedAt: iso() } })).body.id);
  }
});
afterAll(() => server.stop());

/** What an account reads: by the list, and one by one. */
async function reads(who: string): Promise<readonly (readonly string[])[]> {
  const listed = (await server.call(who, 'listIncidents', { query: { limit: '50' } })).body.map(({ id }: { id: string }) => id);
  const got: string[] = [];
  for (const id of ids) {
    const routes = ['getIncident', 'getTimeline', 'getOpenThings'] as const;
    const codes = await Promise.all(routes.map(async (route) => (await server.call(who, route, { params: { id } })).statusCode));
    expect(new Set(codes).size, codes.join()).toBe(1);
    if (codes[0] === 200) got.push(id);
  }
  return [ids.filter((id) => listed.includes(id)), got];
}

describe('S-451: whose incidents a firm reads', () => {
  it('none at first, though the desk reads all; nothing is written into what is not read', async () => {
    expect(await reads('duty')).toEqual([ids, ids]);
    for (const who of ['enterprise', 'responder', 'responder2']) expect(await reads(who), who).toEqual([[], []]);
    expect((await server.call('responder', 'addNote', { params: { id: ids[0]! }, body: { text: '到场' } })).body.code).toBe('INCIDENT_UNKNOWN');
  });

  it('what was handed over to it', async () => {
    const over = await server.call('duty', 'handOverIncident', { params: { id: ids[1]! }, body: { organisationId: 'org-port-enterprise', reason: '企业先行处置' } });
    expect(over.body).toEqual({ done: true });
    for (const who of ['enterprise', 'responder2']) expect(await reads(who), who).toEqual([[ids[1]], [ids[1]]]);
    expect(await reads('responder')).toEqual([[], []]);
  });

  it('and for its responders what it has orders in; there they record facts, but verify none', async () => {
    const params = { id: ids[0]! };
    const vessels = (await server.call('duty', 'listRecords', { params: { registerId: 'vessels' }, query: { limit: '200' } })).body.records;
    const lots = (await server.call('duty', 'listRecords', { params: { registerId: 'stock-lots' }, query: { limit: '200' } })).body.records;
    const tug = vessels.find((one: { values: { organisationId: string } }) => one.values.organisationId === 'org-tug-company');
    const lot = lots.find((one: { values: { inspectionCode: string } }) => one.values.inspectionCode === 'passed');
    const body = { items: [{ supplyRegisterId: 'stock-lots', supplyId: lot.id, quantityValue: 1 }], unitRegisterId: 'vessels', unitId: tug.id, toPosition: [122.158, 29.943], departDueAt: iso(600), arriveDueAt: iso(7200) };
    const issued = await server.call('dispatcher', 'issueOrder', { params, body });
    expect(issued.statusCode, JSON.stringify(issued.body)).toBe(200);
    expect(await reads('responder')).toEqual([[ids[0]], [ids[0]]]);
    expect(await reads('enterprise')).toEqual([[ids[1]], [ids[1]]]);
    const fact = { code: 'wind-speed', factValue: 9, unitCode: 'm/s', text: '', happenedAt: iso() };
    expect((await server.call('responder', 'recordFact', { params, body: { ...fact, verified: true } })).body.code).toBe('INCIDENT_FACT_VERIFY_FORBIDDEN');
    expect((await server.call('responder', 'recordFact', { params, body: { ...fact, verified: false } })).body).toEqual({ done: true });
  });
});
