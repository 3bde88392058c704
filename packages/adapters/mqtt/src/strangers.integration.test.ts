// What a hostile or broken client may try at the MQTT door: another's name, another's answers, a will,
// silence, too many connections, and bytes that are no MQTT.
import * as fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect as dial } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import mqtt from 'mqtt';
import { startMqttListener } from './index.ts';
import type { MqttListener, MqttListenerOptions } from './index.ts';

const toStop: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const stop of toStop.splice(0).reverse()) await stop(); });

interface Started {
  readonly listener: MqttListener;
  readonly taken: unknown[];
  readonly refused: string[];
}

/** Every device has the token `ok`. */
async function start(changes: Partial<MqttListenerOptions> = {}): Promise<Started> {
  const taken: unknown[] = [];
  const refused: string[] = [];
  const listener = await startMqttListener({
    host: '127.0.0.1', port: 0, isOpen: async () => true,
    authenticate: async (userName, password) => (password === 'ok' ? { id: userName, sourceId: userName } : undefined),
    onReadings: async (_device, readings) => { taken.push(...readings); return { acceptedCount: readings.length, refused: [] }; },
    onRefused: (sourceId, { code }) => refused.push(`${sourceId} ${code}`), ...changes,
  });
  toStop.push(() => listener.stop());
  return { listener, taken, refused };
}

