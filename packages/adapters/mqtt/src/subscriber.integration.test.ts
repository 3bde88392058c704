// Against a broker of its own, as a port would already have one.
import { AdapterError } from '@anlan/kernel';
import { Aedes } from 'aedes';
import type { AedesOptions } from 'aedes';
import mqtt from 'mqtt';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startMqttSubscriber } from './index.ts';

const toStop: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const stop of toStop.splice(0).reverse()) await stop(); });

async function startBroker(options: AedesOptions = {}): Promise<{ url: string; acknowledgedCount: () => number }> {
  const broker = new Aedes(options);
  await (broker as unknown as { listen(): Promise<void> }).listen();
  let acknowledgedCount = 0;
  broker.on('ack', (_packet, client) => { if (client?.id === 'anlan') acknowledgedCount += 1; });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => { sockets.add(socket); broker.handle(socket); });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  toStop.push(async () => {
    await new Promise<void>((resolve) => broker.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { url: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`, acknowledgedCount: () => acknowledgedCount };
}

/** Speaks just enough MQTT to grant the second topic with QoS 0. */
async function startDowngradingBroker(): Promise<{ url: string }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      if (bytes[0] === 0x10) socket.write(Buffer.of(0x20, 2, 0, 0));
      if (bytes[0] === 0x82) socket.write(Buffer.of(0x90, 4, bytes[2] ?? 0, bytes[3] ?? 0, 1, 0));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  toStop.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { url: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('MQTT subscriber', () => {
  it('a message is acknowledged to the broker only when its readings are kept, however long the store is away', async () => {
    const { url, acknowledgedCount } = await startBroker();
    const kept: unknown[] = [];
    const refused: string[] = [];
    let failuresLeft = 2;
    const subscriber = startMqttSubscriber({
      url, clientId: 'anlan', sourceId: 'mqtt-port',
      onReadings: (_sourceId, readings) => {
        if (failuresLeft-- > 0) return Promise.reject(new AdapterError('POSTGRES_UNAVAILABLE', { retryable: true }));
        kept.push(...readings);
        return Promise.resolve({ acceptedCount: readings.length, refused: [] });
      },
      onRefused: (_sourceId, refusal) => refused.push(refusal.code), onFault: () => undefined,
    });
    toStop.push(() => subscriber.stop());
    await expect.poll(() => subscriber.isHearing(), { timeout: 5000 }).toBe(true);
    const device = await mqtt.connectAsync(url);
    toStop.push(() => device.endAsync(true));
    await device.publishAsync('anlan/v1/readings/gauge-1', '{"value":1.5,"observedAt":"2026-11-23T09:39:05Z"}', { qos: 1 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([kept.length, acknowledgedCount()]).toEqual([0, 0]);
    await expect.poll(() => acknowledgedCount(), { timeout: 5000 }).toBe(1);
    expect(kept).toEqual([{ sensorId: 'gauge-1', value: 1.5, observedAt: '2026-11-23T09:39:05Z' }]);
    await device.publishAsync('anlan/v1/readings', 'not JSON', { qos: 1 });
    await expect.poll(() => refused, { timeout: 5000 }).toEqual(['MQTT_PAYLOAD_UNREADABLE']);
  });

  it.each([
    ['denied', () => startBroker({ authorizeSubscribe: (_client, subscription, done) => { done(null, subscription.topic === 'anlan/v1/readings' ? subscription : null); } }), 128],
    ['granted without acknowledgement', () => startDowngradingBroker(), 0],
  ])('a subscription that the broker has %s is a coded fault told to the owner', async (_what, open, grantedCode) => {
    const { url } = await open();
    const faults: unknown[] = [];
    const subscriber = startMqttSubscriber({
      url, clientId: 'anlan', sourceId: 'mqtt-port', onReadings: () => Promise.resolve({ acceptedCount: 0, refused: [] }), onRefused: () => undefined,
      onFault: (sourceId, { code, params }) => faults.push([sourceId, code, params]),
    });
    toStop.push(() => subscriber.stop());
    await expect.poll(() => faults, { timeout: 5000 }).toEqual([['mqtt-port', 'MQTT_SUBSCRIPTION_DENIED', { topic: 'anlan/v1/readings/+', grantedCode }]]);
    expect([subscriber.isConnected(), subscriber.isHearing()]).toEqual([true, false]);
  });

  it('readings that are refused one by one are told one by one', async () => {
    const { url, acknowledgedCount } = await startBroker();
    const refused: unknown[] = [];
    const subscriber = startMqttSubscriber({
      url, clientId: 'anlan', sourceId: 'mqtt-port', onFault: () => undefined,
      onReadings: () => Promise.resolve({ acceptedCount: 1, refused: [{ index: 1, code: 'SIGNAL_SENSOR_UNKNOWN', params: { sensorId: 'b' } }] }),
      onRefused: (sourceId, refusal) => refused.push([sourceId, refusal]),
    });
    toStop.push(() => subscriber.stop());
    await expect.poll(() => subscriber.isHearing(), { timeout: 5000 }).toBe(true);
    const device = await mqtt.connectAsync(url);
    toStop.push(() => device.endAsync(true));
    await device.publishAsync('anlan/v1/readings', '{"readings":[{"sensorId":"a"},{"sensorId":"b"}]}', { qos: 1 });
    await expect.poll(() => acknowledgedCount(), { timeout: 5000 }).toBe(1);
    expect(refused).toEqual([['mqtt-port', { code: 'SIGNAL_SENSOR_UNKNOWN', params: { sensorId: 'b' } }]]);
  });
});
