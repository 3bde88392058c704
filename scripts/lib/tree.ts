// The files of a checkout as the gates see them: everything a person wrote, nothing that is
// installed, built, cached or kept by git. Paths are from the root with `/`, sorted.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.cache', 'coverage', 'artifacts', '.vite']);

export interface Tree {
  readonly root: string;
  readonly paths: readonly string[];
  read(path: string): string;
}

export function readTree(root: string): Tree {
  const texts = new Map<string, string>();
  const paths: string[] = [];
  walk(root, '', paths);
  const read = (path: string): string => {
    const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8');
    texts.set(path, text);
    return text;
  };
  return { root, paths: paths.sort(), read };
}

export interface PackageFolder {
  readonly folder: string;
  readonly manifest: Manifest;
}

export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly license?: string;
  readonly type?: string;
  readonly exports?: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Every workspace package, by folder. */
export function listPackages(root: string): PackageFolder[] {
  const parents = ['packages', 'packages/models', 'packages/adapters', 'regions', 'apps'];
  const folders = parents.flatMap((parent) => {
    const absolute = join(root, parent);
    return existsSync(absolute) ? readdirSync(absolute).map((name) => `${parent}/${name}`) : [];
  });
  return folders
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .sort()
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest }));
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

export function isTypeScript(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
}

/** Line number, from 1, of an offset. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

function walk(root: string, folder: string, into: string[]): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (SKIPPED.has(entry.name) || entry.name.startsWith('.anlan') || entry.name.endsWith('.tsbuildinfo')) continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(root, path, into);
    else if (entry.isFile()) into.push(path);
  }
}
