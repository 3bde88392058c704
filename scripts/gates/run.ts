// Runs one gate in a process of its own: node --import tsx scripts/gates/run.ts GATE [--root DIR] [--write]

import { resolve } from 'node:path';
import { gates } from './all.ts';
import { isError, printFindings } from './gate.ts';

async function main(args: readonly string[]): Promise<number> {
  const entry = gates.find((candidate) => candidate.id === args[0]);
  if (entry === undefined) {
    process.stderr.write(`gates: ${gates.map((candidate) => candidate.id).join(' ')}\n`);
    return 2;
  }
  const rootIndex = args.indexOf('--root');
  const root = resolve(rootIndex >= 0 ? (args[rootIndex + 1] ?? '.') : resolve(import.meta.dirname, '../..'));
  const gate = await entry.load();
  const findings = await gate.run(root, { write: args.includes('--write') });
  process.stdout.write(printFindings(findings));
  return findings.some(isError) ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
