// Who may knock at the MQTT door: so many connections, so many of one address, and only so long without
// a login. Every connection that does not come in is counted once, by the code of why.

import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { Refusal } from '@anlan/kernel';
import { PAYLOAD_BYTES_MAX } from './decode-payload.ts';
import { createPacketGuard } from './packet-guard.ts';

export interface EntranceOptions {
  readonly connectionLimitCount?: number;
  readonly connectionLimitCountPerAddress?: number;
  /** Without a login for so long, a connection is closed. */
  readonly loginTimeoutMs?: number;
  /** A whole message or connection that was refused, with its code. */
  readonly onRefused: (sourceId: string, refusal: Refusal) => void;
}

export interface Entrance {
  readonly server: Server;
  /** The connection has logged in. */
  enter(connection: object): void;
  /** Counts why a connection does not come in, or is closed; the first reason holds. */
  refuse(connection: object, refusal: Refusal): void;
  close(): Promise<void>;
}

/** `handle` gets each connection that has a place. */
export function openEntrance(options: EntranceOptions, handle: (socket: Socket) => void): Entrance {
  const limitCount = options.connectionLimitCount ?? CONNECTION_LIMIT_COUNT;
  const perAddressCount = options.connectionLimitCountPerAddress ?? CONNECTION_LIMIT_COUNT_PER_ADDRESS;
  const sockets = new Set<Socket>();
  const entered = new WeakSet<object>();
  const counted = new WeakSet<object>();
  const refuse = (connection: object, refusal: Refusal): void => {
    if (counted.has(connection)) return;
    counted.add(connection);
    options.onRefused(DOOR_SOURCE_ID, refusal);
  };
  const server = createServer((socket) => {
    const fromThereCount = [...sockets].filter(({ remoteAddress }) => remoteAddress === socket.remoteAddress).length;
    if (sockets.size >= limitCount || fromThereCount >= perAddressCount) {
      refuse(socket, { code: 'MQTT_CONNECTIONS_FULL', params: { limitCount: sockets.size >= limitCount ? limitCount : perAddressCount } });
      socket.on('error', () => undefined); // Closed by us; what its peer makes of it does not matter.
      socket.destroy();
      return;
    }
    sockets.add(socket);
    const timer = setTimeout(() => { if (!entered.has(socket)) socket.destroy(); }, options.loginTimeoutMs ?? LOGIN_TIMEOUT_MS);
    socket.once('close', () => {
      clearTimeout(timer);
      sockets.delete(socket);
      if (!entered.has(socket)) refuse(socket, { code: 'MQTT_CONNECT_MISSING', params: {} });
    });
    guard(socket, refuse);
    handle(socket);
  });
  return {
    server,
    enter: (connection) => void entered.add(connection),
    refuse,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function guard(socket: Socket, refuse: Entrance['refuse']): void {
  const isTooLarge = createPacketGuard(PACKET_BYTES_MAX);
  socket.on('data', (chunk: Buffer) => {
    if (!isTooLarge(chunk)) return;
    refuse(socket, { code: 'MQTT_PAYLOAD_TOO_LARGE', params: { topic: '-', sizeBytes: PACKET_BYTES_MAX, sizeBytesMax: PAYLOAD_BYTES_MAX } });
    socket.destroy();
  });
}

/** Under which connections are counted that no device is known of. */
const DOOR_SOURCE_ID = 'mqtt';
/** A city has some hundreds of sensors, many behind one gateway. */
const CONNECTION_LIMIT_COUNT = 512;
const CONNECTION_LIMIT_COUNT_PER_ADDRESS = 64;
/** A login takes one exchange; a device on a bad line tries again. */
const LOGIN_TIMEOUT_MS = 5000;
/** The largest payload and a topic, with room for the refusal of a payload a little too large to be told. */
const PACKET_BYTES_MAX = PAYLOAD_BYTES_MAX + 500_000;
