// The live socket: reconnects with growing pauses, says since when it is down, hands vessels and
// readings to whoever listens and passes changed keys to the cache. A socket that is open but silent
// counts as down: "connected, nothing flows" is the fault that people never see.

import type { LiveFrame, Reading, Vessel } from '@anlan/contracts';

export interface LiveState {
  readonly state: 'connecting' | 'open' | 'down';
  /** Server-clock instant since which nothing comes; undefined while open. */
  readonly downSinceAt: number | undefined;
  readonly lastFrameAt: number | undefined;
}

export interface LiveOptions {
  readonly url: () => string;
  readonly now: () => number;
  readonly openSocket: (url: string) => WebSocket;
  readonly onFrame: (frame: LiveFrame) => void;
}

export interface Live {
  start(): void;
  stop(): void;
  getState(): LiveState;
  subscribe(listener: () => void): () => void;
}

export function createLive(options: LiveOptions): Live {
  const listeners = new Set<() => void>();
  let state: LiveState = { state: 'connecting', downSinceAt: undefined, lastFrameAt: undefined };
  let socket: WebSocket | undefined;
  let attemptCount = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setInterval> | undefined;
  let heardMs = 0;

  function set(next: Partial<LiveState>): void {
    state = { ...state, ...next };
    listeners.forEach((listener) => listener());
  }

  function down(): void {
    socket = undefined;
    clearInterval(silenceTimer);
    set({ state: 'down', downSinceAt: state.downSinceAt ?? state.lastFrameAt ?? options.now() });
    clearTimeout(retryTimer);
    retryTimer = setTimeout(open, retryPauseMs(attemptCount++));
  }

  function open(): void {
    const current = options.openSocket(options.url());
    socket = current;
    heardMs = performance.now();
    current.onmessage = (event: MessageEvent<string>) => {
      if (socket !== current) return;
      heardMs = performance.now();
      attemptCount = 0;
      const frame = readFrame(event.data);
      if (frame === undefined) return;
      options.onFrame(frame);
      set({ state: 'open', downSinceAt: undefined, lastFrameAt: Date.parse(frame.at) });
    };
    current.onclose = () => socket === current && down();
    silenceTimer = setInterval(() => {
      if (performance.now() - heardMs < SILENCE_MS) return;
      hangUp(current);
      if (socket === current) down();
    }, 1000);
  }

  return {
    start: () => void (socket === undefined && open()),
    stop: () => {
      clearTimeout(retryTimer);
      clearInterval(silenceTimer);
      if (socket !== undefined) hangUp(socket);
      socket = undefined;
    },
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Closes a socket whose end nobody waits for. */
function hangUp(socket: WebSocket): void {
  socket.onclose = null;
  socket.close();
}

/** 0.5, 1, 2, 4, 8, 10, 10 … seconds. */
export function retryPauseMs(attemptCount: number): number {
  return Math.min(10_000, 500 * 2 ** Math.min(attemptCount, 10));
}

export type VesselNews = Vessel;
export type ReadingNews = Reading;

function readFrame(text: string): LiveFrame | undefined {
  try {
    return JSON.parse(text) as LiveFrame;
  } catch {
    return undefined;
  }
}

/** The server sends a frame at least every few seconds; longer silence is a broken line, ms. */
const SILENCE_MS = 20_000;
