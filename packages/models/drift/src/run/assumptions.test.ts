import { describe, expect, it } from 'vitest';
import { addS } from '@anlan/kernel';
import type { DriftCase } from '../index.ts';
import { driftNotes } from '../index.ts';
import { CALM, constantCurrent, harmonic, OPEN, runOk, SOURCE, START, STILL, testCase } from '../test-world.ts';

function notes(given: DriftCase): ReadonlyMap<string, Readonly<Record<string, string | number>>> {
  const result = runOk(given);
  return new Map([...result.assumed, ...result.warnings].map((note) => [note.code, note.params]));
}

describe('nothing is filled in silence', () => {
  it('the explicit choices travel with the result', () => {
    const found = notes(testCase({ current: STILL, wind: CALM, coast: OPEN }));
    expect([...found.keys()]).toEqual(['DRIFT_ASSUMED_STILL_WATER', 'DRIFT_ASSUMED_CALM', 'DRIFT_ASSUMED_OPEN_WATER']);
  });

  it('windage, diffusion, errors and water density that were left out are named with their figures', () => {
    const { windage: _w, diffusionM2PerS: _d, ...bare } = testCase({ substance: { kind: 'oil', oilId: 'AD02002' }, run: { memberCount: 2 } });
    const found = notes(bare);
    expect(found.get('DRIFT_ASSUMED_WINDAGE')).toEqual({ ratioMin: 0.02, ratioMax: 0.04 });
    expect(found.get('DRIFT_ASSUMED_DIFFUSION')).toEqual({ diffusionM2PerS: 2 });
    expect(found.get('DRIFT_ASSUMED_WATER_DENSITY')).toEqual({ densityKgPerM3: 1025 });
    expect(found.get('DRIFT_ASSUMED_ERRORS')).toMatchObject({ windSpeedRatioSigma: 0.2, currentCorrelationS: 21_600 });
  });

  it('a wind that is held beyond its last reading says for how long', () => {
    const wind = { kind: 'station', times: [START, addS(START, 3600)], eastMps: Float64Array.of(1, 1), northMps: Float64Array.of(0, 0), beyondSeries: 'persist', sourceText: SOURCE } as const;
    expect(notes(testCase({ wind })).get('DRIFT_ASSUMED_WIND_PERSISTS')).toEqual({ lastIso: '2026-06-01T05:00:00.000Z', hours: 5 });
    expect(notes(testCase({ wind, run: { durationS: 3600 } })).has('DRIFT_ASSUMED_WIND_PERSISTS')).toBe(false);
  });

  it('an indicative current is a warning and a mark of the outcome', () => {
    const result = runOk(testCase({ current: harmonic(() => [0.1, 0], { indicative: true }) }));
    expect(result.value.indicative).toBe(true);
    expect(result.value.currentSource).toEqual(SOURCE);
    expect(result.warnings.map((note) => note.code)).toEqual(['DRIFT_WARN_CURRENT_INDICATIVE']);
  });

  it("the caller's own choices come first", () => {
    const chosen = { code: 'CALLER_CHOSE', params: { why: 'exercise' } };
    expect(runOk(testCase({ assumed: [chosen] })).assumed[0]).toEqual(chosen);
  });

  it('every note of a result is in the catalogue with its parameters', () => {
    const result = runOk(testCase({ substance: { kind: 'oil', oilId: 'AD02329' }, water: { temperatureK: 290 }, current: constantCurrent(0, 0.2), run: { memberCount: 3 } }));
    expect(result.assumed.length).toBeGreaterThan(3);
    for (const note of [...result.assumed, ...result.warnings]) {
      expect(Object.keys(note.params).sort(), note.code).toEqual([...driftNotes[note.code as keyof typeof driftNotes].params].sort());
    }
  });
});
