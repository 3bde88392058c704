import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playScenario, readConfig } from '@anlan/server';

const root = join(import.meta.dirname, '../..');
const dataDir = mkdtempSync(join(tmpdir(), 'anlan-d1-'));
let figures: Readonly<Record<string, number | string>>;
beforeAll(async () => {
  const played = await playScenario({ folder: join(root, 'scenarios/D1'), speed: 'max', config: readConfig({ ANLAN_DATA: dataDir, ANLAN_LOG_LEVEL: 'error' }), say: () => undefined });
  figures = played.figures;
}, 180_000);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const numberOf = (name: string): number => Number(figures[name]);
/** Quantities of the demand line by item, in the order of the plan. */
const demandOf = (itemKindId: string): number[] =>
  String(figures['demand']).split('; ').filter((part) => part.startsWith(`${itemKindId} `)).map((part) => Number(part.split(' ')[1]));

describe('scenario D1 against its sanity bands (hand calculation, ±30 %)', () => {
  it.each([
    ['evaporatedRatioAfter1Hour', 0.13],
    ['evaporatedRatioAfter6Hours', 0.19],
    ['evaporatedRatioAfter24Hours', 0.24],
  ])('%s is %s', (name, ratio) => {
    expect(Math.abs(numberOf(name) / ratio - 1)).toBeLessThanOrEqual(0.3);
  });

  it('125 t are relatively large (较大) under the ship-pollution rule, and graded under others beside it', () => {
    expect(numberOf('spilledMassKg')).toBe(125_000);
    expect(figures['grades']).toContain('cn-ship-pollution: Relatively large');
    expect(figures['grades']).toContain('cn-environment: Ordinary');
  });

  it('asks for 800 m at the berth, two sweeps of 400 m, skimmers of 20 m³/h and more, about 300 m³ of storage, about 6 t of sorbent', () => {
    expect(demandOf('boom-sheltered')).toEqual([800]);
    expect(demandOf('boom-open')).toEqual([800]);
    expect(demandOf('skimmer-light')[0]).toBeGreaterThanOrEqual(20);
    expect(Math.abs((demandOf('storage')[0] ?? 0) / 300 - 1)).toBeLessThanOrEqual(0.3);
    expect(Math.abs((demandOf('sorbent')[0] ?? 0) / 6000 - 1)).toBeLessThanOrEqual(0.3);
  });

  it('drifts south-east with ebb and north wind, no further than ebb and wind can carry', () => {
    const [eastM, northM] = [numberOf('meanDriftEastM'), numberOf('meanDriftNorthM')];
    expect(eastM).toBeGreaterThan(0);
    expect(northM).toBeLessThan(0);
    expect(Math.hypot(eastM, northM)).toBeLessThan(17_000 + 9_400);
  });

  it('ends closed, with every reporting clock met and a lesson kept', () => {
    expect(figures).toMatchObject({ incidentState: 'closed', reviewState: 'closed', clocksMissedCount: 0, lessonCount: 1 });
    expect(numberOf('clocksMetCount')).toBeGreaterThanOrEqual(4);
  });
});

describe('docs/scenarios/D1.md', () => {
  it.each(['docs/scenarios/D1.md', 'docs/zh-CN/scenarios/D1.md'])('%s shows what a play prints', (page) => {
    const shown = readFileSync(join(root, page), 'utf8').match(/```text\n([\s\S]*?)```/)?.[1];
    expect(shown).toBe(Object.entries(figures).map(([name, value]) => `${name.padEnd(34)} ${String(value)}\n`).join(''));
  });
});
