import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '@anlan/contracts';
import type { Route } from '@anlan/contracts';
import { messages } from '@anlan/messages';
import { startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); });
afterAll(() => server.stop());

interface Sent { readonly method: string; readonly url: string; readonly headers?: Record<string, string>; readonly payload?: string | Buffer; readonly who?: string | undefined }

async function send({ who, headers = {}, ...rest }: Sent): Promise<{ readonly statusCode: number; readonly code: string | undefined }> {
  const cookie = who === undefined ? {} : { cookie: await server.cookieOf(who) };
  const answered = await server.http.inject({ ...rest, method: rest.method as 'GET', headers: { ...headers, ...cookie } });
  if (answered.statusCode < 400 || rest.method === 'HEAD') return { statusCode: answered.statusCode, code: undefined };
  const told = JSON.stringify({ ...rest, payload: rest.payload?.toString().slice(0, 300) });
  expect(answered.headers['content-type'], told).toMatch(/^application\/json/);
  const body = answered.json() as { code: string; params: Record<string, unknown>; zh: Record<string, string>; en: Record<string, string>; reference: string };
  expect(answered.statusCode, `${told} ${answered.body}`).not.toBe(500);
  expect(body.code, told).toMatch(/^[A-Z]+(_[A-Z0-9]+)+$/);
  // No sentence of a library stands in ours.
  if (body.code === 'HTTP_BODY_UNREADABLE' || body.code === 'HTTP_INPUT_INVALID') expect(messages.en[`word.detail.${String(body.params['detail'])}`], `${told} ${answered.body}`).toBeDefined();
  for (const part of ['happened', 'means', 'next']) {
    expect(body.zh[part], `${told} ${body.code}`).toMatch(/\p{Script=Han}/u);
    expect(body.en[part], `${told} ${body.code}`).toMatch(/[a-z]/);
  }
  return { statusCode: answered.statusCode, code: body.code };
}

const json = { 'content-type': 'application/json' };

