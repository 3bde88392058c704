import { instant } from '@anlan/kernel';
import { buildScenarios, checkWeights } from '@anlan/domain';
import { describe, expect, it } from 'vitest';
import { loadStressPack } from './stress.ts';

const pack = loadStressPack();
const now = instant('2026-11-24T02:00:00Z');

describe('stress pack', () => {
  it('every case of the library builds, and D1 to D5 are in it', () => {
    const built = buildScenarios(pack.library, { now });
    expect(built).toMatchObject({ ok: true });
    expect(pack.library.map(({ id }) => id)).toEqual(expect.arrayContaining(['D1', 'D2', 'D3', 'D4', 'D5']));
  });

  it('the shares of the weather are those of a whole year', () => {
    expect(checkWeights(pack.weatherStates)).toEqual({ ok: true, value: true });
    expect(pack.weatherStates.every(({ sourceText }) => sourceText.length > 20)).toBe(true);
  });

  it('D3 asks 29,405 L/min of foam solution and 57 m³ of concentrate', () => {
    const built = buildScenarios(pack.library.filter(({ id }) => id === 'D3'), { now });
    if (!built.ok) throw new Error(built.refusal.code);
    const needs = new Map(built.value[0]?.demands.map(({ capabilityCode, need }) => [capabilityCode, need[0]?.quantityValue]));
    expect(needs.get('large-flow')).toBe(29_405);
    expect(Math.round(needs.get('foam') ?? 0)).toBe(57);
  });

  it('D1 asks what the scenario expects, within 30 %', () => {
    const built = buildScenarios(pack.library.filter(({ id }) => id === 'D1'), { now });
    if (!built.ok) throw new Error(built.refusal.code);
    const most = (id: string): number => built.value[0]?.demands.find((demand) => demand.id === id)?.need.at(-1)?.quantityValue ?? 0;
    expect(most('berth-boom') / 800).toBeCloseTo(1, 0);
    expect(Math.abs(most('skimmer') / 20 - 1)).toBeLessThan(0.3);
    expect(Math.abs(most('storage') / 300 - 1)).toBeLessThan(0.3);
    expect(most('boom-boat@D1')).toBe(4);
  });

  it('D4 closes each island before it reopens it and shares out twelve generators', () => {
    const islands = pack.library.find(({ id }) => id === 'D4')?.places ?? [];
    expect(islands.reduce((sum, { figures }) => sum + (figures['generatorCount'] ?? 0), 0)).toBe(12);
    for (const { figures } of islands) expect(figures['closeHours']).toBeLessThan(figures['reopenHours'] ?? 0);
  });
});
