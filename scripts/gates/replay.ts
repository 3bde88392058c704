// Gate 7. The same scenario with the same seed gives the same log: D1 is played twice, in two
// processes with different numbers of workers and data folders of their own, and the two hashes
// are compared with each other and with the committed one.

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding, Gate } from './gate.ts';

const SCENARIO = 'D1';
const EXPECTED = `scenarios/${SCENARIO}/expected/hash.txt`;
const TIME_LIMIT_MS = 240_000;

export const replay: Gate = {
  run: async (root): Promise<Finding[]> => {
    if (!existsSync(join(root, 'scenarios', SCENARIO)) || !existsSync(join(root, 'apps/cli/src/main.ts'))) {
      return [{ where: `scenarios/${SCENARIO}`, what: `scenario ${SCENARIO} missing, or the command line that plays it` }];
    }
    const [first, second] = await Promise.all([play(root, 1), play(root, 2)]);
    const failed = [first, second].find((run) => run.hash === undefined);
    if (failed !== undefined) {
      return [{ where: `play ${SCENARIO}`, what: `printed no line "hash: <hex>" (exit ${failed.exitCode}): ${failed.output.trim().split('\n').slice(-6).join(' | ')}` }];
    }
    const findings: Finding[] = [];
    if (first.hash !== second.hash) findings.push({ where: `play ${SCENARIO}`, what: `two runs differ: ${first.hash} and ${second.hash}` });
    if (!existsSync(join(root, EXPECTED))) return [...findings, { where: EXPECTED, what: `is missing; the run gave ${first.hash}` }];
    const expected = readFileSync(join(root, EXPECTED), 'utf8').trim();
    if (first.hash !== expected) findings.push({ where: EXPECTED, what: `expects ${expected}; the run gave ${first.hash}. A wanted change is committed with its reason` });
    return findings;
  },
};

interface Run {
  readonly exitCode: number;
  readonly hash: string | undefined;
  readonly output: string;
}

/** What `npx anlan play D1 --speed max` runs. A failed run has no hash, whatever it printed. */
function play(root: string, workerCount: number): Promise<Run> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anlan-replay-'));
  // The embedded database runs as a user of its own when we are root; it must be able to get in.
  chmodSync(dataDir, 0o755);
  const env = { ...process.env, ANLAN_DATA: join(dataDir, 'data'), ANLAN_WORKERS: String(workerCount), ANLAN_PORT: '0', ANLAN_AIS_TCP_PORT: '0', ANLAN_AIS_UDP_PORT: '0', ANLAN_MQTT_PORT: '0' };
  const args = [join(root, 'scripts/anlan.mjs'), 'play', SCENARIO, '--speed', 'max'];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: TIME_LIMIT_MS });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      rmSync(dataDir, { recursive: true, force: true });
      const hash = /^hash: ([0-9a-f]{16,})\s*$/m.exec(output)?.[1];
      resolve({ exitCode: code ?? -1, hash: code === 0 ? hash : undefined, output });
    });
  });
}
