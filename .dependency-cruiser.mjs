// Settings of dependency-cruiser; the rules are in scripts/gates/wall-rules.mjs.

import { join } from 'node:path';
import { readConstArray } from './scripts/lib/const-array.mjs';
import { wallRules } from './scripts/gates/wall-rules.mjs';

const STAGES = readConstArray(join(import.meta.dirname, 'packages/domain/src/flow.ts'), 'STAGES');

export default {
  forbidden: wallRules(STAGES),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|artifacts)/' },
    combinedDependencies: true,
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: join(import.meta.dirname, 'tsconfig.base.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
