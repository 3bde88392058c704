import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import mqtt from 'mqtt';
import { startMqttListener } from './index.ts';
import type { MqttListener, MqttListenerOptions } from './index.ts';

const device = { id: 'gauge', token: 'secret', sourceId: 'mqtt-gauge' };
const toStop: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

async function start(changes: Partial<MqttListenerOptions>): Promise<MqttListener> {
  const listener = await startMqttListener({
    host: '127.0.0.1', port: 0, authenticate: async (userName, password) => (userName === device.id && password === device.token ? device : undefined), isOpen: async () => true, onReadings: async (_source, readings) => ({ acceptedCount: readings.length, refused: [] }), onRefused: () => undefined, ...changes,
  });
  toStop.push(() => listener.stop());
  return listener;
}

async function connect(port: number, password = device.token): Promise<mqtt.MqttClient> {
  const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${port}`, { username: device.id, password, reconnectPeriod: 0, connectTimeout: 5000 });
  toStop.push(() => client.endAsync(true));
  return client;
}

describe('MQTT door with a real client', () => {
  it('acknowledges QoS 1 only after the readings are committed', async () => {
    const order: string[] = [];
    const listener = await start({
      onReadings: async (_source, readings) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        order.push('committed');
        return { acceptedCount: readings.length, refused: [] };
      },
    });
    const client = await connect(listener.port);
    await client.publishAsync('anlan/v1/readings', JSON.stringify({ readings: [{ sensorId: 's', value: 1, observedAt: '2026-11-25T00:00:00Z' }] }), { qos: 1 });
    order.push('acknowledged');
    expect(order).toEqual(['committed', 'acknowledged']);
  });

  it('when the store is away there is no acknowledgement, so the device keeps its message', async () => {
    const listener = await start({ onReadings: () => Promise.reject(new Error('database away')) });
    const client = await connect(listener.port);
    const closed = new Promise<string>((resolve) => client.once('close', () => resolve('closed')));
    const acknowledged = client.publishAsync('anlan/v1/readings/s', '{"value":1}', { qos: 1 }).then(() => 'acknowledged', () => 'closed');
    expect(await Promise.race([closed, acknowledged])).toBe('closed');
  });

  it('malformed JSON and unknown topics are counted and told by code; the connection stays', async () => {
    const refused: string[] = [];
    const listener = await start({ onRefused: (_source, refusal) => refused.push(refusal.code) });
    const client = await connect(listener.port);
    const answers: string[] = [];
    client.on('message', (_topic, payload) => answers.push(payload.toString()));
    await client.subscribeAsync(`anlan/v1/answers/${client.options.clientId ?? ''}`);
    await client.publishAsync('anlan/v1/readings', '{"readings": [', { qos: 1 });
    await client.publishAsync('elsewhere', '{}', { qos: 1 });
    await client.publishAsync('anlan/v1/readings', '{"readings": 3}', { qos: 1 });
    expect(refused).toEqual(['MQTT_PAYLOAD_UNREADABLE', 'MQTT_TOPIC_UNKNOWN', 'MQTT_PAYLOAD_UNREADABLE']);
    await expect.poll(() => answers.length).toBe(3);
    expect(client.connected).toBe(true);
  });

  it('a retained message is refused by code and not kept by the broker', async () => {
    const refused: string[] = [];
    const taken: unknown[] = [];
    const listener = await start({
      onRefused: (_source, refusal) => refused.push(refusal.code),
      onReadings: (_source, readings) => { taken.push(...readings); return Promise.resolve({ acceptedCount: readings.length, refused: [] }); },
    });
    const client = await connect(listener.port);
    await client.publishAsync('anlan/v1/readings/s', '{"value":1,"observedAt":"2026-11-25T00:00:00Z"}', { qos: 1, retain: true });
    expect([refused, taken]).toEqual([['MQTT_RETAINED_REFUSED'], []]);
  });

  it('a packet that announces more than is taken closes the connection before its body is gathered', async () => {
    const refused: string[] = [];
    const listener = await start({ onRefused: (_source, refusal) => refused.push(refusal.code) });
    const client = await connect(listener.port);
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
    client.publish('anlan/v1/readings/s', Buffer.alloc(4_000_000, 32), { qos: 1 });
    await closed;
    expect(refused).toEqual(['MQTT_PAYLOAD_TOO_LARGE']);
  });

  it('mosquitto_pub, a client of another make, is understood', async () => {
    const taken: unknown[] = [];
    const listener = await start({ onReadings: (_source, readings) => { taken.push(...readings); return Promise.resolve({ acceptedCount: readings.length, refused: [] }); } });
    const args = ['-h', '127.0.0.1', '-p', String(listener.port), '-u', device.id, '-P', device.token, '-q', '1', '-t', 'anlan/v1/readings/tide-1', '-m', '{"value":2.5}'];
    const code = await new Promise<number | null>((resolve, reject) => {
      const child = spawn('mosquitto_pub', args, { stdio: 'inherit' });
      child.once('error', () => reject(new Error('mosquitto_pub is not installed. Install it with: apt-get install -y --no-install-recommends mosquitto-clients')));
      child.once('close', resolve);
    });
    expect(code).toBe(0);
    expect(taken).toEqual([{ value: 2.5, sensorId: 'tide-1' }]);
  });

  it('a wrong password is refused', async () => {
    const listener = await start({});
    await expect(connect(listener.port, 'guess')).rejects.toThrow();
  });

  it('a device that was revoked is cut: at once when told, at its next message, or within the time of the sweep', async () => {
    let open = true;
    const listener = await start({ isOpen: async () => open, recheckMs: 50, onReadings: async () => (open ? { acceptedCount: 1, refused: [] } : 'closed') });
    const closing = async (): Promise<{ client: mqtt.MqttClient; closed: Promise<void> }> => {
      const client = await connect(listener.port);
      return { client, closed: new Promise<void>((resolve) => client.once('close', () => resolve())) };
    };
    const told = await closing();
    expect(listener.closeDevice('another')).toBe(0);
    expect(listener.closeDevice(device.id)).toBe(1);
    await told.closed;
    const swept = await closing();
    open = false;
    await swept.closed;
    const late = await start({ isOpen: async () => true, onReadings: async () => 'closed' });
    const writing = await connect(late.port);
    const cut = new Promise<string>((resolve) => writing.once('close', () => resolve('closed')));
    const acknowledged = writing.publishAsync('anlan/v1/readings/s', '{"value":1}', { qos: 1 }).then(() => 'acknowledged', () => 'closed');
    expect(await Promise.race([cut, acknowledged])).toBe('closed');
  });

  it('a store that is away opens to nobody and cuts nobody', async () => {
    let away = false;
    const listener = await start({
      authenticate: async () => { if (away) throw new Error('database away'); return device; },
      isOpen: async () => { if (away) throw new Error('database away'); return true; }, recheckMs: 20,
    });
    const client = await connect(listener.port);
    away = true;
    await expect(connect(listener.port)).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(client.connected).toBe(true);
  });
});
