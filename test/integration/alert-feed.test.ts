import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); });
afterAll(() => server.stop());

const iso = (offsetS = 0): string => new Date(Date.now() + offsetS * 1000).toISOString();
const send = (value: number, offsetS: number) => server.call('duty', 'postReadings', { body: { readings: [{ sensorId: 'arm-aoshan-1', value, observedAt: iso(offsetS) }] } });
const feed = async (query: Record<string, string> = {}, who = 'duty') => (await server.call(who, 'getAlertFeed', { query })).body;
const xml = async (query: Record<string, string> = {}) => String((await server.call('duty', 'getAlertFeedXml', { query })).body);

describe('S-391: alerts for other systems', () => {
  let alertId = '';
  let firstSent = '';

  it('S-391: an alert is available as CAP-style JSON and XML within 60 s of its issue', async () => {
    expect((await feed()).alerts).toEqual([]);
    const askedAtMs = Date.now();
    for (const [value, offsetS] of [[640, -60], [60, -20], [50, -10], [55, -5]] as const) await send(value, offsetS);
    const { alerts, sender, complete } = await feed();
    const asXml = await xml();
    expect(Date.now() - askedAtMs).toBeLessThan(60_000);
    expect(complete).toBe(true);
    expect(alerts).toHaveLength(1);
    const [alert] = alerts;
    expect(Date.now() - Date.parse(alert.sent)).toBeLessThan(60_000);
    expect(alert).toMatchObject({ sender, status: 'Test', msgType: 'Alert', scope: 'Restricted', references: null });
    expect(alert.infos.map(({ language }: { language: string }) => language)).toEqual(['zh-CN', 'en']);
    expect(alert.infos[0].event).toMatch(/\p{Script=Han}/u);
    for (const info of alert.infos) expect(info).toMatchObject({ urgency: 'Unknown', severity: 'Unknown', certainty: 'Unknown', area: { position: [expect.any(Number), expect.any(Number)] } });
    expect(asXml).toContain(`<identifier>${alert.identifier}</identifier>`);
    expect(asXml).toContain('<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">');
    expect(asXml).toContain(`<event>${alert.infos[0].event}</event>`);
    alertId = alert.identifier;
    firstSent = alert.sent;
  });

  it('S-391: an answer given to it is an update that cites it, and `since` leaves out what was sent before', async () => {
    await server.call('duty', 'acknowledgeAlert', { params: { id: alertId } });
    const { alerts: [updated] } = await feed({ since: firstSent });
    expect(updated).toMatchObject({ msgType: 'Update', references: expect.stringContaining(`,${alertId},`) });
    expect((await feed({ since: updated.sent })).alerts).toHaveLength(1);
    expect((await feed({ since: iso(5) })).alerts).toEqual([]);
    expect(await xml({ since: iso(5) })).not.toContain('<entry>');
    await server.call('duty', 'dismissAlert', { params: { id: alertId }, body: { reason: '误报' } });
    expect((await feed()).alerts).toMatchObject([{ msgType: 'Cancel' }]);
  });

  it('S-391: it says which kind of document it is, and refuses a day that no month has', async () => {
    const answered = await server.http.inject({ method: 'GET', url: '/api/feeds/alerts.xml', headers: { cookie: await server.cookieOf('duty') } });
    expect(answered.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const wrong = await server.call('duty', 'getAlertFeed', { query: { since: '2026-02-30T00:00:00Z' } });
    expect([wrong.statusCode, wrong.body.code]).toEqual([400, 'KERNEL_INSTANT_UNREADABLE']);
  });

  it('S-451: only those who may read alerts read the feed', async () => {
    expect((await server.call('enterprise', 'getAlertFeed')).statusCode).toBe(403);
    expect((await server.call(undefined, 'getAlertFeedXml')).statusCode).toBe(401);
  });
});
