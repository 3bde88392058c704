// Runs one bench suite, bench/SUITE.ts, and prints its rows: a table for people, one JSON document
// for machines. A row carries its result beside its speed and is marked ✓ or ✗. A wrong row fails the
// run; a missed target of speed alone fails it with --enforce, because it also depends on the machine.

import { existsSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchRow, BenchSuite } from './bench-suite.ts';
import { isFailed, markOf } from './bench-suite.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'bench');

async function main(args: readonly string[]): Promise<number> {
  const name = args.find((arg) => !arg.startsWith('--'));
  const path = join(FOLDER, `${name ?? ''}.ts`);
  if (name === undefined || !existsSync(path)) return listSuites(name);
  const { suite } = (await import(pathToFileURL(path).href)) as { suite: BenchSuite };
  const rows = (await suite.run()).map((row) => ({ met: markOf(row), ...row }));
  const machine = { node: process.versions.node, coreCount: cpus().length, cpu: cpus()[0]?.model ?? 'unknown' };
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ suite: suite.id, machine, rows }, null, 2)}\n`);
  else process.stdout.write(`${suite.id} · Node ${machine.node} · ${machine.coreCount} × ${machine.cpu}\n\n${table(rows)}\n`);
  return isFailed(rows, args.includes('--enforce')) ? 1 : 0;
}

function listSuites(wrongName: string | undefined): number {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.ts')) : [];
  if (wrongName !== undefined) process.stderr.write(`没有这个基准：${wrongName}\nNo such suite: ${wrongName}\n`);
  process.stdout.write(`npm run bench -- SUITE [--enforce] [--json]\n${names.map((file) => `  ${file.replace(/\.ts$/, '')}`).sort().join('\n')}\n`);
  return wrongName === undefined ? 0 : 1;
}

/** Columns in order of first appearance; figures right-aligned. */
function table(rows: readonly BenchRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => displayWidth(line[i] ?? ''))));
  const numeric = columns.map((column) => rows.every((row) => typeof (row[column] ?? 0) === 'number'));
  const lines = cells.map((line) => line.map((text, i) => pad(text, widths[i] ?? 0, numeric[i] === true)).join('  ').trimEnd());
  return [lines[0], widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}

function cell(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
  return String(value);
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? space + text : text + space;
}

/** Chinese characters take two columns of a terminal. */
function displayWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/.test(char) ? 2 : 1), 0);
}

process.exitCode = await main(process.argv.slice(2));
