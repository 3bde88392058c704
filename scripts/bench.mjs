#!/usr/bin/env node
// npm run bench -- SUITE [--json]: speed and result in one table. Without a name: the suites.
// What a suite is: bench/README.md. With --json, stdout is one JSON document and nothing else
// (npm prints its own two lines before it unless called as `npm run --silent bench`).
import './lib/node-version.mjs';
import { become, typescriptArgs } from './lib/child.mjs';
import { ensurePackages } from './lib/ensure.mjs';
import { ROOT, runMain } from './lib/say.mjs';

await runMain(async () => {
  await ensurePackages();
  return become(process.execPath, typescriptArgs(ROOT, 'scripts/lib/run-bench.ts', process.argv.slice(2)), { cwd: ROOT });
});
