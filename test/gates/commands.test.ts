// The pieces of the commands that can be tried without installing anything.

import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingPostgresLinks, packagesMatchLock } from '../../scripts/lib/ensure.mjs';
import { nodeIsNewEnough } from '../../scripts/lib/node-version.mjs';
import { countTests, lanesOf } from '../../scripts/lib/test-count.mjs';

const REPOSITORY = join(import.meta.dirname, '../..');

describe('the commands', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'anlan-commands-'));
    mkdirSync(join(folder, 'node_modules'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('Node 20.20 and newer will do, 20.19 will not', () => {
    expect([[18, 20], [20, 19], [20, 20], [22, 0], [24, 1]].map(([major, minor]) => nodeIsNewEnough(major ?? 0, minor ?? 0))).toEqual([false, false, true, true, true]);
  });

  it('packages match the lock when every one has its version and every link stands', () => {
    const lock = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true }, 'packages/x': { version: '0.1.0' } };
    const write = (wanted: object, installed: object): boolean => {
      writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
      writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
      return packagesMatchLock(folder);
    };
    expect(write(lock, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
    expect(write(lock, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
    expect(write(lock, {})).toBe(false);
    expect(write({ 'node_modules/x': { link: true } }, {})).toBe(false);
  });

  it('the native PostgreSQL is complete only when its install script has run', () => {
    mkdirSync(join(folder, 'native'));
    expect(missingPostgresLinks(folder)).toEqual([]);
    writeFileSync(join(folder, 'native/pg-symlinks.json'), JSON.stringify([{ source: 'native/lib.so.1', target: 'native/lib.so' }]));
    expect(missingPostgresLinks(folder)).toEqual(['native/lib.so']);
    symlinkSync('lib.so.1', join(folder, 'native/lib.so'));
    expect(missingPostgresLinks(folder)).toEqual([]);
  });

  it('a file that cannot be loaded, a crash and an empty run count as failures', () => {
    const file = (status: string, ...tests: string[]): object => ({ status, assertionResults: tests.map((each) => ({ status: each })) });
    expect(countTests({ testResults: [file('passed', 'passed', 'passed'), file('failed', 'failed', 'passed'), file('failed')] }, 1)).toEqual({ passedCount: 3, failedCount: 2 });
    expect(countTests({ testResults: [file('passed', 'passed')] }, 0)).toEqual({ passedCount: 1, failedCount: 0 });
    expect(countTests({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passedCount: 1, failedCount: 1 });
    expect(countTests({ testResults: [file('passed', 'passed', 'skipped', 'todo')] }, 0)).toEqual({ passedCount: 1, failedCount: 2 });
    expect(countTests({ testResults: [file('passed', 'passed', 'skipped')] }, 0, true)).toEqual({ passedCount: 1, failedCount: 0 });
    expect(countTests({ testResults: [] }, 0)).toEqual({ passedCount: 0, failedCount: 1 });
    expect(countTests(undefined, 137)).toEqual({ passedCount: 0, failedCount: 1 });
  });

  it('the lanes are all three unless some are named', () => {
    expect(lanesOf(['packages/kernel'])).toEqual(['unit', 'integration', 'browser']);
    expect(lanesOf(['--project', 'unit', '--project=browser'])).toEqual(['unit', 'browser']);
  });

  it('CI ends with one line that counts gates and tests, and is green only when both are', () => {
    mkdirSync(join(folder, '.ci'));
    mkdirSync(join(folder, 'bin'));
    copyFileSync(join(REPOSITORY, '.ci/run'), join(folder, '.ci/run'));
    const ci = (check: string, test: string): { lastLine: string | undefined; status: number | null } => {
      writeFileSync(join(folder, 'bin/npm'), `#!/bin/sh\nif [ "$1" = run ]; then ${check}; else ${test}; fi\n`, { mode: 0o755 });
      const run = spawnSync('bash', [join(folder, '.ci/run')], { encoding: 'utf8', env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` } });
      return { lastLine: run.stdout.trimEnd().split('\n').at(-1), status: run.status };
    };
    const result = (name: string, passedCount: number, failedCount: number): string => `echo '{"passedCount":${passedCount},"failedCount":${failedCount}}' > .cache/${name}-result.json; exit ${failedCount > 0 ? 1 : 0}`;
    expect(ci(result('check', 12, 0), result('test', 300, 0))).toEqual({ lastLine: '312 passed, 0 failed', status: 0 });
    expect(ci(result('check', 11, 1), result('test', 300, 0))).toEqual({ lastLine: '311 passed, 1 failed', status: 1 });
    expect(ci(result('check', 12, 0), result('test', 298, 2))).toEqual({ lastLine: '310 passed, 2 failed', status: 1 });
    expect(ci(result('check', 12, 0), 'exit 137')).toEqual({ lastLine: '12 passed, 1 failed', status: 1 });
    expect(ci('exit 1', result('test', 300, 0))).toEqual({ lastLine: '300 passed, 1 failed', status: 1 });
    expect(ci(`${result('check', 12, 0).replace('exit 0', 'exit 3')}`, result('test', 300, 0))).toEqual({ lastLine: '312 passed, 1 failed', status: 1 });
    expect(ci('exit 0', result('test', 300, 0))).toEqual({ lastLine: '300 passed, 1 failed', status: 1 });
  }, 180_000);

  it('a bench without a name lists the suites; a wrong name is an error', () => {
    const bench = (...args: string[]): ReturnType<typeof spawnSync> => spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), join(REPOSITORY, 'scripts/lib/run-bench.ts'), ...args], { encoding: 'utf8' });
    expect(bench().status).toBe(0);
    const wrong = bench('no-such-suite');
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain('no-such-suite');
  }, 180_000);
});
