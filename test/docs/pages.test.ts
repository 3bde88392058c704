import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../gates/house.ts';
import { testTitles } from '../../scripts/docs/test-titles.ts';
import { buildHouse, findingOn } from '../gates/house.ts';

describe('generated pages', () => {
  let house: House;
  const pageText = (path: string): string => readFileSync(join(house.root, path), 'utf8');
  beforeAll(async () => {
    house = buildHouse();
    await house.gate('docs', '--write');
  }, 180_000);
  afterAll(() => house.remove());

  it('fresh pages pass; pages of code that does not stand are named', async () => {
    const run = await house.gate('docs');
    expect(run.passed).toBe(true);
    for (const name of ['config.md', 'http.md', 'cli.md']) expect(run.output).toContain(`warning  docs/reference/${name}  not yet`);
  }, 180_000);

  it('the error page has each code with its status and both languages', () => {
    expect(pageText('docs/reference/errors.md')).toContain('| `SIGNAL_SENSOR_UNKNOWN` | refusal | 404 | 没有传感器 {sensorId}。读数未采用。请先登记。<br>Sensor {sensorId} is not known. Its reading is not used. Register it. |');
  });

  it('the requirements page counts what tests name', () => {
    const page = pageText('docs/reference/requirements.md');
    expect(page).toContain('**1 of 2** have at least one test; of the 1 that must, **1**');
    expect(page).toContain('| S-001 | Every plan has an owning unit | must | [plan.test.ts](../../packages/domain/src/plan/plan.test.ts) |');
    expect(page).toContain('| S-002 | Policy library | should | — |');
  });

  it('the package page tells what each may import', () => {
    expect(pageText('docs/reference/packages.md')).toContain('| [`@anlan/adapter-ais`](../../packages/adapters/ais) | A package of the small house | kernel, domain |');
  });

  it('a page that was edited by hand fails the gate', async () => {
    const path = 'docs/reference/units.md';
    const fresh = pageText(path);
    house.plant({ [path]: `${fresh}\nmore\n` });
    expect(findingOn(await house.gate('docs'), path)).toContain('is stale');
    house.plant({ [path]: fresh });
  }, 180_000);

  it('a test that names a requirement that does not exist fails the gate', async () => {
    const path = 'packages/kernel/src/unknown.test.ts';
    house.plant({ [path]: "it('S-999: nobody asked', () => undefined);\n" });
    expect(findingOn(await house.gate('docs'), 'requirements.md')).toContain('S-999');
    house.plant({ [path]: undefined });
  }, 180_000);

  it('settings, endpoints and commands appear as soon as their code stands', async () => {
    house.plant({
      'apps/server/src/config.ts': "export const configEntries = [{ name: 'ANLAN_DATA', default: './.anlan', text: 'where | data go' }];\n",
      'apps/server/src/openapi.ts': "export const openApiDocument = () => ({ paths: { '/api/signals': { post: { summary: 'Takes readings', responses: { 202: {}, 400: {} } } } } });\n",
      'apps/cli/src/program.ts': "import { Command } from 'commander';\n\nexport const createProgram = () => new Command('anlan').addCommand(new Command('play').description('plays a scenario'));\n",
    });
    await house.gate('docs', '--write');
    expect(pageText('docs/reference/config.md')).toContain('| `ANLAN_DATA` | `./.anlan` | where \\| data go |');
    expect(pageText('docs/reference/http.md')).toContain('| POST | `/api/signals` | Takes readings | 202 400 |');
    expect(pageText('docs/reference/cli.md')).toContain('## `anlan play`');
  }, 180_000);

  it('titles are read from the syntax tree: each, describe and templates, not strings elsewhere', () => {
    const text = "describe('S-101: a', () => {\n  it.each([1])('S-102 %s', () => undefined);\n  test(`S-103 ${x}`, () => undefined);\n  const other = 'S-104';\n});\n";
    expect(testTitles('a.test.ts', text)).toEqual(['S-101: a', 'S-102 %s', 'S-103 ${x}']);
  });
});
