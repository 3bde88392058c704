// What a message on a topic means. A batch: `anlan/v1/readings` with {"readings":[{sensorId, value,
// observedAt}]}; one sensor: `anlan/v1/readings/<sensorId>` with {value, observedAt}. Items are not
// judged here: one bad reading must not lose the others.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';

export const READINGS_TOPIC = 'anlan/v1/readings';
export const ANSWERS_TOPIC = 'anlan/v1/answers';

/** A sensor id is one level: a deeper topic is nobody's. */
export function isReadingsTopic(topic: string): boolean {
  return topic === READINGS_TOPIC || SENSOR_TOPIC.test(topic);
}

export function decodePayload(topic: string, payload: Uint8Array): Result<readonly unknown[]> {
  const sensorId = topic === READINGS_TOPIC ? undefined : topic.slice(READINGS_TOPIC.length + 1);
  if (!isReadingsTopic(topic)) return refuse('MQTT_TOPIC_UNKNOWN', { topic: topic.slice(0, 120) });
  if (payload.length > PAYLOAD_BYTES_MAX) return refuse('MQTT_PAYLOAD_TOO_LARGE', { topic, sizeBytes: payload.length, sizeBytesMax: PAYLOAD_BYTES_MAX });
  const parsed = parse(topic, payload);
  if (!parsed.ok) return parsed;
  const body = parsed.value as { readings?: unknown } | null;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('MQTT_PAYLOAD_UNREADABLE', { topic, detail: 'object' });
  if (sensorId !== undefined) return ok([{ ...body, sensorId }]);
  return Array.isArray(body.readings) ? ok(body.readings as unknown[]) : refuse('MQTT_PAYLOAD_UNREADABLE', { topic, detail: 'readings' });
}

function parse(topic: string, payload: Uint8Array): Result<unknown> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)) as unknown);
  } catch (error) {
    return refuse('MQTT_PAYLOAD_UNREADABLE', { topic, detail: (error as Error).message.slice(0, 120) });
  }
}

const SENSOR_TOPIC = /^anlan\/v1\/readings\/[^/]+$/;
/** A batch of 10 000 readings is about 1 MB. */
export const PAYLOAD_BYTES_MAX = 2_000_000;
