import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GateRun, House } from './house.ts';
import { buildHouse, findingOn } from './house.ts';
import { manifest } from './house-files.ts';

const FAULTS: readonly (readonly [fault: string, folder: string, replaced: Record<string, unknown>, finding: RegExp])[] = [
  ['two doors', 'packages/kernel', { exports: { '.': './src/index.ts', './geo': './src/geo.ts' } }, /exactly one entry/],
  ['no door', 'packages/models/drift', { exports: undefined }, /exactly one entry/],
  ['a door elsewhere', 'packages/models/tide', { exports: { '.': './dist/index.js' } }, /must be "\.\/src\/index\.ts"/],
  ['a wrong name', 'packages/adapters/ais', { name: '@anlan/ais' }, /name must be @anlan\/adapter-ais/],
  ['another version', 'packages/domain', { version: '0.2.0' }, /version must be 0\.1\.0/],
  ['another licence', 'packages/contracts', { license: 'MIT' }, /license must be Apache-2\.0/],
  ['scripts of its own', 'packages/messages', { scripts: { postinstall: 'x' } }, /unexpected scripts/],
  ['a loose version', 'packages/adapters/mqtt', { dependencies: { mqtt: '^5.0.0' } }, /exact version/],
  ['a second version of a library', 'apps/server', { dependencies: { vitest: '3.0.0' } }, /vitest is 3\.0\.0 here and 4\.1\.12 elsewhere/],
];

describe('gate 4: one door a package, one shape', () => {
  let house: House;
  let clean: GateRun;
  let faulty: GateRun;
  beforeAll(async () => {
    house = buildHouse();
    clean = await house.gate('shape');
    house.plant(Object.fromEntries(FAULTS.map(([, folder, replaced]) => [`${folder}/package.json`, manifest(folder, replaced)])));
    house.plant({ 'regions/demo/README.md': undefined, 'apps/web/src/main.tsx': undefined });
    faulty = await house.gate('shape');
  }, 180_000);
  afterAll(() => house.remove());

  it('a clean house passes', () => {
    expect(clean).toEqual({ passed: true, output: '' });
  });

  it.each(FAULTS)('%s in %s fails the gate', (_fault, folder, _replaced, finding) => {
    expect(faulty.passed).toBe(false);
    expect(findingOn(faulty, `${folder}/package.json`)).toMatch(finding);
  });

  it('a missing README and a missing door file fail the gate', () => {
    expect(findingOn(faulty, 'regions/demo/package.json')).toContain('README.md is missing');
    expect(findingOn(faulty, 'apps/web/package.json')).toContain('./src/main.tsx does not exist');
  });
});
