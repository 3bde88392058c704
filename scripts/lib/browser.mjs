// What the browser tests need from the machine: Chromium, and fonts that hold Chinese. Installed
// from Debian when we may (root, apt-get, ANLAN_NO_APT not set); otherwise the exact command is
// named and the caller fails. A test is never skipped for want of a browser.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { step } from './child.mjs';
import { Stop, say } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC_PATHS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk'];

/** Path of a Chromium; sets ANLAN_CHROMIUM, which the browser tests read. */
export async function ensureBrowser() {
  if (needed().length > 0 && mayInstall()) await installFromDebian();
  const missing = needed();
  if (missing.length > 0) throw new Stop(...instructions(missing));
  process.env.ANLAN_CHROMIUM = findChromium();
  return process.env.ANLAN_CHROMIUM;
}

export function findChromium() {
  const told = process.env.ANLAN_CHROMIUM;
  if (told) return isExecutable(told) ? told : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...MAC_PATHS].find(isExecutable);
}

/** Only Linux machines come without Chinese fonts. */
export function hasChineseFonts() {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (list.status === 0) return list.stdout.trim() !== '';
  const folder = '/usr/share/fonts/opentype/noto';
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('CJK'));
}

function needed() {
  const missing = [];
  if (findChromium() === undefined) missing.push(DEBIAN_PACKAGES[0]);
  if (!hasChineseFonts()) missing.push(DEBIAN_PACKAGES[1]);
  return missing;
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !process.env.ANLAN_NO_APT && !process.env.ANLAN_CHROMIUM;
}

async function installFromDebian() {
  const packages = needed();
  say(`正在安装浏览器测试所需：${packages.join(' ')}……`, `Installing for the browser tests: ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another installation on the machine may hold the lock for a while; wait for it.
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  await step('apt-get', [...wait, 'update', '-qq'], { env });
  await step('apt-get', [...wait, 'install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}

function instructions(missing) {
  const command = `sudo apt-get update && sudo apt-get install -y ${missing.join(' ')}`;
  return [
    `浏览器测试缺少：${missing.join('、')}。请运行：${command}\n（已有浏览器时可设置 ANLAN_CHROMIUM 为其路径。）`,
    `The browser tests need ${missing.join(' and ')}. Run: ${command}\n(With a browser elsewhere, set ANLAN_CHROMIUM to its path.)`,
  ];
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
