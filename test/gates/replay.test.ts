import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { House } from './house.ts';
import { buildHouse } from './house.ts';

const HASH = '0123456789abcdef0123456789abcdef';
const player = (line: string, exitCode = 0): string => `console.log(${line});\nprocess.exitCode = ${exitCode};\n`;

describe('gate 7: same scenario, same seed, same hash', () => {
  let house: House;
  beforeAll(() => {
    house = buildHouse();
    house.plant({ 'apps/cli/src/main.ts': 'export {};\n', 'scenarios/D1/expected/hash.txt': `${HASH}\n` });
  });
  afterAll(() => house.remove());
  const run = (program: string): ReturnType<House['gate']> => {
    house.plant({ 'scripts/anlan.mjs': program });
    return house.gate('replay');
  };

  it('two equal runs that give the committed hash pass', async () => {
    expect(await run(player(`'hash: ${HASH}'`))).toEqual({ passed: true, output: '' });
  }, 180_000);

  it('a clock in the player fails: two runs differ', async () => {
    const result = await run(player("'hash: ' + (process.hrtime.bigint() + 0x1000000000000000n).toString(16)"));
    expect(result.passed).toBe(false);
    expect(result.output).toContain('two runs differ');
  }, 180_000);

  it('a result that hangs on the number of workers fails', async () => {
    const result = await run(player(`'hash: ${HASH.slice(0, -1)}' + process.env.ANLAN_WORKERS`));
    expect(result.passed).toBe(false);
    expect(result.output).toContain('two runs differ');
  }, 180_000);

  it('an equal but other hash fails: the expectation is a commit of its own', async () => {
    const result = await run(player(`'hash: ${HASH.split('').reverse().join('')}'`));
    expect(result.passed).toBe(false);
    expect(result.output).toContain(`expects ${HASH}`);
  }, 180_000);

  it('a run that fails or prints no hash fails, whatever it printed before', async () => {
    expect((await run(player(`'hash: ${HASH}'`, 1))).output).toContain('printed no line "hash: <hex>" (exit 1)');
    expect((await run(player("'done'"))).passed).toBe(false);
  }, 180_000);

  it('without an expected hash the gate fails and tells the one it saw', async () => {
    house.plant({ 'scenarios/D1/expected/hash.txt': undefined });
    const result = await run(player(`'hash: ${HASH}'`));
    expect(result.passed).toBe(false);
    expect(result.output).toContain(`is missing; the run gave ${HASH}`);
  }, 180_000);

  it('without a player the gate fails', async () => {
    house.plant({ 'apps/cli/src/main.ts': undefined });
    const result = await house.gate('replay');
    expect(result.passed).toBe(false);
    expect(result.output).toContain('scenario D1 missing');
  }, 180_000);
});
