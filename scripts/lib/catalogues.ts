// Error catalogues and messages as the code declares them: loaded by running the modules, so that
// whatever the product would show is what is checked and documented.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Tree } from './tree.ts';

export interface CodeEntry {
  readonly code: string;
  readonly path: string;
  readonly kind: string;
  readonly httpStatus: number;
  readonly params: readonly string[];
  readonly retired: boolean;
}

export interface ErrorSentences {
  readonly happened: string;
  readonly means: string;
  readonly next: string;
}

export type MessageValue = string | ErrorSentences;
export type MessageMap = Readonly<Record<string, MessageValue>>;

export interface Area {
  readonly path: string;
  readonly name: string;
  readonly messages: MessageMap;
  /** Areas that this file gathers by importing them. */
  readonly gathers: readonly string[];
}

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const ERRORS_FILE = /^(packages|regions|apps)\/.*src\/(.*\/)?errors\.ts$/;

/** Every code of every errors.ts (exports whose name ends in `Errors`), sorted by code. */
export async function loadCatalogues(tree: Tree): Promise<CodeEntry[]> {
  const entries: CodeEntry[] = [];
  for (const path of tree.paths.filter((candidate) => ERRORS_FILE.test(candidate))) {
    const module = await load(tree.root, path);
    for (const [name, value] of Object.entries(module)) {
      if (!name.endsWith('Errors') || typeof value !== 'object' || value === null) continue;
      for (const [code, entry] of Object.entries(value as Record<string, Omit<CodeEntry, 'code' | 'path' | 'retired'> & { retired?: true }>)) {
        entries.push({ code, path, kind: entry.kind, httpStatus: entry.httpStatus, params: entry.params, retired: entry.retired === true });
      }
    }
  }
  return entries.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** The area files of one language; every exported object of a file belongs to its area. */
export async function loadAreas(tree: Tree, language: Language): Promise<Area[]> {
  const folder = `packages/messages/src/${language}/`;
  const paths = tree.paths.filter((path) => path.startsWith(folder) && path.endsWith('.ts') && !path.endsWith('.test.ts'));
  return Promise.all(
    paths.map(async (path) => ({
      path,
      name: path.slice(folder.length, -'.ts'.length),
      messages: Object.assign({}, ...Object.values(await load(tree.root, path)).filter((value) => typeof value === 'object')) as MessageMap,
      gathers: [...tree.read(path).matchAll(/from '\.\/([\w-]+)\.ts'/g)].map((match) => match[1] ?? ''),
    })),
  );
}

/** What the door of the messages package really gives out. */
export async function loadMessages(tree: Tree): Promise<Readonly<Record<Language, MessageMap>>> {
  const module = await load(tree.root, 'packages/messages/src/index.ts');
  return module['messages'] as Readonly<Record<Language, MessageMap>>;
}

export function sentencesOf(message: MessageValue): readonly string[] {
  return typeof message === 'string' ? [message] : [message.happened, message.means, message.next];
}

export function placeholdersOf(message: MessageValue): readonly string[] {
  const found = sentencesOf(message).flatMap((sentence) => [...(sentence ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''));
  return [...new Set(found)].sort();
}

/** A module by its path from the root. */
export async function load(root: string, path: string): Promise<Readonly<Record<string, unknown>>> {
  const absolute = join(root, path);
  if (!existsSync(absolute)) throw new Error(`${path} does not exist`);
  return (await import(pathToFileURL(absolute).href)) as Readonly<Record<string, unknown>>;
}
