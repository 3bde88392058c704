// Gate 2. ESLint with the house's own rules (eslint.config.js): no clock or chance in the core,
// units in the names of numbers, spelled-out coordinates, deciding stays synchronous.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import type { Finding, Gate } from './gate.ts';

export const lint: Gate = {
  run: (root) => runEslint(root, 'eslint.config.js', ['packages', 'regions', 'apps', 'scripts', 'test', 'bench', '*.ts']),
};

export async function runEslint(root: string, configFile: string, patterns: readonly string[]): Promise<Finding[]> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: `${root}/${configFile}`,
    cache: true,
    cacheLocation: `${root}/.cache/${configFile}.${rulesHash(root, configFile)}`,
    cacheStrategy: 'content',
    errorOnUnmatchedPattern: false,
  });
  const results = await eslint.lintFiles([...patterns]);
  return results.flatMap((result) =>
    result.messages.map((message): Finding => ({
      where: `${relative(root, result.filePath)}:${message.line}`,
      what: sentence(message.ruleId, message.message),
      ...(message.severity === 1 ? { warning: true as const } : {}),
    })),
  );
}

/** ESLint's cache does not see changes in our own rules; the name of the cache file does. */
function rulesHash(root: string, configFile: string): string {
  const folder = join(root, 'scripts/lint');
  const rules = readdirSync(folder).sort().map((name) => join(folder, name));
  const sources = [join(root, configFile), join(root, 'packages/kernel/src/units.ts'), ...rules].filter((path) => existsSync(path));
  const hash = createHash('sha256');
  for (const path of sources) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}

/** naming-convention prints the whole expression; people need the point of it. */
function sentence(ruleId: string | null, message: string): string {
  const text = message.replace(/ must match the RegExp: .*$/s, ' is a number without a unit suffix (packages/kernel/src/units.ts)');
  return ruleId === null ? text : `${text}  [${ruleId}]`;
}
