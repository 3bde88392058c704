// Gate 5. Every import is declared by the package that imports it (eslint.declared.js).

import type { Gate } from './gate.ts';
import { runEslint } from './lint.ts';

export const declared: Gate = {
  run: (root) => runEslint(root, 'eslint.declared.js', ['packages', 'regions', 'apps']),
};
