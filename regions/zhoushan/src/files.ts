// Where the pack's data files lie, and the two ways to read them. The pack is data with a thin
// reader; everything that computes takes the values, not the paths.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AdapterError } from '@anlan/kernel';

/** Absolute path of a file under `data/`. */
export function dataPath(relative: string): string {
  return fileURLToPath(new URL(`../data/${relative}`, import.meta.url));
}

/** Throws ZHOUSHAN_DATA_UNREADABLE when the file is missing or is not JSON. */
export function readJson<T>(relative: string): T {
  try {
    return JSON.parse(readFileSync(dataPath(relative), 'utf8')) as T;
  } catch (cause) {
    throw unreadable(relative, cause);
  }
}

/** Throws ZHOUSHAN_DATA_UNREADABLE when the file is missing. */
export function readBytes(relative: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(dataPath(relative)));
  } catch (cause) {
    throw unreadable(relative, cause);
  }
}

export function unreadable(relative: string, cause: unknown): AdapterError {
  return new AdapterError('ZHOUSHAN_DATA_UNREADABLE', { cause, retryable: false, params: { file: relative } });
}
