import { describe, expect, it } from 'vitest';
import { addS } from '@anlan/kernel';
import { constantCurrent, GRID, gridded, harmonic, SOURCE, START } from '../test-world.ts';
import { fillSlots } from './fill-slots.ts';
import type { PreparedField } from './prepared-field.ts';
import { prepareCurrent, prepareWind, SLOT_COUNT } from './prepared-field.ts';
import { SAMPLE_FOUND, SAMPLE_NEAREST, SAMPLE_UNKNOWN, sampleField } from './sample.ts';

function at(field: PreparedField, lonDeg: number, latDeg: number, slot = 0): { readonly status: number; readonly vector: readonly number[] } {
  const out = new Float64Array(2);
  const status = sampleField(field, slot, lonDeg, latDeg, out);
  return { status, vector: [...out] };
}

describe('harmonic currents', () => {
  it('are exact in time: the signal is evaluated, never interpolated', () => {
    const speedRadPerS = (2 * Math.PI) / 44_712;
    const field = prepareCurrent(harmonic(() => [1, -0.5], { speedRadPerS }));
    fillSlots(field, addS(START, 10_000), 3600);
    for (let slot = 0; slot < SLOT_COUNT; slot++) {
      const signal = Math.cos(speedRadPerS * (10_000 + (slot / 16) * 3600));
      expect(at(field, 122, 30, slot).vector[0]).toBeCloseTo(signal, 12);
      expect(at(field, 122, 30, slot).vector[1]).toBeCloseTo(-0.5 * signal, 12);
    }
  });

  it('add patterns and constituents', () => {
    const one = harmonic(() => [1, 0]);
    const two = harmonic(() => [0, 2]);
    const c = (name: string, amplitudeRatio: number, phaseRad: number): { name: string; speedRadPerS: number; amplitudeRatio: number; phaseRad: number } => ({ name, speedRadPerS: 0, amplitudeRatio, phaseRad });
    const field = prepareCurrent({
      ...one,
      patterns: [
        { ...one.patterns[0]!, constituents: [c('A', 0.3, 0), c('B', 0.4, Math.PI)] },
        { ...two.patterns[0]!, constituents: [c('C', 1, Math.PI / 3)] },
      ],
    });
    fillSlots(field, START, 600);
    expect(at(field, 122, 30).vector[0]).toBeCloseTo(-0.1, 7);
    expect(at(field, 122, 30).vector[1]).toBeCloseTo(1, 7);
  });
});

describe('snapshots', () => {
  it('of a current are followed by a cubic: a cubic in time comes back exactly', () => {
    const cubic = (hour: number): number => 0.1 * hour ** 3 - 0.4 * hour ** 2 + 0.2 * hour + 0.5;
    const field = prepareCurrent(gridded([0, 1, 2, 3, 4, 5], (hour) => () => [cubic(hour), 0]));
    for (const hour of [0, 0.3, 1.5, 2, 3.25, 4.9, 5]) {
      fillSlots(field, addS(START, hour * 3600), 0);
      expect(at(field, 122, 30).vector[0]).toBeCloseTo(cubic(hour), 5);
    }
  });

  it('two or three of them give a line or a parabola', () => {
    for (const hours of [[0, 2], [0, 1, 2]]) {
      const field = prepareCurrent(gridded(hours, (hour) => () => [hour, 0]));
      fillSlots(field, addS(START, 1.7 * 3600), 0);
      expect(at(field, 122, 30).vector[0]).toBeCloseTo(1.7, 6);
    }
  });

  it('of a wind are followed by a line, without overshoot at a front', () => {
    const { times, eastMps, northMps, grid } = gridded([0, 1, 2, 3], (hour) => () => [hour < 2 ? 0 : 10, 0]);
    const field = prepareWind({ kind: 'gridded', grid, times, eastMps, northMps, sourceText: SOURCE });
    fillSlots(field, addS(START, 1.5 * 3600), 0);
    expect(at(field, 122, 30).vector[0]).toBeCloseTo(5, 6);
    fillSlots(field, addS(START, 0.9 * 3600), 0);
    expect(at(field, 122, 30).vector[0]).toBe(0);
  });
});

