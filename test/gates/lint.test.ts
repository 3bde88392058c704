import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GateRun, House } from './house.ts';
import { buildHouse, findingOn } from './house.ts';

const FAULTS: readonly (readonly [rule: string, path: string, text: string, finding: RegExp])[] = [
  ['Date.now in the core', 'packages/kernel/src/f-now.ts', 'export const at = Date.now();\n', /no clock/],
  ['new Date() in the core', 'packages/models/drift/src/f-date.ts', 'export const at = new Date();\n', /no clock/],
  ['globalThis in the core', 'packages/kernel/src/f-global.ts', 'export const at = globalThis.Date.now();\n', /no globalThis/],
  ["Date['now'] in the core", 'packages/kernel/src/f-brackets.ts', "export const at = Date['now']();\n", /no clock/],
  ['chance taken out of Math', 'packages/kernel/src/f-taken.ts', 'const { random } = Math;\n\nexport const x = random();\n', /no chance/],
  ['a date by parts, in the zone of the machine', 'packages/kernel/src/f-parts.ts', 'export const at = new Date(2026, 1, 1);\n', /no zone/],
  ['hours of the machine', 'packages/kernel/src/f-hours.ts', 'export const hours = (at: Date): unknown => at.getHours();\n', /no zone/],
  ['text read in the zone of the machine', 'packages/domain/src/f-parse.ts', "export const at = Date.parse('2026-01-01T00:00');\n", /through the kernel/],
  ['order by the locale of the machine', 'packages/domain/src/f-locale.ts', "export const order = 'a'.localeCompare('b');\n", /no locale/],
  ['Date() in the core', 'packages/domain/src/f-call.ts', 'export const at = Date();\n', /no clock/],
  ['Math.random in the core', 'packages/models/tide/src/f-random.ts', 'export const x = Math.random();\n', /no chance/],
  ['bare lat in a type', 'packages/contracts/src/f-lat.ts', 'export interface Place {\n  readonly lat: string;\n}\n', /latDeg/],
  ['bare longitude in a value', 'packages/domain/src/f-longitude.ts', 'export const place = { longitude: 1 };\n', /latDeg/],
  ['an enum anywhere', 'packages/adapters/ais/src/f-enum.ts', 'export enum Colour { Red }\n', /No enum/],
  ['a namespace anywhere', 'apps/server/src/f-namespace.ts', 'export namespace A { export const b = 1; }\n', /No namespace/],
  ['a default export', 'apps/server/src/f-default.ts', 'export default 1;\n', /Named exports only/],
  ['a parameter property', 'packages/domain/src/f-parameter.ts', 'export class A {\n  constructor(private readonly b: string) {\n    void this.b;\n  }\n}\n', /parameter properties/],
  ['async in decide-*.ts', 'packages/domain/src/plan/decide-async.ts', "export async function decidePlan(): Promise<string> {\n  return 'x';\n}\n", /Deciding is synchronous/],
  ['throw in decide-*.ts', 'packages/domain/src/plan/decide-throw.ts', "export function decidePlan(): string {\n  throw new Error('x');\n}\n", /returns a refusal/],
  ['a number property without a unit', 'packages/domain/src/f-speed.ts', 'export interface Wind {\n  readonly windSpeed: number;\n}\n', /windSpeed.*without a unit suffix/],
  ['minutes written Min', 'packages/models/drift/src/f-delay.ts', 'export interface Delay {\n  readonly delayMin?: number;\n}\n', /delayMin.*without a unit suffix/],
  ['a unit outside the list', 'packages/kernel/src/f-kmh.ts', 'export interface Car {\n  readonly speedKmh: number | null;\n}\n', /speedKmh.*without a unit suffix/],
  ['a number inferred through an alias', 'packages/domain/src/f-alias.ts', 'type Metres = number;\nexport interface Slick {\n  readonly thickness: Metres;\n}\n', /thickness.*without a unit suffix/],
  ['an exported function parameter', 'packages/models/drift/src/f-param.ts', 'export function area(radius: number): number {\n  return radius * radius;\n}\n', /radius.*unit suffix/],
  ['a wire field', 'packages/contracts/src/f-wire.ts', "import { Type } from '@sinclair/typebox';\n\nexport const Wind = Type.Object({ speed: Type.Optional(Type.Number()) });\n", /speed.*unit suffix/],
  ['a bare value without its unit', 'packages/domain/src/f-value.ts', 'export interface Stock {\n  readonly value: number;\n}\n', /value.*sibling/],
  ['a value on the wire without its unit', 'packages/contracts/src/f-value.ts', "import { Type } from '@sinclair/typebox';\n\nexport const Stock = Type.Object({ onHandValue: Type.Number() });\n", /onHandValue.*sibling/],
  ['a promise nobody waits for', 'apps/server/src/f-promise.ts', "async function send(): Promise<void> {\n  await Promise.resolve();\n}\n\nexport function start(): void {\n  send();\n}\n", /no-floating-promises/],
  ['a thrown string', 'packages/adapters/mqtt/src/f-throw.ts', "export function fail(): never {\n  throw 'x';\n}\n", /only-throw-error/],
  ['a switched-off rule that was not needed', 'apps/server/src/f-disable.ts', '// eslint-disable-next-line eqeqeq\nexport const a = 1;\n', /Unused eslint-disable/],
];

const ALLOWED: Readonly<Record<string, string>> = {
  'packages/models/drift/src/ok-names.ts':
    "export interface Names {\n  readonly windSpeedMps: number;\n  readonly thicknessUmMax?: number;\n  readonly count: number;\n  readonly passRatio: number | null;\n  readonly observedAt: number & { readonly brand: 'Instant' };\n  readonly 'name-of-others': number;\n}\n\nexport function sum(a: number, b1: number): number {\n  const local = a + b1;\n  return local;\n}\n",
  'packages/domain/src/ok-value.ts': 'export interface Stock {\n  readonly onHandValue: number;\n}\n\nexport interface Reading {\n  readonly unitCode: string;\n  readonly curve: readonly { readonly value: number }[];\n}\n\nexport function draw(stock: Stock, wantedValue: number): number {\n  return stock.onHandValue - wantedValue;\n}\n\nexport const day = new Date(0);\n',
  'packages/contracts/src/ok-wire.ts': "import { Type } from '@sinclair/typebox';\n\nexport const Stock = Type.Object({ unitCode: Type.String(), curve: Type.Array(Type.Object({ quantityValue: Type.Number() })) });\n",
  'apps/server/src/ok-clock.ts': 'export const startedAt = Date.now();\n',
};

describe('gate 2: names, units, clocks, chance', () => {
  let house: House;
  let clean: GateRun;
  let faulty: GateRun;
  beforeAll(async () => {
    house = buildHouse();
    house.plant(ALLOWED);
    clean = await house.gate('lint');
    house.plant(Object.fromEntries(FAULTS.map(([, path, text]) => [path, text])));
    faulty = await house.gate('lint');
  }, 180_000);
  afterAll(() => house.remove());

  it('a clean house passes, with good names and a clock where one may be', () => {
    expect(clean).toEqual({ passed: true, output: '' });
  });

  it.each(FAULTS)('%s fails the gate', (_rule, path, _text, finding) => {
    expect(faulty.passed).toBe(false);
    expect(findingOn(faulty, path)).toMatch(finding);
  });

  it('nothing is reported that was not planted', () => {
    const planted = FAULTS.map(([, path]) => path);
    const strangers = faulty.output.split('\n').filter((line) => line !== '' && !planted.some((path) => line.includes(path)));
    expect(strangers).toEqual([]);
  });
});
