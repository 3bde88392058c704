// From bytes to vessel states: cuts lines, checks and decodes them, joins parts and ships, and
// counts every line that it could not take by code. Never throws on any input; memory is bounded.

import type { IngestCount, VesselState } from '@anlan/domain';
import type { Instant } from '@anlan/kernel';
import { instantFromMs } from '@anlan/kernel';
import { decodeMessage } from './decode-message.ts';
import { createPartAssembly } from './decode-parts.ts';
import type { Sentence } from './decode-sentence.ts';
import { createSentence, decodeSentence } from './decode-sentence.ts';
import type { AisCode } from './errors.ts';
import type { AisReport } from './report.ts';
import { appendArmoured, createSixBits } from './six-bit.ts';
import type { VesselRegistry } from './vessels.ts';
import { createVesselRegistry } from './vessels.ts';

export interface AisDecoder {
  /** Takes bytes as they come; lines may be cut anywhere. Returns one state per message decoded. */
  push(bytes: Uint8Array, receivedAt: Instant): VesselState[];
  /** Takes one line without its end. */
  pushLine(line: string, receivedAt: Instant): VesselState[];
  /** Ends the current line (a datagram, the end of a file) and gives up parts still open. */
  end(receivedAt: Instant): VesselState[];
  counts(): IngestCount;
}

export interface AisDecoderOptions {
  readonly sourceId: string;
  /** The whole door is simulated; otherwise a TAG source that starts with SIM says so. */
  readonly simulated?: boolean;
  /** `tag`: the TAG block's time where there is one. `receipt`: always the time of receipt (replays). */
  readonly observedAtFrom?: 'tag' | 'receipt';
  /** Shared by the connections of one door. */
  readonly registry?: VesselRegistry;
  readonly tally?: AisTally;
}

/** Counts of one door, shared by its connections. */
export interface AisTally {
  acceptedCount: number;
  readonly refusedCounts: Partial<Record<AisCode, number>>;
  lastReceivedAt: Instant | undefined;
}

export function createAisTally(): AisTally {
  return { acceptedCount: 0, refusedCounts: {}, lastReceivedAt: undefined };
}

export function refuseLine(tally: AisTally, code: AisCode, count = 1): void {
  if (count > 0) tally.refusedCounts[code] = (tally.refusedCounts[code] ?? 0) + count;
}

export function countsOf(sourceId: string, tally: AisTally): IngestCount {
  return { sourceId, acceptedCount: tally.acceptedCount, refusedCounts: { ...tally.refusedCounts }, lastReceivedAt: tally.lastReceivedAt };
}

export function createAisDecoder(options: AisDecoderOptions): AisDecoder {
  const tally = options.tally ?? createAisTally();
  const takeLine = createLineTaker(options, tally);
  const cutter = createLineCutter(tally);
  return {
    push(bytes, receivedAt) {
      const states: VesselState[] = [];
      cutter.cut(bytes, (line, from, to) => { takeLine.take(line, from, to, receivedAt, states); });
      return states;
    },
    pushLine(line, receivedAt) {
      const states: VesselState[] = [];
      if (line.length > LINE_LIMIT_BYTES) refuseLine(tally, 'AIS_LINE_TOO_LONG');
      else takeLine.take(Uint8Array.from(line, (character) => character.charCodeAt(0) & 0xff), 0, line.length, receivedAt, states);
      return states;
    },
    end(receivedAt) {
      const states: VesselState[] = [];
      cutter.endLine((line, from, to) => { takeLine.take(line, from, to, receivedAt, states); });
      takeLine.giveUp();
      return states;
    },
    counts: () => countsOf(options.sourceId, tally),
  };
}

