// Heads of the log kept outside its table: one line a head, appended and synced, so that a cut tail or a
// chain that was made again does not go unnoticed. Every line counts, not only the newest: a log that was
// cut while nobody ran it gets a new, shorter head at the next start, and the older line still tells.

import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EventLog, LogCheckpoint } from '@anlan/domain';
import type { Instant } from '@anlan/kernel';

export interface KeptHeads {
  readonly path: string;
  /** In the order they were written. */
  readonly checkpoints: readonly LogCheckpoint[];
  /** Numbers of lines, from 1, that are not a head; a last line without its end was cut by a crash and is none. */
  readonly unreadableLines: readonly number[];
}

export interface Checkpoints {
  /** Writes the heads that have moved. */
  keep(): Promise<void>;
  stop(): Promise<void>;
}

export function checkpointPath(dataDir: string): string {
  return join(dataDir, 'log-heads.jsonl');
}

/** Keeps the heads now, every few minutes, and at the stop. A failure is noted and tried again. */
export async function startCheckpoints(options: {
  readonly dataDir: string; readonly log: EventLog; readonly now: () => Instant; readonly note: (error: unknown) => void; readonly everyMs?: number;
}): Promise<Checkpoints> {
  const { dataDir, log, now, note } = options;
  const path = checkpointPath(dataDir);
  const known = new Map(readCheckpoints(path).checkpoints.map((one) => [one.realm, one.hash]));
  const keep = async (): Promise<void> => {
    try {
      const moved: LogCheckpoint[] = [];
      for (const realm of await log.listRealms()) {
        const head = await log.head(realm);
        if (head.eventCount > 0 && known.get(realm) !== head.hash) moved.push({ ...head, at: now() });
      }
      if (moved.length > 0) writeCheckpoints(path, moved);
      for (const { realm, hash } of moved) known.set(realm, hash);
    } catch (error) {
      note(error);
    }
  };
  await keep();
  const timer = setInterval(() => void keep(), options.everyMs ?? KEEP_EVERY_MS);
  timer.unref();
  return {
    keep,
    async stop() {
      clearInterval(timer);
      await keep();
    },
  };
}

export function readCheckpoints(path: string): KeptHeads {
  if (!existsSync(path)) return { path, checkpoints: [], unreadableLines: [] };
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  const read = lines.map(parseLine);
  return {
    path,
    checkpoints: read.flatMap((checkpoint) => checkpoint ?? []),
    unreadableLines: read.flatMap((checkpoint, i) => (checkpoint === undefined ? [i + 1] : [])),
  };
}

/** Appended and on the disk when it returns. */
function writeCheckpoints(path: string, checkpoints: readonly LogCheckpoint[]): void {
  const isNew = !existsSync(path);
  const file = openSync(path, 'a', 0o600);
  try {
    // A line that a crash left without its end is ended first, so that it does not take the next one with it.
    const torn = !isNew && !readFileSync(path, 'utf8').endsWith('\n') && readFileSync(path).length > 0;
    writeSync(file, `${torn ? '\n' : ''}${checkpoints.map((one) => `${JSON.stringify(one)}\n`).join('')}`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (isNew) syncFolder(dirname(path));
}

/** The name of a new file is safe only when its folder is on the disk as well. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function parseLine(line: string): LogCheckpoint | undefined {
  try {
    const read = JSON.parse(line) as Partial<LogCheckpoint> | null;
    const isHead = typeof read?.realm === 'string' && typeof read.hash === 'string' && /^[0-9a-f]{64}$/.test(read.hash)
      && Number.isSafeInteger(read.positionIndex) && Number.isSafeInteger(read.eventCount) && Number.isSafeInteger(read.at);
    return isHead ? (read as LogCheckpoint) : undefined;
  } catch {
    return undefined;
  }
}

/** What an intruder can cut without a trace is what was recorded since the last head, ms. Ours. */
const KEEP_EVERY_MS = 60_000;
