// What the encoder writes the decoder reads back, to the resolution of the format.
import { instant, knToMps } from '@anlan/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAisDecoder } from './decode-stream.ts';
import type { AisMessageInput } from './encode-message.ts';
import { encodeAisSentences } from './encode-sentence.ts';

const AT = instant('2026-11-23T09:39:05.000Z');
const mmsi = fc.integer({ min: 1, max: 999_999_999 }).map((n) => String(n).padStart(9, '0'));
const text = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[A-Z0-9]([A-Z0-9 .-]{0,${length - 2}}[A-Z0-9])?$`));
const position = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));

function decode(input: AisMessageInput): ReturnType<ReturnType<typeof createAisDecoder>['pushLine']> {
  const decoder = createAisDecoder({ sourceId: 'x' });
  const states = encodeAisSentences(input, { tag: { source: 'SIM', at: AT } }).flatMap((line) => decoder.pushLine(line, AT));
  expect(decoder.counts().refusedCounts).toEqual({});
  return states;
}

describe('encoder', () => {
  it('positions, speeds and directions come back within the resolution of AIS', () => {
    const moving = fc.record({
      typeCode: fc.constantFrom(1 as const, 18 as const), mmsi, position,
      speedMps: fc.double({ min: 0, max: knToMps(102), noNaN: true }), courseDegTrue: fc.double({ min: 0, max: 359.9, noNaN: true }), headingDegTrue: fc.integer({ min: 0, max: 359 }),
    });
    fc.assert(fc.property(moving, (input) => {
      const [state] = decode(input);
      expect(Math.abs((state?.position?.[0] ?? 999) - input.position[0])).toBeLessThan(1e-6);
      expect(Math.abs((state?.position?.[1] ?? 999) - input.position[1])).toBeLessThan(1e-6);
      expect(Math.abs((state?.speedMps ?? 999) - input.speedMps)).toBeLessThanOrEqual(knToMps(0.0501));
      expect(Math.abs((state?.courseDegTrue ?? 999) - input.courseDegTrue)).toBeLessThan(0.0501);
      expect(state).toMatchObject({ mmsi: input.mmsi, headingDegTrue: input.headingDegTrue, simulated: true, observedAt: AT });
    }));
  });

  it('names, call signs, sizes and draughts come back as they were', () => {
    const papers = fc.record({
      typeCode: fc.constant(5 as const), mmsi, name: text(20), callSign: text(7), shipTypeCode: fc.integer({ min: 1, max: 255 }), lengthM: fc.integer({ min: 1, max: 1000 }),
      beamM: fc.integer({ min: 1, max: 120 }), draughtM: fc.integer({ min: 1, max: 255 }).map((dm) => dm / 10), destination: text(20),
    });
    fc.assert(fc.property(papers, ({ typeCode: _typeCode, ...said }) => {
      expect(decode({ typeCode: 5, ...said }).at(-1)).toMatchObject(said);
      const { draughtM: _draughtM, destination: _destination, ...classB } = said;
      if (!classB.mmsi.startsWith('98')) expect(decode({ typeCode: 24, ...classB }).at(-1)).toMatchObject(classB);
    }));
  });

  it('what is not given is not available, never zero', () => {
    expect(decode({ typeCode: 1, mmsi: '413000123' })).toEqual([{ mmsi: '413000123', observedAt: AT, receivedAt: AT, sourceId: 'x', simulated: true }]);
    expect(decode({ typeCode: 5, mmsi: '413000123' })).toHaveLength(1);
    expect(decode({ typeCode: 21, mmsi: '994131001', name: 'XIAZHIMEN' })[0]).toMatchObject({ name: 'XIAZHIMEN', aidToNavigation: true });
  });

  it('every sentence keeps to the 82 characters of NMEA 0183', () => {
    const lines = encodeAisSentences({ typeCode: 5, mmsi: '413000123', name: 'A', destination: 'B' });
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });
});
