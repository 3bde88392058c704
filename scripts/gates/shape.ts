// Gate 4. Every package has one door and the same shape, so that nobody has to wonder how a
// package is entered, what it is called or which version of a library it brings.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Gate } from './gate.ts';
import type { Manifest, PackageFolder } from '../lib/tree.ts';
import { listPackages } from '../lib/tree.ts';

export const shape: Gate = {
  run: (root) => {
    const packages = listPackages(root);
    const rootManifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
    return [
      ...packages.flatMap((each) => shapeOf(root, each, rootManifest)),
      ...versionsOf(packages, rootManifest),
    ];
  },
};

const KEYS = new Set(['name', 'version', 'private', 'description', 'license', 'type', 'exports', 'dependencies']);

function shapeOf(root: string, { folder, manifest }: PackageFolder, rootManifest: Manifest): Finding[] {
  const where = `${folder}/package.json`;
  const wrong: string[] = [];
  const extra = Object.keys(manifest).filter((key) => !KEYS.has(key));
  if (extra.length > 0) wrong.push(`unexpected ${extra.join(', ')}`);
  if (manifest.name !== expectedName(folder)) wrong.push(`name must be ${expectedName(folder)}`);
  if (manifest.version !== rootManifest.version) wrong.push(`version must be ${rootManifest.version}`);
  if (manifest.private !== true) wrong.push('private must be true');
  if (manifest.license !== 'Apache-2.0') wrong.push('license must be Apache-2.0');
  if (manifest.type !== 'module') wrong.push('type must be module');
  if ((manifest.description ?? '').length < 10) wrong.push('description is missing: one line that says what it is');
  wrong.push(...doorOf(root, folder, manifest));
  if (!existsSync(join(root, folder, 'README.md'))) wrong.push('README.md is missing: what it is, what it is not, an example');
  return wrong.map((what) => ({ where, what }));
}

function doorOf(root: string, folder: string, manifest: Manifest): string[] {
  const exports = manifest.exports as Record<string, unknown> | undefined;
  const keys = typeof exports === 'object' && exports !== null ? Object.keys(exports) : [];
  if (keys.length !== 1 || keys[0] !== '.') return ['exports must have exactly one entry, "."'];
  const target = exports?.['.'];
  const door = folder === 'apps/web' ? './src/main.tsx' : './src/index.ts';
  if (target !== door) return [`exports["."] must be "${door}"`];
  return existsSync(join(root, folder, door)) ? [] : [`${door} does not exist`];
}

/** packages/models/drift → @anlan/drift · packages/adapters/ais → @anlan/adapter-ais */
function expectedName(folder: string): string {
  const name = folder.split('/').at(-1) ?? '';
  if (folder.startsWith('packages/adapters/')) return `@anlan/adapter-${name}`;
  return folder.startsWith('regions/') ? `@anlan/region-${name}` : `@anlan/${name}`;
}

/** One version of a library in the whole house, written exactly. */
function versionsOf(packages: readonly PackageFolder[], rootManifest: Manifest): Finding[] {
  const seen = new Map<string, string>(Object.entries({ ...rootManifest.devDependencies, ...rootManifest.dependencies }));
  const findings: Finding[] = [];
  for (const { folder, manifest } of packages) {
    for (const [name, version] of Object.entries(manifest.dependencies ?? {})) {
      const where = `${folder}/package.json`;
      if (!/^\d/.test(version)) findings.push({ where, what: `${name}: write the exact version, not ${version}` });
      const other = seen.get(name);
      if (other !== undefined && other !== version) findings.push({ where, what: `${name} is ${version} here and ${other} elsewhere` });
      seen.set(name, version);
    }
  }
  return findings;
}
