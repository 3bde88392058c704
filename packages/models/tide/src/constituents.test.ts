import { describe, it, expect } from 'vitest';
import type { Instant } from '@anlan/kernel';
import { degToRad, instant, instantFromMs, radToDeg } from '@anlan/kernel';
import { astronomicalAngles } from './astronomy.ts';
import type { ConstituentName } from './constituents.ts';
import { CONSTITUENT_NAMES, constituentSpeedRadPerS, isConstituentName } from './constituents.ts';
import { nodalCorrection } from './nodal.ts';

/** Schureman (1958), table 2, degrees per mean solar hour. */
const SPEEDS_DEG_PER_HOUR: Readonly<Partial<Record<ConstituentName, number>>> = {
  M2: 28.9841042, S2: 30.0, N2: 28.4397296, K2: 30.0821372, '2N2': 27.8953548, MU2: 27.9682084, NU2: 28.5125830,
  L2: 29.5284788, LAMBDA2: 29.4556254, T2: 29.9589333, R2: 30.0410667, K1: 15.0410686, O1: 13.9430356, P1: 14.9589314,
  Q1: 13.3986609, '2Q1': 12.8542862, RHO1: 13.4715144, J1: 15.5854433, OO1: 16.1391016, M4: 57.9682084, MS4: 58.9841042,
  MN4: 57.4238338, M6: 86.9523126, '2SM2': 31.0158958, MM: 0.5443747, MF: 1.0980330, MSF: 1.0158957, SA: 0.0410686, SSA: 0.0821372,
};

/** Schureman, table 14 and p. 171 ff: extremes of f over the 18.6-year cycle. */
const FACTOR_RANGES: readonly (readonly [ConstituentName, number, number])[] = [
  ['M2', 0.963, 1.038], ['O1', 0.806, 1.183], ['K1', 0.882, 1.113], ['K2', 0.748, 1.317], ['J1', 0.827, 1.165], ['MM', 0.869, 1.131], ['MF', 0.626, 1.455],
];

describe('constituents', () => {
  it('move at the speeds of the published table', () => {
    for (const [name, degPerHour] of Object.entries(SPEEDS_DEG_PER_HOUR)) {
      expect(radToDeg(constituentSpeedRadPerS(name as ConstituentName)) * 3600, name).toBeCloseTo(degPerHour, 6);
    }
  });

  it('are known by name, and nothing else is', () => {
    expect(CONSTITUENT_NAMES.every(isConstituentName)).toBe(true);
    expect(['S1', 'M1', 'M3', 'toString', ''].some(isConstituentName)).toBe(false);
  });
});

describe('node factors', () => {
  const samples = Array.from({ length: 800 }, (_, i) => instantFromMs(instant('2010-01-01T00:00Z') + i * 8.5 * 86_400_000));

  it('sweep the published range over 18.6 years', () => {
    for (const [name, low, high] of FACTOR_RANGES) {
      const factors = samples.map((at) => nodalCorrection(name, astronomicalAngles(at)).factorRatio);
      expect(Math.min(...factors), name).toBeCloseTo(low, 2);
      expect(Math.max(...factors), name).toBeCloseTo(high, 2);
    }
  });

  it('swing about the mean: M2 is weakest and O1 strongest when the node is at the equinox', () => {
    const atNode = samples.reduce((best, at) => (Math.cos(nodeRad(at)) > Math.cos(nodeRad(best)) ? at : best));
    expect(nodalCorrection('M2', astronomicalAngles(atNode)).factorRatio).toBeLessThan(0.965);
    expect(nodalCorrection('O1', astronomicalAngles(atNode)).factorRatio).toBeGreaterThan(1.18);
    expect(Math.abs(nodalCorrection('M2', astronomicalAngles(atNode)).angleRad)).toBeLessThan(0.005);
  });

  it('leave the sun alone', () => {
    for (const name of ['S2', 'P1', 'T2', 'SSA'] as const) {
      expect(nodalCorrection(name, astronomicalAngles(samples[17]!))).toEqual({ factorRatio: 1, angleRad: 0 });
    }
  });
});

function nodeRad(at: Instant): number {
  return degToRad(astronomicalAngles(at).nodeDeg);
}
