import { describe, it, expect } from 'vitest';
import { addS, instant, instantFromMs, isoFromInstant } from '@anlan/kernel';
import type { HarmonicConstant, TidePredictor } from './height.ts';
import { bakedHeightM, createTidePredictor } from './height.ts';
import { findPrecedingTurn, findTideTurns } from './turns.ts';

// Main constants of the two nearest observed stations. TICON-4: M. Hart-Davis, D. Dettmering, F. Seitz
// (2025), SEANOE, doi 10.17882/109129, CC BY 4.0, through the Neaps tide database 0.10.20260924.
const KANMEN = constants('M2 1.8769 22.33 S2 0.6790 54.68 N2 0.3474 4.64 K2 0.1883 50.62 K1 0.3001 98.62 O1 0.2294 69.55 P1 0.0927 96.02 Q1 0.0445 53.83 SA 0.1234 178.71 SSA 0.0516 33.94 NU2 0.0835 8.49 L2 0.0731 48.29 MU2 0.0429 148.52 2N2 0.0428 347.67 T2 0.0410 55.15 MS4 0.0311 240.70 M4 0.0295 181.28 LAMBDA2 0.0321 43.64');
const LUSI = constants('M2 1.7103 119.88 S2 0.7477 156.47 N2 0.3172 106.02 K2 0.2146 149.06 K1 0.1854 28.31 O1 0.0965 333.08 P1 0.0419 21.75 SA 0.1810 147.55 SSA 0.0325 340.89 NU2 0.0665 105.25 L2 0.0559 125.39 T2 0.0562 180.59 R2 0.0371 162.88 2N2 0.0411 89.21 M4 0.0454 48.74 MS4 0.0423 119.17 LAMBDA2 0.0258 110.89 MU2 0.0267 189.74 MSF 0.0229 204.03 MF 0.0156 239.87 Q1 0.0123 295.48 MN4 0.0096 18.15 J1 0.0074 101.99');

/** 24 November 2026 in UTC+8, about mean sea level, from all 50 constants by another predictor (Neaps 0.11.0). */
const EXPECTED: readonly (readonly [string, TidePredictor, readonly (readonly [string, number])[]])[] = [
  ['Kanmen', KANMEN, [['01:58', -2.88], ['08:26', 2.64], ['14:26', -2.0], ['20:19', 2.4]]],
  ['Lüsi', LUSI, [['05:26', -2.33], ['11:36', 2.36], ['17:59', -2.68]]],
];
/** The smaller constants left out add up to 0.15 m; the largest miss seen is 0.05 m and 3 min. */
const HEIGHT_TOLERANCE_M = 0.08;
const TIME_TOLERANCE_S = 300;

describe('tide at observed stations', () => {
  it.each(EXPECTED)('%s on 24 Nov 2026: turns within 5 min and 0.08 m of an independent predictor', (_, predictor, expected) => {
    const turns = findTideTurns(predictor, { fromAt: instant('2026-11-24T00:00:00+08:00'), toAt: instant('2026-11-25T00:00:00+08:00') });
    const found = turns.ok ? turns.value : [];
    expect(found.map(({ kind }) => kind)).toEqual(expected.map(([, heightM]) => (heightM > 0 ? 'high' : 'low')));
    expected.forEach(([clock, heightM], i) => {
      const at = instant(`2026-11-24T${clock}:00+08:00`);
      expect(Math.abs((found[i]?.at ?? 0) - at) / 1000).toBeLessThan(TIME_TOLERANCE_S);
      expect(Math.abs((found[i]?.heightM ?? 0) - heightM)).toBeLessThan(HEIGHT_TOLERANCE_M);
    });
  });
});

describe('harmonic height', () => {
  it('baked at an instant equals the exact height there, and within 1 % a fortnight away', () => {
    const at = instant('2026-11-24T03:00:00Z');
    const baked = KANMEN.bake(at);
    expect(bakedHeightM(baked, at, at)).toBeCloseTo(KANMEN.heightM(at), 10);
    const later = addS(at, 14 * 86_400);
    expect(Math.abs(bakedHeightM(baked, at, later) - KANMEN.heightM(later))).toBeLessThan(0.03);
  });

  it('S2 alone is highest when the sun says so: lag 0 at midnight and noon UTC', () => {
    const solar = constants('S2 1 0');
    expect(solar.heightM(instant('2026-03-01T12:00:00Z'))).toBeCloseTo(1, 6);
    expect(solar.heightM(instant('2026-03-01T15:00:00Z'))).toBeCloseTo(0, 6);
  });

  it('turns alternate between high and low and stand above and below their neighbours', () => {
    const range = { fromAt: instant('2026-11-01T00:00:00Z'), toAt: instant('2026-12-01T00:00:00Z') };
    const turns = findTideTurns(LUSI, range);
    expect(turns.ok && turns.value.length).toBeGreaterThan(112);
    for (const [i, turn] of (turns.ok ? turns.value : []).entries()) {
      if (i > 0 && turns.ok) expect(turn.kind).not.toBe(turns.value[i - 1]?.kind);
      const around = [-900, 900].map((s) => LUSI.heightM(addS(turn.at, s)));
      expect(around.every((heightM) => (turn.kind === 'high' ? heightM < turn.heightM + 0.01 : heightM > turn.heightM - 0.01))).toBe(true);
    }
  });

  it('finds the high water before an instant', () => {
    const turn = findPrecedingTurn(KANMEN, 'high', instant('2026-11-24T12:00:00+08:00'));
    expect(turn.ok && isoFromInstant(turn.value.at).slice(0, 14)).toBe('2026-11-24T00:');
  });
});

describe('tide refuses', () => {
  const code = (list: readonly HarmonicConstant[]): string => {
    const made = createTidePredictor(list);
    return made.ok ? 'ok' : made.refusal.code;
  };

  it('no constants, unknown names and impossible values', () => {
    expect(code([])).toBe('TIDE_NO_CONSTANTS');
    expect(code([{ name: 'X9', amplitudeM: 1, phaseLagDeg: 0 }])).toBe('TIDE_CONSTITUENT_UNKNOWN');
    expect(code([{ name: 'M2', amplitudeM: -1, phaseLagDeg: 0 }])).toBe('TIDE_CONSTANT_INVALID');
    expect(code([{ name: 'M2', amplitudeM: 1, phaseLagDeg: Number.NaN }])).toBe('TIDE_CONSTANT_INVALID');
  });

  it('an empty range, a range of months, and a turn that does not come', () => {
    const fromAt = instant('2026-11-24T00:00:00Z');
    const refused = [fromAt, instantFromMs(fromAt + 63 * 86_400_000)].map((toAt) => findTideTurns(KANMEN, { fromAt, toAt }));
    expect(refused.map((r) => (r.ok ? 'ok' : r.refusal.code))).toEqual(['TIDE_RANGE_INVALID', 'TIDE_RANGE_INVALID']);
    const annual = findPrecedingTurn(constants('SA 0.1 0'), 'high', instant('2026-08-01T00:00:00Z'));
    expect(annual.ok ? 'ok' : annual.refusal.code).toBe('TIDE_TURN_NOT_FOUND');
  });
});

function constants(text: string): TidePredictor {
  const words = text.split(' ');
  const list = Array.from({ length: words.length / 3 }, (_, i) => ({
    name: words[3 * i] ?? '',
    amplitudeM: Number(words[3 * i + 1]),
    phaseLagDeg: Number(words[3 * i + 2]),
  }));
  const made = createTidePredictor(list);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}
