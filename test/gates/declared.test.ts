import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GateRun, House } from './house.ts';
import { buildHouse, findingOn } from './house.ts';

const FAULTS: readonly (readonly [fault: string, path: string, text: string])[] = [
  ['a package of the house', 'packages/adapters/mqtt/src/f1.ts', "import { product } from '@anlan/domain';\n\nexport const used = product;\n"],
  ['a library of another package', 'apps/server/src/f2.ts', "import { Type } from '@sinclair/typebox';\n\nexport const used = Type;\n"],
  ['a type only', 'packages/adapters/mqtt/src/f3.ts', "import type { ReadingWire } from '@anlan/contracts';\n\nexport type Used = ReadingWire;\n"],
  ['the testkit outside tests', 'packages/adapters/ais/src/f5.ts', "import { fake } from '@anlan/testkit';\n\nexport const used = fake;\n"],
  ['a tool of the root outside tests', 'packages/domain/src/f4.ts', "import { it } from 'vitest';\n\nexport const used = it;\n"],
];

describe('gate 5: every import is declared by its package', () => {
  let house: House;
  let clean: GateRun;
  let faulty: GateRun;
  beforeAll(async () => {
    house = buildHouse();
    house.plant({ 'packages/adapters/ais/src/ok.test.ts': "import { fake } from '@anlan/testkit';\nimport { it } from 'vitest';\n\nit('uses a fake', () => void fake);\n" });
    clean = await house.gate('declared');
    house.plant(Object.fromEntries(FAULTS.map(([, path, text]) => [path, text])));
    faulty = await house.gate('declared');
  }, 240_000);
  afterAll(() => house.remove());

  it('a clean house passes; its tests use the tools of the root and the testkit', () => {
    expect(clean).toEqual({ passed: true, output: '' });
  });

  it.each(FAULTS)('%s, imported and not declared, fails the gate', (_fault, path) => {
    expect(faulty.passed).toBe(false);
    expect(findingOn(faulty, path)).toContain('no-extraneous-dependencies');
  });
});
