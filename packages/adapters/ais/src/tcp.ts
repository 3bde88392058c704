// AIS over TCP: a server that receivers and gateways connect to, and a client that connects to a
// feed and comes back when it is lost. Lines are bounded by the decoder, connections by number,
// and a sender is held back while the store is behind.

import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { AdapterError } from '@anlan/kernel';
import { countsOf, refuseLine } from './decode-stream.ts';
import type { AisDoor, AisDoorOptions, DoorCore } from './door.ts';
import { createDoorCore } from './door.ts';

export interface AisTcpServerOptions extends AisDoorOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly connectionLimitCount?: number;
}

export interface AisTcpServer extends AisDoor {
  readonly port: number;
  connectionCount(): number;
}

export async function openAisTcpServer(options: AisTcpServerOptions): Promise<AisTcpServer> {
  const core = createDoorCore(options);
  const sockets = new Set<Socket>();
  const limitCount = options.connectionLimitCount ?? CONNECTION_LIMIT_COUNT;
  const server = createServer((socket) => {
    if (sockets.size >= limitCount) {
      refuseLine(core.tally, 'AIS_CONNECTIONS_FULL');
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.setTimeout(IDLE_TIMEOUT_MS, () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    readFrom(socket, core, options);
  });
  await listen(server, options);
  return {
    sourceId: options.sourceId,
    port: (server.address() as AddressInfo).port,
    connectionCount: () => sockets.size,
    counts: () => countsOf(options.sourceId, core.tally),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      await core.close();
    },
  };
}

export interface AisTcpClientOptions extends AisDoorOptions {
  readonly host: string;
  readonly port: number;
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
  const dial = (): void => {
    socket = connect({ host: options.host, port: options.port });
    socket.setTimeout(SILENCE_TIMEOUT_MS, () => socket?.destroy());
    socket.once('connect', () => { connected = true; failedCount = 0; });
    socket.once('close', () => {
      connected = false;
      if (closed) return;
      timer = setTimeout(dial, Math.min(RECONNECT_MS * 2 ** failedCount++, RECONNECT_MAX_MS));
    });
    readFrom(socket, core, options);
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
      await core.close();
    },
  };
}

function readFrom(socket: Socket, core: DoorCore, options: AisDoorOptions): void {
  const decoder = core.createDecoder();
  socket.on('error', () => undefined); // A `close` follows; a broken feed shows by its age.
  socket.on('data', (bytes: Buffer) => {
    core.add(decoder.push(bytes, options.clock.now()));
    if (!core.isFull()) return;
    socket.pause();
    void core.room().then(() => socket.resume());
  });
  socket.once('close', () => { core.add(decoder.end(options.clock.now())); });
}

function listen(server: Server, options: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(new AdapterError('AIS_PORT_UNAVAILABLE', { cause, retryable: false, params: { port: options.port, detail: cause.message } })));
    server.listen(options.port, options.host, () => resolve());
  });
}

const CONNECTION_LIMIT_COUNT = 64;
/** A receiver in a port hears a ship every few seconds. */
const IDLE_TIMEOUT_MS = 600_000;
const SILENCE_TIMEOUT_MS = 120_000;
const RECONNECT_MS = 500;
const RECONNECT_MAX_MS = 30_000;
