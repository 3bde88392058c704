// Loaded into a program that one of our commands started: when that command is gone (kill -9
// cannot be caught and passed on), the program ends itself the ordinary way, so that no server
// stays behind on its port.

import { isMainThread } from 'node:worker_threads';

const CHECK_EVERY_MS = 500;

if (isMainThread) {
  const parentPid = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parentPid) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, CHECK_EVERY_MS);
  timer.unref();
}
