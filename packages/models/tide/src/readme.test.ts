import { describe, it, expect } from 'vitest';
import { instant } from '@anlan/kernel';
import { createTidePredictor, findTideTurns } from './index.ts';

describe('README of the tide', () => {
  it('the example finds the four turns of a half-daily tide', () => {
    const made = createTidePredictor([
      { name: 'M2', amplitudeM: 1.05, phaseLagDeg: 70 },
      { name: 'S2', amplitudeM: 0.45, phaseLagDeg: 105 },
    ]);
    if (!made.ok) throw new Error(made.refusal.code);
    const turns = findTideTurns(made.value, {
      fromAt: instant('2026-11-24T00:00:00Z'),
      toAt: instant('2026-11-25T00:00:00Z'),
    });
    expect(turns.ok && turns.value.map(({ kind }) => kind)).toEqual(['high', 'low', 'high', 'low']);
  });
});
