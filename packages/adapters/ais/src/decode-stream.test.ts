// The stream decoder: bytes cut anywhere, ships joined over time, junk counted, memory bounded.
import { addMs, addS, instant, knToMps } from '@anlan/kernel';
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedPath } from '../../../../test/shared.ts';
import { createAisDecoder } from './decode-stream.ts';
import type { AisMessageInput } from './encode-message.ts';
import { encodeAisSentences } from './encode-sentence.ts';
import { createVesselRegistry } from './vessels.ts';

const AT = instant('2026-11-23T09:39:05.000Z');
const FERRY: AisMessageInput = { typeCode: 1, mmsi: '413000123', position: [122.1, 29.95], speedMps: knToMps(12.1), courseDegTrue: 87, headingDegTrue: 88, navigationStatusCode: 0 };
const PAPERS: AisMessageInput = { typeCode: 5, mmsi: '413000123', name: 'ZHOU DIAN 7', callSign: 'BQ12', shipTypeCode: 60, lengthM: 90, beamM: 16, draughtM: 3.2, destination: 'SHENJIAMEN' };

describe('streams', () => {
  it('the real log gives the same states however its bytes are cut', () => {
    const log = readFileSync(sharedPath('data/signals/ais_sample.nmea'));
    const whole = createAisDecoder({ sourceId: 'file' });
    const states = whole.push(log, AT);
    states.push(...whole.end(AT));
    expect(whole.counts()).toMatchObject({ acceptedCount: 764, refusedCounts: { AIS_SENTENCE_MALFORMED: 100, AIS_TYPE_UNSUPPORTED: 14, AIS_PART_MISSING: 20 } });
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 40 }), (sizes) => {
      const cut = createAisDecoder({ sourceId: 'file' });
      const again = [];
      for (let from = 0, i = 0; from < log.length; i++) {
        const to = from + (sizes[i % sizes.length] ?? 1);
        again.push(...cut.push(log.subarray(from, to), AT));
        from = to;
      }
      again.push(...cut.end(AT));
      expect(again).toEqual(states);
      expect(cut.counts()).toEqual(whole.counts());
    }), { numRuns: 15 });
  });

  it('no bytes whatever make it throw, and every line is accepted, waiting or counted', () => {
    const nasty = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.stringMatching(/^[!\\$A-Z0-9,*:;`a-z-]{0,120}$/).map((text) => new TextEncoder().encode(`!AIVDM,1,1,,A,${text}\n`)),
      fc.constantFrom(...encodeAisSentences(PAPERS), ...encodeAisSentences(FERRY)).map((line) => new TextEncoder().encode(`${line}\r\n`)),
      fc.constant(new Uint8Array(5000).fill(65)),
    );
    fc.assert(fc.property(fc.array(nasty, { maxLength: 30 }), (chunks) => {
      const decoder = createAisDecoder({ sourceId: 'fuzz' });
      for (const [i, chunk] of chunks.entries()) decoder.push(chunk, addS(AT, i * 4));
      decoder.end(AT);
      const { acceptedCount, refusedCounts } = decoder.counts();
      expect(Number.isInteger(acceptedCount)).toBe(true);
      for (const count of Object.values(refusedCounts)) expect(count).toBeGreaterThan(0);
    }), { numRuns: 300 });
  });

  it('parts that never end are given up by time and by number, and counted', () => {
    const decoder = createAisDecoder({ sourceId: 'parts' });
    const firstParts = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'].flatMap((channel) =>
      [0, 1].map((sequenceIndex) => partOf(channel, sequenceIndex)));
    for (const line of firstParts) decoder.pushLine(line, AT);
    expect(firstParts).toHaveLength(124);
    expect(decoder.counts().refusedCounts).toEqual({ AIS_PART_MISSING: 124 - 64 });
    decoder.pushLine(encodeAisSentences(FERRY)[0] ?? '', addMs(AT, 10_001));
    expect(decoder.counts()).toMatchObject({ acceptedCount: 1, refusedCounts: { AIS_PART_MISSING: 124 } });
  });

  it('a line without end costs one count and its own buffer, and the next line is read', () => {
    const decoder = createAisDecoder({ sourceId: 'long' });
    for (let i = 0; i < 100; i++) decoder.push(new Uint8Array(10_000).fill(88), AT);
    const states = decoder.push(new TextEncoder().encode(`\n${encodeAisSentences(FERRY)[0] ?? ''}\n`), AT);
    expect(states).toHaveLength(1);
    expect(decoder.counts().refusedCounts).toEqual({ AIS_LINE_TOO_LONG: 1 });
  });
});

describe('ships', () => {
  it('joins position and particulars; a later name does not make an old position fresh', () => {
    const decoder = createAisDecoder({ sourceId: 'ais-tcp' });
    const [position] = encodeAisSentences(FERRY).flatMap((line) => decoder.pushLine(line, AT));
    const [joined] = encodeAisSentences(PAPERS).flatMap((line) => decoder.pushLine(line, addS(AT, 300)));
    expect(position).toMatchObject({ mmsi: '413000123', observedAt: AT, sourceId: 'ais-tcp', simulated: false });
    expect(position).not.toHaveProperty('name');
    expect(joined).toMatchObject({ name: 'ZHOU DIAN 7', destination: 'SHENJIAMEN', draughtM: 3.2, lengthM: 90, beamM: 16, observedAt: AT, receivedAt: addS(AT, 300) });
    expect(joined?.position?.[0]).toBeCloseTo(122.1, 6);
  });

  it('what is no longer available is taken back, not kept for ever', () => {
    const decoder = createAisDecoder({ sourceId: 'ais-tcp' });
    const send = (input: AisMessageInput): unknown => encodeAisSentences(input).flatMap((line) => decoder.pushLine(line, AT)).at(-1);
    expect(send(PAPERS)).toHaveProperty('destination', 'SHENJIAMEN');
    expect(send({ typeCode: 5, mmsi: '413000123', name: 'ZHOU DIAN 7' })).not.toHaveProperty('destination');
    expect(send(FERRY)).toHaveProperty('speedMps');
    expect(send({ typeCode: 1, mmsi: '413000123', position: [122.1, 29.95] })).not.toHaveProperty('speedMps');
  });

  it('a late position is given out for the track and does not replace the present one', () => {
    const decoder = createAisDecoder({ sourceId: 'ais-tcp' });
    const send = (lonDeg: number, at: typeof AT): unknown =>
      encodeAisSentences({ ...FERRY, position: [lonDeg, 30] }, { tag: { source: 'r1', at } }).flatMap((line) => decoder.pushLine(line, addS(AT, 60)))[0];
    send(122.2, AT);
    expect(send(122.1, addS(AT, -30))).toMatchObject({ observedAt: addS(AT, -30), position: [expect.closeTo(122.1, 6), 30] });
    const [state] = encodeAisSentences(PAPERS).flatMap((line) => decoder.pushLine(line, addS(AT, 90)));
    expect(state).toMatchObject({ observedAt: AT, position: [expect.closeTo(122.2, 6), 30] });
  });

  it('a TAG source that starts with SIM, or a simulated door, marks the state, and never touches the real ship', () => {
    const decoder = createAisDecoder({ sourceId: 'ais-tcp' });
    const real = encodeAisSentences(FERRY).flatMap((line) => decoder.pushLine(line, AT));
    const simulated = encodeAisSentences({ ...PAPERS, name: 'GHOST' }, { tag: { source: 'SIM-1', at: AT } }).flatMap((line) => decoder.pushLine(line, AT));
    const after = encodeAisSentences(FERRY).flatMap((line) => decoder.pushLine(line, AT));
    expect(real[0]?.simulated).toBe(false);
    expect(simulated[0]).toMatchObject({ simulated: true, name: 'GHOST' });
    expect(after[0]).not.toHaveProperty('name');
    const door = createAisDecoder({ sourceId: 'demo', simulated: true });
    expect(encodeAisSentences(FERRY).flatMap((line) => door.pushLine(line, AT))[0]?.simulated).toBe(true);
  });

  it('the number of remembered ships is bounded', () => {
    const registry = createVesselRegistry(100);
    const decoder = createAisDecoder({ sourceId: 'many', registry });
    for (let i = 0; i < 1000; i++) for (const line of encodeAisSentences({ ...FERRY, mmsi: String(412_000_000 + i) })) decoder.pushLine(line, AT);
    expect(registry.count()).toBeLessThanOrEqual(100);
    expect(decoder.counts().acceptedCount).toBe(1000);
  });
});

/** A first part of two on a channel of its own, with the right checksum. */
function partOf(channel: string, sequenceIndex: number): string {
  const body = `AIVDM,2,1,${sequenceIndex},${channel},55P5TL01VIaAL@7W,0`;
  return `!${body}*${[...body].reduce((sum, c) => sum ^ c.charCodeAt(0), 0).toString(16).padStart(2, '0')}`;
}
