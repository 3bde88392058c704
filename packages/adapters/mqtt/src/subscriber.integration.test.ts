// Against a broker of its own, as a port would already have one.
import { AdapterError } from '@anlan/kernel';
import { Aedes } from 'aedes';
import mqtt from 'mqtt';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startMqttSubscriber } from './index.ts';

const toStop: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const stop of toStop.splice(0).reverse()) await stop(); });

async function startBroker(): Promise<{ url: string; acknowledgedCount: () => number }> {
  const broker = new Aedes();
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
      onRefused: (_sourceId, refusal) => refused.push(refusal.code),
    });
    toStop.push(() => subscriber.stop());
    await expect.poll(() => subscriber.isConnected(), { timeout: 5000 }).toBe(true);
    const device = await mqtt.connectAsync(url);
    toStop.push(() => device.endAsync(true));
    await new Promise((resolve) => setTimeout(resolve, 200)); // The subscription is on its way.
    await device.publishAsync('anlan/v1/readings/gauge-1', '{"value":1.5,"observedAt":"2026-11-23T09:39:05Z"}', { qos: 1 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([kept.length, acknowledgedCount()]).toEqual([0, 0]);
    await expect.poll(() => acknowledgedCount(), { timeout: 5000 }).toBe(1);
    expect(kept).toEqual([{ sensorId: 'gauge-1', value: 1.5, observedAt: '2026-11-23T09:39:05Z' }]);
    await device.publishAsync('anlan/v1/readings', 'not JSON', { qos: 1 });
    await expect.poll(() => refused, { timeout: 5000 }).toEqual(['MQTT_PAYLOAD_UNREADABLE']);
  });
});
