// A small world for tests: cases with only the parts that a test cares about, fields made from
// functions, and a square island. Used by tests only.

import type { Instant, LonLat } from '@anlan/kernel';
import { addS, instant } from '@anlan/kernel';
import type { DriftCase, DriftResult, GriddedCurrent, HarmonicCurrentField, PolygonCoast, RunSettings } from './index.ts';
import { coastFromPolygons, runDrift } from './index.ts';
import type { GridGeometry } from './spi/grid.ts';

export const START: Instant = instant('2026-06-01T04:00:00Z');
export const CENTRE: LonLat = [122, 30];
export const SOURCE = { zh: '试验', en: 'test' } as const;
export const CALM = { kind: 'assume-calm' } as const;
export const STILL = { kind: 'assume-still-water' } as const;
export const OPEN = { kind: 'assume-open-water' } as const;

/** Ten passive particles, six hours, nothing moves. */
export function testCase(changes: Omit<Partial<DriftCase>, 'run'> & { readonly run?: Partial<RunSettings> } = {}): DriftCase {
  const { run, ...others } = changes;
  return {
    substance: { kind: 'passive' },
    release: { position: CENTRE, radiusM: 0, startAt: START, durationS: 0, massKg: 1000 },
    water: { temperatureK: 288.15 },
    current: STILL,
    wind: CALM,
    coast: OPEN,
    windage: { ratioMin: 0.03, ratioMax: 0.03 },
    diffusionM2PerS: 0,
    ...others,
    run: { durationS: 6 * 3600, stepS: 600, outputIntervalS: 3600, particleCount: 10, memberCount: 1, randomSeed: 1, ...run },
  };
}

/** Runs a case that must not be refused. */
export function runOk(given: DriftCase): DriftResult {
  const result = runDrift(given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** Where particle `p` is in the last frame. */
export function endOf(result: DriftResult, p = 0): LonLat {
  const frame = result.value.frames[result.value.frames.length - 1]!;
  return [frame.lonDeg[p]!, frame.latDeg[p]!];
}

export function constantCurrent(eastMps: number, northMps: number): { readonly kind: 'constant'; readonly eastMps: number; readonly northMps: number; readonly sourceText: typeof SOURCE } {
  return { kind: 'constant', eastMps, northMps, sourceText: SOURCE };
}

/** 1° × 1° around the centre. */
export const GRID: GridGeometry = { westDeg: 121.5, southDeg: 29.5, stepLonDeg: 0.01, stepLatDeg: 0.01, columnCount: 101, rowCount: 101 };

export type VectorAt = (lonDeg: number, latDeg: number) => readonly [number, number];

export function sampled(grid: GridGeometry, at: VectorAt): { readonly eastMps: Float32Array; readonly northMps: Float32Array } {
  const nodeCount = grid.columnCount * grid.rowCount;
  const eastMps = new Float32Array(nodeCount);
  const northMps = new Float32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const lonDeg = grid.westDeg + (node % grid.columnCount) * grid.stepLonDeg;
    const latDeg = grid.southDeg + Math.floor(node / grid.columnCount) * grid.stepLatDeg;
    [eastMps[node], northMps[node]] = at(lonDeg, latDeg);
  }
  return { eastMps, northMps };
}

/** A pattern that stands still (speed 0) or swings with one constituent. */
export function harmonic(at: VectorAt, changes: Partial<HarmonicCurrentField> & { readonly speedRadPerS?: number } = {}): HarmonicCurrentField {
  const { speedRadPerS = 0, ...others } = changes;
  const grid = others.grid ?? GRID;
  return {
    kind: 'harmonic',
    grid,
    patterns: [{ ...sampled(grid, at), constituents: [{ name: 'X1', speedRadPerS, amplitudeRatio: 1, phaseRad: 0 }] }],
    epochAt: START,
    waterMask: new Uint8Array(grid.columnCount * grid.rowCount).fill(1),
    indicative: false,
    sourceText: SOURCE,
    ...others,
  };
}

/** Snapshots of a field at the given hours after the start. */
export function gridded(hours: readonly number[], at: (hour: number) => VectorAt): GriddedCurrent {
  const frames = hours.map((hour) => sampled(GRID, at(hour)));
  const nodeCount = GRID.columnCount * GRID.rowCount;
  const join = (pick: (frame: (typeof frames)[number]) => Float32Array): Float32Array => {
    const all = new Float32Array(nodeCount * frames.length);
    frames.forEach((frame, i) => all.set(pick(frame), i * nodeCount));
    return all;
  };
  return {
    kind: 'gridded',
    grid: GRID,
    times: hours.map((hour) => addS(START, hour * 3600)),
    eastMps: join((frame) => frame.eastMps),
    northMps: join((frame) => frame.northMps),
    waterMask: new Uint8Array(nodeCount).fill(1),
    indicative: false,
    sourceText: SOURCE,
  };
}

export type RingDeg = readonly LonLat[];

export function square(westDeg: number, southDeg: number, sideDeg: number): RingDeg {
  return [
    [westDeg, southDeg],
    [westDeg + sideDeg, southDeg],
    [westDeg + sideDeg, southDeg + sideDeg],
    [westDeg, southDeg + sideDeg],
    [westDeg, southDeg],
  ];
}

export function coastOf(...rings: readonly RingDeg[]): PolygonCoast {
  return coastFromPolygons(rings.map((ring) => [ring]));
}
