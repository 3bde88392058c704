// What the framework, its plugins and the socket refuse before a handler is reached, as coded answers:
// an address that cannot be decoded, an id that is too long, headers that overflow, a body of an
// unknown kind. No door answers with a sentence of the framework.

import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AdapterError } from '@anlan/kernel';
import type { Refusal } from '@anlan/kernel';
import { errorAnswer } from './error-answer.ts';
import type { InputDetail } from './input-details.ts';

/** A refusal that has to be thrown, because a hook or a plugin stands between. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export interface BodyLimits {
  readonly bodyBytes: number;
  readonly fileBytes: number;
}

/** What was thrown, as a coded refusal; what nobody foresaw is SERVER_FAILED. */
export function refusalOf(error: unknown, request: Pick<FastifyRequest, 'headers' | 'method' | 'url'>, limits: BodyLimits): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof AdapterError) return { code: error.code, params: error.params };
  const known = error as KnownError;
  const first = known.validation?.[0];
  if (first !== undefined) {
    return { code: 'HTTP_INPUT_INVALID', params: { where: `${known.validationContext ?? ''}${first.instancePath}`.slice(0, 200), detail: first.message ?? 'rule-broken' } };
  }
  const byCode = BY_CODE[known.code ?? '']?.(request, limits);
  if (byCode !== undefined) return byCode;
  if (known.statusCode === 404) return { code: 'HTTP_ROUTE_UNKNOWN', params: { method: request.method, path: pathOf(request) } };
  const isTheirs = known.statusCode !== undefined && known.statusCode >= 400 && known.statusCode < 500;
  // The static files refuse a path that leaves their folder; there is nothing at such an address.
  if (isTheirs && (request.method === 'GET' || request.method === 'HEAD') && known.statusCode !== 416) return { code: 'HTTP_ROUTE_UNKNOWN', params: { method: request.method, path: pathOf(request) } };
  if (isBrokenForm(known, request)) return { code: 'HTTP_BODY_UNREADABLE', params: { detail: 'form-broken' } };
  if (isTheirs || error instanceof SyntaxError) return { code: 'HTTP_BODY_UNREADABLE', params: { detail: bodyDetailOf(known) } };
  return { code: 'SERVER_FAILED', params: {} };
}

/** The parser of forms throws bare errors, without code or status, at what breaks off or has no boundary. */
function isBrokenForm({ message }: KnownError, { headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return (headers['content-type'] ?? '').startsWith('multipart/') && /multipart|content.type|part header/i.test(message);
}

/** Our word for what the body lacks; the framework's own sentence is told to nobody. */
function bodyDetailOf({ code, name }: KnownError): InputDetail {
  return BODY_DETAILS[code ?? ''] ?? (name === 'SyntaxError' ? 'json-broken' : 'body-broken');
}

/** For `frameworkErrors`: the router could not read the address. */
export function answerBadAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error, request, { bodyBytes: 0, fileBytes: 0 });
  const { statusCode, answer } = errorAnswer(refusal.code.startsWith('HTTP_ADDRESS') ? refusal : { code: 'HTTP_ADDRESS_UNREADABLE', params: {} }, request.id);
  void reply.code(statusCode).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(answer));
}

/** For `clientErrorHandler`: what arrived is no request at all; there is only the socket to answer on. */
export function answerOnSocket(error: NodeJS.ErrnoException, socket: Socket, reference: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const code = SOCKET_CODES[error.code ?? ''] ?? 'HTTP_REQUEST_UNREADABLE';
  const { statusCode, answer } = errorAnswer({ code, params: {} }, reference);
  const body = Buffer.from(JSON.stringify(answer));
  socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 ${statusCode} ${STATUS_WORDS[statusCode] ?? 'Bad Request'}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`), body]));
}

/** The path without its query, short enough for a sentence. */
export function pathOf({ url }: Pick<FastifyRequest, 'url'>): string {
  return (url.split('?')[0] ?? '').slice(0, 200);
}

interface KnownError {
  readonly code?: string;
  readonly statusCode?: number;
  readonly validation?: readonly { readonly instancePath: string; readonly message?: string }[];
  readonly validationContext?: string;
  readonly name?: string;
  readonly message: string;
}

type Make = (request: Pick<FastifyRequest, 'headers'>, limits: BodyLimits) => Refusal;

const BY_CODE: Readonly<Record<string, Make | undefined>> = {
  FST_ERR_BAD_URL: () => ({ code: 'HTTP_ADDRESS_UNREADABLE', params: {} }),
  FST_ERR_MAX_PARAM_LENGTH: () => ({ code: 'HTTP_ADDRESS_TOO_LONG', params: { limitCount: PARAM_LENGTH_COUNT_MAX } }),
  FST_ERR_CTP_BODY_TOO_LARGE: (_request, { bodyBytes }) => ({ code: 'HTTP_BODY_TOO_LARGE', params: { limitBytes: bodyBytes } }),
  FST_REQ_FILE_TOO_LARGE: (_request, { fileBytes }) => ({ code: 'HTTP_BODY_TOO_LARGE', params: { limitBytes: fileBytes } }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ({ headers }) => ({ code: 'HTTP_MEDIA_REFUSED', params: { mediaType: (headers['content-type'] ?? '').slice(0, 80) } }),
};

const BODY_DETAILS: Readonly<Record<string, InputDetail | undefined>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-empty',
  FST_ERR_CTP_INVALID_JSON_BODY: 'json-broken',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'length-wrong',
  FST_PARTS_LIMIT: 'parts-too-many',
  FST_FILES_LIMIT: 'parts-too-many',
  FST_FIELDS_LIMIT: 'parts-too-many',
};

const SOCKET_CODES: Readonly<Record<string, string | undefined>> = { HPE_HEADER_OVERFLOW: 'HTTP_HEADERS_TOO_LARGE', ERR_HTTP_REQUEST_TIMEOUT: 'HTTP_REQUEST_TIMEOUT' };
const STATUS_WORDS: Readonly<Record<number, string | undefined>> = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' };

/** Longest id in an address, characters; ours are below 60. */
export const PARAM_LENGTH_COUNT_MAX = 200;
