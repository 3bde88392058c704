import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { House } from './house.ts';
import { buildHouse, findingOn } from './house.ts';

describe('gate 1: the core compiles with the language alone', () => {
  let house: House;
  beforeAll(() => (house = buildHouse()));
  afterAll(() => house.remove());

  it('a clean house passes all three compiles', async () => {
    const runs = await Promise.all(['compile-core', 'compile-node', 'compile-web'].map((id) => house.gate(id)));
    expect(runs.map((run) => run.output)).toEqual(['', '', '']);
    expect(runs.every((run) => run.passed)).toBe(true);
  }, 240_000);

  it('Node, timers, the console and the network are unknown in the core, and only there', async () => {
    house.plant({
      'packages/kernel/src/reads-file.ts': "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x', 'utf8');\n",
      'packages/models/drift/src/waits.ts': 'export const timer = setTimeout(() => undefined, 1);\n',
      'packages/domain/src/fetches.ts': "export const answer = fetch('http://localhost');\n",
      'packages/messages/src/prints.ts': "console.log('hello');\nexport {};\n",
    });
    const core = await house.gate('compile-core');
    expect(core.passed).toBe(false);
    for (const path of ['kernel/src/reads-file.ts', 'drift/src/waits.ts', 'domain/src/fetches.ts', 'messages/src/prints.ts']) {
      expect(findingOn(core, path)).toMatch(/TS2\d+/);
    }
    house.plant({
      'packages/kernel/src/reads-file.ts': undefined, 'packages/models/drift/src/waits.ts': undefined,
      'packages/domain/src/fetches.ts': undefined, 'packages/messages/src/prints.ts': undefined,
    });
  }, 240_000);

  it('an enum cannot be erased, an optional property is not undefined, an index may be absent', async () => {
    house.plant({
      'packages/kernel/src/enums.ts': 'export enum Colour { Red }\n',
      'packages/kernel/src/optional.ts': 'export const x: { a?: number } = { a: undefined };\n',
      'packages/kernel/src/index-access.ts': 'export const first: number = ([] as number[])[0];\n',
    });
    const core = await house.gate('compile-core');
    for (const path of ['enums.ts', 'optional.ts', 'index-access.ts']) expect(findingOn(core, path)).toMatch(/TS\d+/);
    house.plant({ 'packages/kernel/src/enums.ts': undefined, 'packages/kernel/src/optional.ts': undefined, 'packages/kernel/src/index-access.ts': undefined });
  }, 240_000);

  it('a type error in an adapter and one in the web fail their compiles', async () => {
    house.plant({ 'packages/adapters/ais/src/wrong.ts': "export const n: number = 'x';\n", 'apps/web/src/wrong.ts': "export const n: number = 'x';\n" });
    expect(findingOn(await house.gate('compile-node'), 'adapters/ais/src/wrong.ts')).toContain('TS2322');
    expect(findingOn(await house.gate('compile-web'), 'apps/web/src/wrong.ts')).toContain('TS2322');
    house.plant({ 'packages/adapters/ais/src/wrong.ts': undefined, 'apps/web/src/wrong.ts': undefined });
  }, 240_000);

  it('loosened settings of the core are a fault by themselves', async () => {
    const loose = { extends: './tsconfig.base.json', compilerOptions: { types: ['node'], lib: ['ES2023', 'DOM'], exactOptionalPropertyTypes: false }, include: ['packages/kernel/src'] };
    house.plant({ 'tsconfig.core.json': JSON.stringify(loose) });
    const run = await house.gate('compile-core');
    expect(run.passed).toBe(false);
    expect(run.output).toContain('lib must be ["ES2023"]');
    expect(run.output).toContain('types must be []');
    expect(run.output).toContain('exactOptionalPropertyTypes must be on');
    expect(run.output).toContain('packages/domain/src is not compiled as core');
  }, 240_000);
});
