import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { House } from './house.ts';
import { verdictOf } from '../../scripts/gates/licences.ts';
import { buildHouse, findingOn } from './house.ts';

const lock = (packages: Record<string, unknown>): string => JSON.stringify({ lockfileVersion: 3, packages });

describe('gate 6: licences allow an Apache-2.0 product', () => {
  let house: House;
  beforeAll(() => (house = buildHouse()));
  afterAll(() => house.remove());

  it('a clean house passes', async () => {
    expect(await house.gate('licences')).toEqual({ passed: true, output: '' });
  }, 180_000);

  it('strong copyleft, none and unknown fail; weak copyleft is shown; tools are not shipped', async () => {
    house.plant({
      'package-lock.json': lock({
        'node_modules/viral': { license: 'GPL-3.0-or-later' },
        'node_modules/network': { license: 'AGPL-3.0' },
        'node_modules/bare': {},
        'node_modules/odd': { license: 'SEE LICENSE IN FILE' },
        'node_modules/weak': { license: 'MPL-2.0' },
        'node_modules/tool': { license: 'GPL-3.0', dev: true },
      }),
    });
    const run = await house.gate('licences');
    expect(run.passed).toBe(false);
    for (const name of ['viral', 'network', 'bare', 'odd']) expect(findingOn(run, name)).toMatch(/cannot ship|no licence/);
    expect(run.output).toContain('warning  weak  MPL-2.0');
    expect(run.output).not.toContain('tool');
  }, 180_000);

  it.each([
    ['MIT', 'good'], ['(MIT OR GPL-2.0)', 'good'], ['MIT AND GPL-2.0', 'bad'], ['Apache-2.0 AND LGPL-3.0-or-later', 'weak'], ['LGPL-2.1 OR GPL-2.0', 'weak'], ['UNLICENSED', 'bad'],
  ] as const)('%s is %s', (expression, verdict) => {
    expect(verdictOf(expression)).toBe(verdict);
  });
});
