// Gate 6, licences. What the product ships with must allow an Apache-2.0 product: permissive
// licences pass, weak copyleft is shown, strong copyleft or an unknown licence fails. Read from
// the lock file, which records every package's licence, and from the package where it does not.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Gate } from './gate.ts';

export const licences: Gate = {
  run: (root) => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, LockEntry> };
    return Object.entries(lock.packages)
      .filter(([path, entry]) => path.includes('node_modules/') && entry.link !== true && entry.dev !== true)
      .flatMap(([path, entry]) => judge(root, path, entry));
  },
};

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
}

const PERMISSIVE = new Set([
  'MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'CC0-1.0', 'Unlicense', 'BlueOak-1.0.0',
  'Python-2.0', 'Zlib', 'PostgreSQL', 'OFL-1.1', 'WTFPL', 'CC-BY-4.0', 'CC-BY-3.0', 'Unicode-3.0', 'BSL-1.0', 'Artistic-2.0',
]);
const WEAK_COPYLEFT = /^(LGPL|MPL|EPL|CDDL)/;

function judge(root: string, path: string, entry: LockEntry): Finding[] {
  const where = path.replace(/^.*node_modules\//, '');
  const licence = entry.license ?? licenceOfPackage(root, path);
  if (licence === undefined) return entry.optional ? [] : [{ where, what: 'has no licence' }];
  const verdict = verdictOf(licence);
  if (verdict === 'good') return [];
  // The parts for single platforms repeat what their parent says.
  if (verdict === 'weak' && entry.os !== undefined) return [];
  if (verdict === 'weak') return [{ where, what: `${licence}: keep it replaceable and name it in NOTICE`, warning: true }];
  return [{ where, what: `${licence}: an Apache-2.0 product cannot ship with it` }];
}

type LicenceVerdict = 'good' | 'weak' | 'bad';

/** `A OR B` is as good as its best part, `A AND B` as bad as its worst. */
export function verdictOf(expression: string): LicenceVerdict {
  const rank: readonly LicenceVerdict[] = ['good', 'weak', 'bad'];
  const plain = expression.replace(/[()]/g, ' ').trim();
  const choices = plain.split(/\s+OR\s+/i).map((choice) => {
    const parts = choice.split(/\s+AND\s+/i).map((part) => single(part.trim()));
    return Math.max(...parts.map((part) => rank.indexOf(part)));
  });
  return rank[Math.min(...choices)] ?? 'bad';
}

function single(licence: string): LicenceVerdict {
  if (PERMISSIVE.has(licence)) return 'good';
  return WEAK_COPYLEFT.test(licence) ? 'weak' : 'bad';
}

function licenceOfPackage(root: string, path: string): string | undefined {
  const manifestPath = join(root, path, 'package.json');
  if (!existsSync(manifestPath)) return undefined;
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as { license?: string | { type?: string }; licenses?: readonly { type?: string }[] };
  if (typeof manifest.license === 'string') return manifest.license;
  return manifest.license?.type ?? manifest.licenses?.map((each) => each.type).join(' OR ');
}
