// The HTTP server: security headers, limits, one place where errors become answers, the contract's
// routes, the live socket, the built web and the base map.

import { resolve } from 'node:path';
import fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import serveStatic from '@fastify/static';
import websocket from '@fastify/websocket';
import type { App } from '../app.ts';
import { registerLive } from '../live/socket.ts';
import { openApiDocument } from '../openapi.ts';
import { errorAnswer } from './error-answer.ts';
import { answerBadAddress, answerOnSocket, PARAM_LENGTH_COUNT_MAX, pathOf, Refused, refusalOf } from './framework-errors.ts';
import { handlers } from './handlers/index.ts';
import { registerRoutes } from './register-routes.ts';
import { contractValidator } from './validate.ts';
import { findWebFile } from './web-files.ts';

export async function buildServer(app: App): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: PARAM_LENGTH_COUNT_MAX },
    frameworkErrors: answerBadAddress,
    clientErrorHandler: (error, socket) => answerOnSocket(error, socket, app.newReference()),
    requestIdHeader: false,
    genReqId: () => app.newReference(),
    // One proxy stands before us when a public origin is set; what it did not say itself is not believed.
    trustProxy: app.config.publicOrigin === '' ? false : (_address: string, hopIndex: number) => hopIndex === 0,
    forceCloseConnections: true,
  });
  await server.register(cookie);
  await server.register(helmet, { contentSecurityPolicy: { directives: CSP }, crossOriginEmbedderPolicy: false, hsts: app.config.publicOrigin.startsWith('https:') });
  await server.register(rateLimit, { global: false, errorResponseBuilder: (_request, context) => new RateLimited(Math.ceil(context.ttl / 1000)) });
  await server.register(multipart, { limits: { fileSize: PHOTO_LIMIT_BYTES, files: 4, fields: 20, fieldSize: 10_000 } });
  await server.register(websocket, { options: { maxPayload: 4096, perMessageDeflate: false } });
  server.addContentTypeParser(['text/csv', 'application/geo+json', XLSX_TYPE, 'application/octet-stream'], { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
  server.addHook('onRequest', async (request) => refuseOtherOrigins(app, request));
  server.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, request, { bodyBytes: BODY_LIMIT_BYTES, fileBytes: PHOTO_LIMIT_BYTES });
    if (refusal.code === 'SERVER_FAILED') app.note('error', 'request failed', { reference: request.id, path: request.routeOptions.url ?? '', error: String(error), stack: (error as Error).stack ?? '' });
    const { statusCode, answer } = errorAnswer(refusal, request.id);
    if (refusal.code === 'HTTP_TOO_MANY') void reply.header('retry-after', String(refusal.params['retryAfterS']));
    return reply.code(statusCode).send(answer);
  });
  server.setValidatorCompiler(contractValidator);
  registerRoutes(server, app, handlers);
  server.get('/api/openapi.json', () => openApiDocument());
  registerLive(server, app);
  await registerFiles(server, app);
  return server;
}

async function registerFiles(server: FastifyInstance, app: App): Promise<void> {
  await server.register(serveStatic, { root: app.region.basemapDir, prefix: '/basemap/', decorateReply: true, acceptRanges: true, cacheControl: true, maxAge: 3_600_000 });
  const webDir = resolve(app.config.webDir);
  server.setNotFoundHandler((request, reply) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const found = isRead ? findWebFile(webDir, request.url, request.headers.accept ?? '') : undefined;
    if (found?.endsWith('.html') === true) return reply.header('cache-control', 'no-cache').sendFile(found, webDir, { cacheControl: false });
    if (found !== undefined) return reply.sendFile(found, webDir, { maxAge: 3_600_000, dotfiles: 'ignore' });
    const { statusCode, answer } = errorAnswer({ code: 'HTTP_ROUTE_UNKNOWN', params: { method: request.method, path: pathOf(request) } }, request.id);
    return reply.code(statusCode).send(answer);
  });
}

/** A write or a socket that another site starts is refused, besides the cookie's own SameSite rule. */
function refuseOtherOrigins(app: App, request: FastifyRequest): void {
  const { origin } = request.headers;
  const isSafe = request.method === 'GET' && request.headers.upgrade === undefined;
  if (origin === undefined || isSafe) return;
  const own = app.config.publicOrigin === '' ? `${request.protocol}://${request.headers.host ?? ''}` : app.config.publicOrigin;
  if (origin !== own && !app.extraOrigins.includes(origin)) throw new Refused({ code: 'HTTP_ORIGIN_REFUSED', params: { origin: origin.slice(0, 200) } });
}

class RateLimited extends Refused {
  readonly statusCode = 429;
  constructor(retryAfterS: number) {
    super({ code: 'HTTP_TOO_MANY', params: { retryAfterS } });
  }
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A batch of 10 000 readings is about 1 MB. */
const BODY_LIMIT_BYTES = 5_000_000;
/** The form shrinks photos before it sends them; this is the bound for others. */
const PHOTO_LIMIT_BYTES = 8_000_000;
/** Everything comes from this server: no other site is ever contacted by the pages. */
const CSP = {
  defaultSrc: ["'self'"], scriptSrc: ["'self'", "'wasm-unsafe-eval'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'],
  workerSrc: ["'self'", 'blob:'], connectSrc: ["'self'", 'data:', 'blob:'], fontSrc: ["'self'", 'data:'], objectSrc: ["'none'"], frameAncestors: ["'none'"], upgradeInsecureRequests: null,
};
