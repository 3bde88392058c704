// What a handler gets and gives. Handlers are thin: decode, call the domain, encode.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RouteBody, RouteId, RouteParams, RouteQuery } from '@anlan/contracts';
import type { Actor, Context } from '@anlan/domain';
import type { Result } from '@anlan/kernel';
import type { App } from '../app.ts';

export interface Call<K extends RouteId> {
  readonly app: App;
  readonly params: RouteParams<K>;
  readonly query: RouteQuery<K>;
  readonly body: RouteBody<K>;
  readonly actor: Actor;
  readonly context: Context;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Domain values; instants are turned into text by the caller. Bytes pass through as they are. */
export type Handler<K extends RouteId> = (call: Call<K>) => Promise<Result<unknown>>;

export type Handlers = { readonly [K in RouteId]: Handler<K> };

/** Result of a command whose answer is only that it was done, told after COMMIT. */
export function done(result: Result<unknown>): Result<unknown> {
  return result.ok ? { ok: true, value: { done: true } } : result;
}
