// The embedded MQTT listener (3.1.1, aedes). QoS 1 is acknowledged only after the readings are
// committed; when the store is away there is no acknowledgement and the connection is closed, so that
// the device keeps its message and sends it again. What is refused is told on anlan/v1/answers/<client>.

import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { timingSafeEqual } from 'node:crypto';
import { Aedes } from 'aedes';
import type { Client } from 'aedes';
import type { Refusal } from '@anlan/kernel';
import { AdapterError } from '@anlan/kernel';
import { ANSWERS_TOPIC, PAYLOAD_BYTES_MAX, decodePayload } from './decode-payload.ts';
import { createPacketGuard } from './packet-guard.ts';

export interface Device {
  readonly userName: string;
  readonly password: string;
  /** Source under which its readings are counted. */
  readonly sourceId: string;
}

export interface ReadingsAnswer {
  readonly acceptedCount: number;
  readonly refused: readonly { readonly index: number; readonly code: string; readonly params: Refusal['params'] }[];
}

export interface MqttListenerOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly devices: () => readonly Device[];
  /** Resolves after COMMIT; rejects when nothing was kept. */
  readonly onReadings: (sourceId: string, readings: readonly unknown[]) => Promise<ReadingsAnswer>;
  /** A whole message that was refused, with its code. */
  readonly onRefused: (sourceId: string, refusal: Refusal) => void;
}

export interface MqttListener {
  readonly port: number;
  stop(): Promise<void>;
}

export async function startMqttListener(options: MqttListenerOptions): Promise<MqttListener> {
  const sources = new WeakMap<Client, string>();
  const broker = new Aedes({
    maxTopicLevels: 6,
    queueLimit: 64,
    authenticate: (client, userName, password, done) => {
      const device = options.devices().find((known) => known.userName === userName && sameSecret(known.password, password?.toString('utf8') ?? ''));
      if (device !== undefined) sources.set(client, device.sourceId);
      done(device === undefined ? Object.assign(new Error('MQTT user name or password refused'), { returnCode: NOT_AUTHORISED }) : null, device !== undefined);
    },
    authorizeSubscribe: (client, subscription, done) => done(null, subscription.topic === `${ANSWERS_TOPIC}/${client.id}` ? subscription : null),
    authorizePublish: (client, packet, done) => {
      if (client === null) return done(null);
      const bytes = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
      if (packet.retain) {
        // Nobody reads them later: a device that retains would only fill the broker's memory.
        packet.retain = false;
        const refusal = { code: 'MQTT_RETAINED_REFUSED', params: { topic: packet.topic.slice(0, 120) } };
        options.onRefused(sources.get(client) ?? 'mqtt', refusal);
        tell(broker, client, { acceptedCount: 0, refused: [{ index: -1, ...refusal }] });
        return done(null);
      }
      take(broker, options, client, sources.get(client) ?? 'mqtt', packet.topic, bytes).then(() => done(null), (error: Error) => done(error));
    },
  });
  await (broker as unknown as { listen(): Promise<void> }).listen();
  broker.on('clientError', () => undefined);
  broker.on('connectionError', () => undefined);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const isTooLarge = createPacketGuard(PACKET_BYTES_MAX);
    socket.on('data', (chunk: Buffer) => {
      if (!isTooLarge(chunk)) return;
      options.onRefused('mqtt', { code: 'MQTT_PAYLOAD_TOO_LARGE', params: { topic: '-', sizeBytes: PACKET_BYTES_MAX, sizeBytesMax: PAYLOAD_BYTES_MAX } });
      socket.destroy();
    });
    broker.handle(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new AdapterError('MQTT_PORT_UNAVAILABLE', { cause, retryable: true, params: { port: options.port } })));
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      await new Promise<void>((resolve) => broker.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function take(broker: Aedes, options: MqttListenerOptions, client: Client, sourceId: string, topic: string, payload: Uint8Array): Promise<void> {
  const decoded = decodePayload(topic, payload);
  if (!decoded.ok) {
    options.onRefused(sourceId, decoded.refusal);
    return tell(broker, client, { acceptedCount: 0, refused: [{ index: -1, ...decoded.refusal }] });
  }
  const answer = await options.onReadings(sourceId, decoded.value);
  if (answer.refused.length > 0) tell(broker, client, answer);
}

function tell(broker: Aedes, client: Client, answer: ReadingsAnswer): void {
  const payload = Buffer.from(JSON.stringify(answer));
  broker.publish({ cmd: 'publish', topic: `${ANSWERS_TOPIC}/${client.id}`, payload, qos: 0, dup: false, retain: false }, () => undefined);
}

function sameSecret(known: string, given: string): boolean {
  const [a, b] = [Buffer.from(known), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The largest payload and a topic, with room for the refusal of a payload a little too large to be told. */
const PACKET_BYTES_MAX = PAYLOAD_BYTES_MAX + 500_000;
/** Return code 5 of CONNACK, MQTT 3.1.1 table 3.1. */
const NOT_AUTHORISED = 5;