function createLineTaker(options: AisDecoderOptions, tally: AisTally): {
  take(bytes: Uint8Array, from: number, to: number, receivedAt: Instant, states: VesselState[]): void;
  giveUp(): void;
} {
  const registry = options.registry ?? createVesselRegistry();
  const parts = createPartAssembly();
  const sentence = createSentence();
  const bits = createSixBits();
  const decodeLine = (bytes: Uint8Array, from: number, to: number, receivedAt: Instant): AisReport | AisCode | undefined => {
    const refused = decodeSentence(bytes, from, to, sentence);
    if (refused !== undefined) return refused;
    if (sentence.partCount > 1) {
      const whole = parts.add(sentence, bytes, receivedAt, bits);
      refuseLine(tally, 'AIS_PART_MISSING', parts.takeAbandonedCount());
      if (whole === false) return undefined;
      if (whole === 'malformed') return 'AIS_SENTENCE_MALFORMED';
    } else {
      bits.usedCount = 0;
      if (!appendArmoured(bits, bytes, sentence.payloadFrom, sentence.payloadTo)) return 'AIS_SENTENCE_MALFORMED';
      bits.bitCount = bits.usedCount * 6 - sentence.fillBitCount;
    }
    return decodeMessage(bits);
  };
  return {
    take(bytes, from, to, receivedAt, states) {
      if (from === to) return;
      tally.lastReceivedAt = receivedAt;
      if (parts.openCount() > 0) refuseLine(tally, 'AIS_PART_MISSING', parts.expire(receivedAt));
      const decoded = decodeLine(bytes, from, to, receivedAt);
      if (decoded === undefined) return;
      if (typeof decoded === 'string') return refuseLine(tally, decoded);
      const observedAt = observedAtOf(options, sentence, receivedAt);
      if (observedAt === undefined) return refuseLine(tally, 'AIS_TIME_IMPOSSIBLE');
      const simulated = options.simulated === true || (sentence.source?.startsWith(SIMULATED_PREFIX) ?? false);
      tally.acceptedCount += 1;
      states.push(registry.merge(decoded, { observedAt, receivedAt, sourceId: options.sourceId, simulated }));
    },
    giveUp() {
      refuseLine(tally, 'AIS_PART_MISSING', parts.expire(instantFromMs(MAX_MS)));
    },
  };
}

/** The time of the TAG block, unless it lies in the future of the receiver by more than clocks differ. */
function observedAtOf(options: AisDecoderOptions, sentence: Sentence, receivedAt: Instant): Instant | undefined {
  if (sentence.tagMs === undefined || options.observedAtFrom === 'receipt') return receivedAt;
  return sentence.tagMs > receivedAt + CLOCK_TOLERANCE_MS ? undefined : instantFromMs(sentence.tagMs);
}

/** Cuts bytes into lines; keeps at most one unfinished line of bounded length. */
function createLineCutter(tally: AisTally): {
  cut(bytes: Uint8Array, line: (bytes: Uint8Array, from: number, to: number) => void): void;
  endLine(line: (bytes: Uint8Array, from: number, to: number) => void): void;
} {
  const kept = new Uint8Array(LINE_LIMIT_BYTES);
  let keptBytes = 0;
  let overlong = false;
  const finish = (bytes: Uint8Array, from: number, to: number, line: (bytes: Uint8Array, from: number, to: number) => void): void => {
    if (overlong) refuseLine(tally, 'AIS_LINE_TOO_LONG');
    else line(bytes, from, to > from && bytes[to - 1] === CARRIAGE_RETURN ? to - 1 : to);
    overlong = false;
    keptBytes = 0;
  };
  const keep = (bytes: Uint8Array, from: number, to: number): void => {
    if (keptBytes + to - from > LINE_LIMIT_BYTES) overlong = true;
    if (overlong) return;
    kept.set(bytes.subarray(from, to), keptBytes);
    keptBytes += to - from;
  };
  return {
    cut(bytes, line) {
      let from = 0;
      for (;;) {
        const to = bytes.indexOf(LINE_FEED, from);
        if (to < 0) break;
        if (keptBytes > 0 || overlong || to - from > LINE_LIMIT_BYTES) {
          keep(bytes, from, to);
          finish(kept, 0, keptBytes, line);
        } else finish(bytes, from, to, line);
        from = to + 1;
      }
      keep(bytes, from, bytes.length);
    },
    endLine(line) {
      if (keptBytes > 0 || overlong) finish(kept, 0, keptBytes, line);
    },
  };
}

/** An NMEA sentence has 82 characters; a TAG block may add 80; some gateways write more. */
export const LINE_LIMIT_BYTES = 1024;
const SIMULATED_PREFIX = 'SIM';
/** A door's clock and ours may differ by this much. */
const CLOCK_TOLERANCE_MS = 300_000;
const MAX_MS = 8.64e15;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
