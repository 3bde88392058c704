#!/usr/bin/env node
// npm run dev: the server in demonstration mode with its simulated feed, and Vite's own server
// with reloading beside it. When one of the two ends, the other is stopped.
import './lib/node-version.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { typescriptArgs } from './lib/child.mjs';
import { ensurePackages } from './lib/ensure.mjs';
import { ROOT, runMain, say } from './lib/say.mjs';
import { ensureWeb } from './lib/web-build.mjs';

await runMain(async () => {
  await ensurePackages();
  await ensureWeb();
  const env = { ...process.env, ANLAN_MODE: process.env.ANLAN_MODE ?? 'demonstration' };
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const server = spawn(process.execPath, typescriptArgs(ROOT, 'apps/server/src/main.ts'), { stdio: 'inherit', env, cwd: ROOT });
  const web = spawn(process.execPath, [vite], { stdio: 'inherit', env, cwd: join(ROOT, 'apps/web') });
  say('改动网页会立即生效，地址见下方 Vite 一行。', 'Changes to the web show at once; the address is in the line of Vite below.');
  return untilOneEnds([server, web]);
});

function untilOneEnds(children) {
  const stopAll = (signal) => {
    for (const child of children) if (child.exitCode === null) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll(signal));
  const ends = children.map(
    (child) =>
      new Promise((resolve) => {
        child.on('close', (code) => {
          stopAll('SIGTERM');
          resolve(code ?? 0);
        });
      }),
  );
  return Promise.all(ends).then((codes) => Math.max(...codes));
}
