// Live push: what changed is gathered and sent at most every 100 ms, the latest value per key, one
// pre-built frame per audience. A slow client is dropped to a snapshot instead of growing a queue.

import type { LiveFrame } from '@anlan/contracts';
import type { Role } from '@anlan/domain';

export interface LiveClient {
  readonly accountId: string;
  readonly roles: readonly Role[];
  readonly organisationId: string;
  /** Whether that organisation is a firm; such responders read not every incident. */
  readonly ofFirm: boolean;
  /** Bytes that wait in the socket. */
  bufferedBytes(): number;
  send(text: string): void;
  close(): void;
}

export interface LiveHub {
  join(client: LiveClient): () => void;
  /** `maySee` judges a client for this key; of several events on one key it is enough to see one. */
  changed(key: string, maySee: (client: LiveClient) => boolean): void;
  vessels(states: readonly { readonly mmsi: string }[]): void;
  readings(readings: readonly { readonly sensorId: string }[]): void;
  progress(forecastId: string, shareRatio: number): void;
  /** Ends the sockets of a revoked account. */
  closeAccount(accountId: string): number;
  stop(): void;
  clientCount(): number;
}

export interface HubOptions {
  readonly nowIso: () => string;
  readonly toWire: (value: unknown) => unknown;
  readonly frameEveryMs?: number;
}

export function createLiveHub(options: HubOptions): LiveHub {
  const clients = new Map<LiveClient, { needsSnapshot: boolean }>();
  const changedKeys = new Map<string, Judge[]>();
  const vessels = new Map<string, unknown>();
  const readings = new Map<string, unknown>();
  const progress = new Map<string, number>();

  let sentMs = performance.now();
  const flush = (): void => {
    const quiet = changedKeys.size + vessels.size + readings.size + progress.size === 0;
    if (quiet && performance.now() - sentMs < HEARTBEAT_MS) return;
    sentMs = performance.now();
    const base = {
      at: options.nowIso(), vessels: [...vessels.values()], readings: [...readings.values()],
      progress: [...progress].map(([forecastId, shareRatio]) => ({ forecastId, shareRatio })),
    };
    const texts = new Map<string, string>();
    for (const [client, state] of clients) sendTo(client, state, frameText(client, base, changedKeys, texts));
    for (const pending of [changedKeys, vessels, readings, progress]) pending.clear();
  };
  const timer = setInterval(flush, options.frameEveryMs ?? FRAME_EVERY_MS);
  timer.unref();

  const sendTo = (client: LiveClient, state: { needsSnapshot: boolean }, text: string): void => {
    if (client.bufferedBytes() > SLOW_CLIENT_BYTES) {
      state.needsSnapshot = true;
      return;
    }
    client.send(state.needsSnapshot ? snapshotText(options.nowIso()) : text);
    state.needsSnapshot = false;
  };

  return {
    join(client) {
      clients.set(client, { needsSnapshot: false });
      client.send(snapshotText(options.nowIso()));
      return () => clients.delete(client);
    },
    changed: (key, maySee) => void changedKeys.set(key, [...(changedKeys.get(key) ?? []), maySee]),
    vessels: (states) => states.forEach((state) => vessels.set(state.mmsi, options.toWire(state))),
    readings: (list) => list.forEach((reading) => readings.set(reading.sensorId, options.toWire(reading))),
    progress: (forecastId, shareRatio) => void progress.set(forecastId, shareRatio),
    closeAccount(accountId) {
      const ended = [...clients.keys()].filter((client) => client.accountId === accountId);
      ended.forEach((client) => {
        clients.delete(client);
        client.close();
      });
      return ended.length;
    },
    stop() {
      clearInterval(timer);
      for (const client of clients.keys()) client.close();
      clients.clear();
    },
    clientCount: () => clients.size,
  };
}

type Judge = (client: LiveClient) => boolean;
type FrameBase = Pick<LiveFrame, 'at' | 'vessels' | 'readings' | 'progress'>;

/** Clients that may see the same keys share one text. */
function frameText(client: LiveClient, base: FrameBase, keys: ReadonlyMap<string, readonly Judge[]>, texts: Map<string, string>): string {
  const seen = [...keys].filter(([, judges]) => judges.some((maySee) => maySee(client))).map(([key]) => key);
  const audience = seen.join('\n');
  const known = texts.get(audience);
  if (known !== undefined) return known;
  const frame: LiveFrame = { ...base, changed: seen, snapshot: false };
  const text = JSON.stringify(frame);
  texts.set(audience, text);
  return text;
}

function snapshotText(at: string): string {
  const frame: LiveFrame = { at, changed: [], vessels: [], readings: [], progress: [], snapshot: true };
  return JSON.stringify(frame);
}

/** Frames are coalesced over this time; measured: unbatched sockets reach a tenth of the rate. */
const FRAME_EVERY_MS = 100;
/** With nothing to tell, an empty frame says that the line is alive; the web calls a longer silence a broken line. */
const HEARTBEAT_MS = 5000;
/** A client with more waiting than this is brought up to date by a snapshot. */
const SLOW_CLIENT_BYTES = 1_000_000;
