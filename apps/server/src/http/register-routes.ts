// Registers every route of the contract: who asks, may they, is the input right, then the handler.
// The order is the same everywhere, so no endpoint can forget a step.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { routes } from '@anlan/contracts';
import type { Route, RouteId } from '@anlan/contracts';
import { commandFromText, mayDo, scopeOf } from '@anlan/domain';
import type { Actor } from '@anlan/domain';
import type { Refusal, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { deviceActor } from '../actors.ts';
import type { App } from '../app.ts';
import type { Call, Handler, Handlers } from './call.ts';
import { errorAnswer } from './error-answer.ts';
import { findSeatToken, findToken } from './cookie.ts';
import { toWire } from './to-wire.ts';

export function registerRoutes(server: FastifyInstance, app: App, handlers: Handlers): void {
  const callers = new WeakMap<FastifyRequest, Actor>();
  for (const [id, route] of Object.entries(routes) as [RouteId, Route][]) {
    const handler = handlers[id] as unknown as Handler<RouteId>;
    server.route({
      method: route.method,
      url: route.path,
      schema: {
        params: route.params,
        querystring: route.query,
        ...(route.method !== 'GET' && route.method !== 'DELETE' && route.bodyKind === 'json' ? { body: route.body } : {}),
      },
      ...(LIMITED[id] === undefined ? {} : { config: { rateLimit: { ...LIMITED[id], ...(id === 'login' ? { keyGenerator: (request: FastifyRequest) => placeOf(app, request) } : {}) } } }),
      // Before the body is read: a stranger learns nothing about the input, and a flood costs no parsing.
      onRequest: async (request, reply) => {
        const caller = await callerOf(app, route, request);
        if (caller.ok) callers.set(request, caller.value);
        else return refused(reply, caller.refusal, request.id);
      },
      handler: (request, reply) => answer(app, id, route, handler, request, reply, callers.get(request)),
    });
  }
}

async function answer(app: App, id: RouteId, route: Route, handler: Handler<RouteId>, request: FastifyRequest, reply: FastifyReply, actor: Actor | undefined): Promise<unknown> {
  if (actor === undefined) throw new Error(`${id} was reached without a caller`);
  const context = { realm: app.realm, actor, now: app.clock.now() };
  const call = {
    app, params: request.params, query: request.query, body: request.body, actor, context, request, reply,
  } as unknown as Call<RouteId>;
  const result = await handler(call);
  if (!result.ok) return refused(reply, result.refusal, request.id);
  if (route.answerKind === 'bytes') return reply.send(result.value);
  const wire = toWire(result.value);
  if (app.checkAnswer !== undefined) app.checkAnswer(id, wire);
  return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(wire));
}

/** A seat that is remembered has a count of its own, so that a guesser behind the same address does not use it up. */
async function placeOf(app: App, request: FastifyRequest): Promise<string> {
  return (await app.seats.findKnown(findSeatToken(request))) ?? request.ip;
}

/** The session's actor, or the public; refuses before anything of the domain is touched. */
async function callerOf(app: App, route: Route, request: FastifyRequest): Promise<Result<Actor>> {
  if (route.access === 'public') return ok(PUBLIC);
  const { authorization } = request.headers;
  if (authorization !== undefined && /^bearer /i.test(authorization)) return deviceOf(app, route, authorization.slice(7).trim());
  const session = await app.sessions.find(findToken(request));
  if (session === undefined) return refuse('HTTP_SESSION_MISSING');
  if (route.access === 'any') return ok(session.actor);
  const command = commandFromText(route.access);
  if (!command.ok) return command;
  // `own` is judged again by the handler, which knows whose the resource is.
  if (scopeOf(session.actor, command.value) === 'own') return ok(session.actor);
  const allowed = mayDo(session.actor, command.value);
  return allowed.ok ? ok(session.actor) : allowed;
}

/** A device has no session: it may only what the table allows to devices. */
async function deviceOf(app: App, route: Route, token: string): Promise<Result<Actor>> {
  const device = await app.devices.findByToken(token);
  if (device === undefined) return refuse('HTTP_DEVICE_TOKEN_REFUSED');
  if (route.access === 'any') return refuse('HTTP_SESSION_MISSING');
  const command = commandFromText(route.access);
  if (!command.ok) return command;
  const actor: Actor = { ...deviceActor(device.id), name: device.displayName.zh };
  const allowed = mayDo(actor, command.value);
  return allowed.ok ? ok(actor) : allowed;
}

function refused(reply: FastifyReply, refusal: Refusal, reference: string): FastifyReply {
  const { statusCode, answer: body } = errorAnswer(refusal, reference);
  const { retryAfterS } = refusal.params;
  if (statusCode === 429 && typeof retryAfterS === 'number') void reply.header('retry-after', String(retryAfterS));
  return reply.code(statusCode).send(body);
}

const PUBLIC: Actor = { kind: 'public', id: 'public', name: '公众', roles: [], organisationId: '' };

/** Doors that strangers can knock at: guesses of passwords and floods of reports are slowed. */
const LIMITED: Partial<Record<RouteId, { max: number; timeWindow: number }>> = {
  login: { max: 10, timeWindow: 60_000 },
  postPublicReport: { max: 20, timeWindow: 60_000 },
  getReceipt: { max: 60, timeWindow: 60_000 },
  uploadDocument: { max: 60, timeWindow: 60_000 },
};
