// Cuts a stream of bytes into sentences: at line ends (CR, LF or both) and, where a line holds more
// than one or a cut one is followed by a whole one, before the next `!`, `$` or TAG block. Keeps at
// most one unfinished sentence of bounded length. Start and TAG characters: NMEA 0183 v4.10.

export interface SentenceTaker {
  /** bytes[from, to) is one sentence, or what stands where one should be; valid during the call only. */
  take(bytes: Uint8Array, from: number, to: number): void;
  /**
   * It follows a sentence with a TAG block on the same line and has none itself: its own may be lost,
   * so that nobody can say whether it is simulated.
   */
  takeOrphan(): void;
  /** More bytes than a sentence may have; told once, as soon as it is known. */
  tooLong(): void;
}

export interface SentenceCutter {
  cut(bytes: Uint8Array): void;
  /** Ends the sentence that is open: the end of a file, of a datagram or of a connection. */
  end(): void;
}

export function createSentenceCutter(taker: SentenceTaker): SentenceCutter {
  const kept = new Uint8Array(LINE_LIMIT_BYTES);
  let keptBytes = 0;
  let overlong = false;
  /** The sentence that is open has its `!` or `$`. */
  let begun = false;
  let tagged = false;
  let lineTagged = false;
  const keep = (bytes: Uint8Array, from: number, to: number): void => {
    if (overlong) return;
    if (keptBytes + to - from > LINE_LIMIT_BYTES) {
      overlong = true;
      taker.tooLong();
      return;
    }
    kept.set(bytes.subarray(from, to), keptBytes);
    keptBytes += to - from;
  };
  const finish = (bytes: Uint8Array, from: number, to: number): void => {
    const inPlace = keptBytes === 0 && !overlong && to - from <= LINE_LIMIT_BYTES;
    if (!inPlace) keep(bytes, from, to);
    if (!overlong && (keptBytes > 0 || to > from)) {
      if (begun && lineTagged && !tagged) taker.takeOrphan();
      else if (inPlace) taker.take(bytes, from, to);
      else taker.take(kept, 0, keptBytes);
    }
    lineTagged ||= tagged;
    begun = tagged = overlong = false;
    keptBytes = 0;
  };
  return {
    cut(bytes) {
      let from = 0;
      for (let i = 0; i < bytes.length; i++) {
        const meaning = MEANING[bytes[i]!]!;
        if (meaning === NOTHING) continue;
        if (meaning === LINE_END) {
          finish(bytes, from, i);
          from = i + 1;
          lineTagged = false;
          continue;
        }
        if (begun) {
          finish(bytes, from, i);
          from = i;
        }
        if (meaning === START) begun = true;
        else tagged = true;
      }
      keep(bytes, from, bytes.length);
    },
    end() {
      finish(kept, 0, 0);
      lineTagged = false;
    },
  };
}

/** An NMEA sentence has 82 characters; a TAG block may add 80; some gateways write more. */
export const LINE_LIMIT_BYTES = 1024;
const NOTHING = 0;
const LINE_END = 1;
const START = 2;
const TAG = 3;
const MEANING = Uint8Array.from({ length: 256 }, (_unused, code) => {
  if (code === 10 || code === 13) return LINE_END;
  if (code === 33 || code === 36) return START;
  return code === 92 ? TAG : NOTHING;
});
