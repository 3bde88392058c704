// The files of the small clean house: one or two packages of every layer, as the rules want them.

export const packageNames: Readonly<Record<string, string>> = {
  'packages/kernel': '@anlan/kernel',
  'packages/models/drift': '@anlan/drift',
  'packages/models/tide': '@anlan/tide',
  'packages/domain': '@anlan/domain',
  'packages/contracts': '@anlan/contracts',
  'packages/messages': '@anlan/messages',
  'packages/testkit': '@anlan/testkit',
  'packages/adapters/ais': '@anlan/adapter-ais',
  'packages/adapters/mqtt': '@anlan/adapter-mqtt',
  'regions/demo': '@anlan/region-demo',
  'apps/server': '@anlan/server',
  'apps/web': '@anlan/web',
};

const DEPENDENCIES: Readonly<Record<string, readonly string[]>> = {
  'packages/models/drift': ['@anlan/kernel'],
  'packages/models/tide': ['@anlan/kernel'],
  'packages/domain': ['@anlan/kernel', '@anlan/drift'],
  'packages/messages': ['@anlan/kernel'],
  'packages/contracts': ['@anlan/kernel'],
  'packages/adapters/ais': ['@anlan/kernel', '@anlan/domain'],
  'packages/adapters/mqtt': ['@anlan/kernel'],
  'regions/demo': ['@anlan/kernel'],
  'apps/server': ['@anlan/domain', '@anlan/adapter-ais', '@anlan/region-demo'],
  'apps/web': ['@anlan/contracts'],
};

export function cleanFiles(): Record<string, string> {
  return { ...manifests(), ...sources(), ...documents() };
}

function manifests(): Record<string, string> {
  const files: Record<string, string> = {
    'package.json': json({ name: 'house', version: '0.1.0', private: true, type: 'module', workspaces: Object.keys(packageNames), devDependencies: { vitest: '4.1.12' } }),
    'package-lock.json': json({ lockfileVersion: 3, packages: { 'node_modules/good': { version: '1.0.0', license: 'MIT' } } }),
  };
  for (const folder of Object.keys(packageNames)) {
    files[`${folder}/package.json`] = manifest(folder);
    files[`${folder}/README.md`] = '# A package\n\nWhat it is, what it is not.\n';
  }
  return files;
}

/** The package.json of a folder of this house, with fields replaced. */
export function manifest(folder: string, replaced: Readonly<Record<string, unknown>> = {}): string {
  return json({
    name: packageNames[folder],
    version: '0.1.0',
    private: true,
    description: 'A package of the small house',
    license: 'Apache-2.0',
    type: 'module',
    exports: { '.': folder === 'apps/web' ? './src/main.tsx' : './src/index.ts' },
    dependencies: Object.fromEntries((DEPENDENCIES[folder] ?? []).map((name) => [name, '0.1.0'])),
    ...replaced,
  });
}

function sources(): Record<string, string> {
  return {
    'packages/kernel/src/index.ts': "// The door.\nexport * from './result.ts';\nexport * from './units.ts';\n",
    'packages/kernel/src/result.ts': 'export function refuse(code: string, params: Record<string, string> = {}): { code: string; params: Record<string, string> } {\n  return { code, params };\n}\n',
    'packages/models/drift/src/index.ts': "import { knToMps } from '@anlan/kernel';\n\nexport function driftM(speedKn: number, durationS: number): number {\n  return knToMps(speedKn) * durationS;\n}\n",
    'packages/models/tide/src/index.ts': 'export interface Level {\n  readonly heightM: number;\n}\n',
    'packages/domain/src/index.ts': "export * from './flow.ts';\nexport * from './errors.ts';\nexport * from './signal/index.ts';\nexport * from './plan/index.ts';\nexport * from './readiness/index.ts';\nexport * from './industry/index.ts';\n",
    'packages/domain/src/errors.ts': "export const domainErrors = { SIGNAL_SENSOR_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['sensorId'] } } as const;\n",
    'packages/domain/src/signal/index.ts': "export * from './decide-signal.ts';\n",
    'packages/domain/src/signal/decide-signal.ts': "import { refuse } from '@anlan/kernel';\n\nexport function decideSignal(sensorId: string): { code: string } {\n  return refuse('SIGNAL_SENSOR_UNKNOWN', { sensorId });\n}\n",
    'packages/domain/src/plan/index.ts': "import { decideSignal } from '../signal/index.ts';\n\nexport const planOf = decideSignal;\n",
    'packages/domain/src/readiness/index.ts': "export * from './gap-report.ts';\n",
    'packages/domain/src/readiness/gap-report.ts': "import { product } from '../industry/index.ts';\n\nexport const gap = product;\n",
    'packages/domain/src/industry/index.ts': "export const product = 'boom';\n",
    'packages/contracts/src/index.ts': 'export interface ReadingWire {\n  readonly observedAt: number;\n}\n',
    'packages/messages/src/index.ts': "import { domain as en } from './en/domain.ts';\nimport { domain as zh } from './zh-CN/domain.ts';\n\nexport const messages = { 'zh-CN': { ...zh }, en: { ...en } };\n",
    'packages/messages/src/en/domain.ts': messageFile('Sensor {sensorId} is not known.', 'Its reading is not used.', 'Register it.', '{count} sensors'),
    'packages/messages/src/zh-CN/domain.ts': messageFile('没有传感器 {sensorId}。', '读数未采用。', '请先登记。', '{count} 个传感器'),
    'packages/adapters/ais/src/index.ts': "import { planOf } from '@anlan/domain';\n\nexport const decoder = planOf;\n",
    'packages/testkit/src/index.ts': "export const fake = 'fake';\n",
    'packages/adapters/mqtt/src/index.ts': "export const listener = 'mqtt';\n",
    'regions/demo/src/index.ts': "export const region = 'demo';\n",
    'apps/server/src/index.ts': "import { decoder } from '@anlan/adapter-ais';\n\nexport const wired = decoder;\n",
    'apps/web/src/main.tsx': "import type { ReadingWire } from '@anlan/contracts';\n\nexport const readings: readonly ReadingWire[] = [];\n",
    'apps/web/tsconfig.json': json({ extends: '../../tsconfig.base.json', compilerOptions: { lib: ['ES2023', 'DOM'], types: [], jsx: 'react-jsx' }, include: ['src'] }),
    'packages/domain/src/plan/plan.test.ts': "import { expect, it } from 'vitest';\n\nit('S-001: a plan names its unit', () => {\n  expect(1).toBe(1);\n});\n",
  };
}

/** One area of the messages in one language: an error and a plain sentence. */
export function messageFile(happened: string, means: string, next: string, plain: string): string {
  return `export const domain = ${json({ SIGNAL_SENSOR_UNKNOWN: { happened, means, next }, SENSOR_COUNT: plain }).trim()} as const;\n`;
}

function documents(): Record<string, string> {
  return {
    'ARCHITECTURE.md': '# House\n\n<!-- picture:begin (generated by npm run check -- --write) -->\n<!-- picture:end -->\n',
    'docs/reference/requirements.json': json([
      { id: 'S-001', kind: 'duty', capability: 'Every plan has an owning unit', priority: 'must' },
      { id: 'S-002', kind: 'duty', capability: 'Policy library', priority: 'should' },
    ]),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
