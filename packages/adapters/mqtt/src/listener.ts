// The embedded MQTT listener (3.1.1, aedes). A device comes in by its id and its token. QoS 1 is
// acknowledged only after the readings are committed; when the store is away there is no acknowledgement
// and the connection is closed, so that the device keeps its message and sends it again. What is refused
// is told on anlan/v1/answers/<client id>, to that client of that device alone: client ids belong to the
// device that uses them, and nothing that one device sends is ever given to another.

import type { AddressInfo } from 'node:net';
import { Aedes } from 'aedes';
import type { Client } from 'aedes';
import type { Refusal } from '@anlan/kernel';
import { AdapterError } from '@anlan/kernel';
import { ANSWERS_TOPIC, decodePayload, isReadingsTopic } from './decode-payload.ts';
import type { Entrance, EntranceOptions } from './entrance.ts';
import { openEntrance } from './entrance.ts';

export interface Device {
  readonly id: string;
  /** Source under which its readings are counted. */
  readonly sourceId: string;
}

export interface ReadingsAnswer {
  readonly acceptedCount: number;
  readonly refused: readonly { readonly index: number; readonly code: string; readonly params: Refusal['params'] }[];
}

export interface MqttListenerOptions extends EntranceOptions {
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
}

export interface MqttListener {
  readonly port: number;
  /** Ends the connections of a device at once; returns how many. */
  closeDevice(deviceId: string): number;
  stop(): Promise<void>;
}

/** One connection of one device. */
interface Guest {
  readonly client: Client;
  readonly device: Device;
  /** Where it hears answers: under the client id that it gave, not under the one it has here. */
  readonly answersTopic: string;
  listening: boolean;
}

interface Door {
  readonly options: MqttListenerOptions;
  readonly broker: Aedes;
  readonly entrance: Entrance;
  readonly guests: Map<Client, Guest>;
}

export async function startMqttListener(options: MqttListenerOptions): Promise<MqttListener> {
  const guests = new Map<Client, Guest>();
  const broker = new Aedes({ maxTopicLevels: 6, queueLimit: 64 });
  const entrance = openEntrance(options, (socket) => {
    const client = broker.handle(socket);
    socket.once('close', () => void guests.delete(client));
  });
  const door: Door = { options, broker, entrance, guests };
  letIn(door);
  letWrite(door);
  countFaults(door);
  await (broker as unknown as { listen(): Promise<void> }).listen();
  const closeDevice = (deviceId: string): number => {
    const ended = [...guests.values()].filter(({ device }) => device.id === deviceId);
    for (const guest of ended) end(door, guest);
    return ended.length;
  };
  const sweep = async (): Promise<void> => {
    for (const deviceId of new Set([...guests.values()].map(({ device }) => device.id))) if (!(await options.isOpen(deviceId))) closeDevice(deviceId);
  };
  // A store that is away closes nobody: without it nothing is taken either.
  const watch = setInterval(() => void sweep().catch(() => undefined), options.recheckMs ?? RECHECK_MS);
  watch.unref();
  const { server } = entrance;
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
      await entrance.close();
    },
  };
}

/** Login. A will would be written later in the name of one that is gone: none is taken. */
function letIn({ options, broker, entrance, guests }: Door): void {
  const wills = new WeakMap<Client, string>();
  broker.preConnect = (client, packet, done) => {
    if (packet.will !== undefined) wills.set(client, packet.will.topic);
    delete packet.will;
    done(null, true);
  };
  broker.authenticate = (client, userName, password, done) => {
    const refuse = (refusal: Refusal): void => {
      entrance.refuse(client.conn, refusal);
      done(Object.assign(new Error(refusal.code), { returnCode: NOT_AUTHORISED }), false);
    };
    options.authenticate(userName ?? '', password?.toString('utf8') ?? '').then((device) => {
      if (client.closed) return;
      if (device === undefined) return refuse({ code: 'MQTT_LOGIN_REFUSED', params: {} });
      const willTopic = wills.get(client);
      if (willTopic !== undefined) {
        const refusal = { code: 'MQTT_WILL_REFUSED', params: { topic: willTopic.slice(0, TOPIC_LIMIT) } };
        if (isReadingsTopic(willTopic)) return refuse(refusal);
        options.onRefused(device.sourceId, refusal);
      }
      guests.set(client, { client, device, answersTopic: `${ANSWERS_TOPIC}/${client.id}`, listening: false });
      // From here on the broker knows it by a name that no other device can have.
      Object.assign(client, { id: JSON.stringify([device.id, client.id]) });
      entrance.enter(client.conn);
      done(null, true);
    }, () => done(Object.assign(new Error('MQTT store unavailable'), { returnCode: UNAVAILABLE }), false));
  };
}

