// Builds apps/web with Vite when its sources have changed since the last build. What counts as a
// source: the web app, every package that it may import, and the lock file. The stamp lies in the
// build itself, so that a removed build is a missing stamp.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './child.mjs';
import { withLock } from './install-lock.mjs';
import { CACHE, ROOT, Stop, say } from './say.mjs';

const WEB = 'apps/web';
const STAMP = `${WEB}/dist/.anlan-build`;
const SOURCES = [WEB, 'packages/kernel', 'packages/models', 'packages/contracts', 'packages/messages', 'package-lock.json', 'tsconfig.base.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist', '.vite', 'validation']);

export async function ensureWeb(root = ROOT) {
  if (isFresh(root)) return;
  await withLock(join(CACHE, 'web-build.lock'), async () => {
    const hash = sourcesHash(root);
    if (isFresh(root, hash)) return;
    say('正在构建网页……', 'Building the web …');
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const code = await step(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: join(root, WEB) });
    if (code !== 0) throw new Stop('网页构建失败，原因见上。', 'The web could not be built; the reason is above.');
    writeFileSync(join(root, STAMP), hash);
  });
}

/** Hash over names and bytes, in sorted order. */
export function sourcesHash(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) addToHash(hash, root, source);
  return hash.digest('hex');
}

function isFresh(root, hash = sourcesHash(root)) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

function addToHash(hash, root, path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return;
  const entries = listFolder(absolute);
  if (entries === undefined) {
    hash.update(`${path}\0`).update(readFileSync(absolute));
    return;
  }
  for (const entry of entries) {
    if (NOT_SOURCES.has(entry) || /\.test\.tsx?$|\.md$/.test(entry)) continue;
    addToHash(hash, root, `${path}/${entry}`);
  }
}

function listFolder(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
