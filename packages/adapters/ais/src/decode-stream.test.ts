// The stream decoder: bytes cut anywhere, ships joined over time, junk counted, memory bounded.
import type { VesselState } from '@anlan/domain';
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

  it('bytes in are lines accepted plus lines counted, whatever the bytes, the line ends and the cuts', () => {
    const piece = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 999 }).map((n) => encodeAisSentences({ ...FERRY, mmsi: String(413_000_000 + n) })[0] ?? '') },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }).map((length) => (encodeAisSentences(FERRY)[0] ?? '').slice(0, length)) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => String.fromCharCode(...bytes)) },
      { weight: 1, arbitrary: fc.constantFrom('\r\n', '\r', '\n', '!', '$GPGGA,1*00', ' ') },
      { weight: 2, arbitrary: fc.constantFrom('\n', '\r', '\r\n') },
      { weight: 1, arbitrary: fc.integer({ min: 900, max: 3000 }).map((length) => 'x'.repeat(length)) },
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 700 }), (pieces, cutBytes) => {
      const text = pieces.join('').replaceAll('\\', '/'); // TAG blocks have a test of their own.
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
      const decoder = createAisDecoder({ sourceId: 'fuzz' });
      const states = [];
      for (let from = 0; from < bytes.length; from += cutBytes) states.push(...decoder.push(bytes.subarray(from, from + cutBytes), AT));
      states.push(...decoder.end(AT));
      const { acceptedCount, refusedCounts } = decoder.counts();
      expect(acceptedCount).toBe(states.length);
      expect(acceptedCount + sumOf(refusedCounts)).toBe(sentenceCountOf(text));
      expect(acceptedCount).toBe(wholeCountOf(text));
    }), { numRuns: 400 });
  });

  it('two sentences on one line, a cut one before a whole one, and CR alone as line end lose nothing', () => {
    const [whole = ''] = encodeAisSentences(FERRY);
    const run = (text: string): [number, Record<string, number>] => {
      const decoder = createAisDecoder({ sourceId: 'glued' });
      decoder.push(new TextEncoder().encode(text), AT);
      decoder.end(AT);
      return [decoder.counts().acceptedCount, decoder.counts().refusedCounts];
    };
    expect(run(`${whole}${whole}\n`)).toEqual([2, {}]);
    expect(run(`${whole.slice(0, 20)}${whole}\n`)).toEqual([1, { AIS_SENTENCE_MALFORMED: 1 }]);
    expect(run(`$GPZDA,1*00${whole}\n`)).toEqual([1, { AIS_SENTENCE_OTHER: 1 }]);
    expect(run(`${whole}\r${whole}\r${whole}\r`)).toEqual([3, {}]);
    expect(run(`${whole}\n\r${whole}`)).toEqual([2, {}]);
    expect(run(`${whole}\n${whole.slice(0, 9)}`)).toEqual([1, { AIS_SENTENCE_MALFORMED: 1 }]);
  });

  it('a line that is too long is counted as soon as it is known, also when its end never comes', () => {
    const decoder = createAisDecoder({ sourceId: 'long' });
    decoder.push(new Uint8Array(2000).fill(88), AT);
    expect(decoder.counts().refusedCounts).toEqual({ AIS_LINE_TOO_LONG: 1 });
    decoder.end(AT);
    expect(decoder.counts().refusedCounts).toEqual({ AIS_LINE_TOO_LONG: 1 });
  });

  it('a sentence whose TAG block may be lost is refused, because it may have been simulated', () => {
    const [tagged = ''] = encodeAisSentences(FERRY, { tag: { source: 'SIM-1', at: AT } });
    const [bare = ''] = encodeAisSentences(FERRY);
    const decoder = createAisDecoder({ sourceId: 'tags' });
    for (const line of [`${tagged.slice(0, -30)}${bare}`, tagged.slice(5), `${tagged.slice(0, 12)}${bare}`]) expect(decoder.pushLine(line, AT)).toEqual([]);
    expect(decoder.counts().refusedCounts).toEqual({ AIS_SENTENCE_MALFORMED: 4 });
    expect(decoder.pushLine(`12:00 ${tagged}`, AT)[0]?.simulated).toBe(true);
    expect(decoder.pushLine(`${tagged.slice(0, 12)}${tagged}`, AT)[0]?.simulated).toBe(true);
    expect(decoder.pushLine(`${tagged}${tagged}`, AT).map(({ simulated }) => simulated)).toEqual([true, true]);
  });

  it('parts are joined only with parts of the same sender and the same TAG source', () => {
    const parts = (mmsi: string, name: string, source?: string): readonly string[] =>
      encodeAisSentences({ ...PAPERS, mmsi, name, destination: name }, source === undefined ? {} : { tag: { source, at: AT } });
    const bytes = (line: string | undefined): Uint8Array => new TextEncoder().encode(`${line ?? ''}\n`);
    const namesOf = (steps: readonly (readonly [string, string | undefined])[]): [unknown[], unknown] => {
      const decoder = createAisDecoder({ sourceId: 'parts' });
      const states = steps.flatMap(([sender, line]) => decoder.push(bytes(line), AT, sender));
      decoder.end(AT);
      return [states.map(({ name, destination, simulated }) => [name, destination, simulated]), decoder.counts().refusedCounts];
    };
    const [a, b, sim] = [parts('412000001', 'ALPHA'), parts('412000002', 'BRAVO'), parts('412000001', 'GHOST', 'SIM-1')];
    const [first, second] = [parts('412000001', 'ALPHA', 'RX1'), parts('412000002', 'BRAVO', 'RX2')];
    const both = [['ALPHA', 'ALPHA', false], ['BRAVO', 'BRAVO', false]];
    expect(namesOf([['1', a[0]], ['2', b[0]], ['1', a[1]], ['2', b[1]]])).toEqual([both, {}]);
    expect(namesOf([['1', first[0]], ['1', second[0]], ['1', first[1]], ['1', second[1]]])).toEqual([both, {}]);
    expect(namesOf([['1', a[0]], ['1', sim[1]]])).toEqual([[], { AIS_PART_MISSING: 2 }]);
    expect(namesOf([['1', sim[0]], ['1', b[1]]])).toEqual([[], { AIS_PART_MISSING: 2 }]);
    const grouped = [withTag('g:1-2-77,s:SIM-1', a[0]), withTag('g:2-2-77', a[1])];
    expect(namesOf(grouped.map((line) => ['1', line] as const))).toEqual([[['ALPHA', 'ALPHA', true]], {}]);
    expect(namesOf([['1', grouped[0]], ['1', withTag('g:2-2-77,s:RX1', a[1])]])).toEqual([[], { AIS_PART_MISSING: 2 }]);
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

  it('a late motion report without a position takes nothing from the present state, and none comes back through a later one', () => {
    const decoder = createAisDecoder({ sourceId: 'ais-tcp' });
    const send = (input: AisMessageInput, at: typeof AT): VesselState | undefined =>
      encodeAisSentences(input, { tag: { source: 'r1', at } }).flatMap((line) => decoder.pushLine(line, addS(AT, 60)))[0];
    send(FERRY, AT);
    expect(send({ typeCode: 1, mmsi: '413000123' }, addS(AT, -3600))).toMatchObject({ observedAt: addS(AT, -3600) });
    expect(send(PAPERS, AT)).toMatchObject({ observedAt: AT, position: [expect.closeTo(122.1, 6), expect.closeTo(29.95, 6)] });
    expect(send({ typeCode: 1, mmsi: '413000123' }, addS(AT, 10))).not.toHaveProperty('position');
    send(FERRY, addS(AT, 5));
    expect(send(PAPERS, addS(AT, 20))).not.toHaveProperty('position');
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

/** What a plain reading of the text finds: lines, and within them what begins with `!` or `$`. */
function sentenceCountOf(text: string): number {
  return text.split(/[\r\n]/).flatMap(sentencesOf).length;
}

function sentencesOf(line: string): string[] {
  const [prefix = '', ...begun] = line.split(/(?=[!$])/);
  if (begun.length === 0 || /^[!$]/.test(prefix)) return [prefix, ...begun].filter((sentence) => sentence !== '');
  return [prefix + (begun[0] ?? ''), ...begun.slice(1)];
}

/** Sentences of the ferry that are whole and of bounded length. */
function wholeCountOf(text: string): number {
  return text.split(/[\r\n]/).flatMap(sentencesOf).filter((sentence) => sentence.length <= 1024 && /!AIVDM,1,1,,A,[0-W`-w]{28},0\*[0-9A-F]{2}/.test(sentence)).length;
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function withTag(members: string, line = ''): string {
  return `\\${members}*${[...members].reduce((sum, c) => sum ^ c.charCodeAt(0), 0).toString(16).padStart(2, '0')}\\${line}`;
}

/** A first part of two on a channel of its own, with the right checksum. */
function partOf(channel: string, sequenceIndex: number): string {
  const body = `AIVDM,2,1,${sequenceIndex},${channel},55P5TL01VIaAL@7W,0`;
  return `!${body}*${[...body].reduce((sum, c) => sum ^ c.charCodeAt(0), 0).toString(16).padStart(2, '0')}`;
}
