// The session cookie: not readable by scripts, never sent from another site.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type {} from '@fastify/cookie';

export function findToken(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}

export function setToken(reply: FastifyReply, token: string, options: { readonly secure: boolean; readonly maxAgeS: number }): void {
  reply.setCookie(NAME, token, { httpOnly: true, sameSite: 'strict', path: '/', secure: options.secure, maxAge: options.maxAgeS });
}

export function clearToken(reply: FastifyReply): void {
  reply.clearCookie(NAME, { path: '/' });
}

const NAME = 'anlan_session';
