// The live socket: the same session and the same access table as every endpoint; revoking an
// account closes it. The client says nothing but pings.

import type { FastifyInstance } from 'fastify';
import type {} from '@fastify/websocket';
import type { App } from '../app.ts';
import { findToken } from '../http/cookie.ts';
import { errorAnswer } from '../http/error-answer.ts';
import { isOfFirm } from '../services/incident-readers.ts';

export function registerLive(server: FastifyInstance, app: App): void {
  server.route({
    method: 'GET',
    url: '/api/live',
    handler: (request, reply) => reply.code(426).header('upgrade', 'websocket').send(errorAnswer({ code: 'HTTP_UPGRADE_NEEDED', params: {} }, request.id).answer),
    wsHandler: (socket, request) => {
      void app.sessions.find(findToken(request)).then(async (session) => {
        if (session === undefined) return socket.close(4401, 'HTTP_SESSION_MISSING');
        const { organisationId } = session.actor;
        const ofFirm = await isOfFirm(app, organisationId);
        if (socket.readyState !== socket.OPEN) return undefined;
        const leave = app.hub.join({
          accountId: session.account.id,
          roles: session.account.roles,
          organisationId,
          ofFirm,
          bufferedBytes: () => socket.bufferedAmount,
          send: (text) => socket.send(text),
          close: () => socket.close(4401, 'HTTP_SESSION_MISSING'),
        });
        // Asked again while the socket lives: a session that ended takes its socket with it.
        const watch = setInterval(() => {
          void app.sessions.find(findToken(request)).then((still) => (still === undefined ? socket.close(4401, 'HTTP_SESSION_MISSING') : undefined)).catch(() => undefined);
        }, RECHECK_MS);
        socket.on('close', () => clearInterval(watch));
        socket.on('close', leave);
        socket.on('error', leave);
        return undefined;
      }).catch(() => socket.close(1011));
    },
  });
}

const RECHECK_MS = 15_000;
