// Gate 3. dependency-cruiser holds the walls (rules: wall-rules.mjs) and draws the picture of the
// packages in ARCHITECTURE.md from the imports that it found. A stale picture fails the gate.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CruiseModule } from './picture.ts';
import type { Finding, Gate } from './gate.ts';
import { drawPicture, withPicture } from './picture.ts';

export const walls: Gate = {
  run: (root, { write = false }) => {
    const result = cruise(root);
    const violations = result.summary.violations.map((violation): Finding => ({
      where: violation.from,
      what: `→ ${violation.to}  ${violation.rule.name}: ${result.comments.get(violation.rule.name) ?? ''}`,
    }));
    return [...violations, ...comparePicture(root, result.modules, write)];
  },
};

interface CruiseResult {
  readonly modules: readonly CruiseModule[];
  readonly summary: { readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[] };
  readonly comments: ReadonlyMap<string, string>;
}

function cruise(root: string): CruiseResult {
  const folders = ['packages', 'regions', 'apps'].filter((folder) => existsSync(join(root, folder)));
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', ...folders];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no result: ${run.stderr}${run.stdout.slice(0, 500)}`);
  const report = JSON.parse(run.stdout) as Omit<CruiseResult, 'comments'> & {
    summary: { ruleSetUsed?: { forbidden?: readonly { name: string; comment?: string }[] } };
  };
  const comments = new Map((report.summary.ruleSetUsed?.forbidden ?? []).map((rule) => [rule.name, rule.comment ?? '']));
  return { ...report, comments };
}

function comparePicture(root: string, modules: readonly CruiseModule[], write: boolean): Finding[] {
  const path = join(root, 'ARCHITECTURE.md');
  const where = 'ARCHITECTURE.md';
  if (!existsSync(path)) return [{ where, what: 'is missing' }];
  const page = readFileSync(path, 'utf8');
  const fresh = withPicture(page, drawPicture(modules));
  if (fresh === undefined) return [{ where, what: 'has no picture:begin and picture:end marks' }];
  if (fresh === page) return [];
  if (!write) return [{ where, what: 'the picture of the packages is stale: npm run check -- --write' }];
  writeFileSync(path, fresh);
  return [];
}
