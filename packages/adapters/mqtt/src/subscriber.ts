// Readings from a broker that stands elsewhere: subscribes with QoS 1 and a lasting session, so the
// broker keeps what comes while we are away, and acknowledges a message only after its readings are
// committed. While the store is away the message waits here and the broker holds the rest. A broker that
// does not grant what we ask for is a fault that the owner is told, because nothing else would show it.

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
  /** A whole message, or one reading of it, that was refused. */
  readonly onRefused: (sourceId: string, refusal: Refusal) => void;
  /** The broker does not grant the subscription; asked again at each connection and every minute. */
  readonly onFault: (sourceId: string, failure: AdapterError) => void;
}

export interface MqttSubscriber {
  isConnected(): boolean;
  /** Connected, and every topic granted as asked. */
  isHearing(): boolean;
  stop(): Promise<void>;
}

/** Connects now and again after each loss; a broker that is away is not a failure. */
export function startMqttSubscriber(options: MqttSubscriberOptions): MqttSubscriber {
  let stopping = false;
  let granted = false;
  let retry: NodeJS.Timeout | undefined;
  const client = connect(options.url, {
    clientId: options.clientId, clean: false, reconnectPeriod: RECONNECT_MS, resubscribe: false,
    ...(options.userName === undefined ? {} : { username: options.userName }),
    ...(options.password === undefined ? {} : { password: options.password }),
  });
  client.on('error', () => undefined); // Followed by `close` and a new attempt; its age shows a silent source.
  const subscribe = (): void => {
    clearTimeout(retry);
    client.subscribe(TOPICS, { qos: 1 }, (error, _asked, answer) => {
      if (stopping || !client.connected) return;
      const codes = answer?.granted ?? [];
      const denied = TOPICS.filter((_topic, i) => codes[i] !== 1);
      granted = denied.length === 0;
      if (granted) return;
      for (const topic of denied) {
        const grantedCode = Number(codes[TOPICS.indexOf(topic)] ?? DENIED);
        options.onFault(options.sourceId, new AdapterError('MQTT_SUBSCRIPTION_DENIED', { ...(error === null ? {} : { cause: error }), retryable: true, params: { topic, grantedCode } }));
      }
      retry = setTimeout(subscribe, RESUBSCRIBE_MS);
      retry.unref();
    });
  };
  client.on('connect', subscribe);
  client.on('close', () => { granted = false; });
  // The client calls this before it sends PUBACK, and sends none until `done` is called.
  client.handleMessage = (packet, done) => {
    take(options, packet as IPublishPacket, () => stopping).then((kept) => { if (kept) done(); }, (error: Error) => done(error));
  };
  return {
    isConnected: () => client.connected,
    isHearing: () => client.connected && granted,
    async stop() {
      stopping = true;
      clearTimeout(retry);
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
      const { refused } = await options.onReadings(options.sourceId, decoded.value);
      for (const { code, params } of refused) options.onRefused(options.sourceId, { code, params });
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

const TOPICS = [READINGS_TOPIC, `${READINGS_TOPIC}/+`];
/** Failure code of SUBACK, MQTT 3.1.1, 3.9.3. */
const DENIED = 128;
const RESUBSCRIBE_MS = 60_000;
const RECONNECT_MS = 1_000;
const RETRY_MS = 250;
const RETRY_MAX_MS = 5_000;
