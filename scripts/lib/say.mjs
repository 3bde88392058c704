// What the commands tell a person: always on stderr, so that stdout stays clean for results.
// Two languages, Chinese first.

import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository, wherever the command was started from. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Stamps, caches and result files; never committed. */
export const CACHE = join(ROOT, '.cache');

export function say(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
}

/** An error whose message is already meant for a person: printed without a stack. */
export class Stop extends Error {
  constructor(zh, en) {
    super(`${zh}\n${en}`);
    this.name = 'Stop';
  }
}

/** Runs a command's main function and sets the exit code honestly. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : (error?.stack ?? String(error))}\n`);
    process.exitCode = 1;
  }
}
