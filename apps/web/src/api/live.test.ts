import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveFrame } from '@anlan/contracts';
import { createLive, retryPauseMs } from './live.ts';

class FakeSocket {
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  closed = false;
  close(): void { this.closed = true; }
}

const frame: LiveFrame = { at: '2026-11-23T12:00:00.000Z', changed: ['queue'], vessels: [], readings: [], progress: [], snapshot: true };

function setUp() {
  const sockets: FakeSocket[] = [];
  const frames: LiveFrame[] = [];
  const live = createLive({ url: () => 'ws://x', now: () => 5_000, openSocket: () => { const socket = new FakeSocket(); sockets.push(socket); return socket as unknown as WebSocket; }, onFrame: (f) => frames.push(f) });
  return { live, sockets, frames };
}

describe('live socket', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('hands frames on and knows when the last one came', () => {
    const { live, sockets, frames } = setUp();
    live.start();
    sockets[0]!.onmessage?.({ data: JSON.stringify(frame) });
    expect(frames).toEqual([frame]);
    expect(live.getState()).toEqual({ state: 'open', downSinceAt: undefined, lastFrameAt: Date.parse(frame.at) });
  });

  it('says since when it is down: since the last frame, and keeps that moment over several attempts', () => {
    const { live, sockets } = setUp();
    live.start();
    sockets[0]!.onmessage?.({ data: JSON.stringify(frame) });
    sockets[0]!.onclose?.();
    expect(live.getState()).toMatchObject({ state: 'down', downSinceAt: Date.parse(frame.at) });
    vi.advanceTimersByTime(500);
    sockets[1]!.onclose?.();
    vi.advanceTimersByTime(1000);
    expect(sockets).toHaveLength(3);
    expect(live.getState().downSinceAt).toBe(Date.parse(frame.at));
    sockets[2]!.onmessage?.({ data: JSON.stringify(frame) });
    expect(live.getState().state).toBe('open');
  });

  it('takes an open but silent socket for a broken one', () => {
    const { live, sockets } = setUp();
    live.start();
    sockets[0]!.onmessage?.({ data: JSON.stringify(frame) });
    vi.advanceTimersByTime(25_000);
    expect(sockets[0]!.closed).toBe(true);
    expect(live.getState().state).toBe('down');
    expect(sockets.length).toBeGreaterThan(1);
  });

  it('opens nothing more after it was stopped', () => {
    const { live, sockets } = setUp();
    live.start();
    live.stop();
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
  });

  it('pauses 0.5, 1, 2, 4, 8, then 10 s', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map(retryPauseMs)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });
});
