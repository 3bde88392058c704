// The door of the web under pressure: a guesser does not keep the officer out, also after a restart; a
// web that is built anew is served at once and nothing outside its folder ever.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'anlan-login-'));
const webDir = mkdtempSync(join(tmpdir(), 'anlan-web-'));
const start = (): Promise<TestServer> => startTestServer({ ANLAN_DATA: dataDir, ANLAN_WEB: webDir });
let server: TestServer;

function build(name: string): void {
  rmSync(webDir, { recursive: true, force: true });
  mkdirSync(join(webDir, 'assets'), { recursive: true });
  writeFileSync(join(webDir, 'index.html'), `<script src="/assets/${name}.js"></script>`);
  writeFileSync(join(webDir, 'assets', `${name}.js`), `// ${name}`);
}

beforeAll(async () => {
  build('one');
  server = await start();
});
afterAll(async () => {
  await server.stop();
  for (const dir of [dataDir, webDir]) rmSync(dir, { recursive: true, force: true });
});

async function login(password: string, remoteAddress: string, cookie?: string): Promise<{ readonly code: string; readonly cookies: readonly { name: string; value: string }[] }> {
  const answered = await server.http.inject({ method: 'POST', url: '/api/session', remoteAddress, headers: cookie === undefined ? {} : { cookie }, payload: { userName: 'duty', password } });
  return { code: answered.statusCode === 200 ? 'in' : (answered.json() as { code: string }).code, cookies: answered.cookies };
}

describe('S-451: guessing at a known user name', () => {
  const right = (): string => server.app.demonstrationAccounts.find(({ userName }) => userName === 'duty')?.password ?? '';
  const guess = async (): Promise<string[]> => {
    const codes: string[] = [];
    for (let i = 0; i < 12; i++) codes.push((await login('guess', '127.3.0.1')).code);
    return codes;
  };

  it('the officer enters at once at the seat that was used before, behind the guesser\'s own address too, and also after a restart; another browser does not', async () => {
    const first = await login(right(), '127.3.0.2');
    const seat = first.cookies.find(({ name }) => name === 'anlan_seat');
    expect(seat).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/session', maxAge: 180 * 86_400 });
    const cookie = `anlan_seat=${seat?.value ?? ''}`;
    for (const moment of ['before', 'after the restart']) {
      const codes = await guess();
      expect(new Set(codes), moment).toEqual(new Set(['HTTP_LOGIN_REFUSED', 'HTTP_LOGIN_WAIT', 'HTTP_TOO_MANY']));
      expect((await login(right(), '127.3.0.1', 'anlan_seat=made-up')).code, moment).toBe('HTTP_TOO_MANY');
      for (const address of ['127.3.0.2', '127.3.0.77', '127.3.0.1']) expect((await login(right(), address, cookie)).code, `${moment} ${address}`).toBe('in');
      const elsewhere = await login(right(), '127.3.0.78');
      expect(elsewhere.code, moment).toBe('HTTP_LOGIN_WAIT');
      if (moment !== 'before') break;
      await server.stop();
      server = await start();
    }
  });
});

describe('the files of the web', () => {
  const get = (url: string, accept = '*/*') => server.http.inject({ method: 'GET', url, headers: { accept } });

  it('a web that is built anew under the running server is served at once; a page of the web is its index; nothing else is', async () => {
    for (const name of ['one', 'two']) {
      build(name);
      expect((await get('/', 'text/html')).body).toContain(`/assets/${name}.js`);
      expect((await get('/duty/incidents', 'text/html')).statusCode).toBe(200);
      expect((await get('/duty/incidents', 'text/html')).body).toContain(`/assets/${name}.js`);
      expect((await get(`/assets/${name}.js`)).statusCode).toBe(200);
      expect([(await get(`/assets/${name}.js`)).body, (await get(`/assets/${name}.js`)).headers['content-type']]).toEqual([`// ${name}`, expect.stringContaining('javascript')]);
    }
    const gone = await get('/assets/one.js');
    expect([gone.statusCode, (gone.json() as { code: string }).code]).toEqual([404, 'HTTP_ROUTE_UNKNOWN']);
  });

  it('no path leaves the folder', async () => {
    writeFileSync(join(webDir, '.secret'), 'hidden');
    for (const path of ['/../demonstration-accounts.json', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc%2fpasswd', '/assets/..%2f..%2f..%2fetc/passwd', '/assets/..%5c..%5cetc', '/%00', '//etc/passwd', '/.secret']) {
      const answered = await get(path);
      expect([answered.statusCode, (answered.json() as { code: string }).code], path).toEqual([expect.any(Number), expect.stringMatching(/^HTTP_(ROUTE_UNKNOWN|ADDRESS_UNREADABLE)$/)]);
      expect(answered.statusCode, path).toBeGreaterThanOrEqual(400);
      expect(answered.statusCode, path).toBeLessThan(500);
    }
  });
});
