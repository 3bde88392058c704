// Error codes: formed as STAGE_OR_PACKAGE_WHAT, one owner each, three sentences in both languages
// with exactly the declared placeholders, no sentence without a code, each code in the reference.

import type { Finding } from '../gate.ts';
import type { CodeEntry, Language, MessageMap, MessageValue } from '../../lib/catalogues.ts';
import type { Tree } from '../../lib/tree.ts';
import { LANGUAGES, placeholdersOf, sentencesOf } from '../../lib/catalogues.ts';

const CODE_FORM = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;
const CHINESE = /[\u3400-\u9fff]/;
const REFERENCE = 'docs/reference/errors.md';

export function checkCatalogues(catalogue: readonly CodeEntry[], given: Readonly<Record<Language, MessageMap>>): Finding[] {
  const owners = new Map<string, string>();
  const findings: Finding[] = [];
  for (const entry of catalogue) {
    const { code, path: where } = entry;
    if (!CODE_FORM.test(code)) findings.push({ where, what: `${code}: a code is written STAGE_OR_PACKAGE_WHAT` });
    const owner = owners.get(code);
    if (owner !== undefined) findings.push({ where, what: `${code} already belongs to ${owner}` });
    owners.set(code, where);
    for (const language of LANGUAGES) findings.push(...checkSentences(entry, given[language][code], language));
  }
  for (const language of LANGUAGES) {
    for (const [key, message] of Object.entries(given[language])) {
      if (typeof message !== 'string' && !owners.has(key)) findings.push({ where: `messages ${language}`, what: `${key} has sentences but is in no errors.ts` });
    }
  }
  return findings;
}

function checkSentences(entry: CodeEntry, message: MessageValue | undefined, language: Language): Finding[] {
  const at = (what: string): Finding => ({ where: entry.path, what: `${entry.code} ${what} (${language})` });
  if (message === undefined) return [at('has no sentences')];
  if (typeof message === 'string') return [at('needs { happened, means, next }')];
  const findings: Finding[] = [];
  const sentences = sentencesOf(message);
  if (sentences.some((sentence) => (sentence ?? '').trim() === '')) findings.push(at('lacks one of happened, means, next'));
  const isRightLanguage = sentences.every((sentence) => CHINESE.test(sentence ?? '') === (language === 'zh-CN'));
  if (!isRightLanguage) findings.push(at('has a sentence in the other language'));
  const [declared, used] = [[...entry.params].sort().join(', '), placeholdersOf(message).join(', ')];
  if (declared !== used) findings.push(at(`declares params {${declared}} and its sentences use {${used}}`));
  return findings;
}

/** The committed page names every code, and none that is gone. */
export function checkReferencePage(tree: Tree, catalogue: readonly CodeEntry[]): Finding[] {
  if (!tree.paths.includes(REFERENCE)) return [{ where: REFERENCE, what: 'is missing: npm run check -- --write' }];
  const listed = new Set([...tree.read(REFERENCE).matchAll(/^\| `([A-Z][A-Z0-9_]+)`/gm)].map((match) => match[1] ?? ''));
  const codes = new Set(catalogue.map((entry) => entry.code));
  return [
    ...[...codes].filter((code) => !listed.has(code)).map((code) => ({ where: REFERENCE, what: `${code} is not listed: npm run check -- --write` })),
    ...[...listed].filter((code) => !codes.has(code)).map((code) => ({ where: REFERENCE, what: `${code} is listed and no errors.ts has it; a code in use elsewhere is retired, not removed` })),
  ];
}
