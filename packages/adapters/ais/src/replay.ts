// Plays a recorded log into the same decoder and handler as a live feed, at the pace of its TAG
// times or at a number of lines a second, faster or as fast as it goes.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IngestCount } from '@anlan/domain';
import { AdapterError } from '@anlan/kernel';
import { countsOf } from './decode-stream.ts';
import type { AisDoor, AisDoorOptions } from './door.ts';
import { createDoorCore } from './door.ts';

export interface AisReplayOptions extends AisDoorOptions {
  readonly path: string;
  /** 1 is as recorded; `max` does not wait. */
  readonly speed: number | 'max';
  /** For logs without TAG times, at speed 1. */
  readonly linesPerS?: number;
}

export interface AisReplay extends AisDoor {
  /** Resolves with the counts when the file has been played, or stopped by `close`. */
  readonly finished: Promise<IngestCount>;
}

export function replayAisFile(options: AisReplayOptions): AisReplay {
  const stopped = new AbortController();
  const core = createDoorCore({ ...options, observedAtFrom: options.observedAtFrom ?? 'receipt' });
  const play = async (): Promise<IngestCount> => {
    const decoder = core.createDecoder();
    const pace = createPace(options, stopped.signal);
    const file = createReadStream(options.path);
    const failed = new Promise<never>((_resolve, reject) => {
      file.once('error', (cause) => reject(new AdapterError('AIS_FILE_UNREADABLE', { cause, retryable: false, params: { path: options.path, detail: cause.message } })));
    });
    const read = async (): Promise<void> => {
      for await (const line of createInterface({ input: file })) {
        await pace(line);
        if (stopped.signal.aborted) break;
        if (core.isFull()) await core.room();
        core.add(decoder.pushLine(line, options.clock.now()));
      }
      core.add(decoder.end(options.clock.now()));
    };
    await Promise.race([read(), failed]);
    await core.close();
    return countsOf(options.sourceId, core.tally);
  };
  const finished = play();
  finished.catch(() => undefined); // Whoever awaits `finished` gets the failure.
  return {
    sourceId: options.sourceId,
    finished,
    counts: () => countsOf(options.sourceId, core.tally),
    async close() {
      stopped.abort();
      await finished.catch(() => undefined); // Reported through `finished`.
    },
  };
}

/** Waits until a line is due. */
function createPace(options: AisReplayOptions, signal: AbortSignal): (line: string) => Promise<void> {
  const { speed } = options;
  if (speed === 'max') return () => Promise.resolve();
  const perLineMs = 1000 / (options.linesPerS ?? LINES_PER_S);
  const startedMs = performance.now();
  let dueMs = 0;
  let firstTagMs: number | undefined;
  return async (line) => {
    const tag = /^\\[^\\]*\bc:(\d{10})(?:\d{3})?[,*]/.exec(line);
    if (tag === null) dueMs += firstTagMs === undefined ? perLineMs : 0;
    else {
      const tagMs = Number(tag[1]) * 1000;
      firstTagMs ??= tagMs;
      dueMs = Math.max(dueMs, tagMs - firstTagMs);
    }
    const waitMs = dueMs / speed - (performance.now() - startedMs);
    if (waitMs > SHORTEST_WAIT_MS) await sleep(waitMs, undefined, { signal }).catch(() => undefined); // Stopped while waiting.
  };
}

const LINES_PER_S = 20;
/** Timers are no finer; several lines go out together. */
const SHORTEST_WAIT_MS = 10;
