// AIS over TCP: a server that receivers and gateways connect to, and a client that connects to a
// feed and comes back when it is lost. Lines are bounded by the decoder, connections by number, also
// of one address, and a sender is held back while the store is behind.

import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { AdapterError } from '@anlan/kernel';
import { countsOf, refuseLine } from './decode-stream.ts';
import type { AisDoor, AisDoorOptions, DoorCore } from './door.ts';
import { createDoorCore } from './door.ts';
import type { HeldSocket } from './held-socket.ts';
import { readFrom } from './held-socket.ts';

export interface AisTcpServerOptions extends AisDoorOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly connectionLimitCount?: number;
  readonly connectionLimitCountPerAddress?: number;
  /** Without a byte for so long, a connection is closed; not while we hold it back. */
  readonly idleTimeoutMs?: number;
  /** Without one valid sentence for so long after it came, a connection is closed. */
  readonly firstSentenceTimeoutMs?: number;
}

export interface AisTcpServer extends AisDoor {
  readonly port: number;
  connectionCount(): number;
}

export async function openAisTcpServer(options: AisTcpServerOptions): Promise<AisTcpServer> {
  const core = createDoorCore(options);
  const sockets = new Map<Socket, HeldSocket>();
  const limitCount = options.connectionLimitCount ?? CONNECTION_LIMIT_COUNT;
  const perAddressCount = options.connectionLimitCountPerAddress ?? CONNECTION_LIMIT_COUNT_PER_ADDRESS;
  const server = createServer((socket) => {
    const fromThereCount = [...sockets.keys()].filter(({ remoteAddress }) => remoteAddress === socket.remoteAddress).length;
    if (sockets.size >= limitCount || fromThereCount >= perAddressCount) {
      refuseLine(core.tally, 'AIS_CONNECTIONS_FULL');
      socket.on('error', () => undefined); // Closed by us; what its peer makes of it does not matter.
      socket.destroy();
      return;
    }
    const held = readFrom(socket, core, options, options.idleTimeoutMs ?? IDLE_TIMEOUT_MS);
    sockets.set(socket, held);
    socket.once('close', () => sockets.delete(socket));
    cutUnlessHeard(socket, held, core, options.firstSentenceTimeoutMs ?? FIRST_SENTENCE_TIMEOUT_MS);
  });
  await listen(server, options);
  return {
    sourceId: options.sourceId,
    port: (server.address() as AddressInfo).port,
    connectionCount: () => sockets.size,
    counts: () => countsOf(options.sourceId, core.tally),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets.keys()) socket.destroy();
      await closed;
      await core.close();
    },
  };
}

export interface AisTcpClientOptions extends AisDoorOptions {
  readonly host: string;
  readonly port: number;
  /** Without a byte for so long, the feed is dialled anew; not while we hold it back. */
  readonly silenceTimeoutMs?: number;
}

export interface AisTcpClient extends AisDoor {
  isConnected(): boolean;
}

/** Connects now and again after each loss, with growing pauses; being away is not a failure. */
export function openAisTcpClient(options: AisTcpClientOptions): AisTcpClient {
  const core = createDoorCore(options);
  let closed = false;
  let connected = false;
  let failedCount = 0;
  let timer: NodeJS.Timeout | undefined;
  let socket: Socket | undefined;
  let held: HeldSocket | undefined;
  const dial = (): void => {
    socket = connect({ host: options.host, port: options.port });
    held = readFrom(socket, core, options, options.silenceTimeoutMs ?? SILENCE_TIMEOUT_MS);
    socket.once('connect', () => { connected = true; failedCount = 0; });
    socket.once('close', () => {
      connected = false;
      if (closed) return;
      timer = setTimeout(dial, Math.min(RECONNECT_MS * 2 ** failedCount++, RECONNECT_MAX_MS));
    });
  };
  dial();
  return {
    sourceId: options.sourceId,
    isConnected: () => connected,
    counts: () => countsOf(options.sourceId, core.tally),
    async close() {
      closed = true;
      clearTimeout(timer);
      socket?.destroy();
      await held?.closed;
      await core.close();
    },
  };
}

/** A peer that says nothing we understand gives its place back soon: it would keep a receiver out. */
function cutUnlessHeard(socket: Socket, held: HeldSocket, core: DoorCore, waitMs: number): void {
  const timer = setTimeout(() => {
    if (held.decoder.hasHeardSentence()) return;
    if (held.isHeld()) return cutUnlessHeard(socket, held, core, waitMs);
    refuseLine(core.tally, 'AIS_CONNECTION_SILENT');
    socket.destroy();
  }, waitMs);
  socket.once('close', () => clearTimeout(timer));
}

function listen(server: Server, options: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(new AdapterError('AIS_PORT_UNAVAILABLE', { cause, retryable: false, params: { port: options.port, detail: cause.message } })));
    server.listen(options.port, options.host, () => resolve());
  });
}

const CONNECTION_LIMIT_COUNT = 64;
/** A gateway opens one for each of its receivers; a site has a handful. */
const CONNECTION_LIMIT_COUNT_PER_ADDRESS = 16;
/** A receiver that hears nobody for so long is let in again when it has something to say. */
const FIRST_SENTENCE_TIMEOUT_MS = 30_000;
/** A receiver in a port hears a ship every few seconds. */
const IDLE_TIMEOUT_MS = 600_000;
const SILENCE_TIMEOUT_MS = 120_000;
const RECONNECT_MS = 500;
const RECONNECT_MAX_MS = 30_000;
