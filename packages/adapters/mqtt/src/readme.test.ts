import { expect, it } from 'vitest';
import { decodePayload } from './index.ts';

it('the example of the README holds', () => {
  const payload = new TextEncoder().encode('{"value": 1.2, "observedAt": "2026-11-25T00:00:00Z"}');
  const decoded = decodePayload('anlan/v1/readings/tide-dinghai', payload);
  expect(decoded).toEqual({ ok: true, value: [{ sensorId: 'tide-dinghai', value: 1.2, observedAt: '2026-11-25T00:00:00Z' }] });
});
