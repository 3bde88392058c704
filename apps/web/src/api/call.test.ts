import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from './api-error.ts';
import { call, onSessionEnded, urlOf } from './call.ts';

const refusal = { code: 'LOG_VERSION_CONFLICT', params: {}, zh: { happened: '甲', means: '乙', next: '丙' }, en: { happened: 'a', means: 'b', next: 'c' }, reference: 'r-1' };

function answerWith(body: unknown, status = 200): ReturnType<typeof vi.fn> {
  const fetch = vi.fn(async () => new Response(JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

describe('client over the route table', () => {
  it('fills path parameters encoded and leaves out absent query members', () => {
    expect(urlOf('answerClock', { params: { id: 'a/b', clockId: 'c 1' } })).toBe('/api/incidents/a%2Fb/clocks/c%201/answer');
    expect(urlOf('listOrders', { query: { incidentId: undefined, limit: 5 } })).toBe('/api/orders?limit=5');
    expect(urlOf('getQueue')).toBe('/api/queue');
  });

  it('sends a command without fields as an empty object, because its schema is an object', async () => {
    const fetch = answerWith({ done: true });
    await call('acknowledgeAlert', { params: { id: 'al-1' } });
    expect(fetch).toHaveBeenCalledWith('/api/alerts/al-1/acknowledge', expect.objectContaining({ method: 'POST', body: '{}' }));
  });

  it('sends no body with a read or a delete', async () => {
    const fetch = answerWith({ done: true });
    await call('cancelForecast', { params: { id: 'f' } });
    await call('getQueue');
    for (const [, init] of fetch.mock.calls as [string, RequestInit][]) expect(init.body).toBeUndefined();
  });

  it('gives a refusal with the three sentences of the server', async () => {
    answerWith(refusal, 409);
    const error = await call('addNote', { params: { id: 'i' }, body: { text: 'x' } }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).answer).toEqual(refusal);
    expect((error as ApiError).statusCode).toBe(409);
  });

  it('names an unreachable server and an answer that is no refusal, in both languages', async () => {
    vi.stubGlobal('fetch', vi.fn(async () => { throw new TypeError('failed'); }));
    const unreachable = (await call('getMeta').catch((cause: unknown) => cause)) as ApiError;
    expect(unreachable.answer.code).toBe('WEB_SERVER_UNREACHABLE');
    expect(unreachable.answer.zh.happened).not.toBe('');
    answerWith('<html>', 502);
    const unreadable = (await call('getMeta').catch((cause: unknown) => cause)) as ApiError;
    expect(unreadable.answer.params).toEqual({ status: 502 });
    expect(unreadable.answer.en.happened).toContain('502');
  });

  it('tells the shell when the session has ended, but not when a sign-in is refused', async () => {
    const ended = vi.fn();
    const stop = onSessionEnded(ended);
    answerWith(refusal, 401);
    await call('login', { body: { userName: 'a', password: 'b' } }).catch(() => undefined);
    expect(ended).not.toHaveBeenCalled();
    await call('getQueue').catch(() => undefined);
    expect(ended).toHaveBeenCalledTimes(1);
    stop();
  });
});
