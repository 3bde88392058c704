// Gate 5: every import is declared by the package that imports it. npm workspaces put all packages
// into one folder, so that an undeclared import would resolve in silence. Tests may also use what
// the root declares for tests, and the testkit.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { anlanRules } from './scripts/lint/anlan-rules.mjs';

const ROOT = import.meta.dirname;
const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/*-for-tests.ts', '**/testing/**', '**/test-cases.ts'];

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '.cache/', '.anlan*/', 'artifacts/', 'coverage/', '**/*.d.ts', '**/*.d.mts', 'scripts/', 'test/', 'bench/', '*.ts', '*.js'] },
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  packageFolders().flatMap((folder) => [
    block(folder, { files: [`${folder}/**/*.ts`, `${folder}/**/*.tsx`], packageDir: [join(ROOT, folder)] }),
    block(folder, { files: TESTS.map((test) => `${folder}/${test}`), packageDir: [join(ROOT, folder), ROOT], devDependencies: true }),
  ]),
);

function block(folder, { files, packageDir, devDependencies = false }) {
  return {
    name: `declared: ${folder}`,
    files,
    languageOptions: { parser: tseslint.parser },
    // The house's own rules are known here so that a reasoned exemption from one is not an unknown rule.
    plugins: { 'import-x': importX, '@typescript-eslint': tseslint.plugin, anlan: anlanRules },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] })] },
    rules: {
      'import-x/no-extraneous-dependencies': [
        'error',
        { packageDir, devDependencies, includeInternal: true, includeTypes: true, whitelist: devDependencies ? ['@anlan/testkit'] : [] },
      ],
    },
  };
}

/** Every folder with a package.json below packages/, regions/ and apps/. */
function packageFolders() {
  const candidates = ['packages', 'packages/models', 'packages/adapters', 'regions', 'apps'].flatMap((parent) => {
    const absolute = join(ROOT, parent);
    return existsSync(absolute) ? readdirSync(absolute).map((name) => `${parent}/${name}`) : [];
  });
  return candidates.filter((folder) => existsSync(join(ROOT, folder, 'package.json')));
}