describe('S-451: the HTTP door answers everything with a code and both languages', () => {
  it.each<[string, Sent, number, string]>([
    ['U+0000 in an id', { method: 'GET', url: '/api/incidents/%00', who: 'duty' }, 400, 'HTTP_INPUT_INVALID'],
    ['U+0000 in a query', { method: 'GET', url: '/api/registers/vessels/records?search=%00', who: 'duty' }, 400, 'HTTP_INPUT_INVALID'],
    ['a very long id', { method: 'GET', url: `/api/incidents/${'x'.repeat(5000)}`, who: 'duty' }, 414, 'HTTP_ADDRESS_TOO_LONG'],
    ['percent encoding that is none', { method: 'GET', url: '/api/incidents/%zz', who: 'duty' }, 400, 'HTTP_ADDRESS_UNREADABLE'],
    ['percent encoding that is no UTF-8', { method: 'GET', url: '/api/incidents/%ff%fe', who: 'duty' }, 400, 'HTTP_ADDRESS_UNREADABLE'],
    ['an unknown kind of body', { method: 'POST', url: '/api/incidents', headers: { 'content-type': 'application/x-unknown' }, payload: 'x', who: 'duty' }, 415, 'HTTP_MEDIA_REFUSED'],
    ['a body that is no JSON', { method: 'POST', url: '/api/incidents', headers: json, payload: '{"a":', who: 'duty' }, 400, 'HTTP_BODY_UNREADABLE'],
    ['a body that is too large', { method: 'POST', url: '/api/incidents', headers: json, payload: JSON.stringify({ title: 'x'.repeat(5_000_001) }), who: 'duty' }, 413, 'HTTP_BODY_TOO_LARGE'],
    ['preferences that are too large', { method: 'PUT', url: '/api/preferences', headers: json, payload: JSON.stringify({ locale: 'en', theme: 'dark', mapMode: 'day', layout: { a: 'x'.repeat(20_000) } }), who: 'duty' }, 413, 'HTTP_BODY_TOO_LARGE'],
    ['U+0000 in a body', { method: 'POST', url: '/api/incidents/x/notes', headers: json, payload: '{"text":"a\\u0000b"}', who: 'duty' }, 400, 'HTTP_INPUT_INVALID'],
    ['half a character in a body', { method: 'POST', url: '/api/incidents/x/notes', headers: json, payload: '{"text":"a\\ud800b"}', who: 'duty' }, 400, 'HTTP_INPUT_INVALID'],
    ['a nesting without end', { method: 'POST', url: '/api/registers/vessels/records', headers: json, payload: `{"values":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`, who: 'duty' }, 400, 'HTTP_INPUT_INVALID'],
    ['a multipart body without its end', { method: 'POST', url: '/api/public/reports', headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x\r\nContent-Disposition: form-data; name="what"\r\n\r\nabc' }, 400, 'HTTP_BODY_UNREADABLE'],
    ['the live address without a socket', { method: 'GET', url: '/api/live' }, 426, 'HTTP_UPGRADE_NEEDED'],
  ])('%s', async (_name, sent, statusCode, code) => {
    expect(await send(sent)).toEqual({ statusCode, code });
  });

  it('headers that overflow and bytes that are no request are answered on the socket', async () => {
    const { port } = new URL(server.address);
    const raw = (text: string) => new Promise<string>((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port: Number(port) }, () => socket.write(text));
      let said = '';
      socket.on('data', (bytes) => { said += bytes.toString('utf8'); });
      socket.on('close', () => resolve(said));
      socket.on('error', reject);
    });
    const overflow = await raw(`GET /api/meta HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(overflow).toMatch(/^HTTP\/1\.1 431 .*"code":"HTTP_HEADERS_TOO_LARGE".*请求头太大.*headers of the request/su);
    expect(await raw('\x16\x03\x01 hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*"code":"HTTP_REQUEST_UNREADABLE"/su);
  });

  it('whatever is sent to any route by anybody, no answer is 500 and every refusal is coded', { timeout: 120_000 }, async () => {
    const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }).map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))), fc.constantFrom('x', '%00', '%', '%e4%b8', '..', '%2e%2e%2f', '', 'a'.repeat(300), '__proto__', '-1', '1e309'));
    const anyRoute = fc.constantFrom(...(Object.values(routes) as Route[]).filter(({ path }) => path !== '/api/session'));
    const payload = fc.oneof(
      fc.json({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 3 }).map((values) => JSON.stringify({ values, readings: [values], facts: [values], text: values, reason: 'x', layout: values })),
      fc.string({ maxLength: 40 }), fc.constantFrom('', 'null', '[]', '{}', '{"__proto__":{}}', '{"text":"\\ud800"}'),
    );
    const type = fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/plain', 'text/csv', 'multipart/form-data', 'multipart/form-data; boundary=x', 'application/octet-stream', 'application/geo+json', 'nonsense', '');
    await fc.assert(fc.asyncProperty(
      anyRoute, fc.array(piece, { minLength: 2, maxLength: 2 }), fc.option(piece), payload, type, fc.constantFrom('duty', 'admin', 'enterprise', undefined), fc.constantFrom(undefined, undefined, undefined, 'GET', 'PUT', 'OPTIONS'),
      async (route, pieces, query, body, contentType, who, otherMethod) => {
        let used = 0;
        const path = route.path.replace(/:\w+/g, () => pieces[used++] ?? 'x');
        const method = otherMethod ?? route.method;
        const hasBody = method !== 'GET' && method !== 'DELETE';
        // Nobody's account is taken away in the middle of the test.
        if (path.endsWith('/revoke') || (route.method === 'DELETE' && route.path === '/api/session')) return;
        await send({ method, url: query === null ? path : `${path}?limit=${query}&format=${query}&knownAt=${query}`, who, ...(hasBody ? { headers: { 'content-type': contentType }, payload: body } : {}) });
      },
    ), { numRuns: 400 });
  });
});
