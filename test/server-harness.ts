// A whole server for tests: real database, real doors on free ports, every answer checked against
// the contract. Data lie in a folder of their own that goes away with the server.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Value } from '@sinclair/typebox/value';
import { routes } from '@anlan/contracts';
import type { RouteId } from '@anlan/contracts';
import { readConfig, startServer } from '@anlan/server';
import type { StartedServer, StartOptions } from '@anlan/server';

export interface TestServer extends StartedServer {
  /** Calls a route as a demonstration account (`duty`, `commander` …) or as nobody. */
  call(who: string | undefined, route: RouteId, options?: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown }): Promise<Called>;
  cookieOf(who: string): Promise<string>;
}

export interface Called {
  readonly statusCode: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
}

export async function startTestServer(changes: Record<string, string> = {}, options: StartOptions = {}): Promise<TestServer> {
  const dataDir = changes['ANLAN_DATA'] ?? mkdtempSync(join(tmpdir(), 'anlan-test-'));
  const config = readConfig({
    ANLAN_DATA: dataDir, ANLAN_PORT: '0', ANLAN_AIS_TCP_PORT: '0', ANLAN_AIS_UDP_PORT: '0', ANLAN_MQTT_PORT: '0', ANLAN_FEED: 'off', ANLAN_WORKERS: '2', ANLAN_LOG_LEVEL: 'error', ...changes,
  });
  const server = await startServer(config, { checkAnswer, ...options });
  const cookies = new Map<string, string>();
  const cookieOf = async (who: string): Promise<string> => {
    const known = cookies.get(who);
    if (known !== undefined) return known;
    const account = server.app.demonstrationAccounts.find(({ userName }) => userName === who);
    const answered = await server.http.inject({ method: 'POST', url: '/api/session', payload: { userName: who, password: account?.password ?? '' } });
    const cookie = answered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    cookies.set(who, cookie);
    return cookie;
  };
  return {
    ...server,
    cookieOf,
    async call(who, routeId, given = {}) {
      const route = routes[routeId];
      const path = route.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(given.params?.[name] ?? ''));
      const url = given.query === undefined ? path : `${path}?${new URLSearchParams(given.query).toString()}`;
      const headers = who === undefined ? {} : { cookie: await cookieOf(who) };
      const payload = route.method === 'GET' || route.method === 'DELETE' ? {} : { payload: (given.body ?? {}) as object };
      const answered = await server.http.inject({ method: route.method, url, headers, ...payload });
      return { statusCode: answered.statusCode, body: answered.headers['content-type']?.toString().startsWith('application/json') === true ? answered.json() : answered.body };
    },
    async stop() {
      await server.stop();
      if (changes['ANLAN_DATA'] === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Throws with the first place where an answer does not fit its contract. */
export function checkAnswer(id: RouteId, answer: unknown): void {
  const schema = routes[id].answer;
  if (Value.Check(schema, answer)) return;
  const [first] = Value.Errors(schema, answer);
  throw new Error(`${id}: answer does not fit its contract at ${first?.path ?? ''}: ${first?.message ?? ''} ${JSON.stringify(first?.value).slice(0, 200)}`);
}

/** Waits until `probe` gives something, at most `seconds`. */
export async function eventually<T>(probe: () => Promise<T | undefined>, seconds = 20): Promise<T> {
  const endMs = Date.now() + seconds * 1000;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (Date.now() > endMs) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
