// All gates, two at a time, each in its own process; none is left out because another failed.
// Ends with one line and leaves the counts in .cache/check-result.json for .ci/run.

import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GateEntry } from './all.ts';
import { gates } from './all.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CACHE = join(ROOT, '.cache');
const RESULT = join(CACHE, 'check-result.json');
const AT_ONCE = 2;
const SHOWN_LINES = 60;

interface Verdict {
  readonly gate: GateEntry;
  readonly passed: boolean;
  readonly tookS: number;
}

async function main(args: readonly string[]): Promise<number> {
  const write = args.includes('--write');
  const names = args.filter((arg) => !arg.startsWith('--'));
  const wrong = names.find((name) => !gates.some((gate) => gate.id === name));
  if (wrong !== undefined) {
    process.stderr.write(`no gate "${wrong}"; gates: ${gates.map((gate) => gate.id).join(' ')}\n`);
    return 2;
  }
  mkdirSync(CACHE, { recursive: true });
  rmSync(RESULT, { force: true });
  const startedMs = performance.now();
  const chosen = gates.filter((gate) => names.length === 0 || names.includes(gate.id));
  const verdicts = await runAll(chosen, write);
  const failed = verdicts.filter((verdict) => !verdict.passed);
  const counts = { passedCount: verdicts.length - failed.length, failedCount: failed.length };
  if (names.length === 0) writeFileSync(RESULT, JSON.stringify(counts));
  if (failed.length > 0) process.stdout.write(`failed: ${failed.map((verdict) => verdict.gate.id).join(', ')}\n`);
  process.stdout.write(`check: ${counts.passedCount} passed, ${counts.failedCount} failed  (${seconds(performance.now() - startedMs)})\n`);
  return failed.length === 0 ? 0 : 1;
}

async function runAll(chosen: readonly GateEntry[], write: boolean): Promise<Verdict[]> {
  const waiting = [...chosen];
  const verdicts: Verdict[] = [];
  const worker = async (): Promise<void> => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      verdicts.push(await runOne(gate, write));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return verdicts;
}

function runOne(gate: GateEntry, write: boolean): Promise<Verdict> {
  const startedMs = performance.now();
  const args = ['--import', 'tsx', join(import.meta.dirname, 'run.ts'), gate.id, '--root', ROOT, ...(write ? ['--write'] : [])];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((done) => {
    child.on('close', (code) => {
      const verdict = { gate, passed: code === 0, tookS: (performance.now() - startedMs) / 1000 };
      process.stdout.write(`${verdict.passed ? 'pass' : 'FAIL'}  ${seconds(verdict.tookS * 1000).padStart(7)}  ${gate.id.padEnd(13)} ${gate.title}\n`);
      process.stdout.write(shorten(output, verdict.passed));
      done(verdict);
    });
  });
}

/** The findings, indented; a passing gate shows few of its warnings. */
function shorten(output: string, passed: boolean): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const limit = passed ? 8 : SHOWN_LINES;
  const rest = lines.length - limit;
  const shown = lines.slice(0, limit).map((line) => `      ${line}\n`);
  return shown.join('') + (rest > 0 ? `      … and ${rest} more\n` : '');
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`;
}

process.exitCode = await main(process.argv.slice(2));
