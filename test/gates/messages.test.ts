import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { House } from './house.ts';
import { buildHouse, findingOn } from './house.ts';
import { cleanFiles, messageFile } from './house-files.ts';

const EN = 'packages/messages/src/en/domain.ts';
const ZH = 'packages/messages/src/zh-CN/domain.ts';
const ERRORS = 'packages/domain/src/errors.ts';
const RAISES = 'packages/domain/src/raises.ts';
const entry = "{ kind: 'refusal', httpStatus: 404, params: ['sensorId'] }";
const raise = (call: string): string => `import { refuse } from '@anlan/kernel';\n\nexport const raised = ${call};\n`;

const FAULTS: readonly (readonly [fault: string, files: Record<string, string>, where: string, finding: RegExp])[] = [
  ['a key that one language lacks', { [EN]: messageFile('A {sensorId}', 'b', 'c', '{count}').replace('SENSOR_COUNT', 'SENSOR_NUMBER') }, ZH, /SENSOR_NUMBER is missing/],
  ['an area without its twin', { 'packages/messages/src/en/plan.ts': "export const plan = { PLAN_A: 'a' } as const;\n" }, 'en/plan.ts', /has no twin in zh-CN/],
  ['an area that the door does not give out', { 'packages/messages/src/en/plan.ts': "export const plan = { PLAN_A: 'a' } as const;\n", 'packages/messages/src/zh-CN/plan.ts': "export const plan = { PLAN_A: '甲' } as const;\n" }, 'zh-CN/plan.ts', /not given out/],
  ['a key in two areas', { 'packages/messages/src/zh-CN/plan.ts': "export const plan = { SENSOR_COUNT: '甲' } as const;\n" }, 'zh-CN/plan.ts', /already in/],
  ['placeholders that differ', { [EN]: messageFile('Sensor {sensorId}.', 'b', 'c', '{number} sensors') }, EN, /\{count\} in Chinese, \{number\} in English/],
  ['a placeholder that the code does not declare', { [EN]: messageFile('Sensor {id}.', 'b', 'c', '{count}') }, ERRORS, /declares params \{sensorId\} and its sentences use \{id\}/],
  ['a sentence left empty', { [EN]: messageFile('Sensor {sensorId}.', '', 'c', '{count}') }, ERRORS, /lacks one of happened, means, next/],
  ['a sentence in the other language', { [ZH]: messageFile('Sensor {sensorId}.', '乙', '丙', '{count}') }, ERRORS, /sentence in the other language \(zh-CN\)/],
  ['a code without sentences', { [ERRORS]: `export const domainErrors = { SIGNAL_SENSOR_UNKNOWN: ${entry}, SIGNAL_SENSOR_LOST: ${entry} } as const;\n` }, ERRORS, /SIGNAL_SENSOR_LOST has no sentences \(en\)/],
  ['sentences without a code', { [ERRORS]: 'export const domainErrors = {} as const;\n' }, 'messages en', /SIGNAL_SENSOR_UNKNOWN has sentences but is in no errors\.ts/],
  ['a code with two owners', { 'apps/server/src/errors.ts': `export const serverErrors = { SIGNAL_SENSOR_UNKNOWN: ${entry} } as const;\n` }, 'errors.ts', /already belongs to/],
  ['a code of another form', { [ERRORS]: `export const domainErrors = { sensorGone: ${entry} } as const;\n` }, ERRORS, /sensorGone: a code is written/],
  ['a code missing in the reference', { 'docs/reference/errors.md': '# Error codes\n' }, 'docs/reference/errors.md', /SIGNAL_SENSOR_UNKNOWN is not listed/],
  ['a code that the reference still lists', { 'docs/reference/errors.md': '| `SIGNAL_SENSOR_UNKNOWN` |\n| `SIGNAL_OLD` |\n' }, 'docs/reference/errors.md', /SIGNAL_OLD is listed/],
  ['a raised code that nobody owns', { [RAISES]: raise("refuse('SIGNAL_GONE')") }, RAISES, /SIGNAL_GONE is in no errors\.ts/],
  ['a raised code without its params', { [RAISES]: raise("refuse('SIGNAL_SENSOR_UNKNOWN')") }, RAISES, /given \{\} and its sentence needs \{sensorId\}/],
  ['a failure with other params', { [RAISES]: "export const raised = new AdapterError('SIGNAL_SENSOR_UNKNOWN', { retryable: true, params: { id: 'x' } });\n" }, RAISES, /given \{id\}/],
  ['an assumption without a message', { [RAISES]: "export const assumed = [{ code: 'WIND_NONE_GIVEN', params: {} }];\n" }, RAISES, /WIND_NONE_GIVEN has no message/],
  ['a retired code that is raised', { [ERRORS]: `export const domainErrors = { SIGNAL_SENSOR_UNKNOWN: { ...${entry}, retired: true } } as const;\n` }, 'decide-signal.ts', /is retired/],
];

describe('gate 6: languages, codes and reference in step', () => {
  let house: House;
  let clean: Record<string, string>;
  beforeAll(async () => {
    house = buildHouse();
    await house.gate('docs', '--write');
    const reference = 'docs/reference/errors.md';
    clean = { ...cleanFiles(), [reference]: readFileSync(join(house.root, reference), 'utf8') };
  }, 180_000);
  afterAll(() => house.remove());

  it('a clean house passes', async () => {
    expect(await house.gate('messages')).toEqual({ passed: true, output: '' });
  }, 180_000);

  it.each(FAULTS)('%s fails the gate', async (_fault, files, where, finding) => {
    onTestFinished(() => house.plant(Object.fromEntries(Object.keys(files).map((path) => [path, clean[path]]))));
    house.plant(files);
    const run = await house.gate('messages');
    expect(run.passed).toBe(false);
    expect(findingOn(run, where)).toMatch(finding);
  }, 180_000);
});
