// A small clean house in a temporary folder, on which the gates are tried. Settings and rules are
// copies of the real ones; packages are tiny. A test plants a fault by writing a file.

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cleanFiles, packageNames } from './house-files.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const SETTINGS = ['tsconfig.base.json', 'tsconfig.core.json', 'tsconfig.node.json', 'eslint.config.js', 'eslint.declared.js', '.dependency-cruiser.mjs'];
const RULES = ['scripts/lint', 'scripts/lib/const-array.mjs', 'scripts/lib/const-array.d.mts', 'scripts/gates/wall-rules.mjs'];
const OWN_SOURCES = ['packages/kernel/src/units.ts', 'packages/domain/src/flow.ts'];

export interface GateRun {
  readonly passed: boolean;
  readonly output: string;
}

export interface House {
  readonly root: string;
  /** Writes files; `undefined` removes one. */
  plant(files: Readonly<Record<string, string | undefined>>): void;
  gate(id: string, ...args: readonly string[]): Promise<GateRun>;
  remove(): void;
}

/** A clean house: every gate passes, except the replay, which needs a player (see replay.test.ts). */
export function buildHouse(): House {
  const root = mkdtempSync(join(tmpdir(), 'anlan-house-'));
  const plant = (files: Readonly<Record<string, string | undefined>>): void => {
    for (const [path, text] of Object.entries(files)) {
      const absolute = join(root, path);
      mkdirSync(dirname(absolute), { recursive: true });
      if (text === undefined) rmSync(absolute, { force: true });
      else writeFileSync(absolute, text);
    }
  };
  plant(cleanFiles());
  for (const path of [...SETTINGS, ...RULES, ...OWN_SOURCES]) cpSync(join(REPOSITORY, path), join(root, path), { recursive: true });
  linkPackages(root);
  return {
    root,
    plant,
    gate: (id, ...args) => runGate(root, id, args),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The libraries of the repository, but the packages of this house. */
function linkPackages(root: string): void {
  const real = join(REPOSITORY, 'node_modules');
  mkdirSync(join(root, 'node_modules/@anlan'), { recursive: true });
  for (const name of readdirSync(real)) {
    if (name.startsWith('.') || name === '@anlan') continue;
    symlinkSync(join(real, name), join(root, 'node_modules', name));
  }
  for (const [folder, name] of Object.entries(packageNames)) {
    symlinkSync(join(root, folder), join(root, 'node_modules', name));
  }
}

function runGate(root: string, id: string, args: readonly string[]): Promise<GateRun> {
  const program = join(REPOSITORY, 'scripts/gates/run.ts');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program, id, '--root', root, ...args], { cwd: root });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((done) => {
    child.on('close', (code) => done({ passed: code === 0, output }));
  });
}

/** The finding about one place, or a sentence that says there is none. */
export function findingOn(run: GateRun, where: string): string {
  const lines = run.output.split('\n').filter((line) => line.startsWith('error') && line.includes(where));
  return lines.length === 0 ? `nothing about ${where} in:\n${run.output}` : lines.join('\n');
}
