#!/usr/bin/env node
// npx anlan …: packages first, then the command line tool with the arguments as they were given.
// The folder you stand in stays the working folder, so relative files mean what you wrote.
import './lib/node-version.mjs';
import { become, typescriptArgs } from './lib/child.mjs';
import { ensurePackages } from './lib/ensure.mjs';
import { ROOT, runMain } from './lib/say.mjs';

await runMain(async () => {
  await ensurePackages();
  return become(process.execPath, typescriptArgs(ROOT, 'apps/cli/src/main.ts', process.argv.slice(2)));
});
