#!/usr/bin/env node
// npm start: packages, the built web, then the server in front of you until you stop it.
import './lib/node-version.mjs';
import { bundle } from './lib/bundle.mjs';
import { become, bundleArgs } from './lib/child.mjs';
import { ensurePackages } from './lib/ensure.mjs';
import { ROOT, runMain } from './lib/say.mjs';
import { ensureWeb } from './lib/web-build.mjs';

await runMain(async () => {
  await ensurePackages();
  await ensureWeb();
  const server = await bundle('apps/server/src/main.ts', 'apps/server/dist/server.mjs');
  return become(process.execPath, bundleArgs(server, process.argv.slice(2)), { cwd: ROOT });
});
