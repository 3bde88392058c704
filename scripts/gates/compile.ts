// Gate 1. The pure core compiles with the language alone (lib ES2023, no types of Node or of the
// browser); everything else compiles for where it runs. The core's settings are checked as well,
// because a loosened setting would make the compile say nothing.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Finding, Gate } from './gate.ts';
import { listPackages } from '../lib/tree.ts';

export const compileCore: Gate = {
  run: async (root) => [...coreSettings(root), ...(await compile(root, 'tsconfig.core.json'))],
};

export const compileNode: Gate = {
  run: async (root) => [...(await compile(root, 'tsconfig.node.json')), ...(await compileIfThere(root, 'test/browser/tsconfig.json'))],
};

export const compileWeb: Gate = {
  run: (root) => compile(root, 'apps/web/tsconfig.json'),
};

const CORE = /^packages\/(kernel|models\/[^/]+|domain|contracts|messages)$/;

function coreSettings(root: string): Finding[] {
  const path = join(root, 'tsconfig.core.json');
  const where = 'tsconfig.core.json';
  const read = ts.readConfigFile(path, (file) => readFileSync(file, 'utf8'));
  const parsed = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  const findings: Finding[] = [];
  const lib = (parsed.options.lib ?? []).map((name) => name.replace(/^lib\.|\.d\.ts$/g, ''));
  if (lib.join() !== 'es2023') findings.push({ where, what: `lib must be ["ES2023"], is [${lib.join()}]` });
  if (parsed.options.types?.length !== 0) findings.push({ where, what: 'types must be []' });
  for (const option of ['strict', 'noUncheckedIndexedAccess', 'exactOptionalPropertyTypes', 'verbatimModuleSyntax', 'erasableSyntaxOnly'] as const) {
    if (parsed.options[option] !== true) findings.push({ where, what: `${option} must be on` });
  }
  for (const { folder } of listPackages(root)) {
    if (!CORE.test(folder) || !existsSync(join(root, folder, 'src/index.ts'))) continue;
    const covered = parsed.fileNames.some((file) => file === join(root, folder, 'src/index.ts'));
    if (!covered) findings.push({ where, what: `${folder}/src is not compiled as core` });
  }
  return findings;
}

/** Browser tests hand functions to the page: the one place outside the web that knows its document. */
function compileIfThere(root: string, project: string): Promise<Finding[]> {
  return existsSync(join(root, project)) ? compile(root, project) : Promise.resolve([]);
}

function compile(root: string, project: string): Promise<Finding[]> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const child = spawn(process.execPath, [tsc, '-p', join(root, project), '--pretty', 'false'], { cwd: root });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const findings = output.split('\n').filter((line) => line.trim() !== '').map(findingOf);
      const silent = code !== 0 && findings.length === 0;
      resolve(silent ? [{ where: project, what: `tsc ended with ${code}` }] : findings);
    });
  });
}

/** `path(line,col): error TS…: text` */
function findingOf(line: string): Finding {
  const match = /^(.+?)\((\d+),\d+\): (.*)$/.exec(line);
  return match ? { where: `${match[1]}:${match[2]}`, what: match[3] ?? '' } : { where: '', what: line };
}
