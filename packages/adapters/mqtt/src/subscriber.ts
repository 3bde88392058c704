// Readings from a broker that stands elsewhere: subscribes with QoS 1 and a lasting session, so the
// broker keeps what comes while we are away, and acknowledges a message only after its readings are
// committed. While the store is away the message waits here and the broker holds the rest.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Refusal } from '@anlan/kernel';
import { AdapterError } from '@anlan/kernel';
import type { IPublishPacket } from 'mqtt';
import { connect } from 'mqtt';
import { READINGS_TOPIC, decodePayload } from './decode-payload.ts';
import type { ReadingsAnswer } from './listener.ts';

export interface MqttSubscriberOptions {
  /** Such as `mqtt://broker:1883` or `mqtts://…`. */
  readonly url: string;
  /** Stable from start to start: the broker keeps our session under it. */
  readonly clientId: string;
  readonly userName?: string;
  readonly password?: string;
  readonly sourceId: string;
  readonly onReadings: (sourceId: string, readings: readonly unknown[]) => Promise<ReadingsAnswer>;
  readonly onRefused: (sourceId: string, refusal: Refusal) => void;
}

export interface MqttSubscriber {
  isConnected(): boolean;
  stop(): Promise<void>;
}

/** Connects now and again after each loss; a broker that is away is not a failure. */
export function startMqttSubscriber(options: MqttSubscriberOptions): MqttSubscriber {
  let stopping = false;
  const client = connect(options.url, {
    clientId: options.clientId, clean: false, reconnectPeriod: RECONNECT_MS, resubscribe: true,
    ...(options.userName === undefined ? {} : { username: options.userName }),
    ...(options.password === undefined ? {} : { password: options.password }),
  });
  client.on('error', () => undefined); // Followed by `close` and a new attempt; its age shows a silent source.
  client.on('connect', () => { client.subscribe([READINGS_TOPIC, `${READINGS_TOPIC}/+`], { qos: 1 }); });
  // The client calls this before it sends PUBACK, and sends none until `done` is called.
  client.handleMessage = (packet, done) => {
    take(options, packet as IPublishPacket, () => stopping).then((kept) => { if (kept) done(); }, (error: Error) => done(error));
  };
  return {
    isConnected: () => client.connected,
    async stop() {
      stopping = true;
      await client.endAsync(true);
    },
  };
}

/** True when the message has been answered for: kept, or refused for good. */
async function take(options: MqttSubscriberOptions, packet: IPublishPacket, isStopping: () => boolean): Promise<boolean> {
  const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
  const decoded = decodePayload(packet.topic, payload);
  if (!decoded.ok) {
    options.onRefused(options.sourceId, decoded.refusal);
    return true;
  }
  for (let attempt = 1; !isStopping(); attempt++) {
    try {
      await options.onReadings(options.sourceId, decoded.value);
      return true;
    } catch (error) {
      if (!(error instanceof AdapterError && error.retryable)) {
        options.onRefused(options.sourceId, { code: 'MQTT_READINGS_NOT_KEPT', params: { detail: error instanceof Error ? error.message : String(error) } });
        return true;
      }
      await sleep(Math.min(RETRY_MS * attempt, RETRY_MAX_MS));
    }
  }
  return false;
}

const RECONNECT_MS = 1_000;
const RETRY_MS = 250;
const RETRY_MAX_MS = 5_000;
