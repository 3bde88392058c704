// The player of a scenario: who it is to the server, and how it calls as a seat.

import type { RouteId } from '@anlan/contracts';
import { routes } from '@anlan/contracts';
import type { OrderBody } from '@anlan/domain';
import type { Instant } from '@anlan/kernel';
import type { RunningServer } from '../app.ts';
import type { CrewStep, Scenario } from './scenario.ts';

export interface PlayClock {
  now(): Instant;
  /** Waits (a play for people) or jumps (headless) to the instant. */
  reach(at: Instant): Promise<void>;
}

export interface Player {
  readonly server: RunningServer;
  readonly scenario: Scenario;
  readonly clock: PlayClock;
  readonly saved: Map<string, string>;
  readonly cookies: Map<string, string>;
  /** Values that the scenario has set; they hold until it sets them again. */
  readonly heldValues: Map<string, number>;
  crews: CrewStep | undefined;
  /** In a play for people a person waits for what is late on a busy machine; a headless play has nothing to wait for. */
  readonly patient: boolean;
  tick(): Promise<void>;
  say(line: string): void;
}

/** One call as a seat, through the HTTP stack. Logs in on the seat's first call. */
export async function callAs(
  player: Player, seat: string, routeId: RouteId, params: Readonly<Record<string, string>>, body: unknown,
): Promise<{ statusCode: number; answer: unknown }> {
  const cookie = player.cookies.get(seat) ?? (await login(player, seat));
  const route = routes[routeId];
  const url = route.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
  const payload = route.method === 'GET' || route.method === 'DELETE' ? {} : { payload: body as object };
  const answered = await player.server.http.inject({ method: route.method, url, headers: { cookie }, ...payload });
  return { statusCode: answered.statusCode, answer: answered.body === '' ? {} : (answered.json() as unknown) };
}

async function login(player: Player, seat: string): Promise<string> {
  const account = player.server.app.demonstrationAccounts.find((known) => known.userName === seat);
  const answered = await player.server.http.inject({ method: 'POST', url: '/api/session', payload: { userName: seat, password: account?.password ?? '' } });
  const cookie = answered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  if (answered.statusCode >= 300) throw new Error(`cannot log in as ${seat}: ${answered.body}`);
  player.cookies.set(seat, cookie);
  return cookie;
}

/** Orders of this play that are not over, oldest first. */
export async function openOrders(player: Player): Promise<readonly OrderBody[]> {
  const { app } = player.server;
  const views = await app.views.list<OrderBody>({ realm: app.realm, kind: 'order' });
  const open = views.map((view) => view.body).filter((order) => !['done', 'cancelled', 'blocked'].includes(order.state));
  return open.sort((a, b) => a.arriveDueAt - b.arriveDueAt || (a.id < b.id ? -1 : 1));
}
