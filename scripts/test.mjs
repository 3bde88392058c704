#!/usr/bin/env node
// npm test: all three lanes (unit, integration, browser), ending with one line `N passed, N failed`.
// Arguments go to vitest: npm test -- --project unit packages/kernel
import './lib/node-version.mjs';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { step } from './lib/child.mjs';
import { ensurePackages } from './lib/ensure.mjs';
import { CACHE, ROOT, runMain } from './lib/say.mjs';
import { countTests, isNarrowed, lanesOf } from './lib/test-count.mjs';
import { ensureWeb } from './lib/web-build.mjs';

const REPORT = join(CACHE, 'vitest.json');
const RESULT = join(CACHE, 'test-result.json');

await runMain(async () => {
  mkdirSync(CACHE, { recursive: true });
  for (const file of [REPORT, RESULT]) rmSync(file, { force: true });
  const count = await runTests(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    return { passedCount: 0, failedCount: 1 };
  });
  writeFileSync(RESULT, JSON.stringify(count));
  process.stdout.write(`${count.passedCount} passed, ${count.failedCount} failed\n`);
  return count.failedCount === 0 ? 0 : 1;
});

async function runTests(args) {
  await ensurePackages();
  const lanes = lanesOf(args);
  if (lanes.includes('browser')) await ensureBrowser();
  if (lanes.some((lane) => lane !== 'unit')) await ensureWeb();
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const exitCode = await step(process.execPath, [vitest, 'run', ...reporters, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  const report = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, 'utf8')) : undefined;
  return countTests(report, exitCode, isNarrowed(args));
}
