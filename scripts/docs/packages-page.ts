// docs/reference/packages.md: the map of the packages, one line each: what it is, what it may import.
// Nothing that changes with every edit stands on it.

import type { Page } from './page.ts';
import { listPackages } from '../lib/tree.ts';
import { page, table } from './page.ts';

export const packagesPage: Page = {
  path: 'docs/reference/packages.md',
  render: (tree) => {
    const rows = listPackages(tree.root).map(({ folder, manifest }) => {
      const imports = Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith('@anlan/')).map((name) => name.slice('@anlan/'.length));
      return [`[\`${manifest.name ?? folder}\`](../../${folder})`, manifest.description ?? '', imports.length === 0 ? 'nothing' : imports.join(', ')];
    });
    return page('Packages · 包', 'What each package is, and which of our own packages it declares.', table(['Package', 'What it is', 'May import'], rows));
  },
};
