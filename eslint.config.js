// Rules that need a syntax tree. The pure core gets the strict part: no clock, no chance, no bare
// coordinates, a unit in the name of every number. Typed rules run only where they earn their time.
// Who may import whom is dependency-cruiser's task; declared dependencies are eslint.declared.js's.

import tseslint from 'typescript-eslint';
import { anlanRules } from './scripts/lint/anlan-rules.mjs';
import { CORE, DECIDE, EVERYWHERE } from './scripts/lint/banned-syntax.mjs';
import { VALUE_NAMES, unitNamePattern } from './scripts/lint/unit-names.mjs';

const ROOT = import.meta.dirname;
const PATTERN = unitNamePattern(ROOT);

const CORE_FOLDERS = ['packages/kernel', 'packages/models/*', 'packages/domain', 'packages/contracts', 'packages/messages'];
const CORE_FILES = CORE_FOLDERS.map((folder) => `${folder}/src/**/*.ts`);
const NUMERIC_FILES = ['packages/kernel/src/**/*.ts', 'packages/models/*/src/**/*.ts'];
const HANDLING_FILES = ['packages/domain/src/**/handle-*.ts', 'packages/adapters/*/src/**/*.ts', 'apps/server/src/**/*.ts', 'apps/cli/src/**/*.ts'];
const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/*-for-tests.ts', '**/testing/**', '**/test-cases.ts'];

const NUMBER_NAMES = {
  types: ['number'],
  format: null,
  custom: { regex: PATTERN, match: true },
  filter: { regex: VALUE_NAMES, match: false },
};

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '.cache/', '.anlan*/', 'artifacts/', 'coverage/', '**/*.d.ts', '**/*.d.mts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin, anlan: anlanRules },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['*.config.ts', 'apps/web/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: CORE_FILES, rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...CORE] } },
  // The one place where text becomes an instant.
  { files: ['packages/kernel/src/instant.ts', 'packages/kernel/src/instant.test.ts'], rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...CORE.filter(({ selector }) => !selector.includes('"parse"'))] } },
  { files: ['packages/domain/src/**/decide-*.ts'], ignores: TESTS, rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...CORE, ...DECIDE] } },
  {
    files: CORE_FILES,
    ignores: TESTS,
    languageOptions: { parserOptions: { project: ['./tsconfig.core.json'], tsconfigRootDir: ROOT } },
    rules: {
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: ['typeProperty', 'classProperty'], modifiers: ['requiresQuotes'], types: ['number'], format: null, filter: { regex: '', match: true } },
        { selector: ['typeProperty', 'classProperty'], ...NUMBER_NAMES },
      ],
      'anlan/number-parameter-unit': ['error', { pattern: PATTERN }],
      'anlan/unit-beside-value': 'error',
    },
  },
  { files: NUMERIC_FILES, ignores: TESTS, rules: { 'anlan/number-parameter-unit': ['error', { pattern: PATTERN, allowMaths: true }] } },
  { files: ['packages/contracts/src/**/*.ts'], ignores: TESTS, rules: { 'anlan/wire-number-unit': ['error', { pattern: PATTERN }] } },
  {
    files: HANDLING_FILES,
    ignores: TESTS,
    languageOptions: { parserOptions: { project: ['./tsconfig.node.json'], tsconfigRootDir: ROOT } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
);
