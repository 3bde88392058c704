import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GateRun, House } from './house.ts';
import { buildHouse, findingOn } from './house.ts';

const use = (name: string, from: string): string => `import { ${name} } from '${from}';\n\nexport const used = ${name};\n`;

const FAULTS: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['kernel-imports-nothing', 'packages/kernel/src/f1.ts', use('driftM', '@anlan/drift')],
  ['models-know-only-kernel', 'packages/models/drift/src/f2.ts', use('product', '@anlan/domain')],
  ['models-know-only-kernel', 'packages/models/tide/src/f3.ts', use('driftM', '@anlan/drift')],
  ['domain-knows-kernel-and-models', 'packages/domain/src/f4.ts', use('decoder', '@anlan/adapter-ais')],
  ['adapters-never-each-other', 'packages/adapters/mqtt/src/f5.ts', use('decoder', '@anlan/adapter-ais')],
  ['contracts-import-no-domain', 'packages/contracts/src/f6.ts', use('product', '@anlan/domain')],
  ['messages-know-only-kernel', 'packages/messages/src/f7.ts', use('product', '@anlan/domain')],
  ['nothing-imports-apps', 'packages/adapters/ais/src/f8.ts', use('wired', '@anlan/server')],
  ['engine-knows-no-place', 'packages/adapters/ais/src/f9.ts', use('region', '@anlan/region-demo')],
  ['web-knows-kernel-contracts-messages', 'apps/web/src/f10.ts', use('driftM', '@anlan/drift')],
  ['models-in-a-web-worker-only', 'apps/web/src/f11.worker.ts', use('product', '@anlan/domain')],
  ['apps-by-command-line', 'apps/web/src/f12.ts', use('wired', '@anlan/server')],
  ['testkit-for-tests', 'apps/server/src/f22.ts', use('fake', '@anlan/testkit')],
  ['helpers-for-tests', 'apps/server/src/f23.ts', use('x', './x-for-tests.ts')],
  ['core-has-no-platform', 'packages/domain/src/f13.ts', "import { readFileSync } from 'node:fs';\n\nexport const used = readFileSync;\n"],
  ['resolvable', 'apps/server/src/f14.ts', use('x', './nowhere.ts')],
  ['packages-by-name', 'apps/server/src/f15.ts', use('product', '../../../packages/domain/src/industry/index.ts')],
  ['stage-signal-imports-no-later', 'packages/domain/src/signal/f16.ts', use('planOf', '../plan/index.ts')],
  ['stages-by-their-door', 'packages/domain/src/plan/f17.ts', use('decideSignal', '../signal/decide-signal.ts')],
  ['readiness-read-by-forecast-plan-dispatch', 'packages/domain/src/signal/f18.ts', use('gap', '../readiness/index.ts')],
  ['industry-read-by-nobody', 'packages/domain/src/plan/f19.ts', use('product', '../industry/index.ts')],
  ['industry-read-by-nobody', 'packages/domain/src/readiness/stock.ts', use('product', '../industry/index.ts')],
  ['no-cycles', 'apps/server/src/f20.ts', "import { b } from './f21.ts';\n\nexport const a = (): unknown => b;\n"],
];

const ALLOWED: Readonly<Record<string, string>> = {
  'apps/server/src/x-for-tests.ts': use('fake', '@anlan/testkit').replace('used', 'x'),
  'apps/server/src/ok-lazy.ts': "export const later = () => import('./ok-back.ts');\n",
  'apps/server/src/ok-back.ts': "import { later } from './ok-lazy.ts';\n\nexport const back = later;\n",
  'apps/server/src/f21.ts': "import { a } from './f20.ts';\n\nexport const b = (): unknown => a;\n",
  'apps/web/src/ok.worker.ts': use('driftM', '@anlan/drift'),
  'packages/domain/src/plan/ok-reads-readiness.ts': use('gap', '../readiness/index.ts'),
  'packages/models/drift/src/ok.test.ts': "import { it } from 'vitest';\nimport { product } from '@anlan/domain';\n\nit('S-001: reaches further', () => void product);\n",
};

describe('gate 3: who may import whom', () => {
  let house: House;
  let clean: GateRun;
  let faulty: GateRun;
  beforeAll(async () => {
    house = buildHouse();
    expect((await house.gate('walls')).output).toContain('picture of the packages is stale');
    await house.gate('walls', '--write');
    clean = await house.gate('walls');
    house.plant({ ...ALLOWED, ...Object.fromEntries(FAULTS.map(([, path, text]) => [path, text])) });
    faulty = await house.gate('walls');
  }, 240_000);
  afterAll(() => house.remove());

  it('a clean house passes once its picture is drawn', () => {
    expect(clean).toEqual({ passed: true, output: '' });
  });

  it.each(FAULTS)('%s: %s fails the gate', (rule, path) => {
    expect(faulty.passed).toBe(false);
    expect(findingOn(faulty, `  ${path}`)).toContain(`${rule}:`);
  });

  it('a worker may compute with a model, a plan may read readiness, a test may reach further', () => {
    for (const path of Object.keys(ALLOWED).filter((name) => !name.includes('f21'))) expect(faulty.output).not.toContain(`error  ${path}`);
  });

  it('the stage rules follow the order in flow.ts', async () => {
    house.plant(Object.fromEntries(FAULTS.map(([, path]) => [path, undefined])));
    house.plant({ 'packages/domain/src/flow.ts': "export const STAGES = ['plan', 'signal'] as const;\n", 'apps/server/src/f21.ts': undefined });
    const reversed = await house.gate('walls');
    expect(findingOn(reversed, 'packages/domain/src/plan/index.ts')).toContain('stage-plan-imports-no-later:');
  }, 180_000);
});
