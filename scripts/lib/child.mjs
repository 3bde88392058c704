// Starting child processes: a step with its own output, or the long-lived program itself.

import { spawn } from 'node:child_process';

/** Runs to the end; resolves to the exit code. stdout of the child goes to stderr unless told otherwise. */
export function step(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 2, 2], ...options });
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(127);
    });
    child.on('close', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/**
 * Runs the program that the command stands for: our stdio, signals passed on, its exit code.
 * On a terminal Ctrl-C reaches the whole group by itself, so it is not sent a second time.
 */
export function become(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const pass = (signal) => {
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? signalExitCode(signal) : (code ?? 1)));
  });
}

/** Arguments of Node that run a TypeScript source and end with us, even when we are killed outright. */
export function typescriptArgs(root, source, args = []) {
  return [
    '--import', import.meta.resolve('tsx'),
    '--import', new URL('./follow-parent.mjs', import.meta.url).href,
    `${root}/${source}`,
    ...args,
  ];
}

/** Arguments of Node that run a bundle in the same way, with errors pointing at the sources. */
export function bundleArgs(file, args = []) {
  return ['--enable-source-maps', '--import', new URL('./follow-parent.mjs', import.meta.url).href, file, ...args];
}

function signalExitCode(signal) {
  return { SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGTERM: 143 }[signal] ?? 1;
}
