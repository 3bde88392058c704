// The reference pages say what the code says: each is written anew and compared with the committed
// one. `npm run check -- --write` commits nothing; it writes the fresh pages for you to commit.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '../docs/page.ts';
import type { Finding, Gate } from './gate.ts';
import type { Tree } from '../lib/tree.ts';
import { pages } from '../docs/pages.ts';
import { readTree } from '../lib/tree.ts';

export const docs: Gate = {
  run: async (root, { write = false }) => {
    const tree = readTree(root);
    const findings: Finding[] = [];
    for (const page of pages) findings.push(...(await compare(tree, page, write)));
    return findings;
  },
};

async function compare(tree: Tree, page: Page, write: boolean): Promise<Finding[]> {
  const path = join(tree.root, page.path);
  const fresh = await attempt(tree, page);
  if (fresh instanceof Error) return [{ where: page.path, what: `cannot be written: ${fresh.message.split('\n')[0] ?? ''}` }];
  if (fresh === undefined) return [{ where: page.path, what: 'not yet: the code it describes does not stand', warning: true }];
  if (existsSync(path) && readFileSync(path, 'utf8') === fresh) return [];
  if (!write) return [{ where: page.path, what: `${existsSync(path) ? 'is stale' : 'is missing'}: npm run check -- --write` }];
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, fresh);
  return [];
}

async function attempt(tree: Tree, page: Page): Promise<string | undefined | Error> {
  try {
    return await page.render(tree);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
