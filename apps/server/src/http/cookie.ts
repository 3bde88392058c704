// The cookies of the session and of the seat: not readable by scripts, never sent from another site.

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

/** What the browser kept of an earlier login; unlike the session it outlives a logout. */
export function findSeatToken(request: FastifyRequest): string | undefined {
  return request.cookies[SEAT_NAME];
}

export function setSeatToken(reply: FastifyReply, token: string, options: { readonly secure: boolean; readonly maxAgeS: number }): void {
  reply.setCookie(SEAT_NAME, token, { httpOnly: true, sameSite: 'strict', path: '/api/session', secure: options.secure, maxAge: options.maxAgeS });
}

const NAME = 'anlan_session';
const SEAT_NAME = 'anlan_seat';
