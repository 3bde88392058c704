// Session, preferences, and what this installation is.

import { ok, refuse } from '@anlan/kernel';
import { accountToWire } from './accounts.ts';
import { clearToken, findSeatToken, findToken, setSeatToken, setToken } from '../cookie.ts';
import type { Handlers } from '../call.ts';
import { PRODUCT_VERSION } from '../../version.ts';

type SessionRoutes = 'getMeta' | 'getHealth' | 'login' | 'logout' | 'getSession' | 'getPreferences' | 'putPreferences';

export const sessionHandlers: Pick<Handlers, SessionRoutes> = {
  async getMeta({ app, request }) {
    const { id, names, bboxDeg, centre, timeZone } = app.region;
    return ok({
      productVersion: PRODUCT_VERSION,
      mode: app.mode,
      realm: app.realm,
      serverNow: new Date(app.clock.now()).toISOString(),
      clockRateRatio: app.clockRateRatio,
      region: { id, titles: names, bboxDeg, centre, timeZone },
      simulatedSources: app.sources.filter((source) => source.simulated).map((source) => ({ id: source.id, titles: source.titles })),
      // Passwords are told to this machine only; others get them from whoever started the server.
      demonstrationAccounts: (isLoopback(request.ip) ? app.demonstrationAccounts : []).map(({ userName, password, displayName, roles }) => ({ userName, password, displayName, roles })),
    });
  },

  async getHealth({ app }) {
    const database = await app.databaseIsThere();
    return ok({ ok: database, database, checkedAt: app.wallClock.now() });
  },

  async login({ app, body, request, reply }) {
    const seatToken = findSeatToken(request);
    const allowed = app.loginWaits.enter({ userName: body.userName, address: request.ip, provenHash: await app.seats.findProven(seatToken, body.userName) });
    if (!allowed.ok) return allowed;
    const entered = await app.sessions.login(body.userName, body.password);
    if (entered === undefined) {
      app.note('warn', 'login refused', { userName: body.userName });
      return refuse('HTTP_LOGIN_REFUSED');
    }
    allowed.value.succeeded();
    const { token, session } = entered;
    const maxAgeS = Math.floor((session.expiresAt - app.wallClock.now()) / 1000);
    const secure = app.config.publicOrigin.startsWith('https:');
    setToken(reply, token, { secure, maxAgeS });
    const seat = await app.seats.remember(seatToken, session.account.id);
    setSeatToken(reply, seat.token, { secure, maxAgeS: seat.maxAgeS });
    return ok({ account: accountToWire(session.account), expiresAt: session.expiresAt });
  },

  async logout({ app, actor, request, reply }) {
    await app.sessions.end(findToken(request) ?? '');
    // Other windows of the same person come back by themselves with their own session.
    app.hub.closeAccount(actor.id);
    clearToken(reply);
    return ok({ done: true });
  },

  async getSession({ app, request }) {
    const session = await app.sessions.find(findToken(request));
    if (session === undefined) return refuse('HTTP_SESSION_MISSING');
    return ok({ account: accountToWire(session.account), expiresAt: session.expiresAt });
  },

  async getPreferences({ app, actor }) {
    const saved = await app.accounts.findPreferences(actor.id);
    return ok(saved === undefined ? FIRST_PREFERENCES : (JSON.parse(saved) as unknown));
  },

  async putPreferences({ app, actor, body }) {
    const text = JSON.stringify(body);
    if (Buffer.byteLength(text) > PREFERENCES_BYTES_MAX) return refuse('HTTP_BODY_TOO_LARGE', { limitBytes: PREFERENCES_BYTES_MAX });
    await app.accounts.savePreferences(actor.id, text);
    return ok({ done: true });
  },
};

function isLoopback(address: string): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}

/** Screen settings of one seat; ours are below 2 kB. */
const PREFERENCES_BYTES_MAX = 20_000;
/** What a seat sees before anybody chose: Chinese, dark, night chart. */
const FIRST_PREFERENCES = { locale: 'zh-CN', theme: 'dark', mapMode: 'night', layout: null };
