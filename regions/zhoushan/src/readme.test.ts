import { describe, it, expect } from 'vitest';
import { instant } from '@anlan/kernel';
import { regionPack } from './index.ts';

describe('README of the Zhoushan pack', () => {
  it('the example reads land, current, tide and records', () => {
    const region = regionPack();
    const land = region.loadLand();
    const at = instant('2026-11-25T04:03:00Z');
    const field = region.currentFieldFor(at);
    if (!field.ok) throw new Error(field.refusal.code);
    const tideM = region.tidePredictor(region.mainTideStationId).heightM(at);
    const depots = region.registers.facilities.filter(({ values }) => values['kindCode'] === 'depot');

    expect(land.length).toBeGreaterThan(700);
    expect(field.value.indicative).toBe(true);
    expect(Math.abs(tideM)).toBeLessThan(2.5);
    expect(depots).toHaveLength(10);
  });
});