async function come({ listener }: Started, userName: string, options: mqtt.IClientOptions = {}): Promise<mqtt.MqttClient> {
  const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${listener.port}`, { username: userName, password: 'ok', reconnectPeriod: 0, connectTimeout: 5000, ...options });
  client.on('error', () => undefined);
  toStop.push(() => client.endAsync(true));
  return client;
}

async function knock(port: number): Promise<Socket> {
  const socket = dial(port, '127.0.0.1');
  socket.on('error', () => undefined);
  toStop.push(async () => socket.destroy());
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

const closed = (socket: Socket): Promise<unknown> => new Promise((resolve) => (socket.closed ? resolve(undefined) : socket.once('close', resolve)));

describe('a device and its name', () => {
  it('a client id belongs to the device that uses it: no other device takes its place or hears its answers', async () => {
    const started = await start();
    const [first, second] = [await come(started, 'gauge-a', { clientId: 'A' }), await come(started, 'gauge-b', { clientId: 'A' })];
    const heard: string[] = [];
    for (const [name, client] of [['a', first], ['b', second]] as const) {
      client.on('message', (topic, payload) => heard.push(`${name} ${topic} ${(JSON.parse(payload.toString()) as { refused: { code: string }[] }).refused[0]?.code ?? ''}`));
      await client.subscribeAsync('anlan/v1/answers/A');
    }
    await first.publishAsync('elsewhere', '{}', { qos: 1 });
    await expect.poll(() => heard.length).toBe(1);
    await sleep(100);
    expect([first.connected, second.connected]).toEqual([true, true]);
    expect(heard).toEqual(['a anlan/v1/answers/A MQTT_TOPIC_UNKNOWN']);
    await expect(second.subscribeAsync('anlan/v1/answers/B')).rejects.toThrow();
    await expect(second.subscribeAsync('#')).rejects.toThrow();
  });

  it('what a device publishes is given to nobody, now or later; on the answers of another it is refused and told', async () => {
    const started = await start();
    const [victim, forger] = [await come(started, 'gauge-a', { clientId: 'victim', clean: false }), await come(started, 'gauge-b', { clientId: 'forger' })];
    const heard: string[] = [];
    victim.on('message', (_topic, payload) => heard.push(payload.toString()));
    const told: string[] = [];
    forger.on('message', (_topic, payload) => told.push(payload.toString()));
    await victim.subscribeAsync('anlan/v1/answers/victim', { qos: 1 });
    await forger.subscribeAsync('anlan/v1/answers/forger');
    await forger.publishAsync('anlan/v1/answers/victim', '{"forged":1}', { qos: 1 });
    await expect.poll(() => told.length).toBe(1);
    await victim.endAsync(true);
    await forger.publishAsync('anlan/v1/answers/victim', '{"forged":2}', { qos: 1 });
    const again = await come(started, 'gauge-a', { clientId: 'victim', clean: false });
    again.on('message', (_topic, payload) => heard.push(payload.toString()));
    await sleep(200);
    expect(heard).toEqual([]);
    expect(started.refused).toEqual(['gauge-b MQTT_TOPIC_UNKNOWN', 'gauge-b MQTT_TOPIC_UNKNOWN']);
  });

  it('a will never becomes a reading: on a topic of readings the login is refused, elsewhere it is taken off; both are counted', async () => {
    const started = await start();
    const will = { payload: Buffer.from('{"value":999}'), qos: 1 as const, retain: false };
    await expect(come(started, 'gauge-a', { will: { ...will, topic: 'anlan/v1/readings/s1' } })).rejects.toThrow();
    const client = await come(started, 'gauge-b', { will: { ...will, topic: 'status/gauge-b' } });
    client.stream.destroy();
    await sleep(200);
    expect(started.taken).toEqual([]);
    expect(started.refused).toEqual(['mqtt MQTT_WILL_REFUSED', 'gauge-b MQTT_WILL_REFUSED']);
  });
});

describe('connections', () => {
  it('one that does not log in is cut after its time and counted; one that did stays', async () => {
    const started = await start({ loginTimeoutMs: 150 });
    const device = await come(started, 'gauge-a');
    const silent = await knock(started.listener.port);
    await closed(silent);
    await sleep(200);
    expect(device.connected).toBe(true);
    expect(started.refused).toEqual(['mqtt MQTT_CONNECT_MISSING']);
  });

  it('there are so many places, and so many for one address', async () => {
    for (const limit of [{ connectionLimitCount: 2 }, { connectionLimitCountPerAddress: 2 }]) {
      const started = await start(limit);
      const [first] = [await knock(started.listener.port), await knock(started.listener.port)];
      await closed(await knock(started.listener.port));
      expect(started.refused).toEqual(['mqtt MQTT_CONNECTIONS_FULL']);
      first.destroy();
      await expect.poll(() => started.refused.length).toBe(2); // It ended without a login, and its place is free.
      expect((await come(started, 'gauge-a')).connected).toBe(true);
    }
  });

  it('whatever bytes come, nothing is thrown, and every connection is let in or counted once', async () => {
    const started = await start({ loginTimeoutMs: 60 });
    const failures: unknown[] = [];
    const onFailure = (error: unknown): void => void failures.push(error);
    process.on('uncaughtException', onFailure).on('unhandledRejection', onFailure);
    const login = Buffer.from('101d00044d51545404c2003c000161000767617567652d6100026f6b', 'hex');
    const badLogin = Buffer.concat([login.subarray(0, -1), Buffer.from('x')]);
    let [knockedCount, enteredCount] = [0, 0];
    const piece = fc.oneof(fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)), fc.constantFrom(login, badLogin, Buffer.from('GET / HTTP/1.1'), Buffer.from([0x10])));
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 4 }), async (pieces) => {
      knockedCount += 1;
      const socket = await knock(started.listener.port);
      let accepted = false;
      socket.on('data', (bytes: Buffer) => { accepted ||= bytes[0] === 0x20 && bytes[3] === 0; });
      socket.write(Buffer.concat(pieces));
      await Promise.race([closed(socket), sleep(90)]);
      if (accepted) enteredCount += 1;
      socket.destroy();
    }), { numRuns: 80 });
    const isOfDoor = (line: string): boolean => line.startsWith('mqtt ');
    await expect.poll(() => started.refused.filter(isOfDoor).length).toBeGreaterThanOrEqual(knockedCount - enteredCount);
    process.off('uncaughtException', onFailure).off('unhandledRejection', onFailure);
    expect(failures).toEqual([]);
    expect(enteredCount).toBeGreaterThan(0);
    // One that was let in may send junk after it: counted too, once.
    const afterwardsCount = started.refused.filter((line) => line === 'mqtt MQTT_PACKET_UNREADABLE' || line === 'mqtt MQTT_PAYLOAD_TOO_LARGE').length;
    expect(started.refused.filter(isOfDoor).length - (knockedCount - enteredCount)).toBeLessThanOrEqual(afterwardsCount);
    expect((await come(started, 'gauge-z')).connected).toBe(true);
  });
});
