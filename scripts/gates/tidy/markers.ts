// What must never be committed: leftover markers, secrets, the address of a package registry, a
// path of one machine. The words are put together from halves, so that this file does not find
// itself.

import type { Finding } from '../gate.ts';
import type { Tree } from '../../lib/tree.ts';
import { lineOf } from '../../lib/tree.ts';

interface Ban {
  readonly pattern: RegExp;
  readonly what: string;
}

const TEXT = /\.(tsx?|mjs|cjs|js|json|md|css|html|sql|sh|ya?ml|svg|toml|txt)$|^\.ci\/run$|(^|\/)\.[a-z]+rc$/;

const BANS: readonly Ban[] = [
  { pattern: new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`, 'g'), what: 'leftover marker: finish it or file an issue' },
  { pattern: new RegExp(`-----BEGIN [A-Z ]*PRIVATE ${'KEY'}-----`, 'g'), what: 'a private key' },
  { pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, what: 'a cloud access key' },
  { pattern: /\b(?:ghp|gho|ghs|github_pat|glpat|npm|xox[abp])[_-][A-Za-z0-9_-]{30,}/g, what: 'an access token' },
  { pattern: /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/g, what: 'a signed token' },
  { pattern: new RegExp(`_auth${'Token'}\\s*=`, 'g'), what: 'a registry credential' },
  { pattern: /\bpostgres(?:ql)?:\/\/[^\s:/@'"`$]+:[^\s@'"`${<]{3,}@(?!localhost|127\.|\[::1\]|host[:/]|HOST[:/]|db[:/])[^\s'"`]+/g, what: 'a database password' },
  { pattern: new RegExp(`https?://[\\w.-]*(?:${['regis' + 'try', 'artifac' + 'tory', 'nex' + 'us'].join('|')})[\\w.-]*`, 'g'), what: 'the address of a package registry' },
  { pattern: new RegExp(`(?<![\\w./-])/(?:${['wo' + 'rk', 'home/\\w+', 'ro' + 'ot', 'Us' + 'ers/\\w+'].join('|')})/[\\w.-]+`, 'g'), what: 'a path of one machine' },
];

export function markersAndSecrets(tree: Tree): Finding[] {
  return tree.paths.filter((path) => TEXT.test(path)).flatMap((path) => scan(path, tree.read(path)));
}

function scan(path: string, text: string): Finding[] {
  return BANS.flatMap(({ pattern, what }) =>
    [...text.matchAll(pattern)].map((match) => ({ where: `${path}:${lineOf(text, match.index)}`, what: `${what} (${match[0].slice(0, 24)})` })),
  );
}
