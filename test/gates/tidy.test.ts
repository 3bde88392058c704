import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GateRun, House } from './house.ts';
import { buildHouse, findingOn } from './house.ts';

const lines = (count: number): string => Array.from({ length: count }, (_, i) => `export const a${i} = ${i};`).join('\n') + '\n';
const marker = 'TO' + 'DO';
const longFunction = `export function long(): void {\n${'  void 0;\n'.repeat(60)}}\n`;

// Words that must not stand in a file are put together here, so that this file stays clean itself.
const FAULTS: readonly (readonly [fault: string, path: string, text: string, finding: RegExp])[] = [
  ['a file over 500 lines', 'packages/kernel/src/f-long.ts', lines(501), /501 lines; the limit is 500/],
  ['a function over 60 lines', 'packages/kernel/src/f-function.ts', longFunction, /function long has 62 lines/],
  ['a leftover marker', 'packages/domain/src/f-marker.ts', `// ${marker}: later\nexport {};\n`, /leftover marker/],
  ['a leftover marker in a page', 'docs/f-marker.md', `# Page\n\n${'FIX' + 'ME'}\n`, /leftover marker/],
  ['a private key', 'apps/server/src/f-key.ts', `export const key = '-----BEGIN RSA PRIVATE ${'KEY'}-----';\n`, /a private key/],
  ['a cloud key', 'apps/server/src/f-cloud.ts', `export const key = '${'AKIA' + 'ABCDEFGHIJKLMNOP'}';\n`, /cloud access key/],
  ['a database password', 'apps/server/src/f-database.ts', `export const url = '${'postgres://anlan:' + 'secret99@db.example.org/anlan'}';\n`, /database password/],
  ['a package registry', 'apps/server/src/f-registry.ts', `export const url = '${'https://regis' + 'try.example.org'}/x';\n`, /package registry/],
  ['a path of one machine', 'apps/server/src/f-path.ts', `export const path = '${'/wo' + 'rk/main/x'}';\n`, /path of one machine/],
  ['a dead file', 'apps/server/src/f-dead.ts', 'export const nobody = 1;\n', /nothing refers to this file/],
  ['a link that leads nowhere', 'docs/f-link.md', '# Page\n\n[there](nowhere.md)\n', /link leads nowhere: nowhere\.md/],
  ['a skipped test', 'packages/kernel/src/f-skip.test.ts', "it.skip('x', () => undefined);\n", /it\.skip/],
  ['a lonely test', 'packages/kernel/src/f-only.test.ts', "describe.only('x', () => undefined);\n", /describe\.only/],
  ['a test for later', 'packages/kernel/src/f-todo.test.ts', "test.todo('x');\n", /test\.todo/],
  ['a test that is skipped sometimes', 'packages/kernel/src/f-if.test.ts', "it.skipIf(true)('x', () => undefined);\n", /it\.skipIf/],
  ['a test that no lane runs', 'bench/f-lane.test.ts', "it('x', () => undefined);\n", /no lane/],
  ['a test switched off by an option', 'packages/kernel/src/f-option.test.ts', "it('x', { skip: true }, () => undefined);\n", /it with \{ skip \}/],
  ['a group that is alone by an option', 'packages/kernel/src/f-alone.test.ts', "describe('x', { only: true }, () => undefined);\n", /describe with \{ only \}/],
  ['a test that is expected to fail', 'packages/kernel/src/f-fails.test.ts', "it('x', { fails: true }, () => undefined);\n", /it with \{ fails \}/],
  ['a skip in brackets', 'packages/kernel/src/f-brackets.test.ts', "it['skip']('x', () => undefined);\n", /it\.skip/],
  ['a skip taken out of the context', 'packages/kernel/src/f-taken.test.ts', "it('x', ({ skip }) => skip());\n", /it that calls skip/],
  ['a skip by any name of the context', 'packages/kernel/src/f-named.test.ts', "it('x', (whatever) => whatever.skip());\n", /it that calls skip/],
  ['a runner under another name', 'packages/kernel/src/f-alias.test.ts', "import { it as check } from 'vitest';\ncheck.skip('x', () => undefined);\n", /under another name/],
  ['a test that skips itself', 'packages/kernel/src/f-ctx.test.ts', "it('x', (ctx) => ctx.skip());\n", /ctx\.skip/],
];

const ALLOWED: Readonly<Record<string, string>> = {
  'apps/server/src/ok.worker.ts': 'export const work = 1;\n',
  'apps/server/src/main.ts': "export const worker = new URL('./ok.worker.ts', import.meta.url);\n",
  'packages/kernel/src/ok.test.ts': "it('tells of it.skip and of .only in a title', () => undefined);\n",
  'docs/ok.md': '# Page\n\n[home](../ARCHITECTURE.md#house) [web](https://example.org) `[code](gone.md)`\n',
};

describe('gate 6: what everybody keeps clean', () => {
  let house: House;
  let clean: GateRun;
  let faulty: GateRun;
  beforeAll(async () => {
    house = buildHouse();
    house.plant({ ...ALLOWED, 'packages/kernel/src/index.ts': "export * from './result.ts';\nexport * from './units.ts';\nexport * from './soft.ts';\n", 'packages/kernel/src/soft.ts': lines(301) });
    clean = await house.gate('tidy');
    house.plant(Object.fromEntries(FAULTS.map(([, path, text]) => [path, text])));
    faulty = await house.gate('tidy');
  }, 180_000);
  afterAll(() => house.remove());

  it('a clean house passes; a file over 300 lines is a warning', () => {
    expect(clean).toEqual({ passed: true, output: 'warning  packages/kernel/src/soft.ts  301 lines; aim below 300\n' });
  });

  it.each(FAULTS)('%s fails the gate', (_fault, path, _text, finding) => {
    expect(faulty.passed).toBe(false);
    expect(findingOn(faulty, path)).toMatch(finding);
  });

  it('nothing is reported that was not planted', () => {
    const planted = FAULTS.map(([, path]) => path);
    const strangers = faulty.output.split('\n').filter((line) => line.startsWith('error') && !planted.some((path) => line.includes(path)));
    expect(strangers).toEqual([]);
  });
});
