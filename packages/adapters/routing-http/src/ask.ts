// One question to a routing server: bounded in time and in bytes, every failure with its code. The
// address comes from the configuration of the operator, never from a request.

import { AdapterError } from '@anlan/kernel';

export interface ServerOptions {
  /** Such as `http://127.0.0.1:5000`, without a slash at the end. */
  readonly baseUrl: string;
  readonly timeoutMs: number;
  /** Most places on one side of a question: servers limit tables (OSRM 100 places, Valhalla 2,500 pairs by default). */
  readonly blockCountMax: number;
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function ask(engine: string, options: ServerOptions, question: { readonly path: string; readonly body?: unknown }): Promise<Answer> {
  const { path, body } = question;
  const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  try {
    const response = await fetch(`${options.baseUrl}${path}`, { ...post, signal: AbortSignal.timeout(options.timeoutMs), redirect: 'error' });
    const text = await boundedText(engine, response);
    return { status: response.status, body: jsonObject(engine, text) };
  } catch (cause) {
    if (cause instanceof AdapterError) throw cause;
    if (cause instanceof DOMException && cause.name === 'TimeoutError') throw new AdapterError('ROUTING_TIMEOUT', { cause, retryable: true, params: { engine, timeoutMs: options.timeoutMs } });
    throw new AdapterError('ROUTING_UNREACHABLE', { cause, retryable: true, params: { engine, detail: (cause as Error).message.slice(0, 80) } });
  }
}

export function unreadable(engine: string, detail: string, cause?: unknown): AdapterError {
  return new AdapterError('ROUTING_ANSWER_UNREADABLE', { cause, retryable: false, params: { engine, detail: detail.slice(0, 80) } });
}

/** A figure of an answer: null is no way; anything else that is no number from 0 on is no answer. */
export function figure(engine: string, given: unknown, name: string): number | null {
  if (given === null) return null;
  if (typeof given !== 'number' || !Number.isFinite(given) || given < 0) throw unreadable(engine, name);
  return given;
}

async function boundedText(engine: string, response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    byteCount += bytes.length;
    if (byteCount > ANSWER_BYTES_MAX) throw unreadable(engine, `> ${ANSWER_BYTES_MAX} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonObject(engine: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed = JSON.parse(text) as unknown;
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  } catch (cause) {
    throw unreadable(engine, 'JSON', cause);
  }
  throw unreadable(engine, 'JSON object');
}

const ANSWER_BYTES_MAX = 32 * 1024 * 1024;
