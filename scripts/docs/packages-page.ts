// docs/reference/packages.md: the map of the packages, one line each. Sizes are rounded to
// hundreds of lines, so that the page changes when a package does, not with every edit.

import type { Page } from './page.ts';
import type { Tree } from '../lib/tree.ts';
import { isTest, isTypeScript, listPackages } from '../lib/tree.ts';
import { page, table } from './page.ts';

export const packagesPage: Page = {
  path: 'docs/reference/packages.md',
  render: (tree) => {
    const rows = listPackages(tree.root).map(({ folder, manifest }) => {
      const inside = tree.paths.filter((path) => path.startsWith(`${folder}/`) && isTypeScript(path));
      const imports = Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith('@anlan/')).map((name) => name.slice('@anlan/'.length));
      return [
        `[\`${manifest.name ?? folder}\`](../../${folder})`,
        manifest.description ?? '',
        size(tree, inside.filter((path) => !isTest(path))),
        size(tree, inside.filter(isTest)),
        imports.length === 0 ? 'nothing' : imports.join(', '),
      ];
    });
    return page('Packages · 包', 'Sizes in lines of TypeScript, rounded to hundreds.', table(['Package', 'What it is', 'Source', 'Tests', 'May import'], rows));
  },
};

function size(tree: Tree, paths: readonly string[]): string {
  const lineCount = paths.reduce((sum, path) => sum + tree.read(path).split('\n').length - 1, 0);
  return lineCount === 0 ? '—' : String(Math.max(100, Math.round(lineCount / 100) * 100));
}
