#!/usr/bin/env node
// npm start: packages, the built web, then the server in front of you until you stop it.
import './lib/node-version.mjs';
import { become, typescriptArgs } from './lib/child.mjs';
import { ensurePackages } from './lib/ensure.mjs';
import { ROOT, runMain } from './lib/say.mjs';
import { ensureWeb } from './lib/web-build.mjs';

await runMain(async () => {
  await ensurePackages();
  await ensureWeb();
  const args = typescriptArgs(ROOT, 'apps/server/src/main.ts', process.argv.slice(2));
  return become(process.execPath, args, { cwd: ROOT });
});