/** What a device may publish and hear. */
function letWrite(door: Door): void {
  const { broker, guests } = door;
  broker.authorizeSubscribe = (client, subscription, done) => {
    const guest = guests.get(client);
    const own = guest !== undefined && subscription.topic === guest.answersTopic;
    if (own) guest.listening = true;
    done(null, own ? subscription : null);
  };
  broker.on('unsubscribe', (topics, client) => {
    const guest = guests.get(client);
    if (guest !== undefined && topics.includes(guest.answersTopic)) guest.listening = false;
  });
  broker.authorizeForward = (client, packet) => (packet.topic === guests.get(client)?.answersTopic ? packet : null);
  broker.authorizePublish = (client, packet, done) => {
    if (client === null) return done(null);
    const guest = guests.get(client);
    if (guest === undefined) return done(new OwnError('MQTT device is not known'));
    const { topic, retain } = packet;
    const bytes = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
    // The broker acknowledges what comes back from here and hands it on: to nobody, and keeps nothing of it.
    Object.assign(packet, { topic: NOWHERE_TOPIC, payload: Buffer.alloc(0), retain: false });
    if (retain) {
      tellRefusal(door, guest, { code: 'MQTT_RETAINED_REFUSED', params: { topic: topic.slice(0, TOPIC_LIMIT) } });
      return done(null);
    }
    take(door, guest, topic, bytes).then((kept) => {
      if (kept) return done(null);
      end(door, guest);
      done(new OwnError('MQTT device was revoked'));
    }, (cause: unknown) => done(new OwnError('MQTT store unavailable', { cause })));
  };
}

/** Bytes that are no MQTT are counted; a line that breaks and a connection that we end are not faults of the bytes. */
function countFaults({ broker, entrance }: Door): void {
  const count = (client: Client, error: Error): void => {
    if (error instanceof OwnError || 'code' in error || 'errorCode' in error || NOT_OF_BYTES.test(error.message)) return;
    entrance.refuse(client.conn, { code: 'MQTT_PACKET_UNREADABLE', params: { detail: error.message.slice(0, 120) } });
  };
  broker.on('clientError', count);
  broker.on('connectionError', count);
}

function end({ guests }: Door, guest: Guest): void {
  guests.delete(guest.client);
  guest.client.close();
}

/** False when the device may not write any more. */
async function take(door: Door, guest: Guest, topic: string, payload: Uint8Array): Promise<boolean> {
  const decoded = decodePayload(topic, payload);
  if (!decoded.ok) {
    tellRefusal(door, guest, decoded.refusal);
    return true;
  }
  const answer = await door.options.onReadings(guest.device, decoded.value);
  if (answer === 'closed') return false;
  if (answer.refused.length > 0) tell(guest, answer);
  return true;
}

function tellRefusal({ options }: Door, guest: Guest, refusal: Refusal): void {
  options.onRefused(guest.device.sourceId, refusal);
  tell(guest, { acceptedCount: 0, refused: [{ index: -1, ...refusal }] });
}

function tell({ client, answersTopic, listening }: Guest, answer: ReadingsAnswer): void {
  if (!listening) return;
  const payload = Buffer.from(JSON.stringify(answer));
  client.publish({ cmd: 'publish', topic: answersTopic, payload, qos: 0, dup: false, retain: false }, () => undefined);
}

/** We end the connection, for a reason of ours. */
class OwnError extends Error {}

/** Nobody may subscribe to it. */
const NOWHERE_TOPIC = '$nowhere';
const TOPIC_LIMIT = 120;
/** What the broker says when a peer is silent or gone. */
const NOT_OF_BYTES = /keep alive|did not arrive in time|connection closed|drain timeout|premature close/i;
/** Return code 5 of CONNACK, MQTT 3.1.1 table 3.1. */
const NOT_AUTHORISED = 5;
/** Return code 3 of the same table: the store is away, try again. */
const UNAVAILABLE = 3;
/** One that was revoked elsewhere, such as by the command line, is cut within this time. */
const RECHECK_MS = 5000;
