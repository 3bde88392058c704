#!/usr/bin/env node
// npm run check: every gate of the house, all of them even if one fails, each with its time.
// npm run check -- --write also rewrites the generated pages; -- GATE … runs only those gates.
import './lib/node-version.mjs';
import { become, typescriptArgs } from './lib/child.mjs';
import { ensurePackages } from './lib/ensure.mjs';
import { ROOT, runMain } from './lib/say.mjs';

await runMain(async () => {
  await ensurePackages();
  return become(process.execPath, typescriptArgs(ROOT, 'scripts/gates/check.ts', process.argv.slice(2)), { cwd: ROOT });
});
