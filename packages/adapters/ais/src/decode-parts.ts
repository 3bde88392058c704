// Puts multipart messages together, in any order of parts, with a time limit and a bound on how
// many may be open. Parts of different origin are never joined: another sender, another TAG source,
// or one with a source and one without, for they may be of another ship, or one of them simulated.
// What is given up is counted as AIS_PART_MISSING, once per message.

import type { Instant } from '@anlan/kernel';
import type { Sentence } from './decode-sentence.ts';
import type { SixBits } from './six-bit.ts';
import { appendArmoured } from './six-bit.ts';

export interface PartAssembly {
  /** True when the message is whole and its bits are in `out`; 'malformed' when a part is not armoured. */
  add(sentence: Sentence, bytes: Uint8Array, from: PartOrigin, out: SixBits): boolean | 'malformed';
  /** Gives up what is too old; returns how many messages. */
  expire(receivedAt: Instant): number;
  /** Messages given up for room or for a new start since the last call. */
  takeAbandonedCount(): number;
  openCount(): number;
}

export interface PartOrigin {
  /** Who sent it, as the transport knows; '' where there is only one sender. */
  readonly sender: string;
  readonly receivedAt: Instant;
}

export function createPartAssembly(): PartAssembly {
  const open = new Map<string, OpenMessage>();
  let abandonedCount = 0;
  return {
    add(sentence, bytes, { sender, receivedAt }, out) {
      const key = keyOf(sentence, sender);
      let message = open.get(key);
      if (message !== undefined && (message.parts[sentence.partIndex - 1] !== undefined || receivedAt - message.startedAt > PATIENCE_MS || !isOfOneSource(message, sentence))) {
        open.delete(key);
        abandonedCount += 1;
        message = undefined;
      }
      if (message === undefined) {
        message = { parts: new Array<Uint8Array | undefined>(sentence.partCount).fill(undefined), missingCount: sentence.partCount, fillBitCount: 0, startedAt: receivedAt, source: undefined, tagMs: undefined };
        open.set(key, message);
        if (open.size > OPEN_LIMIT_COUNT) abandonedCount += dropOldest(open);
      }
      keepPart(message, sentence, bytes);
      if (message.missingCount > 0) return false;
      open.delete(key);
      return join(message, sentence, out) ? true : 'malformed';
    },
    expire(receivedAt) {
      let expiredCount = 0;
      for (const [key, message] of open) {
        if (receivedAt - message.startedAt <= PATIENCE_MS) continue;
        open.delete(key);
        expiredCount += 1;
      }
      return expiredCount;
    },
    takeAbandonedCount() {
      const count = abandonedCount;
      abandonedCount = 0;
      return count;
    },
    openCount: () => open.size,
  };
}

interface OpenMessage {
  readonly parts: (Uint8Array | undefined)[];
  missingCount: number;
  fillBitCount: number;
  readonly startedAt: Instant;
  source: string | undefined;
  tagMs: number | undefined;
}

/** Where a group is named (`g:` of the TAG block), only its first sentence need name the source; else each does or none. */
function keyOf(sentence: Sentence, sender: string): string {
  const within = sentence.groupId === undefined ? `s${sentence.source ?? ''}` : `g${sentence.groupId}`;
  return `${sender} ${sentence.sequenceIndex} ${sentence.partCount} ${sentence.channelCode} ${within}`;
}

function isOfOneSource(message: OpenMessage, sentence: Sentence): boolean {
  return message.source === undefined || sentence.source === undefined || message.source === sentence.source;
}

function keepPart(message: OpenMessage, sentence: Sentence, bytes: Uint8Array): void {
  message.parts[sentence.partIndex - 1] = bytes.slice(sentence.payloadFrom, sentence.payloadTo);
  message.missingCount -= 1;
  if (sentence.partIndex === sentence.partCount) message.fillBitCount = sentence.fillBitCount;
  message.source ??= sentence.source;
  message.tagMs ??= sentence.tagMs;
}

function join(message: OpenMessage, sentence: Sentence, out: SixBits): boolean {
  out.usedCount = 0;
  for (const part of message.parts) if (part === undefined || !appendArmoured(out, part, 0, part.length)) return false;
  out.bitCount = out.usedCount * 6 - message.fillBitCount;
  sentence.source = message.source;
  sentence.tagMs = message.tagMs;
  return true;
}

function dropOldest(open: Map<string, OpenMessage>): number {
  const oldest = open.keys().next();
  if (!oldest.done) open.delete(oldest.value);
  return 1;
}

/** Parts of one message follow each other within a second on the air; networks delay. */
const PATIENCE_MS = 10_000;
/** 10 sequence numbers × 2 channels are possible at one receiver; merged feeds have more. */
const OPEN_LIMIT_COUNT = 64;
