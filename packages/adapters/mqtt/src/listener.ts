// The embedded MQTT listener (3.1.1, aedes). A device comes in by its id and its token. QoS 1 is acknowledged only after the readings are
// committed; when the store is away there is no acknowledgement and the connection is closed, so that
// the device keeps its message and sends it again. What is refused is told on anlan/v1/answers/<client>.

import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { Aedes } from 'aedes';
import type { Client } from 'aedes';
import type { Refusal } from '@anlan/kernel';
import { AdapterError } from '@anlan/kernel';
import { ANSWERS_TOPIC, PAYLOAD_BYTES_MAX, decodePayload } from './decode-payload.ts';
import { createPacketGuard } from './packet-guard.ts';

export interface Device {
  readonly id: string;
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
  /** The device of a user name and password; undefined when they do not hold. */
  readonly authenticate: (userName: string, password: string) => Promise<Device | undefined>;
  /** Whether a device that is connected may stay; asked every few seconds. */
  readonly isOpen: (deviceId: string) => Promise<boolean>;
  readonly recheckMs?: number;
  /** Resolves after COMMIT; rejects when nothing was kept. `closed`: the device may not write any more. */
  readonly onReadings: (device: Device, readings: readonly unknown[]) => Promise<ReadingsAnswer | 'closed'>;
  /** A whole message that was refused, with its code. */
  readonly onRefused: (sourceId: string, refusal: Refusal) => void;
}

export interface MqttListener {
  readonly port: number;
  /** Ends the connections of a device at once; returns how many. */
  closeDevice(deviceId: string): number;
  stop(): Promise<void>;
}

export async function startMqttListener(options: MqttListenerOptions): Promise<MqttListener> {
  const devices = new Map<Client, Device>();
  const broker = openBroker(options, devices);
  await (broker as unknown as { listen(): Promise<void> }).listen();
  const closeDevice = (deviceId: string): number => {
    const ended = [...devices].filter(([, device]) => device.id === deviceId).map(([client]) => client);
    for (const client of ended) end(client, devices);
    return ended.length;
  };
  const sweep = async (): Promise<void> => {
    for (const deviceId of new Set([...devices.values()].map(({ id }) => id))) if (!(await options.isOpen(deviceId))) closeDevice(deviceId);
  };
  // A store that is away closes nobody: without it nothing is taken either.
  const watch = setInterval(() => void sweep().catch(() => undefined), options.recheckMs ?? RECHECK_MS);
  watch.unref();
  const { server, sockets } = openSockets(options, broker);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new AdapterError('MQTT_PORT_UNAVAILABLE', { cause, retryable: true, params: { port: options.port } })));
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    closeDevice,
    async stop() {
      clearInterval(watch);
      await new Promise<void>((resolve) => broker.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function openBroker(options: MqttListenerOptions, devices: Map<Client, Device>): Aedes {
  const broker = new Aedes({
    maxTopicLevels: 6,
    queueLimit: 64,
    authenticate: (client, userName, password, done) => {
      options.authenticate(userName ?? '', password?.toString('utf8') ?? '').then((device) => {
        if (device !== undefined) devices.set(client, device);
        done(device === undefined ? Object.assign(new Error('MQTT user name or password refused'), { returnCode: NOT_AUTHORISED }) : null, device !== undefined);
      }, () => done(Object.assign(new Error('MQTT store unavailable'), { returnCode: UNAVAILABLE }), false));
    },
    authorizeSubscribe: (client, subscription, done) => done(null, subscription.topic === `${ANSWERS_TOPIC}/${client.id}` ? subscription : null),
    authorizePublish: (client, packet, done) => {
      if (client === null) return done(null);
      const device = devices.get(client);
      if (device === undefined) return done(new Error('MQTT device is not known'));
      const bytes = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
      if (packet.retain) {
        // Nobody reads them later: a device that retains would only fill the broker's memory.
        packet.retain = false;
        const refusal = { code: 'MQTT_RETAINED_REFUSED', params: { topic: packet.topic.slice(0, 120) } };
        options.onRefused(device.sourceId, refusal);
        tell(broker, client, { acceptedCount: 0, refused: [{ index: -1, ...refusal }] });
        return done(null);
      }
      take(broker, options, client, device, packet.topic, bytes).then((kept) => {
        if (kept) return done(null);
        end(client, devices);
        done(new Error('MQTT device was revoked'));
      }, (error: Error) => done(error));
    },
  });
  broker.on('clientError', () => undefined);
  broker.on('connectionError', () => undefined);
  broker.on('clientDisconnect', (client) => void devices.delete(client));
  return broker;
}

function end(client: Client, devices: Map<Client, Device>): void {
  devices.delete(client);
  client.close();
}

function openSockets(options: MqttListenerOptions, broker: Aedes): { readonly server: Server; readonly sockets: ReadonlySet<Socket> } {
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
  return { server, sockets };
}

/** False when the device may not write any more. */
async function take(broker: Aedes, options: MqttListenerOptions, client: Client, device: Device, topic: string, payload: Uint8Array): Promise<boolean> {
  const decoded = decodePayload(topic, payload);
  if (!decoded.ok) {
    options.onRefused(device.sourceId, decoded.refusal);
    tell(broker, client, { acceptedCount: 0, refused: [{ index: -1, ...decoded.refusal }] });
    return true;
  }
  const answer = await options.onReadings(device, decoded.value);
  if (answer === 'closed') return false;
  if (answer.refused.length > 0) tell(broker, client, answer);
  return true;
}

function tell(broker: Aedes, client: Client, answer: ReadingsAnswer): void {
  const payload = Buffer.from(JSON.stringify(answer));
  broker.publish({ cmd: 'publish', topic: `${ANSWERS_TOPIC}/${client.id}`, payload, qos: 0, dup: false, retain: false }, () => undefined);
}

/** The largest payload and a topic, with room for the refusal of a payload a little too large to be told. */
const PACKET_BYTES_MAX = PAYLOAD_BYTES_MAX + 500_000;
/** Return code 5 of CONNACK, MQTT 3.1.1 table 3.1. */
const NOT_AUTHORISED = 5;
/** Return code 3 of the same table: the store is away, try again. */
const UNAVAILABLE = 3;
/** One that was revoked elsewhere, such as by the command line, is cut within this time. */
const RECHECK_MS = 5000;
