// The typed client: every request goes through the route table of the contracts, so that a path or a
// body that the server does not know cannot be written here.

import type { RouteAnswer, RouteBody, RouteId, RouteParams, RouteQuery } from '@anlan/contracts';
import { routes } from '@anlan/contracts';
import { errorFromBody, webError } from './api-error.ts';

type Needed<T, Name extends string> = object extends T ? { [N in Name]?: T } : { [N in Name]: T };
export type CallInput<K extends RouteId> = Needed<RouteParams<K>, 'params'> & Needed<RouteQuery<K>, 'query'> & Needed<RouteBody<K>, 'body'> & { signal?: AbortSignal };
type Rest<K extends RouteId> = object extends CallInput<K> ? [input?: CallInput<K>] : [input: CallInput<K>];

/** Calls a JSON route; throws ApiError. */
export async function call<K extends RouteId>(routeId: K, ...rest: Rest<K>): Promise<RouteAnswer<K>> {
  const input = (rest[0] ?? {}) as LooseInput;
  // A command without fields is an empty object, never an absent body: that is what its schema says.
  const hasBody = routes[routeId].method === 'POST' || routes[routeId].method === 'PUT';
  const response = await send(routeId, input, hasBody ? JSON.stringify(input.body ?? {}) : undefined, hasBody ? 'application/json' : undefined);
  return (await readJson(response)) as RouteAnswer<K>;
}

/** Calls a multipart route with a form that the caller filled. */
export async function callForm<K extends RouteId>(routeId: K, form: FormData, signal?: AbortSignal): Promise<RouteAnswer<K>> {
  const response = await send(routeId, signal === undefined ? {} : { signal }, form, undefined);
  return (await readJson(response)) as RouteAnswer<K>;
}

/** Sends bytes (an import file) and reads the JSON answer. */
export async function callWithBytes<K extends RouteId>(routeId: K, input: { params: RouteParams<K>; query: RouteQuery<K> }, bytes: Blob): Promise<RouteAnswer<K>> {
  const response = await send(routeId, input as LooseInput, bytes, 'application/octet-stream');
  return (await readJson(response)) as RouteAnswer<K>;
}

/** Reads a bytes route (an export, a photo). */
export async function callBytes<K extends RouteId>(routeId: K, input: { params: RouteParams<K>; query?: RouteQuery<K> }): Promise<Blob> {
  const response = await send(routeId, input as LooseInput, undefined, undefined);
  return response.blob();
}

/** Path and query of a route, for links and for requests. */
export function urlOf<K extends RouteId>(routeId: K, input: { params?: unknown; query?: unknown } = {}): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const path = routes[routeId].path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Told when the session has ended, so that the shell can ask to sign in again. */
export function onSessionEnded(listener: () => void): () => void {
  endedListeners.add(listener);
  return () => endedListeners.delete(listener);
}

interface LooseInput { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown; readonly signal?: AbortSignal }

async function send(routeId: RouteId, input: LooseInput, body: BodyInit | undefined, contentType: string | undefined): Promise<Response> {
  const init: RequestInit = { method: routes[routeId].method, credentials: 'same-origin', headers: contentType === undefined ? {} : { 'content-type': contentType } };
  if (body !== undefined) init.body = body;
  if (input.signal !== undefined) init.signal = input.signal;
  let response: Response;
  try {
    response = await fetch(urlOf(routeId, input), init);
  } catch (error) {
    if (input.signal?.aborted === true) throw error;
    throw webError('WEB_SERVER_UNREACHABLE');
  }
  if (response.ok) return response;
  if (response.status === 401 && routes[routeId].access !== 'public') endedListeners.forEach((listener) => listener());
  throw errorFromBody(await response.json().catch(() => undefined), response.status);
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw webError('WEB_ANSWER_UNREADABLE', { status: response.status }, response.status);
  }
}

const endedListeners = new Set<() => void>();
