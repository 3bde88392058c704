// Under which system user PostgreSQL runs. It refuses to run as root, so under root a system user
// takes it: the owner of an existing cluster, else `postgres`, else `anlan-db`, which is made.
// A checkout below a closed directory (/root is 0700) cannot be reached by that user; then the
// process keeps one capability, reading past directory modes, given by util-linux `setpriv`.

import type { SpawnOptions } from 'node:child_process';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { postgresError } from '../failures.ts';

export interface RunAs {
  /** Owner for the cluster's files; undefined when we are an ordinary user already. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  /** Command and options to start `file` under that user. */
  command(file: string, args: readonly string[]): { file: string; args: string[]; options: SpawnOptions };
}

export async function resolveRunAs(paths: {
  readonly clusterDir: string;
  readonly parentDir: string;
  readonly executable: string;
}): Promise<RunAs> {
  if (process.getuid?.() !== 0) {
    return { owner: undefined, command: (file, args) => ({ file, args: [...args], options: {} }) };
  }
  const owner = ownerOf(paths.clusterDir) ?? (await findOrMakeUser());
  if (canReach(owner, paths)) {
    return { owner, command: (file, args) => ({ file, args: [...args], options: owner }) };
  }
  const setpriv = SETPRIV_PATHS.find((path) => existsSync(path));
  if (setpriv === undefined) {
    throw postgresError('POSTGRES_DIRECTORY_UNREACHABLE', { path: paths.parentDir, user: owner.uid }, { retryable: false });
  }
  const prefix = [
    `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups',
    '--inh-caps=+dac_override', '--ambient-caps=+dac_override',
    // Without this bit access(2), which initdb asks about its own binaries, forgets the capability.
    '--securebits=+no_setuid_fixup', '--',
  ];
  return { owner, command: (file, args) => ({ file: setpriv, args: [...prefix, file, ...args], options: {} }) };
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

function ownerOf(clusterDir: string): Owner | undefined {
  if (!existsSync(clusterDir)) return undefined;
  const { uid, gid } = statSync(clusterDir);
  return uid === 0 ? undefined : { uid, gid };
}

async function findOrMakeUser(): Promise<Owner> {
  for (const name of ['postgres', OWN_USER]) {
    const found = await findUser(name);
    if (found !== undefined) return found;
  }
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', OWN_USER]);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw postgresError('POSTGRES_USER_FAILED', { user: OWN_USER, detail }, { retryable: false, cause });
  }
  const made = await findUser(OWN_USER);
  if (made === undefined) throw postgresError('POSTGRES_USER_FAILED', { user: OWN_USER, detail: 'not found after useradd' }, { retryable: false });
  return made;
}

async function findUser(name: string): Promise<Owner | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
  } catch {
    return undefined; // `id` fails when there is no such user: that is the answer asked for.
  }
}

function canReach(owner: Owner, paths: { readonly parentDir: string; readonly executable: string }): boolean {
  const script = 'test -x "$0" && test -r "$0" && test -x "$1"';
  const tested = spawnSync('/bin/sh', ['-c', script, paths.executable, paths.parentDir], { ...owner, cwd: '/', stdio: 'ignore' });
  return tested.status === 0;
}

/** `su` without a login leaves root without the directories of useradd. */
const run = (file: string, args: readonly string[]): Promise<{ stdout: string }> =>
  promisify(execFile)(file, args, { env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin:/usr/bin:/bin` } });
const OWN_USER = 'anlan-db';
const SETPRIV_PATHS = ['/usr/bin/setpriv', '/bin/setpriv'];
