import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePayload } from './decode-payload.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('MQTT payloads', () => {
  it('the example of the README holds', () => {
    const decoded = decodePayload('anlan/v1/readings/tide-dinghai', bytes('{"value": 1.2, "observedAt": "2026-11-25T00:00:00Z"}'));
    expect(decoded).toEqual({ ok: true, value: [{ sensorId: 'tide-dinghai', value: 1.2, observedAt: '2026-11-25T00:00:00Z' }] });
  });

  it('no bytes on any topic make the decoder throw', () => {
    fc.assert(fc.property(fc.string(), fc.uint8Array({ maxLength: 300 }), (topic, payload) => {
      expect(typeof decodePayload(topic, payload).ok).toBe('boolean');
    }));
  });

  it('a topic deeper than one sensor, and a list where an object should be, are refused', () => {
    const codeOf = (topic: string, text: string): string => {
      const decoded = decodePayload(topic, bytes(text));
      return decoded.ok ? '' : decoded.refusal.code;
    };
    for (const topic of ['anlan/v1/readings/a/b', 'anlan/v1/readings/', 'anlan/v1/answers/a', 'elsewhere']) expect(codeOf(topic, '{"value":1}')).toBe('MQTT_TOPIC_UNKNOWN');
    expect(codeOf('anlan/v1/readings/a', '[1]')).toBe('MQTT_PAYLOAD_UNREADABLE');
  });

  it('a payload over the bound is refused before it is parsed', () => {
    const decoded = decodePayload('anlan/v1/readings', new Uint8Array(2_000_001));
    expect(decoded.ok ? '' : decoded.refusal.code).toBe('MQTT_PAYLOAD_TOO_LARGE');
  });
});