describe('a station wind', () => {
  const series = (degrees: readonly number[]): PreparedField =>
    prepareWind({
      kind: 'station',
      times: degrees.map((_, i) => addS(START, i * 3600)),
      eastMps: Float64Array.from(degrees, (d) => -8 * Math.sin((d * Math.PI) / 180)),
      northMps: Float64Array.from(degrees, (d) => -8 * Math.cos((d * Math.PI) / 180)),
      beyondSeries: 'persist',
      sourceText: SOURCE,
    });

  it('between 350° and 10° comes from north, not from south', () => {
    const field = series([350, 10]);
    fillSlots(field, addS(START, 1800), 0);
    const [east, north] = at(field, 122, 30).vector;
    expect(east).toBeCloseTo(0, 9);
    expect(north).toBeLessThan(-7.8);
  });

  it('holds its first and last reading beyond its ends', () => {
    const field = series([0, 90]);
    fillSlots(field, addS(START, -3600), 0);
    expect(at(field, 122, 30).vector[1]).toBeCloseTo(-8, 9);
    fillSlots(field, addS(START, 99_999), 0);
    expect(at(field, 122, 30).vector[0]).toBeCloseTo(-8, 9);
  });
});

describe('places', () => {
  it('between nodes are bilinear', () => {
    const field = prepareCurrent(harmonic((lonDeg, latDeg) => [(lonDeg - 121.5) * 2, (latDeg - 29.5) * 3]));
    fillSlots(field, START, 600);
    const { status, vector } = at(field, 121.837, 30.123);
    expect(status).toBe(SAMPLE_FOUND);
    expect(vector[0]).toBeCloseTo(0.674, 6);
    expect(vector[1]).toBeCloseTo(1.869, 6);
  });

  it('beside land take their weight from water nodes only, so the flow is not slowed', () => {
    const waterMask = new Uint8Array(GRID.columnCount * GRID.rowCount).fill(1);
    for (let row = 0; row < GRID.rowCount; row++) for (let column = 51; column < GRID.columnCount; column++) waterMask[row * GRID.columnCount + column] = 0;
    const field = prepareCurrent(harmonic((lonDeg) => [0, lonDeg > 122.005 ? 0 : 1], { waterMask }));
    fillSlots(field, START, 600);
    expect(at(field, 122.009, 30.003)).toEqual({ status: SAMPLE_FOUND, vector: [0, 1] });
    expect(at(field, 122.025, 30.003)).toEqual({ status: SAMPLE_NEAREST, vector: [0, 1] });
    expect(at(field, 122.06, 30.003).status).toBe(SAMPLE_UNKNOWN);
  });

  it.each([
    ['west', (column: number) => column < 50],
    ['east', (column: number) => column > 50],
    ['south', (_: number, row: number) => row < 50],
    ['north', (_: number, row: number) => row > 50],
  ])('with land to the %s see the same flow as the water beside them', (_, isLand) => {
    const nodes = Array.from({ length: GRID.columnCount * GRID.rowCount }, (__, node) => isLand(node % GRID.columnCount, Math.floor(node / GRID.columnCount)));
    const full = harmonic(() => [0.5, 1]);
    const eastMps = full.patterns[0]!.eastMps.map((v, node) => (nodes[node] ? 0 : v));
    const northMps = full.patterns[0]!.northMps.map((v, node) => (nodes[node] ? 0 : v));
    const field = prepareCurrent({ ...full, patterns: [{ ...full.patterns[0]!, eastMps, northMps }], waterMask: Uint8Array.from(nodes, (land) => (land ? 0 : 1)) });
    fillSlots(field, START, 600);
    for (const [dLonDeg, dLatDeg] of [[0.004, 0.003], [-0.004, 0.003], [0.004, -0.003], [-0.004, -0.003]] as const) {
      const { status, vector } = at(field, 122 + dLonDeg, 30 + dLatDeg);
      expect(status).toBe(SAMPLE_FOUND);
      expect(vector[0]).toBeCloseTo(0.5, 6);
      expect(vector[1]).toBeCloseTo(1, 6);
    }
  });

  it('outside the grid are unknown; on its edges they are known; a constant is known everywhere', () => {
    const field = prepareCurrent(harmonic(() => [1, 1]));
    fillSlots(field, START, 600);
    expect(at(field, 121.49, 30).status).toBe(SAMPLE_UNKNOWN);
    expect(at(field, Number.NaN, 30).status).toBe(SAMPLE_UNKNOWN);
    expect(at(field, 121.5, 29.5).status).toBe(SAMPLE_FOUND);
    const constant = prepareCurrent(constantCurrent(0.2, 0.3));
    fillSlots(constant, START, 600);
    expect(at(constant, 0, 0)).toEqual({ status: SAMPLE_FOUND, vector: [0.2, 0.3] });
  });
});
