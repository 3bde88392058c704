// From bytes to vessel states: checks and decodes sentences, joins parts and ships, and counts every
// one that it could not take by code. Never throws on any input; memory is bounded.

import type { IngestCount, VesselState } from '@anlan/domain';
import type { Instant } from '@anlan/kernel';
import { instantFromMs } from '@anlan/kernel';
import { createSentenceCutter } from './cut-sentences.ts';
import { decodeMessage } from './decode-message.ts';
import type { PartOrigin } from './decode-parts.ts';
import { createPartAssembly } from './decode-parts.ts';
import type { Sentence } from './decode-sentence.ts';
import { createSentence, decodeSentence } from './decode-sentence.ts';
import type { AisCode } from './errors.ts';
import type { AisReport } from './report.ts';
import { appendArmoured, createSixBits } from './six-bit.ts';
import type { VesselRegistry } from './vessels.ts';
import { createVesselRegistry } from './vessels.ts';

export interface AisDecoder {
  /** Takes bytes as they come; lines may be cut anywhere. Returns one state per message decoded. `sender` where one decoder hears several. */
  push(bytes: Uint8Array, receivedAt: Instant, sender?: string): VesselState[];
  /** Takes one line without its end. */
  pushLine(line: string, receivedAt: Instant): VesselState[];
  /** Ends the current line (a datagram, the end of a file) and gives up parts still open. */
  end(receivedAt: Instant): VesselState[];
  /** Whether a sentence with a right checksum has come: a silent or foreign peer has sent none. */
  hasHeardSentence(): boolean;
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

/** States that were decoded and could not be kept: they were accepted once and are not any more. */
export function loseStates(tally: AisTally, count: number): void {
  tally.acceptedCount -= count;
  refuseLine(tally, 'AIS_STORE_FAILED', count);
}

export function createAisDecoder(options: AisDecoderOptions): AisDecoder {
  const tally = options.tally ?? createAisTally();
  const taker = createSentenceTaker(options, tally);
  let from: PartOrigin = { sender: '', receivedAt: instantFromMs(0) };
  let states: VesselState[] = [];
  const cutter = createSentenceCutter({
    take: (bytes, start, end) => { taker.take(bytes, start, end, from, states); },
    takeOrphan: () => { refuseLine(tally, 'AIS_SENTENCE_MALFORMED'); },
    tooLong: () => { refuseLine(tally, 'AIS_LINE_TOO_LONG'); },
  });
  const during = (origin: PartOrigin, work: () => void): VesselState[] => {
    from = origin;
    states = [];
    work();
    return states;
  };
  return {
    push: (bytes, receivedAt, sender = '') => during({ sender, receivedAt }, () => { cutter.cut(bytes); }),
    pushLine(line, receivedAt) {
      const bytes = new Uint8Array(line.length + 1);
      for (let i = 0; i < line.length; i++) bytes[i] = line.charCodeAt(i) & 0xff;
      bytes[line.length] = LINE_FEED;
      return during({ sender: '', receivedAt }, () => { cutter.cut(bytes); });
    },
    end: (receivedAt) => during({ sender: '', receivedAt }, () => {
      cutter.end();
      taker.giveUp();
    }),
    hasHeardSentence: taker.hasHeardSentence,
    counts: () => countsOf(options.sourceId, tally),
  };
}

function createSentenceTaker(options: AisDecoderOptions, tally: AisTally): {
  take(bytes: Uint8Array, from: number, to: number, origin: PartOrigin, states: VesselState[]): void;
  giveUp(): void;
  hasHeardSentence(): boolean;
} {
  const registry = options.registry ?? createVesselRegistry();
  const parts = createPartAssembly();
  const sentence = createSentence();
  const bits = createSixBits();
  let heard = false;
  const decode = (bytes: Uint8Array, from: number, to: number, origin: PartOrigin): AisReport | AisCode | undefined => {
    const refused = decodeSentence(bytes, from, to, sentence);
    heard ||= sentence.sound;
    if (refused !== undefined) return refused;
    if (sentence.partCount > 1) {
      const whole = parts.add(sentence, bytes, origin, bits);
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
    take(bytes, from, to, origin, states) {
      const { receivedAt } = origin;
      tally.lastReceivedAt = receivedAt;
      if (parts.openCount() > 0) refuseLine(tally, 'AIS_PART_MISSING', parts.expire(receivedAt));
      const decoded = decode(bytes, from, to, origin);
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
    hasHeardSentence: () => heard,
  };
}

/** The time of the TAG block, unless it lies in the future of the receiver by more than clocks differ. */
function observedAtOf(options: AisDecoderOptions, sentence: Sentence, receivedAt: Instant): Instant | undefined {
  if (sentence.tagMs === undefined || options.observedAtFrom === 'receipt') return receivedAt;
  return sentence.tagMs > receivedAt + CLOCK_TOLERANCE_MS ? undefined : instantFromMs(sentence.tagMs);
}

const SIMULATED_PREFIX = 'SIM';
/** A door's clock and ours may differ by this much. */
const CLOCK_TOLERANCE_MS = 300_000;
const MAX_MS = 8.64e15;
const LINE_FEED = 10;
